//! Rules of imports: what a column is taken for, what a cell means, how a run lives.

mod field;
mod mapping;
mod run;
#[cfg(test)]
mod tests;
mod value;

pub use field::{Filled, Given, ImportField, Mark, Reason, Shape};
pub use mapping::{Column, HEADINGS_WITHIN, header_key, propose};
pub use run::{Counts, ImportError};
pub use value::Home;
