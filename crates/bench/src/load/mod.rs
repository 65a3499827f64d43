//! What use of the program costs, on the company of [`crate::data`], beside the goals and beside what the machine itself can do.

mod floor;
mod goals;
mod measure;
mod report;
mod rows;
mod run;

pub use floor::serve as serve_floor;
pub use measure::Effort;
pub use run::{Wanted, run};
