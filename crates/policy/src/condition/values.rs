//! Values while a condition is judged.

use std::borrow::Cow;
use std::cmp::Ordering;

use serde_json::{Map, Value as Json};

/// What a part of a condition comes to. Money is an `Int` of minor units; dates and instants are text of fixed
/// width, so that the order of the text is the order in time.
#[derive(Clone, Debug)]
pub(super) enum Value<'a> {
    Empty,
    Flag(bool),
    Int(i128),
    Num(f64),
    Text(Cow<'a, str>),
    /// A list as it was loaded.
    Loaded(&'a [Json]),
    /// A list that the condition made.
    Made(Vec<Value<'a>>),
    Record(&'a Map<String, Json>),
}

impl<'a> Value<'a> {
    pub(super) fn from_json(json: &'a Json) -> Value<'a> {
        match json {
            Json::Null => Value::Empty,
            Json::Bool(flag) => Value::Flag(*flag),
            Json::Number(number) => match number.as_i128() {
                Some(whole) => Value::Int(whole),
                None => number.as_f64().map_or(Value::Empty, Value::of_float),
            },
            Json::String(text) => Value::Text(Cow::Borrowed(text)),
            Json::Array(list) => Value::Loaded(list),
            Json::Object(record) => Value::Record(record),
        }
    }

    /// What is no number (0/0, too large) is empty.
    pub(super) fn of_float(number: f64) -> Value<'a> {
        if number.is_finite() {
            Value::Num(number)
        } else {
            Value::Empty
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        matches!(self, Value::Empty)
    }

    /// For the error when a fact was loaded in another form than declared.
    pub(super) fn form(&self) -> &'static str {
        match self {
            Value::Empty => "nothing",
            Value::Flag(_) => "flag",
            Value::Int(_) => "whole number",
            Value::Num(_) => "number",
            Value::Text(_) => "text",
            Value::Loaded(_) | Value::Made(_) => "list",
            Value::Record(_) => "record",
        }
    }

    /// Empty equals empty and nothing else.
    pub(super) fn equals(&self, other: &Value<'_>) -> bool {
        match (self, other) {
            (Value::Empty, Value::Empty) => true,
            (Value::Flag(a), Value::Flag(b)) => a == b,
            (Value::Text(a), Value::Text(b)) => a == b,
            (Value::Record(a), Value::Record(b)) => a == b,
            _ => self.number_order(other) == Some(Ordering::Equal),
        }
    }

    /// The order of two numbers or two texts; `None` when they have none.
    pub(super) fn order(&self, other: &Value<'_>) -> Option<Ordering> {
        match (self, other) {
            (Value::Text(a), Value::Text(b)) => Some(a.cmp(b)),
            _ => self.number_order(other),
        }
    }

    fn number_order(&self, other: &Value<'_>) -> Option<Ordering> {
        match (self, other) {
            (Value::Int(a), Value::Int(b)) => Some(a.cmp(b)),
            (Value::Int(_) | Value::Num(_), Value::Int(_) | Value::Num(_)) => {
                self.as_float()?.partial_cmp(&other.as_float()?)
            }
            _ => None,
        }
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "a number with decimals is only asked for beside another"
    )]
    pub(super) fn as_float(&self) -> Option<f64> {
        match self {
            Value::Int(whole) => Some(*whole as f64),
            Value::Num(number) => Some(*number),
            _ => None,
        }
    }
}
