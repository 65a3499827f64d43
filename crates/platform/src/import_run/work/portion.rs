//! A portion: some rows, what becomes of them and how far the run came, in one unit of work.

use std::collections::{HashMap, HashSet};

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::ExprTrait;
use uuid::Uuid;

use super::super::entity::row::{self, Outcome};
use super::super::entity::{Column as RunColumn, Model as ImportRun, OnDuplicate};
use super::super::model::{Counts, Filled, Given, Mark, Reason};
use super::{Task, passes, still};
use crate::failure::Failure;
use crate::work::Work;

/// How far a portion came.
pub(super) enum Came {
    /// So many of its rows are dealt with.
    To(usize),
    /// Somebody stopped the run.
    Stopped,
}

/// What became of a row.
struct Became {
    number: u32,
    outcome: Outcome,
    record: Option<Uuid>,
    reasons: Vec<Reason>,
}

impl Became {
    fn failed(number: u32, reasons: Vec<Reason>) -> Self {
        Self {
            number,
            outcome: Outcome::Failed,
            record: None,
            reasons,
        }
    }

    fn to(number: u32, outcome: Outcome, record: Uuid) -> Self {
        Self {
            number,
            outcome,
            record: Some(record),
            reasons: Vec::new(),
        }
    }
}

/// Writes a portion. Where it is refused as a whole its rows are written one by one, so that each is told its own reason.
pub(super) async fn write(task: &Task<'_>, run: &mut ImportRun, rows: &[Given]) -> Result<Came, Failure> {
    match together(task, run, rows).await {
        Err(failure) if !passes(&failure) => {}
        done => return done,
    }
    for (place, one) in rows.iter().enumerate() {
        let came = match together(task, run, std::slice::from_ref(one)).await {
            Err(failure) if !passes(&failure) => {
                let became = vec![Became::failed(one.number(), reasons(&failure))];
                let mut work = task.app.begin(task.actor.clone()).await?;
                if note(&mut work, task, run, became).await? {
                    work.commit().await?;
                    Came::To(1)
                } else {
                    Came::Stopped
                }
            }
            done => done?,
        };
        match came {
            Came::Stopped => return Ok(Came::Stopped),
            // A row that refers to the one before waits for the next portion.
            Came::To(0) => return Ok(Came::To(place)),
            Came::To(_) => {}
        }
    }
    Ok(Came::To(rows.len()))
}

fn reasons(failure: &Failure) -> Vec<Reason> {
    match failure {
        Failure::Refused(refused) => Reason::of_refusal(refused),
        Failure::Replayed(_) => Vec::new(),
        Failure::Broken(error) => {
            tracing::error!(%error, "a row could not be taken in");
            vec![Reason::of_row("internal")]
        }
    }
}

async fn together(task: &Task<'_>, run: &mut ImportRun, rows: &[Given]) -> Result<Came, Failure> {
    let mut work = task.app.begin(task.actor.clone()).await?;
    let mut became = Vec::with_capacity(rows.len());
    let sorted = Sorted::of(&work, task, run.on_duplicate, rows).await?;
    let dealt_with = sorted.dealt_with;
    became.extend(sorted.told);
    for (id, filled) in &sorted.fill {
        became.push(fill(&mut work, task, *id, filled).await?);
    }
    if !sorted.make.is_empty() {
        let made = (task.import.make)(&mut work, &sorted.make).await?;
        for (filled, made) in sorted.make.iter().zip(made) {
            became.push(match made {
                Ok(id) => Became::to(filled.number, Outcome::Made, id),
                Err(failure) if passes(&failure) => return Err(failure),
                Err(failure) => Became::failed(filled.number, reasons(&failure)),
            });
        }
    }
    let mut after = run.clone();
    if !note(&mut work, task, &mut after, became).await? {
        return Ok(Came::Stopped);
    }
    work.commit().await?;
    *run = after;
    Ok(Came::To(dealt_with))
}

async fn fill(work: &mut Work, task: &Task<'_>, id: Uuid, filled: &Filled) -> Result<Became, Failure> {
    match (task.import.fill)(work, id, filled).await {
        Ok(true) => Ok(Became::to(filled.number, Outcome::Updated, id)),
        Ok(false) => Ok(Became {
            reasons: vec![Reason::of_row("import-nothing-to-fill")],
            ..Became::to(filled.number, Outcome::Skipped, id)
        }),
        // A gate may say no after something was written.
        Err(failure) if failure.code() == Some("gate-not-met") || passes(&failure) => Err(failure),
        Err(failure @ Failure::Refused(_)) => Ok(Became::failed(filled.number, reasons(&failure))),
        Err(failure) => Err(failure),
    }
}

/// Rows by what is to be done with them.
#[derive(Default)]
struct Sorted {
    told: Vec<Became>,
    fill: Vec<(Uuid, Filled)>,
    make: Vec<Filled>,
    dealt_with: usize,
}

impl Sorted {
    async fn of(
        work: &Work,
        task: &Task<'_>,
        on_duplicate: OnDuplicate,
        rows: &[Given],
    ) -> Result<Self, Failure> {
        let marks: Vec<Vec<Mark>> = rows.iter().map(|row| marks(task, row)).collect();
        let wanted: Vec<Mark> = marks.iter().flatten().cloned().collect();
        let known = (task.import.known)(&work.db(), &task.actor, &wanted).await?;
        let mut sorted = Self::default();
        let mut met: HashSet<&Mark> = HashSet::new();
        for (row, marks) in rows.iter().zip(&marks) {
            let filled = match row {
                Given::Wrong(number, reasons) => {
                    sorted.told.push(Became::failed(*number, reasons.clone()));
                    sorted.dealt_with += 1;
                    continue;
                }
                Given::Row(filled) => filled.clone(),
            };
            let there = twin(marks, &known);
            if on_duplicate != OnDuplicate::Make
                && there.is_none()
                && marks.iter().any(|mark| met.contains(mark))
            {
                // What it repeats is made by this portion: the next one finds it.
                break;
            }
            sorted.dealt_with += 1;
            match (on_duplicate, there) {
                (OnDuplicate::Skip, Some((mark, id))) => sorted.told.push(Became {
                    reasons: vec![Reason::of_row(format!(
                        "import-known-{}",
                        mark.why.replace('_', "-")
                    ))],
                    ..Became::to(filled.number, Outcome::Skipped, id)
                }),
                (OnDuplicate::Fill, Some((_, id))) => sorted.fill.push((id, filled)),
                (OnDuplicate::Make, there) => sorted.make.push(Filled {
                    anyway: there.is_some() || marks.iter().any(|mark| met.contains(mark)),
                    ..filled
                }),
                (OnDuplicate::Skip | OnDuplicate::Fill, None) => sorted.make.push(filled),
            }
            met.extend(marks);
        }
        Ok(sorted)
    }
}

fn marks(task: &Task<'_>, row: &Given) -> Vec<Mark> {
    match row {
        Given::Row(filled) => (task.import.marks)(filled),
        Given::Wrong(..) => Vec::new(),
    }
}

fn twin<'m>(marks: &'m [Mark], known: &HashMap<Mark, Uuid>) -> Option<(&'m Mark, Uuid)> {
    marks
        .iter()
        .find_map(|mark| known.get(mark).map(|id| (mark, *id)))
}

/// Writes what became of the rows and how far the run came; answers whether the run still goes on.
async fn note(
    work: &mut Work,
    task: &Task<'_>,
    run: &mut ImportRun,
    became: Vec<Became>,
) -> Result<bool, Failure> {
    let counts = counted(&became);
    let last = became.iter().map(|one| one.number).max();
    let position = last.map_or(run.position, |last| i32::try_from(last).unwrap_or(i32::MAX));
    let add = |column: RunColumn, by: i32| Expr::col(column).add(by);
    let went_on = still(run)
        .col_expr(RunColumn::Position, Expr::value(position))
        .col_expr(RunColumn::Attempts, Expr::value(0))
        .col_expr(RunColumn::Seen, add(RunColumn::Seen, counts.seen))
        .col_expr(RunColumn::Made, add(RunColumn::Made, counts.made))
        .col_expr(RunColumn::Updated, add(RunColumn::Updated, counts.updated))
        .col_expr(RunColumn::Skipped, add(RunColumn::Skipped, counts.skipped))
        .col_expr(RunColumn::Failed, add(RunColumn::Failed, counts.failed))
        .exec(&work.db())
        .await?;
    if went_on.rows_affected == 0 {
        return Ok(false);
    }
    let rows: Vec<row::ActiveModel> = became
        .into_iter()
        .map(|one| row_of(run, task, one))
        .collect::<Result<_, Failure>>()?;
    if !rows.is_empty() {
        row::Entity::insert_many(rows)
            .exec_without_returning(&work.db())
            .await?;
    }
    run.position = position;
    Ok(true)
}

fn row_of(run: &ImportRun, task: &Task<'_>, one: Became) -> Result<row::ActiveModel, Failure> {
    let reasons = (!one.reasons.is_empty()).then_some(one.reasons);
    Ok(row::ActiveModel {
        run_id: Set(run.id),
        number: Set(i32::try_from(one.number).unwrap_or(i32::MAX)),
        outcome: Set(one.outcome),
        record_kind: Set(one.record.map(|_| task.import.kind.to_owned())),
        record_id: Set(one.record),
        reasons: Set(reasons.map(serde_json::to_value).transpose()?),
    })
}

fn counted(became: &[Became]) -> Counts {
    let count = |outcome: Outcome| {
        let so = became.iter().filter(|one| one.outcome == outcome).count();
        i32::try_from(so).unwrap_or(i32::MAX)
    };
    Counts {
        seen: i32::try_from(became.len()).unwrap_or(i32::MAX),
        made: count(Outcome::Made),
        updated: count(Outcome::Updated),
        skipped: count(Outcome::Skipped),
        failed: count(Outcome::Failed),
    }
}
