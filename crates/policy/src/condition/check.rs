//! The walk over CEL's tree: every part is held against what is declared and becomes a part of our own tree.

use cel::common::ast::{Expr, IdedExpr, ListExpr, LiteralValue};

use super::extent::{self, Extent};
use super::limits::{MOST_ITEMS, Scanned, fault};
use super::nearest::nearest;
use super::parse::Parsed;
use super::references::Reference;
use super::surroundings::Surroundings;
use super::tree::{Const, Node};
use super::types::{Mismatch, Ty};
use super::{Expect, Fault};

/// A part that was looked at.
pub(super) struct Typed {
    pub node: Node,
    pub ty: Ty,
}

impl Typed {
    pub(super) fn new(node: Node, ty: Ty) -> Typed {
        Typed { node, ty }
    }

    /// Of a part with a fault that is reported already.
    pub(super) fn unknown() -> Typed {
        Typed {
            node: Node::Const(Const::Empty),
            ty: Ty::Unknown,
        }
    }
}

pub(super) struct Checker<'a> {
    pub parsed: &'a Parsed,
    pub scanned: &'a Scanned,
    pub surroundings: &'a Surroundings<'a>,
    pub faults: Vec<Fault>,
    references: Vec<Reference>,
    /// The elements of the loops around, from the outside in.
    pub elements: Vec<(String, Ty)>,
}

/// Makes the typed tree, or tells all that is wrong.
pub(super) fn check(
    parsed: &Parsed,
    scanned: &Scanned,
    surroundings: &Surroundings<'_>,
    expect: Expect,
) -> Result<(Node, Vec<Reference>), Vec<Fault>> {
    let mut checker = Checker {
        parsed,
        scanned,
        surroundings,
        faults: Vec::new(),
        references: Vec::new(),
        elements: Vec::new(),
    };
    let root = checker.expr(&parsed.expr);
    if !root.ty.meets(expect) {
        let extent = extent::of(&parsed.expr, parsed, scanned);
        checker.report(
            extent,
            "condition-wrong-result",
            Mismatch::new(format!("this gives a {}", root.ty), wanted(expect)),
        );
    }
    if checker.faults.is_empty() {
        return Ok((root.node, checker.references));
    }
    checker.faults.sort_by_key(|fault| fault.offset);
    Err(checker.faults)
}

fn wanted(expect: Expect) -> &'static str {
    match expect {
        Expect::Flag => "yes or no, such as a comparison",
        Expect::Number => "a number",
        Expect::Money => "money",
        Expect::Amount => "a number or money",
        Expect::Text => "text",
        Expect::Any => "a value",
    }
}

impl Checker<'_> {
    pub(super) fn expr(&mut self, expr: &IdedExpr) -> Typed {
        match &expr.expr {
            Expr::Literal(value) => self.literal(expr, value),
            Expr::Ident(_) | Expr::Select(_) => self.fact(expr),
            Expr::Call(call) => self.call(expr, call),
            Expr::List(list) => self.list(expr, list),
            Expr::Map(_) | Expr::Struct(_) => self.not_here(expr, "a condition makes no records"),
            Expr::Comprehension(_) | Expr::Unspecified => self.not_here(expr, "this cannot be read"),
        }
    }

    fn not_here(&mut self, expr: &IdedExpr, message: &str) -> Typed {
        self.report_at(
            expr,
            "condition-unreadable",
            Mismatch::new(message.into(), "a value"),
        );
        Typed::unknown()
    }

    fn literal(&mut self, expr: &IdedExpr, value: &LiteralValue) -> Typed {
        let (value, ty) = match value {
            LiteralValue::Boolean(flag) => (Const::Flag(*flag.inner()), Ty::Flag),
            LiteralValue::Int(whole) => (Const::Int(*whole.inner()), Ty::Integer),
            LiteralValue::Double(number) => (Const::Num(*number.inner()), Ty::Number),
            LiteralValue::String(text) => (Const::Text(text.inner().into()), Ty::Word(text.inner().into())),
            LiteralValue::Null => (Const::Empty, Ty::Empty),
            LiteralValue::Bytes(_) | LiteralValue::UInt(_) => {
                return self.not_here(expr, "a condition knows no such value");
            }
        };
        Typed::new(Node::Const(value), ty)
    }

    fn list(&mut self, expr: &IdedExpr, list: &ListExpr) -> Typed {
        if list.elements.len() > MOST_ITEMS {
            let message = format!("the list has {} items", list.elements.len());
            self.report_at(
                expr,
                "condition-list-too-long",
                Mismatch::new(message, format!("at most {MOST_ITEMS}")),
            );
            return Typed::unknown();
        }
        let mut ty = Ty::Empty;
        let mut items = Vec::with_capacity(list.elements.len());
        for element in &list.elements {
            let item = self.expr(element);
            items.push(item.node);
            let (so_far, this) = (ty.clone(), item.ty.clone());
            ty = ty.joined(item.ty).unwrap_or_else(|| {
                let mismatch = Mismatch::new(
                    format!("a {this} stands in a list of {so_far}"),
                    format!("{so_far}"),
                );
                self.report_at(element, "condition-wrong-type", mismatch);
                Ty::Unknown
            });
        }
        Typed::new(Node::List(items), Ty::List(Box::new(ty)))
    }

    pub(super) fn refer(&mut self, reference: Reference) {
        if !self.references.contains(&reference) {
            self.references.push(reference);
        }
    }

    pub(super) fn report(&mut self, extent: Extent, code: &'static str, mismatch: Mismatch) {
        let (start, end) = extent.chars(self.scanned);
        let mut fault = fault(code, start, end, mismatch.message, &mismatch.expected);
        fault.hint = mismatch.hint;
        // An item of a list is held against the list and against what is sought in it: said once.
        if !self
            .faults
            .iter()
            .any(|other| other.code == code && other.offset == start && other.length == fault.length)
        {
            self.faults.push(fault);
        }
    }

    /// Reports about the whole of a part.
    pub(super) fn report_at(&mut self, expr: &IdedExpr, code: &'static str, mismatch: Mismatch) {
        self.report(extent::of(expr, self.parsed, self.scanned), code, mismatch);
    }

    /// Reports about the name in a part: the fact after its dot, the function before its bracket.
    pub(super) fn report_name(&mut self, expr: &IdedExpr, code: &'static str, mismatch: Mismatch) {
        self.report(extent::name_of(expr, self.parsed, self.scanned), code, mismatch);
    }

    pub(super) fn wrong_type(&mut self, expr: &IdedExpr, mismatch: Mismatch) {
        self.report_at(expr, "condition-wrong-type", mismatch);
    }
}

/// That a name is not known, what is, and which was probably meant.
pub(super) fn unknown_name<'b>(what: &str, word: &str, known: impl IntoIterator<Item = &'b str>) -> Mismatch {
    let known: Vec<&str> = known.into_iter().collect();
    let mismatch = Mismatch::new(format!("{what} {word} is not known"), shown(&known));
    match nearest(word, known) {
        Some(near) => mismatch.hint(format!("did you mean {near}?")),
        None => mismatch,
    }
}

/// The first dozen names.
fn shown(names: &[&str]) -> String {
    match names.len() {
        0 => "nothing of the kind is declared here".into(),
        1..=12 => format!("one of {}", names.join(", ")),
        more => format!("one of {} and {} more", names[..12].join(", "), more - 12),
    }
}
