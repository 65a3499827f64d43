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
        .fallback(file::<Files>))
}

async fn ready(State(app): State<App>) -> StatusCode {
    match xianji_platform::identity::company::read(&app.reader()).await {
        Ok(_) => StatusCode::OK,
        Err(_) => StatusCode::SERVICE_UNAVAILABLE,
    }
}

async fn file<F: Embed>(uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path().trim_start_matches('/');
    if path.starts_with("api/") {
        return Failure::from(xianji_platform::failure::NoSuchPlace).into_response();
    }
    let path = if path == "api" || path.is_empty() {
        "index.html"
    } else {
        path
    };
    match embedded::<F>(path, &headers) {
        Some(response) => response,
        None if path.starts_with("assets/") => StatusCode::NOT_FOUND.into_response(),
        None => embedded::<F>("index.html", &headers).unwrap_or_else(missing),
    }
}

/// The best form of a file that the browser takes.
fn embedded<F: Embed>(path: &str, headers: &HeaderMap) -> Option<Response> {
    if path.ends_with(".br") || path.ends_with(".gz") {
        return None;
    }
    let accepted = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    for (word, ending) in [("br", ".br"), ("gzip", ".gz")] {
        if accepted.contains(word)
            && let Some(found) = F::get(&format!("{path}{ending}"))
        {
            return Some(answer(path, found, Some(word)));
        }
    }
    F::get(path).map(|found| answer(path, found, None))
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

#[cfg(test)]
mod tests {
    use axum::body::{Body, to_bytes};
    use axum::http::Request;
    use tower::ServiceExt;

    use super::*;

    /// A web app of two files, whose compressed forms say in words what they are.
    #[derive(Embed)]
    #[folder = "tests/web"]
    struct Small;

    struct Got {
        status: StatusCode,
        headers: HeaderMap,
        body: String,
    }

    impl Got {
        fn header(&self, name: header::HeaderName) -> &str {
            self.headers
                .get(name)
                .and_then(|value| value.to_str().ok())
                .unwrap_or_default()
        }
    }

    async fn got(path: &str, accepted: &str) -> Got {
        let request = Request::get(path)
            .header(header::ACCEPT_ENCODING, accepted)
            .body(Body::empty())
            .unwrap();
        let app: Router = Router::new().fallback(file::<Small>);
        let (parts, body) = app.oneshot(request).await.unwrap().into_parts();
        let bytes = to_bytes(body, 1 << 20).await.unwrap();
        Got {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }

    #[tokio::test]
    async fn the_best_form_that_the_browser_takes_is_sent() {
        let script = "/assets/app-1a2b.js";
        for (accepted, encoding, body) in [
            ("gzip, deflate, br", "br", "script as brotli"),
            ("gzip", "gzip", "script as gzip"),
            ("", "", "console.log(1)\n"),
        ] {
            let got = got(script, accepted).await;
            assert_eq!(
                (got.header(header::CONTENT_ENCODING), got.body.as_str()),
                (encoding, body)
            );
            assert_eq!(got.header(header::VARY), "accept-encoding");
            assert_eq!(got.header(header::CONTENT_TYPE), "text/javascript; charset=utf-8");
        }
        let page = got("/", "gzip").await;
        assert!(
            page.body.contains("先机"),
            "no gzip of it is there: {}",
            page.body
        );
    }

    #[tokio::test]
    async fn hashed_names_are_kept_for_ever_and_the_page_is_asked_for_anew() {
        let script = got("/assets/app-1a2b.js", "").await;
        assert_eq!(
            script.header(header::CACHE_CONTROL),
            "public, max-age=31536000, immutable"
        );
        assert_eq!(got("/", "").await.header(header::CACHE_CONTROL), "no-cache");
    }

    #[tokio::test]
    async fn the_page_runs_no_script_but_its_own_and_stands_in_no_frame() {
        let page = got("/", "").await;
        let policy = page.header(header::CONTENT_SECURITY_POLICY);
        let rules: Vec<&str> = policy.split("; ").collect();
        for rule in [
            "default-src 'self'",
            "script-src 'self'",
            "object-src 'none'",
            "frame-ancestors 'none'",
        ] {
            assert!(rules.contains(&rule), "{policy}");
        }
        assert!(!policy.contains("unsafe-eval"), "{policy}");
        assert_eq!(page.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
        assert_eq!(page.header(header::REFERRER_POLICY), "same-origin");
    }

    #[tokio::test]
    async fn every_place_of_the_app_is_the_app_and_what_is_not_there_is_said() {
        let place = got("/inquiries/0195a0d2", "").await;
        assert_eq!(place.status, StatusCode::OK);
        assert_eq!(place.header(header::CONTENT_TYPE), "text/html; charset=utf-8");
        assert_eq!(
            got("/assets/gone-0000.js", "").await.status,
            StatusCode::NOT_FOUND
        );
        assert_eq!(got("/api/v1/nowhere", "").await.status, StatusCode::NOT_FOUND);
        let raw = got("/assets/app-1a2b.js.br", "").await;
        assert_eq!(
            raw.status,
            StatusCode::NOT_FOUND,
            "a compressed form is no file of its own"
        );
    }
}
