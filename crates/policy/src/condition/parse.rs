//! CEL's parser, at arm's length: on a thread of its own with stack to spare, so that neither the caller's stack nor
//! a panic inside the parser matters.

use std::thread;

use cel::common::ast::{IdedExpr, SourceInfo};

use super::Fault;
use super::limits::{Scanned, fault};

/// Many times what the deepest text that passes `limits` takes.
const STACK: usize = 32 * 1024 * 1024;

/// A condition as CEL reads it.
#[derive(Debug)]
pub(super) struct Parsed {
    pub expr: IdedExpr,
    pub info: SourceInfo,
}

pub(super) fn parse(text: &str, scanned: &Scanned) -> Result<Parsed, Fault> {
    let source = text.to_string();
    let outcome = thread::Builder::new()
        .stack_size(STACK)
        .spawn(move || read(&source))
        .map(thread::JoinHandle::join);
    match outcome {
        Ok(Ok(Ok((expr, info)))) => Ok(Parsed { expr, info }),
        Ok(Ok(Err(place))) => Err(misplaced(scanned, place)),
        Ok(Err(_)) | Err(_) => Err(misplaced(scanned, None)),
    }
}

/// Where the first thing stands that the parser could not read: line and column from 1.
type Place = Option<(usize, usize)>;

/// No macros: `exists` and its like stay calls, so that they can be checked as they were written.
fn read(source: &str) -> Result<(IdedExpr, SourceInfo), Place> {
    cel::Env::default()
        .parser()
        .parse_with_source_info(source)
        .map_err(|errors| {
            let first = errors.errors.first()?;
            Some((
                usize::try_from(first.pos.0).ok()?,
                usize::try_from(first.pos.1).ok()?,
            ))
        })
}

fn misplaced(scanned: &Scanned, place: Place) -> Fault {
    let offset = place
        .and_then(|(line, column)| offset_of(&scanned.chars, line, column))
        .unwrap_or(0);
    let code = "condition-unreadable";
    match scanned.tokens.iter().find(|token| token.end > offset) {
        Some(token) => {
            let message = format!("{} does not fit here", scanned.text(token));
            fault(code, token.start, token.end, message, "a complete expression")
        }
        None => {
            let end = scanned.chars.len();
            fault(code, end, end, "the condition ends too early".into(), "a value")
        }
    }
}

fn offset_of(chars: &[char], line: usize, column: usize) -> Option<usize> {
    let mut start = 0;
    for _ in 1..line {
        start += chars.get(start..)?.iter().position(|&c| c == '\n')? + 1;
    }
    Some(start + column.saturating_sub(1))
}
