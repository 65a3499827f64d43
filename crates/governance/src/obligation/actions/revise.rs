//! Looking again at what is open: another person, another due time, a pause that begins or ends. What is closed never moves.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use xianji_kernel::calendar::Pause;
use xianji_platform::ledger::instant;
use xianji_platform::{Failure, Work};
use xianji_policy::model::{Obligation as Rule, Opening as Begins, Time};

use super::{evidence, owe, save};
use crate::engine::{Account, Case, Context, DueTime, Limit, calendar, due, entries, rests_on_event};
use crate::obligation::Obligation;
use crate::obligation::entity::person;
use crate::obligation::model::{FormerDue, plan};

/// Judges an open obligation of a rule again: who owes it, and by when.
pub(crate) async fn revise(
    work: &mut Work,
    case: &Case,
    row: Obligation,
    rule: &Rule,
) -> Result<(), Failure> {
    let Some((row, moved)) = owe::again(work, case, row, Some(&rule.responsible)).await? else {
        return Ok(());
    };
    let row = match moved && rule.restart {
        true => {
            let now = work.now;
            save(work, row, |row| row.start_at = now).await?
        }
        false => row,
    };
    due_again(work, case, row, rule).await
}

/// Which of the rule's times this occurrence has.
fn time_of<'r>(rule: &'r Rule, row: &Obligation) -> Option<&'r Time> {
    let times = entries(rule.due.as_ref()?);
    let place = row
        .occurrence
        .rsplit_once('#')
        .and_then(|(_, place)| place.parse::<usize>().ok())
        .unwrap_or(0);
    times.get(place).copied()
}

/// Due again from the first start; the old value is kept.
async fn due_again(work: &mut Work, case: &Case, row: Obligation, rule: &Rule) -> Result<(), Failure> {
    let by_beat = matches!(rule.trigger.opening, Begins::Every(_)) && rule.due.is_none();
    let Some(time) = time_of(rule, &row).filter(|time| !by_beat && !rests_on_event(case, time)) else {
        return Ok(());
    };
    let mut pauses = row.paused();
    pauses.extend(row.paused_since.map(|from| Pause { from, to: None }));
    let (found, steps) = {
        let ctx = Context::of(work);
        let limit = Limit {
            start: row.start_at,
            pauses: &pauses,
            calendar: rule.calendar.as_deref(),
            roots: None,
        };
        let found = due(&ctx, case, time, limit).await?;
        let calendar = calendar(&ctx, &case.pack, rule.calendar.as_deref())?;
        let steps = plan(
            &calendar,
            &found,
            row.start_at,
            rule.warn.as_ref(),
            &rule.escalate,
        )
        .map_err(|error| Failure::broken(format!("{}: {error}", rule.id)))?;
        (found, steps)
    };
    let record = row.due_record();
    // While a pause is open the time to come moves with the clock; it is written when the pause ends.
    if found.at == row.due_at || (row.paused_since.is_some() && record.account.same_limit(&found.account)) {
        return Ok(());
    }
    let was = row.due_at;
    let row = put_due(work, row, found, steps).await?;
    let facts = json!({ "from": was.map(instant), "to": row.due_at.map(instant) });
    evidence(work, &row, "due_again", facts).await?;
    Ok(())
}

async fn put_due(
    work: &Work,
    row: Obligation,
    found: DueTime,
    steps: Vec<crate::obligation::model::Step>,
) -> Result<Obligation, Failure> {
    let mut record = row.due_record();
    let former = FormerDue {
        at: row.due_at,
        until: work.now,
        account: record.account,
    };
    // What a pause moved is the same limit still, and told by its account.
    if !former.account.same_limit(&found.account) {
        record.before.push(former);
    }
    record.account = found.account;
    let step = row.step_after(&steps, work.now);
    let (due, planned) = (serde_json::to_value(&record)?, serde_json::to_value(&steps)?);
    let now = work.now;
    let row = save(work, row, |row| {
        row.due_at = found.at;
        row.due = due;
        row.steps = planned;
        row.step = i32::try_from(step).unwrap_or(i32::MAX);
        row.next_step_at = if row.paused_since.is_some() {
            None
        } else {
            steps.get(step).map(|step| step.at)
        };
        if found.at.is_none_or(|at| at >= now) {
            row.overdue_at = None;
        }
    })
    .await?;
    person::Entity::update_many()
        .col_expr(person::Column::DueAt, Expr::value(row.due_at))
        .filter(person::Column::ObligationId.eq(row.id))
        .filter(person::Column::State.is_in(["open", "aside"]))
        .exec(&work.db())
        .await?;
    Ok(row)
}

impl Account {
    /// Whether it is the same limit from the same start; only pauses may tell them apart.
    fn same_limit(&self, other: &Self) -> bool {
        match (self, other) {
            (
                Self::Span { source, due },
                Self::Span {
                    source: other_source,
                    due: other,
                },
            ) => {
                source == other_source
                    && due.span == other.span
                    && due.start == other.start
                    && due.pauses != other.pauses
            }
            (one, other) => one == other,
        }
    }
}

/// Stops or starts its clock.
pub(crate) async fn pause(
    work: &mut Work,
    case: &Case,
    row: Obligation,
    rule: &Rule,
    stands: bool,
) -> Result<Obligation, Failure> {
    let now = work.now;
    match (row.paused_since, stands) {
        (None, true) => {
            let row = save(work, row, |row| {
                row.paused_since = Some(now);
                row.next_step_at = None;
            })
            .await?;
            evidence(work, &row, "paused", json!({})).await?;
            Ok(row)
        }
        (Some(since), false) => {
            let mut pauses = row.paused();
            pauses.push(Pause {
                from: since,
                to: Some(now),
            });
            let kept = serde_json::to_value(&pauses)?;
            let row = save(work, row, |row| {
                row.paused_since = None;
                row.pauses = kept;
                row.next_step_at = row
                    .planned()
                    .get(usize::try_from(row.step).unwrap_or(0))
                    .map(|step| step.at);
            })
            .await?;
            evidence(work, &row, "resumed", json!({})).await?;
            let id = row.id;
            due_again(work, case, row, rule).await?;
            crate::obligation::queries::lock(work, id).await
        }
        _ => Ok(row),
    }
}
