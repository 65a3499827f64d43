//! What the command line and the starter company call by one name.

pub use super::department::actions::create as create_department;
pub use super::member::actions::{create as create_member, make_administrator as create_first_administrator};
pub use super::member::standing::{assign as assign_position, record_skill};
