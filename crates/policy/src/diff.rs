//! What a new version of a pack changes, statement by statement.

use std::collections::BTreeMap;
use std::fmt;

use crate::model::Pack;
use crate::read::statements_of;

/// A statement by kind and id; a grade's or field's id names what it counts within: `project-level/company`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct StatementId {
    pub kind: String,
    pub id: String,
}

/// A statement that both versions have, in different words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    pub statement: StatementId,
    /// The keys whose values differ, with what stood there and what stands there now, as canonical TOML.
    pub keys: Vec<(String, Option<String>, Option<String>)>,
}

/// The difference from one version to another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diff {
    pub added: Vec<StatementId>,
    pub changed: Vec<Changed>,
    pub removed: Vec<StatementId>,
}

impl Diff {
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.removed.is_empty()
    }
}

/// One line of a difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    Added(StatementId),
    Changed(Changed),
    Removed(StatementId),
}

impl IntoIterator for Diff {
    type Item = Change;
    type IntoIter = std::vec::IntoIter<Change>;

    fn into_iter(self) -> Self::IntoIter {
        let added = self.added.into_iter().map(Change::Added);
        let changed = self.changed.into_iter().map(Change::Changed);
        let removed = self.removed.into_iter().map(Change::Removed);
        added
            .chain(changed)
            .chain(removed)
            .collect::<Vec<_>>()
            .into_iter()
    }
}

impl fmt::Display for StatementId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind, self.id)
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Change::Added(statement) => write!(f, "+ {statement}"),
            Change::Removed(statement) => write!(f, "- {statement}"),
            Change::Changed(changed) => {
                write!(f, "~ {}", changed.statement)?;
                for (key, before, after) in &changed.keys {
                    let word = |value: &Option<String>| value.clone().unwrap_or_else(|| "nothing".into());
                    write!(f, "\n    {key}: {} → {}", word(before), word(after))?;
                }
                Ok(())
            }
        }
    }
}

/// Compares two packs by their published text; settings chosen by the company count as changes of the setting.
pub fn diff(before: &Pack, after: &Pack) -> Diff {
    let (old, new) = (statements_of(&before.flattened), statements_of(&after.flattened));
    let mut diff = Diff::default();
    for (statement, keys) in &new {
        match old.get(statement) {
            None => diff.added.push(id(statement)),
            Some(known) => {
                let keys = changed_keys(known, keys);
                if !keys.is_empty() {
                    diff.changed.push(Changed {
                        statement: id(statement),
                        keys,
                    });
                }
            }
        }
    }
    diff.removed.extend(
        old.keys()
            .filter(|statement| !new.contains_key(*statement))
            .map(id),
    );
    diff
}

fn id(statement: &(String, String)) -> StatementId {
    StatementId {
        kind: statement.0.clone(),
        id: statement.1.clone(),
    }
}

type Keys = BTreeMap<String, String>;

fn changed_keys(old: &Keys, new: &Keys) -> Vec<(String, Option<String>, Option<String>)> {
    let mut names: Vec<&String> = old.keys().chain(new.keys()).collect();
    names.sort();
    names.dedup();
    let differs = |name: &&String| old.get(*name) != new.get(*name);
    let entry = |name: &String| (name.clone(), old.get(name).cloned(), new.get(name).cloned());
    names.into_iter().filter(differs).map(entry).collect()
}
