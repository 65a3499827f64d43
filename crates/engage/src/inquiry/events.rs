//! What happens to an inquiry.

use chrono::{DateTime, Utc};
use serde::Serialize;
use xianji_platform::work::Event;
use xianji_platform::{MemberId, Subject, event};
use xianji_policy::{EventDecl, FactDecl, FactType};

use crate::id::InquiryId;

/// It came in; it happened when it reached us.
#[derive(Clone, Debug, Serialize)]
pub struct InquiryReceived {
    /// The record.
    #[serde(skip)]
    pub inquiry: InquiryId,
    /// When it reached us.
    #[serde(skip)]
    pub received_at: DateTime<Utc>,
    /// By which channel.
    pub channel: String,
}

impl Event for InquiryReceived {
    const NAME: &'static str = "inquiry.received";
    fn subject(&self) -> Subject {
        Subject::new("inquiry", self.inquiry)
    }
    fn happened_at(&self) -> Option<DateTime<Utc>> {
        Some(self.received_at)
    }
    fn declared() -> EventDecl {
        EventDecl::new(
            Self::NAME,
            vec![FactDecl::new("channel", FactType::Text, "by which channel")],
        )
    }
}

event!(/// The customer was found.
    InquiryMatched = "inquiry.matched", inquiry: InquiryId => "inquiry" { customer: String as Text });
event!(/// Class and priority were set.
    InquiryClassified = "inquiry.classified", inquiry: InquiryId => "inquiry" { class: String as Text, priority: String as Text });
event!(/// Background, aim and clarity of the need were written down.
    InquiryAssessed = "inquiry.assessed", inquiry: InquiryId => "inquiry" {});
event!(/// Somebody was given it.
    InquiryAssigned = "inquiry.assigned", inquiry: InquiryId => "inquiry" { assignee: MemberId as Member, qualified: bool as Flag });
event!(/// It went over to somebody else.
    InquiryReassigned = "inquiry.reassigned", inquiry: InquiryId => "inquiry" {
        from: Option<MemberId> as Member, to: MemberId as Member, has_reason: bool as Flag, reason: String as Text });
event!(/// Somebody took it.
    InquiryTaken = "inquiry.taken", inquiry: InquiryId => "inquiry" {});
event!(/// The customer was answered.
    InquiryReplied = "inquiry.replied", inquiry: InquiryId => "inquiry" {
        first: bool as Flag, working_minutes: i64 as Integer, has_source: bool as Flag });
event!(/// The customer wrote or called again.
    InquiryMessageReceived = "inquiry.message_received", inquiry: InquiryId => "inquiry" {});
event!(/// The customer has to answer first.
    InquiryWaiting = "inquiry.waiting", inquiry: InquiryId => "inquiry" {});
event!(/// The waiting is over.
    InquiryResumed = "inquiry.resumed", inquiry: InquiryId => "inquiry" {});
event!(/// It was closed, complete: `kept` counts it as such.
    InquiryClosed = "inquiry.closed", inquiry: InquiryId => "inquiry" { outcome: String as Text, kept: i64 as Integer });
event!(/// It was opened again.
    InquiryReopened = "inquiry.reopened", inquiry: InquiryId => "inquiry" {});
event!(/// The customer was asked again after closing.
    InquiryFollowedUp = "inquiry.followed_up", inquiry: InquiryId => "inquiry" { outcome: Option<String> as Text });
event!(/// What became of it is known.
    InquiryOutcomeSet = "inquiry.outcome_set", inquiry: InquiryId => "inquiry" { outcome: String as Text });
event!(/// It became a project.
    InquiryConverted = "inquiry.converted", inquiry: InquiryId => "inquiry" { project: String as Text });
event!(/// A field was mended after closing. The first correction takes back that it was closed complete: `kept` is −1, and 0 in all others.
    InquiryCorrected = "inquiry.corrected", inquiry: InquiryId => "inquiry" { field: String as Text, kept: i64 as Integer });

event!(/// Somebody read how whoever asked is reached (CTL-CUS-13).
    InquiryRevealed = "inquiry.revealed", inquiry: InquiryId => "inquiry" { field: &'static str as Text, reason: Option<String> as Text });

/// Fields were changed.
#[derive(Clone, Debug, Serialize)]
pub struct InquiryUpdated {
    /// The record.
    #[serde(skip)]
    pub inquiry: InquiryId,
    /// Names of the changed fields.
    pub fields: Vec<&'static str>,
}

impl Event for InquiryUpdated {
    const NAME: &'static str = "inquiry.updated";
    fn subject(&self) -> Subject {
        Subject::new("inquiry", self.inquiry)
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
        InquiryReceived::declared(),
        InquiryMatched::declared(),
        InquiryClassified::declared(),
        InquiryAssessed::declared(),
        InquiryAssigned::declared(),
        InquiryReassigned::declared(),
        InquiryTaken::declared(),
        InquiryReplied::declared(),
        InquiryMessageReceived::declared(),
        InquiryWaiting::declared(),
        InquiryResumed::declared(),
        InquiryClosed::declared(),
        InquiryReopened::declared(),
        InquiryFollowedUp::declared(),
        InquiryOutcomeSet::declared(),
        InquiryConverted::declared(),
        InquiryCorrected::declared(),
        InquiryUpdated::declared(),
        InquiryRevealed::declared(),
    ]
}
