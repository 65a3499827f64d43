//! Gates, approvals, obligations and notices: what the engine does.

use chrono::NaiveTime;
use xianji_kernel::beat::IfClosed;
use xianji_kernel::calendar::Span;
use xianji_kernel::text::Text;

use super::shelf::named;
use super::{EventPattern, NeedItem, Time, Trigger, Who};
use crate::condition::Condition;

/// What must hold before an action or a stage.
#[derive(Clone, Debug)]
pub struct Gate {
    /// A stage's own gates are called `solution.enter` and `solution.leave`.
    pub id: String,
    pub name: Option<Text>,
    pub before: Vec<GatePoint>,
    /// The kind of record on which needs are sought first.
    pub of: String,
    pub when: Option<Condition>,
    pub needs: Vec<NeedItem>,
    pub effect: Effect,
    /// The approval that lets one passing through.
    pub exempt: Option<String>,
}

/// Where a gate stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum GatePoint {
    /// `quote.send`; with a field, an update of that field: `project.update:budget`.
    Action { name: String, field: Option<String> },
    /// Entering a stage.
    Enter(String),
    /// Leaving a stage.
    Leave(String),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    Block,
    /// It goes through, and is noted.
    Warn,
    /// The record waits; those who supply have so long.
    Hold {
        within: Option<Time>,
    },
}

/// Who decides on what, in which order.
#[derive(Clone, Debug)]
pub struct Approval {
    pub id: String,
    pub name: Option<Text>,
    pub subject: ApprovalSubject,
    pub when: Option<Condition>,
    /// Of several that apply the highest.
    pub rank: i64,
    pub steps: Vec<ApprovalStep>,
    /// Over the facts now and the facts decided on (`decided`): then the decision must be asked for again.
    pub ask_again: Option<Condition>,
}

/// What is approved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ApprovalSubject {
    /// A record itself: `quote`.
    Record(String),
    /// A part or act of a record: `project.initiation`.
    Part { kind: String, part: String },
    /// A filing of a form.
    Form(String),
    /// A grade of this grading.
    Grade(String),
    /// Passing a gate for once, on a record of this kind (any, without).
    Exemption(Option<String>),
    /// Not having to do an obligation.
    Waiver(Option<String>),
    /// Skipping a stage.
    Skip(Option<String>),
    /// Taking records of this kind out of the system.
    Export(Option<String>),
    /// A confidential record or field leaving the company.
    Release(Option<String>),
}

#[derive(Clone, Debug)]
pub struct ApprovalStep {
    pub name: Option<Text>,
    pub by: Who,
    pub within: Option<Time>,
    /// Only then is the step taken.
    pub when: Option<Condition>,
    /// The opinion is filed on this form.
    pub form: Option<String>,
    /// An opinion is asked from each, not only a yes.
    pub answered: bool,
    /// The approver may set conditions; each is an obligation.
    pub conditions: bool,
    /// This many approvals are enough.
    pub at_least: Option<u32>,
}

/// What is due, for whom, when, what fulfils it, what escalates.
#[derive(Clone, Debug)]
pub struct Obligation {
    /// A stage's time limit is called `solution.limit`.
    pub id: String,
    pub name: Text,
    pub trigger: Trigger,
    /// Kind of record that it hangs on; `company` for a beat without `for_each`.
    pub of: String,
    /// Which subjects; of several rules that hold the highest rank applies.
    pub when: Option<Condition>,
    pub rank: i64,
    /// Joins whichever applies.
    pub also: bool,
    pub responsible: Who,
    /// Local time at which a beat falls due (with `due`, opens).
    pub at: Option<NaiveTime>,
    pub if_closed: IfClosed,
    pub due: Option<Time>,
    /// Which calendar counts its working time; without, the company's.
    pub calendar: Option<String>,
    pub paused_while: Option<Condition>,
    pub fulfilment: Fulfilment,
    pub warn: Option<Warn>,
    pub escalate: Vec<Escalation>,
    pub confirm: Option<Confirm>,
    /// Shown among the project's key steps.
    pub key_step: bool,
    /// The due time starts again when it is handed to another person.
    pub restart: bool,
    pub on_time_by: OnTimeBy,
    /// The approval that waives it.
    pub waiver: Option<String>,
    /// A form that its owner fills in to fulfil it, offered from the workbench.
    pub form: Option<String>,
}

/// By which of evidence's two times punctuality is judged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnTimeBy {
    #[default]
    Recorded,
    Happened,
}

#[derive(Clone, Debug)]
pub enum Fulfilment {
    /// This many of these events on the subject since it was opened.
    Events {
        events: Vec<EventPattern>,
        filter: Option<Condition>,
        at_least: u32,
    },
    /// All of these hold.
    Needs(Vec<NeedItem>),
    /// Its owner marks it as done, with a note.
    ByHand,
}

/// When the owner is warned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warn {
    /// When this part of the time is used up.
    Percent(u8),
    /// So long before it is due.
    Before(Span),
}

/// Whom it is taken to, and how long after the due time.
#[derive(Clone, Debug, PartialEq)]
pub struct Escalation {
    pub after: Span,
    pub to: Who,
}

/// Another person confirms that it was done; the time counts from then.
#[derive(Clone, Debug)]
pub struct Confirm {
    pub by: Who,
    pub within: Option<Time>,
    pub form: Option<String>,
}

/// Who is told.
#[derive(Clone, Debug)]
pub struct Notice {
    pub id: String,
    pub name: Option<Text>,
    pub trigger: Trigger,
    pub of: String,
    pub when: Option<Condition>,
    pub to: Vec<Who>,
    /// Within which time it must be read.
    pub read: Option<Time>,
    pub say: Option<Text>,
}

named!(Gate, Approval, Obligation, Notice);
