//! Rules of interactions.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use xianji_platform::{DepartmentId, FieldFault, MemberId, Owned, Refusal, Subject};

use super::entity::{InteractionState, Model as Interaction};
use crate::id::{ContactId, InquiryId};

/// Something promised to the customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = InteractionPromise)]
pub struct Promise {
    #[schema(min_length = 1, max_length = 1000)]
    pub what: String,
    /// Who keeps it; without, whoever writes it down.
    pub owner: Option<MemberId>,
    pub due_on: NaiveDate,
}

/// What an interaction refuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InteractionError {
    #[error("the interaction is no longer planned")]
    NotPlanned,
    #[error("the interaction was not held yet")]
    NotHeld,
    #[error("the interaction is registered in an inquiry already")]
    Registered,
}

impl Refusal for InteractionError {
    fn code(&self) -> &'static str {
        match self {
            Self::NotPlanned => "interaction-not-planned",
            Self::NotHeld => "interaction-not-held",
            Self::Registered => "interaction-registered",
        }
    }
}

impl Owned for Interaction {
    fn subject(&self) -> Subject {
        Subject::new("interaction", self.id)
    }
    fn owner(&self) -> Option<MemberId> {
        self.owner_id
    }
    fn department(&self) -> Option<DepartmentId> {
        self.department_id
    }
}

/// A record of what was held cannot lie further ahead than clocks differ.
const AHEAD: TimeDelta = TimeDelta::minutes(5);

/// What is wrong with the time at which something is said to have been held.
pub fn fault_of_holding(happened_at: DateTime<Utc>, now: DateTime<Utc>) -> Option<FieldFault> {
    (happened_at > now + AHEAD).then(|| FieldFault::at("/happened_at", "in-the-future"))
}

/// What is wrong with promises on the day they are written down.
pub fn faults_of_promises(promises: &[Promise], today: NaiveDate) -> Vec<FieldFault> {
    let past = promises
        .iter()
        .enumerate()
        .filter(|(_, promise)| promise.due_on < today);
    past.map(|(place, _)| FieldFault::at(format!("/promises/{place}/due_on"), "in-the-past"))
        .collect()
}

impl Interaction {
    /// Contacts who took part.
    pub fn contacts(&self) -> Vec<ContactId> {
        serde_json::from_value(self.contacts.clone()).unwrap_or_default()
    }

    /// Our own people who took part.
    pub fn members(&self) -> Vec<MemberId> {
        serde_json::from_value(self.members.clone()).unwrap_or_default()
    }

    /// Writes a planned one down as held.
    pub fn hold(&mut self, happened_at: DateTime<Utc>, lag_minutes: i64) -> Result<(), InteractionError> {
        self.must_be_planned()?;
        self.state = InteractionState::Recorded;
        self.happened_at = Some(happened_at);
        self.lag_minutes = Some(lag_minutes);
        Ok(())
    }

    /// Puts one that was held into an inquiry.
    pub fn register(&mut self, inquiry: InquiryId) -> Result<(), InteractionError> {
        if self.state != InteractionState::Recorded {
            return Err(InteractionError::NotHeld);
        }
        if self.inquiry_id.is_some() {
            return Err(InteractionError::Registered);
        }
        self.inquiry_id = Some(inquiry);
        Ok(())
    }

    /// A planned one will not take place.
    pub fn cancel(&mut self) -> Result<(), InteractionError> {
        self.must_be_planned()?;
        self.state = InteractionState::Cancelled;
        Ok(())
    }

    fn must_be_planned(&self) -> Result<(), InteractionError> {
        match self.state {
            InteractionState::Planned => Ok(()),
            InteractionState::Recorded | InteractionState::Cancelled => Err(InteractionError::NotPlanned),
        }
    }
}
