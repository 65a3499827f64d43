//! Why an objection is not taken.

use axum::http::StatusCode;
use xianji_platform::Refusal;

/// Why an objection is not taken.
#[derive(Debug, thiserror::Error)]
pub enum ObjectionError {
    /// Only a member objects.
    #[error("only a member raises an objection")]
    NotAMember,
    /// Only whoever raised it takes it back.
    #[error("only whoever raised it takes it back")]
    NotYours,
    /// It is closed.
    #[error("the objection is closed")]
    Closed,
}

impl Refusal for ObjectionError {
    fn code(&self) -> &'static str {
        match self {
            Self::NotAMember => "objection-not-a-member",
            Self::NotYours => "objection-not-yours",
            Self::Closed => "objection-closed",
        }
    }

    fn status(&self) -> StatusCode {
        match self {
            Self::NotAMember | Self::NotYours => StatusCode::FORBIDDEN,
            Self::Closed => StatusCode::CONFLICT,
        }
    }
}
