//! HTTP of jobs: what waits, what was done, what failed and why; a failed one can be tried again.

use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{Job, actions, queries};
use crate::app::App;
use crate::failure::{Failure, Forbidden};
use crate::http::{Ask, At, Call, Listed, Problem, answer};
use crate::id::JobId;
use crate::list::{Context, ListQuery};

/// Routes of jobs.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list_jobs))
        .routes(routes!(retry))
}

/// A job.
#[derive(Debug, Serialize, ToSchema)]
pub struct JobView {
    /// Its id.
    pub id: JobId,
    /// What it does.
    pub kind: String,
    /// `waiting`, `done` or `failed`.
    pub state: String,
    /// How often it was tried.
    pub attempts: i32,
    /// When it is tried next, while it waits.
    pub run_at: DateTime<Utc>,
    /// What came out.
    pub result: Option<serde_json::Value>,
    /// Why the last attempt failed.
    pub error: Option<String>,
    /// When it was wanted.
    pub created_at: DateTime<Utc>,
}

impl From<Job> for JobView {
    fn from(job: Job) -> Self {
        Self {
            id: job.id,
            kind: job.kind,
            state: job.state,
            attempts: job.attempts,
            run_at: job.run_at,
            result: job.result,
            error: job.error,
            created_at: job.created_at,
        }
    }
}

fn permitted(call: &Call) -> Result<(), Failure> {
    if call.actor().may("job.read") {
        return Ok(());
    }
    Err(Forbidden {
        permission: "job.read".into(),
        subject: None,
    }
    .into())
}

/// Jobs, newest first.
#[utoipa::path(get, path = "/jobs", operation_id = "job.list", tag = "job", params(ListQuery),
    responses((status = 200, body = Listed<JobView>), (status = "4XX", body = Problem)))]
async fn list_jobs(call: Call, Ask(query): Ask<ListQuery>) -> Result<Response, Failure> {
    permitted(&call)?;
    let context = Context::of(call.actor(), &call.app().policies(), call.app().now());
    let page = queries::page(&call.db(), &query, &context).await?;
    answer::ok(&page.map(JobView::from))
}

/// Try a failed job again.
#[utoipa::path(post, path = "/jobs/{id}/retry", operation_id = "job.retry", tag = "job", params(("id" = JobId, Path)),
    responses((status = 200, body = JobView), (status = "4XX", body = Problem)))]
async fn retry(call: Call, At(id): At<JobId>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let job = actions::retry(&mut work, id).await?;
    work.answer(StatusCode::OK, &JobView::from(job)).await
}
