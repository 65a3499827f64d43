//! Warnings, due times and escalations. After an outage what was missed is done in order, but people hear only what holds now.

use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;
use xianji_kernel::text::Text;
use xianji_platform::{App, Failure, MemberId, Work};

use super::portion::{Portion, ROWS, turn};
use crate::engine::{Case, Context, Roots, resolve};
use crate::notification::{Tell, tell};
use crate::obligation::actions::{add_escalated, evidence, save};
use crate::obligation::entity::{Column, Entity};
use crate::obligation::model::{Step, What};
use crate::obligation::{Obligation, State, queries};

pub(super) fn tick(app: &App, now: DateTime<Utc>) -> BoxFuture<'_, Result<u64, Failure>> {
    Box::pin(async move {
        let mut done = 0;
        loop {
            let portion = Portion::begin();
            let due = due(&app.reader(), now).await?;
            if due.is_empty() {
                return Ok(done);
            }
            let Some(mut work) = turn(app, "governance.sweep").await? else {
                return Ok(done);
            };
            let before = done;
            for id in due {
                let row = queries::lock(&work, id).await?;
                if row.is_open() && row.next_step_at.is_some_and(|at| at <= work.now) {
                    take_steps(&mut work, row).await?;
                    done += 1;
                }
                if portion.is_spent() {
                    break;
                }
            }
            work.commit().await?;
            // A caller whose clock runs ahead of the house's finds nothing to do, and does not ask for ever.
            if done == before {
                return Ok(done);
            }
        }
    })
}

async fn due(
    db: &xianji_platform::Conn<'_>,
    now: DateTime<Utc>,
) -> Result<Vec<crate::obligation::ObligationId>, Failure> {
    Ok(Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::State.eq(State::Open))
        .filter(Column::NextStepAt.lte(now))
        .order_by_asc(Column::NextStepAt)
        .order_by_asc(Column::Id)
        .limit(ROWS)
        .into_tuple()
        .all(db)
        .await?)
}

/// Does every step whose time has come: the due time is marked; of what people are told only the last.
async fn take_steps(work: &mut Work, row: Obligation) -> Result<(), Failure> {
    let steps = row.planned();
    let from = usize::try_from(row.step).unwrap_or(0);
    let passed: Vec<Step> = steps
        .iter()
        .skip(from)
        .take_while(|step| step.at <= work.now)
        .copied()
        .collect();
    let place = from + passed.len();
    let late = passed.iter().any(|step| step.what == What::Overdue);
    let due_at = row.due_at;
    let row = save(work, row, |row| {
        row.step = i32::try_from(place).unwrap_or(i32::MAX);
        row.next_step_at = steps.get(place).map(|step| step.at);
        if late {
            row.overdue_at = due_at;
        }
    })
    .await?;
    if late {
        evidence(work, &row, "overdue", json!({})).await?;
    }
    if let Some(last) = passed.last() {
        hear(work, &row, last.what).await?;
    }
    Ok(())
}

async fn hear(work: &mut Work, row: &Obligation, what: What) -> Result<(), Failure> {
    let owners: Vec<MemberId> = queries::responsible(&work.db(), row.id)
        .await?
        .into_iter()
        .filter(|one| one.state == "open")
        .map(|one| one.member_id)
        .collect();
    let (kind, members) = match what {
        What::Warn => ("warning", owners),
        What::Overdue => ("overdue", owners),
        What::Escalate(place) => ("escalation", escalated(work, row, place).await?),
    };
    let words: Text = serde_json::from_value(row.name.clone()).unwrap_or_default();
    let tale = Tell {
        kind,
        rule: row.rule.clone(),
        subject: row.subject(),
        obligation: Some(row.id),
        words,
    };
    tell(work, &members, &tale).await
}

/// It stands in the lists of whom it was taken to, beside those who owe it.
async fn escalated(work: &mut Work, row: &Obligation, place: usize) -> Result<Vec<MemberId>, Failure> {
    let found = {
        let ctx = Context::of(work);
        let pack = row.pack(&ctx.book);
        let Some(step) = row
            .rule_in(pack.as_ref())
            .and_then(|rule| rule.escalate.get(place))
            .cloned()
        else {
            return Ok(Vec::new());
        };
        let Some(case) = Case::load(&ctx, &row.subject()).await? else {
            return Ok(Vec::new());
        };
        resolve(&ctx, &case, &step.to, &Roots::none()).await?
    };
    add_escalated(work, row, &found.members).await?;
    evidence(
        work,
        row,
        "escalated",
        json!({ "to": found.members, "step": place }),
    )
    .await?;
    for nobody in &found.faults {
        crate::fault::note(work, &row.rule, &row.subject(), nobody).await?;
    }
    Ok(found.members)
}
