//! The rules of deciding: when a step is through, who may decide, what may be asked of an approver.

use xianji_platform::MemberId;

use super::entity::decider::{Decider, DeciderState};
use super::entity::step::{ApprovalStepRow, StepMode};
use super::entity::{ApprovalRequest, State};
use super::refusal::ApprovalError;

/// How a step comes out on the decisions so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Somebody is still needed.
    Open,
    /// Enough agreed.
    Passed,
    /// Enough can no longer agree.
    Rejected,
}

impl ApprovalStepRow {
    /// What the decisions come to. Whoever handed over or was replaced does not count; a signer who was added must agree too.
    pub fn outcome(&self, deciders: &[Decider]) -> Outcome {
        use DeciderState::{Approved, HandedOver, Open, Rejected, Replaced};
        let counted: Vec<&Decider> = deciders
            .iter()
            .filter(|one| !matches!(one.state, HandedOver | Replaced))
            .collect();
        let of = |state| counted.iter().filter(|one| one.state == state).count();
        let (approved, open, rejected) = (of(Approved), of(Open), of(Rejected));
        let needed = self.needed(counted.len());
        let one_decides = self.mode == StepMode::One && self.at_least.is_none();
        let added_refused = counted.iter().any(|one| one.added && one.state == Rejected);
        if rejected > 0 && (one_decides || added_refused || approved + open < needed) {
            return Outcome::Rejected;
        }
        let added_open = counted.iter().any(|one| one.added && one.state == Open);
        let enough =
            approved >= needed && approved > 0 && !added_open && (!self.answered || one_decides || open == 0);
        if enough { Outcome::Passed } else { Outcome::Open }
    }

    /// How many have to agree of so many.
    pub fn needed(&self, of: usize) -> usize {
        let by_mode = match self.mode {
            StepMode::One => 1,
            StepMode::Each => of,
            StepMode::Most => of / 2 + 1,
        };
        self.at_least
            .and_then(|least| usize::try_from(least).ok())
            .unwrap_or(by_mode)
            .min(of)
            .max(1)
    }

    /// Whether one shared entry stands on the lists of all deciders, or one each.
    pub fn is_shared(&self) -> bool {
        self.mode == StepMode::One && self.at_least.is_none()
    }
}

impl ApprovalRequest {
    /// Refuses what is decided.
    pub fn must_be_pending(&self) -> Result<(), ApprovalError> {
        match self.state {
            State::Pending => Ok(()),
            State::Approved | State::Returned | State::Rejected | State::Withdrawn => {
                Err(ApprovalError::Decided(self.state))
            }
        }
    }

    /// Whether a member asked, or was asked for.
    pub fn is_asked_by(&self, member: MemberId) -> bool {
        self.asked_by == Some(member) || self.on_behalf_of == Some(member)
    }
}
