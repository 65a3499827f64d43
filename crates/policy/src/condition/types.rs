//! The types of the parts of a condition, and which of them go together.

use std::fmt;

use chrono::{DateTime, NaiveDate};

use super::Expect;
use super::nearest::nearest;
use crate::vocabulary::{FactType, RecordShape};

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Ty {
    Flag,
    Integer,
    Number,
    Money,
    Text,
    Choice(Vec<String>),
    /// A text written out in the condition: may stand for a code, a date or an instant, if it is one.
    Word(String),
    Date,
    Instant,
    /// The id of a member or a department.
    Id(&'static str),
    List(Box<Ty>),
    Record(RecordShape),
    /// `null`.
    Empty,
    /// Of a part with a fault: goes with everything, so that one mistake is reported once.
    Unknown,
}

impl From<FactType> for Ty {
    fn from(declared: FactType) -> Ty {
        match declared {
            FactType::Flag => Ty::Flag,
            FactType::Integer | FactType::Percent => Ty::Integer,
            FactType::Number => Ty::Number,
            FactType::Money => Ty::Money,
            FactType::Text => Ty::Text,
            FactType::Choice(codes) => Ty::Choice(codes),
            FactType::Date => Ty::Date,
            FactType::Instant => Ty::Instant,
            FactType::Member => Ty::Id("member"),
            FactType::Department => Ty::Id("department"),
            FactType::List(of) => Ty::List(Box::new(Ty::from(*of))),
            FactType::Record(shape) => Ty::Record(shape),
        }
    }
}

impl fmt::Display for Ty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Ty::Flag => f.write_str("flag"),
            Ty::Integer => f.write_str("whole number"),
            Ty::Number => f.write_str("number"),
            Ty::Money => f.write_str("money"),
            Ty::Text | Ty::Word(_) => f.write_str("text"),
            Ty::Choice(_) => f.write_str("choice"),
            Ty::Date => f.write_str("date"),
            Ty::Instant => f.write_str("instant"),
            Ty::Id(of) => write!(f, "{of} id"),
            Ty::List(of) => write!(f, "list of {of}"),
            Ty::Record(RecordShape::Kind(kind)) => f.write_str(kind),
            Ty::Record(RecordShape::Fields(_)) => f.write_str("record"),
            Ty::Empty => f.write_str("null"),
            Ty::Unknown => f.write_str("unknown"),
        }
    }
}

/// Why two parts do not go together.
#[derive(Debug, PartialEq)]
pub(super) struct Mismatch {
    pub message: String,
    pub expected: String,
    pub hint: Option<String>,
}

impl Mismatch {
    pub(super) fn new(message: String, expected: impl Into<String>) -> Mismatch {
        Mismatch {
            message,
            expected: expected.into(),
            hint: None,
        }
    }

    pub(super) fn hint(mut self, hint: impl Into<String>) -> Mismatch {
        self.hint = Some(hint.into());
        self
    }
}

impl Ty {
    pub(super) fn is_number(&self) -> bool {
        matches!(self, Ty::Integer | Ty::Number)
    }

    pub(super) fn is_text(&self) -> bool {
        matches!(self, Ty::Text | Ty::Word(_) | Ty::Choice(_))
    }

    /// Null and what has a fault already go with everything.
    pub(super) fn is_open(&self) -> bool {
        matches!(self, Ty::Empty | Ty::Unknown)
    }

    pub(super) fn may_be_flag(&self) -> bool {
        matches!(self, Ty::Flag) || self.is_open()
    }

    pub(super) fn meets(&self, expect: Expect) -> bool {
        self == &Ty::Unknown
            || match expect {
                Expect::Flag => self == &Ty::Flag,
                Expect::Number => self.is_number(),
                Expect::Money => self == &Ty::Money,
                Expect::Amount => self.is_number() || self == &Ty::Money,
                Expect::Text => self.is_text(),
                Expect::Any => true,
            }
    }

    /// The type of a list's items or of a choice's branches taken together; `None` when they do not mix.
    pub(super) fn joined(self, other: Ty) -> Option<Ty> {
        match (self, other) {
            (Ty::Unknown, _) | (_, Ty::Unknown) => Some(Ty::Unknown),
            (Ty::Empty, some) | (some, Ty::Empty) => Some(some),
            (a, b) if a == b => Some(a),
            (a, b) if a.is_number() && b.is_number() => Some(Ty::Number),
            (a, b) if a.is_text() && b.is_text() => Some(Ty::Text),
            _ => None,
        }
    }
}

/// Whether `==` between the two can mean anything.
pub(super) fn comparable(left: &Ty, right: &Ty) -> Result<(), Mismatch> {
    match (left, right) {
        _ if left.is_open() || right.is_open() => Ok(()),
        _ if left.is_number() && right.is_number() => Ok(()),
        (Ty::Money, other) | (other, Ty::Money) if other.is_number() => Err(money_beside(other)),
        (Ty::Choice(codes), Ty::Word(word)) | (Ty::Word(word), Ty::Choice(codes)) => one_of(word, codes),
        (Ty::Date, Ty::Word(word)) | (Ty::Word(word), Ty::Date) => date(word),
        (Ty::Instant, Ty::Word(word)) | (Ty::Word(word), Ty::Instant) => instant(word),
        _ if left.is_text() && right.is_text() => Ok(()),
        (Ty::List(_), Ty::List(_)) => Err(Mismatch::new(
            "lists are not compared".into(),
            "in, exists, all or size",
        )),
        (Ty::Record(_), Ty::Record(_)) => Err(Mismatch::new(
            "records are not compared".into(),
            "one of their facts",
        )),
        (Ty::Date, Ty::Instant) | (Ty::Instant, Ty::Date) => Err(Mismatch::new(
            "a date is compared with an instant".into(),
            "two dates or two instants",
        )),
        _ if left == right => Ok(()),
        _ => Err(Mismatch::new(
            format!("{left} is compared with {right}"),
            format!("{left}"),
        )),
    }
}

/// Whether one of the two can be before or above the other.
pub(super) fn ordered(left: &Ty, right: &Ty) -> Result<(), Mismatch> {
    comparable(left, right)?;
    if left == &Ty::Unknown || right == &Ty::Unknown {
        return Ok(());
    }
    for side in [left, right] {
        let has_order =
            side.is_number() || side.is_open() || matches!(side, Ty::Money | Ty::Date | Ty::Instant);
        let stands_for_time = matches!(side, Ty::Word(_)) && (is_time(left) || is_time(right));
        if !has_order && !stands_for_time {
            let mismatch = Mismatch::new(
                format!("{side} has no order"),
                "numbers, money, dates or instants",
            );
            return Err(if side.is_text() {
                mismatch.hint("compare a rank, or list the codes: x in ['a', 'b']")
            } else {
                mismatch
            });
        }
    }
    Ok(())
}

fn is_time(ty: &Ty) -> bool {
    matches!(ty, Ty::Date | Ty::Instant)
}

fn money_beside(other: &Ty) -> Mismatch {
    Mismatch::new(format!("money is compared with a {other}"), "money")
        .hint("write money('CNY', 5000), in yuan")
}

fn one_of(word: &str, codes: &[String]) -> Result<(), Mismatch> {
    if codes.iter().any(|code| code == word) {
        return Ok(());
    }
    let mismatch = Mismatch::new(format!("'{word}' is never the case here"), codes.join(", "));
    Err(match nearest(word, codes.iter().map(String::as_str)) {
        Some(near) => mismatch.hint(format!("did you mean '{near}'?")),
        None => mismatch,
    })
}

fn date(word: &str) -> Result<(), Mismatch> {
    if word.len() == 10 && NaiveDate::parse_from_str(word, "%Y-%m-%d").is_ok() {
        return Ok(());
    }
    Err(Mismatch::new(
        format!("'{word}' is no date"),
        "a date such as '2026-03-02'",
    ))
}

fn instant(word: &str) -> Result<(), Mismatch> {
    let fixed = word.len() == 27 && word.ends_with('Z') && word.as_bytes().get(10) == Some(&b'T');
    if fixed && DateTime::parse_from_rfc3339(word).is_ok() {
        return Ok(());
    }
    Err(Mismatch::new(
        format!("'{word}' is no instant"),
        "an instant such as '2026-03-02T08:00:00.000000Z'",
    ))
}
