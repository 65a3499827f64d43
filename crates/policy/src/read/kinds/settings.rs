//! `setting`: a figure that the regulation leaves open.

use xianji_kernel::money::Money;

use crate::model::{Setting, SettingType, SettingValue};
use crate::read::cx::Cx;
use crate::read::node::{Node, Value};
use crate::read::row::{Row, span_of};
use crate::read::time::percent;

pub(in crate::read) fn setting(row: Row<'_>) -> Option<Setting> {
    let (id, name, help) = (row.id(), row.name(), row.text("help"));
    let ty = row.need("type", "\"duration\"").and_then(|_| setting_type(&row));
    let default = row
        .node("default")
        .and_then(|node| value_of(row.cx, node, ty.as_ref()?));
    row.node("choices");
    row.done();
    Some(Setting {
        id,
        name,
        help,
        ty: ty?,
        value: default.clone(),
        default,
    })
}

fn setting_type(row: &Row<'_>) -> Option<SettingType> {
    let choices = row
        .strings("choices")
        .into_iter()
        .map(|(_, word)| word.to_string())
        .collect::<Vec<_>>();
    let word = row.string("type").unwrap_or_default();
    if word == "choice" && choices.is_empty() {
        row.cx.report(row.spot(), "missing-key", "choices = [\"…\"]");
    }
    let words = [
        ("duration", 0),
        ("number", 1),
        ("percent", 2),
        ("money", 3),
        ("text", 4),
        ("choice", 5),
        ("flag", 6),
    ];
    Some(match row.choice("type", &words)? {
        0 => SettingType::Duration,
        1 => SettingType::Number,
        2 => SettingType::Percent,
        3 => SettingType::Money,
        4 => SettingType::Text,
        5 => SettingType::Choice(choices),
        _ => SettingType::Flag,
    })
}

/// A company's choice, from `settings` of its `pack.toml`.
pub(in crate::read) fn chosen(cx: &Cx<'_>, node: &Node, setting: &Setting) -> Option<SettingValue> {
    value_of(cx, node, &setting.ty)
}

fn value_of(cx: &Cx<'_>, node: &Node, ty: &SettingType) -> Option<SettingValue> {
    let wrong = |expected: &str| {
        cx.report(node, "wrong-value", expected);
        None
    };
    match (ty, &node.value) {
        (SettingType::Duration, _) => span_of(cx, node).map(SettingValue::Duration),
        (SettingType::Number, Value::Integer(number)) => Some(SettingValue::Number(*number as f64)),
        (SettingType::Number, Value::Float(number)) if number.is_finite() => {
            Some(SettingValue::Number(*number))
        }
        (SettingType::Number, _) => wrong("a number"),
        (SettingType::Percent, Value::Integer(number)) if (0..=1000).contains(number) => {
            Some(SettingValue::Percent(*number))
        }
        (SettingType::Percent, Value::Text(text)) if percent(text).is_some() => {
            percent(text).map(|percent| SettingValue::Percent(percent.into()))
        }
        (SettingType::Percent, _) => wrong("a percentage, \"80%\""),
        (SettingType::Money, Value::Text(text)) => match Money::parse(text) {
            Ok(money) => Some(SettingValue::Money(money)),
            Err(_) => wrong("an amount with its currency, \"CNY 20000000\""),
        },
        (SettingType::Money, _) => wrong("an amount with its currency, \"CNY 20000000\""),
        (SettingType::Text, Value::Text(text)) => Some(SettingValue::Text(text.clone())),
        (SettingType::Text, _) => wrong("a text"),
        (SettingType::Choice(choices), Value::Text(text)) if choices.contains(text) => {
            Some(SettingValue::Choice(text.clone()))
        }
        (SettingType::Choice(choices), _) => wrong(&format!("one of {}", choices.join(", "))),
        (SettingType::Flag, Value::Flag(flag)) => Some(SettingValue::Flag(*flag)),
        (SettingType::Flag, _) => wrong("true or false"),
    }
}
