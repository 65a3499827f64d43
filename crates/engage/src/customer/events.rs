//! What happens to a customer's file.

use serde::Serialize;
use xianji_platform::work::Event;
use xianji_platform::{MemberId, Subject, event};
use xianji_policy::{EventDecl, FactDecl, FactType};

use crate::id::CustomerId;

event!(/// A customer's file was opened.
    CustomerCreated = "customer.created", customer: CustomerId => "customer" {
        source: Option<String> as Text, complete: bool as Flag, duplicates_dismissed: usize as Integer, reason: Option<String> as Text });
event!(/// The file was hidden from lists and pickers.
    CustomerArchived = "customer.archived", customer: CustomerId => "customer" {});
event!(/// The file came back.
    CustomerUnarchived = "customer.unarchived", customer: CustomerId => "customer" {});
event!(/// The file went over to another owner.
    CustomerTransferred = "customer.transferred", customer: CustomerId => "customer" {
        from: Option<MemberId> as Member, to: MemberId as Member, reason: Option<String> as Text });
event!(/// The file was merged into another.
    CustomerMerged = "customer.merged", customer: CustomerId => "customer" {
        into: String as Text, merge: String as Text, reason: String as Text });
event!(/// Another file was merged into this one; so many empty fields were filled from it.
    CustomerAbsorbed = "customer.absorbed", customer: CustomerId => "customer" { from: String as Text, filled: i64 as Integer });
event!(/// The merge was undone: the file stands alone again.
    CustomerUnmerged = "customer.unmerged", customer: CustomerId => "customer" { into: String as Text, merge: String as Text });
event!(/// Customers were exported.
    CustomerExported = "customer.exported", customer: CustomerId => "customer" { count: i64 as Integer, approved: bool as Flag });
event!(/// A customer's data was given to somebody outside.
    CustomerShared = "customer.shared", customer: CustomerId => "customer" { approved: bool as Flag });

/// Fields of the file were changed.
#[derive(Clone, Debug, Serialize)]
pub struct CustomerUpdated {
    /// The record.
    #[serde(skip)]
    pub customer: CustomerId,
    /// Names of the changed fields.
    pub fields: Vec<&'static str>,
}

impl Event for CustomerUpdated {
    const NAME: &'static str = "customer.updated";
    fn subject(&self) -> Subject {
        Subject::new("customer", self.customer)
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
        CustomerCreated::declared(),
        CustomerUpdated::declared(),
        CustomerArchived::declared(),
        CustomerUnarchived::declared(),
        CustomerTransferred::declared(),
        CustomerMerged::declared(),
        CustomerAbsorbed::declared(),
        CustomerUnmerged::declared(),
        CustomerExported::declared(),
        CustomerShared::declared(),
    ]
}
