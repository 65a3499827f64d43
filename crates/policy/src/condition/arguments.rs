//! What functions are handed: ids that the pack defines, subjects that lead to a record.

use cel::common::ast::{Expr, IdedExpr, LiteralValue};

use super::check::{Checker, unknown_name};
use super::extent::{self, Extent};
use super::types::{Mismatch, Ty};
use crate::vocabulary::RecordShape;

/// A path to a record, as written: `project`, `bid.project`.
pub(super) struct Subject {
    pub path: String,
}

/// The kind that a subject is of, and where it was named.
pub(super) struct KindThere {
    pub name: String,
    pub extent: Extent,
}

impl Checker<'_> {
    /// The text that an argument must be.
    pub(super) fn word(&mut self, expr: &IdedExpr) -> Option<String> {
        if let Expr::Literal(LiteralValue::String(text)) = &expr.expr {
            return Some(text.inner().into());
        }
        let hint = match &expr.expr {
            Expr::Ident(name) => Some(format!("write '{name}'")),
            _ => None,
        };
        let mut mismatch = Mismatch::new("this must be written out".into(), "a text in quotes");
        mismatch.hint = hint;
        self.report_at(expr, "condition-wrong-arguments", mismatch);
        None
    }

    /// An id in quotes that is one of those known.
    pub(super) fn known_id<'b>(
        &mut self,
        what: &str,
        expr: &IdedExpr,
        known: impl Iterator<Item = &'b String>,
    ) -> Option<String> {
        let word = self.word(expr)?;
        let known: Vec<&str> = known.map(String::as_str).collect();
        if known.contains(&word.as_str()) {
            return Some(word);
        }
        self.report_at(expr, "condition-unknown-id", unknown_name(what, &word, known));
        None
    }

    /// A path that leads to a record of a kind.
    pub(super) fn subject(&mut self, expr: &IdedExpr) -> Option<(Subject, KindThere)> {
        let ty = self.member(expr).ty;
        match (ty, self.path(expr)) {
            (Ty::Unknown, _) => None,
            (Ty::Record(RecordShape::Kind(kind)), Some((root, path))) => {
                let path = std::iter::once(root).chain(path).collect::<Vec<_>>().join(".");
                let extent = extent::of(expr, self.parsed, self.scanned);
                Some((Subject { path }, KindThere { name: kind, extent }))
            }
            _ => {
                let mismatch = Mismatch::new(
                    "this names no record".into(),
                    "a record such as project or bid.project",
                );
                self.report_at(expr, "condition-wrong-arguments", mismatch);
                None
            }
        }
    }

    /// That what the pack defines for one kind is asked of that kind.
    pub(super) fn same_kind(&mut self, there: &KindThere, of: Option<&String>, what: &str) {
        if let Some(of) = of
            && *of != there.name
        {
            let mismatch = Mismatch::new(format!("{what} is not of a {}", there.name), format!("a {of}"));
            self.report(there.extent, "condition-wrong-type", mismatch);
        }
    }
}
