//! What happens to a message.

use xianji_platform::event;
use xianji_platform::work::Event;
use xianji_policy::EventDecl;

use crate::id::MessageId;

event!(/// A message reached us; registered means that it stands in an inquiry (CTL-INQ-01).
    MessageReceived = "message.received", message: MessageId => "message" {
        channel: String as Text, registered: bool as Flag, broken: bool as Flag });
event!(/// A message went out.
    MessageSent = "message.sent", message: MessageId => "message" { channel: String as Text });

event!(/// A mail server refused a message for good; the reason stands with the message.
    MessageFailed = "message.failed", message: MessageId => "message" { channel: String as Text });

event!(/// Somebody noted something among ourselves.
    MessageNoted = "message.noted", message: MessageId => "message" {});

/// All of them, for the declaration of the kind.
pub fn declared() -> Vec<EventDecl> {
    vec![
        MessageReceived::declared(),
        MessageSent::declared(),
        MessageFailed::declared(),
        MessageNoted::declared(),
    ]
}
