//! Log-in: passwords hashed with Argon2id, sessions in the database, limits on guessing, and the layer that says who asks.

pub mod api;
mod guard;
mod limit;
pub mod password;
mod store;
mod who_asks;

#[cfg(test)]
mod tests;

pub use guard::{Guard, Session, sessions};
pub(in crate::identity) use store::is_alive;
pub use store::{is_open, key_of, tick};
pub use who_asks::{who_asks, without_sessions};
