//! Imports as answers show them.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use xianji_kernel::text::Language;

use super::super::entity::row::{Model as Row, Outcome};
use super::super::entity::{ImportState, Model as ImportRun, OnDuplicate};
use super::super::model::{Column, Counts, ImportField, Reason, Shape};
use super::super::preview::Preview;
use super::super::repair::words;
use super::super::sheet::Format;
use super::super::work::{CheckCounts, Checked};
use crate::app::App;
use crate::database::Conn;
use crate::failure::Failure;
use crate::id::{ImportRunId, Subject};
use crate::identity::Judged;
use crate::record::people::{MemberName, Names};

/// An import.
#[derive(Debug, Serialize, ToSchema)]
pub struct ImportRunView {
    pub id: ImportRunId,
    /// Kind of the records: `customer`.
    pub kind: String,
    pub file_name: String,
    /// Bytes of the file.
    pub size: i64,
    /// How the file is read.
    pub format: Format,
    /// Line of the headings.
    pub header_row: i32,
    pub columns: Vec<Column>,
    pub on_duplicate: OnDuplicate,
    pub state: ImportState,
    /// Rows of the file, once they were counted.
    pub total: i32,
    pub counts: Counts,
    /// What the look at every row found.
    pub checked: Option<CheckCounts>,
    /// Why it failed.
    pub problem: Option<String>,
    /// Records that were taken back.
    pub taken_back: i32,
    /// Records that were changed since and therefore stay.
    pub kept: i32,
    pub owner: Option<MemberName>,
    pub started_at: Option<DateTime<Utc>>,
    pub finished_at: Option<DateTime<Utc>>,
    pub version: i64,
    pub created_at: DateTime<Utc>,
    pub can: ImportRunCan,
}

/// What the reader may do with it now.
#[derive(Debug, Serialize, ToSchema)]
pub struct ImportRunCan {
    pub map: bool,
    pub start: bool,
    pub cancel: bool,
    pub undo: bool,
}

impl ImportRunView {
    pub fn of(app: &App, run: ImportRun, actor: &Judged, names: &Names) -> Result<Self, Failure> {
        let mine = run.owner_id.is_some() && run.owner_id == actor.principal();
        let may = |permission: &str| mine || actor.may_on(permission, &run);
        let imports = app.registry().imports.get(run.kind.as_str());
        let permitted = imports.is_some_and(|import| actor.may(&import.permission()));
        let can_take_back = imports.is_some_and(|import| import.take_back.is_some());
        let new = run.must_be_new().is_ok() && permitted && may("import_run.update");
        let checked: Option<Checked> = run.checked.clone().map(serde_json::from_value).transpose()?;
        let problem: Option<Reason> = run.problem.clone().map(serde_json::from_value).transpose()?;
        Ok(Self {
            can: ImportRunCan {
                map: new,
                start: new,
                cancel: matches!(run.state, ImportState::Running | ImportState::Checking)
                    && may("import_run.cancel"),
                undo: run.can_undo() && can_take_back && may("import_run.undo"),
            },
            counts: run.counts(),
            checked: checked.map(|checked| checked.counts()),
            problem: problem.map(|reason| words(app, actor.language, &reason)),
            owner: names.of(run.owner_id),
            format: serde_json::from_value(run.format)?,
            columns: serde_json::from_value(run.columns)?,
            id: run.id,
            kind: run.kind,
            file_name: run.file_name,
            size: run.size,
            header_row: run.header_row,
            on_duplicate: run.on_duplicate,
            state: run.state,
            total: run.total,
            taken_back: run.taken_back,
            kept: run.kept,
            started_at: run.started_at,
            finished_at: run.finished_at,
            version: run.version,
            created_at: run.created_at,
        })
    }

    pub async fn load(app: &App, db: &Conn<'_>, actor: &Judged, run: ImportRun) -> Result<Self, Failure> {
        let names = Names::read(db, [run.owner_id]).await?;
        Self::of(app, run, actor, &names)
    }
}

/// Something that a column can fill.
#[derive(Debug, Serialize, ToSchema)]
pub struct ImportFieldView {
    pub name: String,
    /// What people call it, for fields that packs add.
    pub label: Option<String>,
    pub required: bool,
    /// What may stand in it: `text`, `choice`, `flag`, `money`, `integer`, `date`, `phone`, `email`, `code`.
    pub shape: &'static str,
}

impl From<ImportField> for ImportFieldView {
    fn from(field: ImportField) -> Self {
        let shape = match field.shape {
            Shape::Text(_) => "text",
            Shape::Choice(_) => "choice",
            Shape::Flag => "flag",
            Shape::Money => "money",
            Shape::Integer => "integer",
            Shape::Date => "date",
            Shape::Phone => "phone",
            Shape::Email => "email",
            Shape::Code => "code",
        };
        Self {
            name: field.name,
            label: field.label,
            required: field.required,
            shape,
        }
    }
}

/// A kind that the reader may import.
#[derive(Debug, Serialize, ToSchema)]
pub struct ImportKindView {
    pub kind: &'static str,
    pub fields: Vec<ImportFieldView>,
}

/// Why a row is not taken in.
#[derive(Debug, Serialize, ToSchema)]
pub struct ImportReasonView {
    /// The field, if it is about one.
    pub field: Option<String>,
    /// A word that never changes.
    pub code: String,
    /// The text in the reader's language.
    pub text: String,
}

impl ImportReasonView {
    fn all(app: &App, language: Language, reasons: Vec<Reason>) -> Vec<Self> {
        let one = |reason: Reason| Self {
            text: words(app, language, &reason),
            field: reason.field,
            code: reason.code,
        };
        reasons.into_iter().map(one).collect()
    }
}

/// The first rows of a file as they would be taken in, and the first faults that the look at every row found.
#[derive(Debug, Serialize, ToSchema)]
pub struct ImportPreview {
    pub fields: Vec<ImportFieldView>,
    pub rows: Vec<ImportPreviewRow>,
    pub faults: Vec<ImportFaultView>,
}

/// One of the first rows.
#[derive(Debug, Serialize, ToSchema)]
pub struct ImportPreviewRow {
    /// Its line in the file.
    pub number: u32,
    /// Its cells as they stand, in the order of the columns.
    pub cells: Vec<String>,
    pub reasons: Vec<ImportReasonView>,
    /// Its record is there.
    pub known: bool,
}

/// What is wrong with a row.
#[derive(Debug, Serialize, ToSchema)]
pub struct ImportFaultView {
    /// Its line in the file.
    pub number: u32,
    pub reasons: Vec<ImportReasonView>,
}

impl ImportPreview {
    pub fn of(app: &App, language: Language, run: &ImportRun, preview: Preview) -> Result<Self, Failure> {
        let row = |row: super::super::preview::PreviewRow| ImportPreviewRow {
            number: row.number,
            cells: row.cells.iter().map(|text| shortened(text)).collect(),
            reasons: ImportReasonView::all(app, language, row.reasons),
            known: row.known,
        };
        let checked: Option<Checked> = run.checked.clone().map(serde_json::from_value).transpose()?;
        let faults = checked.map(|checked| checked.examples).unwrap_or_default();
        let fault = |example: super::super::work::Example| ImportFaultView {
            number: example.number,
            reasons: ImportReasonView::all(app, language, example.reasons),
        };
        Ok(Self {
            fields: preview.fields.into_iter().map(ImportFieldView::from).collect(),
            rows: preview.rows.into_iter().map(row).collect(),
            faults: faults.into_iter().map(fault).collect(),
        })
    }
}

/// The beginning of a long cell.
fn shortened(text: &str) -> String {
    const SHOWN: usize = 200;
    match text.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

/// What became of a row.
#[derive(Debug, Serialize, ToSchema)]
pub struct ImportRowView {
    /// Its line in the file.
    pub number: i32,
    pub outcome: Outcome,
    /// The record that was made, filled or found.
    pub record: Option<Subject>,
    pub reasons: Vec<ImportReasonView>,
}

impl ImportRowView {
    pub fn of(app: &App, language: Language, row: Row) -> Result<Self, Failure> {
        let reasons: Vec<Reason> = row
            .reasons
            .map(serde_json::from_value)
            .transpose()?
            .unwrap_or_default();
        let record = row.record_kind.zip(row.record_id);
        Ok(Self {
            number: row.number,
            outcome: row.outcome,
            record: record.map(|(kind, id)| Subject { kind, id }),
            reasons: ImportReasonView::all(app, language, reasons),
        })
    }
}
