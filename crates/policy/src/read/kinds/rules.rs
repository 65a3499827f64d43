//! `gate`, `approval`, `obligation`, `notice`.

use std::collections::BTreeSet;

use super::stages::exemption;
use crate::condition::Expect;
use crate::model::*;
use crate::read::cx::{Cx, with_article};
use crate::read::events::Event;
use crate::read::node::{Node, Value};
use crate::read::row::Row;
use crate::read::scene::Scene;
use crate::read::trigger::{percent, with_event};

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

pub(super) fn approval(row: Row<'_>) -> Option<Approval> {
    let (id, name) = (row.id(), row.text("name"));
    let node = row.need("subject", "\"project.initiation\"")?;
    let (subject, kind) = subject_of(row.cx, node, row.string("subject")?)?;
    let scene = Scene::of(row.cx, &kind);
    let when = row.condition("when", &scene, Expect::Flag);
    let rank = row.rank();
    let decided = scene.clone().with_root("decided", &kind);
    let ask_again = row.condition("ask_again", &decided, Expect::Flag);
    row.need("steps", "[{ by = \"…\", within = \"1 working day\" }]");
    let steps = row
        .rows("steps")
        .into_iter()
        .map(|step| approval_step(step, &scene))
        .collect::<Vec<_>>();
    if steps.is_empty() && row.table.get("steps").is_some() {
        row.cx.report(row.spot(), "wrong-value", "at least one step");
    }
    row.done();
    Some(Approval {
        id,
        name,
        subject,
        when,
        rank,
        steps,
        ask_again,
    })
}

fn approval_step(row: Row<'_>, scene: &Scene) -> ApprovalStep {
    let step = ApprovalStep {
        name: row.text("name"),
        by: row.need_who("by", scene),
        within: row.time("within", scene),
        when: row.condition("when", scene, Expect::Flag),
        form: form_named(&row, "form"),
        answered: row.flag("answered"),
        conditions: row.flag("conditions"),
        at_least: row
            .integer("at_least", 1, 1000)
            .and_then(|number| u32::try_from(number).ok()),
    };
    row.done();
    step
}

fn subject_of(cx: &Cx<'_>, node: &Node, text: &str) -> Option<(ApprovalSubject, String)> {
    let (word, id) = text.split_once(':').unwrap_or((text, ""));
    let kind_or_company = |id: &str| {
        if id.is_empty() {
            "company".to_string()
        } else {
            id.to_string()
        }
    };
    let known_kind = |id: &str| {
        (!id.is_empty())
            .then(|| id.to_string())
            .filter(|kind| cx.expect_kind(node, kind))
    };
    match word {
        "form" => {
            cx.expect_id(node, "form", id);
            let on = cx
                .known
                .forms
                .get(id)
                .map_or("company".into(), |form| form.on.clone());
            Some((ApprovalSubject::Form(id.into()), on))
        }
        "grading" => {
            cx.expect_id(node, "grading", id);
            let of = cx
                .known
                .gradings
                .get(id)
                .map_or("company".into(), |grading| grading.of.clone());
            Some((ApprovalSubject::Grade(id.into()), of))
        }
        "exemption" => Some((ApprovalSubject::Exemption(known_kind(id)), kind_or_company(id))),
        "waiver" => Some((ApprovalSubject::Waiver(known_kind(id)), kind_or_company(id))),
        "skip" => Some((ApprovalSubject::Skip(known_kind(id)), kind_or_company(id))),
        "export" => Some((ApprovalSubject::Export(known_kind(id)), kind_or_company(id))),
        "release" => Some((ApprovalSubject::Release(known_kind(id)), kind_or_company(id))),
        _ => record_subject(cx, node, text),
    }
}

fn record_subject(cx: &Cx<'_>, node: &Node, text: &str) -> Option<(ApprovalSubject, String)> {
    let (kind, part) = text
        .split_once('.')
        .map_or((text, None), |(kind, part)| (kind, Some(part)));
    if !cx.expect_kind(node, kind) {
        return None;
    }
    let Some(part) = part else {
        return Some((ApprovalSubject::Record(kind.into()), kind.into()));
    };
    let declared = cx.vocabulary.kind(kind);
    let is_part = cx
        .vocabulary
        .kind(part)
        .is_some_and(|part| part.belongs_to.iter().any(|(_, owner)| owner == kind));
    if !is_part && declared.is_none_or(|declared| declared.fact(part).is_none()) {
        let parts = cx
            .vocabulary
            .kinds()
            .filter(|other| other.belongs_to.iter().any(|(_, owner)| owner == kind));
        let known: Vec<&str> = parts.map(|part| part.name.as_str()).collect();
        cx.report_unknown(
            node,
            "unknown-record",
            part,
            &format!("a part or a fact of {kind}"),
            known,
        );
    }
    Some((
        ApprovalSubject::Part {
            kind: kind.into(),
            part: part.into(),
        },
        kind.into(),
    ))
}

fn form_named(row: &Row<'_>, key: &'static str) -> Option<String> {
    let node = row.node(key)?;
    let form = row.string(key)?;
    let form = form.strip_prefix("form:").unwrap_or(form);
    row.cx.expect_id(node, "form", form);
    Some(form.to_string())
}

pub(super) fn obligation(row: Row<'_>) -> Option<Obligation> {
    let (id, name) = (row.id(), row.name());
    let (trigger, scene) = row.trigger();
    let obligation = Obligation {
        of: scene.subject.clone(),
        when: row.condition("when", &scene, Expect::Flag),
        rank: row.rank(),
        also: row.flag("also"),
        responsible: row.need_who("responsible", &scene),
        at: row.clock_time("at"),
        if_closed: row
            .choice(
                "if_closed",
                &[
                    ("before", xianji_kernel::beat::IfClosed::Before),
                    ("after", xianji_kernel::beat::IfClosed::After),
                    ("skip", xianji_kernel::beat::IfClosed::Skip),
                ],
            )
            .unwrap_or_default(),
        due: row.time("due", &scene),
        calendar: super::services::calendar_named(&row),
        paused_while: row.condition("paused_while", &scene, Expect::Flag),
        fulfilment: fulfilment(&row, &scene),
        warn: warn(&row),
        escalate: escalations(&row, &scene),
        confirm: row
            .rows("confirm")
            .into_iter()
            .next()
            .map(|row| confirm(row, &scene)),
        key_step: row.flag("key_step"),
        restart: row.flag("restart"),
        on_time_by: row
            .choice(
                "on_time_by",
                &[("recorded", OnTimeBy::Recorded), ("happened", OnTimeBy::Happened)],
            )
            .unwrap_or_default(),
        waiver: exemption(&row, "waiver"),
        form: form_named(&row, "form"),
        trigger: trigger.clone().unwrap_or_else(never),
        id,
        name,
    };
    if row.table.get("every").is_none() && row.table.get("due").is_none() {
        row.cx
            .report(row.spot(), "missing-key", "due = \"3 working days\"");
    }
    row.done();
    trigger.map(|_| obligation)
}

/// Stands in for a trigger that could not be read, so that the rest of the statement is.
fn never() -> Trigger {
    let opening = Opening::Events(Vec::new());
    Trigger {
        opening,
        filter: None,
        for_each: None,
        sample: None,
        repeat: None,
        until: None,
    }
}

fn fulfilment(row: &Row<'_>, scene: &Scene) -> Fulfilment {
    let by_needs = row.table.get("fulfilled_when").is_some();
    let node = row.node("fulfilled_by");
    row.node("fulfilled_when");
    match (node, by_needs) {
        (Some(node), true) => {
            row.cx
                .report(node, "wrong-value", "fulfilled_by or fulfilled_when, not both");
            Fulfilment::ByHand
        }
        (None, true) => Fulfilment::Needs(row.needs("fulfilled_when", scene)),
        (None, false) => {
            row.cx.report(
                row.spot(),
                "missing-key",
                "fulfilled_by = an event or \"hand\", or fulfilled_when = [needs]",
            );
            Fulfilment::ByHand
        }
        (Some(node), false) => match &node.value {
            Value::Text(text) if text == "hand" => Fulfilment::ByHand,
            Value::Table(_) => counted(row, node, scene),
            _ => {
                let events = row.events("fulfilled_by");
                let names = row.strings("fulfilled_by");
                expect_reach(row.cx, &names, scene);
                Fulfilment::Events {
                    events,
                    filter: None,
                    at_least: 1,
                }
            }
        },
    }
}

fn counted(row: &Row<'_>, node: &Node, scene: &Scene) -> Fulfilment {
    let Some(inner) = Row::new(row.cx, node) else {
        return Fulfilment::ByHand;
    };
    inner.need("event", "\"form:x.filed\"");
    let events = inner.events("event");
    expect_reach(row.cx, &inner.strings("event"), scene);
    let known: Vec<&Event> = events
        .iter()
        .filter_map(|event| row.cx.events.get(event.as_str()))
        .collect();
    let mut counted = scene.clone();
    for event in &known {
        counted.widen(row.cx, &event.subject);
    }
    let filter = inner.condition("where", &with_event(counted, &known), Expect::Flag);
    let at_least = inner.integer("at_least", 1, 100_000).unwrap_or(1);
    inner.done();
    Fulfilment::Events {
        events,
        filter,
        at_least: u32::try_from(at_least).unwrap_or(1),
    }
}

/// An event fulfils what hangs on its subject, on something that this belongs to, or on a part of it.
fn expect_reach(cx: &Cx<'_>, names: &[(&Node, &str)], scene: &Scene) {
    for (node, name) in names {
        let Some(event) = cx.events.get(name) else {
            continue;
        };
        let up = Scene::of(cx, &event.subject).root(&scene.subject).is_some();
        let down = scene.root(&event.subject).is_some();
        if !up && !down && scene.subject != "company" && event.subject != "company" {
            let expected = format!(
                "an event of the {} or of something that belongs to it",
                scene.subject
            );
            cx.report_hint(
                node,
                "out-of-reach",
                expected,
                Some(format!("{name} happens on {}", with_article(&event.subject))),
            );
        }
    }
}

fn warn(row: &Row<'_>) -> Option<Warn> {
    let node = row.node("warn")?;
    let text = node.as_text().unwrap_or_default();
    if let Some(percent) = percent(text).and_then(|percent| u8::try_from(percent).ok()) {
        return Some(Warn::Percent(percent));
    }
    match text.parse() {
        Ok(span) => Some(Warn::Before(span)),
        Err(_) => {
            row.cx.report(
                node,
                "wrong-value",
                "\"80%\" of the time, or how long before, \"1 working day\"",
            );
            None
        }
    }
}

fn escalations(row: &Row<'_>, scene: &Scene) -> Vec<Escalation> {
    let read = |step: Row<'_>| {
        let after = step.need("after", "\"0m\"").and_then(|_| step.span("after"));
        let to = step.need_who("to", scene);
        step.done();
        after.map(|after| Escalation { after, to })
    };
    row.rows("escalate").into_iter().filter_map(read).collect()
}

fn confirm(row: Row<'_>, scene: &Scene) -> Confirm {
    let confirm = Confirm {
        by: row.need_who("by", scene),
        within: row.time("within", scene),
        form: form_named(&row, "form"),
    };
    row.done();
    confirm
}

pub(super) fn notice(row: Row<'_>) -> Option<Notice> {
    let (id, name) = (row.id(), row.text("name"));
    let (trigger, scene) = row.trigger();
    row.need("to", "[\"project.team\"]");
    let notice = Notice {
        of: scene.subject.clone(),
        when: row.condition("when", &scene, Expect::Flag),
        to: row.whos("to", &scene),
        read: row.time("read", &scene),
        say: row.text("say"),
        trigger: trigger.clone().unwrap_or_else(never),
        id,
        name,
    };
    row.done();
    trigger.map(|_| notice)
}
