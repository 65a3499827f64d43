//! Files with rows: what they are by their bytes, and their rows one after the other, never the whole file in memory.

mod card;
mod record;
mod table;
mod text;
mod workbook;
mod write;

#[cfg(test)]
mod tests;

use std::ops::ControlFlow;
use std::path::Path;

use axum::http::StatusCode;
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::failure::Refusal;

pub use write::{csv, xlsx};

/// Rows with something in them, at most.
pub const MOST_ROWS: u32 = 200_000;
/// Columns, at most.
pub const MOST_COLUMNS: usize = 200;
/// Characters of a cell, at most: what a spreadsheet can hold.
pub const LONGEST_CELL: usize = 32_767;

/// What a file is by its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ImportFileKind)]
pub enum FileKind {
    /// Text with a delimiter.
    Csv,
    /// A workbook.
    Xlsx,
    /// Address cards.
    Vcard,
}

/// How the rows of a file are read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ImportFormat)]
pub struct Format {
    /// What the file is.
    pub kind: FileKind,
    /// Encoding of a text, e.g. `UTF-8`, `gb18030`, `UTF-16LE`.
    pub encoding: Option<String>,
    /// Delimiter of a text: one ASCII character.
    pub delimiter: Option<String>,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// All sheets of a workbook.
    #[serde(default)]
    pub sheets: Vec<String>,
}

/// A cell as it was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// A text.
    Text(String),
    /// A number; a phone number too, where a spreadsheet took it for one.
    Number(f64),
    /// Yes or no.
    Flag(bool),
    /// A day, with or without a time.
    Date(NaiveDateTime),
    /// Something that has no value; the code says why.
    Broken(&'static str),
}

impl Cell {
    /// As a person reads it.
    pub fn shown(&self) -> String {
        match self {
            Self::Empty | Self::Broken(_) => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Flag(flag) => if *flag { "TRUE" } else { "FALSE" }.to_owned(),
            Self::Date(at) if at.time() == chrono::NaiveTime::MIN => at.date().to_string(),
            Self::Date(at) => at.format("%Y-%m-%d %H:%M:%S").to_string(),
        }
    }

    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::Number(_) | Self::Flag(_) | Self::Date(_) | Self::Broken(_) => false,
        }
    }
}

/// A row as it was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetRow {
    /// Its line in the file, counted from one.
    pub number: u32,
    /// Its cells, from the first column on.
    pub cells: Vec<Cell>,
    /// Why the row as a whole could not be read.
    pub broken: Option<&'static str>,
}

impl SheetRow {
    fn is_empty(&self) -> bool {
        self.broken.is_none() && self.cells.iter().all(Cell::is_empty)
    }
}

/// Why the rows of a file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// Neither a workbook nor a text nor cards.
    #[error("this is no table")]
    NotATable,
    /// The old format of spreadsheets, or one behind a password.
    #[error("an old or protected workbook")]
    OldOrProtected,
    /// What it unpacks to is too large.
    #[error("unpacked it is larger than {0} MiB")]
    TooLargeUnpacked(u64),
    /// Too many rows.
    #[error("more than {0} rows")]
    TooManyRows(u32),
    /// Too many columns.
    #[error("more than {0} columns")]
    TooManyColumns(usize),
    /// Not one row.
    #[error("no rows")]
    Empty,
    /// No sheet of that name.
    #[error("no such sheet")]
    NoSuchSheet,
    /// No such encoding or delimiter.
    #[error("no such encoding or delimiter")]
    NoSuchFormat,
    /// Half a file.
    #[error("the file is broken: {0}")]
    Broken(String),
}

impl Refusal for SheetError {
    fn code(&self) -> &'static str {
        match self {
            Self::NotATable => "import-no-table",
            Self::OldOrProtected => "import-old-workbook",
            Self::TooLargeUnpacked(_) => "import-too-large-unpacked",
            Self::TooManyRows(_) => "import-too-many-rows",
            Self::TooManyColumns(_) => "import-too-many-columns",
            Self::Empty => "import-empty",
            Self::NoSuchSheet => "import-no-such-sheet",
            Self::NoSuchFormat => "import-no-such-format",
            Self::Broken(_) => "import-broken-file",
        }
    }
    fn status(&self) -> StatusCode {
        StatusCode::UNPROCESSABLE_ENTITY
    }
    fn fields(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLargeUnpacked(limit) => vec![("limit", limit.to_string())],
            Self::TooManyRows(limit) => vec![("limit", limit.to_string())],
            Self::TooManyColumns(limit) => vec![("limit", limit.to_string())],
            Self::NotATable
            | Self::OldOrProtected
            | Self::Empty
            | Self::NoSuchSheet
            | Self::NoSuchFormat
            | Self::Broken(_) => Vec::new(),
        }
    }
}

/// What is done with each row; breaking ends the reading.
pub type Each<'a> = &'a mut dyn FnMut(SheetRow) -> ControlFlow<()>;

/// What a file is and how its rows are best read.
pub fn look(path: &Path) -> Result<Format, SheetError> {
    match record::kind(path)? {
        FileKind::Xlsx => {
            let sheets = workbook::sheets(path)?;
            Ok(Format {
                kind: FileKind::Xlsx,
                encoding: None,
                delimiter: None,
                sheet: sheets.first().cloned(),
                sheets,
            })
        }
        kind @ (FileKind::Csv | FileKind::Vcard) => {
            let encoding = text::encoding(path)?;
            let delimiter = match kind {
                FileKind::Csv => Some(table::delimiter(path, encoding)?.to_string()),
                FileKind::Xlsx | FileKind::Vcard => None,
            };
            Ok(Format {
                kind,
                encoding: Some(encoding.name().to_owned()),
                delimiter,
                sheet: None,
                sheets: Vec::new(),
            })
        }
    }
}

/// Reads the rows of a file that have something in them, one after the other.
pub fn read(path: &Path, format: &Format, each: Each<'_>) -> Result<(), SheetError> {
    let mut rows = 0_u32;
    let mut too_many = None;
    let mut counted = |row: SheetRow| {
        if row.is_empty() {
            return ControlFlow::Continue(());
        }
        rows += 1;
        if rows > MOST_ROWS {
            too_many = Some(SheetError::TooManyRows(MOST_ROWS));
            return ControlFlow::Break(());
        }
        if row.cells.len() > MOST_COLUMNS {
            too_many = Some(SheetError::TooManyColumns(MOST_COLUMNS));
            return ControlFlow::Break(());
        }
        each(row)
    };
    match format.kind {
        FileKind::Xlsx => workbook::read(path, format.sheet.as_deref(), &mut counted)?,
        FileKind::Csv => table::read(path, format, &mut counted)?,
        FileKind::Vcard => card::read(path, format, &mut counted)?,
    }
    match too_many {
        Some(error) => Err(error),
        None => Ok(()),
    }
}
