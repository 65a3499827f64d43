//! Objections to how a record is handled: raised by whoever watches over it, answered by whoever handles it, asked for by gates
//! (`none-open:objection`).

pub mod actions;
pub mod api;
pub mod entity;
pub mod queries;
mod refusal;

pub use actions::{answer, raise, withdraw};
pub use entity::{Objection, ObjectionId};
pub use refusal::ObjectionError;
