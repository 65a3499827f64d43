//! Policy packs: a company's regulation as data. Read, extended, checked and evaluated; facts in, verdict out.
//!
//! Pure: it knows neither the database nor HTTP, and reads no clock.

pub mod condition;
pub mod coverage;
pub mod diff;
pub mod model;
pub mod read;
pub mod schema;
pub mod vocabulary;

pub use coverage::coverage;
pub use diff::diff;
pub use model::Pack;
pub use read::{Mistake, Mode, PackSource, Source, read};
pub use schema::{schema, schema_with};
pub use vocabulary::{EventDecl, FactDecl, FactType, KindDecl, Making, RecordShape, Vocabulary};
