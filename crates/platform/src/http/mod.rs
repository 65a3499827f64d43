//! What every handler is made of: [`Call`] (who asks, with which key and version) and [`Visit`] (from outside), [`Input`] (a body checked against the published schema,
//! all faults at once), [`At`] and [`Ask`] (path and query), [`answer`] (one way to answer), and the layer that words problems.

pub mod answer;
mod assemble;
mod call;
mod document;
mod examples;
pub mod idempotency;
mod input;
mod problem;
mod responses;

pub use answer::{Listed, Total};
pub use assemble::{Outside, assemble, assemble_with, describe};
pub use call::{Call, Visit};
pub use input::{Ask, At, Input};
pub use problem::{Problem, language, problem, problems};
