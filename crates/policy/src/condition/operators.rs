//! Operators: which types they take, what they give.

use cel::common::ast::{CallExpr, Expr, IdedExpr, operators as cel_op};

use super::check::{Checker, Typed};
use super::tree::{By, Node, Op};
use super::types::{self, Mismatch, Ty};

impl Checker<'_> {
    pub(super) fn call(&mut self, expr: &IdedExpr, call: &CallExpr) -> Typed {
        match (
            call.func_name.as_str(),
            call.target.as_deref(),
            call.args.as_slice(),
        ) {
            (cel_op::LOGICAL_NOT, None, [operand]) => {
                let operand = self.flag(operand);
                Typed::new(Node::Not(operand), Ty::Flag)
            }
            (cel_op::LOGICAL_AND, None, [left, right]) => {
                let (left, right) = (self.flag(left), self.flag(right));
                Typed::new(Node::And(left, right), Ty::Flag)
            }
            (cel_op::LOGICAL_OR, None, [left, right]) => {
                let (left, right) = (self.flag(left), self.flag(right));
                Typed::new(Node::Or(left, right), Ty::Flag)
            }
            (cel_op::CONDITIONAL, None, [condition, yes, no]) => self.choice(condition, yes, no),
            (cel_op::EQUALS, None, [left, right]) => self.equal(false, left, right),
            (cel_op::NOT_EQUALS, None, [left, right]) => self.equal(true, left, right),
            (cel_op::LESS, None, [left, right]) => self.order(By::Less, left, right),
            (cel_op::LESS_EQUALS, None, [left, right]) => self.order(By::LessOrEqual, left, right),
            (cel_op::GREATER, None, [left, right]) => self.order(By::Greater, left, right),
            (cel_op::GREATER_EQUALS, None, [left, right]) => self.order(By::GreaterOrEqual, left, right),
            (cel_op::IN, None, [item, list]) => self.contained(item, list),
            (cel_op::ADD, None, [left, right]) => self.sum(Op::Add, left, right),
            (cel_op::SUBSTRACT, None, [left, right]) => self.sum(Op::Subtract, left, right),
            (cel_op::MULTIPLY, None, [left, right]) => self.sum(Op::Multiply, left, right),
            (cel_op::DIVIDE, None, [left, right]) => self.sum(Op::Divide, left, right),
            (cel_op::MODULO, None, [left, right]) => self.sum(Op::Remainder, left, right),
            (cel_op::NEGATE, None, [operand]) => self.minus(operand),
            (cel_op::INDEX, None, [list, index]) => self.at(list, index),
            _ => self.function(expr, call),
        }
    }

    /// A part that must be yes or no.
    pub(super) fn flag(&mut self, expr: &IdedExpr) -> Box<Node> {
        let part = self.expr(expr);
        if !part.ty.may_be_flag() {
            let mismatch = Mismatch::new(
                format!("a {} is neither true nor false", part.ty),
                "a flag or a comparison",
            );
            self.wrong_type(expr, mismatch);
        }
        Box::new(part.node)
    }

    fn choice(&mut self, condition: &IdedExpr, yes: &IdedExpr, no: &IdedExpr) -> Typed {
        let condition = self.flag(condition);
        let yes = self.expr(yes);
        let other = self.expr(no);
        let (left, right) = (yes.ty.clone(), other.ty.clone());
        let ty = yes.ty.joined(other.ty).unwrap_or_else(|| {
            self.wrong_type(
                no,
                Mismatch::new(
                    format!("one way gives a {left}, the other a {right}"),
                    format!("{left}"),
                ),
            );
            Ty::Unknown
        });
        Typed::new(Node::If(condition, Box::new(yes.node), Box::new(other.node)), ty)
    }

    fn equal(&mut self, negated: bool, left: &IdedExpr, right: &IdedExpr) -> Typed {
        let (a, b) = (self.expr(left), self.expr(right));
        self.together(left, right, types::comparable(&a.ty, &b.ty));
        Typed::new(
            Node::Equal {
                negated,
                left: Box::new(a.node),
                right: Box::new(b.node),
            },
            Ty::Flag,
        )
    }

    fn order(&mut self, by: By, left: &IdedExpr, right: &IdedExpr) -> Typed {
        let (a, b) = (self.expr(left), self.expr(right));
        self.together(left, right, types::ordered(&a.ty, &b.ty));
        Typed::new(
            Node::Order {
                by,
                left: Box::new(a.node),
                right: Box::new(b.node),
            },
            Ty::Flag,
        )
    }

    /// Shows the side that was written out, since that is the one to mend; the right one when none was.
    fn together(&mut self, left: &IdedExpr, right: &IdedExpr, outcome: Result<(), Mismatch>) {
        if let Err(mismatch) = outcome {
            let written = matches!(left.expr, Expr::Literal(_)) && !matches!(right.expr, Expr::Literal(_));
            self.wrong_type(
                if written { left } else { right },
                self.in_home_currency(mismatch),
            );
        }
    }

    fn in_home_currency(&self, mut mismatch: Mismatch) -> Mismatch {
        let home = &self.surroundings.known().home_currency;
        if home != "CNY" {
            mismatch.hint = mismatch
                .hint
                .map(|hint| hint.replace("'CNY', 5000), in yuan", &format!("'{home}', 5000)")));
        }
        mismatch
    }

    fn contained(&mut self, item: &IdedExpr, list: &IdedExpr) -> Typed {
        let wanted = self.expr(item);
        let found = self.expr(list);
        match (&found.ty, &list.expr) {
            (Ty::List(_), Expr::List(written)) => {
                for element in &written.elements {
                    let faults = self.faults.len();
                    let ty = self.expr(element).ty;
                    self.faults.truncate(faults); // looked at once already
                    self.together(item, element, types::comparable(&wanted.ty, &ty));
                }
            }
            (Ty::List(of), _) => self.together(list, item, types::comparable(of, &wanted.ty)),
            (ty, _) if ty.is_open() => {}
            (ty, _) => self.wrong_type(list, Mismatch::new(format!("nothing is in a {ty}"), "a list")),
        }
        Typed::new(Node::In(Box::new(wanted.node), Box::new(found.node)), Ty::Flag)
    }

    fn sum(&mut self, op: Op, left: &IdedExpr, right: &IdedExpr) -> Typed {
        let (a, b) = (self.expr(left), self.expr(right));
        let ty = match summed(op, &a.ty, &b.ty) {
            Ok(ty) => ty,
            Err(mismatch) => {
                let whole = if a.ty == Ty::Money || a.ty.is_number() {
                    right
                } else {
                    left
                };
                self.wrong_type(whole, mismatch);
                Ty::Unknown
            }
        };
        let decimals = ty == Ty::Number;
        Typed::new(
            Node::Sum {
                op,
                decimals,
                left: Box::new(a.node),
                right: Box::new(b.node),
            },
            ty,
        )
    }

    fn minus(&mut self, operand: &IdedExpr) -> Typed {
        let part = self.expr(operand);
        let ty = match part.ty {
            Ty::Integer | Ty::Number | Ty::Money | Ty::Unknown | Ty::Empty => part.ty,
            other => {
                self.wrong_type(
                    operand,
                    Mismatch::new(format!("a {other} has no negative"), "a number or money"),
                );
                Ty::Unknown
            }
        };
        Typed::new(Node::Minus(Box::new(part.node)), ty)
    }

    fn at(&mut self, list: &IdedExpr, index: &IdedExpr) -> Typed {
        let (found, place) = (self.expr(list), self.expr(index));
        if !matches!(place.ty, Ty::Integer | Ty::Unknown) {
            let mismatch = Mismatch::new(
                format!("a {} is no place in a list", place.ty),
                "a whole number, from 0",
            );
            self.wrong_type(index, mismatch);
        }
        let ty = match found.ty {
            Ty::List(of) => *of,
            Ty::Unknown | Ty::Empty => Ty::Unknown,
            other => {
                self.wrong_type(list, Mismatch::new(format!("a {other} has no places"), "a list"));
                Ty::Unknown
            }
        };
        Typed::new(Node::At(Box::new(found.node), Box::new(place.node)), ty)
    }
}

/// What a sum gives: money adds to money alone and is multiplied by whole numbers alone.
fn summed(op: Op, left: &Ty, right: &Ty) -> Result<Ty, Mismatch> {
    match (op, left, right) {
        (_, Ty::Unknown, _) | (_, _, Ty::Unknown) => Ok(Ty::Unknown),
        (_, Ty::Integer | Ty::Empty, Ty::Integer) | (_, Ty::Integer, Ty::Empty) => Ok(Ty::Integer),
        _ if left.is_number() && right.is_number() => Ok(Ty::Number),
        (Op::Add | Op::Subtract, Ty::Money, Ty::Money) => Ok(Ty::Money),
        (Op::Multiply, Ty::Money, Ty::Integer) | (Op::Multiply, Ty::Integer, Ty::Money) => Ok(Ty::Money),
        (Op::Multiply, Ty::Money, _) | (Op::Multiply, _, Ty::Money) => Err(Mismatch::new(
            format!("{left} is multiplied by {right}"),
            "money by a whole number",
        )
        .hint("for a share compare percent(a, b)")),
        (Op::Divide | Op::Remainder, Ty::Money, _) | (Op::Divide | Op::Remainder, _, Ty::Money) => {
            Err(Mismatch::new("money is not divided".into(), "percent(a, b)"))
        }
        (Op::Add | Op::Subtract, Ty::Money, other) | (Op::Add | Op::Subtract, other, Ty::Money) => {
            Err(Mismatch::new(format!("money and a {other} are added"), "money")
                .hint("write money('CNY', 5000), in yuan"))
        }
        _ => {
            let culprit = if left.is_number() { right } else { left };
            let mismatch = Mismatch::new(format!("a {culprit} is no number"), "numbers or money");
            Err(match culprit {
                Ty::Date | Ty::Instant => {
                    mismatch.hint("times are counted by due and lasts, not by conditions")
                }
                _ => mismatch,
            })
        }
    }
}
