//! Why a sheet is not taken.

use axum::http::StatusCode;
use xianji_platform::Refusal;

/// Why a sheet is not taken.
#[derive(Debug, thiserror::Error)]
pub enum FormError {
    /// The form is not on such a record.
    #[error("form {0} is not filed on a {1}")]
    OtherSubject(String, String),
    /// The form does not apply to this record now.
    #[error("form {0} is not asked here now")]
    NotAsked(String),
    /// Somebody else fills it in.
    #[error("form {0} is filled in by somebody else")]
    NotYours(String),
    /// The sheet that it should replace has been replaced already, or is another's.
    #[error("that sheet cannot be replaced")]
    NotReplaceable,
    /// The customer's link has been used or has run out.
    #[error("the link is no longer open")]
    LinkClosed,
}

impl Refusal for FormError {
    fn code(&self) -> &'static str {
        match self {
            Self::OtherSubject(..) => "form-other-subject",
            Self::NotAsked(_) => "form-not-asked",
            Self::NotYours(_) => "form-not-yours",
            Self::NotReplaceable => "form-not-replaceable",
            Self::LinkClosed => "link-closed",
        }
    }

    fn status(&self) -> StatusCode {
        match self {
            Self::OtherSubject(..) | Self::NotAsked(_) | Self::NotReplaceable => StatusCode::CONFLICT,
            Self::NotYours(_) => StatusCode::FORBIDDEN,
            Self::LinkClosed => StatusCode::GONE,
        }
    }

    fn fields(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::OtherSubject(form, kind) => vec![("form", form.clone()), ("kind", kind.clone())],
            Self::NotAsked(form) | Self::NotYours(form) => vec![("form", form.clone())],
            Self::NotReplaceable | Self::LinkClosed => Vec::new(),
        }
    }
}
