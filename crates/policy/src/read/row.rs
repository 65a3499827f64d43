//! A statement's table read key by key: what is missing, wrong or unknown is reported, and reading goes on.

use std::cell::RefCell;

use chrono::NaiveTime;
use xianji_kernel::calendar::Span;
use xianji_kernel::text::Text;

use super::cx::Cx;
use super::node::{Node, Table, Value};
use super::scene::Scene;
use crate::condition::{Condition, Expect, nearest};

/// A table under reading. Wrong values come back as empty ones, because a pack with any mistake is refused anyway.
pub(super) struct Row<'a> {
    pub cx: &'a Cx<'a>,
    pub table: &'a Table,
    /// Where it stands.
    pub node: &'a Node,
    asked: RefCell<Vec<&'static str>>,
}

impl<'a> Row<'a> {
    pub fn new(cx: &'a Cx<'a>, node: &'a Node) -> Option<Row<'a>> {
        match node.as_table() {
            Some(table) => Some(Row {
                cx,
                table,
                node,
                asked: RefCell::default(),
            }),
            None => {
                cx.report(node, "wrong-type", "a table, { … }");
                None
            }
        }
    }

    /// The value of a key, if it is there.
    pub fn node(&self, key: &'static str) -> Option<&'a Node> {
        self.asked.borrow_mut().push(key);
        self.table.get(key)
    }

    /// Where to point at when something is missing: the id, else the table.
    pub fn spot(&self) -> &'a Node {
        self.table.get("id").unwrap_or(self.node)
    }

    pub fn need(&self, key: &'static str, expected: &str) -> Option<&'a Node> {
        let node = self.node(key);
        if node.is_none() {
            self.cx
                .report(self.spot(), "missing-key", format!("{key} = {expected}"));
        }
        node
    }

    pub fn string(&self, key: &'static str) -> Option<&'a str> {
        let node = self.node(key)?;
        let text = node.as_text();
        if text.is_none() {
            self.cx
                .report(node, "wrong-type", format!("a text, not {}", node.what()));
        }
        text
    }

    pub fn need_string(&self, key: &'static str, expected: &str) -> String {
        match self.need(key, expected) {
            Some(_) => self.string(key).unwrap_or_default().to_string(),
            None => String::new(),
        }
    }

    /// The id, kebab-case.
    pub fn id(&self) -> String {
        let id = self.need_string("id", "\"…\"");
        let sound = !id.is_empty()
            && id
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
            && !id.starts_with('-');
        if !sound && self.table.get("id").is_some() {
            self.cx.report(
                self.spot(),
                "wrong-id",
                "an id in kebab-case: a to z, 0 to 9 and -",
            );
        }
        id
    }

    /// A field's id, snake_case, because conditions read it.
    pub fn field_id(&self) -> String {
        let id = self.need_string("id", "\"…\"");
        let sound = id.starts_with(|c: char| c.is_ascii_lowercase())
            && id
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        if !sound && self.table.get("id").is_some() {
            self.cx.report(
                self.spot(),
                "wrong-id",
                "an id in snake_case: a to z, 0 to 9 and _",
            );
        }
        id
    }

    /// The id of something that has a name outside the pack: a clause, a regulation, a control.
    pub fn outer_id(&self) -> String {
        let id = self.need_string("id", "\"…\"");
        let sound = !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || "-._".contains(c));
        if !sound && self.table.get("id").is_some() {
            self.cx
                .report(self.spot(), "wrong-id", "an id of letters, digits, -, . and _");
        }
        id
    }

    /// A text in several languages; one in quotes is Chinese.
    pub fn text(&self, key: &'static str) -> Option<Text> {
        self.node(key).map(|node| text_of(self.cx, node))
    }

    /// The name shown; the id where there is none.
    pub fn name(&self) -> Text {
        self.text("name")
            .unwrap_or_else(|| Text::zh(self.table.text("id").unwrap_or_default()))
    }

    pub fn flag(&self, key: &'static str) -> bool {
        let Some(node) = self.node(key) else { return false };
        match node.value {
            Value::Flag(flag) => flag,
            _ => {
                self.cx
                    .report(node, "wrong-type", format!("true or false, not {}", node.what()));
                false
            }
        }
    }

    /// A whole number within limits.
    pub fn integer(&self, key: &'static str, least: i64, most: i64) -> Option<i64> {
        let node = self.node(key)?;
        match node.value {
            Value::Integer(number) if (least..=most).contains(&number) => Some(number),
            Value::Integer(_) => {
                self.cx.report(
                    node,
                    "wrong-value",
                    format!("a whole number from {least} to {most}"),
                );
                None
            }
            _ => {
                self.cx
                    .report(node, "wrong-type", format!("a whole number, not {}", node.what()));
                None
            }
        }
    }

    pub fn rank(&self) -> i64 {
        self.integer("rank", -1_000_000, 1_000_000).unwrap_or(0)
    }

    /// A duration, never a bare number.
    pub fn span(&self, key: &'static str) -> Option<Span> {
        self.node(key).and_then(|node| span_of(self.cx, node))
    }

    pub fn clock_time(&self, key: &'static str) -> Option<NaiveTime> {
        let node = self.node(key)?;
        let time = node
            .as_text()
            .and_then(|text| NaiveTime::parse_from_str(text, "%H:%M").ok());
        if time.is_none() {
            self.cx.report(node, "wrong-value", "a time of day, \"18:00\"");
        }
        time
    }

    /// One of these words.
    pub fn choice<T: Copy>(&self, key: &'static str, words: &[(&'static str, T)]) -> Option<T> {
        let node = self.node(key)?;
        choice_of(self.cx, node, words)
    }

    pub fn condition(&self, key: &'static str, scene: &Scene, expect: Expect) -> Option<Condition> {
        let node = self.node(key)?;
        match &node.value {
            Value::Text(text) => self.cx.condition(node, text, scene, expect),
            _ => {
                self.cx.report(
                    node,
                    "wrong-type",
                    format!("a condition in quotes, not {}", node.what()),
                );
                None
            }
        }
    }

    /// A list's items, or the one value that stands there without brackets.
    pub fn list(&self, key: &'static str) -> &'a [Node] {
        match self.node(key) {
            None => &[],
            Some(node) => node.as_list().unwrap_or(std::slice::from_ref(node)),
        }
    }

    pub fn strings(&self, key: &'static str) -> Vec<(&'a Node, &'a str)> {
        let read = |node: &'a Node| {
            let text = node.as_text();
            if text.is_none() {
                self.cx
                    .report(node, "wrong-type", format!("a text, not {}", node.what()));
            }
            text.map(|text| (node, text))
        };
        self.list(key).iter().filter_map(read).collect()
    }

    /// Tables of a list.
    pub fn rows(&self, key: &'static str) -> Vec<Row<'a>> {
        self.list(key)
            .iter()
            .filter_map(|node| Row::new(self.cx, node))
            .collect()
    }

    /// A key of the format that this version cannot keep.
    pub fn not_yet(&self, key: &'static str) {
        if let Some(node) = self.node(key) {
            let hint = Some(format!("{key} is not supported yet"));
            self.cx
                .report_hint(node, "not-supported-yet", "a key that this version knows", hint);
        }
    }

    /// Reports every key that nobody asked for.
    pub fn done(self) {
        let asked = self.asked.into_inner();
        for entry in &self.table.entries {
            if !asked.contains(&entry.key.as_str()) {
                let spot = Node {
                    file: self.node.file,
                    span: entry.key_span.clone(),
                    value: Value::Flag(false),
                };
                let hint =
                    nearest(&entry.key, asked.iter().copied()).map(|near| format!("did you mean {near}?"));
                let mut known: Vec<_> = asked.clone();
                known.sort_unstable();
                known.dedup();
                self.cx
                    .report_hint(&spot, "unknown-key", format!("one of {}", known.join(", ")), hint);
            }
        }
    }
}

pub(super) fn choice_of<T: Copy>(cx: &Cx<'_>, node: &Node, words: &[(&'static str, T)]) -> Option<T> {
    let word = node.as_text().unwrap_or_default();
    let found = words
        .iter()
        .find(|(known, _)| *known == word)
        .map(|(_, value)| *value);
    if found.is_none() {
        let known: Vec<_> = words.iter().map(|(known, _)| *known).collect();
        let hint = nearest(word, known.iter().copied()).map(|near| format!("did you mean {near}?"));
        cx.report_hint(node, "wrong-value", format!("one of {}", known.join(", ")), hint);
    }
    found
}

pub(super) fn span_of(cx: &Cx<'_>, node: &Node) -> Option<Span> {
    const EXPECTED: &str = "a duration that says its kind of time, \"3 working days\" or \"24 hours\"";
    match &node.value {
        Value::Text(text) => match text.parse::<Span>() {
            Ok(span) => Some(span),
            Err(_) => {
                cx.report(node, "wrong-duration", EXPECTED);
                None
            }
        },
        _ => {
            cx.report(node, "wrong-duration", EXPECTED);
            None
        }
    }
}

pub(super) fn text_of(cx: &Cx<'_>, node: &Node) -> Text {
    match &node.value {
        Value::Text(text) => Text::zh(text.clone()),
        Value::Table(_) => match Row::new(cx, node) {
            Some(row) => {
                let zh = row.need_string("zh", "\"…\"");
                let part = |key| row.string(key).map(str::to_string);
                let text = Text {
                    zh,
                    zh_hant: part("zh-Hant"),
                    en: part("en"),
                };
                row.done();
                text
            }
            None => Text::default(),
        },
        _ => {
            cx.report(
                node,
                "wrong-type",
                format!("a text, {{ zh = \"…\", en = \"…\" }}, not {}", node.what()),
            );
            Text::default()
        }
    }
}
