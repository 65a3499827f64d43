//! The customer's one file: who they are, what they need, how they buy, whose they are, and the single timeline of all that happened with
//! them. Found again before it is made twice: by name without its company suffix, credit code, phone, mail address and domain.

mod actions;
pub mod activity;
pub mod api;
mod credit_code;
pub mod entity;
pub mod events;
pub mod facts;
pub mod import;
mod keys;
mod lists;
mod model;
pub mod queries;
#[cfg(test)]
mod tests;
pub mod timeline;
pub mod twins;

pub use actions::{NewCustomer, PossibleDuplicate, archive, create, name_on, transfer, unarchive, update};
pub(crate) use actions::{recount, save};
pub use credit_code::is_credit_code;
pub use entity::{CustomerKind, Model as Customer};
pub use keys::{match_key, name_key, sort_key};
pub(crate) use lists::{count_exported, exported};
pub use model::{CustomerChanges, CustomerError};
