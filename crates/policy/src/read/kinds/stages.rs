//! `lifecycle`, `stage`, `grading`, `grade`.

use std::collections::BTreeMap;

use xianji_kernel::beat::IfClosed;
use xianji_kernel::calendar::Span;
use xianji_kernel::text::Text;

use super::Place;
use super::services::kind;
use crate::condition::Expect;
use crate::model::*;
use crate::read::events::stages_of;
use crate::read::node::{Node, Value};
use crate::read::row::Row;
use crate::read::scene::Scene;
use crate::read::who::who_of;

pub(super) fn lifecycle(row: Row<'_>) -> Option<Lifecycle> {
    let (id, name) = (row.id(), row.name());
    let of = kind(&row)?;
    let when = row.condition("when", &Scene::of(row.cx, &of), Expect::Flag);
    let rank = row.rank();
    if let Some(node) = row.table.get("of") {
        row.cx.expect_served(
            node,
            &of,
            "lifecycle",
            "a kind of record that goes through stages",
        );
    }
    let mut stages: Vec<(String, Vec<String>)> = Vec::new();
    if let Some(node) = row.need("stages", "{ active = [\"…\"] }") {
        let Some(table) = node.as_table() else {
            row.cx.report(
                node,
                "wrong-type",
                "states and their stages, { active = [\"…\"] }",
            );
            return None;
        };
        let states = row
            .cx
            .vocabulary
            .kind(&of)
            .map_or(&[][..], |kind| &kind.states[..]);
        for entry in &table.entries {
            if !states.is_empty() && !states.contains(&entry.key) {
                let expected = format!("a state of the {of}");
                row.cx.report_unknown(
                    &entry.node,
                    "unknown-state",
                    &entry.key,
                    &expected,
                    states.iter().map(String::as_str),
                );
            }
            stages.push((entry.key.clone(), Vec::new()));
        }
    }
    let mut seen: Vec<&str> = Vec::new();
    for (state, node) in stages_of(row.table) {
        let Some(stage) = node.as_text() else {
            row.cx.report(node, "wrong-type", "the id of a stage");
            continue;
        };
        row.cx.expect_id(node, "stage", stage);
        if seen.contains(&stage) {
            row.cx
                .report(node, "duplicate-id", "each stage once in a lifecycle");
        }
        seen.push(stage);
        if let Some((_, list)) = stages.iter_mut().find(|(known, _)| known == state) {
            list.push(stage.into());
        }
    }
    let back = row.strings("back");
    for (node, stage) in &back {
        if !seen.contains(stage) {
            row.cx.report_unknown(
                node,
                "unknown-id",
                stage,
                "a stage of this lifecycle",
                seen.iter().copied(),
            );
        }
    }
    let back = back.into_iter().map(|(_, stage)| stage.to_string()).collect();
    row.done();
    Some(Lifecycle {
        id,
        name,
        of,
        when,
        rank,
        stages,
        back,
    })
}

/// A stage, its two gates and its time limit.
pub(super) fn stage(row: Row<'_>) -> Option<Place> {
    let (id, name) = (row.id(), row.name());
    let stage_kind = row.cx.known.stages.get(&id).cloned();
    let Some(of) = stage_kind else {
        let expected = "a stage that a lifecycle holds";
        row.cx.report_hint(
            row.spot(),
            "unreachable-stage",
            expected,
            Some(format!("no lifecycle names {id}")),
        );
        return None;
    };
    if !row.cx.expect_kind(row.spot(), &of) {
        return None;
    }
    let scene = Scene::of(row.cx, &of);
    let responsible = row.who("responsible", &scene);
    let limit = row.time("limit", &scene);
    if let (Some(node), None) = (row.table.get("responsible"), row.table.get("limit")) {
        let expected = "a limit beside it: whoever is responsible owes leaving the stage in time";
        row.cx.report(node, "wrong-value", expected);
    }
    let (enter, leave) = (row.needs("enter", &scene), row.needs("leave", &scene));
    let exempt = exemption(&row, "exempt");
    let skip = row.rows("skip").into_iter().next().map(|row| {
        let skip = Skip {
            when: row.condition("when", &scene, Expect::Flag),
            by: exemption(&row, "by"),
        };
        row.done();
        skip
    });
    row.done();
    let gates = stage_gates(&id, &name, &of, [&enter, &leave], exempt.as_ref());
    let limiting = limit
        .as_ref()
        .map(|limit| stage_limit(&id, &name, &of, responsible.as_ref(), limit));
    let stage = Stage {
        id,
        name,
        responsible,
        limit,
        enter,
        leave,
        skip,
    };
    Some(Box::new(move |pack| {
        for gate in gates {
            pack.gates.put(gate);
        }
        if let Some(limiting) = limiting {
            pack.obligations.put(limiting);
        }
        pack.stages.put(stage);
    }))
}

fn stage_gates(
    id: &str,
    name: &Text,
    of: &str,
    needs: [&Vec<NeedItem>; 2],
    exempt: Option<&String>,
) -> Vec<Gate> {
    let sides = [
        ("enter", GatePoint::Enter(id.into())),
        ("leave", GatePoint::Leave(id.into())),
    ];
    let gate = |((side, point), needs): ((&str, GatePoint), &Vec<NeedItem>)| Gate {
        id: format!("{id}.{side}"),
        name: Some(name.clone()),
        before: vec![point],
        of: of.into(),
        when: None,
        needs: needs.clone(),
        effect: Effect::Block,
        exempt: exempt.cloned(),
    };
    sides
        .into_iter()
        .zip(needs)
        .filter(|(_, needs)| !needs.is_empty())
        .map(gate)
        .collect()
}

fn stage_limit(id: &str, name: &Text, of: &str, responsible: Option<&Who>, limit: &Time) -> Obligation {
    let event = |verb: &str| vec![EventPattern(format!("stage:{id}.{verb}"))];
    Obligation {
        id: format!("{id}.limit"),
        name: name.clone(),
        trigger: Trigger {
            opening: Opening::Events(event("entered")),
            filter: None,
            for_each: None,
            sample: None,
            repeat: None,
            until: None,
        },
        of: of.into(),
        when: None,
        rank: 0,
        also: false,
        responsible: responsible
            .cloned()
            .unwrap_or_else(|| Who::Path(vec![of.into(), "owner".into()])),
        at: None,
        if_closed: IfClosed::Before,
        due: Some(limit.clone()),
        calendar: None,
        paused_while: None,
        fulfilment: Fulfilment::Events {
            events: event("left"),
            filter: None,
            at_least: 1,
        },
        warn: Some(Warn::Percent(80)),
        escalate: Vec::new(),
        confirm: None,
        key_step: true,
        restart: false,
        on_time_by: OnTimeBy::Recorded,
        waiver: None,
        form: None,
    }
}

/// The id after `approval:`.
pub(super) fn exemption(row: &Row<'_>, key: &'static str) -> Option<String> {
    let node = row.node(key)?;
    match node.as_text().and_then(|text| text.strip_prefix("approval:")) {
        Some(id) => {
            row.cx.expect_id(node, "approval", id);
            Some(id.to_string())
        }
        None => {
            row.cx
                .report(node, "wrong-value", "an approval, \"approval:gate-exemption\"");
            None
        }
    }
}

pub(super) fn grading(row: Row<'_>) -> Option<Grading> {
    let (id, name) = (row.id(), row.name());
    let of = kind(&row)?;
    let sheet =
        row.node("sheet").and_then(
            |node| match node.as_text().and_then(|text| text.strip_prefix("form:")) {
                Some(form) => {
                    row.cx.expect_id(node, "form", form);
                    Some(form.to_string())
                }
                None => {
                    row.cx
                        .report(node, "wrong-value", "a form, \"form:grading-sheet\"");
                    None
                }
            },
        );
    let confirm = exemption(&row, "confirm");
    row.not_yet("again");
    row.done();
    Some(Grading {
        id,
        name,
        of,
        sheet,
        confirm,
        grades: Shelf::default(),
    })
}

/// A grade goes onto the shelf of its grading, which is read before it.
pub(super) fn grade(row: Row<'_>) -> Option<Place> {
    let (id, name) = (row.id(), row.name());
    let grading = row.need_string("grading", "the id of a grading");
    if let Some(node) = row.table.get("grading") {
        row.cx.expect_id(node, "grading", &grading);
    }
    let of = row
        .cx
        .known
        .gradings
        .get(&grading)
        .map(|known| known.of.clone())?;
    if !row.cx.expect_kind(row.spot(), &of) {
        return None;
    }
    let scene = Scene::of(row.cx, &of);
    row.need("rank", "a whole number; the highest whose criteria hold applies");
    let rank = row.rank();
    let (any, all) = (row.needs("any", &scene), row.needs("all", &scene));
    let mut gives = BTreeMap::new();
    if let Some(gifts) = row.node("gives").and_then(|node| Row::new(row.cx, node)) {
        for entry in &gifts.table.entries {
            if let Some(gift) = given(&row, &entry.node, &scene) {
                gives.insert(entry.key.clone(), gift);
            }
        }
    }
    let watched_by = row.whos("watched_by", &scene);
    row.done();
    let grade = Grade {
        id,
        grading: grading.clone(),
        name,
        rank,
        any,
        all,
        gives,
        watched_by,
    };
    Some(Box::new(move |pack| {
        if let Some(known) = pack.gradings.get_mut(&grading) {
            known.grades.put(grade);
        }
    }))
}

fn given(row: &Row<'_>, node: &Node, scene: &Scene) -> Option<Given> {
    match &node.value {
        Value::Integer(number) => Some(Given::Number(*number)),
        Value::Flag(flag) => Some(Given::Flag(*flag)),
        Value::Text(text) => {
            let names_people = text.contains('(')
                || text
                    .split_once(':')
                    .is_some_and(|(word, _)| matches!(word, "position" | "body" | "group" | "role"));
            match text.parse::<Span>() {
                Ok(span) => Some(Given::Time(span)),
                Err(_) if names_people => Some(Given::Who(who_of(row.cx, node, scene))),
                Err(_) => Some(Given::Text(text.clone())),
            }
        }
        _ => {
            row.cx
                .report(node, "wrong-type", "who, a duration, a number, a flag or a text");
            None
        }
    }
}
