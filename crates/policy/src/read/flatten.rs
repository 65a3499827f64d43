//! What is published: the pack and all that it rests on in one text, which reads to the same pack by itself.

use sha2::{Digest, Sha256};
use xianji_kernel::text::Text;

use super::canonical;
use super::kinds::SUPPORTED;
use super::node::{Node, Table, Value};
use super::raw::Raw;
use crate::model::Pack;

pub(super) fn flatten(pack: &Pack, raws: &[Raw], choices: &Table) -> String {
    let mut out = String::new();
    canonical::lines(&header(pack), &mut out);
    if !choices.entries.is_empty() {
        out.push_str("\n[settings]\n");
        canonical::lines(choices, &mut out);
    }
    for kind in SUPPORTED {
        for raw in raws.iter().filter(|raw| raw.kind == *kind) {
            out.push_str(&format!("\n[[{kind}]]\n"));
            canonical::lines(raw.table(), &mut out);
        }
    }
    out
}

/// SHA-256 in hex.
pub(super) fn hash(text: &str) -> String {
    hex::encode(Sha256::digest(text.as_bytes()))
}

fn header(pack: &Pack) -> Table {
    let mut table = Table::default();
    put(&mut table, "id", text(&pack.id));
    put(&mut table, "version", text(&pack.version));
    put(&mut table, "name", words(&pack.name));
    if !pack.extends.is_empty() {
        let parents = pack.extends.iter().map(|id| node(text(id))).collect();
        put(&mut table, "rests_on", Value::List(parents));
    }
    if let Some(date) = pack.in_force.from {
        put(&mut table, "from", Value::Moment(date.to_string()));
    }
    if let Some(approver) = &pack.in_force.approver {
        put(&mut table, "approver", text(approver));
    }
    if let Some(whom) = &pack.in_force.for_whom {
        put(&mut table, "for", words(whom));
    }
    table
}

fn words(words: &Text) -> Value {
    let mut table = Table::default();
    put(&mut table, "zh", text(&words.zh));
    if let Some(hant) = &words.zh_hant {
        put(&mut table, "zh-Hant", text(hant));
    }
    if let Some(en) = &words.en {
        put(&mut table, "en", text(en));
    }
    Value::Table(table)
}

fn text(text: &str) -> Value {
    Value::Text(text.into())
}

fn node(value: Value) -> Node {
    Node {
        file: 0,
        span: 0..0,
        value,
    }
}

fn put(table: &mut Table, key: &str, value: Value) {
    table.entries.push(super::node::Entry {
        key: key.into(),
        key_span: 0..0,
        node: node(value),
    });
}
