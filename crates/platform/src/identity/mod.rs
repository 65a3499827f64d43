//! Who works here and what each may do: members, departments as a tree, positions, permissions with their reach, delegation, absence,
//! skills held; log-in, sessions and log-in limits. What a position may do stands in the pack in force for the member today.

pub mod actions;
mod actor;
pub mod company;
pub mod department;
pub mod entity;
pub mod grants;
mod judged;
pub mod login;
pub mod member;
mod plug;
pub mod queries;
pub mod sessions;

#[cfg(test)]
mod tests;

pub use actor::{Actor, ActorKind, Grant, GrantCache, Grants, Owned, Reach, RoleGrants, Scope};
pub use judged::{Judge, Judged, Judging, Question, may_on};
pub use plug::{PERMISSIONS, events, kinds, routes};
pub use queries::member_names;
