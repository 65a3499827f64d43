//! A project's archive: every deliverable of the pack as a document with its stage, revision, copies and keeper; what is missing; the
//! seal when it is closed, and the look that finds a single changed byte. Deliverable and archive item are one record.

pub mod actions;
mod api;
pub mod entity;
mod model;
mod needs;
pub mod queries;
#[cfg(test)]
mod tests;
mod verify;

pub use api::routes;
pub use model::{ArchiveError, ArchiveItem, ArchiveSeal};
pub use needs::{deliverable, reaction};
pub use verify::{ArchiveReport, ArchiveTrouble, verify};
