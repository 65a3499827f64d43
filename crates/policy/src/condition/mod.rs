//! Conditions of a pack: CEL over declared facts, checked before anything is published, judged without a clock.
//!
//! `limits` looks at the raw text and refuses what the parser must never see; `parse` lets CEL's parser make a tree
//! of the rest, without macros; `check` walks that tree against what is declared and turns it into a small typed
//! tree of our own; `evaluate` judges it. CEL's own evaluator is not used: it fails on an absent value, and a rule
//! must not fail because somebody has not filled in a field.
//!
//! # What is absent
//! A fact that is missing or null is *empty*, and so is every field of an empty record.
//!
//! | written | with something empty in it |
//! | --- | --- |
//! | `a == b`, `a != b` | empty equals empty and nothing else |
//! | `a < b`, `<=`, `>`, `>=` | false |
//! | `a + b`, `-`, `*`, `/`, `%`, `-a`, `percent(a, b)`, `money('CNY', a)` | empty |
//! | `!a`, `a && b`, `a \|\| b`, `a ? b : c`, a whole condition | an empty flag counts as false |
//! | `a in b`, `contains`, `startsWith`, `endsWith`, `exists` | false |
//! | `all` | true, as over an empty list |
//! | `size(a)` | 0 |
//! | `filter`, `map` | an empty list |
//! | `a[0]` past the end | empty |
//! | `has(a.b)` | false; the same as `a.b != null` |
//!
//! Division and remainder by zero are empty, `percent(a, 0)` is 0. Whole numbers are computed in 128 bits, so that a
//! comparison is right even where the product of two of them no longer fits a column.

mod arguments;
mod check;
mod compute;
mod evaluate;
mod extent;
mod functions;
mod limits;
mod lookup;
mod nearest;
mod operators;
mod parse;
mod references;
mod surroundings;
#[cfg(test)]
mod tests;
mod tree;
mod types;
mod values;

pub use evaluate::{Facts, JudgeError};
pub use nearest::nearest;
pub use references::{Period, Reference};
pub use surroundings::{Known, KnownForm, KnownGrading, Surroundings};

use std::fmt;
use std::sync::Arc;

/// What a condition has to give where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expect {
    /// Yes or no: `when`, `where`, `cel:` needs.
    Flag,
    /// Any number but money.
    Number,
    /// Minor units of the home currency.
    Money,
    /// Something that can be added up: a number or money (`sum`, `mean`, a metric's `formula`).
    Amount,
    /// Text or a code.
    Text,
    /// Whatever it gives.
    Any,
}

/// One thing wrong with a condition. Several are reported at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Never changes; texts and programs hang on it.
    pub code: &'static str,
    /// Where it begins in the condition, in characters.
    pub offset: usize,
    /// How many characters it covers; 0 at the end of the text.
    pub length: usize,
    pub message: String,
    /// What would have been right.
    pub expected: String,
    pub hint: Option<String>,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.offset + 1, self.message)?;
        if !self.expected.is_empty() {
            write!(f, ", expected {}", self.expected)?;
        }
        match &self.hint {
            Some(hint) => write!(f, " ({hint})"),
            None => Ok(()),
        }
    }
}

/// A condition that was read and found sound. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Condition {
    read: Arc<Read>,
}

#[derive(Debug)]
struct Read {
    text: String,
    root: tree::Node,
    references: Vec<Reference>,
}

impl Condition {
    /// Reads a condition as it stands in a pack. Refuses, with every fault that it finds, what is too long or too
    /// deep, what CEL cannot read, what is not declared and what does not fit by type.
    pub fn parse(
        text: &str,
        surroundings: &Surroundings<'_>,
        expect: Expect,
    ) -> Result<Condition, Vec<Fault>> {
        let scanned = limits::scan(text)?;
        let parsed = parse::parse(text, &scanned).map_err(|fault| vec![fault])?;
        let (root, references) = check::check(&parsed, &scanned, surroundings, expect)?;
        Ok(Condition {
            read: Arc::new(Read {
                text: text.into(),
                root,
                references,
            }),
        })
    }

    /// As it was written.
    pub fn text(&self) -> &str {
        &self.read.text
    }

    /// What must be at hand to judge it, each once, in the order of the text.
    pub fn references(&self) -> &[Reference] {
        &self.read.references
    }

    /// Whether it holds. An empty answer is no.
    pub fn judge(&self, facts: &Facts) -> Result<bool, JudgeError> {
        evaluate::judge(&self.read.root, facts)
    }

    /// What it comes to; null when empty, money in minor units.
    pub fn value(&self, facts: &Facts) -> Result<serde_json::Value, JudgeError> {
        evaluate::value(&self.read.root, facts)
    }
}

impl PartialEq for Condition {
    /// Two conditions are the same when their text is.
    fn eq(&self, other: &Self) -> bool {
        self.read.text == other.read.text
    }
}

impl Eq for Condition {}
