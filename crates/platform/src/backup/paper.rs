//! The two papers in a backup: what it promises and what it holds.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::tables::Table;

/// The form of the file. A program reads this one and those before.
pub const FORMAT: u32 = 1;

/// `manifest.json`, the first thing in the file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Manifest {
    /// `xianji`.
    pub product: String,
    /// The form of the file.
    pub format: u32,
    /// The program that made it.
    pub version: String,
    /// The moment that it shows.
    pub made_at: DateTime<Utc>,
    /// The schema's steps that were taken, in order.
    pub schema: Vec<String>,
    /// What follows.
    pub tables: Vec<Table>,
}

/// `summary.json`, the last thing in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// By table.
    pub tables: BTreeMap<String, Content>,
    /// All files together.
    pub files: FileSum,
    /// Lines of the seals' copy.
    pub seals: u64,
    /// Files whose bytes were not those that their names promise; they are in the file as they were found.
    #[serde(default)]
    pub damaged: Vec<String>,
    /// Files that rows name and the store did not have.
    #[serde(default)]
    pub missing: Vec<String>,
}

impl Summary {
    /// Rows of all tables.
    pub fn rows(&self) -> u64 {
        self.tables.values().map(|content| content.rows).sum()
    }

    /// Rows of one.
    pub fn rows_of(&self, table: &str) -> u64 {
        self.tables.get(table).map_or(0, |content| content.rows)
    }
}

/// What a table holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// Its rows.
    pub rows: u64,
    /// Of its lines in the order of its key.
    pub sha256: String,
}

/// How much lies in the store.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileSum {
    /// Files.
    pub count: u64,
    /// Their bytes.
    pub bytes: u64,
}
