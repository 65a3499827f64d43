//! HTTP of the workbench.

use axum::response::Response;
use serde_json::{Map, Value};
use utoipa_axum::{router::OpenApiRouter, routes};
use xianji_platform::http::{Call, Problem, answer};
use xianji_platform::{App, Failure};

use crate::obligation::queries;
use crate::obligation::view::views;

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(read))
}

/// Obligations on the page at most; the rest is in the list.
const MOST: u64 = 100;

/// What I owe by due time, and the desks (`approvals`, `inquiries`, `projects`, …) that the house has.
#[utoipa::path(get, path = "/workbench", operation_id = "workbench.read", tag = "governance",
    responses((status = 200, body = serde_json::Value), (status = "4XX", body = Problem)))]
async fn read(call: Call) -> Result<Response, Failure> {
    let (app, actor) = (call.app(), call.actor());
    let mut parts = Map::new();
    let mine = match actor.on_behalf_of().or(actor.member()) {
        Some(member) => queries::of_workbench(&call.db(), member, MOST).await?,
        None => Vec::new(),
    };
    parts.insert(
        "obligations".into(),
        serde_json::to_value(views(app, &call.db(), actor, mine).await?)?,
    );
    for desk in &app.registry().desks {
        parts.insert(desk.name.to_owned(), (desk.run)(app, actor).await?);
    }
    for usual in ["approvals", "inquiries", "projects"] {
        parts.entry(usual).or_insert_with(|| Value::Array(Vec::new()));
    }
    answer::ok(&parts)
}
