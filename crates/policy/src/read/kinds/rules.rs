//! `obligation` and `notice`: what is due, and who is told.

use super::forms::form_named;
use super::stages::exemption;
use crate::condition::Expect;
use crate::model::*;
use crate::read::cx::{Cx, with_article};
use crate::read::events::{Event, with_event};
use crate::read::node::{Node, Value};
use crate::read::row::Row;
use crate::read::scene::Scene;
use crate::read::time::percent;

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
    if row.table.get("opens_on").is_none() {
        for node in ["rank", "also"].into_iter().filter_map(|key| row.table.get(key)) {
            let expected =
                "rank and also only beside opens_on: of rules that one event opens the highest applies";
            row.cx.report(node, "wrong-value", expected);
        }
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
    for key in [
        "every",
        "opens_when",
        "silent",
        "for_each",
        "sample",
        "repeat",
        "until",
    ] {
        row.not_yet(key);
    }
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
