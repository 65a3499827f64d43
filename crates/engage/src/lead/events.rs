//! What happens to a lead.

use serde::Serialize;
use xianji_platform::work::Event;
use xianji_platform::{Subject, event};
use xianji_policy::{EventDecl, FactDecl, FactType};

use crate::id::LeadId;

event!(/// A lead was entered.
    LeadCreated = "lead.created", lead: LeadId => "lead" { source: Option<String> as Text });
event!(/// The customer was contacted about it.
    LeadContacted = "lead.contacted", lead: LeadId => "lead" {});
event!(/// It is worth working on.
    LeadQualified = "lead.qualified", lead: LeadId => "lead" {});
event!(/// It became a project.
    LeadConverted = "lead.converted", lead: LeadId => "lead" { project: String as Text });
event!(/// It leads nowhere.
    LeadDiscarded = "lead.discarded", lead: LeadId => "lead" { reason: String as Text });

/// Fields were changed.
#[derive(Clone, Debug, Serialize)]
pub struct LeadUpdated {
    /// The record.
    #[serde(skip)]
    pub lead: LeadId,
    /// Names of the changed fields.
    pub fields: Vec<&'static str>,
}

impl Event for LeadUpdated {
    const NAME: &'static str = "lead.updated";
    fn subject(&self) -> Subject {
        Subject::new("lead", self.lead)
    }
    fn declared() -> EventDecl {
        EventDecl::new(
            Self::NAME,
            vec![FactDecl::new(
                "fields",
                FactType::list(FactType::Text),
                "names of the changed fields",
            )],
        )
    }
}

/// All of them, for the declaration of the kind.
pub fn declared() -> Vec<EventDecl> {
    vec![
        LeadCreated::declared(),
        LeadUpdated::declared(),
        LeadContacted::declared(),
        LeadQualified::declared(),
        LeadConverted::declared(),
        LeadDiscarded::declared(),
    ]
}
