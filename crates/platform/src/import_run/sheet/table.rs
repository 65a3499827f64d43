//! Texts with a delimiter. A quote that nobody closes breaks its own line and no other.

use std::collections::VecDeque;
use std::ops::ControlFlow;
use std::path::Path;

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use encoding_rs::Encoding;

use super::text::{LONGEST_LINE, Line, Lines, named};
use super::{Cell, Each, Format, LONGEST_CELL, SheetError, SheetRow};

/// Lines that one row may have, because cells hold line ends too.
const MOST_LINES: usize = 200;

/// Letters of a spoilt line that are shown.
const SHOWN: usize = 1000;

/// What divides cells, the likeliest first.
const DELIMITERS: [u8; 6] = *b",;\t|^~";

/// Lines by which the delimiter is told.
const LOOKED_AT: usize = 30;

/// Reads all rows.
pub(super) fn read(path: &Path, format: &Format, each: Each<'_>) -> Result<(), SheetError> {
    let delimiter = match format.delimiter.as_deref().map(str::as_bytes) {
        None => b',',
        Some([one]) if one.is_ascii() && !matches!(one, b'"' | b'\r' | b'\n') => *one,
        Some(_) => return Err(SheetError::NoSuchFormat),
    };
    let lines = Lines::open(path, named(format.encoding.as_deref())?)?;
    let mut table = Table {
        lines,
        waiting: VecDeque::new(),
        delimiter,
        fields: Fields::default(),
    };
    while let Some(row) = table.next()? {
        if each(row) == ControlFlow::Break(()) {
            break;
        }
    }
    Ok(())
}

/// The delimiter that divides the first lines most evenly.
pub(super) fn delimiter(path: &Path, encoding: &'static Encoding) -> Result<char, SheetError> {
    let mut best = (0_usize, DELIMITERS[0]);
    for delimiter in DELIMITERS {
        let mut table = Table {
            lines: Lines::open(path, encoding)?,
            waiting: VecDeque::new(),
            delimiter,
            fields: Fields::default(),
        };
        let mut counts = Vec::new();
        while counts.len() < LOOKED_AT {
            let Some(row) = table.next()? else { break };
            if row.broken.is_none() && !row.is_empty() {
                counts.push(row.cells.len());
            }
        }
        let usual = usual(&counts);
        let even = counts.iter().filter(|count| **count == usual).count();
        let worth = if usual > 1 { even * 1000 + usual } else { 0 };
        if worth > best.0 {
            best = (worth, delimiter);
        }
    }
    Ok(char::from(best.1))
}

fn usual(counts: &[usize]) -> usize {
    let often = |count: &usize| counts.iter().filter(|other| *other == count).count();
    counts
        .iter()
        .copied()
        .max_by_key(|count| (often(count), *count))
        .unwrap_or_default()
}

struct Table {
    lines: Lines,
    /// Lines that were taken for parts of a row and were none.
    waiting: VecDeque<Line>,
    delimiter: u8,
    fields: Fields,
}

impl Table {
    fn line(&mut self) -> Result<Option<Line>, SheetError> {
        match self.waiting.pop_front() {
            Some(line) => Ok(Some(line)),
            None => self.lines.next(),
        }
    }

    fn next(&mut self) -> Result<Option<SheetRow>, SheetError> {
        let mut taken: Vec<Line> = Vec::new();
        let mut size = 0;
        let mut reader = ReaderBuilder::new().delimiter(self.delimiter).build();
        self.fields.clear();
        while let Some(line) = self.line()? {
            let number = taken.first().map_or(line.number, |first| first.number);
            if line.cut && taken.is_empty() {
                return Ok(Some(spoilt(&line, "cell-too-large")));
            }
            if line.cut {
                taken.push(line);
                break;
            }
            size += line.text.len();
            let complete = (!taken.is_empty() || !line.text.trim().is_empty())
                .then(|| self.fields.feed(&mut reader, &line.text));
            taken.push(line);
            match complete {
                // A line with nothing in it.
                None => taken.clear(),
                Some(true) => {
                    return Ok(Some(SheetRow {
                        number,
                        cells: self.fields.cells(),
                        broken: None,
                    }));
                }
                Some(false) if taken.len() >= MOST_LINES || size > LONGEST_LINE => break,
                Some(false) => {}
            }
        }
        if taken.is_empty() {
            return Ok(None);
        }
        for line in taken.split_off(1).into_iter().rev() {
            self.waiting.push_front(line);
        }
        Ok(taken.first().map(|line| spoilt(line, "quote-not-closed")))
    }
}

fn spoilt(line: &Line, why: &'static str) -> SheetRow {
    SheetRow {
        number: line.number,
        cells: vec![Cell::Text(line.text.chars().take(SHOWN).collect())],
        broken: Some(why),
    }
}

/// The fields of the row that is being read, in buffers that are used again.
#[derive(Default)]
struct Fields {
    text: Vec<u8>,
    ends: Vec<usize>,
    written: usize,
    ended: usize,
}

impl Fields {
    fn clear(&mut self) {
        (self.written, self.ended) = (0, 0);
    }

    /// Takes another line in; answers whether the row is complete.
    fn feed(&mut self, reader: &mut Reader, line: &str) -> bool {
        self.text.resize((self.written + line.len() + 16).max(1024), 0);
        self.ends.resize((self.ended + line.len() + 16).max(64), 0);
        for mut input in [line.as_bytes(), b"\n"] {
            loop {
                let (result, read, written, ended) = reader.read_record(
                    input,
                    &mut self.text[self.written..],
                    &mut self.ends[self.ended..],
                );
                self.written += written;
                self.ended += ended;
                input = &input[read..];
                match result {
                    ReadRecordResult::Record => return true,
                    ReadRecordResult::InputEmpty | ReadRecordResult::End if input.is_empty() => break,
                    ReadRecordResult::InputEmpty | ReadRecordResult::End => {}
                    ReadRecordResult::OutputFull => {
                        let length = self.text.len() * 2;
                        self.text.resize(length, 0);
                    }
                    ReadRecordResult::OutputEndsFull => {
                        let length = self.ends.len() * 2;
                        self.ends.resize(length, 0);
                    }
                }
            }
        }
        false
    }

    fn cells(&self) -> Vec<Cell> {
        let mut from = 0;
        let mut cells = Vec::with_capacity(self.ended);
        for end in &self.ends[..self.ended] {
            let bytes = &self.text[from..*end];
            from = *end;
            cells.push(cell(&String::from_utf8_lossy(bytes)));
        }
        cells
    }
}

/// A text as a cell.
pub(super) fn cell(text: &str) -> Cell {
    if text.trim().is_empty() {
        Cell::Empty
    } else if text.len() > LONGEST_CELL && text.chars().count() > LONGEST_CELL {
        Cell::Broken("cell-too-large")
    } else if text.contains(char::REPLACEMENT_CHARACTER) {
        Cell::Broken("unreadable-letters")
    } else {
        Cell::Text(text.to_owned())
    }
}
