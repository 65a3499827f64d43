//! Facts that move with time (a year's revenue, days without a visit) are judged again each night.

use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use xianji_platform::{App, Failure, Subject, Tick};

use super::actions::judge_all;
use crate::engine::{Case, Context};
use crate::obligation::ticks::portion::{Portion, ROWS, is_behind, remember, round, running, turn};

/// What time brings here.
pub fn ticks() -> Vec<Tick> {
    vec![Tick {
        name: "governance.grading",
        run: tick,
    }]
}

fn tick(app: &App, now: DateTime<Utc>) -> BoxFuture<'_, Result<u64, Failure>> {
    Box::pin(async move {
        let book = app.policies();
        let mut kinds: Vec<String> = book
            .versions()
            .flat_map(|(_, pack)| pack.gradings.iter().map(|one| one.of.clone()))
            .collect();
        kinds.sort();
        kinds.dedup();
        let mut done = 0;
        for kind in kinds {
            done += records(app, &kind, now).await?;
        }
        Ok(done)
    })
}

/// Once a day of the company's.
async fn records(app: &App, kind: &str, now: DateTime<Utc>) -> Result<u64, Failure> {
    let name = format!("grading:{kind}");
    let today = {
        let book = app.policies();
        book.standard_calendar().start_of_day(book.today(now))
    };
    let mut done = 0;
    loop {
        let portion = Portion::begin();
        let mut round = round(&app.reader(), &name).await?;
        if !is_behind(&round, today) {
            return Ok(done);
        }
        let Some(mut work) = turn(app, "governance.grading").await? else {
            return Ok(done);
        };
        round.target_at = Some(round.target_at.unwrap_or(now));
        let ids = running(&work, kind, round.cursor).await?;
        let mut ended = u64::try_from(ids.len()).unwrap_or(ROWS) < ROWS;
        for id in ids {
            round.cursor = Some(id);
            done += 1;
            let case = Case::load(&Context::of(&work), &Subject::new(kind, id)).await?;
            if let Some(case) = case {
                judge_all(&mut work, &case, None).await?;
            }
            if portion.is_spent() {
                ended = false;
                break;
            }
        }
        if ended {
            (round.until_at, round.target_at, round.cursor) = (round.target_at, None, None);
        }
        remember(&work, &round).await?;
        work.commit().await?;
    }
}
