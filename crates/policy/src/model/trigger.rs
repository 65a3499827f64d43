//! What opens an obligation or sends a notice.

use xianji_kernel::beat::Beat;

use super::{NeedItem, Time};
use crate::condition::Condition;

/// What opens it, and for which subjects.
#[derive(Clone, Debug)]
pub struct Trigger {
    pub opening: Opening,
    /// Which of the events count; over the event's facts, its subject's and what that belongs to.
    pub filter: Option<Condition>,
    /// For which records it is opened. Without it, for the event's subject (or the company, for a beat).
    pub for_each: Option<ForEach>,
    pub sample: Option<Sample>,
    /// Opens again this long after the last one was closed, until `until`.
    pub repeat: Option<Time>,
    pub until: Option<Until>,
}

/// The four ways to open.
#[derive(Clone, Debug)]
pub enum Opening {
    /// One of these events happens.
    Events(Vec<EventPattern>),
    /// At every beat, from the first whole period on.
    Every(Every),
    /// The condition turns true, or is true when the rule comes into force.
    Becomes(Condition),
    /// None of these events for so long.
    Silent { events: Vec<EventPattern>, lasts: Time },
}

/// A beat written out, or one that the grade gives.
#[derive(Clone, Debug)]
pub enum Every {
    Beat(Beat),
    Given(String),
}

/// An event by its full name: `inquiry.received`, or of a statement, `form:weekly-report.filed`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EventPattern(pub String);

impl EventPattern {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn matches(&self, event: &str) -> bool {
        self.0 == event
    }
}

/// Records of a kind, or their parts: `project`, `project.tasks`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForEach {
    pub kind: String,
    /// The parts; none for the record itself.
    pub part: Option<Part>,
}

/// Parts of a record, which are records too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// As the statement names them: `tasks`.
    pub name: String,
    /// What they are: `task`.
    pub kind: String,
}

impl ForEach {
    /// The kind of record on which the statement hangs.
    pub fn subject(&self) -> &str {
        self.part.as_ref().map_or(&self.kind, |part| &part.kind)
    }
}

impl Trigger {
    /// The whole and its parts, where it is opened for each part.
    pub fn parts(&self) -> Option<(&str, &Part)> {
        let each = self.for_each.as_ref()?;
        Some((each.kind.as_str(), each.part.as_ref()?))
    }
}

/// A draw instead of all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// A draw for each of these, such as a member: a fact's path.
    pub per: Option<Vec<String>>,
    pub take: SampleSize,
    /// A list shorter than this is taken whole.
    pub least: u32,
}

/// How many are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SampleSize {
    Number(u32),
    Percent(u32),
}

/// What ends the repeating, keeps later parts out, and closes what is open.
#[derive(Clone, Debug, Default)]
pub struct Until {
    pub events: Vec<EventPattern>,
    pub needs: Vec<NeedItem>,
}
