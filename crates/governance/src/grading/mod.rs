//! Classes of records and what a class gives. A grade is judged when its sheet is filed and whenever facts of the record move; it is
//! proposed, confirmed where the pack asks for that, and counts until the next one is confirmed.

pub mod actions;
pub mod api;
pub mod entity;
pub(crate) mod night;
pub mod queries;
pub(crate) mod reaction;

pub use actions::{confirm, refuse};
pub use entity::{GradingResult, GradingResultId};
pub use queries::{Graded, given, of, watchers};
