//! Measures through the events that move them, on each database.

mod company;
mod compliance;
mod figures;
mod rebuilt;
mod varied;
