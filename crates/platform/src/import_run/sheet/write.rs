//! Tables that people open in a spreadsheet: nothing in them is taken for a formula.

use rust_xlsxwriter::{Workbook, XlsxError};

use crate::failure::Failure;

/// What a spreadsheet takes for the beginning of a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Rows as comma-separated values that spreadsheets open as they are.
#[must_use]
pub fn csv(rows: &[Vec<String>]) -> Vec<u8> {
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    for row in rows {
        for (place, text) in row.iter().enumerate() {
            if place > 0 {
                bytes.push(b',');
            }
            let guard = if text.starts_with(FORMULA) { "'" } else { "" };
            bytes.extend(format!("\"{guard}{}\"", text.replace('"', "\"\"")).into_bytes());
        }
        bytes.extend(b"\r\n");
    }
    bytes
}

/// Rows as a workbook of one sheet. Every cell is a text, which no spreadsheet computes.
pub fn xlsx(rows: &[Vec<String>]) -> Result<Vec<u8>, Failure> {
    let written = |error: XlsxError| Failure::Broken(Box::new(error));
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (line, row) in (0_u32..).zip(rows) {
        for (column, text) in (0_u16..).zip(row) {
            let text: String = text.chars().take(super::LONGEST_CELL).collect();
            sheet.write_string(line, column, text).map_err(written)?;
        }
    }
    sheet.set_freeze_panes(1, 0).map_err(written)?;
    book.save_to_buffer().map_err(written)
}
