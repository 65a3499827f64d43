//! Judging a grade, proposing it, confirming it.

use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::{Value, json};
use xianji_platform::failure::Stale;
use xianji_platform::work::Recorded;
use xianji_platform::{Failure, Work};
use xianji_policy::condition::{Condition, Reference};
use xianji_policy::model::{Grade, Grading, Need};

use super::entity::{Column, Entity, GradingResult, GradingResultId, State};
use super::queries::newest;
use crate::approval::actions::snapshot;
use crate::approval::{self, Asking, Matter};
use crate::engine::{Case, Context, Roots};
use crate::form;
use crate::gate::need;
use xianji_platform::record::rows;

/// What follows from an event: the sheet was filed, or facts of a graded record have moved.
pub async fn follow(work: &mut Work, event: &Recorded) -> Result<(), Failure> {
    let kind = &event.subject.kind;
    let sheet = event
        .name
        .strip_prefix("form:")
        .and_then(|rest| rest.strip_suffix(".filed"));
    let own = event
        .name
        .strip_prefix(kind.as_str())
        .is_some_and(|rest| rest.starts_with('.'));
    if sheet.is_none() && !own
        || !work
            .policies()
            .versions()
            .any(|(_, pack)| pack.gradings_of(kind).next().is_some())
    {
        return Ok(());
    }
    let Some(case) = Case::load(&Context::of(work), &event.subject).await? else {
        return Ok(());
    };
    judge_all(work, &case, sheet).await
}

/// Judges a record in all its gradings, or in those of one sheet.
pub async fn judge_all(work: &mut Work, case: &Case, sheet: Option<&str>) -> Result<(), Failure> {
    let concerned = |grading: &&Grading| sheet.is_none_or(|sheet| grading.sheet.as_deref() == Some(sheet));
    let gradings: Vec<Grading> = case
        .pack
        .gradings_of(&case.subject().kind)
        .filter(concerned)
        .cloned()
        .collect();
    for grading in gradings {
        judge(work, case, &grading).await?;
    }
    Ok(())
}

/// Judges a record in one grading, and proposes the grade where it differs from the one that counts. Where a sheet is asked for, nothing is
/// judged before it is filed.
pub async fn judge(work: &mut Work, case: &Case, grading: &Grading) -> Result<(), Failure> {
    if case.facts.ended {
        return Ok(());
    }
    let subject = case.subject().clone();
    let filing = match &grading.sheet {
        Some(sheet) => match form::queries::newest(&work.db(), &subject, sheet).await? {
            Some(filing) => Some(filing.id.0),
            None => return Ok(()),
        },
        None => None,
    };
    let Some(grade) = grade_of(&Context::of(work), case, grading).await?.cloned() else {
        return Ok(());
    };
    let counts = newest(&work.db(), &subject, &grading.id, State::Confirmed).await?;
    let proposed = newest(&work.db(), &subject, &grading.id, State::Proposed).await?;
    if proposed.as_ref().is_some_and(|row| row.grade == grade.id) {
        return Ok(());
    }
    if let Some(proposed) = proposed {
        overtake(work, proposed).await?;
    }
    if counts.as_ref().is_some_and(|row| row.grade == grade.id) {
        return Ok(());
    }
    let refused = newest(&work.db(), &subject, &grading.id, State::Refused).await?;
    if let Some(refused) = refused
        && stands_refused(&Context::of(work), case, grading, &grade, &refused, filing).await?
        && counts.as_ref().is_none_or(|row| row.id < refused.id)
    {
        return Ok(());
    }
    propose(work, case, grading, &grade, counts, filing).await
}

/// Whether the same grade was refused on what it rests on still: the same sheet and the same facts.
async fn stands_refused(
    ctx: &Context<'_>,
    case: &Case,
    grading: &Grading,
    grade: &Grade,
    refused: &GradingResult,
    filing: Option<uuid::Uuid>,
) -> Result<bool, Failure> {
    if refused.grade != grade.id || refused.filing_id != filing {
        return Ok(false);
    }
    let now = snapshot(ctx, case).await?;
    let asked = grading
        .grades
        .iter()
        .flat_map(|grade| grade.any.iter().chain(&grade.all));
    for item in asked {
        let mut conditions: Vec<&Condition> = item.when.iter().collect();
        if let Need::Cel(condition) = &item.need {
            conditions.push(condition);
        }
        for reference in conditions.into_iter().flat_map(Condition::references) {
            let Reference::Fact { root, path } = reference else {
                continue;
            };
            let at = |facts: &Value| {
                let here = path
                    .iter()
                    .try_fold(&facts[root.as_str()], |here, step| here.get(step));
                here.cloned().unwrap_or_default()
            };
            if at(&now) != at(&refused.facts) {
                return Ok(false);
            }
        }
    }
    Ok(true)
}

/// The highest grade whose criteria hold; one without criteria takes those that no other takes.
pub async fn grade_of<'g>(
    ctx: &Context<'_>,
    case: &Case,
    grading: &'g Grading,
) -> Result<Option<&'g Grade>, Failure> {
    let ranked = grading.ranked();
    for grade in ranked.iter().filter(|grade| !is_rest(grade)) {
        if holds(ctx, case, grade).await? {
            return Ok(Some(grade));
        }
    }
    Ok(ranked.into_iter().find(|grade| is_rest(grade)))
}

fn is_rest(grade: &Grade) -> bool {
    grade.any.is_empty() && grade.all.is_empty()
}

async fn holds(ctx: &Context<'_>, case: &Case, grade: &Grade) -> Result<bool, Failure> {
    let none = Roots::none();
    if !need::all_met(ctx, case, &grade.all, &none).await? {
        return Ok(false);
    }
    for item in &grade.any {
        if need::is_asked(ctx, case, item, &none).await?
            && need::is_met(ctx, case, &item.need, need::Asking::default(), &none).await?
        {
            return Ok(true);
        }
    }
    Ok(grade.any.is_empty())
}

async fn propose(
    work: &mut Work,
    case: &Case,
    grading: &Grading,
    grade: &Grade,
    counts: Option<GradingResult>,
    filing: Option<uuid::Uuid>,
) -> Result<(), Failure> {
    let facts = snapshot(&Context::of(work), case).await?;
    let row = GradingResult {
        id: work.next_id(),
        subject_kind: case.subject().kind.clone(),
        subject_id: case.subject().id,
        grading: grading.id.clone(),
        grade: grade.id.clone(),
        rank: i32::try_from(grade.rank).unwrap_or(i32::MAX),
        from_grade: counts.map(|row| row.grade),
        state: State::Proposed,
        pack_version_id: case.pack_id,
        filing_id: filing,
        request_id: None,
        facts,
        confirmed_at: None,
        version: 1,
        created_at: work.now,
        updated_at: work.now,
    };
    Entity::insert(row.clone().into_active_model().reset_all())
        .exec_without_returning(&work.db())
        .await?;
    let evidence = json!({ "grading": row.grading, "from": row.from_grade, "to": row.grade, "rank": row.rank, "filing": filing });
    work.record_named("grading.proposed", row.subject(), evidence)
        .await?;
    let Some(confirm) = &grading.confirm else {
        return confirm_row(work, row).await;
    };
    let matter = Matter::Grade {
        grading: grading.id.clone(),
        result: row.id,
    };
    let asked = approval::ask_about(work, Asking::of(case.subject(), matter, None).by(confirm)).await?;
    let Some(request) = asked.request else {
        return Ok(());
    };
    Entity::update_many()
        .col_expr(Column::RequestId, Expr::value(request))
        .filter(Column::Id.eq(row.id))
        .exec(&work.db())
        .await?;
    Ok(())
}

/// A proposal that the facts have left behind before it was decided.
async fn overtake(work: &mut Work, proposed: GradingResult) -> Result<(), Failure> {
    let request = proposed.request_id;
    save(work, proposed, |row| row.state = State::Past).await?;
    match request {
        Some(id) => approval::actions::call_off(work, approval::ApprovalId(id)).await,
        None => Ok(()),
    }
}

/// The grade counts from now on; the one before is past. What is open follows by the event.
pub async fn confirm(work: &mut Work, id: GradingResultId) -> Result<(), Failure> {
    let row = find(work, id).await?;
    match row.state {
        State::Proposed => confirm_row(work, row).await,
        State::Confirmed | State::Past | State::Refused => Ok(()),
    }
}

async fn confirm_row(work: &mut Work, row: GradingResult) -> Result<(), Failure> {
    let before = newest(&work.db(), &row.subject(), &row.grading, State::Confirmed).await?;
    let from = before.as_ref().map(|before| before.grade.clone());
    if let Some(before) = before {
        save(work, before, |row| row.state = State::Past).await?;
    }
    let now = work.now;
    let row = save(work, row, |row| {
        row.state = State::Confirmed;
        row.confirmed_at = Some(now);
    })
    .await?;
    let facts = json!({ "from": from, "to": row.grade, "rank": row.rank, "result": row.id });
    work.record_named(&format!("grading:{}.changed", row.grading), row.subject(), facts)
        .await?;
    Ok(())
}

/// The proposal was not confirmed; what counted goes on counting.
pub async fn refuse(work: &mut Work, id: GradingResultId) -> Result<(), Failure> {
    let row = find(work, id).await?;
    if row.state == State::Proposed {
        save(work, row, |row| row.state = State::Refused).await?;
    }
    Ok(())
}

async fn find(work: &Work, id: GradingResultId) -> Result<GradingResult, Failure> {
    Entity::find_by_id(id)
        .one(&work.db())
        .await?
        .ok_or_else(|| Failure::not_found("grading"))
}

async fn save(
    work: &Work,
    row: GradingResult,
    change: impl FnOnce(&mut GradingResult),
) -> Result<GradingResult, Failure> {
    let read = row.version;
    let mut changed = row;
    change(&mut changed);
    changed.version = read + 1;
    changed.updated_at = work.now;
    let model = rows::all_but_key(changed.clone());
    let done = Entity::update_many()
        .set(model)
        .filter(Column::Id.eq(changed.id))
        .filter(Column::Version.eq(read))
        .exec(&work.db())
        .await?;
    if done.rows_affected == 1 {
        Ok(changed)
    } else {
        Err(Stale.into())
    }
}
