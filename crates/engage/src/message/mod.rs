//! What was said in an inquiry, in and out: mails, notes of calls, chat lines. Mail that could not be read is kept and shown as such. What
//! goes out by mail waits in the outbox until the job has sent it.

mod actions;
pub mod entity;
pub mod events;
pub mod facts;
mod jobs;
pub mod queries;
mod view;

pub(crate) use actions::forget_people;
pub use actions::{Incoming, Outgoing, note, send, take_in};
pub use entity::{Direction, MessageState, Model as Message};
pub use jobs::{jobs, resend};
pub use view::{AttachmentView, MessageView, views};
