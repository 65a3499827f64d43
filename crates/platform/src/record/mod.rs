//! What records of all floors share: how a scope, a version and a filter meet a row, what a PATCH leaves alone, and the names of people.

pub mod patch;
pub mod people;
pub mod rows;
