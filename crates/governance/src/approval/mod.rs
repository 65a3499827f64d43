//! Requests for approval with their steps; each step is an obligation, each decision is evidence.

use uuid::Uuid;
use xianji_platform::{Failure, Subject, Work};

/// An approval that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The request; nothing where the pack asks for no approval, so that the subject counts as approved at once.
    pub request: Option<Uuid>,
}

/// Asks for an approval of a part of the subject, or of the record itself when the part is empty.
pub async fn ask(_work: &mut Work, _subject: &Subject, _part: &str, _note: Option<String>) -> Result<Asked, Failure> {
    Err(Failure::broken("approvals are not built"))
}
