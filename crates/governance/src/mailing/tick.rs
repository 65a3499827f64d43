//! The day's summaries: each member's at the member's hour, once a day.

use chrono::{DateTime, Timelike, Utc};
use futures_util::future::BoxFuture;
use serde_json::json;
use xianji_platform::{App, Failure};

use super::{actions, jobs, queries};
use crate::obligation::ticks::portion::turn;

/// Writes the summaries whose hour has come.
pub(crate) fn tick(app: &App, now: DateTime<Utc>) -> BoxFuture<'_, Result<u64, Failure>> {
    Box::pin(async move {
        if app.mailer().is_none() {
            return Ok(0);
        }
        let book = app.policies();
        let (day, local) = (book.today(now), now.with_timezone(&book.zone()));
        let hour = i32::try_from(local.hour()).unwrap_or_default();
        let mut done = 0;
        loop {
            let members = queries::due_for_digest(&app.reader(), day, hour).await?;
            if members.is_empty() {
                return Ok(done);
            }
            let Some(mut work) = turn(app, "governance.digest").await? else {
                return Ok(done);
            };
            // A caller whose clock runs ahead of the house's finds nothing to do, and does not ask for ever.
            if work.policies().today(work.now) != day {
                return Ok(done);
            }
            let calendar = actions::calendar(&work)?;
            for member in members {
                let setting = queries::of(&work.db(), member).await?;
                if setting.has_digest_on(day, &calendar) {
                    work.later(jobs::DIGEST, json!({ "member": member, "day": day }))
                        .await?;
                }
                actions::mark_digest(&mut work, member).await?;
                done += 1;
            }
            work.commit().await?;
        }
    })
}
