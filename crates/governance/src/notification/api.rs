//! The notification centre.

use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use xianji_kernel::text::{Language, Text};
use xianji_platform::http::{Ask, At, Call, Problem, answer};
use xianji_platform::{App, Failure, Subject};

use super::entity::Model;
use super::{NotificationId, queries};
use crate::obligation::ObligationId;

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(read))
        .routes(routes!(read_all))
}

/// Something that the reader was told.
#[derive(Debug, Serialize, ToSchema)]
struct NotificationView {
    id: NotificationId,
    /// `notice`, `warning`, `overdue`, `escalation`.
    kind: String,
    words: String,
    /// Whether having read it is owed: `mark all as read` leaves it alone.
    must_read: bool,
    subject: Option<Subject>,
    /// The record's page.
    address: Option<String>,
    obligation: Option<ObligationId>,
    created_at: DateTime<Utc>,
    read_at: Option<DateTime<Utc>>,
}

fn view(app: &App, language: Language, row: Model) -> NotificationView {
    let words: Text = serde_json::from_value(row.words).unwrap_or_default();
    let subject = row
        .subject_kind
        .zip(row.subject_id)
        .map(|(kind, id)| Subject::new(&kind, id));
    let address = subject
        .as_ref()
        .and_then(|subject| xianji_platform::subject::address(app, subject));
    NotificationView {
        id: row.id,
        must_read: row.kind == "notice" && row.obligation_id.is_some() && row.read_at.is_none(),
        kind: row.kind,
        words: words.get(language).to_owned(),
        subject,
        address,
        obligation: row.obligation_id,
        created_at: row.created_at,
        read_at: row.read_at,
    }
}

/// A page of notifications.
#[derive(Debug, Serialize, ToSchema)]
struct Notifications {
    items: Vec<NotificationView>,
    /// Of the page that follows.
    next: Option<NotificationId>,
    /// How many are unread, at most 100.
    unread: u64,
}

/// Which notifications.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct Which {
    /// Only those not read.
    #[serde(default)]
    unread: bool,
    /// The last one of the page before.
    cursor: Option<NotificationId>,
}

/// The reader's notices, warnings and escalations, newest first.
#[utoipa::path(get, path = "/notifications", operation_id = "notification.list", tag = "governance", params(Which),
    responses((status = 200, body = Notifications), (status = "4XX", body = Problem)))]
async fn list(call: Call, Ask(which): Ask<Which>) -> Result<Response, Failure> {
    let page = queries::page(&call.db(), call.actor().member(), which.unread, which.cursor).await?;
    let language = call.actor().language;
    let items = page
        .rows
        .into_iter()
        .map(|row| view(call.app(), language, row))
        .collect();
    answer::ok(&Notifications {
        items,
        next: page.next,
        unread: page.unread,
    })
}

/// Mark a notice as read; a read receipt where the pack asks for one.
#[utoipa::path(post, path = "/notifications/{id}/read", operation_id = "notification.read", tag = "governance",
    params(("id" = NotificationId, Path)),
    responses((status = 200, body = NotificationView), (status = "4XX", body = Problem)))]
async fn read(call: Call, At(id): At<NotificationId>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let row = super::read(&mut work, id).await?;
    let view = view(call.app(), call.actor().language, row);
    work.answer(StatusCode::OK, &view).await
}

/// What is left to read.
#[derive(Debug, Serialize, ToSchema)]
struct LeftToRead {
    /// Those that must be read one by one, at most 100.
    unread: u64,
}

/// Mark all as read, except what must be read one by one.
#[utoipa::path(post, path = "/notifications/read", operation_id = "notification.read_all", tag = "governance",
    responses((status = 200, body = LeftToRead), (status = "4XX", body = Problem)))]
async fn read_all(call: Call) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let unread = super::read_all(&mut work).await?;
    work.answer(StatusCode::OK, &LeftToRead { unread }).await
}
