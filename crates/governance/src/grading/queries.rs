//! Reads of grades.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use xianji_platform::{Conn, Failure, MemberId, Subject};
use xianji_policy::model::Given;

use super::entity::{Column, Entity, GradingResult, State};
use crate::engine::{Case, Context, Roots, resolve};

/// The grade that counts now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Graded {
    /// Its id within the grading.
    pub grade: String,
    /// Its rank.
    pub rank: i64,
}

/// The newest result of a grading in a state.
pub async fn newest(
    db: &Conn<'_>,
    subject: &Subject,
    grading: &str,
    state: State,
) -> Result<Option<GradingResult>, Failure> {
    let select = Entity::find()
        .filter(Column::SubjectKind.eq(&subject.kind))
        .filter(Column::SubjectId.eq(subject.id))
        .filter(Column::Grading.eq(grading))
        .filter(Column::State.eq(state));
    Ok(select.order_by_desc(Column::Id).limit(1).one(db).await?)
}

/// All results on a record, newest first.
pub async fn of_subject(db: &Conn<'_>, subject: &Subject) -> Result<Vec<GradingResult>, Failure> {
    let select = Entity::find()
        .filter(Column::SubjectKind.eq(&subject.kind))
        .filter(Column::SubjectId.eq(subject.id));
    Ok(select.order_by_desc(Column::Id).limit(200).all(db).await?)
}

/// The grade of a subject that counts now; nothing while it is ungraded.
pub async fn of(ctx: &Context<'_>, subject: &Subject, grading: &str) -> Result<Option<Graded>, Failure> {
    let row = newest(&ctx.db, subject, grading, State::Confirmed).await?;
    Ok(row.map(|row| Graded {
        grade: row.grade,
        rank: i64::from(row.rank),
    }))
}

/// What the subject's grades give under a key; of several gradings the first that gives it.
pub async fn given(ctx: &Context<'_>, case: &Case, kind: &str, key: &str) -> Result<Option<Given>, Failure> {
    let Some(facts) = case.find(kind) else {
        return Ok(None);
    };
    for grading in case.pack.gradings_of(kind) {
        let Some(graded) = of(ctx, &facts.subject, &grading.id).await? else {
            continue;
        };
        if let Some(given) = grading
            .grades
            .get(&graded.grade)
            .and_then(|grade| grade.gives.get(key))
        {
            return Ok(Some(given.clone()));
        }
    }
    Ok(None)
}

/// Who reads every record of this grade: those whom the grade names and those of the grades below it.
pub async fn watchers(ctx: &Context<'_>, case: &Case) -> Result<Vec<MemberId>, Failure> {
    let mut members = Vec::new();
    for grading in case.pack.gradings_of(&case.subject().kind) {
        let Some(graded) = of(ctx, case.subject(), &grading.id).await? else {
            continue;
        };
        for grade in grading.grades.iter().filter(|grade| grade.rank <= graded.rank) {
            for who in &grade.watched_by {
                members.extend(resolve(ctx, case, who, &Roots::none()).await?.members);
            }
        }
    }
    members.sort();
    members.dedup();
    Ok(members)
}
