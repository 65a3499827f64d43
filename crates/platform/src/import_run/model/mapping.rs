//! Which column fills which field: told from the headings, in Chinese and English.

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

use super::field::ImportField;
use crate::import_run::sheet::{Cell, SheetRow};

/// Rows among which the headings are looked for: titles and notes may stand above them.
pub const HEADINGS_WITHIN: usize = 20;

/// A column and the field that it fills.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[schema(as = ImportColumn)]
pub struct Column {
    /// What stands above it.
    #[schema(max_length = 32767)]
    pub heading: String,
    /// The field, or nothing for a column that is left out.
    #[schema(max_length = 100)]
    pub field: Option<String>,
}

/// What the first rows of a file say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Line of the headings.
    pub header_row: u32,
    /// The columns.
    pub columns: Vec<Column>,
}

/// A heading as it is matched: width, case, spaces, marks and what stands in brackets make no difference.
pub fn heading(text: &str) -> String {
    let mut depth = 0_usize;
    let even: String = text.nfkc().flat_map(char::to_lowercase).collect();
    let outside = even.chars().filter(|letter| match letter {
        '(' | '[' | '【' | '「' => {
            depth += 1;
            false
        }
        ')' | ']' | '】' | '」' => {
            depth = depth.saturating_sub(1);
            false
        }
        other => depth == 0 && other.is_alphanumeric(),
    });
    outside.collect()
}

/// A set of headings as it is remembered.
pub fn header_key(columns: &[Column]) -> String {
    let mut hash = Sha256::new();
    for column in columns {
        hash.update(heading(&column.heading));
        hash.update([0]);
    }
    hex::encode(hash.finalize())
}

/// Finds the headings among the first rows and what they mean; each field is filled by the first column that means it.
pub fn propose(rows: &[SheetRow], fields: &[ImportField]) -> Option<Proposal> {
    let known = |cell: &&Cell| meant(fields, &cell.shown()).is_some();
    let worth = |row: &SheetRow| {
        let filled = row.cells.iter().filter(|cell| !cell.is_empty()).count();
        (row.cells.iter().filter(known).count(), filled.min(2))
    };
    let readable = || rows.iter().filter(|row| row.broken.is_none());
    let best = readable().map(worth).max()?;
    let head = readable().find(|row| worth(row) == best)?;
    Some(Proposal {
        header_row: head.number,
        columns: columns(head, fields),
    })
}

fn columns(head: &SheetRow, fields: &[ImportField]) -> Vec<Column> {
    let mut taken: Vec<&str> = Vec::new();
    let mut columns = Vec::new();
    for cell in &head.cells {
        let heading = cell.shown().trim().to_owned();
        let field = meant(fields, &heading).filter(|field| !taken.contains(&field.name.as_str()));
        taken.extend(field.map(|field| field.name.as_str()));
        columns.push(Column {
            heading,
            field: field.map(|field| field.name.clone()),
        });
    }
    columns
}

fn meant<'f>(fields: &'f [ImportField], text: &str) -> Option<&'f ImportField> {
    let key = heading(text);
    if key.is_empty() {
        return None;
    }
    fields
        .iter()
        .find(|field| heading(&field.name) == key || field.called.iter().any(|name| heading(name) == key))
}
