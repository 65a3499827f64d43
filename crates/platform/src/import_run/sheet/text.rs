//! Texts in whatever encoding they come, as lines whatever ends them.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};
use encoding_rs_io::{DecodeReaderBytes, DecodeReaderBytesBuilder};

use super::SheetError;
use super::record::broken;

/// Bytes of a line, at most; what is longer is cut and said to be.
pub(super) const LONGEST_LINE: usize = 1024 * 1024;

/// A line without its end.
pub(super) struct Line {
    pub number: u32,
    pub text: String,
    /// It was longer than a line may be.
    pub cut: bool,
}

/// The lines of a text, ended by LF, CRLF or CR, mixed as they may be.
pub(super) struct Lines {
    from: BufReader<DecodeReaderBytes<File, Vec<u8>>>,
    number: u32,
    after_return: bool,
}

impl Lines {
    pub fn open(path: &Path, encoding: &'static Encoding) -> Result<Self, SheetError> {
        let file = File::open(path).map_err(broken)?;
        let decoded = DecodeReaderBytesBuilder::new()
            .encoding(Some(encoding))
            .bom_override(true)
            .build(file);
        Ok(Self {
            from: BufReader::with_capacity(64 * 1024, decoded),
            number: 0,
            after_return: false,
        })
    }

    /// The next line, or nothing at the end.
    pub fn next(&mut self) -> Result<Option<Line>, SheetError> {
        let mut bytes = Vec::new();
        let (mut cut, mut any) = (false, false);
        loop {
            let part = self.from.fill_buf().map_err(broken)?;
            if part.is_empty() {
                break;
            }
            if self.after_return {
                self.after_return = false;
                if part[0] == b'\n' {
                    self.from.consume(1);
                    continue;
                }
            }
            any = true;
            let end = part.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
            let taken = &part[..end.unwrap_or(part.len())];
            let room = LONGEST_LINE.saturating_sub(bytes.len());
            cut |= taken.len() > room;
            bytes.extend_from_slice(&taken[..taken.len().min(room)]);
            match end {
                Some(at) => {
                    self.after_return = part[at] == b'\r';
                    self.from.consume(at + 1);
                    break;
                }
                None => {
                    let length = part.len();
                    self.from.consume(length);
                }
            }
        }
        if !any {
            return Ok(None);
        }
        self.number += 1;
        Ok(Some(Line {
            number: self.number,
            text: String::from_utf8_lossy(&bytes).into_owned(),
            cut,
        }))
    }
}

/// The encoding of a text: its mark, else UTF-8 where all of it is, else what Chinese spreadsheets write.
pub(super) fn encoding(path: &Path) -> Result<&'static Encoding, SheetError> {
    let mut file = File::open(path).map_err(broken)?;
    let mut head = [0_u8; 4096];
    let count = fill(&mut file, &mut head)?;
    let head = &head[..count];
    if let Some((encoding, _)) = Encoding::for_bom(head) {
        return Ok(encoding);
    }
    if let Some(encoding) = without_mark(head) {
        return Ok(encoding);
    }
    Ok(if is_utf8(path)? { UTF_8 } else { GB18030 })
}

/// UTF-16 without a mark: every second byte of Latin letters and of what divides cells is zero.
fn without_mark(head: &[u8]) -> Option<&'static Encoding> {
    let zeros = |first: usize| {
        head.iter()
            .skip(first)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let few = head.len() / 2 / 20;
    if odd > few && even == 0 {
        Some(UTF_16LE)
    } else if even > few && odd == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

fn is_utf8(path: &Path) -> Result<bool, SheetError> {
    let mut file = File::open(path).map_err(broken)?;
    let mut buffer = vec![0_u8; 64 * 1024];
    let mut kept = 0;
    loop {
        let read = file.read(&mut buffer[kept..]).map_err(broken)?;
        if read == 0 {
            return Ok(kept == 0);
        }
        let all = kept + read;
        match std::str::from_utf8(&buffer[..all]) {
            Ok(_) => kept = 0,
            // A character may be cut by the end of the buffer.
            Err(error) if error.error_len().is_none() => {
                buffer.copy_within(error.valid_up_to()..all, 0);
                kept = all - error.valid_up_to();
            }
            Err(_) => return Ok(false),
        }
    }
}

fn fill(file: &mut File, buffer: &mut [u8]) -> Result<usize, SheetError> {
    let mut count = 0;
    while count < buffer.len() {
        match file.read(&mut buffer[count..]).map_err(broken)? {
            0 => break,
            read => count += read,
        }
    }
    Ok(count)
}

/// An encoding by its name.
pub(super) fn named(name: Option<&str>) -> Result<&'static Encoding, SheetError> {
    match name {
        None => Ok(UTF_8),
        Some(name) => Encoding::for_label(name.as_bytes()).ok_or(SheetError::NoSuchFormat),
    }
}
