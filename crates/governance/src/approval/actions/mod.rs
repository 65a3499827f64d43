//! Writes, one file a use case: asking, going on from step to step, deciding, changing who decides, asking again.

mod again;
mod ask;
mod change;
mod decide;
mod duty;
mod exempt;
mod steps;

pub(crate) use again::{look_again, refresh, sweep};
pub use ask::{Asked, Asking, ask, ask_about, snapshot};
pub use change::{add_signer, call_off, call_off_all, call_off_waiver, hand_over, withdraw};
pub use decide::{Condition, Decision, Verdict, decide};
pub use exempt::{ask_exemption, ask_waiver, use_exemption};

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use xianji_platform::failure::Stale;
use xianji_platform::{Failure, Work};

use super::entity::decider::{self, Decider};
use super::entity::step::{self, ApprovalStepRow};
use super::entity::{ApprovalRequest, Column, Entity};
use xianji_platform::record::rows;

/// Saves a request over the version that was read.
async fn save(
    work: &Work,
    row: ApprovalRequest,
    change: impl FnOnce(&mut ApprovalRequest),
) -> Result<ApprovalRequest, Failure> {
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

/// Saves a step; its request is locked.
async fn save_step(
    work: &Work,
    mut row: ApprovalStepRow,
    change: impl FnOnce(&mut ApprovalStepRow),
) -> Result<ApprovalStepRow, Failure> {
    change(&mut row);
    let model = rows::all_but_key(row.clone());
    step::Entity::update_many()
        .set(model)
        .filter(step::Column::Id.eq(row.id))
        .exec(&work.db())
        .await?;
    Ok(row)
}

/// Saves a decider; the request is locked.
async fn save_decider(
    work: &Work,
    mut row: Decider,
    change: impl FnOnce(&mut Decider),
) -> Result<Decider, Failure> {
    change(&mut row);
    let model = rows::all_but_key(row.clone());
    decider::Entity::update_many()
        .set(model)
        .filter(decider::Column::Id.eq(row.id))
        .exec(&work.db())
        .await?;
    Ok(row)
}

/// Ends the parts of those who have not decided.
async fn close_open(work: &Work, step: &ApprovalStepRow) -> Result<(), Failure> {
    decider::Entity::update_many()
        .col_expr(decider::Column::State, Expr::value("closed"))
        .filter(decider::Column::StepId.eq(step.id))
        .filter(decider::Column::State.eq(decider::DeciderState::Open))
        .exec(&work.db())
        .await?;
    Ok(())
}
