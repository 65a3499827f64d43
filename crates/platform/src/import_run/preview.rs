//! The first rows of a file as they would be taken in.

use super::actions::import_of;
use super::entity::Model as ImportRun;
use super::file::{Looked, head};
use super::model::{Column, Filled, Given, Home, ImportField, Reason};
use super::sheet::{Cell, Format};
use crate::app::App;
use crate::failure::Failure;
use crate::identity::Actor;

/// What the first rows hold.
pub struct Preview {
    /// What a column can fill.
    pub fields: Vec<ImportField>,
    /// The first rows below the headings.
    pub rows: Vec<PreviewRow>,
}

/// One of the first rows.
pub struct PreviewRow {
    /// Its line in the file.
    pub number: u32,
    /// Its cells as they stand.
    pub cells: Vec<String>,
    /// What is wrong with it.
    pub reasons: Vec<Reason>,
    /// Its record is there.
    pub known: bool,
}

/// Looks at a run's file anew, with another format or other headings.
pub async fn look(
    app: &App,
    actor: &Actor,
    run: &ImportRun,
    format: Option<Format>,
    header_row: Option<u32>,
) -> Result<Looked, Failure> {
    let kept: Format = serde_json::from_value(run.format.clone())?;
    let changed = format.as_ref().is_some_and(|format| *format != kept);
    let usual = u32::try_from(run.header_row).ok().filter(|_| !changed);
    let fields = (import_of(app, &run.kind)?.fields)(app, actor);
    let mut looked = head(
        app,
        &run.sha256,
        Some(format.unwrap_or(kept)),
        header_row.or(usual),
        fields,
    )
    .await?;
    // What the member said of the same columns stays.
    let columns: Vec<Column> = serde_json::from_value(run.columns.clone())?;
    let same = columns.len() == looked.columns.len()
        && columns
            .iter()
            .zip(&looked.columns)
            .all(|(one, other)| one.heading == other.heading);
    if same {
        looked.columns = columns;
    }
    Ok(looked)
}

/// The first rows, each with all that is wrong with it.
pub async fn preview(app: &App, actor: &Actor, run: &ImportRun) -> Result<Preview, Failure> {
    let import = import_of(app, &run.kind)?;
    let looked = look(app, actor, run, None, None).await?;
    let fields = (import.fields)(app, actor);
    let columns: Vec<Option<String>> = looked.columns.into_iter().map(|column| column.field).collect();
    let currency = app.policies().company().currency.parse();
    let home = Home {
        currency: currency.map_err(|_| Failure::broken("the company's currency is none"))?,
    };
    let mut rows = Vec::new();
    let mut good: Vec<(usize, Filled)> = Vec::new();
    for row in &looked.rows {
        let mut shown = PreviewRow {
            number: row.number,
            cells: row.cells.iter().map(Cell::shown).collect(),
            reasons: Vec::new(),
            known: false,
        };
        match Given::of(row, &fields, &columns, &home) {
            Given::Row(filled) => good.push((rows.len(), filled)),
            Given::Wrong(_, reasons) => shown.reasons = reasons,
        }
        rows.push(shown);
    }
    let filled: Vec<Filled> = good.iter().map(|(_, filled)| filled.clone()).collect();
    let db = app.reader();
    let faults = (import.check)(app, &db, actor, &filled).await?;
    let marks: Vec<_> = filled.iter().flat_map(import.marks).collect();
    let known = (import.known)(&db, actor, &marks).await?;
    for ((place, filled), faults) in good.iter().zip(faults) {
        rows[*place].reasons = faults.iter().map(Reason::from).collect();
        rows[*place].known = (import.marks)(filled).iter().any(|mark| known.contains_key(mark));
    }
    Ok(Preview { fields, rows })
}
