//! `/api/docs`: the API's description as a page to read and try, from a package inside the program. Nothing is fetched from elsewhere.

use axum::Router;
use axum::http::{HeaderValue, header};
use tower_http::set_header::SetResponseHeaderLayer;
use utoipa_swagger_ui::{Config, SwaggerUi};

/// Like the web app's, but the page draws its icons from `data:`.
const POLICY: &str = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; \
    base-uri 'self'; frame-ancestors 'none'";

/// The page. Whoever is logged in in the same browser tries the API with their own rights.
pub fn page<S: Clone + Send + Sync + 'static>() -> Router<S> {
    let config = Config::from("/api/openapi.json")
        .doc_expansion("none")
        .filter(true)
        .use_base_layout()
        .try_it_out_enabled(false);
    Router::from(SwaggerUi::new("/api/docs").config(config)).layer(SetResponseHeaderLayer::overriding(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(POLICY),
    ))
}

#[cfg(test)]
mod tests {
    use axum::body::{Body, to_bytes};
    use axum::http::{Request, StatusCode};
    use tower::ServiceExt;

    use super::*;

    async fn get(path: &str) -> (StatusCode, bool, String) {
        let asked = Request::get(path).body(Body::empty()).unwrap();
        let answer = page::<()>().oneshot(asked).await.unwrap();
        let (status, guarded) = (
            answer.status(),
            answer.headers().contains_key(header::CONTENT_SECURITY_POLICY),
        );
        let body = to_bytes(answer.into_body(), 1 << 24).await.unwrap();
        (status, guarded, String::from_utf8_lossy(&body).into_owned())
    }

    #[tokio::test]
    async fn the_page_and_all_its_script_come_from_the_program() {
        let (status, guarded, html) = get("/api/docs/").await;
        assert_eq!((status, guarded), (StatusCode::OK, true));
        assert!(!html.contains("https://"), "{html}");
        for script in [
            "swagger-ui-bundle.js",
            "swagger-ui-standalone-preset.js",
            "swagger-initializer.js",
        ] {
            assert!(html.contains(script), "{html}");
            let (status, _, text) = get(&format!("/api/docs/{script}")).await;
            assert_eq!((status, text.is_empty()), (StatusCode::OK, false), "{script}");
        }
        let (_, _, start) = get("/api/docs/swagger-initializer.js").await;
        assert!(start.contains("/api/openapi.json"), "{start}");
    }
}
