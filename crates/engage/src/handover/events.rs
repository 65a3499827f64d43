//! What happens to a handover.

use xianji_platform::work::Event;
use xianji_platform::{MemberId, event};
use xianji_policy::EventDecl;

use crate::id::HandoverId;

event!(/// Needs were offered to a sales owner.
    HandoverOffered = "handover.offered", handover: HandoverId => "handover" { to: MemberId as Member, intent: String as Text });
event!(/// The sales owner took them on, as a lead or as a project.
    HandoverAccepted = "handover.accepted", handover: HandoverId => "handover" { goes_on_as: String as Text });
event!(/// The sales owner refused.
    HandoverRefused = "handover.refused", handover: HandoverId => "handover" { has_reason: bool as Flag, reason: String as Text });
event!(/// What became of it was reported back.
    HandoverReported = "handover.reported", handover: HandoverId => "handover" { result: String as Text });

/// All of them, for the declaration of the kind.
pub fn declared() -> Vec<EventDecl> {
    vec![
        HandoverOffered::declared(),
        HandoverAccepted::declared(),
        HandoverRefused::declared(),
        HandoverReported::declared(),
    ]
}
