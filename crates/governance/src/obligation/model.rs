//! The rules of what is due: when it counts as late, when it warns and escalates, what a pause does, who may close it.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use xianji_kernel::calendar::{CalendarError, Pause, WorkCalendar};
use xianji_platform::Refusal;
use xianji_policy::model::{Escalation, Fulfilment, Obligation as Rule, OnTimeBy, Warn};

use super::entity::{Model, State};
use crate::engine::{Account, DueTime, Mode};

/// Where an obligation comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A rule of the pack.
    Rule,
    /// A row of a sheet or a condition of an approval: what, who, until when.
    ActionItem,
    /// A step of an approval.
    Approval,
    /// Confirming that another one was done.
    Confirm,
    /// Reading a notice.
    Notice,
    /// Supplying what a gate waits for.
    Gate,
}

impl Source {
    /// As it is stored.
    pub fn word(self) -> &'static str {
        match self {
            Self::Rule => "rule",
            Self::ActionItem => "action-item",
            Self::Approval => "approval",
            Self::Confirm => "confirm",
            Self::Notice => "notice",
            Self::Gate => "gate",
        }
    }
}

impl Mode {
    /// As it is stored.
    pub fn word(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Each => "each",
            Self::Most => "most",
        }
    }
}

/// One thing that the sweep does when its time comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub what: What,
}

/// What a step does. The order of the variants is the order in which they come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// The owner is warned.
    Warn,
    /// The due time passes.
    Overdue,
    /// It goes to whom the pack names at this place.
    Escalate(usize),
}

/// What is kept of a due time: the account now, and those before with the reason why they changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DueRecord {
    /// Why it is due then.
    pub account: Account,
    /// Former due times, oldest first.
    #[serde(default)]
    pub before: Vec<FormerDue>,
}

/// A due time that no longer holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FormerDue {
    /// What it was.
    pub at: Option<DateTime<Utc>>,
    /// Until when it held.
    pub until: DateTime<Utc>,
    /// Why it was.
    pub account: Account,
}

/// What is to be done and when, in order: warning, due time, escalations.
pub fn plan(
    calendar: &WorkCalendar,
    due: &DueTime,
    start: DateTime<Utc>,
    warn: Option<&Warn>,
    escalate: &[Escalation],
) -> Result<Vec<Step>, CalendarError> {
    let Some(at) = due.at else { return Ok(Vec::new()) };
    let mut steps = Vec::new();
    if let Some(warn) = warn {
        let when = warn_at(calendar, due, start, at, warn)?;
        if when < at {
            steps.push(Step {
                at: when,
                what: What::Warn,
            });
        }
    }
    // Overdue is what is not done at the due time itself.
    steps.push(Step {
        at: at + TimeDelta::microseconds(1),
        what: What::Overdue,
    });
    for (place, escalation) in escalate.iter().enumerate() {
        let when = calendar.after(at, &escalation.after)?.max(at) + TimeDelta::microseconds(1);
        steps.push(Step {
            at: when,
            what: What::Escalate(place),
        });
    }
    steps.sort_by_key(|step| step.at);
    Ok(steps)
}

fn warn_at(
    calendar: &WorkCalendar,
    due: &DueTime,
    start: DateTime<Utc>,
    at: DateTime<Utc>,
    warn: &Warn,
) -> Result<DateTime<Utc>, CalendarError> {
    match (warn, &due.account) {
        (Warn::Before(span), _) => Ok(calendar.before(at, span)?.max(start)),
        (Warn::Percent(percent), Account::Span { due, .. }) => calendar.warn_at(due, *percent),
        (Warn::Percent(percent), _) => {
            Ok(start + (at - start).max(TimeDelta::zero()) / 100 * i32::from(*percent))
        }
    }
}

impl Model {
    /// Steps as planned.
    pub fn planned(&self) -> Vec<Step> {
        serde_json::from_value(self.steps.clone()).unwrap_or_default()
    }

    /// Pauses that have counted.
    pub fn paused(&self) -> Vec<Pause> {
        serde_json::from_value(self.pauses.clone()).unwrap_or_default()
    }

    /// The account of the due time and those before.
    pub fn due_record(&self) -> DueRecord {
        serde_json::from_value(self.due.clone()).unwrap_or(DueRecord {
            account: Account::Nothing,
            before: Vec::new(),
        })
    }

    /// Whether it is owed still.
    pub fn is_open(&self) -> bool {
        self.state == State::Open
    }

    /// Whether it is owed past its time. A clock that stands still makes nobody late; a customer never is.
    pub fn is_overdue(&self, now: DateTime<Utc>) -> bool {
        let passed = self.paused_since.is_none() && self.due_at.is_some_and(|due| due < now);
        self.is_open() && !self.customer && (passed || self.overdue_at.is_some())
    }

    /// Whether its owner closes it with a note; everything else is closed by its evidence.
    pub fn is_by_hand(&self, rule: Option<&Rule>) -> bool {
        match rule {
            Some(rule) => match rule.fulfilment {
                Fulfilment::ByHand => true,
                Fulfilment::Needs(_) => self.refused_at.is_some(),
                Fulfilment::Events { .. } => false,
            },
            None => {
                self.source == Source::ActionItem.word()
                    || (self.source == Source::Confirm.word() && self.form.is_none())
            }
        }
    }

    /// How evidence closes it: in time or late. A customer is never late.
    pub fn closes_as(&self, by: OnTimeBy, happened_at: DateTime<Utc>, recorded_at: DateTime<Utc>) -> State {
        let judged = match by {
            OnTimeBy::Recorded => recorded_at,
            OnTimeBy::Happened => happened_at,
        };
        match self.due_at {
            Some(due) if judged > due && !self.customer => State::Late,
            _ => State::Fulfilled,
        }
    }

    /// The steps still to come after a new plan. What a later due time puts off comes again; what was done stays done.
    pub fn step_after(&self, steps: &[Step], now: DateTime<Utc>) -> usize {
        let done = usize::try_from(self.step).unwrap_or(0);
        done.min(steps.iter().filter(|step| step.at <= now).count())
    }
}

/// Why an obligation cannot be closed, taken or handed over.
#[derive(Debug, thiserror::Error)]
pub enum ObligationError {
    /// It was closed before.
    #[error("it is not open any more")]
    NotOpen,
    /// Only evidence closes it.
    #[error("it is closed by what the rule asks for, not by hand")]
    ByEvidence,
    /// Somebody else owes it.
    #[error("it is somebody else's")]
    NotYours,
    /// Another took it before.
    #[error("somebody else has taken it")]
    TakenBefore,
    /// It is owed by each for themselves.
    #[error("each of them owes it, nobody takes it for the others")]
    NotShared,
    /// Only what somebody is asked to confirm can be refused.
    #[error("there is nothing to confirm here")]
    NotConfirming,
    /// Not asking for it any more is approved first.
    #[error("a waiver is approved first")]
    WaiverNeedsApproval,
}

impl Refusal for ObligationError {
    fn code(&self) -> &'static str {
        match self {
            Self::NotOpen => "obligation-not-open",
            Self::ByEvidence => "obligation-by-evidence",
            Self::NotYours => "obligation-not-yours",
            Self::TakenBefore => "obligation-taken",
            Self::NotShared => "obligation-not-shared",
            Self::NotConfirming => "obligation-not-confirming",
            Self::WaiverNeedsApproval => "waiver-needs-approval",
        }
    }
}
