//! HTTP of customer data on its way out.

use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use xianji_platform::file::api::attachment;
use xianji_platform::http::{Ask, At, Call, Input, Listed, Problem, answer};
use xianji_platform::record::people::{MemberName, Names};
use xianji_platform::{App, Conn, Failure, Judged};

use super::actions::{self, Wanted};
use super::entity::{ExportState, Model as ExportRun};
use super::{public, queries, sheet};
use crate::customer;
use crate::id::{CustomerId, ExportRunId};

/// Routes of this module.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(export))
        .routes(routes!(share))
        .routes(routes!(list))
        .routes(routes!(read))
        .routes(routes!(make))
        .routes(routes!(download))
        .routes(routes!(end))
        .merge(public::routes())
}

/// Customer data on its way out.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExportRunView {
    pub id: ExportRunId,
    /// For somebody outside.
    pub shared: bool,
    pub recipient: Option<String>,
    pub reason: String,
    pub customer_id: Option<CustomerId>,
    /// Confidential fields come in clear.
    pub confidential: bool,
    pub state: ExportState,
    /// Customers in it.
    pub customer_count: i32,
    pub approval_id: Option<Uuid>,
    pub owner: Option<MemberName>,
    pub made_at: Option<DateTime<Utc>>,
    /// Until when it can be read.
    pub ends_at: Option<DateTime<Utc>>,
    /// How often it was read.
    pub readings: i32,
    pub version: i64,
    pub created_at: DateTime<Utc>,
    pub can: ExportRunCan,
}

/// What the reader may do with it now.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExportRunCan {
    pub make: bool,
    pub download: bool,
    pub end: bool,
}

impl ExportRunView {
    fn of(run: ExportRun, actor: &Judged, names: &Names, now: DateTime<Utc>) -> Self {
        let mine = actor.may_on("export_run.make", &run);
        Self {
            can: ExportRunCan {
                make: mine && matches!(run.state, ExportState::Approved),
                download: mine && run.must_be_readable(now).is_ok(),
                end: run.state != ExportState::Ended && actor.may_on("export_run.end", &run),
            },
            owner: names.of(run.owner_id),
            id: run.id,
            shared: run.shared,
            recipient: run.recipient,
            reason: run.reason,
            customer_id: run.customer_id,
            confidential: run.confidential,
            state: run.state,
            customer_count: run.customer_count,
            approval_id: run.approval_id,
            made_at: run.made_at,
            ends_at: run.ends_at,
            readings: run.readings,
            version: run.version,
            created_at: run.created_at,
        }
    }

    async fn load(
        db: &Conn<'_>,
        actor: &Judged,
        run: ExportRun,
        now: DateTime<Utc>,
    ) -> Result<Self, Failure> {
        let names = Names::read(db, [run.owner_id]).await?;
        Ok(Self::of(run, actor, &names, now))
    }
}

/// Which customers, and why.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExportCustomers {
    /// The list's filter; without, all that the asker sees.
    #[schema(max_length = 20000)]
    pub filter: Option<String>,
    /// The list's search words.
    #[schema(max_length = 200)]
    pub words: Option<String>,
    /// Confidential fields in clear, as far as the asker may read them.
    #[serde(default)]
    pub confidential: bool,
    #[schema(min_length = 1, max_length = 2000)]
    pub reason: String,
}

/// Asks for a file of customers. Somebody decides on it; then whoever asked makes the file.
#[utoipa::path(post, path = "/customers/export", operation_id = "customer.export", tag = "customer",
    request_body = ExportCustomers, responses((status = 201, body = ExportRunView), (status = "4XX", body = Problem)))]
async fn export(call: Call, Input(body): Input<ExportCustomers>) -> Result<Response, Failure> {
    let wanted = Wanted {
        filter: body.filter,
        words: body.words,
        confidential: body.confidential,
    };
    let count = customer::count_exported(&call, wanted.filter.as_deref(), wanted.words.as_deref()).await?;
    let mut work = call.begin().await?;
    let run = actions::ask_export(&mut work, wanted, count, body.reason).await?;
    let view = ExportRunView::load(&work.db(), &work.judged([&run]).await?, run, work.now).await?;
    work.answer(StatusCode::CREATED, &view).await
}

/// To whom outside, why, and until when.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShareCustomer {
    #[schema(min_length = 1, max_length = 200)]
    pub recipient: String,
    #[schema(min_length = 1, max_length = 2000)]
    pub reason: String,
    /// Confidential fields in clear, as far as the asker may read them.
    #[serde(default)]
    pub confidential: bool,
    /// The last day on which the link can be used.
    pub ends_on: NaiveDate,
}

/// Asks to give a customer's data to somebody outside. Somebody decides on it; then whoever asked makes the link.
#[utoipa::path(post, path = "/customers/{id}/share", operation_id = "customer.share", tag = "customer",
    params(("id" = CustomerId, Path)), request_body = ShareCustomer,
    responses((status = 201, body = ExportRunView), (status = "4XX", body = Problem)))]
async fn share(
    call: Call,
    At(id): At<CustomerId>,
    Input(body): Input<ShareCustomer>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let (recipient, reason) = (body.recipient, body.reason);
    let run = actions::ask_share(&mut work, id, recipient, reason, body.confidential, body.ends_on).await?;
    let view = ExportRunView::load(&work.db(), &work.judged([&run]).await?, run, work.now).await?;
    work.answer(StatusCode::CREATED, &view).await
}

/// Which of them.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ExportQuery {
    /// Those about this one customer.
    pub customer_id: Option<CustomerId>,
    /// Where the page before ended: its `next`.
    pub cursor: Option<ExportRunId>,
}

/// Exports and sharings that the reader may see, newest first.
#[utoipa::path(get, path = "/exports", operation_id = "export_run.list", tag = "customer", params(ExportQuery),
    responses((status = 200, body = Listed<ExportRunView>), (status = "4XX", body = Problem)))]
async fn list(call: Call, Ask(query): Ask<ExportQuery>) -> Result<Response, Failure> {
    let scope = call.scope("export_run.read");
    let (runs, next, total) = queries::seen(&call.db(), &scope, query.customer_id, query.cursor).await?;
    let names = Names::read(&call.db(), runs.iter().map(|run| run.owner_id)).await?;
    let (judged, now) = (call.judged(&runs).await?, call.app().now());
    let items = runs
        .into_iter()
        .map(|run| ExportRunView::of(run, &judged, &names, now))
        .collect();
    answer::ok(&Listed::<ExportRunView> {
        items,
        next: next.map(|id| id.to_string()),
        total,
    })
}

/// One export or sharing.
#[utoipa::path(get, path = "/exports/{id}", operation_id = "export_run.read", tag = "customer",
    params(("id" = ExportRunId, Path)), responses((status = 200, body = ExportRunView), (status = "4XX", body = Problem)))]
async fn read(call: Call, At(id): At<ExportRunId>) -> Result<Response, Failure> {
    let run = queries::find(&call.db(), &call.scope("export_run.read"), id).await?;
    answer::ok(&ExportRunView::load(&call.db(), &call.judged([&run]).await?, run, call.app().now()).await?)
}

/// The file is there; the link is shown this once.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ExportRunMade)]
pub struct Made {
    pub run: ExportRunView,
    /// For somebody outside.
    pub link: Option<String>,
}

/// Makes the file, once what the pack asks for is there.
#[utoipa::path(post, path = "/exports/{id}/make", operation_id = "export_run.make", tag = "customer",
    params(("id" = ExportRunId, Path)), responses((status = 200, body = Made), (status = "4XX", body = Problem)))]
async fn make(call: Call, At(id): At<ExportRunId>) -> Result<Response, Failure> {
    let run = queries::find(&call.db(), &call.scope("export_run.read"), id).await?;
    // Read outside the transaction, so that nobody waits for a large file.
    let sheet = sheet::write(&call, &run).await?;
    let mut work = call.begin().await?;
    let (run, token) = actions::make(&mut work, id, sheet).await?;
    let link = token.map(|token| work.policies().company().link(&format!("/p/shared/{token}")));
    let run = ExportRunView::load(&work.db(), &work.judged([&run]).await?, run, work.now).await?;
    work.answer(StatusCode::OK, &Made { run, link }).await
}

/// Reads the file oneself; that it was read is evidence.
#[utoipa::path(post, path = "/exports/{id}/download", operation_id = "export_run.download", tag = "customer",
    params(("id" = ExportRunId, Path)),
    responses((status = 200, content_type = "application/octet-stream"), (status = "4XX", body = Problem)))]
async fn download(call: Call, At(id): At<ExportRunId>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let hash = actions::download(&mut work, id).await?;
    work.commit().await?;
    attachment(call.app(), &hash, "customers.csv").await
}

/// Ends it: nobody reads it any more.
#[utoipa::path(post, path = "/exports/{id}/end", operation_id = "export_run.end", tag = "customer",
    params(("id" = ExportRunId, Path)), responses((status = 200, body = ExportRunView), (status = "4XX", body = Problem)))]
async fn end(call: Call, At(id): At<ExportRunId>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let run = actions::end(&mut work, id).await?;
    let view = ExportRunView::load(&work.db(), &work.judged([&run]).await?, run, work.now).await?;
    work.answer(StatusCode::OK, &view).await
}
