//! HTTP of the ledger: how far it is sealed, and whether it is whole.

use axum::http::StatusCode;
use axum::response::Response;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::Report;
use crate::app::App;
use crate::failure::{Failure, Forbidden};
use crate::http::{Call, Problem, answer};

/// Routes of the ledger.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(verify))
}

/// Read the whole ledger and compare every hash. It takes as long as the ledger is.
#[utoipa::path(post, path = "/ledger/verify", operation_id = "ledger.verify", tag = "ledger",
    responses((status = 200, body = Report), (status = "4XX", body = Problem)))]
async fn verify(call: Call) -> Result<Response, Failure> {
    if !call.actor().may("ledger.read") {
        return Err(Forbidden {
            permission: "ledger.read".into(),
            subject: None,
        }
        .into());
    }
    let report = super::verify(call.app().database(), call.app().files()).await?;
    Ok(answer::json(
        StatusCode::OK,
        Some(&serde_json::to_value(&report)?),
    ))
}
