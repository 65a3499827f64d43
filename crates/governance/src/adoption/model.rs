//! What moving to another version does to a record and to what is owed on it.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use xianji_platform::Subject;

use crate::obligation::{Obligation, ObligationId, State};

/// What became of an obligation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WhatBecame {
    /// The new version asks for it.
    Opened,
    /// It is due at another time.
    DueMoved,
    /// The new version knows no such rule: it is void.
    Ended,
    /// It was fulfilled by what is there already.
    Fulfilled,
    /// Other people owe it.
    Reassigned,
}

/// An obligation that is not what it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = MovedObligation)]
pub struct Became {
    /// The obligation; one that a dry run would open exists nowhere.
    pub id: ObligationId,
    /// The rule.
    pub rule: String,
    /// What became of it.
    pub what: WhatBecame,
    /// When it was due.
    pub due_before: Option<DateTime<Utc>>,
    /// When it is due.
    pub due_at: Option<DateTime<Utc>>,
}

/// A record that was moved, or could not be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct MovedSubject {
    /// The record.
    pub subject: Subject,
    /// Its number.
    pub number: String,
    /// What people call it.
    pub title: String,
    /// `stage-missing`: it stands in a stage that the other version does not know, and stays where it is.
    pub refused: Option<&'static str>,
    /// Open obligations that go on as they were.
    pub kept: usize,
    /// Those that changed.
    pub changed: Vec<Became>,
}

/// A portion of the records of a version.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = MovedPortion)]
pub struct Portion {
    /// What became of each.
    pub subjects: Vec<MovedSubject>,
    /// Where the next portion begins; nothing at the end.
    pub next: Option<String>,
}

impl Portion {
    /// Where the next one begins.
    pub fn next_place(&self) -> Option<Place> {
        self.next.as_deref().and_then(Place::read)
    }
}

/// Where a portion begins: a kind, and the last record of it that was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub kind: String,
    pub after: Option<Uuid>,
}

impl Place {
    /// As the caller sends it back.
    pub fn word(&self) -> String {
        let after = self.after.map(|id| id.to_string()).unwrap_or_default();
        format!("{}:{after}", self.kind)
    }

    /// Reads it.
    pub fn read(word: &str) -> Option<Self> {
        let (kind, after) = word.split_once(':')?;
        let after = match after {
            "" => None,
            id => Some(id.parse().ok()?),
        };
        Some(Self {
            kind: kind.to_owned(),
            after,
        })
    }
}

/// Compares what is open on a record before and after; `people` says whose owners changed.
pub fn compare(before: &[Obligation], after: &[Obligation], people: &[ObligationId]) -> (usize, Vec<Became>) {
    let (mut kept, mut changed) = (0, Vec::new());
    for row in after {
        let old = before.iter().find(|one| one.id == row.id);
        let what = match (old, row.state) {
            (None, State::Open) => WhatBecame::Opened,
            (None, _) => continue,
            (Some(_), State::Void | State::Waived) => WhatBecame::Ended,
            (Some(_), State::Fulfilled | State::Late) => WhatBecame::Fulfilled,
            (Some(old), State::Open) if old.due_at != row.due_at => WhatBecame::DueMoved,
            (Some(_), State::Open) if people.contains(&row.id) => WhatBecame::Reassigned,
            (Some(_), State::Open) => {
                kept += 1;
                continue;
            }
        };
        changed.push(Became {
            id: row.id,
            rule: row.rule.clone(),
            what,
            due_before: old.and_then(|old| old.due_at),
            due_at: row.due_at,
        });
    }
    (kept, changed)
}
