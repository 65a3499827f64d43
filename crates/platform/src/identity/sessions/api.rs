//! Log-ins over HTTP.

use axum::response::Response;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{actions, queries};
use crate::app::App;
use crate::failure::Failure;
use crate::http::{At, Call, Problem, answer};
use crate::id::MemberId;
use crate::identity::entity::session;

/// Routes of log-ins.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(end))
        .routes(routes!(end_all))
}

/// Somewhere that a member is logged in.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MemberSession)]
pub struct SessionRow {
    /// To end it; nobody can log in with it.
    pub id: String,
    /// When the member logged in.
    pub since: DateTime<Utc>,
    /// When it was last used, to within five minutes.
    pub used_at: DateTime<Utc>,
    /// When it ends at the latest.
    pub expires_at: DateTime<Utc>,
    /// Whether the member asked to stay logged in.
    pub stay: bool,
}

impl From<session::Model> for SessionRow {
    fn from(row: session::Model) -> Self {
        Self {
            id: row.id_hash,
            since: row.created_at,
            used_at: row.used_at,
            expires_at: row.expires_at,
            stay: row.stay,
        }
    }
}

/// Where a member is logged in.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MemberSessions)]
pub struct Sessions {
    /// The latest used first.
    pub items: Vec<SessionRow>,
}

/// Where a member is logged in, the latest used first.
#[utoipa::path(get, path = "/members/{id}/sessions", operation_id = "member.sessions", tag = "member",
    params(("id" = MemberId, Path)), responses((status = 200, body = Sessions), (status = "4XX", body = Problem)))]
async fn list(call: Call, At(id): At<MemberId>) -> Result<Response, Failure> {
    let rows = queries::of(call.app(), call.actor(), id).await?;
    answer::ok(&Sessions {
        items: rows.into_iter().map(SessionRow::from).collect(),
    })
}

/// Ends every log-in of a member.
#[utoipa::path(post, path = "/members/{id}/sessions/end", operation_id = "member.end_sessions", tag = "member",
    params(("id" = MemberId, Path)), responses((status = 204), (status = "4XX", body = Problem)))]
async fn end_all(call: Call, At(id): At<MemberId>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    actions::end(&mut work, id, None).await?;
    work.answer_empty().await
}

/// Ends one log-in of a member.
#[utoipa::path(post, path = "/members/{id}/sessions/{session}/end", operation_id = "member.end_session", tag = "member",
    params(("id" = MemberId, Path), ("session" = String, Path)),
    responses((status = 204), (status = "4XX", body = Problem)))]
async fn end(call: Call, At((id, session)): At<(MemberId, String)>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    actions::end(&mut work, id, Some(&session)).await?;
    work.answer_empty().await
}
