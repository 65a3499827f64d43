//! Needs found in an inquiry, offered to a sales owner with a summary and the grade of intent. The owner accepts, and a lead or a project
//! goes on from it, or refuses with the reason; what became of it is reported back to whoever offered it (CTL-INQ-06).

mod actions;
pub mod api;
pub mod entity;
pub mod events;
pub mod facts;
mod model;
pub mod queries;
#[cfg(test)]
mod tests;

pub use actions::{accept, offer, refuse, report};
pub use entity::{HandoverState, Intent, Model as Handover};
pub use model::{GoesOnAs, HandoverError};
