//! What a run made is taken back, the last row first, as far as nobody has done anything with it since.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::ExprTrait;

use super::super::actions;
use super::super::entity::row::{self, Outcome};
use super::super::entity::{Column as RunColumn, ImportState, Model as ImportRun};
use super::super::events::ImportUndone;
use super::super::queries;
use super::{Task, passes, still};
use crate::app::App;
use crate::failure::Failure;
use crate::work::Work;

/// Records in one unit of work.
const PORTION: u64 = 50;

pub(super) async fn all(app: &App, run: &ImportRun) -> Result<(), Failure> {
    let task = Task::of(app, run).await?;
    loop {
        let mut work = app.begin(task.actor.clone()).await?;
        let rows = queries::last_made(&work.db(), run.id, PORTION).await?;
        if rows.is_empty() {
            return end(work, run).await;
        }
        let (mut back, mut kept) = (0, 0);
        for row in rows {
            let done = take_back(&mut work, &task, &row).await?;
            if done {
                back += 1;
            } else {
                kept += 1;
            }
        }
        let went_on = still(run)
            .col_expr(RunColumn::TakenBack, Expr::col(RunColumn::TakenBack).add(back))
            .col_expr(RunColumn::Kept, Expr::col(RunColumn::Kept).add(kept))
            .exec(&work.db())
            .await?;
        if went_on.rows_affected == 0 {
            return Ok(());
        }
        work.commit().await?;
        tokio::task::yield_now().await;
    }
}

async fn take_back(work: &mut Work, task: &Task<'_>, row: &row::Model) -> Result<bool, Failure> {
    let done = match row.record_id.zip(task.import.take_back) {
        None => false,
        Some((id, take_back)) => match take_back(work, id).await {
            Err(failure @ Failure::Refused(_)) if !passes(&failure) => false,
            done => done?,
        },
    };
    let outcome = if done { Outcome::TakenBack } else { Outcome::Kept };
    row::Entity::update_many()
        .col_expr(row::Column::Outcome, Expr::value(outcome))
        .filter(row::Column::RunId.eq(row.run_id))
        .filter(row::Column::Number.eq(row.number))
        .exec(&work.db())
        .await?;
    Ok(done)
}

async fn end(mut work: Work, run: &ImportRun) -> Result<(), Failure> {
    let mut now = queries::read(&work.db(), run.id).await?;
    if now.state != ImportState::Undoing {
        return Ok(());
    }
    now.state = ImportState::Undone;
    actions::save(&work, &mut now).await?;
    work.record(ImportUndone {
        run: now.id,
        taken_back: now.taken_back,
        kept: now.kept,
    })
    .await?;
    work.commit().await
}
