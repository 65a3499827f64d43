//! A backup: all that an installation holds at one moment, in one file that either database takes back.
//!
//! The file is a tar compressed by gzip, so that it can be looked into without us: `manifest.json` first (who made it, the schema's steps,
//! the tables with their columns), then `tables/<table>/<part>.jsonl` with a row a line, `files/<sha256>`, `seals.log`, and at the very end
//! `summary.json` with the rows and the SHA-256 of every table. A file without its summary is no backup.
//!
//! What must not live on elsewhere stays behind: log-ins and attempts to log in, leases of running programs, and what is made from other
//! rows anyway.

mod archive;
mod fill;
mod make;
mod paper;
mod tables;
mod value;

pub use archive::{Archive, Piece, WrongArchive};
pub use fill::{Filled, fill};
pub use make::{Made, make};
pub use paper::{Content, FileSum, Manifest, Summary};
pub use tables::{Column, ColumnKind, Table, steps};

/// Told while a backup is made or taken in.
#[derive(Clone, Debug)]
pub enum Progress {
    /// A table is done, with its rows.
    Table(String, u64),
    /// So many files are done, with their bytes.
    Files(u64, u64),
    /// Everything is there and is read once more.
    Checking,
}

/// Who is told.
pub type Tell<'a> = &'a mut (dyn FnMut(Progress) + Send);
