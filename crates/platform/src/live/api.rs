//! HTTP of what is told to open screens.

use std::convert::Infallible;
use std::time::Duration;

use axum::Extension;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::listener::{Listener, first};
use super::news::News;
use crate::app::App;
use crate::failure::Failure;
use crate::http::{Ask, Call, Problem, answer};
use crate::id::EventId;
use crate::identity::login::{self, Session};

/// Without news something is said this often, so that proxies keep the line open.
const BEAT: Duration = Duration::from_secs(15);

/// Routes of what is told.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(follow))
}

/// From where on.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct Since {
    /// The `last` that one was told; the header `Last-Event-ID` says the same and goes before.
    after: Option<EventId>,
}

/// What changed of what one may see, and how many notices wait.
///
/// With `Accept: text/event-stream` the answer goes on: each event `news` holds the same JSON, its id is `last`. It ends when the log-in
/// ends, when rights change or when the program stops; a browser then comes again by itself. Eight may be open for one member.
#[utoipa::path(get, path = "/events", operation_id = "event.follow", tag = "ledger", params(Since),
    responses((status = 200, description = "What changed", content((News = "application/json"), (String = "text/event-stream"))),
        (status = "4XX", body = Problem)))]
async fn follow(
    call: Call,
    session: Option<Extension<Session>>,
    headers: HeaderMap,
    Ask(since): Ask<Since>,
) -> Result<Response, Failure> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let after = text("last-event-id")
        .and_then(|id| id.parse().ok())
        .or(since.after);
    if !text(header::ACCEPT.as_str()).is_some_and(|accept| accept.contains("text/event-stream")) {
        return answer::ok(&first(call.app(), call.actor(), after).await?);
    }
    let session = session.and_then(|Extension(session)| login::key_of(&session));
    let listener = Listener::begin(call.app(), call.actor().clone(), session, after).await?;
    let news = futures_util::stream::unfold(listener, |mut listener| async {
        let news = listener.next().await?;
        Some((Ok::<_, Infallible>(event(&news)), listener))
    });
    let mut response = Sse::new(news)
        .keep_alive(KeepAlive::new().interval(BEAT))
        .into_response();
    // Proxies that gather answers would keep the news to themselves.
    response
        .headers_mut()
        .insert("x-accel-buffering", HeaderValue::from_static("no"));
    Ok(response)
}

fn event(news: &News) -> Event {
    let event = Event::default().event("news");
    let event = match news.last {
        Some(last) => event.id(last.to_string()),
        None => event,
    };
    event.json_data(news).unwrap_or_default()
}
