//! A call, mail, meeting, visit or negotiation with a customer: planned, or held and written down. How long the writing took is counted in
//! working minutes (CTL-CUS-07); every promise made becomes somebody's obligation.

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

pub use actions::{NewInteraction, cancel, plan, record, register};
pub use entity::{InteractionKind, InteractionState, Model as Interaction};
pub use model::{InteractionError, Promise};
