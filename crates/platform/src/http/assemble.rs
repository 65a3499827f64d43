//! The routes of all modules behind the layers that every request passes, the same for the server and for tests.

use std::any::Any;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use serde_json::Value;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};
use tower_http::trace::TraceLayer;
use utoipa_axum::router::OpenApiRouter;

use super::document::complete;
use super::problem::JSON_LIMIT;
use super::problems;
use crate::app::App;
use crate::failure::{Failure, NoSuchPlace, WrongMethod};
use crate::identity::login;

/// What the house must know of the way that leads to it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Outside {
    /// Browsers come by https (a proxy ends TLS before us): the session cookie is then never sent over plain http.
    pub behind_tls: bool,
}

/// [`assemble_with`] for a house that is reached by plain http.
pub fn assemble(app: &App, routes: Vec<OpenApiRouter<App>>) -> (Router, Value) {
    assemble_with(app, routes, Outside::default())
}

/// Puts the routes below `/api/v1` and the layers around them; the document of all routes comes back beside the router. What is not
/// below `/api` is left to the server's own fallback.
///
/// From the outside in: request id, trace, session, who asks (and whether the request comes from our own pages), problems, panics.
pub fn assemble_with(app: &App, routes: Vec<OpenApiRouter<App>>, outside: Outside) -> (Router, Value) {
    let (router, document) = join(routes).split_for_parts();
    let router = router
        .route("/api", any(nothing_here))
        .route("/api/{*rest}", any(nothing_here))
        .method_not_allowed_fallback(wrong_method)
        .fallback(nothing_here)
        .layer(DefaultBodyLimit::max(JSON_LIMIT))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn_with_state(app.clone(), problems))
        .layer(from_fn_with_state(app.clone(), login::who_asks))
        .layer(login::sessions(app, outside.behind_tls))
        .layer(from_fn_with_state(app.clone(), login::without_sessions))
        .layer(TraceLayer::new_for_http())
        .layer(PropagateRequestIdLayer::x_request_id())
        .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid))
        .with_state(app.clone());
    (router, complete(&document))
}

/// The document of all routes alone.
pub fn describe(routes: Vec<OpenApiRouter<App>>) -> Value {
    complete(&join(routes).split_for_parts().1)
}

fn join(routes: Vec<OpenApiRouter<App>>) -> OpenApiRouter<App> {
    OpenApiRouter::new().nest(
        "/api/v1",
        routes
            .into_iter()
            .fold(OpenApiRouter::new(), OpenApiRouter::merge),
    )
}

async fn nothing_here() -> Failure {
    NoSuchPlace.into()
}

async fn wrong_method() -> Failure {
    WrongMethod.into()
}

/// A panic is our own fault like any other: logged, worded by the problems layer, with nothing of the inside shown.
fn panicked(panic: Box<dyn Any + Send>) -> Response {
    let words = panic
        .downcast_ref::<&str>()
        .map(|words| (*words).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "no words".to_owned());
    let mut response = Failure::broken(format!("panic: {words}")).into_response();
    *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
    response
}
