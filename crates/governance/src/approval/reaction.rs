//! What approvals do by themselves: ask again when facts move, replace whoever lost a position.

use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use serde_json::Value;
use xianji_platform::work::Recorded;
use xianji_platform::{Actor, App, Failure, Tick, Work};

use super::view::views;
use super::{actions, queries};
use crate::engine::Context;

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
fn tick(app: &App, _now: DateTime<Utc>) -> BoxFuture<'_, Result<u64, Failure>> {
    Box::pin(actions::sweep(app))
}

/// What waits for the member, on the workbench: the earliest asked first.
pub fn desk<'a>(app: &'a App, actor: &'a Actor) -> BoxFuture<'a, Result<Value, Failure>> {
    Box::pin(async move {
        let Some(member) = actor.on_behalf_of().or(actor.member()) else {
            return Ok(Value::Array(Vec::new()));
        };
        let ctx = Context::read(app);
        let rows = queries::waiting_for(&ctx.db, member, 20).await?;
        Ok(serde_json::to_value(views(&ctx, actor, rows).await?)?)
    })
}
