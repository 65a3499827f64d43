//! What clauses ask for, the rules that enforce it and the measure that proves it: compliance of a control over a period and a department,
//! and the records that it counted.

pub mod api;
pub mod model;
pub mod queries;
pub mod view;

pub use model::{Basis, Cell};
pub use queries::Board;
