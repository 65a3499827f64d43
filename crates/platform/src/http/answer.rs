//! One way to answer.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Listed<T> {
    /// The records.
    pub items: Vec<T>,
    /// Cursor of the next page, if there is one.
    pub next: Option<String>,
    /// How many there are in all.
    pub total: Total,
}

/// How many there are: exact up to 10,000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Total {
    /// The number, or 10,000.
    pub count: u64,
    /// Whether it is exact; if not, there are more.
    pub exact: bool,
}

/// A JSON answer; a record's `version` becomes its ETag.
pub fn json(status: StatusCode, body: Option<&Value>) -> Response {
    let Some(body) = body else {
        return status.into_response();
    };
    let mut response = (status, axum::Json(body)).into_response();
    let version = body.get("version").and_then(Value::as_i64);
    if let Some(tag) = version.and_then(|version| HeaderValue::from_str(&format!("\"v{version}\"")).ok()) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

/// 200 with a body, for reads.
pub fn ok<T: Serialize>(body: &T) -> Result<Response, crate::failure::Failure> {
    Ok(json(StatusCode::OK, Some(&serde_json::to_value(body)?)))
}
