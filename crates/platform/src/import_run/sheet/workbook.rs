//! Workbooks. Before one is opened all of it is unpacked into nothing and counted, so that a small file cannot become a huge one.

use std::fs::File;
use std::io::{BufReader, Read};
use std::ops::ControlFlow;
use std::path::Path;

use calamine::{DataRef, Dimensions, Reader, Xlsx, XlsxError};

use super::record::broken;
use super::table::cell;
use super::{Cell, Each, MOST_COLUMNS, SheetError, SheetRow};

const MEBIBYTE: u64 = 1024 * 1024;
/// What an archive may unpack to.
const LIMITS: Limits = Limits {
    unpacked: 1024 * MEBIBYTE,
    held: 160 * MEBIBYTE,
};
/// Files in the archive.
const PARTS: usize = 2000;
/// Merged regions that are looked at.
const MERGED: usize = 100_000;

/// What an archive may unpack to, in bytes.
pub(super) struct Limits {
    /// All parts together.
    pub unpacked: u64,
    /// Each part that is held in memory: texts, formats, names of sheets.
    pub held: u64,
}

/// The names of the sheets.
pub(super) fn sheets(path: &Path) -> Result<Vec<String>, SheetError> {
    let names = open(path)?.sheet_names();
    if names.is_empty() {
        return Err(SheetError::Empty);
    }
    Ok(names)
}

/// Reads all rows of a sheet. What stands in a merged region stands in each of its rows, in the first of its columns.
pub(super) fn read(path: &Path, sheet: Option<&str>, each: Each<'_>) -> Result<(), SheetError> {
    let mut book = open(path)?;
    let names = book.sheet_names();
    let name = match sheet {
        Some(name) => names.iter().find(|known| *known == name),
        None => names.first(),
    };
    let name = name.cloned().ok_or(SheetError::NoSuchSheet)?;
    let mut merged = Merged::of(book.merge_cells_by_sheet_name(&name).map_err(fault)?);
    let mut cells = book.worksheet_cells_reader(&name).map_err(fault)?;
    let mut row = SheetRow::default();
    while let Some(found) = cells.next_cell().map_err(fault)? {
        let (number, column) = found.get_position();
        let number = number.saturating_add(1);
        if number != row.number {
            if row.number != 0 && give(&mut row, &mut merged, each) == ControlFlow::Break(()) {
                return Ok(());
            }
            row = SheetRow {
                number,
                ..SheetRow::default()
            };
        }
        let value = value(found.get_value());
        if value == Cell::Empty {
            continue;
        }
        let column = column as usize;
        if column > MOST_COLUMNS {
            return Err(SheetError::TooManyColumns(MOST_COLUMNS));
        }
        if row.cells.len() <= column {
            row.cells.resize(column + 1, Cell::Empty);
        }
        row.cells[column] = value;
    }
    if row.number != 0 {
        let _ = give(&mut row, &mut merged, each);
    }
    Ok(())
}

fn give(row: &mut SheetRow, merged: &mut Merged, each: Each<'_>) -> ControlFlow<()> {
    // A row in which nothing but a merged cell's rest would stand is none.
    if !row.is_empty() {
        merged.fill(row);
    }
    each(std::mem::take(row))
}

/// Regions over several rows; each remembers what stood in its first cell.
struct Merged(Vec<(Dimensions, Cell)>);

impl Merged {
    fn of(mut regions: Vec<Dimensions>) -> Self {
        regions.retain(|region| region.end.0 > region.start.0 && (region.start.1 as usize) < MOST_COLUMNS);
        regions.truncate(MERGED);
        // The last comes first, so that what is done with can be taken off the end.
        regions.sort_by_key(|region| std::cmp::Reverse(region.start.0));
        Self(regions.into_iter().map(|region| (region, Cell::Empty)).collect())
    }

    fn fill(&mut self, row: &mut SheetRow) {
        let line = row.number - 1;
        while self.0.last().is_some_and(|(region, _)| region.end.0 < line) {
            self.0.pop();
        }
        for (region, kept) in self.0.iter_mut().rev() {
            if region.start.0 > line {
                break;
            }
            if region.end.0 < line {
                continue;
            }
            let column = region.start.1 as usize;
            if region.start.0 == line {
                *kept = row.cells.get(column).cloned().unwrap_or_default();
            } else if *kept != Cell::Empty {
                if row.cells.len() <= column {
                    row.cells.resize(column + 1, Cell::Empty);
                }
                row.cells[column] = kept.clone();
            }
        }
    }
}

fn value(data: &DataRef<'_>) -> Cell {
    match data {
        DataRef::Empty => Cell::Empty,
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::String(text) => cell(text),
        DataRef::SharedString(text) => cell(text),
        DataRef::Bool(flag) => Cell::Flag(*flag),
        DataRef::DateTime(at) => match at.as_datetime() {
            Some(date) if at.is_datetime() => Cell::Date(date),
            _ => Cell::Number(at.as_f64()),
        },
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => cell(text),
        DataRef::Error(_) => Cell::Broken("formula-error"),
    }
}

fn open(path: &Path) -> Result<Xlsx<BufReader<File>>, SheetError> {
    count(path, &LIMITS)?;
    let file = BufReader::new(File::open(path).map_err(broken)?);
    Xlsx::new(file).map_err(fault)
}

fn fault(error: XlsxError) -> SheetError {
    match error {
        XlsxError::Password => SheetError::OldOrProtected,
        XlsxError::FileNotFound(_) => SheetError::NotATable,
        XlsxError::WorksheetNotFound(_) => SheetError::NoSuchSheet,
        other => broken(other),
    }
}

/// Unpacks everything into nothing: what an archive says of its sizes is no proof.
pub(super) fn count(path: &Path, limits: &Limits) -> Result<(), SheetError> {
    let file = BufReader::new(File::open(path).map_err(broken)?);
    let mut archive = zip::ZipArchive::new(file).map_err(broken)?;
    if archive.len() > PARTS {
        return Err(SheetError::NotATable);
    }
    let mut left = limits.unpacked;
    let mut buffer = vec![0_u8; 64 * 1024];
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).map_err(broken)?;
        let name = part.name().map_err(broken)?.to_ascii_lowercase();
        let held = !(name.contains("worksheets/") || name.contains("media/"));
        let most = if held { limits.held.min(left) } else { left };
        let mut size = 0;
        loop {
            let read = part.read(&mut buffer).map_err(broken)?;
            if read == 0 {
                break;
            }
            size += read as u64;
            if size > most {
                let limit = if held { limits.held } else { limits.unpacked };
                return Err(SheetError::TooLargeUnpacked(limit / MEBIBYTE));
            }
        }
        left -= size;
    }
    Ok(())
}
