//! Regulations, their clauses, and the controls that carry them.

use std::fmt;

use xianji_kernel::text::Text;

use super::shelf::named;

/// A regulation that the pack serves.
#[derive(Clone, Debug)]
pub struct Regulation {
    pub id: String,
    pub name: Text,
}

/// One clause, in words a person reads.
#[derive(Clone, Debug)]
pub struct Clause {
    pub id: String,
    /// The regulation.
    pub of: String,
    pub text: Text,
    pub controls: Vec<String>,
}

/// What one or several clauses ask for: the rules that enforce it and the measures that prove it.
#[derive(Clone, Debug)]
pub struct Control {
    pub id: String,
    pub name: Option<Text>,
    pub enforced_by: Vec<RuleRef>,
    pub measured_by: Vec<RuleRef>,
    /// Records that do not exist yet and on which the rest of it rests.
    pub waits_for: Vec<String>,
}

/// A statement by kind and id: `obligation:inquiry-first-reply`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RuleRef {
    pub kind: RuleKind,
    pub id: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RuleKind {
    Obligation,
    Gate,
    Approval,
    Metric,
    Stage,
    Form,
    Grading,
    Secrecy,
    Route,
    Notice,
    Deliverable,
    /// A record's own rule or part, written in Rust: `record:initiation`.
    Record,
}

impl RuleKind {
    pub const fn word(self) -> &'static str {
        match self {
            RuleKind::Obligation => "obligation",
            RuleKind::Gate => "gate",
            RuleKind::Approval => "approval",
            RuleKind::Metric => "metric",
            RuleKind::Stage => "stage",
            RuleKind::Form => "form",
            RuleKind::Grading => "grading",
            RuleKind::Secrecy => "secrecy",
            RuleKind::Route => "route",
            RuleKind::Notice => "notice",
            RuleKind::Deliverable => "deliverable",
            RuleKind::Record => "record",
        }
    }

    pub const ALL: [RuleKind; 12] = [
        RuleKind::Obligation,
        RuleKind::Gate,
        RuleKind::Approval,
        RuleKind::Metric,
        RuleKind::Stage,
        RuleKind::Form,
        RuleKind::Grading,
        RuleKind::Secrecy,
        RuleKind::Route,
        RuleKind::Notice,
        RuleKind::Deliverable,
        RuleKind::Record,
    ];
}

impl fmt::Display for RuleRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind.word(), self.id)
    }
}

named!(Regulation, Clause, Control);
