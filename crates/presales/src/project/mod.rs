//! Presales projects: one deal from the first word of a customer to a sealed archive. Its stages, their gates and limits are the pack's;
//! what a state is, and which follows which, stands here.

pub mod actions;
mod api;
pub mod entity;
mod events;
pub mod facts;
mod lists;
mod model;
pub mod queries;
mod stay;
pub mod tally;
#[cfg(test)]
mod tests;
mod view;

pub use actions::{Appointment, NewProject};
pub use api::routes;
pub use entity::{Kind, State};
pub(crate) use events::ProjectDeliverableFiled;
pub use model::{Project, ProjectError};
