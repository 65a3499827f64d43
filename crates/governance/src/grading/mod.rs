//! Classes of records and what a class gives.

use xianji_platform::{Failure, Subject};
use xianji_policy::model::Given;

use crate::engine::{Case, Context};

/// The grade that counts now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Graded {
    /// Its id within the grading.
    pub grade: String,
    /// Its rank.
    pub rank: i64,
}

/// The grade of a subject that counts now; nothing while it is ungraded.
pub async fn of(_ctx: &Context<'_>, _subject: &Subject, _grading: &str) -> Result<Option<Graded>, Failure> {
    Ok(None)
}

/// What the subject's grades give under a key; of several gradings the first that gives it.
pub async fn given(ctx: &Context<'_>, case: &Case, kind: &str, key: &str) -> Result<Option<Given>, Failure> {
    let Some(facts) = case.find(kind) else { return Ok(None) };
    for grading in case.pack.gradings_of(kind) {
        let Some(graded) = of(ctx, &facts.subject, &grading.id).await? else { continue };
        if let Some(given) = grading.grades.get(&graded.grade).and_then(|grade| grade.gives.get(key)) {
            return Ok(Some(given.clone()));
        }
    }
    Ok(None)
}
