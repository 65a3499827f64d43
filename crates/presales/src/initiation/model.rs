//! What an application may do next.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;
use xianji_kernel::money::Money;
use xianji_platform::Refusal;

pub use super::entity::{Model as Initiation, State};
use super::events::*;
use crate::project::{self, Project};

/// A rule about applications that said no.
#[derive(Debug, thiserror::Error)]
pub enum InitiationError {
    #[error("an application that is {} does not allow this", .0.word())]
    NotNow(State),
    #[error("revision {0} is still open")]
    StillOpen(i32),
    #[error("the project is not being worked on")]
    ProjectNotActive,
}

impl Refusal for InitiationError {
    fn code(&self) -> &'static str {
        match self {
            Self::NotNow(_) => "initiation-not-now",
            Self::StillOpen(_) => "initiation-still-open",
            Self::ProjectNotActive => "initiation-project-not-active",
        }
    }

    fn fields(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotNow(state) => vec![("state", state.word().to_owned())],
            Self::StillOpen(revision) => vec![("revision", revision.to_string())],
            Self::ProjectNotActive => Vec::new(),
        }
    }
}

/// What came out of a review.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The project may go on in earnest.
    Approved,
    /// To be revised.
    Returned,
    /// Not wanted so.
    Rejected,
}

impl State {
    /// What may follow.
    pub fn next(self) -> &'static [State] {
        use State::*;
        match self {
            Draft => &[Submitted],
            Submitted => &[InReview, Approved, Draft],
            InReview => &[Approved, Returned, Rejected, Draft],
            Approved | Returned | Rejected => &[],
        }
    }

    /// As the database and the packs write it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted => "submitted",
            Self::InReview => "in_review",
            Self::Approved => "approved",
            Self::Returned => "returned",
            Self::Rejected => "rejected",
        }
    }
}

impl Project {
    /// Whether an application may be begun for it, given the newest that there is.
    pub fn takes_application(&self, newest: Option<&Initiation>) -> bool {
        self.state == project::State::Active && !newest.is_some_and(Initiation::is_open)
    }
}

impl Initiation {
    /// Whether it waits for somebody: no further revision is begun meanwhile.
    pub fn is_open(&self) -> bool {
        !self.state.next().is_empty()
    }

    /// What it asks for.
    pub fn budget(&self) -> Option<Money> {
        Money::new(
            self.budget_amount?,
            self.budget_currency.as_deref()?.parse().ok()?,
        )
        .ok()
    }

    /// Sets what it asks for; `home` is the same in minor units of the home currency.
    pub fn ask(&mut self, budget: Option<Money>, home: i64) {
        self.budget_amount = budget.map(|money| money.amount());
        self.budget_currency = budget.map(|money| money.currency().code().to_owned());
        self.budget_home = budget.map(|_| home);
    }

    /// Refuses when it is not being written.
    pub fn still_written(&self) -> Result<(), InitiationError> {
        if self.state == State::Draft {
            Ok(())
        } else {
            Err(InitiationError::NotNow(self.state))
        }
    }

    /// Refuses when nobody is deciding on it.
    pub fn still_decided(&self) -> Result<(), InitiationError> {
        if matches!(self.state, State::Submitted | State::InReview) {
            Ok(())
        } else {
            Err(InitiationError::NotNow(self.state))
        }
    }

    /// Hands it in.
    pub fn submit(
        &mut self,
        first_lead_on: NaiveDate,
        today: NaiveDate,
        complete_at_first: bool,
        now: DateTime<Utc>,
    ) -> Result<InitiationSubmitted, InitiationError> {
        self.become_(State::Submitted)?;
        self.submitted_at = Some(now);
        let days_since_lead = (today - first_lead_on).num_days();
        Ok(InitiationSubmitted {
            initiation: self.id,
            first: self.revision == 1,
            days_since_lead,
            complete_at_first,
        })
    }

    /// Somebody decides on it now.
    pub fn review(&mut self, request: Uuid) -> Result<(), InitiationError> {
        self.become_(State::InReview)?;
        self.approval_id = Some(request);
        Ok(())
    }

    /// It was decided.
    pub fn decide(&mut self, decision: Decision, now: DateTime<Utc>) -> Result<(), InitiationError> {
        self.become_(match decision {
            Decision::Approved => State::Approved,
            Decision::Returned => State::Returned,
            Decision::Rejected => State::Rejected,
        })?;
        self.decided_at = Some(now);
        Ok(())
    }

    /// Takes it back before it is decided.
    pub fn withdraw(&mut self) -> Result<InitiationWithdrawn, InitiationError> {
        self.become_(State::Draft)?;
        self.submitted_at = None;
        self.approval_id = None;
        Ok(InitiationWithdrawn { initiation: self.id })
    }

    /// Use cases that its state allows, by their permission.
    pub fn open_actions(&self) -> Vec<&'static str> {
        match self.state {
            State::Draft => vec!["initiation.draft", "initiation.submit"],
            State::Submitted | State::InReview => vec!["initiation.withdraw"],
            State::Approved | State::Returned | State::Rejected => vec!["initiation.draft"],
        }
    }

    fn become_(&mut self, state: State) -> Result<(), InitiationError> {
        if !self.state.next().contains(&state) {
            return Err(InitiationError::NotNow(self.state));
        }
        self.state = state;
        Ok(())
    }
}
