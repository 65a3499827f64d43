//! Looking again: once a night at every running record (facts that move with time, silences and conditions of rules that are new), and
//! at everything open whenever people, calendars or packs have changed.

use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use xianji_platform::{App, Failure, Subject, Work};
use xianji_policy::model::{Opening as Begins, Pack, Who};

use super::portion::{Portion, ROWS, is_behind, remember, round, running, turn};
use super::watch::{conditions, quieted};
use crate::engine::{Case, Context, people_changed};
use crate::obligation::actions::{again as owe_again, revise};
use crate::obligation::entity::{Column, Entity};
use crate::obligation::reaction::look;
use crate::obligation::{Obligation, ObligationId, Source, State, queries};

pub(super) fn tick(app: &App, now: DateTime<Utc>) -> BoxFuture<'_, Result<u64, Failure>> {
    Box::pin(async move {
        let mut kinds: Vec<String> = Vec::new();
        for (_, pack) in app.policies().versions() {
            let moving = pack
                .obligations
                .iter()
                .filter(|rule| matches!(rule.trigger.opening, Begins::Becomes(_) | Begins::Silent { .. }));
            kinds.extend(moving.map(|rule| rule.of.clone()));
        }
        kinds.sort();
        kinds.dedup();
        let mut done = open_ones(app, now).await?;
        for kind in kinds {
            done += records(app, &kind, now).await?;
        }
        Ok(done)
    })
}

/// Once a day of the company's, and at once when a pack has changed.
async fn records(app: &App, kind: &str, now: DateTime<Utc>) -> Result<u64, Failure> {
    let name = format!("review:{kind}");
    let today = {
        let book = app.policies();
        book.standard_calendar().start_of_day(book.today(now))
    };
    let generation = app.policies().company().generation;
    let mut done = 0;
    loop {
        let portion = Portion::begin();
        let mut round = round(&app.reader(), &name).await?;
        if round.generation == generation && !is_behind(&round, today) {
            return Ok(done);
        }
        let Some(mut work) = turn(app, "governance.review").await? else {
            return Ok(done);
        };
        round.target_at = Some(round.target_at.unwrap_or(now));
        let ids = running(&work, kind, round.cursor).await?;
        let mut ended = ids.len() < ROWS as usize;
        for id in ids {
            round.cursor = Some(id);
            done += 1;
            let case = Case::load(&Context::of(&work), &Subject::new(kind, id)).await?;
            if let Some(case) = case {
                conditions(&mut work, &case).await?;
                quieted(&mut work, &case, "", now).await?;
                look(&mut work, &case).await?;
            }
            if portion.is_spent() {
                ended = false;
                break;
            }
        }
        if ended {
            (round.until_at, round.target_at, round.cursor, round.generation) =
                (round.target_at, None, None, generation);
        }
        remember(&work, &round).await?;
        work.commit().await?;
    }
}

/// Who owes it and by when, anew for everything open: a position has changed hands, the calendar has a new day off, somebody has gone
/// away or come back.
async fn open_ones(app: &App, now: DateTime<Utc>) -> Result<u64, Failure> {
    let generation = app.policies().company().generation;
    let mut done = 0;
    loop {
        let portion = Portion::begin();
        let mut round = round(&app.reader(), "review").await?;
        if round.generation == generation
            && round.target_at.is_none()
            && !somebody_moved(app, round.until_at, now).await?
        {
            return Ok(done);
        }
        let Some(mut work) = turn(app, "governance.review").await? else {
            return Ok(done);
        };
        round.target_at = Some(round.target_at.unwrap_or(now));
        let ids = next_open(&work, round.cursor).await?;
        let mut ended = ids.len() < ROWS as usize;
        for id in ids {
            round.cursor = Some(id.0);
            done += 1;
            again(&mut work, id).await?;
            if portion.is_spent() {
                ended = false;
                break;
            }
        }
        if ended {
            (round.until_at, round.target_at, round.cursor, round.generation) =
                (round.target_at, None, None, generation);
        }
        remember(&work, &round).await?;
        work.commit().await?;
    }
}

/// Whether anybody has gone away or come back, or a position or department has begun or ended, since the last walk.
pub(crate) async fn somebody_moved(
    app: &App,
    since: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<bool, Failure> {
    match since {
        Some(since) => people_changed(&Context::read(app), since, now).await,
        None => Ok(true),
    }
}

async fn next_open(work: &Work, after: Option<uuid::Uuid>) -> Result<Vec<ObligationId>, Failure> {
    let mut select = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::State.eq(State::Open));
    if let Some(after) = after {
        select = select.filter(Column::Id.gt(after));
    }
    Ok(select
        .order_by_asc(Column::Id)
        .limit(ROWS)
        .into_tuple()
        .all(&work.db())
        .await?)
}

async fn again(work: &mut Work, id: ObligationId) -> Result<(), Failure> {
    let row = queries::lock(work, id).await?;
    // An approval finds its deciders itself.
    if !row.is_open() || row.source == Source::Approval.word() {
        return Ok(());
    }
    let Some(case) = Case::load(&Context::of(work), &row.subject()).await? else {
        return Ok(());
    };
    let pack = row.pack(work.policies());
    match row.rule_in(pack.as_ref()) {
        Some(rule) => revise(work, &case, row, rule).await,
        None => {
            let who = confirmed_by(pack.as_deref(), &row).cloned();
            owe_again(work, &case, row, who.as_ref()).await.map(|_| ())
        }
    }
}

/// Whom the rule names to confirm what was done.
fn confirmed_by<'p>(pack: Option<&'p Pack>, row: &Obligation) -> Option<&'p Who> {
    let rule = row.rule.strip_suffix(".confirm")?;
    let asked = row.source == Source::Confirm.word();
    let confirm = pack?.obligations.get(rule)?.confirm.as_ref();
    confirm.filter(|_| asked).map(|confirm| &confirm.by)
}
