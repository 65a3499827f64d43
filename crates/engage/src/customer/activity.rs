//! Whether something happened with a customer in the last 90 days. Kept as a flag, because a fact has no clock: an event sets it, the
//! tick takes it away.

use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};
use futures_util::future::BoxFuture;
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};
use xianji_platform::{Actor, App, Failure, Tick, Work};

use super::entity::{Column, Entity};
use crate::id::CustomerId;

/// Days after which a customer with whom nothing happened counts as inactive.
const DAYS: i64 = 90;

/// Rows in one unit of work, so that no writer waits long.
const PORTION: u64 = 200;

/// Customers that this unit of work has noted already.
#[derive(Default)]
struct Touched(HashSet<CustomerId>);

/// Notes that something happened, at most once a day, so that a busy customer's row stays free.
pub(crate) async fn touch(work: &mut Work, customer: CustomerId) -> Result<(), Failure> {
    if !work.shelf::<Touched>().0.insert(customer) {
        return Ok(());
    }
    Entity::update_many()
        .col_expr(Column::Active, Expr::value(true))
        .col_expr(Column::LastActiveAt, Expr::value(work.now))
        .filter(Column::Id.eq(customer))
        .filter(Column::LastActiveAt.lt(work.now - TimeDelta::days(1)))
        .exec(&work.db())
        .await?;
    Ok(())
}

/// Says that a customer was just made: it is active already, and its row need not be written again.
pub(super) fn made(work: &mut Work, customer: CustomerId) {
    work.shelf::<Touched>().0.insert(customer);
}

/// Takes the flag from those with whom nothing happened for long.
pub fn tick() -> Tick {
    Tick {
        name: "engage.activity",
        run: sweep,
    }
}

fn sweep(app: &App, now: DateTime<Utc>) -> BoxFuture<'_, Result<u64, Failure>> {
    Box::pin(async move {
        let mut done = 0;
        loop {
            let ids = quiet(app, now).await?;
            if ids.is_empty() {
                return Ok(done);
            }
            let work = app.begin(Actor::system()).await?;
            let rows = Entity::update_many()
                .col_expr(Column::Active, Expr::value(false))
                .filter(Column::Id.is_in(ids))
                .filter(Column::LastActiveAt.lt(now - TimeDelta::days(DAYS)))
                .exec(&work.db())
                .await?;
            work.commit().await?;
            if rows.rows_affected == 0 {
                return Ok(done);
            }
            done += rows.rows_affected;
        }
    })
}

async fn quiet(app: &App, now: DateTime<Utc>) -> Result<Vec<CustomerId>, Failure> {
    let rows = Entity::find()
        .filter(Column::Active.eq(true))
        .filter(Column::LastActiveAt.lt(now - TimeDelta::days(DAYS)))
        .order_by_asc(Column::LastActiveAt)
        .limit(PORTION)
        .all(&app.reader())
        .await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}
