//! What happens to a lead.

use xianji_platform::event;
use xianji_platform::work::Event;
use xianji_policy::EventDecl;

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

/// All of them, for the declaration of the kind.
pub fn declared() -> Vec<EventDecl> {
    vec![
        LeadCreated::declared(),
        LeadContacted::declared(),
        LeadQualified::declared(),
        LeadConverted::declared(),
        LeadDiscarded::declared(),
    ]
}
