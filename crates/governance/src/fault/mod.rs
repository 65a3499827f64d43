//! What the administrator has to mend: a position that nobody holds, an absence without delegate. Each is one row, however often it is met.

mod actions;
mod api;
pub mod entity;

pub use actions::{all, note};
pub(crate) use api::routes;
