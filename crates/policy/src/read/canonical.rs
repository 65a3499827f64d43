//! The one way to write a pack: what is hashed and published.

use std::fmt::Write;

use super::node::{Node, Table, Value};

/// Writes `key = value` lines of a table, nested tables on one line.
pub(super) fn lines(table: &Table, out: &mut String) {
    for entry in &table.entries {
        key(&entry.key, out);
        out.push_str(" = ");
        value(&entry.node, out);
        out.push('\n');
    }
}

/// A value on one line.
pub(super) fn inline(node: &Node) -> String {
    let mut out = String::new();
    value(node, &mut out);
    out
}

fn value(node: &Node, out: &mut String) {
    match &node.value {
        Value::Text(text) => quoted(text, out),
        Value::Integer(number) => drop(write!(out, "{number}")),
        Value::Float(number) => float(*number, out),
        Value::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
        Value::Moment(moment) => out.push_str(moment),
        Value::List(items) => {
            out.push('[');
            for (place, item) in items.iter().enumerate() {
                out.push_str(if place > 0 { ", " } else { "" });
                value(item, out);
            }
            out.push(']');
        }
        Value::Table(table) => {
            out.push('{');
            for (place, entry) in table.entries.iter().enumerate() {
                out.push_str(if place > 0 { ", " } else { " " });
                key(&entry.key, out);
                out.push_str(" = ");
                value(&entry.node, out);
            }
            out.push_str(if table.entries.is_empty() { "}" } else { " }" });
        }
    }
}

fn float(number: f64, out: &mut String) {
    if number.is_finite() {
        let _ = write!(out, "{number:?}");
    } else if number.is_nan() {
        out.push_str("nan");
    } else {
        out.push_str(if number > 0.0 { "inf" } else { "-inf" });
    }
}

fn key(key: &str, out: &mut String) {
    let bare = !key.is_empty()
        && key
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    if bare { out.push_str(key) } else { quoted(key, out) }
}

fn quoted(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => drop(write!(out, "\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
}
