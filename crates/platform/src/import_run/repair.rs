//! The rows that could not be taken in, as a file to mend and to take in again: the columns as they came, and why, in the last one.

use std::collections::HashMap;
use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use xianji_kernel::text::Language;

use super::entity::Model as ImportRun;
use super::entity::row::Outcome;
use super::file::blocking;
use super::model::{Column, Reason};
use super::queries;
use super::sheet::{self, Cell, Format};
use crate::app::App;
use crate::failure::Failure;

/// Rows read at once.
const PORTION: u64 = 1000;
/// Rows of a workbook, which is written in memory; more come as text.
const MOST_IN_WORKBOOK: usize = 20_000;

/// What the file is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ImportRepairFormat)]
pub enum RepairFormat {
    /// Comma-separated values.
    Csv,
    /// A workbook.
    Xlsx,
}

/// A file of rows to mend.
pub struct Repair {
    /// What it is called.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Words of a reason in a language.
pub fn words(app: &App, language: Language, reason: &Reason) -> String {
    let values: Vec<(&str, String)> = reason
        .values
        .iter()
        .map(|(name, value)| (name.as_str(), value.clone()))
        .collect();
    app.registry().texts.get(language, &reason.code, &values)
}

/// What is said of a row, by the headings of its columns.
pub fn said(app: &App, language: Language, columns: &[Column], reasons: &[Reason]) -> String {
    let one = |reason: &Reason| {
        let words = words(app, language, reason);
        let column = columns
            .iter()
            .find(|column| column.field.is_some() && column.field == reason.field);
        match (column, &reason.field) {
            (Some(column), _) => format!("{}: {words}", column.heading),
            (None, Some(field)) => format!("{field}: {words}"),
            (None, None) => words,
        }
    };
    reasons.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// Writes the file.
pub async fn repair(
    app: &App,
    language: Language,
    run: &ImportRun,
    format: RepairFormat,
) -> Result<Repair, Failure> {
    let columns: Vec<Column> = serde_json::from_value(run.columns.clone())?;
    let mut why = failed(app, language, run, &columns).await?;
    let read: Format = serde_json::from_value(run.format.clone())?;
    let path = app.files().path(&run.sha256);
    let mut headings: Vec<String> = columns.iter().map(|column| column.heading.clone()).collect();
    headings.push(app.registry().texts.get(language, "import-why", &[]));
    let as_text = format == RepairFormat::Csv || why.len() > MOST_IN_WORKBOOK;
    let stem = run
        .file_name
        .rsplit_once('.')
        .map_or(run.file_name.as_str(), |(stem, _)| stem);
    let name = format!(
        "{stem}-{}.{}",
        app.registry().texts.get(language, "import-failed-rows", &[]),
        if as_text { "csv" } else { "xlsx" }
    );
    let width = headings.len() - 1;
    let bytes = blocking(move || -> Result<Vec<u8>, Failure> {
        let mut rows = vec![headings];
        sheet::read(&path, &read, &mut |row| {
            if let Some(why) = why.remove(&row.number) {
                let mut cells: Vec<String> = row.cells.iter().map(Cell::shown).collect();
                cells.resize(width, String::new());
                cells.push(why);
                rows.push(cells);
            }
            if why.is_empty() {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        })?;
        if as_text {
            Ok(sheet::csv(&rows))
        } else {
            sheet::xlsx(&rows)
        }
    })
    .await?;
    Ok(Repair { name, bytes })
}

async fn failed(
    app: &App,
    language: Language,
    run: &ImportRun,
    columns: &[Column],
) -> Result<HashMap<u32, String>, Failure> {
    let mut why = HashMap::new();
    let mut after = -1;
    loop {
        let rows = queries::rows(&app.reader(), run.id, Some(Outcome::Failed), after, PORTION).await?;
        let Some(last) = rows.last() else { return Ok(why) };
        after = last.number;
        for row in rows {
            let reasons: Vec<Reason> = row
                .reasons
                .map(serde_json::from_value)
                .transpose()?
                .unwrap_or_default();
            let number = u32::try_from(row.number).unwrap_or_default();
            why.insert(number, said(app, language, columns, &reasons));
        }
    }
}
