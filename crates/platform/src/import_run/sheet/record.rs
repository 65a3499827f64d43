//! What a file is by its first bytes.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::{FileKind, SheetError};

/// A fault of the disk or of the file.
pub(super) fn broken(error: impl std::fmt::Display) -> SheetError {
    SheetError::Broken(error.to_string())
}

/// What a file is, whatever its name says.
pub(super) fn kind(path: &Path) -> Result<FileKind, SheetError> {
    let mut head = Vec::new();
    File::open(path)
        .map_err(broken)?
        .take(4096)
        .read_to_end(&mut head)
        .map_err(broken)?;
    if head.is_empty() {
        return Err(SheetError::Empty);
    }
    if head.starts_with(b"PK\x03\x04") {
        return Ok(FileKind::Xlsx);
    }
    // The container of old workbooks, and of new ones behind a password.
    if head.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(SheetError::OldOrProtected);
    }
    if infer::get(&head).is_some_and(|kind| kind.matcher_type() != infer::MatcherType::Text) {
        return Err(SheetError::NotATable);
    }
    let text: String = head
        .iter()
        .filter(|byte| byte.is_ascii_graphic())
        .map(|byte| char::from(*byte).to_ascii_uppercase())
        .take(40)
        .collect();
    Ok(if text.starts_with("BEGIN:VCARD") {
        FileKind::Vcard
    } else {
        FileKind::Csv
    })
}
