//! A person at a customer's: how they are reached is confidential. Phone, mobile, e-mail and WeChat come masked in every read; showing one
//! needs its own permission and leaves evidence. Beside each stands a key by which the person is found again.

mod actions;
mod address;
pub mod api;
pub mod entity;
mod erase;
pub mod events;
pub mod facts;
pub mod import;
mod model;
pub mod queries;
#[cfg(test)]
mod tests;
mod words;

pub use actions::{archive, create, reveal, unarchive, update};
pub use address::{email_domain, email_key, is_free_host, mask_email, mask_number, phone_key};
pub use entity::Model as Contact;
pub use model::{Confidential, ContactChanges, ContactError};
pub(crate) use words::Traces;
