//! How the house says no. A *refusal* is a rule that said no: a small enum beside the rule, a code that never changes, a 4xx. A *failure*
//! is our own fault: 5xx, logged once, with nothing of the inside shown. Both become an RFC 9457 problem here and nowhere else.

use std::error::Error;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::id::Subject;

/// A rule that said no. Its text for the reader is found by `code` in the crate's `.ftl` files and filled with `fields`.
pub trait Refusal: Error + Send + Sync + 'static {
    /// A word that never changes; programs and translations hang on it.
    fn code(&self) -> &'static str;
    /// 409 unless the refusal is of another kind (400 unreadable, 403, 412, 422, 429).
    fn status(&self) -> StatusCode {
        StatusCode::CONFLICT
    }
    /// Values that the text names.
    fn fields(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
    /// All that is wrong with what was sent, each with its place.
    fn faults(&self) -> Vec<FieldFault> {
        Vec::new()
    }
    /// More for programs and the screen, e.g. a gate's items.
    fn extra(&self) -> serde_json::Map<String, serde_json::Value> {
        serde_json::Map::new()
    }
    /// What the refusal leaves in the ledger, if it is one of a gate or a right.
    fn evidence(&self) -> Option<RefusalEvidence> {
        None
    }
}

/// One thing wrong with what was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FieldFault {
    /// JSON pointer into the body, e.g. `/contacts/0/phone`.
    pub pointer: String,
    /// What is wrong, e.g. `required`, `too-long`; the text is found by `fault-<code>`.
    pub code: String,
    /// The text in the reader's language; filled when the problem is answered.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub detail: String,
    /// Values that the text names.
    #[serde(skip)]
    pub fields: Vec<(&'static str, String)>,
}

impl FieldFault {
    /// A fault at a pointer.
    pub fn at(pointer: impl Into<String>, code: impl Into<String>) -> Self {
        Self {
            pointer: pointer.into(),
            code: code.into(),
            detail: String::new(),
            fields: Vec::new(),
        }
    }

    /// The same with a value that the text names.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.fields.push((name, value.to_string()));
        self
    }
}

/// What the ledger keeps of a refusal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusalEvidence {
    /// The record on which something was refused.
    pub subject: Subject,
    /// The action that was refused, e.g. `project.advance`.
    pub action: String,
    /// Rules that refused, e.g. `gate:initiation-first`.
    pub rules: Vec<String>,
    /// What was missing.
    pub missing: Vec<String>,
}

/// A refusal ready to be answered.
#[derive(Debug)]
pub struct Refused {
    /// HTTP status.
    pub status: StatusCode,
    /// The refusal's code.
    pub code: &'static str,
    /// The refusal's own English words, for logs and as a last resort.
    pub words: String,
    /// Values for the text.
    pub fields: Vec<(&'static str, String)>,
    /// All faults of the body.
    pub faults: Vec<FieldFault>,
    /// More members of the problem.
    pub extra: serde_json::Map<String, serde_json::Value>,
    /// What goes to the ledger.
    pub evidence: Option<RefusalEvidence>,
}

/// Why a use case did not happen.
#[derive(Debug)]
pub enum Failure {
    /// A rule said no.
    Refused(Box<Refused>),
    /// The same request was answered before: here is that answer.
    Replayed(Box<Response>),
    /// Our own fault.
    Broken(Box<dyn Error + Send + Sync>),
}

impl Failure {
    /// Our own fault, in words for the log.
    pub fn broken(words: impl Into<String>) -> Self {
        Self::Broken(words.into().into())
    }

    /// What one may not see does not exist.
    pub fn not_found(what: &'static str) -> Self {
        NotFound(what).into()
    }

    /// The code of a refusal.
    pub fn code(&self) -> Option<&'static str> {
        match self {
            Self::Refused(refused) => Some(refused.code),
            Self::Replayed(_) | Self::Broken(_) => None,
        }
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Refused(refused) => {
                write!(
                    f,
                    "{} {}: {}",
                    refused.status.as_u16(),
                    refused.code,
                    refused.words
                )?;
                for fault in &refused.faults {
                    write!(f, " [{} {}]", fault.pointer, fault.code)?;
                }
                Ok(())
            }
            Self::Replayed(_) => f.write_str("answered before"),
            Self::Broken(error) => write!(f, "{error}"),
        }
    }
}

impl<R: Refusal> From<R> for Failure {
    fn from(refusal: R) -> Self {
        Self::Refused(Box::new(Refused {
            status: refusal.status(),
            code: refusal.code(),
            words: refusal.to_string(),
            fields: refusal.fields(),
            faults: refusal.faults(),
            extra: refusal.extra(),
            evidence: refusal.evidence(),
        }))
    }
}

/// A deadlock or a lost race is nobody's fault, and a database that is down comes back: the caller tries again.
impl From<sea_orm::DbErr> for Failure {
    fn from(error: sea_orm::DbErr) -> Self {
        if crate::database::is_try_again(&error) {
            TryAgain.into()
        } else if crate::database::is_out_of_reach(&error) {
            tracing::error!(%error, "the database is out of reach");
            Unavailable.into()
        } else {
            Self::Broken(Box::new(error))
        }
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::Broken(Box::new(error))
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::Broken(Box::new(error))
    }
}

/// Carried in the answer until the outermost layer words it in the reader's language.
#[derive(Clone, Debug)]
pub struct Unworded(pub std::sync::Arc<Refused>);

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        match self {
            Self::Refused(refused) => {
                let mut response = refused.status.into_response();
                response
                    .extensions_mut()
                    .insert(Unworded(std::sync::Arc::new(*refused)));
                response
            }
            Self::Replayed(response) => *response,
            Self::Broken(error) => {
                tracing::error!(error = chain(error.as_ref()), "failure");
                let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
                response
                    .extensions_mut()
                    .insert(Unworded(std::sync::Arc::new(Refused {
                        status: StatusCode::INTERNAL_SERVER_ERROR,
                        code: "internal",
                        words: "internal error".into(),
                        fields: Vec::new(),
                        faults: Vec::new(),
                        extra: serde_json::Map::new(),
                        evidence: None,
                    })));
                response
            }
        }
    }
}

fn chain(error: &dyn Error) -> String {
    let mut words = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        words.push_str(": ");
        words.push_str(&cause.to_string());
        next = cause.source();
    }
    words
}

macro_rules! plain_refusals {
    ($($(#[$doc:meta])* $name:ident = $status:ident $code:literal $words:literal;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, thiserror::Error)]
        #[error($words)]
        pub struct $name;
        impl Refusal for $name {
            fn code(&self) -> &'static str { $code }
            fn status(&self) -> StatusCode { StatusCode::$status }
        }
    )+};
}

plain_refusals! {
    /// The database cannot be reached at the moment.
    Unavailable = SERVICE_UNAVAILABLE "unavailable" "the database cannot be reached";
    /// Two writers met; the second may simply ask again.
    TryAgain = CONFLICT "try-again" "two writers met, try again";
    /// Nobody is logged in.
    Unauthenticated = UNAUTHORIZED "unauthenticated" "log in first";
    /// The record has changed since it was read.
    Stale = PRECONDITION_FAILED "stale" "the record has changed since it was read";
    /// A change of a record names the version that it was read in.
    PreconditionRequired = PRECONDITION_REQUIRED "precondition-required" "If-Match is required";
    /// `If-Match` cannot be read.
    BadIfMatch = BAD_REQUEST "bad-if-match" "If-Match must look like \"v7\"";
    /// The body is no JSON.
    NotJson = BAD_REQUEST "not-json" "the body is not readable JSON";
    /// The body is larger than allowed.
    TooLarge = PAYLOAD_TOO_LARGE "too-large" "the body is too large";
    /// The body is of another media type.
    WrongMediaType = UNSUPPORTED_MEDIA_TYPE "wrong-media-type" "the body must be application/json";
    /// The same key came with another body.
    KeyReused = UNPROCESSABLE_ENTITY "key-reused" "this Idempotency-Key was used with another request";
    /// No such operation at that address.
    NoSuchPlace = NOT_FOUND "not-found" "nothing is here";
    /// The address exists, the method does not.
    WrongMethod = METHOD_NOT_ALLOWED "wrong-method" "this method is not offered here";
    /// Too many tries.
    TooManyRequests = TOO_MANY_REQUESTS "too-many-requests" "too many requests, wait a little";
}

/// What one may not see does not exist.
#[derive(Debug, thiserror::Error)]
#[error("no such {0}")]
pub struct NotFound(pub &'static str);

impl Refusal for NotFound {
    fn code(&self) -> &'static str {
        "not-found"
    }
    fn status(&self) -> StatusCode {
        StatusCode::NOT_FOUND
    }
    fn fields(&self) -> Vec<(&'static str, String)> {
        vec![("what", self.0.to_owned())]
    }
}

/// What one may see but not do.
#[derive(Debug, thiserror::Error)]
#[error("not permitted: {permission}")]
pub struct Forbidden {
    /// The permission that is missing.
    pub permission: String,
    /// The record, if the refusal is about one.
    pub subject: Option<Subject>,
}

impl Refusal for Forbidden {
    fn code(&self) -> &'static str {
        "forbidden"
    }
    fn status(&self) -> StatusCode {
        StatusCode::FORBIDDEN
    }
    fn fields(&self) -> Vec<(&'static str, String)> {
        vec![("permission", self.permission.clone())]
    }
    fn evidence(&self) -> Option<RefusalEvidence> {
        let subject = self.subject.clone()?;
        Some(RefusalEvidence {
            subject,
            action: self.permission.clone(),
            rules: vec!["permission".into()],
            missing: vec![],
        })
    }
}

/// What was sent is wrong: everything at once.
#[derive(Debug, thiserror::Error)]
#[error("{} thing(s) are wrong with what was sent", .0.len())]
pub struct Invalid(pub Vec<FieldFault>);

impl Invalid {
    /// One fault.
    pub fn one(pointer: impl Into<String>, code: impl Into<String>) -> Self {
        Self(vec![FieldFault::at(pointer, code)])
    }
}

impl Refusal for Invalid {
    fn code(&self) -> &'static str {
        "invalid"
    }
    fn status(&self) -> StatusCode {
        StatusCode::UNPROCESSABLE_ENTITY
    }
    fn faults(&self) -> Vec<FieldFault> {
        self.0.clone()
    }
}
