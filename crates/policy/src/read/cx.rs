//! What a statement is read against: everything declared, everything that the pack defines, and where faults go.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use super::Mode;
use super::events::Events;
use super::mistake::Finding;
use super::node::Node;
use crate::condition::{Condition, Expect, Known, nearest};
use crate::model::RuleKind;
use crate::vocabulary::{KindDecl, Vocabulary};

use super::scene::Scene;

/// How many words are compared in all to find what was probably meant: the nearest of thousands, thousands of times
/// over, would take minutes.
pub(super) const PATIENCE: usize = 20_000;

/// Ids by kind of statement, and the roles by kind of record.
#[derive(Clone, Debug, Default)]
pub(super) struct Ids {
    pub by_kind: BTreeMap<&'static str, BTreeSet<String>>,
    /// Position id and the record kind in whose team it is a role.
    pub roles: BTreeMap<String, String>,
    /// Limits that services name, with the kinds of record that they are for.
    pub limits: BTreeMap<String, BTreeSet<String>>,
}

impl Ids {
    pub fn of(&self, kind: &str) -> impl Iterator<Item = &str> {
        self.by_kind.get(kind).into_iter().flatten().map(String::as_str)
    }

    pub fn has(&self, kind: &str, id: &str) -> bool {
        self.by_kind.get(kind).is_some_and(|ids| ids.contains(id))
    }
}

pub(super) struct Cx<'a> {
    pub vocabulary: &'a Vocabulary,
    pub known: &'a Known,
    pub ids: &'a Ids,
    pub events: &'a Events,
    pub files: &'a [(String, String)],
    pub mode: Mode,
    pub groups: RefCell<BTreeSet<String>>,
    pub findings: RefCell<Vec<Finding>>,
    /// How many comparisons are left.
    pub patience: Cell<usize>,
    /// Set when something was passed over because it is not mounted.
    pub left_out: Cell<bool>,
}

impl Cx<'_> {
    pub fn report(&self, node: &Node, code: &'static str, expected: impl Into<String>) {
        self.report_hint(node, code, expected, None);
    }

    pub fn report_hint(
        &self,
        node: &Node,
        code: &'static str,
        expected: impl Into<String>,
        hint: Option<String>,
    ) {
        self.findings.borrow_mut().push(Finding {
            file: node.file,
            start: node.span.start,
            end: node.span.end,
            code,
            expected: expected.into(),
            hint,
            offending: None,
        });
    }

    /// Reports that a word is none of those known, naming the nearest.
    pub fn report_unknown<'n>(
        &self,
        node: &Node,
        code: &'static str,
        word: &str,
        expected: &str,
        known: impl IntoIterator<Item = &'n str>,
    ) {
        let mut findings = self.findings.borrow_mut();
        let near = self.nearest_within_patience(word, known);
        let hint = near.map(|near| format!("did you mean {near}?"));
        findings.push(Finding {
            file: node.file,
            start: node.span.start,
            end: node.span.end,
            code,
            expected: expected.into(),
            hint,
            offending: Some(word.chars().take(80).collect()),
        });
    }

    fn nearest_within_patience<'n>(
        &self,
        word: &str,
        known: impl IntoIterator<Item = &'n str>,
    ) -> Option<&'n str> {
        let left = self.patience.get();
        let known: Vec<&str> = known.into_iter().take(left + 1).collect();
        self.patience.set(left.saturating_sub(known.len()));
        if known.len() > left {
            None
        } else {
            nearest(word, known)
        }
    }

    /// Checks that a statement of this kind and id is there.
    pub fn expect_id(&self, node: &Node, kind: &'static str, id: &str) {
        if !self.ids.has(kind, id) {
            self.report_unknown(
                node,
                "unknown-id",
                id,
                &format!("the id of {}", with_article(kind)),
                self.ids.of(kind),
            );
        }
    }

    /// Checks that a reference to a rule leads somewhere.
    pub fn expect_rule(&self, node: &Node, kind: RuleKind, id: &str) {
        match kind {
            RuleKind::Gate if id.ends_with(".enter") || id.ends_with(".leave") => {
                self.expect_id(node, "stage", id.rsplit_once('.').map_or(id, |(stage, _)| stage));
            }
            RuleKind::Obligation if id.ends_with(".limit") => {
                self.expect_id(node, "stage", id.trim_end_matches(".limit"));
            }
            RuleKind::Record => {
                if self.vocabulary.kind(id).is_none() {
                    let known = self.vocabulary.kinds().map(|kind| kind.name.as_str());
                    self.report_unknown(node, "unknown-record", id, "a kind of record", known);
                }
            }
            _ => self.expect_id(node, kind.word(), id),
        }
    }

    /// Whether this kind of record is declared; says so where it is not.
    pub fn expect_kind(&self, node: &Node, kind: &str) -> bool {
        let there = kind == "company" || self.vocabulary.kind(kind).is_some();
        if !there {
            let known = self.vocabulary.kinds().map(|kind| kind.name.as_str());
            self.report_unknown(node, "unknown-record", kind, "a kind of record", known);
        }
        there
    }

    /// Checks that the house does such a thing for records of this kind; a rule that nobody acts on is a mistake.
    pub fn expect_served(&self, node: &Node, kind: &str, word: &str, expected: &str) {
        let serves = |kind: &KindDecl| kind.serves.iter().any(|served| served == word);
        let there = match kind {
            "" => self.vocabulary.kinds().any(serves),
            kind => self.vocabulary.kind(kind).is_none_or(serves),
        };
        if !there && !self.mode.is_mounted() {
            let known: Vec<&str> = self
                .vocabulary
                .kinds()
                .filter(|kind| serves(kind))
                .map(|kind| kind.name.as_str())
                .collect();
            let hint = match known[..] {
                [] => "nothing in the house acts on it".to_string(),
                _ => format!("the house does this for {}", known.join(", ")),
            };
            self.report_hint(node, "unreachable", expected, Some(hint));
        }
    }

    /// Reads a condition where these roots may be named; its faults are reported at their place in the file.
    pub fn condition(&self, node: &Node, text: &str, scene: &Scene, expect: Expect) -> Option<Condition> {
        match Condition::parse(text, &scene.surroundings(self), expect) {
            Ok(condition) => Some(condition),
            Err(faults) => {
                for fault in faults {
                    let (start, end) = self.spot(node, text, fault.offset, fault.length);
                    let shown: String = text
                        .chars()
                        .skip(fault.offset)
                        .take(fault.length.clamp(1, 80))
                        .collect();
                    self.findings.borrow_mut().push(Finding {
                        file: node.file,
                        start,
                        end,
                        code: fault.code,
                        expected: if fault.expected.is_empty() {
                            format!("a sound condition: {}", fault.message)
                        } else {
                            format!("{}: {}", fault.expected, fault.message)
                        },
                        hint: fault.hint,
                        offending: (!shown.trim().is_empty()).then_some(shown),
                    });
                }
                None
            }
        }
    }

    /// Where in the file a part of a text value stands; the value's beginning where escapes hide it.
    fn spot(&self, node: &Node, text: &str, offset: usize, length: usize) -> (usize, usize) {
        let whole = (node.span.start, node.span.end);
        let Some(raw) = self
            .files
            .get(node.file)
            .and_then(|(_, file)| file.get(node.span.clone()))
        else {
            return whole;
        };
        let Some(begin) = raw.find(text).filter(|_| !text.is_empty()) else {
            return whole;
        };
        let bytes = |chars: usize| text.chars().take(chars).map(char::len_utf8).sum::<usize>();
        let start = node.span.start + begin + bytes(offset);
        (start, node.span.start + begin + bytes(offset + length.max(1)))
    }
}

/// `an approval`, `a gate`.
pub(super) fn with_article(word: &str) -> String {
    let article = if word.starts_with(['a', 'e', 'i', 'o', 'u']) {
        "an"
    } else {
        "a"
    };
    format!("{article} {word}")
}
