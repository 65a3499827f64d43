//! What approvals do by themselves: ask again when facts move, replace whoever lost a position.

use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use xianji_platform::work::Recorded;
use xianji_platform::{App, Failure, Tick, Work};

use super::actions;

/// On every event of a record.
pub fn run<'a>(work: &'a mut Work, event: &'a Recorded) -> BoxFuture<'a, Result<(), Failure>> {
    Box::pin(actions::look_again(work, event))
}

/// What time brings here.
pub fn ticks() -> Vec<Tick> {
    vec![Tick {
        name: "governance.approvals",
        run: tick,
    }]
}

/// Whoever lost a position decides no longer; somebody else does.
fn tick(app: &App, now: DateTime<Utc>) -> BoxFuture<'_, Result<u64, Failure>> {
    Box::pin(actions::sweep(app, now))
}
