//! Every event a rule may name: those the house declares, and those of the pack's own statements.

use std::collections::BTreeMap;

use super::cx::Cx;
use super::node::{Node, Table, Value};
use super::raw::Raw;
use super::scene::Scene;
use crate::model::EventPattern;
use crate::vocabulary::{FactDecl, FactType, Vocabulary};

/// An event, on which kind of record it happens and what it carries.
#[derive(Clone, Debug)]
pub(super) struct Event {
    pub subject: String,
    pub facts: Vec<FactDecl>,
    /// The sheet's fields, for a form's events.
    pub form: Option<Vec<FactDecl>>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Events {
    by_name: BTreeMap<String, Event>,
}

impl Events {
    pub fn get(&self, name: &str) -> Option<&Event> {
        self.by_name.get(name)
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.by_name.keys().map(String::as_str)
    }

    /// All events of the vocabulary and of these statements. `forms` are the fields of each form.
    pub fn of(
        vocabulary: &Vocabulary,
        raws: &[Raw],
        forms: &BTreeMap<String, (String, Vec<FactDecl>)>,
    ) -> Events {
        let mut events = Events::default();
        for kind in vocabulary.kinds() {
            for event in &kind.events {
                let facts = event.facts.iter().cloned().chain(common()).collect();
                let known = Event {
                    subject: kind.name.clone(),
                    facts,
                    form: None,
                };
                events.by_name.insert(event.name.clone(), known);
            }
        }
        for raw in raws {
            events.add_statement(raw, raws, vocabulary, forms);
        }
        events
    }

    fn add_statement(
        &mut self,
        raw: &Raw,
        raws: &[Raw],
        vocabulary: &Vocabulary,
        forms: &BTreeMap<String, (String, Vec<FactDecl>)>,
    ) {
        let Some(subject) = subject_of(raw, raws, vocabulary, 0) else {
            return;
        };
        let fact = |name: &str, ty| FactDecl::new(name, ty, "");
        let table = raw.table();
        let mut verbs: Vec<&str> = Vec::new();
        let mut facts: Vec<FactDecl> = Vec::new();
        match raw.kind {
            "form" => {
                verbs.push("filed");
                verbs.extend(may_fail(table).then_some("failed"));
            }
            "obligation" => {
                verbs.extend(["opened", "fulfilled", "late", "overdue", "void"]);
                verbs.extend(may_be_waived(table, raws).then_some("waived"));
                if table.get("confirm").is_some() {
                    verbs.extend(["confirmed", "refused"]);
                }
            }
            "approval" => verbs.extend(["asked", "approved", "returned", "rejected", "withdrawn"]),
            "gate" => (verbs, facts) = (gate_verbs(table), gate_facts()),
            "grading" => {
                verbs.push("changed");
                facts.extend([
                    fact("from", FactType::Text),
                    fact("to", FactType::Text),
                    fact("rank", FactType::Integer),
                ]);
            }
            "stage" => verbs.extend(["entered", "left"]),
            "deliverable" => verbs.push("filed"),
            "notice" => verbs.extend(["sent", "read"]),
            _ => return,
        }
        let form = (raw.kind == "form")
            .then(|| forms.get(&raw.key).map(|(_, fields)| fields.clone()))
            .flatten();
        self.put(
            raw.kind,
            &raw.key,
            &verbs,
            Event {
                subject: subject.clone(),
                facts,
                form,
            },
        );
        if raw.kind == "stage" {
            for side in ["enter", "leave"] {
                let event = Event {
                    subject: subject.clone(),
                    facts: gate_facts(),
                    form: None,
                };
                if table.get(side).is_some() {
                    self.put("gate", &format!("{}.{side}", raw.key), &gate_verbs(table), event);
                }
            }
            if table.get("limit").is_none() {
                return;
            }
            let mut verbs = vec!["opened", "fulfilled", "late", "overdue", "void"];
            verbs.extend(may_be_waived(table, raws).then_some("waived"));
            self.put(
                "obligation",
                &format!("{}.limit", raw.key),
                &verbs,
                Event {
                    subject,
                    facts: vec![],
                    form: None,
                },
            );
        }
    }

    fn put(&mut self, kind: &str, id: &str, verbs: &[&str], event: Event) {
        for verb in verbs {
            let mut event = event.clone();
            event.facts.extend(common());
            self.by_name.insert(format!("{kind}:{id}.{verb}"), event);
        }
    }
}

/// Nobody is exempted from a gate that names no approval for it.
fn gate_verbs(table: &Table) -> Vec<&'static str> {
    let mut verbs = vec!["passed", "refused"];
    verbs.extend(table.get("exempt").is_some().then_some("exempted"));
    verbs
}

/// A sheet fails by its score or by a cross; one that has neither never does.
fn may_fail(table: &Table) -> bool {
    let fields = table.get("fields").and_then(Node::as_list).unwrap_or(&[]);
    let red = |field: &Node| {
        let flag = field.as_table().and_then(|field| field.get("red"));
        flag.is_some_and(|node| matches!(node.value, Value::Flag(true)))
    };
    table.get("pass").is_some() || fields.iter().any(red)
}

/// By the approval that it names, or by one for waivers of whatever is due.
fn may_be_waived(table: &Table, raws: &[Raw]) -> bool {
    let waives = |raw: &Raw| {
        let subject = raw.table().text("subject").unwrap_or_default();
        raw.kind == "approval" && (subject == "waiver" || subject.starts_with("waiver:"))
    };
    table.get("waiver").is_some() || raws.iter().any(waives)
}

fn gate_facts() -> Vec<FactDecl> {
    vec![
        FactDecl::new("met", FactType::Flag, "every item was met"),
        FactDecl::new("exempted", FactType::Flag, "it was passed by exemption"),
    ]
}

/// What every event carries.
fn common() -> Vec<FactDecl> {
    vec![
        FactDecl::new("actor", FactType::Member, "who did it"),
        FactDecl::new("happened_at", FactType::Instant, "when it happened"),
        FactDecl::new("recorded_at", FactType::Instant, "when it was recorded"),
    ]
}

/// The kind of record that a statement hangs on.
pub(super) fn subject_of(raw: &Raw, raws: &[Raw], vocabulary: &Vocabulary, depth: usize) -> Option<String> {
    if depth > 8 {
        // A circle, which the checks over the whole report.
        return Some("company".into());
    }
    let table = raw.table();
    match raw.kind {
        "form" => Some(match table.text("on") {
            Some("lifecycle") | None => "company".into(),
            Some(on) => on.into(),
        }),
        "obligation" | "notice" => subject_of_trigger(table, raws, vocabulary, depth),
        "approval" => table
            .text("subject")
            .map(|subject| subject_of_approval(subject, raws)),
        "gate" => match table.text("of") {
            Some(of) => Some(of.into()),
            None => subject_of_point(first_text(table.get("before")?)?, raws, vocabulary),
        },
        "stage" => stage_kind(&raw.key, raws),
        "grading" | "deliverable" | "service" | "route" | "lifecycle" => table.text("of").map(Into::into),
        _ => None,
    }
}

/// The kind on which a gate stands, from its first point.
pub(super) fn subject_of_point(point: &str, raws: &[Raw], vocabulary: &Vocabulary) -> Option<String> {
    if let Some(stage) = point
        .strip_prefix("stage:")
        .or_else(|| point.strip_prefix("leave:"))
    {
        return stage_kind(stage, raws);
    }
    let action = point.split(':').next().unwrap_or(point);
    let declared = vocabulary.action(action).map(|kind| kind.name.clone());
    declared.or_else(|| action.split_once('.').map(|(kind, _)| kind.to_string()))
}

/// The kind of the lifecycle in which a stage stands.
pub(super) fn stage_kind(stage: &str, raws: &[Raw]) -> Option<String> {
    let holds = |raw: &&Raw| {
        raw.kind == "lifecycle" && stages_of(raw.table()).any(|(_, node)| node.as_text() == Some(stage))
    };
    raws.iter()
        .find(holds)
        .and_then(|raw| raw.table().text("of"))
        .map(Into::into)
}

/// Each stage of a lifecycle with its state.
pub(super) fn stages_of(table: &Table) -> impl Iterator<Item = (&str, &Node)> {
    let entries = table
        .get("stages")
        .and_then(Node::as_table)
        .map_or(&[][..], |table| &table.entries[..]);
    entries.iter().flat_map(|entry| {
        let list = entry.node.as_list().unwrap_or(&[]);
        list.iter().map(move |node| (entry.key.as_str(), node))
    })
}

fn subject_of_approval(subject: &str, raws: &[Raw]) -> String {
    match subject.split_once(':') {
        Some(("form" | "grading", id)) => {
            let raw = raws
                .iter()
                .find(|raw| raw.kind == subject.split(':').next().unwrap_or("") && raw.key == id);
            let key = if subject.starts_with("form") { "on" } else { "of" };
            raw.and_then(|raw| raw.table().text(key))
                .unwrap_or("company")
                .into()
        }
        Some((_, kind)) => kind.into(),
        None if matches!(subject, "exemption" | "waiver" | "skip" | "export" | "release") => "company".into(),
        None => subject.split('.').next().unwrap_or(subject).into(),
    }
}

fn subject_of_trigger(table: &Table, raws: &[Raw], vocabulary: &Vocabulary, depth: usize) -> Option<String> {
    if let Some(each) = table.text("for_each") {
        let (kind, part) = each.split_once('.').unwrap_or((each, ""));
        let part = vocabulary.kind(kind).and_then(|kind| kind.part(part));
        return Some(part.unwrap_or(kind).into());
    }
    let event = table
        .get("opens_on")
        .or_else(|| table.get("silent"))
        .and_then(first_text);
    match event {
        Some(event) => subject_of_event(event, raws, vocabulary, depth),
        None => Some("company".into()),
    }
}

fn subject_of_event(name: &str, raws: &[Raw], vocabulary: &Vocabulary, depth: usize) -> Option<String> {
    match name.split_once(':') {
        None => {
            let kind = vocabulary
                .kinds()
                .find(|kind| kind.events.iter().any(|event| event.name == name));
            kind.map(|kind| kind.name.clone())
                .or_else(|| name.split_once('.').map(|(kind, _)| kind.into()))
        }
        Some((kind, rest)) => {
            let (id, _) = rest.rsplit_once('.')?;
            let stage = id
                .rsplit_once('.')
                .filter(|(_, side)| matches!(*side, "enter" | "leave" | "limit"));
            if let Some((stage, _)) = stage {
                return stage_kind(stage, raws);
            }
            let raw = raws.iter().find(|raw| raw.kind == kind && raw.key == id)?;
            subject_of(raw, raws, vocabulary, depth + 1)
        }
    }
}

fn first_text(node: &Node) -> Option<&str> {
    match &node.value {
        Value::Text(text) => Some(text),
        Value::List(items) => items.first().and_then(Node::as_text),
        _ => None,
    }
}

/// What may be named about one of these events: its facts, its subject and what that belongs to, its sheet.
pub(super) fn event_scene(cx: &Cx<'_>, events: &[EventPattern]) -> Scene {
    let known: Vec<&Event> = events
        .iter()
        .filter_map(|event| cx.events.get(event.as_str()))
        .collect();
    let subject = known.first().map_or("company", |event| event.subject.as_str());
    let mut scene = Scene::of(cx, subject);
    for event in &known {
        scene.widen(cx, &event.subject);
    }
    with_event(scene, &known)
}

/// Of several events the facts that any of them has, and the sheet of any.
pub(super) fn with_event(scene: Scene, events: &[&Event]) -> Scene {
    let mut facts: Vec<FactDecl> = Vec::new();
    let mut form: Option<Vec<_>> = None;
    for event in events {
        for fact in &event.facts {
            if !facts.iter().any(|known| known.name == fact.name) {
                facts.push(fact.clone());
            }
        }
        if let Some(fields) = &event.form {
            form.get_or_insert_with(Vec::new).extend(fields.clone());
        }
    }
    let scene = scene.with_facts("event", facts);
    match form {
        Some(fields) => scene.with_facts("form", fields),
        None => scene,
    }
}

/// Names of events as they are meant; those that nobody declares are reported.
pub(super) fn events_of(cx: &Cx<'_>, names: &[(&Node, &str)]) -> Vec<EventPattern> {
    let mut events = Vec::new();
    let several = names.len() > 1;
    for (node, name) in names {
        if cx.events.get(name).is_some() {
            events.push(EventPattern((*name).into()));
        } else if cx.mode.is_mounted() && several {
            cx.left_out.set(true);
        } else {
            let (code, expected) = match name.contains(':') {
                true => ("unknown-id", "an event of a statement, form:x.filed"),
                false => ("unknown-event", "an event, inquiry.received"),
            };
            cx.report_unknown(node, code, name, expected, cx.events.names());
        }
    }
    if several && events.is_empty() && cx.mode.is_mounted() {
        cx.report_unknown(
            names[0].0,
            "unknown-event",
            names[0].1,
            "an event that is mounted",
            [],
        );
    }
    events
}
