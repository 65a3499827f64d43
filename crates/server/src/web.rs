//! The embedded web app: pre-compressed files, hashed names kept for ever by browsers, every other address answered with the app itself.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use rust_embed::{Embed, EmbeddedFile};
use serde_json::Value;
use xianji_platform::{App, Failure};

#[derive(Embed)]
#[folder = "../../web/dist"]
#[allow_missing = true]
struct Files;

/// Script from here alone; styles inline, because the component library writes them.
const POLICY: &str = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; \
    font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

/// Adds health, the API's description and the web app to the API.
pub fn mount(api: Router, app: &App, openapi: &Value) -> Result<Router, Failure> {
    let text: Arc<str> = serde_json::to_string_pretty(openapi)?.into();
    let described = Router::new().route(
        "/api/openapi.json",
        get(move || async move { ([(header::CONTENT_TYPE, "application/json")], text.to_string()) }),
    );
    let health = Router::new()
        .route("/health", get(|| async { "ok" }))
        .route("/ready", get(ready))
        .with_state(app.clone());
    Ok(api
        .merge(described)
        .merge(crate::docs::page())
        .merge(health)
        .fallback(file))
}

async fn ready(State(app): State<App>) -> StatusCode {
    match xianji_platform::identity::company::read(&app.reader()).await {
        Ok(_) => StatusCode::OK,
        Err(_) => StatusCode::SERVICE_UNAVAILABLE,
    }
}

async fn file(uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path().trim_start_matches('/');
    if path.starts_with("api/") {
        return Failure::from(xianji_platform::failure::NoSuchPlace).into_response();
    }
    let path = if path == "api" || path.is_empty() {
        "index.html"
    } else {
        path
    };
    match embedded(path, &headers) {
        Some(response) => response,
        None if path.starts_with("assets/") => StatusCode::NOT_FOUND.into_response(),
        None => embedded("index.html", &headers).unwrap_or_else(missing),
    }
}

/// The best form of a file that the browser takes.
fn embedded(path: &str, headers: &HeaderMap) -> Option<Response> {
    if path.ends_with(".br") || path.ends_with(".gz") {
        return None;
    }
    let accepted = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    for (word, ending) in [("br", ".br"), ("gzip", ".gz")] {
        if accepted.contains(word)
            && let Some(found) = Files::get(&format!("{path}{ending}"))
        {
            return Some(answer(path, found, Some(word)));
        }
    }
    Files::get(path).map(|found| answer(path, found, None))
}

fn answer(path: &str, found: EmbeddedFile, encoding: Option<&'static str>) -> Response {
    let media = media_type(path);
    let mut response = found.data.into_owned().into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    let keep = if path.starts_with("assets/") {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    if media.starts_with("text/html") {
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
        headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    }
    if let Some(encoding) = encoding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn missing() -> Response {
    (StatusCode::OK, "先机 Xianji: the web app is not built into this program (run `make run`). The API is under /api/v1.\n").into_response()
}
