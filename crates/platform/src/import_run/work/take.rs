//! Rows become records.

use std::time::{Duration, Instant};

use super::super::actions;
use super::super::entity::{ImportState, Model as ImportRun};
use super::super::events::ImportFinished;
use super::super::file::Rows;
use super::super::model::Given;
use super::super::queries;
use super::Task;
use super::portion::{Came, write};
use crate::app::App;
use crate::failure::Failure;

/// Rows in one unit of work at most, and how long one may hold up other writers.
const MOST: usize = 200;
const LONGEST: Duration = Duration::from_millis(50);

/// How many rows go into a portion, by how long the last one took.
struct Pace(usize);

impl Pace {
    fn after(&mut self, rows: usize, took: Duration) {
        let took = took.as_secs_f64().max(0.000_1);
        let fit = rows as f64 * LONGEST.as_secs_f64() / took;
        self.0 = (fit as usize).clamp(1, MOST).min(self.0 * 2);
    }
}

pub(super) async fn all(app: &App, run: &ImportRun) -> Result<(), Failure> {
    let mut task = Task::of(app, run).await?;
    let mut run = run.clone();
    let mut rows = Rows::of(app, &run, run.position)?;
    let mut pace = Pace(20);
    while let Some(parcel) = rows.next().await? {
        let mut given: Vec<Given> = parcel
            .iter()
            .map(|row| Given::of(row, &task.fields, &task.columns, &task.home))
            .collect();
        while !given.is_empty() {
            task.renewed(&run).await?;
            let count = given.len().min(pace.0);
            let began = Instant::now();
            let Came::To(rows) = write(&task, &mut run, &given[..count]).await? else {
                return Ok(());
            };
            given.drain(..rows);
            pace.after(rows, began.elapsed());
            // Whoever waits for the writer comes first.
            tokio::task::yield_now().await;
        }
    }
    end(&task, &run).await
}

async fn end(task: &Task<'_>, run: &ImportRun) -> Result<(), Failure> {
    let mut work = task.app.begin(task.actor.clone()).await?;
    let mut now = queries::read(&work.db(), run.id).await?;
    if now.state != ImportState::Running || now.position != run.position {
        return Ok(());
    }
    now.state = ImportState::Finished;
    now.total = now.seen;
    now.finished_at = Some(work.now);
    actions::save(&work, &mut now).await?;
    work.record(ImportFinished {
        run: now.id,
        kind: now.kind.clone(),
        seen: now.seen,
        made: now.made,
        updated: now.updated,
        skipped: now.skipped,
        failed: now.failed,
    })
    .await?;
    work.commit().await
}
