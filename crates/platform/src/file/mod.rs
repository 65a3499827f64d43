//! Files: bytes on disk (or S3 later) addressed by their SHA-256; name, class and rights belong to the file row, and whoever sees the
//! record that a file hangs on sees the file. What a sender calls a file is never part of an address, and it is served as an attachment.

pub mod actions;
pub mod api;
pub mod entity;
pub mod queries;
mod store;

pub use store::{FileStore, Kept};
