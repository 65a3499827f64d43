//! What happens to applications.

use xianji_platform::event;
use xianji_platform::work::Event;
use xianji_policy::EventDecl;

use crate::id::InitiationId;

event!(/// A version is being written.
    InitiationDrafted = "initiation.drafted", initiation: InitiationId => "initiation" { revision: i32 as Integer });
event!(/// It was handed in; `days_since_lead` counts from the day the customer first spoke of it, `complete_at_first` says that no gate had
    /// refused it before (CTL-PRJ-04).
    InitiationSubmitted = "initiation.submitted", initiation: InitiationId => "initiation" {
        first: bool as Flag, days_since_lead: i64 as Integer, complete_at_first: bool as Flag });
event!(/// It was taken back before it was decided.
    InitiationWithdrawn = "initiation.withdrawn", initiation: InitiationId => "initiation" {});
event!(/// The project may go on in earnest; `complete` says that the final package holds all that handing in asks (CTL-PRJ-04).
    InitiationApproved = "initiation.approved", initiation: InitiationId => "initiation" { complete: bool as Flag });
event!(/// It is to be revised.
    InitiationReturned = "initiation.returned", initiation: InitiationId => "initiation" {});
event!(/// The project is not wanted so.
    InitiationRejected = "initiation.rejected", initiation: InitiationId => "initiation" {});

/// All of them, for the pack's vocabulary.
pub fn declared() -> Vec<EventDecl> {
    vec![
        InitiationDrafted::declared(),
        InitiationSubmitted::declared(),
        InitiationWithdrawn::declared(),
        InitiationApproved::declared(),
        InitiationReturned::declared(),
        InitiationRejected::declared(),
    ]
}
