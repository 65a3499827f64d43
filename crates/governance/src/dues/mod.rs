//! What a member owes, in the member's own calendar: a link that a phone or a mail program subscribes to. The link is the key, so only its
//! hash is kept, and it can be taken back; whoever makes a new one takes back the old one.

mod actions;
mod api;
pub mod entity;
mod feed;
mod queries;
#[cfg(test)]
mod tests;

pub(crate) use api::routes;

xianji_platform::typed_id!(
    /// A calendar's link.
    CalendarLinkId,
);
