//! What people are told in the product: notices of the pack, warnings, escalations. A notice that must be read is an obligation too.

use xianji_platform::module::Figure;
use xianji_platform::{Conn, Failure, MemberId};

mod actions;
mod api;
pub mod entity;
pub(crate) mod notice;
mod queries;

pub use actions::{Tell, read, read_all, tell};
pub(crate) use api::routes;
pub(crate) use queries::to_read;

/// How many notices a member has not read.
pub(crate) async fn count_unread(db: &Conn<'_>, member: MemberId) -> Result<u64, Failure> {
    queries::unread_of(db, Some(member)).await
}

/// How many notices a member has not read, on every page beside the bell.
pub(crate) fn unread() -> Figure {
    Figure {
        name: "unread",
        run: |app, actor| Box::pin(async move { queries::unread_of(&app.reader(), actor.member()).await }),
    }
}

xianji_platform::typed_id!(
    /// Something that a member was told.
    NotificationId,
);
