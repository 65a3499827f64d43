//! What people are told in the product: notices of the pack, warnings, escalations. A notice that must be read is an obligation too.

mod actions;
mod api;
pub mod entity;
pub(crate) mod notice;
mod queries;

pub use actions::{Tell, read, read_all, tell};
pub(crate) use api::routes;
pub(crate) use queries::to_read;

xianji_platform::typed_id!(
    /// Something that a member was told.
    NotificationId,
);
