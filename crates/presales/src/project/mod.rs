//! Presales projects: one deal from the first word of a customer to a sealed archive. Its stages, their gates and limits are the pack's;
//! what a state is, and which follows which, stands here.

pub mod actions;
mod api;
mod board;
mod desk;
pub mod entity;
mod events;
pub mod facts;
mod import;
mod lists;
pub mod merged;
mod model;
mod next_step;
pub mod queries;
mod reactions;
mod refusal;
mod stay;
pub mod tally;
#[cfg(test)]
mod tests;
mod uninitiated;
mod view;

pub use actions::{Appointment, NewProject};
pub use api::routes;
pub use desk::desk;
pub use entity::{Kind, State};
pub(crate) use events::ProjectDeliverableFiled;
pub use import::import;
pub use model::{Project, ProjectError};
pub use reactions::reaction;
