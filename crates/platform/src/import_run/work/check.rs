//! A look at every row before anything is made.

use std::collections::{BTreeMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::super::actions;
use super::super::entity::{Column as RunColumn, ImportState, Model as ImportRun};
use super::super::file::Rows;
use super::super::model::{Filled, Given, Mark, Reason};
use super::super::queries;
use super::{Task, still};
use crate::app::App;
use crate::failure::Failure;
use crate::identity::Actor;

/// Rows whose faults are shown.
const SHOWN: usize = 50;
/// Parcels between two words about how far it came.
const TOLD: usize = 5;

/// What the look at every row found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::import_run) struct Checked {
    pub rows: i32,
    /// Rows that can be taken in.
    pub good: i32,
    /// Rows that cannot.
    pub wrong: i32,
    /// Good rows whose record is there.
    pub known: i32,
    /// Good rows that stand in the file before.
    pub repeated: i32,
    /// What is wrong with the first of them.
    pub examples: Vec<Example>,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::import_run) struct Example {
    pub number: u32,
    pub reasons: Vec<Reason>,
}

/// How an answer counts them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = ImportCheck)]
pub struct CheckCounts {
    /// Rows of the file.
    pub rows: i32,
    /// Rows that can be taken in.
    pub good: i32,
    /// Rows that cannot.
    pub wrong: i32,
    /// Good rows whose record is there.
    pub known: i32,
    /// Good rows that stand in the file before.
    pub repeated: i32,
}

impl Checked {
    /// The numbers alone.
    pub fn counts(&self) -> CheckCounts {
        CheckCounts {
            rows: self.rows,
            good: self.good,
            wrong: self.wrong,
            known: self.known,
            repeated: self.repeated,
        }
    }

    fn note(&mut self, number: u32, reasons: Vec<Reason>) {
        self.wrong += 1;
        if self.examples.len() < SHOWN {
            self.examples.push(Example { number, reasons });
        }
    }
}

pub(super) async fn all(app: &App, run: &ImportRun) -> Result<(), Failure> {
    let task = Task::of(app, run).await?;
    let mut rows = Rows::of(app, run, 0)?;
    let mut checked = Checked::default();
    let mut met = Met::default();
    let mut parcels = 0;
    while let Some(parcel) = rows.next().await? {
        let given: Vec<Given> = parcel
            .iter()
            .map(|row| Given::of(row, &task.fields, &task.columns, &task.home))
            .collect();
        look(&task, given, &mut checked, &mut met).await?;
        parcels += 1;
        if parcels % TOLD == 0 && !tell(app, run, &checked).await? {
            return Ok(());
        }
    }
    end(app, run, checked).await
}

/// Marks of rows that were met, as hashes, so that a large file needs little room.
#[derive(Default)]
struct Met(HashSet<u64>);

impl Met {
    /// Notes a row's marks; answers whether one of them was met before.
    fn before(&mut self, marks: &[Mark]) -> bool {
        let mut before = false;
        for mark in marks {
            let mut hash = DefaultHasher::new();
            mark.hash(&mut hash);
            before |= !self.0.insert(hash.finish());
        }
        before
    }
}

async fn look(
    task: &Task<'_>,
    given: Vec<Given>,
    checked: &mut Checked,
    met: &mut Met,
) -> Result<(), Failure> {
    let mut filled: Vec<Filled> = Vec::new();
    let mut wrong = BTreeMap::new();
    for one in given {
        checked.rows += 1;
        match one {
            Given::Row(row) => filled.push(row),
            Given::Wrong(number, reasons) => {
                wrong.insert(number, reasons);
            }
        }
    }
    let db = task.app.reader();
    let faults = (task.import.check)(task.app, &db, &task.actor, &filled).await?;
    let marks: Vec<Vec<Mark>> = filled.iter().map(task.import.marks).collect();
    let wanted: Vec<Mark> = marks.iter().flatten().cloned().collect();
    let known = (task.import.known)(&db, &task.actor, &wanted).await?;
    for ((row, marks), faults) in filled.iter().zip(&marks).zip(faults) {
        if !faults.is_empty() {
            wrong.insert(row.number, faults.iter().map(Reason::from).collect());
            continue;
        }
        checked.good += 1;
        let there = marks.iter().any(|mark| known.contains_key(mark));
        let repeated = met.before(marks);
        checked.known += i32::from(there);
        checked.repeated += i32::from(repeated && !there);
    }
    for (number, reasons) in wrong {
        checked.note(number, reasons);
    }
    Ok(())
}

/// Says how far it came; answers whether it is still wanted.
async fn tell(app: &App, run: &ImportRun, checked: &Checked) -> Result<bool, Failure> {
    let work = app.begin(Actor::system()).await?;
    let told = still(run)
        .col_expr(RunColumn::Seen, Expr::value(checked.rows))
        .exec(&work.db())
        .await?;
    work.commit().await?;
    Ok(told.rows_affected == 1)
}

async fn end(app: &App, run: &ImportRun, checked: Checked) -> Result<(), Failure> {
    let work = app.begin(Actor::system()).await?;
    let mut now = queries::read(&work.db(), run.id).await?;
    if now.state != ImportState::Checking {
        return Ok(());
    }
    now.state = ImportState::Checked;
    now.total = checked.rows;
    now.seen = checked.rows;
    now.attempts = 0;
    now.checked = Some(serde_json::to_value(&checked)?);
    actions::save(&work, &mut now).await?;
    work.commit().await
}
