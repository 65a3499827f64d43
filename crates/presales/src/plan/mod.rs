//! A project's plan: tasks with who does them and by when, milestones with the date that was promised, and how far they have slipped.

pub mod actions;
mod api;
pub mod entity;
mod events;
pub mod facts;
mod makers;
mod model;
pub mod queries;
#[cfg(test)]
mod tests;

pub use actions::{NewMilestone, NewTask};
pub use api::{TaskView, routes};
pub use entity::{MilestoneState, TaskState};
pub use makers::makers;
pub use model::{Milestone, PlanError, Task};
