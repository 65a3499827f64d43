//! Rules of handovers.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use xianji_platform::{DepartmentId, MemberId, Owned, Refusal, Subject};

use super::entity::{HandoverState, Model as Handover};

/// What an accepted handover goes on as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = HandoverGoesOnAs)]
pub enum GoesOnAs {
    #[default]
    Lead,
    /// Whoever keeps projects reacts and makes one.
    Project,
}

impl GoesOnAs {
    /// As events write it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::Project => "project",
        }
    }
}

/// What a handover refuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HandoverError {
    #[error("the handover is decided")]
    Decided,
    #[error("a handover of this inquiry is open")]
    Open,
    #[error("the inquiry has no customer yet")]
    NoCustomer,
    #[error("needs are not handed to oneself")]
    ToOneself,
}

impl Refusal for HandoverError {
    fn code(&self) -> &'static str {
        match self {
            Self::Decided => "handover-decided",
            Self::Open => "handover-open",
            Self::NoCustomer => "handover-no-customer",
            Self::ToOneself => "handover-to-oneself",
        }
    }
}

/// It is the business of whoever it was offered to.
impl Owned for Handover {
    fn subject(&self) -> Subject {
        Subject::new("handover", self.id)
    }
    fn owner(&self) -> Option<MemberId> {
        Some(self.to_id)
    }
    fn department(&self) -> Option<DepartmentId> {
        self.department_id
    }
    fn named(&self) -> &[MemberId] {
        &self.named
    }
}

impl Handover {
    /// Accepts or refuses it, once.
    pub fn decide(
        &mut self,
        state: HandoverState,
        reason: Option<String>,
        now: DateTime<Utc>,
    ) -> Result<(), HandoverError> {
        match self.state {
            HandoverState::Offered => {
                self.state = state;
                self.reason = reason;
                self.decided_at = Some(now);
                Ok(())
            }
            HandoverState::Accepted | HandoverState::Refused => Err(HandoverError::Decided),
        }
    }
}
