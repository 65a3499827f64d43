//! What a pack extends: parents joined in order, its own statements over theirs by id, some taken out.

use std::collections::{BTreeMap, BTreeSet};

use super::canonical;
use super::kinds::SUPPORTED;
use super::mistake::Finding;
use super::node::{Entry, Node, Table};
use super::raw::{Raw, RawPack, at};
use crate::condition::nearest;

type Key = (&'static str, String);

/// A pack with its parents joined.
#[derive(Clone, Debug, Default)]
pub(super) struct Joined {
    /// In the order in which they were first written, parents first.
    pub statements: Vec<Raw>,
    /// Ids of all packs it rests on.
    pub ancestors: BTreeSet<String>,
    /// Taken out, and by which pack.
    removed: BTreeMap<Key, String>,
    /// Choices of settings, the nearest first to speak.
    pub choices: Table,
}

/// Joins the first pack with what it extends. Cycles and unknown parents are reported and left out.
pub(super) fn join(packs: &[RawPack], findings: &mut Vec<Finding>) -> Joined {
    let mut joiner = Joiner {
        packs,
        findings,
        done: BTreeMap::new(),
        path: Vec::new(),
    };
    match packs.first() {
        Some(first) => joiner.join(&first.id),
        None => Joined::default(),
    }
}

struct Joiner<'a> {
    packs: &'a [RawPack],
    findings: &'a mut Vec<Finding>,
    done: BTreeMap<String, Joined>,
    path: Vec<String>,
}

impl Joiner<'_> {
    fn join(&mut self, id: &str) -> Joined {
        if let Some(done) = self.done.get(id) {
            return done.clone();
        }
        let packs = self.packs;
        let Some(pack) = packs.iter().find(|pack| pack.id == id) else {
            return Joined::default();
        };
        self.path.push(id.to_string());
        let mut joined = Joined::default();
        let mut quarrels = Vec::new();
        for parent in self.parents(pack) {
            let text = parent.as_text().unwrap_or_default().to_string();
            if self.path.contains(&text) {
                let round = [&self.path[..], std::slice::from_ref(&text)].concat().join(" → ");
                self.report(
                    parent,
                    "cycle",
                    "packs that do not extend each other in a circle",
                    Some(round),
                );
            } else if packs.iter().any(|pack| pack.id == text) {
                let older = self.join(&text);
                quarrels.extend(merge(&mut joined, older).into_iter().map(|key| (parent, key)));
                joined.ancestors.insert(text);
            } else {
                let near = nearest(&text, packs.iter().map(|pack| pack.id.as_str()));
                let hint = near.map(|near| format!("did you mean {near}?"));
                self.report(parent, "unknown-pack", "the id of a pack at hand", hint);
            }
        }
        let removed = self.remove(pack, &mut joined);
        for (parent, (kind, key)) in quarrels {
            let settled = removed.contains(&(kind, key.clone()))
                || pack
                    .statements
                    .iter()
                    .any(|raw| raw.kind == kind && raw.key == key);
            if !settled {
                let hint = format!("two parents define {kind}:{key} differently; define or remove it here");
                self.report(parent, "unsettled", "parents that agree", Some(hint));
            }
        }
        for raw in &pack.statements {
            put(&mut joined, raw.clone());
        }
        choose(&mut joined.choices, pack);
        self.path.pop();
        self.done.insert(id.to_string(), joined.clone());
        joined
    }

    fn parents<'p>(&mut self, pack: &'p RawPack) -> Vec<&'p Node> {
        match pack.header.get("extends") {
            None => Vec::new(),
            Some(node) if node.as_text().is_some() => vec![node],
            Some(node) => match node.as_list() {
                Some(list) => list.iter().collect(),
                None => {
                    self.report(node, "wrong-type", "ids of packs, [\"standard\"]", None);
                    Vec::new()
                }
            },
        }
    }

    fn remove(&mut self, pack: &RawPack, joined: &mut Joined) -> BTreeSet<Key> {
        let mut removed = BTreeSet::new();
        let Some(node) = pack.header.get("remove") else {
            return removed;
        };
        let Some(list) = node.as_list() else {
            self.report(node, "wrong-type", "a list such as [\"stage:bidding\"]", None);
            return removed;
        };
        for item in list {
            match key_named(item) {
                Some(key)
                    if joined
                        .statements
                        .iter()
                        .any(|raw| (raw.kind, &raw.key) == (key.0, &key.1)) =>
                {
                    joined
                        .statements
                        .retain(|raw| (raw.kind, &raw.key) != (key.0, &key.1));
                    joined.removed.insert(key.clone(), pack.id.clone());
                    removed.insert(key);
                }
                Some(_) => self.report(item, "unknown-id", "a statement that a parent has", None),
                None => self.report(item, "wrong-value", "kind:id, such as stage:bidding", None),
            }
        }
        removed
    }

    fn report(&mut self, node: &Node, code: &'static str, expected: &str, hint: Option<String>) {
        let mut finding = at(node.file, node.span.clone(), code, expected.into());
        finding.hint = hint;
        self.findings.push(finding);
    }
}

fn key_named(item: &Node) -> Option<Key> {
    let (kind, key) = item.as_text()?.split_once(':')?;
    let kind = SUPPORTED.iter().find(|known| **known == kind)?;
    Some((kind, key.to_string()))
}

/// Joins another parent; gives the keys that both define differently, neither knowing the other.
fn merge(joined: &mut Joined, older: Joined) -> Vec<Key> {
    let mut quarrels = Vec::new();
    for raw in older.statements {
        let key = (raw.kind, raw.key.clone());
        let removed_by_heir = joined
            .removed
            .get(&key)
            .is_some_and(|_| joined.ancestors.contains(&raw.origin));
        if removed_by_heir {
            continue;
        }
        let known = joined
            .statements
            .iter()
            .position(|other| other.kind == raw.kind && other.key == raw.key);
        match known {
            None => joined.statements.push(raw),
            Some(place) => {
                let other = &joined.statements[place];
                if other.origin == raw.origin
                    || canonical::inline(&other.node) == canonical::inline(&raw.node)
                {
                    continue;
                }
                if older.ancestors.contains(&other.origin) {
                    joined.statements[place] = raw;
                } else if !joined.ancestors.contains(&raw.origin) {
                    quarrels.push(key);
                }
            }
        }
    }
    joined.ancestors.extend(older.ancestors);
    joined.removed.extend(older.removed);
    for entry in older.choices.entries {
        set(&mut joined.choices, entry);
    }
    quarrels
}

/// A pack's own statement over those of its parents. Of two of its own both stay, so that both are read: the double
/// is reported already.
fn put(joined: &mut Joined, raw: Raw) {
    let same = |other: &Raw| other.kind == raw.kind && other.key == raw.key && other.origin != raw.origin;
    match joined.statements.iter().position(same) {
        Some(place) => joined.statements[place] = raw,
        None => joined.statements.push(raw),
    }
}

fn choose(choices: &mut Table, pack: &RawPack) {
    if let Some(table) = pack.header.get("settings").and_then(Node::as_table) {
        for entry in &table.entries {
            set(choices, entry.clone());
        }
    }
}

fn set(choices: &mut Table, entry: Entry) {
    match choices.entries.iter_mut().find(|known| known.key == entry.key) {
        Some(known) => *known = entry,
        None => choices.entries.push(entry),
    }
}
