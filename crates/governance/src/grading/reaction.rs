//! Grades follow the facts.

use futures_util::future::BoxFuture;
use xianji_platform::work::Recorded;
use xianji_platform::{Failure, Work};

use super::actions;

/// On every event of a record.
pub fn run<'a>(work: &'a mut Work, event: &'a Recorded) -> BoxFuture<'a, Result<(), Failure>> {
    Box::pin(actions::follow(work, event))
}
