//! Notices by mail: each member says which kinds come at once, which in the day's summary and which not at all, and when nobody is to be
//! disturbed. What was taken to somebody above always comes at once. Mails are jobs of the write that tells, so that none is sent twice for
//! one thing or for what was undone; without a mail server none is written.

mod actions;
mod api;
pub mod entity;
mod jobs;
mod letter;
mod model;
mod queries;
#[cfg(test)]
mod tests;
mod tick;

pub(crate) use actions::queue;
pub(crate) use api::routes;
pub(crate) use jobs::jobs;
pub(crate) use tick::tick;

pub use entity::{Setting, When};
