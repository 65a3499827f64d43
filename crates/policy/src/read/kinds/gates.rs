//! `gate`: what must hold before an action or a stage.

use std::collections::BTreeSet;

use super::stages::exemption;
use crate::condition::Expect;
use crate::model::*;
use crate::read::row::Row;
use crate::read::scene::Scene;

pub(super) fn gate(row: Row<'_>) -> Option<Gate> {
    let (id, name) = (row.id(), row.text("name"));
    row.need("before", "[\"project.advance\"]");
    let (points, kinds) = points(&row);
    let own = row.string("of").map(str::to_string);
    if let (Some(of), Some(node)) = (&own, row.table.get("of")) {
        row.cx.expect_kind(node, of);
    }
    let of = own.or_else(|| kinds.iter().next().cloned())?;
    // What it says must make sense on each kind of record that it stands before.
    let mut read = None;
    for kind in std::iter::once(&of).chain(kinds.iter().filter(|kind| **kind != of)) {
        if !row.cx.expect_kind(row.spot(), kind) {
            return None;
        }
        let scene = Scene::of(row.cx, kind);
        let found = (
            row.condition("when", &scene, Expect::Flag),
            row.needs("needs", &scene),
        );
        read.get_or_insert(found);
    }
    let (when, needs) = read?;
    if row.table.get("needs").is_none() {
        row.cx.report(row.spot(), "missing-key", "needs = [\"…\"]");
    }
    let scene = Scene::of(row.cx, &of);
    let within = row.time("within", &scene);
    let effect = match row.choice("effect", &[("block", 0), ("warn", 1), ("hold", 2)]) {
        Some(1) => Effect::Warn,
        Some(2) => Effect::Hold { within },
        _ => Effect::Block,
    };
    if let (Some(node), Effect::Block | Effect::Warn) = (row.table.get("within"), &effect) {
        let expected = "within only beside effect = \"hold\": nobody waits at another gate";
        row.cx.report(node, "wrong-value", expected);
    }
    let exempt = exemption(&row, "exempt");
    row.done();
    Some(Gate {
        id,
        name,
        before: points,
        of,
        when,
        needs,
        effect,
        exempt,
    })
}

/// The points of a gate and the kinds of record on which they stand.
fn points(row: &Row<'_>) -> (Vec<GatePoint>, BTreeSet<String>) {
    let (mut points, mut kinds) = (Vec::new(), BTreeSet::new());
    let several = row.strings("before");
    let many = several.len() > 1;
    for (node, text) in several {
        if let Some((word, stage)) = text
            .split_once(':')
            .filter(|(word, _)| matches!(*word, "stage" | "leave"))
        {
            row.cx.expect_id(node, "stage", stage);
            kinds.extend(row.cx.known.stages.get(stage).cloned());
            points.push(if word == "stage" {
                GatePoint::Enter(stage.into())
            } else {
                GatePoint::Leave(stage.into())
            });
            continue;
        }
        let (action, field) = text
            .split_once(':')
            .map_or((text, None), |(action, field)| (action, Some(field)));
        match row.cx.vocabulary.action(action) {
            Some(kind) => {
                if let Some(field) = field.filter(|field| kind.fact(field).is_none()) {
                    let known = kind.facts.iter().map(|fact| fact.name.as_str());
                    row.cx.report_unknown(
                        node,
                        "unknown-fact",
                        field,
                        &format!("a fact of {}", kind.name),
                        known,
                    );
                }
                kinds.insert(kind.name.clone());
                points.push(GatePoint::Action {
                    name: action.into(),
                    field: field.map(Into::into),
                });
            }
            None if many && row.cx.mode.is_mounted() => row.cx.left_out.set(true),
            None => {
                // The rest is read as if it were an action of the record that it names.
                let named = action.split_once('.').map(|(kind, _)| kind.to_string());
                kinds.extend(named.filter(|kind| row.cx.vocabulary.kind(kind).is_some()));
                let expected = "an action, project.advance, or a stage, stage:solution";
                row.cx.report_unknown(
                    node,
                    "unknown-action",
                    action,
                    expected,
                    row.cx.vocabulary.actions(),
                );
            }
        }
    }
    if many && points.is_empty() {
        row.cx
            .report(row.spot(), "unknown-action", "an action that is mounted");
    }
    (points, kinds)
}
