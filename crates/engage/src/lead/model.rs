//! Rules of leads.

use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::ToSchema;
use xianji_platform::record::patch::{given, put, tidy};
use xianji_platform::{DepartmentId, FieldFault, MemberId, Owned, Refusal, Subject};

use super::entity::{LeadState, Model as Lead};
use crate::id::CustomerId;

/// Changes of a lead: an absent field stays, `null` empties it.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct LeadChanges {
    #[schema(min_length = 1, max_length = 200)]
    pub title: Option<String>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<CustomerId>)]
    pub customer_id: Option<Option<CustomerId>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 100)]
    pub source: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 10000)]
    pub needs: Option<Option<String>>,
    pub first_on: Option<NaiveDate>,
}

/// What a lead refuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LeadError {
    #[error("a lead that is {0:?} does not become {1:?}")]
    NotNext(LeadState, LeadState),
    #[error("the lead has ended")]
    Ended,
}

impl Refusal for LeadError {
    fn code(&self) -> &'static str {
        match self {
            Self::NotNext(..) => "lead-not-next",
            Self::Ended => "lead-ended",
        }
    }
    fn fields(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotNext(from, to) => vec![("from", from.word().into()), ("to", to.word().into())],
            Self::Ended => Vec::new(),
        }
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

/// What is wrong with the day on which a lead was first heard of.
pub fn fault_of_first_day(first_on: NaiveDate, today: NaiveDate) -> Option<FieldFault> {
    (first_on > today).then(|| FieldFault::at("/first_on", "in-the-future"))
}

impl Lead {
    /// Refuses once it is a project or leads nowhere.
    pub fn must_be_open(&self) -> Result<(), LeadError> {
        if self.state.next().is_empty() {
            Err(LeadError::Ended)
        } else {
            Ok(())
        }
    }

    /// Puts changes in; answers the names of the changed fields, or everything that is wrong with them.
    pub fn edit(
        &mut self,
        changes: LeadChanges,
        today: NaiveDate,
    ) -> Result<Vec<&'static str>, Vec<FieldFault>> {
        let title = changes.title.map(|title| tidy(Some(title)));
        let mut faults = Vec::new();
        if title == Some(None) {
            faults.push(FieldFault::at("/title", "required"));
        }
        faults.extend(
            changes
                .first_on
                .and_then(|first_on| fault_of_first_day(first_on, today)),
        );
        if !faults.is_empty() {
            return Err(faults);
        }
        let changed = [
            ("title", put(&mut self.title, title.flatten())),
            ("customer_id", put(&mut self.customer_id, changes.customer_id)),
            ("source", put(&mut self.source, changes.source.map(tidy))),
            ("needs", put(&mut self.needs, changes.needs.map(tidy))),
            ("first_on", put(&mut self.first_on, changes.first_on)),
        ];
        Ok(changed
            .into_iter()
            .filter_map(|(name, changed)| changed.then_some(name))
            .collect())
    }

    /// Moves it on.
    pub fn advance(&mut self, to: LeadState) -> Result<(), LeadError> {
        if !self.state.next().contains(&to) {
            return Err(LeadError::NotNext(self.state, to));
        }
        self.state = to;
        Ok(())
    }
}
