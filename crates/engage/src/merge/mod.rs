//! Two files of the same customer become one: what hangs on the first goes over to the second, whose empty fields it fills; the first
//! stays as a forwarding id. What went over is kept part by part, so that the merge can be undone.

mod actions;
pub mod api;
pub mod entity;
mod model;
pub mod queries;
#[cfg(test)]
mod tests;

pub use actions::{keep_part, merge, undo};
pub use entity::{Merge, MergeId};
pub use model::MergeError;
