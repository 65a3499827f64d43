//! Reading what opens a rule, when it is due, and what is counted.

use std::str::FromStr;

use xianji_kernel::beat::Beat;
use xianji_kernel::calendar::Span;

use super::cx::Cx;
use super::events::Event;
use super::need::need_of;
use super::node::{Node, Value};
use super::row::Row;
use super::scene::Scene;
use super::who::report_broken;
use crate::condition::{Condition, Expect};
use crate::model::{
    Count, CountSource, EventPattern, Every, ForEach, NeedItem, Offset, Opening, Sample, SampleSize, Take,
    Time, Trigger, Until,
};

impl<'a> Row<'a> {
    /// Names of events; those that nobody declares are reported.
    pub fn events(&self, key: &'static str) -> Vec<EventPattern> {
        let names = self.strings(key);
        events_of(self.cx, &names)
    }

    /// What opens it, where that can be read, and what may be named in the rest of the statement.
    pub fn trigger(&self) -> (Option<Trigger>, Scene) {
        let each = self.for_each("for_each");
        let opening_scene = self.opening_scene(each.as_ref());
        if each.is_none() {
            self.cx.expect_kind(self.spot(), &opening_scene.subject);
            self.expect_one_subject();
        }
        let opening = self.opening(&opening_scene);
        let filter = self.condition("where", &opening_scene, Expect::Flag);
        let sample = self.sample(&opening_scene);
        let repeat = self.time("repeat", &opening_scene);
        let until = self.until(&opening_scene);
        if let (Some(Opening::Becomes(_)), None) = (&opening, &each) {
            self.cx.report(
                self.spot(),
                "missing-key",
                "for_each = the kind of record the condition is about",
            );
        }
        let trigger = opening.map(|opening| Trigger {
            opening,
            filter,
            for_each: each,
            sample,
            repeat,
            until,
        });
        (trigger, opening_scene)
    }

    /// Events that open one rule happen on one kind of record.
    fn expect_one_subject(&self) {
        for node in ["opens_on", "silent"]
            .into_iter()
            .filter_map(|key| self.table.get(key))
        {
            let known = texts(Some(node))
                .into_iter()
                .filter_map(|name| self.cx.events.get(name));
            let mut kinds: Vec<&str> = known.map(|event| event.subject.as_str()).collect();
            kinds.dedup();
            if kinds.len() > 1 {
                let hint = Some(format!(
                    "these happen on {}; for_each says which one it hangs on",
                    kinds.join(" and ")
                ));
                self.cx
                    .report_hint(node, "wrong-value", "events of one kind of record", hint);
            }
        }
    }

    fn opening_scene(&self, each: Option<&ForEach>) -> Scene {
        let events: Vec<&str> = ["opens_on", "silent"]
            .into_iter()
            .flat_map(|key| texts(self.table.get(key)))
            .collect();
        let known: Vec<&Event> = events
            .iter()
            .filter_map(|name| self.cx.events.get(name))
            .collect();
        let subject = match (each, known.first()) {
            (Some(each), _) => each.kind.clone(),
            (None, Some(event)) => event.subject.clone(),
            // An event that nobody declares: the rest is read as if it were one of the record that it names.
            (None, None) => {
                let named = events
                    .iter()
                    .filter_map(|event| event.split_once('.'))
                    .map(|(kind, _)| kind);
                let mut declared = named.filter(|kind| self.cx.vocabulary.kind(kind).is_some());
                declared.next().unwrap_or("company").to_string()
            }
        };
        let mut scene = Scene::of(self.cx, &subject);
        for event in &known {
            scene.widen(self.cx, &event.subject);
        }
        if self.table.get("opens_on").is_some() {
            scene = with_event(scene, &known);
        }
        match each {
            Some(each) if !each.path.is_empty() => self.with_part(scene, each),
            _ => scene,
        }
    }

    /// `contract.instalments`: the part is named by the path's last word.
    fn with_part(&self, scene: Scene, each: &ForEach) -> Scene {
        use crate::vocabulary::{FactType, RecordShape};
        let path: Vec<String> = std::iter::once(each.kind.clone())
            .chain(each.path.iter().cloned())
            .collect();
        let name = each.path.last().cloned().unwrap_or_default();
        let of = match scene.walk(self.cx, &path) {
            Ok(FactType::List(of)) => *of,
            Ok(other) => other,
            Err(_) => return scene,
        };
        match of {
            FactType::Record(RecordShape::Kind(kind)) => scene.with_root(&name, &kind),
            FactType::Record(RecordShape::Fields(fields)) => scene.with_facts(&name, fields),
            _ => scene,
        }
    }

    pub fn for_each(&self, key: &'static str) -> Option<ForEach> {
        let node = self.node(key)?;
        let text = self.string(key)?;
        let (kind, rest) = text.split_once('.').unwrap_or((text, ""));
        let path: Vec<String> = rest
            .split('.')
            .filter(|word| !word.is_empty())
            .map(Into::into)
            .collect();
        if self.cx.expect_kind(node, kind) && !path.is_empty() {
            let whole: Vec<String> = std::iter::once(kind.to_string())
                .chain(path.iter().cloned())
                .collect();
            let scene = Scene::of(self.cx, kind);
            if let Err(broken) = scene.walk(self.cx, &whole) {
                report_broken(self.cx, node, &scene, &whole, broken);
            }
        }
        Some(ForEach {
            kind: kind.into(),
            path,
        })
    }

    fn opening(&self, scene: &Scene) -> Option<Opening> {
        let keys: [&'static str; 4] = ["opens_on", "every", "opens_when", "silent"];
        let given: Vec<_> = keys
            .into_iter()
            .filter(|key| self.table.get(key).is_some())
            .collect();
        for key in keys.into_iter().chain(["lasts"]) {
            self.node(key);
        }
        match given[..] {
            [] => {
                self.cx.report(
                    self.spot(),
                    "missing-key",
                    "one of opens_on, every, opens_when, silent",
                );
                None
            }
            ["opens_on"] => Some(Opening::Events(self.events("opens_on"))),
            ["every"] => self.every(scene).map(Opening::Every),
            ["opens_when"] => self
                .condition("opens_when", scene, Expect::Flag)
                .map(Opening::Becomes),
            ["silent"] => {
                let events = self.events("silent");
                self.need("lasts", "how long, \"10 working days\"");
                self.time("lasts", scene)
                    .map(|lasts| Opening::Silent { events, lasts })
            }
            _ => {
                self.cx.report(
                    self.spot(),
                    "wrong-value",
                    format!("one trigger, not {}", given.join(" and ")),
                );
                None
            }
        }
    }

    fn every(&self, scene: &Scene) -> Option<Every> {
        let node = self.node("every")?;
        let text = self.string("every")?;
        if let Some(key) = text.strip_prefix("given:") {
            expect_given(self.cx, node, key, scene);
            return Some(Every::Given(key.into()));
        }
        match Beat::from_str(text) {
            Ok(beat) => Some(Every::Beat(beat)),
            Err(error) => {
                let expected =
                    "a beat: RRULE:…, working day, week, month, quarter, year or calendar:festivals";
                self.cx
                    .report_hint(node, "wrong-beat", expected, Some(error.to_string()));
                None
            }
        }
    }

    fn sample(&self, scene: &Scene) -> Option<Sample> {
        let row = self.rows("sample").into_iter().next()?;
        let per = row
            .string("per")
            .map(|text| text.split('.').map(Into::into).collect::<Vec<String>>());
        if let (Some(path), Some(node)) = (&per, row.node("per"))
            && let Err(broken) = scene.walk(self.cx, path)
        {
            report_broken(self.cx, node, scene, path, broken);
        }
        let take = row
            .need("take", "a number or a percentage")
            .and_then(|node| match &node.value {
                Value::Integer(number) => u32::try_from(*number).ok().map(SampleSize::Number),
                Value::Text(text) => percent(text).map(SampleSize::Percent),
                _ => None,
            });
        if take.is_none()
            && let Some(node) = row.table.get("take")
        {
            self.cx.report(
                node,
                "wrong-value",
                "a whole number, or a percentage in quotes, \"10%\"",
            );
        }
        let least = row.integer("least", 0, 1_000_000).unwrap_or(0);
        row.done();
        Some(Sample {
            per,
            take: take?,
            least: u32::try_from(least).unwrap_or(0),
        })
    }

    fn until(&self, scene: &Scene) -> Option<Until> {
        self.node("until")?;
        let mut until = Until::default();
        let mut names = Vec::new();
        for (node, text) in self.strings("until") {
            let word = text.split(':').next().unwrap_or("");
            if matches!(word, "cel" | "flag" | "approved" | "done" | "deliverable") {
                if let Some(need) = need_of(self.cx, node, text, scene) {
                    until.needs.push(NeedItem {
                        need,
                        code: text.into(),
                        when: None,
                        say: None,
                        from: None,
                    });
                }
            } else {
                names.push((node, text));
            }
        }
        until.events = events_of(self.cx, &names);
        Some(until)
    }

    /// A due time.
    pub fn time(&self, key: &'static str, scene: &Scene) -> Option<Time> {
        self.node(key)
            .and_then(|node| time_of(self.cx, node, scene, true))
    }

    /// A count; `plain` is what an event alone counts as.
    pub fn count(&self, key: &'static str) -> Option<Count> {
        let node = self.node(key)?;
        let row = Row::new(self.cx, node)?;
        let count = if row.table.get("each").is_some() {
            row.standing()
        } else {
            row.happened()
        };
        for known in ["each", "event", "where", "sum", "mean", "p50", "p90", "max"] {
            row.node(known);
        }
        row.done();
        count
    }

    fn standing(&self) -> Option<Count> {
        let each = self.for_each("each")?;
        let mut scene = Scene::of(self.cx, &each.kind);
        if !each.path.is_empty() {
            scene = self.with_part(scene, &each);
        }
        let filter = self.condition("where", &scene, Expect::Flag);
        Some(Count {
            source: CountSource::Each(each),
            filter,
        })
    }

    fn happened(&self) -> Option<Count> {
        self.need("event", "\"inquiry.replied\"")?;
        let events = self.events("event");
        let scene = event_scene(self.cx, &events);
        let filter = self.condition("where", &scene, Expect::Flag);
        let ways: Vec<&'static str> = ["sum", "mean", "p50", "p90", "max"]
            .into_iter()
            .filter(|way| self.table.get(way).is_some())
            .collect();
        let take = match ways[..] {
            [] => {
                self.cx.report(
                    self.node,
                    "missing-key",
                    "one of sum, mean, p50, p90, max; sum = \"1\" counts",
                );
                None
            }
            [way] => self
                .condition(way, &scene, Expect::Amount)
                .map(|value| taken(way, value)),
            _ => {
                self.cx.report(
                    self.node,
                    "wrong-value",
                    "one of sum, mean, p50, p90, max, not several",
                );
                None
            }
        };
        Some(Count {
            source: CountSource::Events { events, take: take? },
            filter,
        })
    }
}

fn taken(way: &str, value: Condition) -> Take {
    match way {
        "mean" => Take::Mean(value),
        "max" => Take::Max(value),
        "p50" => Take::Percentile(50, value),
        "p90" => Take::Percentile(90, value),
        _ => Take::Sum(value),
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
    let mut facts: Vec<crate::vocabulary::FactDecl> = Vec::new();
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

fn time_of(cx: &Cx<'_>, node: &Node, scene: &Scene, lists: bool) -> Option<Time> {
    const EXPECTED: &str = "a due time: \"3 working days\", a date such as \"bid.closes_at - 3 working days\", \
                            service:x, setting:x or given:x";
    if let (Some(items), true) = (node.as_list(), lists) {
        return Some(Time::List(
            items
                .iter()
                .filter_map(|item| time_of(cx, item, scene, false))
                .collect(),
        ));
    }
    let Some(text) = node.as_text() else {
        cx.report(node, "wrong-duration", format!("{EXPECTED}, not {}", node.what()));
        return None;
    };
    match text.split_once(':') {
        Some(("service", key)) => {
            if !cx.ids.has("service-key", key) {
                cx.report_unknown(
                    node,
                    "unknown-id",
                    key,
                    "a limit that a service names",
                    cx.ids.of("service-key"),
                );
            }
            Some(Time::Service(key.into()))
        }
        Some(("setting", id)) => {
            if !cx.ids.has("setting-duration", id) {
                let expected = "a setting of type duration";
                cx.report_unknown(node, "unknown-id", id, expected, cx.ids.of("setting-duration"));
            }
            Some(Time::Setting(id.into()))
        }
        Some(("given", key)) => {
            expect_given(cx, node, key, scene);
            Some(Time::Given(key.into()))
        }
        _ => span_or_date(cx, node, text, scene, EXPECTED),
    }
}

/// What a grade of the subject, or of what it belongs to, gives under this key.
pub(super) fn expect_given(cx: &Cx<'_>, node: &Node, key: &str, scene: &Scene) {
    let gradings = cx
        .known
        .gradings
        .values()
        .filter(|grading| scene.root(&grading.of).is_some());
    let known: Vec<&str> = gradings
        .flat_map(|grading| grading.gives.keys().map(String::as_str))
        .collect();
    if !known.contains(&key) {
        cx.report_unknown(
            node,
            "unknown-id",
            key,
            "something that a grade of the subject gives",
            known,
        );
    }
}

fn span_or_date(cx: &Cx<'_>, node: &Node, text: &str, scene: &Scene, expected: &str) -> Option<Time> {
    if let Ok(span) = text.parse::<Span>() {
        return Some(Time::Span(span));
    }
    let (path, offset) = match text.split_once(" - ").map(|(path, span)| (path, span, true)) {
        Some(found) => (found.0, Some((found.1, found.2))),
        None => match text.split_once(" + ") {
            Some((path, span)) => (path, Some((span, false))),
            None => (text, None),
        },
    };
    let path: Vec<String> = path.trim().split('.').map(Into::into).collect();
    let word =
        |word: &String| !word.is_empty() && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if path.len() < 2 || !path.iter().all(word) {
        cx.report(node, "wrong-duration", expected);
        return None;
    }
    match scene.walk(cx, &path) {
        Ok(ty) if ty.is_time() => {}
        Ok(ty) => cx.report(
            node,
            "wrong-type",
            format!("a date; {} is a {ty}", path.join(".")),
        ),
        Err(broken) => report_broken(cx, node, scene, &path, broken),
    }
    let offset = match offset {
        None => None,
        Some((span, before)) => match span.trim().parse::<Span>() {
            Ok(span) => Some(if before {
                Offset::Before(span)
            } else {
                Offset::After(span)
            }),
            Err(_) => {
                cx.report(node, "wrong-duration", expected);
                return None;
            }
        },
    };
    Some(Time::Date { path, offset })
}

/// `"80%"` as 80.
pub(super) fn percent(text: &str) -> Option<u32> {
    text.strip_suffix('%')?
        .trim()
        .parse()
        .ok()
        .filter(|percent| *percent <= 100)
}

fn texts(node: Option<&Node>) -> Vec<&str> {
    match node {
        None => Vec::new(),
        Some(node) => node
            .as_list()
            .unwrap_or(std::slice::from_ref(node))
            .iter()
            .filter_map(Node::as_text)
            .collect(),
    }
}
