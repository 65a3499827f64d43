//! When something is due.

use xianji_kernel::calendar::Span;

/// How long, in words or by a setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Length {
    /// `3 working days`.
    Span(Span),
    /// A setting of type duration.
    Setting(String),
}

/// How far from a date, and to which side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offset {
    Before(Length),
    After(Length),
}

/// A due time as the pack writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Time {
    /// From the opening: `3 working days`.
    Span(Span),
    /// A date of the subject, perhaps moved: `bid.closes_at - 3 working days`. The first word is the root.
    Date {
        path: Vec<String>,
        offset: Option<Offset>,
    },
    /// One occurrence each: `["3 days", "30 days"]`.
    List(Vec<Time>),
    /// Looked up in the service limits that apply: `service:first_reply`.
    Service(String),
    /// A setting of type duration.
    Setting(String),
    /// What the subject's grade gives under this key.
    Given(String),
}
