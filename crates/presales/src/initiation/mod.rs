//! 立项: the application to start a project in earnest, in versions that are kept. Its package is a form of the pack, its reviewers follow
//! from the project's grade; until one is approved, the pack's gates keep the project from costing money.

pub mod actions;
mod api;
pub mod entity;
mod events;
pub mod facts;
mod model;
pub mod queries;
mod reactions;
#[cfg(test)]
mod tests;

pub use api::routes;
pub use entity::State;
pub use model::{Initiation, InitiationError};
pub use reactions::reaction;
