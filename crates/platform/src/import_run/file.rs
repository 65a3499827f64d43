//! The files of imports: their first rows, and all rows as a stream that is never longer than a few portions.

use std::ops::ControlFlow;
use std::path::PathBuf;

use tokio::sync::mpsc;

use super::actions;
use super::entity::Model as ImportRun;
use super::model::{Column, HEADINGS_WITHIN, ImportField, propose};
use super::sheet::{self, Cell, Format, SheetError, SheetRow};
use crate::app::App;
use crate::failure::Failure;
use crate::identity::Actor;

/// Rows in a parcel.
const PARCEL: usize = 200;
/// Letters in a parcel: long cells make it shorter.
const LETTERS: usize = 1024 * 1024;
/// Rows shown below the headings.
const SHOWN: usize = 20;

/// What the first rows of a file say.
#[derive(Clone, Debug)]
pub struct Looked {
    /// How it is read.
    pub format: Format,
    /// Line of the headings.
    pub header_row: u32,
    /// What the columns mean.
    pub columns: Vec<Column>,
    /// The first rows below the headings.
    pub rows: Vec<SheetRow>,
}

/// Looks at a file: what it is, unless `format` says so, and what its columns mean, with the headings in the row that `header_row` names.
pub(super) async fn head(
    app: &App,
    sha256: &str,
    format: Option<Format>,
    header_row: Option<u32>,
    fields: Vec<ImportField>,
) -> Result<Looked, Failure> {
    let path = app.files().path(sha256);
    blocking(move || look_into(&path, format, header_row, &fields)).await
}

/// Looks at a file that is to become records of a kind; refuses whoever may not import them.
pub async fn look(app: &App, actor: &Actor, kind: &str, sha256: &str) -> Result<Looked, Failure> {
    let import = actions::import_of(app, kind)?;
    actions::permit(actor, import)?;
    head(app, sha256, None, None, (import.fields)(app, actor)).await
}

fn look_into(
    path: &std::path::Path,
    format: Option<Format>,
    header_row: Option<u32>,
    fields: &[ImportField],
) -> Result<Looked, SheetError> {
    let format = match format {
        Some(format) => format,
        None => sheet::look(path)?,
    };
    let mut rows = Vec::new();
    let wanted = HEADINGS_WITHIN + SHOWN;
    sheet::read(path, &format, &mut |row| {
        // Rows above the named headings may be many.
        if header_row.is_some_and(|head| row.number < head) {
            return ControlFlow::Continue(());
        }
        rows.push(row);
        if rows.len() < wanted {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    })?;
    let among = match header_row {
        Some(_) => rows.len().min(1),
        None => rows.len().min(HEADINGS_WITHIN),
    };
    let found = propose(&rows[..among], fields).ok_or(SheetError::Empty)?;
    rows.retain(|row| row.number > found.header_row);
    rows.truncate(SHOWN);
    Ok(Looked {
        format,
        header_row: found.header_row,
        columns: found.columns,
        rows,
    })
}

/// Parcels of rows, read on a thread of their own while those before are worked on.
pub(super) struct Rows(mpsc::Receiver<Result<Vec<SheetRow>, SheetError>>);

impl Rows {
    /// All rows of a run's file below its headings and after the line that it came to.
    pub fn of(app: &App, run: &ImportRun, after: i32) -> Result<Self, Failure> {
        let format: Format = serde_json::from_value(run.format.clone())?;
        let after = u32::try_from(after.max(run.header_row)).unwrap_or_default();
        let path = app.files().path(&run.sha256);
        let (send, receive) = mpsc::channel(2);
        tokio::task::spawn_blocking(move || send_all(path, &format, after, &send));
        Ok(Self(receive))
    }

    /// The next parcel, or nothing at the end.
    pub async fn next(&mut self) -> Result<Option<Vec<SheetRow>>, SheetError> {
        self.0.recv().await.transpose()
    }
}

fn send_all(
    path: PathBuf,
    format: &Format,
    after: u32,
    send: &mpsc::Sender<Result<Vec<SheetRow>, SheetError>>,
) {
    let (mut parcel, mut letters) = (Vec::new(), 0);
    let read = sheet::read(&path, format, &mut |row| {
        if row.number <= after {
            return ControlFlow::Continue(());
        }
        letters += row.cells.iter().map(letters_of).sum::<usize>();
        parcel.push(row);
        if parcel.len() < PARCEL && letters < LETTERS {
            return ControlFlow::Continue(());
        }
        letters = 0;
        // Whoever listened has stopped.
        match send.blocking_send(Ok(std::mem::take(&mut parcel))) {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        }
    });
    let rest = match read {
        Ok(()) if parcel.is_empty() => return,
        Ok(()) => Ok(parcel),
        Err(error) => Err(error),
    };
    let _ = send.blocking_send(rest);
}

fn letters_of(cell: &Cell) -> usize {
    match cell {
        Cell::Text(text) => text.len(),
        Cell::Empty | Cell::Number(_) | Cell::Flag(_) | Cell::Date(_) | Cell::Broken(_) => 8,
    }
}

/// Work on a file, away from the threads that answer requests.
pub(super) async fn blocking<T, E>(work: impl FnOnce() -> Result<T, E> + Send + 'static) -> Result<T, Failure>
where
    T: Send + 'static,
    E: Into<Failure> + Send + 'static,
{
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done.map_err(Into::into),
        Err(error) => Err(Failure::Broken(Box::new(error))),
    }
}
