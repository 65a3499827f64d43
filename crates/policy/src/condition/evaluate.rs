//! Judging: facts in, verdict out. Total over what is absent (see the table in the module's door), bounded in work.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::references::Reference;
use super::tree::{By, Const, Loop, Node, Op, TextTest};
use super::values::Value;

/// How many parts may be judged in all. Two loops over 200 with a body of 20 parts take 800,000.
const MOST_STEPS: u32 = 4_000_000;

/// What a condition is judged on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// Root variable → its facts. Flags are booleans, numbers numbers, money an integer of home minor units, text,
    /// choices and ids strings, a date `YYYY-MM-DD`, an instant RFC 3339 in UTC with six digits and `Z`
    /// (`2026-03-02T08:00:00.000000Z`), lists arrays, records objects. A root that is not there is empty.
    pub roots: BTreeMap<String, Json>,
    /// The answers to all references that are no facts. Null says "asked for, and empty"; a reference that the
    /// condition comes to and that is not here at all is an error of whoever loads.
    pub answers: BTreeMap<Reference, Json>,
}

/// Why a sound condition could not be judged: always a defect of the program around it or of a size beyond all
/// reason, never an empty fact.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JudgeError {
    #[error("the condition gives a {0}, not a flag")]
    NotAFlag(&'static str),
    #[error("a {found} was loaded where a {expected} is declared")]
    WrongShape { expected: &'static str, found: &'static str },
    #[error("{0} was not loaded")]
    Unanswered(Reference),
    #[error("the result does not fit 64 bits")]
    TooLarge,
    #[error("the lists are too long for the loops over them")]
    TooMuchWork,
}

pub(super) fn judge(root: &Node, facts: &Facts) -> Result<bool, JudgeError> {
    match Judge::new(facts).eval(root)? {
        Value::Flag(flag) => Ok(flag),
        Value::Empty => Ok(false),
        other => Err(JudgeError::NotAFlag(other.form())),
    }
}

pub(super) fn value(root: &Node, facts: &Facts) -> Result<Json, JudgeError> {
    into_json(Judge::new(facts).eval(root)?)
}

fn into_json(value: Value<'_>) -> Result<Json, JudgeError> {
    Ok(match value {
        Value::Empty => Json::Null,
        Value::Flag(flag) => Json::Bool(flag),
        Value::Int(whole) => Json::from(i64::try_from(whole).map_err(|_| JudgeError::TooLarge)?),
        Value::Num(number) => Json::from(number),
        Value::Text(text) => Json::String(text.into_owned()),
        Value::Loaded(list) => Json::Array(list.to_vec()),
        Value::Made(list) => Json::Array(list.into_iter().map(into_json).collect::<Result<_, _>>()?),
        Value::Record(record) => Json::Object(record.clone()),
    })
}

struct Judge<'a> {
    facts: &'a Facts,
    /// The elements that the loops around are at, from the outside in.
    elements: Vec<Value<'a>>,
    steps_left: u32,
}

type Judged<'a> = Result<Value<'a>, JudgeError>;

impl<'a> Judge<'a> {
    fn new(facts: &'a Facts) -> Self {
        Judge { facts, elements: Vec::new(), steps_left: MOST_STEPS }
    }

    fn eval(&mut self, node: &'a Node) -> Judged<'a> {
        self.step(1)?;
        match node {
            Node::Const(value) => Ok(constant(value)),
            Node::Root(name) => Ok(self.facts.roots.get(name).map_or(Value::Empty, Value::from_json)),
            Node::Answer(reference) => match self.facts.answers.get(reference) {
                Some(json) => Ok(Value::from_json(json)),
                None => Err(JudgeError::Unanswered(reference.clone())),
            },
            Node::Element(slot) => Ok(self.elements.get(*slot).cloned().unwrap_or(Value::Empty)),
            Node::Field(record, name) => field(self.eval(record)?, name),
            Node::At(list, index) => {
                let list = self.eval(list)?;
                at(list, &self.eval(index)?)
            }
            Node::Has(fact) => Ok(Value::Flag(!self.eval(fact)?.is_empty())),
            Node::List(items) => Ok(Value::Made(items.iter().map(|item| self.eval(item)).collect::<Result<_, _>>()?)),
            Node::Loop { kind, over, body } => self.looped(*kind, over, body),
            Node::Not(_) | Node::And(..) | Node::Or(..) | Node::If(..) => self.logic(node),
            _ => self.compute(node),
        }
    }

    fn step(&mut self, steps: usize) -> Result<(), JudgeError> {
        let steps = u32::try_from(steps).unwrap_or(u32::MAX);
        self.steps_left = self.steps_left.checked_sub(steps).ok_or(JudgeError::TooMuchWork)?;
        Ok(())
    }

    fn flag(&mut self, node: &'a Node) -> Result<bool, JudgeError> {
        match self.eval(node)? {
            Value::Flag(flag) => Ok(flag),
            Value::Empty => Ok(false),
            other => Err(JudgeError::WrongShape { expected: "flag", found: other.form() }),
        }
    }

    fn logic(&mut self, node: &'a Node) -> Judged<'a> {
        match node {
            Node::Not(operand) => Ok(Value::Flag(!self.flag(operand)?)),
            Node::And(left, right) => Ok(Value::Flag(self.flag(left)? && self.flag(right)?)),
            Node::Or(left, right) => Ok(Value::Flag(self.flag(left)? || self.flag(right)?)),
            Node::If(condition, yes, no) => {
                let branch = if self.flag(condition)? { yes } else { no };
                self.eval(branch)
            }
            _ => Ok(Value::Empty),
        }
    }

    fn compute(&mut self, node: &'a Node) -> Judged<'a> {
        match node {
            Node::Equal { negated, left, right } => {
                let (left, right) = (self.eval(left)?, self.eval(right)?);
                Ok(Value::Flag(left.equals(&right) != *negated))
            }
            Node::Order { by, left, right } => {
                let (left, right) = (self.eval(left)?, self.eval(right)?);
                ordered(*by, &left, &right)
            }
            Node::In(item, list) => {
                let (item, list) = (self.eval(item)?, self.eval(list)?);
                self.contained(&item, &list)
            }
            Node::Sum { op, decimals, left, right } => {
                let (left, right) = (self.eval(left)?, self.eval(right)?);
                sum(*op, *decimals, &left, &right)
            }
            Node::Minus(operand) => sum(Op::Subtract, false, &Value::Int(0), &self.eval(operand)?),
            Node::Size(of) => size(&self.eval(of)?),
            Node::TextTest { test, text, part } => {
                let (text, part) = (self.eval(text)?, self.eval(part)?);
                text_test(*test, &text, &part)
            }
            Node::Percent(part, whole) => {
                let (part, whole) = (self.eval(part)?, self.eval(whole)?);
                percent(&part, &whole)
            }
            Node::Money(main, scale) => money(&self.eval(main)?, *scale),
            _ => Ok(Value::Empty),
        }
    }

    fn contained(&mut self, item: &Value<'a>, list: &Value<'a>) -> Judged<'a> {
        if item.is_empty() {
            return Ok(Value::Flag(false));
        }
        let items = items(list.clone())?;
        self.step(items.len())?;
        Ok(Value::Flag(items.iter().any(|other| item.equals(other))))
    }

    fn looped(&mut self, kind: Loop, over: &'a Node, body: &'a Node) -> Judged<'a> {
        let items = items(self.eval(over)?)?;
        let mut made = Vec::new();
        for item in items {
            self.elements.push(item.clone());
            let judged = self.eval(body);
            self.elements.pop();
            let judged = judged?;
            let holds = matches!(judged, Value::Flag(true));
            match kind {
                Loop::Exists if holds => return Ok(Value::Flag(true)),
                Loop::All if !holds => return Ok(Value::Flag(false)),
                Loop::Exists | Loop::All => {}
                Loop::Filter if holds => made.push(item),
                Loop::Filter => {}
                Loop::Map => made.push(judged),
            }
        }
        Ok(match kind {
            Loop::Exists => Value::Flag(false),
            Loop::All => Value::Flag(true),
            Loop::Filter | Loop::Map => Value::Made(made),
        })
    }
}

fn constant(value: &Const) -> Value<'_> {
    match value {
        Const::Empty => Value::Empty,
        Const::Flag(flag) => Value::Flag(*flag),
        Const::Int(whole) => Value::Int(i128::from(*whole)),
        Const::Num(number) => Value::of_float(*number),
        Const::Text(text) => Value::Text(Cow::Borrowed(text)),
    }
}

fn field<'a>(record: Value<'a>, name: &str) -> Judged<'a> {
    match record {
        Value::Record(fields) => Ok(fields.get(name).map_or(Value::Empty, Value::from_json)),
        Value::Empty => Ok(Value::Empty),
        other => Err(JudgeError::WrongShape { expected: "record", found: other.form() }),
    }
}

fn items(list: Value<'_>) -> Result<Vec<Value<'_>>, JudgeError> {
    match list {
        Value::Loaded(items) => Ok(items.iter().map(Value::from_json).collect()),
        Value::Made(items) => Ok(items),
        Value::Empty => Ok(Vec::new()),
        other => Err(JudgeError::WrongShape { expected: "list", found: other.form() }),
    }
}

fn at<'a>(list: Value<'a>, index: &Value<'_>) -> Judged<'a> {
    let index = match index {
        Value::Int(index) => usize::try_from(*index).ok(),
        _ => None,
    };
    let items = items(list)?;
    Ok(index.and_then(|index| items.into_iter().nth(index)).unwrap_or(Value::Empty))
}

fn ordered<'a>(by: By, left: &Value<'_>, right: &Value<'_>) -> Judged<'a> {
    if left.is_empty() || right.is_empty() {
        return Ok(Value::Flag(false));
    }
    let order = left.order(right).ok_or(JudgeError::WrongShape { expected: left.form(), found: right.form() })?;
    Ok(Value::Flag(match by {
        By::Less => order == Ordering::Less,
        By::LessOrEqual => order != Ordering::Greater,
        By::Greater => order == Ordering::Greater,
        By::GreaterOrEqual => order != Ordering::Less,
    }))
}

/// Whole numbers stay at the ends of 128 bits rather than wrap, so that comparing them stays right.
fn sum<'a>(op: Op, decimals: bool, left: &Value<'_>, right: &Value<'_>) -> Judged<'a> {
    match (left, right) {
        (Value::Empty, _) | (_, Value::Empty) => Ok(Value::Empty),
        (Value::Int(a), Value::Int(b)) if !decimals => Ok(match op {
            Op::Add => Value::Int(a.saturating_add(*b)),
            Op::Subtract => Value::Int(a.saturating_sub(*b)),
            Op::Multiply => Value::Int(a.saturating_mul(*b)),
            Op::Divide => a.checked_div(*b).map_or(Value::Empty, Value::Int),
            Op::Remainder => a.checked_rem(*b).map_or(Value::Empty, Value::Int),
        }),
        _ => {
            let (a, b) = (float(left)?, float(right)?);
            Ok(Value::of_float(match op {
                Op::Add => a + b,
                Op::Subtract => a - b,
                Op::Multiply => a * b,
                Op::Divide => a / b,
                Op::Remainder => a % b,
            }))
        }
    }
}

fn float(value: &Value<'_>) -> Result<f64, JudgeError> {
    value.as_float().ok_or(JudgeError::WrongShape { expected: "number", found: value.form() })
}

fn size<'a>(of: &Value<'_>) -> Judged<'a> {
    let size = match of {
        Value::Empty => 0,
        Value::Text(text) => text.chars().count(),
        Value::Loaded(items) => items.len(),
        Value::Made(items) => items.len(),
        other => return Err(JudgeError::WrongShape { expected: "list", found: other.form() }),
    };
    Ok(Value::Int(i128::try_from(size).unwrap_or(i128::MAX)))
}

fn text_test<'a>(test: TextTest, text: &Value<'_>, part: &Value<'_>) -> Judged<'a> {
    match (text, part) {
        (Value::Empty, _) | (_, Value::Empty) => Ok(Value::Flag(false)),
        (Value::Text(text), Value::Text(part)) => Ok(Value::Flag(match test {
            TextTest::Contains => text.contains(part.as_ref()),
            TextTest::StartsWith => text.starts_with(part.as_ref()),
            TextTest::EndsWith => text.ends_with(part.as_ref()),
        })),
        (Value::Text(_), other) | (other, _) => {
            Err(JudgeError::WrongShape { expected: "text", found: other.form() })
        }
    }
}

/// How many hundredths of `whole` the `part` is, rounded half to even; 0 when the whole is 0.
fn percent<'a>(part: &Value<'_>, whole: &Value<'_>) -> Judged<'a> {
    match (part, whole) {
        (Value::Empty, _) | (_, Value::Empty) => Ok(Value::Empty),
        (_, Value::Int(0)) => Ok(Value::Int(0)),
        (Value::Int(a), Value::Int(b)) => Ok(Value::Int(divide_half_even(a.saturating_mul(100), *b))),
        _ => {
            let (a, b) = (float(part)?, float(whole)?);
            if b == 0.0 { Ok(Value::Int(0)) } else { Ok(whole_number((a / b * 100.0).round_ties_even())) }
        }
    }
}

/// Main units (yuan) as minor units (fen), rounded half to even.
fn money<'a>(main: &Value<'_>, scale: i128) -> Judged<'a> {
    match main {
        Value::Empty => Ok(Value::Empty),
        Value::Int(main) => Ok(Value::Int(main.saturating_mul(scale))),
        #[expect(clippy::cast_precision_loss, reason = "the scale is a small power of ten")]
        other => Ok(whole_number((float(other)? * scale as f64).round_ties_even())),
    }
}

#[expect(clippy::cast_possible_truncation, reason = "`as` stays at the ends of 128 bits")]
fn whole_number<'a>(number: f64) -> Value<'a> {
    if number.is_finite() { Value::Int(number as i128) } else { Value::Empty }
}

fn divide_half_even(a: i128, b: i128) -> i128 {
    let (Some(quotient), Some(rest)) = (a.checked_div(b), a.checked_rem(b)) else { return 0 };
    let away = if (a < 0) == (b < 0) { 1 } else { -1 };
    match (rest.unsigned_abs().saturating_mul(2)).cmp(&b.unsigned_abs()) {
        Ordering::Less => quotient,
        Ordering::Greater => quotient.saturating_add(away),
        Ordering::Equal if quotient % 2 == 0 => quotient,
        Ordering::Equal => quotient.saturating_add(away),
    }
}
