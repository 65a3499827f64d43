//! Customer data that leaves the system: as a file for a colleague (export) or for somebody outside (sharing). It is asked for with a
//! reason, decided by whom the pack names, made once the pack's gate is met, and ends; each step and each reading is evidence (CTL-CUS-13).

mod actions;
pub mod api;
pub mod entity;
pub mod events;
pub mod facts;
mod model;
mod public;
pub mod queries;
pub mod reactions;
mod sheet;
#[cfg(test)]
mod tests;

pub use actions::{ask_export, ask_share, download, end, make, open};
pub use entity::{ExportState, Model as ExportRun};
pub use model::ExportError;
