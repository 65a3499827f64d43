//! HTTP of merging two files.

use axum::http::StatusCode;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use xianji_platform::http::{Ask, At, Call, Input, Problem, answer};
use xianji_platform::{App, Failure};

use super::{actions, queries};
use crate::customer;
use crate::customer::api::CustomerView;
use crate::id::CustomerId;

/// Routes of this module.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(preview, merge))
        .routes(routes!(undo))
        .routes(routes!(absorbed))
}

/// Into which file.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct MergeQuery {
    /// The file that goes on.
    pub into: CustomerId,
}

/// How many records of a kind go over.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CustomerMergeCount)]
pub struct Moving {
    /// Kind of the record.
    pub kind: &'static str,
    pub count: u64,
}

/// What a merge would do.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CustomerMergePreview)]
pub struct Preview {
    /// What goes over; projects go too and are counted by their own list.
    pub moving: Vec<Moving>,
    /// Fields that the file that goes on lacks and takes.
    pub filled: Vec<&'static str>,
    /// Fields that differ: the file that goes on keeps its own.
    pub kept: Vec<&'static str>,
}

/// What merging this file into another would move and fill; changes nothing.
#[utoipa::path(get, path = "/customers/{id}/merge", operation_id = "customer.merge_preview", tag = "customer",
    params(("id" = CustomerId, Path), MergeQuery), responses((status = 200, body = Preview), (status = "4XX", body = Problem)))]
async fn preview(
    call: Call,
    At(id): At<CustomerId>,
    Ask(query): Ask<MergeQuery>,
) -> Result<Response, Failure> {
    let (db, scope) = (call.db(), call.scope("customer.read"));
    let source = customer::queries::find(&db, &scope, id).await?;
    let mut target = customer::queries::find(&db, &scope, query.into).await?;
    let fields = target.absorb(&source);
    let counts = queries::counts(&db, id).await?;
    answer::ok(&Preview {
        moving: counts
            .into_iter()
            .map(|(kind, count)| Moving { kind, count })
            .collect(),
        filled: fields.filled,
        kept: fields.kept,
    })
}

/// Into which file, and why.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MergeCustomer {
    pub into: CustomerId,
    #[schema(min_length = 1, max_length = 500)]
    pub reason: String,
}

/// Merges this file into another; answers the one that goes on.
#[utoipa::path(post, path = "/customers/{id}/merge", operation_id = "customer.merge", tag = "customer",
    params(("id" = CustomerId, Path)), request_body = MergeCustomer,
    responses((status = 200, body = CustomerView), (status = "4XX", body = Problem)))]
async fn merge(
    call: Call,
    At(id): At<CustomerId>,
    Input(body): Input<MergeCustomer>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let customer = actions::merge(&mut work, id, body.into, body.reason).await?;
    let view = CustomerView::load(&work.db(), work.app(), work.actor(), customer).await?;
    work.answer(StatusCode::OK, &view).await
}

/// Undoes the merge of this file; answers it as it stands alone again.
#[utoipa::path(post, path = "/customers/{id}/unmerge", operation_id = "customer.unmerge", tag = "customer",
    params(("id" = CustomerId, Path)), responses((status = 200, body = CustomerView), (status = "4XX", body = Problem)))]
async fn undo(call: Call, At(id): At<CustomerId>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let customer = actions::undo(&mut work, id).await?;
    let view = CustomerView::load(&work.db(), work.app(), work.actor(), customer).await?;
    work.answer(StatusCode::OK, &view).await
}

/// A file that forwards.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AbsorbedCustomer)]
pub struct Absorbed {
    pub id: CustomerId,
    pub number: String,
    pub name: String,
}

/// Files that were merged into this one.
#[utoipa::path(get, path = "/customers/{id}/absorbed", operation_id = "customer.absorbed", tag = "customer",
    params(("id" = CustomerId, Path)), responses((status = 200, body = Vec<Absorbed>), (status = "4XX", body = Problem)))]
async fn absorbed(call: Call, At(id): At<CustomerId>) -> Result<Response, Failure> {
    customer::queries::find(&call.db(), &call.scope("customer.read"), id).await?;
    let found = queries::absorbed(&call.db(), id).await?;
    let view = |one: customer::Customer| Absorbed {
        id: one.id,
        number: one.number,
        name: one.name,
    };
    answer::ok(&found.into_iter().map(view).collect::<Vec<_>>())
}
