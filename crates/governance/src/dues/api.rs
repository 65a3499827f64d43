//! HTTP of calendars: one's own link, and the calendar behind it.

use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use xianji_platform::http::{At, Call, Problem, answer};
use xianji_platform::{App, Failure};

use super::entity::CalendarLink;
use super::{actions, feed, queries};

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read, make))
        .routes(routes!(revoke))
        .routes(routes!(show))
}

/// Whether one's dues are in a calendar.
#[derive(Debug, Serialize, ToSchema)]
struct CalendarView {
    /// When the link that works was made; null: there is none.
    created_at: Option<DateTime<Utc>>,
    /// When a calendar last read it, to within an hour.
    used_at: Option<DateTime<Utc>>,
    /// The link; answered once, when it is made.
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
}

fn view(link: Option<CalendarLink>, address: Option<String>) -> CalendarView {
    CalendarView {
        created_at: link.as_ref().map(|link| link.created_at),
        used_at: link.and_then(|link| link.used_at),
        address,
    }
}

/// Whether my dues are in a calendar.
#[utoipa::path(get, path = "/calendar", operation_id = "calendar.read", tag = "governance",
    responses((status = 200, body = CalendarView), (status = "4XX", body = Problem)))]
async fn read(call: Call) -> Result<Response, Failure> {
    let me = call
        .actor()
        .member()
        .ok_or_else(|| Failure::not_found("member"))?;
    answer::ok(&view(queries::of(&call.db(), me).await?, None))
}

/// Make a link for my calendar; the one before works no more.
#[utoipa::path(post, path = "/calendar", operation_id = "calendar.share", tag = "governance",
    responses((status = 201, body = CalendarView), (status = "4XX", body = Problem)))]
async fn make(call: Call) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let (link, token) = actions::make(&mut work).await?;
    let path = format!("/api/v1/public/calendars/{token}.ics");
    let address = call.app().policies().company().link(&path);
    work.answer(StatusCode::CREATED, &view(Some(link), Some(address)))
        .await
}

/// Take my calendar's link back.
#[utoipa::path(post, path = "/calendar/revoke", operation_id = "calendar.revoke", tag = "governance",
    responses((status = 204), (status = "4XX", body = Problem)))]
async fn revoke(call: Call) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    actions::revoke(&mut work).await?;
    work.answer_empty().await
}

/// A member's dues as iCalendar; `.ics` may end the token.
#[utoipa::path(get, path = "/public/calendars/{token}", operation_id = "public.calendar", tag = "public", params(("token" = String, Path)),
    responses((status = 200, content_type = "text/calendar", body = String), (status = "4XX", body = Problem)))]
async fn show(State(app): State<App>, At(token): At<String>) -> Result<Response, Failure> {
    let link = queries::of_token(&app.reader(), &token).await?;
    actions::note_use(&app, &link).await?;
    let mut response = feed::of(&app, link.member_id).await?.into_response();
    let kind = HeaderValue::from_static("text/calendar; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    let kept = HeaderValue::from_static("private, no-cache");
    response.headers_mut().insert(header::CACHE_CONTROL, kept);
    Ok(response)
}
