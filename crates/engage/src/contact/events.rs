//! What happens to a contact.

use serde::Serialize;
use xianji_platform::work::Event;
use xianji_platform::{Subject, event};
use xianji_policy::{EventDecl, FactDecl, FactType};

use crate::id::ContactId;

event!(/// A contact was entered.
    ContactCreated = "contact.created", contact: ContactId => "contact" {});
event!(/// Somebody read a confidential field (CTL-CUS-13).
    ContactRevealed = "contact.revealed", contact: ContactId => "contact" { field: &'static str as Text, reason: Option<String> as Text });
event!(/// The contact was hidden.
    ContactArchived = "contact.archived", contact: ContactId => "contact" {});
event!(/// The contact came back.
    ContactUnarchived = "contact.unarchived", contact: ContactId => "contact" {});
event!(/// What was known of the contact as a person is gone; so many messages and inquiries forgot who wrote them.
    ContactErased = "contact.erased", contact: ContactId => "contact" { records: u64 as Integer });

/// Fields of the contact were changed.
#[derive(Clone, Debug, Serialize)]
pub struct ContactUpdated {
    /// The record.
    #[serde(skip)]
    pub contact: ContactId,
    /// Names of the changed fields.
    pub fields: Vec<&'static str>,
}

impl Event for ContactUpdated {
    const NAME: &'static str = "contact.updated";
    fn subject(&self) -> Subject {
        Subject::new("contact", self.contact)
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
        ContactCreated::declared(),
        ContactUpdated::declared(),
        ContactRevealed::declared(),
        ContactArchived::declared(),
        ContactUnarchived::declared(),
        ContactErased::declared(),
    ]
}
