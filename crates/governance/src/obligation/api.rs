//! HTTP of what is due.

use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use xianji_platform::http::{Ask, At, Call, Input, Listed, Problem, answer};
use xianji_platform::list::ListQuery;
use xianji_platform::{App, Failure, Invalid, MemberId, Work};

use super::view::{ObligationView, page, views};
use super::{Obligation, ObligationId, actions, lists, queries};

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(read))
        .routes(routes!(complete))
        .routes(routes!(take))
        .routes(routes!(hand_over))
        .routes(routes!(refuse))
}

/// Obligations within the reader's reach.
#[utoipa::path(get, path = "/obligations", operation_id = "obligation.list", tag = "governance", params(ListQuery),
    responses((status = 200, body = Listed<ObligationView>), (status = "4XX", body = Problem)))]
async fn list(call: Call, Ask(query): Ask<ListQuery>) -> Result<Response, Failure> {
    let found = lists::page(&call, &query).await?;
    let items = views(call.app(), &call.db(), call.actor(), found.rows).await?;
    answer::ok(&Listed {
        items,
        next: found.next,
        total: found.total,
    })
}

/// An obligation with why it is due then and what became of it.
#[utoipa::path(get, path = "/obligations/{id}", operation_id = "obligation.read", tag = "governance",
    params(("id" = ObligationId, Path)),
    responses((status = 200, body = ObligationView), (status = "4XX", body = Problem)))]
async fn read(call: Call, At(id): At<ObligationId>) -> Result<Response, Failure> {
    let row = queries::find(&call.db(), &call.scope("obligation.read"), id).await?;
    answer::ok(&page(call.app(), &call.db(), call.actor(), row).await?)
}

/// How it was done.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Complete {
    /// In the owner's words.
    #[schema(max_length = 2000)]
    note: Option<String>,
}

/// Mark an obligation as done by hand, with a note.
#[utoipa::path(post, path = "/obligations/{id}/complete", operation_id = "obligation.complete", tag = "governance",
    params(("id" = ObligationId, Path)), request_body = Complete,
    responses((status = 200, body = ObligationView), (status = "4XX", body = Problem)))]
async fn complete(
    call: Call,
    At(id): At<ObligationId>,
    Input(body): Input<Complete>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    queries::find(&work.db(), &work.scope("obligation.read"), id).await?;
    let row = actions::complete(&mut work, id, body.note).await?;
    shown(work, row).await
}

/// Take an obligation that several could do.
#[utoipa::path(post, path = "/obligations/{id}/take", operation_id = "obligation.take", tag = "governance",
    params(("id" = ObligationId, Path)),
    responses((status = 200, body = ObligationView), (status = "4XX", body = Problem)))]
async fn take(call: Call, At(id): At<ObligationId>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    queries::find(&work.db(), &work.scope("obligation.read"), id).await?;
    let row = actions::take(&mut work, id).await?;
    shown(work, row).await
}

/// To whom it goes.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct HandOver {
    to: MemberId,
    /// Why.
    #[schema(max_length = 2000)]
    note: Option<String>,
}

/// Hand an obligation over to another member.
#[utoipa::path(post, path = "/obligations/{id}/hand-over", operation_id = "obligation.hand_over", tag = "governance",
    params(("id" = ObligationId, Path)), request_body = HandOver,
    responses((status = 200, body = ObligationView), (status = "4XX", body = Problem)))]
async fn hand_over(
    call: Call,
    At(id): At<ObligationId>,
    Input(body): Input<HandOver>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    queries::find(&work.db(), &work.scope("obligation.read"), id).await?;
    let row = actions::hand_over(&mut work, id, body.to, body.note.as_deref()).await?;
    shown(work, row).await
}

/// Why not.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Refuse {
    /// What is missing, for whoever did it.
    #[schema(min_length = 1, max_length = 2000)]
    reason: String,
}

/// Refuse to confirm: what was done is owed again, with the due time that it had.
#[utoipa::path(post, path = "/obligations/{id}/refuse", operation_id = "obligation.refuse", tag = "governance",
    params(("id" = ObligationId, Path)), request_body = Refuse,
    responses((status = 200, body = ObligationView), (status = "4XX", body = Problem)))]
async fn refuse(
    call: Call,
    At(id): At<ObligationId>,
    Input(body): Input<Refuse>,
) -> Result<Response, Failure> {
    if body.reason.trim().is_empty() {
        return Err(Invalid::one("/reason", "required").into());
    }
    let mut work = call.begin().await?;
    queries::find(&work.db(), &work.scope("obligation.read"), id).await?;
    let row = actions::refuse(&mut work, id, body.reason).await?;
    shown(work, row).await
}

async fn shown(work: Work, row: Obligation) -> Result<Response, Failure> {
    let view = page(work.app(), &work.db(), work.actor(), row).await?;
    work.answer(StatusCode::OK, &view).await
}
