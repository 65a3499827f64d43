//! `pack.toml`: what the pack is, and which settings it chooses.

use super::cx::Cx;
use super::kinds::chosen;
use super::mistake::Finding;
use super::node::{Node, Table, Value};
use super::raw::{RawPack, at};
use crate::condition::nearest;
use crate::model::{InForce, Pack};
use xianji_kernel::text::Text;

pub(super) fn header(raw: &RawPack, findings: &mut Vec<Finding>) -> Pack {
    let mut reader = Header { raw, findings };
    let id = reader.need("id", "\"standard\"");
    if !id.is_empty() && id != raw.id {
        let span = raw.header.get("id").map_or(0..0, |node| node.span.clone());
        reader.findings.push(at(
            raw.file,
            span,
            "wrong-id",
            format!("the name of the pack's folder, {}", raw.id),
        ));
    }
    Pack {
        id: raw.id.clone(),
        version: reader.need("version", "\"1.0\""),
        name: reader.text("name").unwrap_or_else(|| Text::zh(raw.id.clone())),
        extends: parents(&raw.header),
        in_force: InForce {
            from: reader.date("from"),
            approver: reader.string("approver"),
            for_whom: reader.text("for"),
        },
        ..Pack::default()
    }
}

/// Puts the chosen values into the settings.
pub(super) fn choose(cx: &Cx<'_>, choices: &Table, pack: &mut Pack) {
    for entry in &choices.entries {
        let Some(setting) = pack.settings.get(&entry.key) else {
            if !cx.ids.has("setting", &entry.key) {
                let near =
                    nearest(&entry.key, cx.ids.of("setting")).map(|near| format!("did you mean {near}?"));
                let spot = Node {
                    file: entry.node.file,
                    span: entry.key_span.clone(),
                    value: Value::Flag(false),
                };
                cx.report_hint(&spot, "unknown-id", "the id of a setting", near);
            }
            continue;
        };
        if let Some(value) = chosen(cx, &entry.node, setting) {
            let mut setting = setting.clone();
            setting.value = Some(value);
            pack.settings.put(setting);
        }
    }
}

fn parents(header: &Table) -> Vec<String> {
    match header.get("extends").or_else(|| header.get("rests_on")) {
        None => Vec::new(),
        Some(node) => {
            let list = node.as_list().unwrap_or(std::slice::from_ref(node));
            list.iter()
                .filter_map(|node| node.as_text().map(Into::into))
                .collect()
        }
    }
}

struct Header<'a> {
    raw: &'a RawPack,
    findings: &'a mut Vec<Finding>,
}

impl Header<'_> {
    fn report(&mut self, node: &Node, expected: &str) {
        self.findings
            .push(at(node.file, node.span.clone(), "wrong-type", expected.into()));
    }

    fn string(&mut self, key: &str) -> Option<String> {
        let raw = self.raw;
        let node = raw.header.get(key)?;
        if node.as_text().is_none() {
            self.report(node, "a text");
        }
        node.as_text().map(Into::into)
    }

    fn need(&mut self, key: &str, example: &str) -> String {
        if self.raw.header.get(key).is_none() {
            self.findings.push(at(
                self.raw.file,
                0..0,
                "missing-key",
                format!("{key} = {example} in pack.toml"),
            ));
        }
        self.string(key).unwrap_or_default()
    }

    fn text(&mut self, key: &str) -> Option<Text> {
        let raw = self.raw;
        let node = raw.header.get(key)?;
        match &node.value {
            Value::Text(text) => Some(Text::zh(text.clone())),
            Value::Table(table) if table.text("zh").is_some() => Some(Text {
                zh: table.text("zh").unwrap_or_default().into(),
                zh_hant: table.text("zh-Hant").map(Into::into),
                en: table.text("en").map(Into::into),
            }),
            _ => {
                self.report(node, "a text, { zh = \"…\", en = \"…\" }");
                None
            }
        }
    }

    fn date(&mut self, key: &str) -> Option<chrono::NaiveDate> {
        let raw = self.raw;
        let node = raw.header.get(key)?;
        let date = match &node.value {
            Value::Moment(text) | Value::Text(text) => text.parse().ok(),
            _ => None,
        };
        if date.is_none() {
            self.report(node, "a date, 2026-03-02");
        }
        date
    }
}
