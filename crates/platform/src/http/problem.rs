//! The outermost layer: words refusals in the reader's language as RFC 9457 problems, leaves evidence of what a gate or a right refused,
//! and hashes requests that carry an `Idempotency-Key`.

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use sha2::{Digest, Sha256};
use utoipa::ToSchema;
use xianji_kernel::text::Language;

use super::idempotency::Key;
use crate::app::App;
use crate::failure::{Failure, FieldFault, Invalid, Refused, TooLarge, Unworded};
use crate::identity::Actor;

/// Bodies of JSON requests.
pub const JSON_LIMIT: usize = 1024 * 1024;

/// A problem as RFC 9457 describes it, with our code and all faults.
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    /// `about:blank#<code>`-like address of the problem's kind.
    #[serde(rename = "type")]
    pub kind: String,
    /// HTTP status.
    pub status: u16,
    /// A word that never changes.
    pub code: String,
    /// What happened, in the reader's language.
    pub title: String,
    /// What is missing or to be done, in the reader's language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// All that is wrong with what was sent.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldFault>,
    /// More, by kind of problem: a gate's `items`, a possible duplicate.
    #[serde(flatten)]
    pub extra: serde_json::Map<String, serde_json::Value>,
}

/// The layer.
pub async fn problems(State(app): State<App>, request: Request, next: Next) -> Response {
    let language = language(request.headers());
    let request = match keyed(request).await {
        Ok(request) => request,
        Err(failure) => return word(&app, language, failure.into_response()),
    };
    let actor = request.extensions().get::<Actor>().cloned();
    let response = next.run(request).await;
    let evidence = response
        .extensions()
        .get::<Unworded>()
        .and_then(|unworded| unworded.0.evidence.clone());
    if let (Some(evidence), Some(actor)) = (evidence, actor)
        && let Err(failure) = leave_evidence(&app, actor, evidence).await
    {
        tracing::error!(%failure, "a refusal could not be recorded");
    }
    word(&app, language, response)
}

/// Language of the answer: the request's own wish.
pub fn language(headers: &HeaderMap) -> Language {
    headers
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok())
        .map_or(Language::Zh, Language::from_accept)
}

async fn keyed(request: Request) -> Result<Request, Failure> {
    let Some(value) = request.headers().get("idempotency-key") else {
        return Ok(request);
    };
    let key = value.to_str().ok().filter(|key| (1..=200).contains(&key.len()));
    let key = key
        .ok_or_else(|| Invalid::one("/idempotency-key", "wrong-format"))?
        .to_owned();
    // A form of parts may hold a large file and is divided by a boundary that is never twice the same: whoever reads it tells the key what
    // it held (`Call::begin_upload`).
    let in_parts = request
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|media| media.starts_with("multipart/"));
    let (mut parts, body) = request.into_parts();
    let mut hash = Sha256::new();
    hash.update(parts.method.as_str());
    hash.update([0]);
    hash.update(parts.uri.to_string());
    let body = if in_parts {
        body
    } else {
        let bytes = to_bytes(body, JSON_LIMIT).await.map_err(|_| TooLarge)?;
        hash.update([0]);
        hash.update(&bytes);
        Body::from(bytes)
    };
    parts.extensions.insert(Key {
        key,
        request_hash: hex::encode(hash.finalize()),
    });
    Ok(Request::from_parts(parts, body))
}

fn word(app: &App, language: Language, response: Response) -> Response {
    if let Some(Unworded(refused)) = response.extensions().get::<Unworded>().cloned() {
        return problem(app, language, &refused);
    }
    response
}

/// A refusal in the reader's language.
pub fn problem(app: &App, language: Language, refused: &Refused) -> Response {
    let texts = &app.registry().texts;
    let errors = refused.faults.iter().map(|fault| FieldFault {
        detail: texts.get(language, &format!("fault-{}", fault.code), &fault.fields),
        ..fault.clone()
    });
    let body = Problem {
        kind: format!("/problems/{}", refused.code),
        status: refused.status.as_u16(),
        code: refused.code.to_owned(),
        title: texts
            .find(language, refused.code, &refused.fields)
            .unwrap_or_else(|| refused.words.clone()),
        detail: texts.find(language, &format!("{}-detail", refused.code), &refused.fields),
        errors: errors.collect(),
        extra: refused.extra.clone(),
    };
    let mut response = (refused.status, axum::Json(body)).into_response();
    response.headers_mut().insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/problem+json"),
    );
    let pause = match refused.status {
        StatusCode::TOO_MANY_REQUESTS => "60",
        StatusCode::SERVICE_UNAVAILABLE => "5",
        _ => return response,
    };
    response
        .headers_mut()
        .insert(header::RETRY_AFTER, HeaderValue::from_static(pause));
    response
}

/// In a small unit of work of its own, after the refused one was undone.
async fn leave_evidence(
    app: &App,
    actor: Actor,
    evidence: crate::failure::RefusalEvidence,
) -> Result<(), Failure> {
    let mut work = app.begin(actor).await?;
    let facts = serde_json::json!({ "action": evidence.action, "rules": evidence.rules, "missing": evidence.missing });
    work.record_named("action.refused", evidence.subject, facts)
        .await?;
    work.commit().await
}
