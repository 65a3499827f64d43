//! What the house answered, short enough to be written into a test.

use std::fmt;

use axum::Router;
use axum::body::to_bytes;
use axum::extract::Request;
use axum::http::{HeaderMap, header};
use serde_json::Value;
use tower::ServiceExt;

/// An answer. Shown as `409 stage-not-next: stage bid does not follow guidance [/to not-allowed]`, or as the bare status when all went well.
#[derive(Clone, Debug)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// The JSON body; null when there is none.
    pub body: Value,
    /// The body as bytes.
    pub bytes: Vec<u8>,
    /// The record's version, as `"v7"`.
    pub etag: Option<String>,
    /// All headers.
    pub headers: HeaderMap,
}

impl Answer {
    /// What a router answers.
    pub async fn of(router: Router, request: Request) -> Self {
        let Ok(response) = router.oneshot(request).await;
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.expect("a body").to_vec();
        let etag = parts
            .headers
            .get(header::ETAG)
            .and_then(|tag| tag.to_str().ok())
            .map(str::to_owned);
        let body = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
        Self {
            status: parts.status.as_u16(),
            body,
            bytes,
            etag,
            headers: parts.headers,
        }
    }

    /// The body of an answer that must have gone well.
    #[track_caller]
    pub fn ok(self) -> Value {
        assert!(self.status < 300, "{self}");
        self.body
    }

    /// The id in the body of an answer that must have gone well.
    #[track_caller]
    pub fn id<T: From<uuid::Uuid>>(&self) -> T {
        assert!(self.status < 300, "{self}");
        let id = self.body["id"]
            .as_str()
            .and_then(|id| id.parse::<uuid::Uuid>().ok());
        id.expect("an id in the body").into()
    }

    /// The code of a problem, else an empty text.
    pub fn code(&self) -> &str {
        self.body["code"].as_str().unwrap_or_default()
    }

    /// The version in the ETag.
    pub fn version(&self) -> Option<i64> {
        self.etag
            .as_deref()?
            .strip_prefix("\"v")?
            .strip_suffix('"')?
            .parse()
            .ok()
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.status)?;
        if self.status >= 400 {
            write!(
                f,
                " {}: {}",
                self.code(),
                self.body["title"].as_str().unwrap_or_default()
            )?;
            for fault in self.body["errors"].as_array().into_iter().flatten() {
                let text = |field: &str| fault[field].as_str().unwrap_or_default().to_owned();
                write!(f, " [{} {}]", text("pointer"), text("code"))?;
            }
        }
        Ok(())
    }
}
