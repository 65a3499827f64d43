//! Names: root variables, the facts of records, the elements of loops.

use cel::common::ast::{Expr, IdedExpr, SelectExpr};

use super::check::{Checker, Typed, unknown_name};
use super::references::Reference;
use super::tree::Node;
use super::types::{Mismatch, Ty};
use crate::vocabulary::RecordShape;

impl Checker<'_> {
    /// A name with the facts after it; the whole of the path is what must be loaded.
    pub(super) fn fact(&mut self, expr: &IdedExpr) -> Typed {
        let typed = self.member(expr);
        if typed.ty != Ty::Unknown
            && let Some((root, path)) = self.path(expr)
        {
            self.refer(Reference::Fact { root, path });
        }
        typed
    }

    pub(super) fn member(&mut self, expr: &IdedExpr) -> Typed {
        match &expr.expr {
            Expr::Ident(name) => self.name(expr, name),
            Expr::Select(select) => self.select(expr, select),
            _ => self.expr(expr),
        }
    }

    fn name(&mut self, expr: &IdedExpr, name: &str) -> Typed {
        if let Some(slot) = self.elements.iter().position(|(element, _)| element == name) {
            return Typed::new(Node::Element(slot), self.elements[slot].1.clone());
        }
        if let Some(shape) = self.surroundings.root(name) {
            return Typed::new(Node::Root(name.into()), Ty::Record(shape.clone()));
        }
        let elements: Vec<String> = self.elements.iter().map(|(element, _)| element.clone()).collect();
        let known = self
            .surroundings
            .root_names()
            .chain(elements.iter().map(String::as_str));
        let mut mismatch = unknown_name("the name", name, known);
        if mismatch.hint.is_none() {
            mismatch.hint = Some(format!("a text stands in quotes: '{name}'"));
        }
        self.report_at(expr, "condition-unknown-name", mismatch);
        Typed::unknown()
    }

    fn select(&mut self, expr: &IdedExpr, select: &SelectExpr) -> Typed {
        let record = self.member(&select.operand);
        match record.ty {
            Ty::Record(shape) => match self.surroundings.fact(&shape, &select.field) {
                Some(ty) => Typed::new(
                    Node::Field(Box::new(record.node), select.field.clone()),
                    ty.into(),
                ),
                None => self.no_such_fact(expr, &shape, &select.field),
            },
            Ty::Unknown => Typed::unknown(),
            other => {
                let mismatch = Mismatch::new(
                    format!("a {other} has no {}", select.field),
                    "a record before the dot",
                );
                let mismatch = match other {
                    Ty::List(_) => mismatch.hint("ask its items: exists(x, x.…), all, filter, map or size"),
                    _ => mismatch,
                };
                self.report_name(expr, "condition-unknown-fact", mismatch);
                Typed::unknown()
            }
        }
    }

    fn no_such_fact(&mut self, expr: &IdedExpr, shape: &RecordShape, field: &str) -> Typed {
        let names = self.surroundings.fact_names(shape);
        let what = match shape {
            RecordShape::Kind(kind) => format!("the fact {kind}."),
            RecordShape::Fields(_) => "the fact ".into(),
        };
        let mut mismatch = unknown_name("", field, names.iter().map(String::as_str));
        mismatch.message = format!("{what}{field} is not known");
        if let RecordShape::Kind(kind) = shape
            && matches!(field, "grade" | "rank")
            && self.surroundings.gradings(kind).len() > 1
        {
            mismatch.hint = Some(format!("{kind} has several gradings: grade({kind}, 'x')"));
        }
        self.report_name(expr, "condition-unknown-fact", mismatch);
        Typed::unknown()
    }

    /// Root and facts of a plain path; `None` for a loop's element and for what a function gives.
    pub(super) fn path(&self, expr: &IdedExpr) -> Option<(String, Vec<String>)> {
        let mut path = Vec::new();
        let mut here = expr;
        loop {
            match &here.expr {
                Expr::Select(select) => {
                    path.push(select.field.clone());
                    here = &select.operand;
                }
                Expr::Ident(name) if !self.elements.iter().any(|(element, _)| element == name) => {
                    path.reverse();
                    return Some((name.clone(), path));
                }
                _ => return None,
            }
        }
    }
}
