//! Where a part of a condition stands in its text.

use cel::common::ast::{Expr, IdedExpr};

use super::limits::{Kind, Scanned};
use super::parse::Parsed;

/// First and last word of a part, as indices into the scanned words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Extent {
    pub first: usize,
    pub last: usize,
}

impl Extent {
    fn join(self, other: Extent) -> Extent {
        Extent {
            first: self.first.min(other.first),
            last: self.last.max(other.last),
        }
    }

    /// Start and end in characters.
    pub(super) fn chars(self, scanned: &Scanned) -> (usize, usize) {
        let start = scanned.tokens.get(self.first).map_or(0, |token| token.start);
        let end = scanned.tokens.get(self.last).map_or(start, |token| token.end);
        (start, end)
    }
}

/// The word that the parser hung a part on: an operator, a bracket, a name.
pub(super) fn anchor(expr: &IdedExpr, parsed: &Parsed, scanned: &Scanned) -> usize {
    let byte = parsed
        .info
        .offset_for(expr.id)
        .map_or(0, |(start, _)| start as usize);
    scanned.at_byte(byte)
}

/// The word that names what is asked for: a fact after its dot, a function before its bracket.
pub(super) fn name_of(expr: &IdedExpr, parsed: &Parsed, scanned: &Scanned) -> Extent {
    let anchor = anchor(expr, parsed, scanned);
    let at = match &expr.expr {
        Expr::Select(_) => (anchor + 1).min(scanned.tokens.len().saturating_sub(1)),
        Expr::Call(call) if is_word(&call.func_name) => anchor.saturating_sub(1),
        _ => anchor,
    };
    Extent { first: at, last: at }
}

/// Operators have names too (`_+_`, `!_`, `@in`); only calls have a plain word.
fn is_word(name: &str) -> bool {
    name.chars().any(|c| c.is_ascii_alphabetic()) && !name.starts_with('@')
}

/// The whole of a part.
pub(super) fn of(expr: &IdedExpr, parsed: &Parsed, scanned: &Scanned) -> Extent {
    let mut extent = name_of(expr, parsed, scanned);
    let anchor = anchor(expr, parsed, scanned);
    if scanned
        .tokens
        .get(anchor)
        .is_some_and(|token| token.kind == Kind::Open)
    {
        let closing = scanned.tokens[anchor].partner.unwrap_or(anchor);
        extent = extent.join(Extent {
            first: extent.first,
            last: closing,
        });
    }
    match &expr.expr {
        Expr::Select(select) => extent.join(of(&select.operand, parsed, scanned)),
        Expr::Call(call) => {
            let parts = call.target.as_deref().into_iter().chain(&call.args);
            parts.fold(extent, |extent, part| extent.join(of(part, parsed, scanned)))
        }
        _ => extent,
    }
}
