//! A consultation by any channel, from its first message to its outcome: registered, matched to a customer, classed and assessed, assigned
//! by skill and load, answered inside its limit, followed up after it was closed, perhaps carried on as a project. An answer is given
//! inside a registered inquiry only.

mod actions;
pub mod api;
pub mod assignment;
mod desk;
pub mod entity;
pub mod events;
pub mod facts;
mod lists;
mod model;
pub mod public;
pub mod queries;
pub mod reactions;
#[cfg(test)]
mod tests;
mod view;

pub(crate) use actions::forget_sender;
pub use actions::{
    NewInquiry, Reply, assess, assign, classify, close, follow_up, hear, mark_converted, match_customer,
    note_message, open_record, reassign, receive, reopen, reply, resume, reveal, take, update, wait,
};
pub(crate) use desk::desk;
pub use entity::{Channel, Clarity, InquiryClass, InquiryState, Model as Inquiry, Outcome, Priority};
pub use model::{InquiryChanges, InquiryError, SenderField};
