//! What somebody outside reads with a link: first what it is, then, as an act that leaves evidence, the file.

use axum::extract::State;
use axum::response::Response;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use xianji_platform::file::api::attachment;
use xianji_platform::http::{At, Problem, Visit, answer};
use xianji_platform::{App, Failure};

use super::{actions, queries};

/// Routes without a log-in.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(describe, open))
}

/// What a link leads to.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SharedFile)]
pub struct Shared {
    /// Who gives it.
    pub company: String,
    /// To whom it is given.
    pub recipient: String,
    /// Until when it can be read.
    pub ends_at: Option<DateTime<Utc>>,
}

/// What a link leads to; shows nothing of the customer.
#[utoipa::path(get, path = "/public/shared/{token}", operation_id = "public.shared", tag = "public", params(("token" = String, Path)),
    responses((status = 200, body = Shared), (status = "4XX", body = Problem)))]
async fn describe(State(app): State<App>, At(token): At<String>) -> Result<Response, Failure> {
    let run = queries::of_token(&app.reader(), &token).await?;
    run.must_be_readable(app.now())?;
    answer::ok(&Shared {
        company: app.policies().company().name.clone(),
        recipient: run.recipient.unwrap_or_default(),
        ends_at: run.ends_at,
    })
}

/// Reads the file; each reading is evidence.
#[utoipa::path(post, path = "/public/shared/{token}", operation_id = "public.open_shared", tag = "public", params(("token" = String, Path)),
    responses((status = 200, content_type = "application/octet-stream"), (status = "4XX", body = Problem)))]
async fn open(visit: Visit, At(token): At<String>) -> Result<Response, Failure> {
    let app = visit.app();
    let hash = match visit.begin_as_customer().await {
        Ok(mut work) => {
            let (_, hash) = actions::open(&mut work, &token).await?;
            work.answer_empty().await?;
            hash
        }
        // The answer to this reading was lost on its way: the same file again, as long as it can be read, and no second reading.
        Err(Failure::Replayed(_)) => queries::of_token(&app.reader(), &token)
            .await?
            .must_be_readable(app.now())?,
        Err(failure) => return Err(failure),
    };
    attachment(app, &hash, "customers.csv").await
}
