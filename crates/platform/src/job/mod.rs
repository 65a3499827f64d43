//! Work done after a write and outside it (mail, imports, files): rows written by the unit of work that wants them, run by the tick,
//! safe to run twice, retried with growing pauses, then shown as failed.

mod actions;
pub mod api;
mod queries;

use chrono::{DateTime, TimeDelta, Utc};
use futures_util::future::BoxFuture;
use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, IntoActiveModel, QueryOrder, QuerySelect};

use crate::app::App;
use crate::failure::Failure;
use crate::id::JobId;
use crate::work::Work;

/// A job row.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "job")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: JobId,
    pub kind: String,
    /// What to do, as JSON.
    pub input: Json,
    /// `waiting`, `done` or `failed`.
    pub state: String,
    pub attempts: i32,
    pub run_at: DateTime<Utc>,
    /// What came out, or nothing yet.
    pub result: Option<Json>,
    /// Why the last attempt failed.
    pub error: Option<String>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

pub use Model as Job;

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// Attempts before a job counts as failed.
const ATTEMPTS: i32 = 6;

impl Work {
    /// Wants a job once this unit of work is committed.
    pub async fn later(&mut self, kind: &str, input: serde_json::Value) -> Result<JobId, Failure> {
        self.later_at(kind, input, self.now).await
    }

    /// The same for a job that is not done before a moment.
    pub async fn later_at(
        &mut self,
        kind: &str,
        input: serde_json::Value,
        at: DateTime<Utc>,
    ) -> Result<JobId, Failure> {
        let id = self.next_id();
        let now = self.now;
        let row = ActiveModel {
            id: Set(id),
            kind: Set(kind.to_owned()),
            input: Set(input),
            state: Set("waiting".into()),
            attempts: Set(0),
            run_at: Set(at),
            result: Set(None),
            error: Set(None),
            created_at: Set(now),
            updated_at: Set(now),
        };
        Entity::insert(row).exec_without_returning(&self.db()).await?;
        Ok(id)
    }
}

/// Runs what is waiting, as part of the tick.
pub fn tick(app: &App, now: DateTime<Utc>) -> BoxFuture<'_, Result<u64, Failure>> {
    Box::pin(async move {
        let mut done = 0;
        while let Some(job) = claim(app, now).await? {
            run(app, job, now).await?;
            done += 1;
        }
        Ok(done)
    })
}

/// Takes the next waiting job for a while: a node that dies gives it back by the clock.
async fn claim(app: &App, now: DateTime<Utc>) -> Result<Option<Job>, Failure> {
    let next = Entity::find()
        .filter(Column::State.eq("waiting"))
        .filter(Column::RunAt.lte(now))
        .order_by_asc(Column::RunAt)
        .order_by_asc(Column::Id)
        .limit(1)
        .one(&app.reader())
        .await?;
    let Some(job) = next else { return Ok(None) };
    let tx = app.database().begin().await?;
    let taken = Entity::update_many()
        .col_expr(Column::RunAt, Expr::value(now + TimeDelta::minutes(10)))
        .col_expr(Column::Attempts, Expr::value(job.attempts + 1))
        .filter(Column::Id.eq(job.id))
        .filter(Column::State.eq("waiting"))
        .filter(Column::Attempts.eq(job.attempts))
        .exec(&tx)
        .await?;
    sea_orm::DatabaseTransaction::commit(tx).await?;
    if taken.rows_affected == 1 {
        Ok(Some(Job {
            attempts: job.attempts + 1,
            ..job
        }))
    } else {
        Ok(None)
    }
}

async fn run(app: &App, job: Job, now: DateTime<Utc>) -> Result<(), Failure> {
    let outcome = match app.registry().jobs.get(job.kind.as_str()) {
        Some(kind) => (kind.run)(app, &job).await,
        None => Err(Failure::broken(format!("nobody does jobs of kind {}", job.kind))),
    };
    let attempts = job.attempts;
    let mut row = job.into_active_model();
    row.updated_at = Set(now);
    match outcome {
        Ok(result) => {
            row.state = Set("done".into());
            row.result = Set(Some(result));
            row.error = Set(None);
        }
        Err(failure) => {
            tracing::warn!(%failure, attempts, "job failed");
            row.error = Set(Some(failure.to_string()));
            row.state = Set(if attempts >= ATTEMPTS { "failed" } else { "waiting" }.into());
            row.run_at = Set(now + TimeDelta::minutes(i64::from(attempts) * i64::from(attempts)));
        }
    }
    let tx = app.database().begin().await?;
    Entity::update(row).exec(&tx).await?;
    tx.commit().await?;
    Ok(())
}
