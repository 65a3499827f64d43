//! Judging: facts in, verdict out. Total over what is absent (see the table in the module's door), bounded in work.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::compute::{money, ordered, percent, size, sum, text_test};
use super::references::Reference;
use super::tree::{Const, Loop, Node, Op};
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
    WrongShape {
        expected: &'static str,
        found: &'static str,
    },
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

pub(super) type Judged<'a> = Result<Value<'a>, JudgeError>;

impl<'a> Judge<'a> {
    fn new(facts: &'a Facts) -> Self {
        Judge {
            facts,
            elements: Vec::new(),
            steps_left: MOST_STEPS,
        }
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
            Node::Element(slot) => self.element(*slot),
            Node::Field(record, name) => field(self.eval(record)?, name),
            Node::At(list, index) => {
                let (list, index) = (self.eval(list)?, self.eval(index)?);
                self.at(list, &index)
            }
            Node::Has(fact) => Ok(Value::Flag(!self.eval(fact)?.is_empty())),
            Node::List(items) => Ok(Value::Made(
                items
                    .iter()
                    .map(|item| self.eval(item))
                    .collect::<Result<_, _>>()?,
            )),
            Node::Loop { kind, over, body } => self.looped(*kind, over, body),
            Node::Not(_) | Node::And(..) | Node::Or(..) | Node::If(..) => self.logic(node),
            _ => self.compute(node),
        }
    }

    /// Handing out an item that is itself a list costs as much as the list is long.
    fn element(&mut self, slot: usize) -> Judged<'a> {
        if let Some(Value::Made(list)) = self.elements.get(slot) {
            self.step(list.len())?;
        }
        Ok(self.elements.get(slot).cloned().unwrap_or(Value::Empty))
    }

    fn items(&mut self, list: Value<'a>) -> Result<Vec<Value<'a>>, JudgeError> {
        let items = match list {
            Value::Loaded(items) => {
                self.step(items.len())?;
                return Ok(items.iter().map(Value::from_json).collect());
            }
            Value::Made(items) => items,
            Value::Empty => Vec::new(),
            other => {
                return Err(JudgeError::WrongShape {
                    expected: "list",
                    found: other.form(),
                });
            }
        };
        self.step(items.len())?;
        Ok(items)
    }

    fn at(&mut self, list: Value<'a>, index: &Value<'_>) -> Judged<'a> {
        let index = match index {
            Value::Int(index) => usize::try_from(*index).ok(),
            _ => None,
        };
        let items = self.items(list)?;
        Ok(index
            .and_then(|index| items.into_iter().nth(index))
            .unwrap_or(Value::Empty))
    }

    fn step(&mut self, steps: usize) -> Result<(), JudgeError> {
        let steps = u32::try_from(steps).unwrap_or(u32::MAX);
        self.steps_left = self
            .steps_left
            .checked_sub(steps)
            .ok_or(JudgeError::TooMuchWork)?;
        Ok(())
    }

    fn flag(&mut self, node: &'a Node) -> Result<bool, JudgeError> {
        match self.eval(node)? {
            Value::Flag(flag) => Ok(flag),
            Value::Empty => Ok(false),
            other => Err(JudgeError::WrongShape {
                expected: "flag",
                found: other.form(),
            }),
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
            Node::Sum {
                op,
                decimals,
                left,
                right,
            } => {
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
        let items = self.items(list.clone())?;
        Ok(Value::Flag(items.iter().any(|other| item.equals(other))))
    }

    fn looped(&mut self, kind: Loop, over: &'a Node, body: &'a Node) -> Judged<'a> {
        let over = self.eval(over)?;
        let items = self.items(over)?;
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
        other => Err(JudgeError::WrongShape {
            expected: "record",
            found: other.form(),
        }),
    }
}
