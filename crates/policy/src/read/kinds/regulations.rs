//! `regulation`, `clause`, `control`: what is asked, in words, and what carries it.

use crate::coverage::known_controls;
use crate::model::{Clause, Control, Regulation, RuleKind, RuleRef};
use crate::read::node::Node;
use crate::read::row::Row;

pub(super) fn regulation(row: Row<'_>) -> Option<Regulation> {
    let (id, name) = (row.outer_id(), row.name());
    row.not_yet("scope");
    row.not_yet("with");
    row.done();
    Some(Regulation { id, name })
}

pub(super) fn clause(row: Row<'_>) -> Option<Clause> {
    let id = row.outer_id();
    let of = row.need_string("of", "the regulation, \"R02\"");
    if let Some(node) = row.table.get("of").filter(|node| node.as_text().is_some()) {
        row.cx.expect_id(node, "regulation", &of);
    }
    row.need("text", "{ zh = \"…\" }");
    let text = row.text("text").unwrap_or_default();
    let controls = row
        .strings("controls")
        .into_iter()
        .map(|(node, id)| {
            // A control that nothing carries yet needs no statement here, but its name is in the catalogue.
            let known = || known_controls().iter().map(|known| known.id.as_str());
            if !row.cx.ids.has("control", id) && !known().any(|known| known == id) {
                let expected = "the id of a control, CTL-PRJ-01";
                row.cx.report_unknown(
                    node,
                    "unknown-id",
                    id,
                    expected,
                    row.cx.ids.of("control").chain(known()),
                );
            }
            id.to_string()
        })
        .collect();
    row.done();
    Some(Clause {
        id,
        of,
        text,
        controls,
    })
}

pub(super) fn control(row: Row<'_>) -> Option<Control> {
    let (id, name) = (row.outer_id(), row.text("name"));
    let enforcing = [
        RuleKind::Obligation,
        RuleKind::Gate,
        RuleKind::Approval,
        RuleKind::Stage,
        RuleKind::Form,
        RuleKind::Grading,
        RuleKind::Secrecy,
        RuleKind::Route,
        RuleKind::Notice,
        RuleKind::Deliverable,
        RuleKind::Record,
    ];
    let enforced_by = rules(&row, "enforced_by", &enforcing);
    let measuring = [
        RuleKind::Gate,
        RuleKind::Obligation,
        RuleKind::Approval,
        RuleKind::Metric,
        RuleKind::Stage,
        RuleKind::Notice,
    ];
    let measured_by = rules(&row, "measured_by", &measuring);
    let waits_for = row
        .strings("waits_for")
        .into_iter()
        .map(|(_, word)| word.to_string())
        .collect();
    row.done();
    Some(Control {
        id,
        name,
        enforced_by,
        measured_by,
        waits_for,
    })
}

fn rules(row: &Row<'_>, key: &'static str, allowed: &[RuleKind]) -> Vec<RuleRef> {
    let read = |(node, text): (&Node, &str)| rule_of(row, node, text, allowed);
    row.strings(key).into_iter().filter_map(read).collect()
}

pub(super) fn rule_of(row: &Row<'_>, node: &Node, text: &str, allowed: &[RuleKind]) -> Option<RuleRef> {
    let (word, id) = text.split_once(':').unwrap_or((text, ""));
    match allowed.iter().find(|kind| kind.word() == word) {
        Some(&kind) => {
            row.cx.expect_rule(node, kind, id);
            Some(RuleRef { kind, id: id.into() })
        }
        None => {
            let words: Vec<&str> = allowed.iter().map(|kind| kind.word()).collect();
            let expected = format!("{} and an id, {}:…", words.join(", "), words[0]);
            row.cx
                .report_unknown(node, "wrong-value", word, &expected, words.iter().copied());
            None
        }
    }
}
