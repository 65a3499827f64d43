//! Sums, comparisons and tests of values, total over what is empty.

use std::cmp::Ordering;

use super::evaluate::{JudgeError, Judged};
use super::tree::{By, Op, TextTest};
use super::values::Value;

pub(super) fn ordered<'a>(by: By, left: &Value<'_>, right: &Value<'_>) -> Judged<'a> {
    if left.is_empty() || right.is_empty() {
        return Ok(Value::Flag(false));
    }
    let order = left.order(right).ok_or(JudgeError::WrongShape {
        expected: left.form(),
        found: right.form(),
    })?;
    Ok(Value::Flag(match by {
        By::Less => order == Ordering::Less,
        By::LessOrEqual => order != Ordering::Greater,
        By::Greater => order == Ordering::Greater,
        By::GreaterOrEqual => order != Ordering::Less,
    }))
}

/// Whole numbers stay at the ends of 128 bits rather than wrap, so that comparing them stays right.
pub(super) fn sum<'a>(op: Op, decimals: bool, left: &Value<'_>, right: &Value<'_>) -> Judged<'a> {
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
    value.as_float().ok_or(JudgeError::WrongShape {
        expected: "number",
        found: value.form(),
    })
}

pub(super) fn size<'a>(of: &Value<'_>) -> Judged<'a> {
    let size = match of {
        Value::Empty => 0,
        Value::Text(text) => text.chars().count(),
        Value::Loaded(items) => items.len(),
        Value::Made(items) => items.len(),
        other => {
            return Err(JudgeError::WrongShape {
                expected: "list",
                found: other.form(),
            });
        }
    };
    Ok(Value::Int(i128::try_from(size).unwrap_or(i128::MAX)))
}

pub(super) fn text_test<'a>(test: TextTest, text: &Value<'_>, part: &Value<'_>) -> Judged<'a> {
    match (text, part) {
        (Value::Empty, _) | (_, Value::Empty) => Ok(Value::Flag(false)),
        (Value::Text(text), Value::Text(part)) => Ok(Value::Flag(match test {
            TextTest::Contains => text.contains(part.as_ref()),
            TextTest::StartsWith => text.starts_with(part.as_ref()),
            TextTest::EndsWith => text.ends_with(part.as_ref()),
        })),
        (Value::Text(_), other) | (other, _) => Err(JudgeError::WrongShape {
            expected: "text",
            found: other.form(),
        }),
    }
}

/// How many hundredths of `whole` the `part` is, rounded half to even; 0 when the whole is 0.
pub(super) fn percent<'a>(part: &Value<'_>, whole: &Value<'_>) -> Judged<'a> {
    match (part, whole) {
        (Value::Empty, _) | (_, Value::Empty) => Ok(Value::Empty),
        (_, Value::Int(0)) => Ok(Value::Int(0)),
        (Value::Int(a), Value::Int(b)) => Ok(Value::Int(divide_half_even(a.saturating_mul(100), *b))),
        _ => {
            let (a, b) = (float(part)?, float(whole)?);
            if b == 0.0 {
                Ok(Value::Int(0))
            } else {
                Ok(whole_number((a / b * 100.0).round_ties_even()))
            }
        }
    }
}

/// Main units (yuan) as minor units (fen), rounded half to even.
pub(super) fn money<'a>(main: &Value<'_>, scale: i128) -> Judged<'a> {
    match main {
        Value::Empty => Ok(Value::Empty),
        Value::Int(main) => Ok(Value::Int(main.saturating_mul(scale))),
        #[expect(clippy::cast_precision_loss, reason = "the scale is a small power of ten")]
        other => Ok(whole_number((float(other)? * scale as f64).round_ties_even())),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "`as` stays at the ends of 128 bits"
)]
fn whole_number<'a>(number: f64) -> Value<'a> {
    if number.is_finite() {
        Value::Int(number as i128)
    } else {
        Value::Empty
    }
}

fn divide_half_even(a: i128, b: i128) -> i128 {
    let (Some(quotient), Some(rest)) = (a.checked_div(b), a.checked_rem(b)) else {
        return 0;
    };
    let away = if (a < 0) == (b < 0) { 1 } else { -1 };
    match (rest.unsigned_abs().saturating_mul(2)).cmp(&b.unsigned_abs()) {
        Ordering::Less => quotient,
        Ordering::Greater => quotient.saturating_add(away),
        Ordering::Equal if quotient % 2 == 0 => quotient,
        Ordering::Equal => quotient.saturating_add(away),
    }
}
