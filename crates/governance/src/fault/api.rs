//! The administrator's list of faults.

use axum::response::Response;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;
use xianji_platform::failure::Forbidden;
use xianji_platform::http::{Call, Problem, answer};
use xianji_platform::{App, Failure, MemberId};

use super::entity::Model;

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list))
}

/// Where nobody was there.
#[derive(Debug, Serialize, ToSchema)]
struct FaultView {
    id: Uuid,
    /// `vacant`, `absent` or `left`.
    code: String,
    rule: String,
    /// Who was meant.
    meant: String,
    /// To whom it went.
    instead: Option<MemberId>,
    count: i32,
    first_at: DateTime<Utc>,
    last_at: DateTime<Utc>,
}

/// What is to be mended, the latest first.
#[derive(Debug, Serialize, ToSchema)]
struct Faults {
    items: Vec<FaultView>,
}

impl From<Model> for FaultView {
    fn from(row: Model) -> Self {
        Self {
            id: row.id,
            code: row.code,
            rule: row.rule,
            meant: row.meant,
            instead: row.instead_id,
            count: row.count,
            first_at: row.first_at,
            last_at: row.last_at,
        }
    }
}

/// What the engine could not do as the pack says, newest first: for the administrator.
#[utoipa::path(get, path = "/faults", operation_id = "fault.list", tag = "governance",
    responses((status = 200, body = Faults), (status = "4XX", body = Problem)))]
async fn list(call: Call) -> Result<Response, Failure> {
    if !call.actor().may("fault.read") {
        return Err(Forbidden {
            permission: "fault.read".into(),
            subject: None,
        }
        .into());
    }
    let faults = super::all(&call.db())
        .await?
        .into_iter()
        .map(FaultView::from)
        .collect();
    answer::ok(&Faults { items: faults })
}
