//! Where a member is logged in, shown to the member and to whoever looks after members, and ended by either.

mod actions;
pub mod api;
mod queries;

use crate::id::MemberId;

crate::event!(
    /// Somebody ended log-ins of a member.
    SessionsEnded = "member.sessions_ended", member: MemberId => "member" { count: u64 as Integer }
);
