//! The score of a sheet: points by choice, tick, stars, level or curve, weighted; a red cross fails it whatever the points.

use serde_json::{Map, Value};
use xianji_kernel::money::Money;
use xianji_policy::model::{Field, FieldType, Form};

/// How a sheet came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// 0 to 100; nothing where no field scores.
    pub score: Option<i32>,
    /// No red cross, and the score that the form asks for is reached.
    pub passed: bool,
    /// Fields that failed it by themselves.
    pub red: Vec<String>,
}

/// Scores the fields that were asked and answered; one left empty counts neither way.
pub fn score(form: &Form, fields: &Map<String, Value>) -> Outcome {
    let weighted = form.fields.iter().any(|field| field.weight.is_some());
    let (mut sum, mut weights) = (0.0, 0.0);
    for field in &form.fields {
        let weight = if weighted {
            field.weight.unwrap_or(0)
        } else {
            u32::from(is_scored(field))
        };
        let Some(points) = fields
            .get(&field.id)
            .filter(|_| weight > 0)
            .and_then(|value| points(field, value))
        else {
            continue;
        };
        sum += points.clamp(0.0, 100.0) * f64::from(weight);
        weights += f64::from(weight);
    }
    #[expect(clippy::cast_possible_truncation, reason = "0 to 100")]
    let score = (weights > 0.0).then(|| (sum / weights).round() as i32);
    let red: Vec<String> = form
        .fields
        .iter()
        .filter(|field| field.red && fields.get(&field.id) == Some(&Value::Bool(false)))
        .map(|field| field.id.clone())
        .collect();
    let enough = form
        .pass
        .is_none_or(|pass| score.is_some_and(|score| i64::from(score) >= i64::from(pass)));
    Outcome {
        score,
        passed: red.is_empty() && enough,
        red,
    }
}

/// Whether a field scores in a form that names no weights.
fn is_scored(field: &Field) -> bool {
    let by_nature = matches!(field.ty, FieldType::Score | FieldType::Stars);
    by_nature || !field.points.is_empty() || !field.curve.is_empty()
}

fn points(field: &Field, value: &Value) -> Option<f64> {
    if !field.curve.is_empty() {
        return Some(along(&field.curve, number(value)?));
    }
    #[expect(clippy::cast_precision_loss, reason = "points are 0 to 100")]
    let of = |code: &str| {
        field
            .points
            .iter()
            .find(|(choice, _)| choice == code)
            .map(|(_, points)| *points as f64)
    };
    match field.ty {
        FieldType::Choice => of(value.as_str()?),
        FieldType::Flag | FieldType::Check => {
            let ticked = value.as_bool()?;
            of(if ticked { "true" } else { "false" }).or(Some(if ticked { 100.0 } else { 0.0 }))
        }
        FieldType::Stars => Some(number(value)? * 20.0),
        FieldType::Level => Some(number(value)? * 10.0),
        FieldType::Score | FieldType::Number | FieldType::Percent => number(value),
        FieldType::Text
        | FieldType::Money
        | FieldType::Date
        | FieldType::Member
        | FieldType::File
        | FieldType::Signature
        | FieldType::Table
        | FieldType::Actions => None,
    }
}

/// A number as packs write it: money in yuan.
#[expect(clippy::cast_precision_loss, reason = "a curve needs no more than 53 bits")]
fn number(value: &Value) -> Option<f64> {
    if let Ok(money) = serde_json::from_value::<Money>(value.clone()) {
        return Some(money.amount() as f64 / money.currency().minor_per_major() as f64);
    }
    value.as_f64()
}

/// Straight between the points of a curve, level before the first and after the last.
fn along(curve: &[(f64, f64)], at: f64) -> f64 {
    let mut before: Option<(f64, f64)> = None;
    for &(x, y) in curve {
        if at <= x {
            return match before {
                Some((x0, y0)) if x > x0 => y0 + (y - y0) * (at - x0) / (x - x0),
                _ => y,
            };
        }
        before = Some((x, y));
    }
    before.map_or(0.0, |(_, y)| y)
}
