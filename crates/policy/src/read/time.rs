//! Reading when something is due.

use xianji_kernel::calendar::Span;

use super::cx::Cx;
use super::node::Node;
use super::row::Row;
use super::scene::Scene;
use super::who::report_broken;
use crate::model::{Length, Offset, Time};

impl<'a> Row<'a> {
    /// A due time.
    pub fn time(&self, key: &'static str, scene: &Scene) -> Option<Time> {
        self.node(key)
            .and_then(|node| time_of(self.cx, node, scene, true))
    }
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
        Some((before, _)) if before.contains(' ') => span_or_date(cx, node, text, scene, EXPECTED),
        Some(("service", key)) => {
            if !cx.ids.has("service-key", key) {
                cx.report_unknown(
                    node,
                    "unknown-id",
                    key,
                    "a limit that a service names",
                    cx.ids.of("service-key"),
                );
            } else if let Some(kinds) = cx.ids.limits.get(key)
                && !kinds.iter().any(|kind| scene.root(kind).is_some())
            {
                let kinds: Vec<&str> = kinds.iter().map(String::as_str).collect();
                let hint = Some(format!("{key} is a limit of services for {}", kinds.join(", ")));
                let expected = format!(
                    "a limit of a service for the {} or what it belongs to",
                    scene.subject
                );
                cx.report_hint(node, "out-of-reach", expected, hint);
            }
            Some(Time::Service(key.into()))
        }
        Some(("setting", id)) => {
            expect_duration(cx, node, id);
            Some(Time::Setting(id.into()))
        }
        Some(("given", key)) => {
            expect_given(cx, node, key, scene);
            Some(Time::Given(key.into()))
        }
        _ => span_or_date(cx, node, text, scene, EXPECTED),
    }
}

fn expect_duration(cx: &Cx<'_>, node: &Node, setting: &str) {
    if !cx.ids.has("setting-duration", setting) {
        let expected = "a setting of type duration";
        cx.report_unknown(
            node,
            "unknown-id",
            setting,
            expected,
            cx.ids.of("setting-duration"),
        );
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
        Some((words, before)) => {
            let Some(length) = length_of(cx, node, words.trim()) else {
                cx.report(node, "wrong-duration", expected);
                return None;
            };
            Some(if before {
                Offset::Before(length)
            } else {
                Offset::After(length)
            })
        }
    };
    Some(Time::Date { path, offset })
}

/// How far a date is moved: a span, or a setting that says it.
fn length_of(cx: &Cx<'_>, node: &Node, words: &str) -> Option<Length> {
    if let Some(setting) = words.strip_prefix("setting:") {
        expect_duration(cx, node, setting);
        return Some(Length::Setting(setting.into()));
    }
    words.parse::<Span>().ok().map(Length::Span)
}

/// `"80%"` as 80.
pub(super) fn percent(text: &str) -> Option<u32> {
    text.strip_suffix('%')?
        .trim()
        .parse()
        .ok()
        .filter(|percent| *percent <= 100)
}
