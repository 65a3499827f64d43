//! What happens to an interaction.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use xianji_platform::work::Event;
use xianji_platform::{MemberId, Subject, event};
use xianji_policy::{EventDecl, FactDecl, FactType};

use crate::id::InteractionId;

event!(/// A visit, call or meeting was planned.
    InteractionPlanned = "interaction.planned", interaction: InteractionId => "interaction" { at: DateTime<Utc> as Instant });
event!(/// Something was promised to the customer.
    InteractionPromised = "interaction.promised", interaction: InteractionId => "interaction" {
        owner: MemberId as Member, due_on: NaiveDate as Date, key: String as Text });
event!(/// A planned one will not take place.
    InteractionCancelled = "interaction.cancelled", interaction: InteractionId => "interaction" { reason: Option<String> as Text });

event!(/// The customer came to us; registered means that it stands in an inquiry (CTL-INQ-01).
    InteractionCameIn = "interaction.came_in", interaction: InteractionId => "interaction" { channel: String as Text, registered: bool as Flag });

event!(/// It was put into an inquiry after it was written down; registered means that the customer had come to us (CTL-INQ-01).
    InteractionRegistered = "interaction.registered", interaction: InteractionId => "interaction" { inquiry: String as Text, registered: bool as Flag });

/// It was held and written down; it happened when it was held.
#[derive(Clone, Debug, Serialize)]
pub struct InteractionRecorded {
    /// The record.
    #[serde(skip)]
    pub interaction: InteractionId,
    /// When it was held.
    #[serde(skip)]
    pub held_at: DateTime<Utc>,
    /// Working minutes between holding and entry.
    pub lag_minutes: i64,
}

impl Event for InteractionRecorded {
    const NAME: &'static str = "interaction.recorded";
    fn subject(&self) -> Subject {
        Subject::new("interaction", self.interaction)
    }
    fn happened_at(&self) -> Option<DateTime<Utc>> {
        Some(self.held_at)
    }
    fn declared() -> EventDecl {
        let lag = FactDecl::new(
            "lag_minutes",
            FactType::Integer,
            "working minutes between holding and entry",
        );
        EventDecl::new(Self::NAME, vec![lag])
    }
}

/// All of them, for the declaration of the kind.
pub fn declared() -> Vec<EventDecl> {
    vec![
        InteractionPlanned::declared(),
        InteractionRecorded::declared(),
        InteractionCameIn::declared(),
        InteractionRegistered::declared(),
        InteractionPromised::declared(),
        InteractionCancelled::declared(),
    ]
}
