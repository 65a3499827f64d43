//! Moving running records to another version of a pack: an explicit act with a reason, tried dry before. Open obligations follow, closed
//! ones never; what has ended keeps the version that it ended under.

pub mod actions;
mod api;
mod model;

pub use actions::{Moving, move_portion};
pub(crate) use api::routes;
pub use model::{Became, MovedSubject, Place, Portion, WhatBecame};
