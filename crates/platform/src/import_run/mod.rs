//! Taking rows in from files: what is in a file, what its columns mean, what each row becomes. The kinds are the floors' above: each says in
//! its `module()` what can be filled, how its records are recognised and how they are made, always through its own actions. A run works in
//! portions, each in a unit of work that also says how far it came, so that a stop in the middle loses nothing and repeats nothing.

mod actions;
pub mod api;
pub mod entity;
pub mod events;
pub mod facts;
mod file;
mod model;
mod preview;
pub mod queries;
mod repair;
pub mod sheet;
mod work;

use std::collections::HashMap;

use futures_util::future::BoxFuture;
use uuid::Uuid;

pub use actions::{Source, cancel, check, map, start, undo, upload};
pub use entity::{ImportState, Model as ImportRun, OnDuplicate};
pub use file::{Looked, look};
pub use model::{Column, Counts, Filled, Given, Home, ImportError, ImportField, Mark, Reason, Shape};
pub use repair::{Repair, RepairFormat, repair};
pub use work::labour;

use crate::app::App;
use crate::database::Conn;
use crate::failure::{Failure, FieldFault};
use crate::identity::Actor;
use crate::work::Work;

/// What can be taken in of a kind.
pub struct Import {
    /// The kind of the records; whoever imports needs `<kind>.import`.
    pub kind: &'static str,
    /// What a column can fill, for this member.
    pub fields: fn(&App, &Actor) -> Vec<ImportField>,
    /// By what a row's record is recognised.
    pub marks: fn(&Filled) -> Vec<Mark>,
    /// The records that are there by these marks.
    pub known: Known,
    /// What is wrong with rows beyond their cells, without writing anything; one list a row.
    pub check: Check,
    /// Makes the records of a portion, one answer a row. A row that is refused has written nothing; where that cannot be said, the whole
    /// is refused, and its rows are made one by one.
    pub make: Make,
    /// Fills the empty fields of a record; answers whether there was anything to fill.
    pub fill: Fill,
    /// Takes back what an import made, unless somebody has done anything with it since; answers whether it did. Nothing where records of
    /// this kind cannot be taken back.
    pub take_back: Option<TakeBack>,
}

impl Import {
    /// What whoever imports must be permitted.
    pub fn permission(&self) -> String {
        format!("{}.import", self.kind)
    }
}

/// Looks up marks.
pub type Known =
    for<'a> fn(&'a Conn<'a>, &'a Actor, &'a [Mark]) -> BoxFuture<'a, Result<HashMap<Mark, Uuid>, Failure>>;

/// Looks at rows.
pub type Check = for<'a> fn(
    &'a App,
    &'a Conn<'a>,
    &'a Actor,
    &'a [Filled],
) -> BoxFuture<'a, Result<Vec<Vec<FieldFault>>, Failure>>;

/// Makes records.
pub type Make =
    for<'a> fn(&'a mut Work, &'a [Filled]) -> BoxFuture<'a, Result<Vec<Result<Uuid, Failure>>, Failure>>;

/// Fills a record.
pub type Fill = for<'a> fn(&'a mut Work, Uuid, &'a Filled) -> BoxFuture<'a, Result<bool, Failure>>;

/// Takes a record back.
pub type TakeBack = for<'a> fn(&'a mut Work, Uuid) -> BoxFuture<'a, Result<bool, Failure>>;
