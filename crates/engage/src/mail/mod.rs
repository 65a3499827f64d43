//! Mail that reaches us: read whatever its charset, kept even when it is broken, threaded into the inquiry that it belongs to or opening a
//! new one, matched to the customer by its sender. A mail that came before is not taken in again.

mod charset;
mod import;
mod parse;
mod place;
mod subject;
#[cfg(test)]
mod tests;

pub use import::{Counts, import};
pub use parse::{Attachment, LARGEST, Mail, parse};
pub use place::{Taken, take_in};
