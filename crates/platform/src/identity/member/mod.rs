//! Members: who works here, in which department since when, with which positions and skills, when away and who stands in.
//! Periods are never edited, only ended, so that a record's past stays told by who held what on its day.

pub mod actions;
pub mod api;
mod erase;
pub mod erasing;
mod events;
pub mod facts;
pub mod import;
pub mod lists;
mod model;
pub mod standing;

#[cfg(test)]
mod tests;

pub use super::entity::member::Model as Member;
pub use events::*;
pub use model::{At, Changes, MemberError, NewMember, login_key, name_key};
pub use standing::{NewAbsence, NewDelegation, NewPosition, NewSkill};
