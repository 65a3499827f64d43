//! Rules of leads.

use xianji_platform::{DepartmentId, MemberId, Owned, Refusal, Subject};

use super::entity::{LeadState, Model as Lead};

/// What a lead refuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LeadError {
    #[error("a lead that is {0:?} does not become {1:?}")]
    NotNext(LeadState, LeadState),
}

impl Refusal for LeadError {
    fn code(&self) -> &'static str {
        match self {
            Self::NotNext(..) => "lead-not-next",
        }
    }
    fn fields(&self) -> Vec<(&'static str, String)> {
        let Self::NotNext(from, to) = self;
        vec![("from", from.word().into()), ("to", to.word().into())]
    }
}

impl LeadState {
    /// What may follow. A customer who calls first needs no first contact of ours: a new lead may be qualified or become a project at once.
    pub fn next(self) -> &'static [LeadState] {
        use LeadState::*;
        match self {
            New => &[Contacted, Qualified, Converted, Discarded],
            Contacted => &[Qualified, Converted, Discarded],
            Qualified => &[Converted, Discarded],
            Converted | Discarded => &[],
        }
    }

    /// As the screen and packs write it.
    pub fn word(self) -> &'static str {
        use LeadState::*;
        match self {
            New => "new",
            Contacted => "contacted",
            Qualified => "qualified",
            Converted => "converted",
            Discarded => "discarded",
        }
    }
}

impl Owned for Lead {
    fn subject(&self) -> Subject {
        Subject::new("lead", self.id)
    }
    fn owner(&self) -> Option<MemberId> {
        self.owner_id
    }
    fn department(&self) -> Option<DepartmentId> {
        self.department_id
    }
}

impl Lead {
    /// Moves it on.
    pub fn advance(&mut self, to: LeadState) -> Result<(), LeadError> {
        if !self.state.next().contains(&to) {
            return Err(LeadError::NotNext(self.state, to));
        }
        self.state = to;
        Ok(())
    }
}
