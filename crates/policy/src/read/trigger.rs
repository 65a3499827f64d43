//! Reading what opens a rule.

use std::str::FromStr;

use xianji_kernel::beat::Beat;

use super::cx::with_article;
use super::events::{Event, events_of, with_event};
use super::need::need_of;
use super::node::{Node, Value};
use super::row::Row;
use super::scene::Scene;
use super::time::{expect_given, percent};
use super::who::report_broken;
use crate::condition::Expect;
use crate::model::{
    EventPattern, Every, ForEach, NeedItem, Opening, Part, Sample, SampleSize, Trigger, Until,
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
        self.expect_list(each.as_ref());
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

    /// A sample is drawn from the records that a beat finds, or from the parts of the record that an event happens to.
    fn expect_list(&self, each: Option<&ForEach>) {
        let Some(node) = self.table.get("sample") else {
            return;
        };
        let beat = self.table.get("every").is_some() && each.is_some();
        let parts = each
            .and_then(|each| each.part.as_ref())
            .is_some_and(|part| self.happens_to_the_whole(&part.kind));
        if !beat && !parts {
            let expected = "a list to draw from: every with for_each, or opens_on with for_each of parts";
            self.cx.report(node, "wrong-value", expected);
        }
    }

    /// Whether it is opened by events, none of them of a single part.
    fn happens_to_the_whole(&self, part: &str) -> bool {
        let names = texts(self.table.get("opens_on"));
        let of_part = |name: &&str| {
            self.cx
                .events
                .get(name)
                .is_some_and(|event| event.subject == part)
        };
        !names.is_empty() && !names.iter().any(of_part)
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
            (Some(each), _) => each.subject().to_owned(),
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
            Some(each) => named_as_part(scene, each),
            None => scene,
        }
    }

    pub fn for_each(&self, key: &'static str) -> Option<ForEach> {
        let node = self.node(key)?;
        let text = self.string(key)?;
        let (kind, name) = text
            .split_once('.')
            .map_or((text, None), |(kind, name)| (kind, Some(name)));
        let known = self.cx.expect_kind(node, kind);
        let part = name.and_then(|name| {
            let declared = self.cx.vocabulary.kind(kind);
            let part = declared.and_then(|kind| kind.part(name)).map(|of| Part {
                name: name.into(),
                kind: of.into(),
            });
            if let (None, Some(declared)) = (&part, declared.filter(|_| known)) {
                let names = declared.parts.iter().map(|(name, _)| name.as_str());
                let expected = format!("parts of {}", with_article(kind));
                self.cx
                    .report_unknown(node, "unknown-part", name, &expected, names);
            }
            part
        });
        Some(ForEach {
            kind: kind.into(),
            part,
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
}

/// A part may also be called as it stands in its record: `instalments.due_on`.
pub(super) fn named_as_part(scene: Scene, each: &ForEach) -> Scene {
    match &each.part {
        Some(part) => scene.with_root(&part.name, &part.kind),
        None => scene,
    }
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
