//! Sheets that a pack describes and people file: reports, minutes, check lists, questionnaires, score sheets, small registers. What is
//! filed is never edited, a new filing takes its place; rows of actions become obligations; gates rest on sheets that passed and still hold.

pub mod actions;
pub mod api;
pub mod entity;
pub mod link;
mod makes;
pub mod model;
mod owed;
pub mod queries;
mod refusal;
pub mod score;
pub mod value;
pub mod view;

pub use actions::{NewFiling, file};
pub use entity::{Filing, FilingId};
pub use model::Sheet;
pub use queries::{latest, of_event};
pub use refusal::FormError;
