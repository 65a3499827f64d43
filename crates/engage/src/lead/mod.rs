//! A hint at business: from a handover, a campaign, a partner or one's own discovery. First contacted, then qualified, then a project, or
//! discarded with the reason.

mod actions;
pub mod api;
pub mod entity;
pub mod events;
pub mod facts;
mod lists;
mod model;
pub mod queries;
#[cfg(test)]
mod tests;

pub(crate) use actions::of_handover;
pub use actions::{NewLead, contact, create, discard, mark_converted, qualify, update};
pub use entity::{LeadState, Model as Lead};
pub use model::{LeadChanges, LeadError};
