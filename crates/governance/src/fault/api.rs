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

/// What is to be mended: nobody was there, or a year's holidays are not known.
#[derive(Debug, Serialize, ToSchema)]
struct FaultView {
    id: Uuid,
    /// `vacant`, `absent`, `left` or `holidays-missing`.
    code: String,
    /// The rule that met it; empty where it concerns all.
    rule: String,
    /// Who was meant, or which year.
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

/// Due times of a year go on without its holidays, so that somebody must be told.
fn missing_holidays(call: &Call) -> Vec<FaultView> {
    let (book, now) = (call.app().policies(), call.app().now());
    let missing = book.holidays().missing(book.today(now));
    let told = missing.into_iter().map(|year| FaultView {
        id: Uuid::from_u128(u128::from(year.unsigned_abs())),
        code: "holidays-missing".into(),
        rule: String::new(),
        meant: year.to_string(),
        instead: None,
        count: 1,
        first_at: now,
        last_at: now,
    });
    told.collect()
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
    let mut items = missing_holidays(&call);
    items.extend(super::all(&call.db()).await?.into_iter().map(FaultView::from));
    answer::ok(&Faults { items })
}
