//! When a deliverable is asked for, when it is there, and what a closed archive says of itself.

use serde::{Deserialize, Serialize};
use uuid::Uuid;
use xianji_platform::Refusal;
use xianji_policy::model::{Deliverable, Lifecycle, Medium};

pub use super::entity::item::Model as ArchiveItem;
pub use super::entity::seal::Model as ArchiveSeal;

/// A rule about archives that said no.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    #[error("the pack knows no deliverable {0}")]
    NoSuchDeliverable(String),
    #[error("the archive is not closed")]
    NotSealed,
}

impl Refusal for ArchiveError {
    fn code(&self) -> &'static str {
        match self {
            Self::NoSuchDeliverable(_) => "no-such-deliverable",
            Self::NotSealed => "archive-not-sealed",
        }
    }

    fn fields(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NoSuchDeliverable(id) => vec![("deliverable", id.clone())],
            Self::NotSealed => Vec::new(),
        }
    }
}

/// How far a project has come, as far as its archive goes.
#[derive(Clone, Copy, Debug)]
pub struct Progress<'a> {
    /// Its stages.
    pub path: Option<&'a Lifecycle>,
    /// The stage that it is in.
    pub stage: &'a str,
    /// It is won, lost or dropped: what names no stage is asked for too.
    pub decided: bool,
}

impl Progress<'_> {
    /// Whether a deliverable is asked for by now. What names a stage that these projects do not pass is asked for at the end.
    pub fn asks_for(&self, deliverable: &Deliverable) -> bool {
        let place = |stage: &str| self.path.and_then(|path| path.place(stage));
        match deliverable
            .stage
            .as_deref()
            .map(|stage| (place(stage), place(self.stage)))
        {
            Some((Some(asked), Some(here))) => asked <= here,
            Some(_) | None => self.decided,
        }
    }
}

impl ArchiveItem {
    /// Whether it brings every copy that another one has: a paper filed later takes no file's place.
    pub fn covers(&self, before: &ArchiveItem) -> bool {
        (self.electronic || !before.electronic) && (self.paper || !before.paper)
    }
}

/// Whether a deliverable is on file in every copy that the pack wants.
pub fn is_there(deliverable: &Deliverable, items: &[ArchiveItem]) -> bool {
    let mut current = items
        .iter()
        .filter(|item| item.deliverable == deliverable.id && item.replaced_at.is_none())
        .peekable();
    if current.peek().is_none() {
        return false;
    }
    let current: Vec<_> = current.collect();
    deliverable.copies.iter().all(|medium| match medium {
        Medium::Electronic => current.iter().any(|item| item.electronic),
        Medium::Paper => current.iter().any(|item| item.paper),
    })
}

/// What was in an archive when it was closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The project's number.
    pub project: String,
    /// When it was closed.
    pub sealed_at: String,
    /// Every document, also those that a newer revision replaced.
    pub items: Vec<ManifestItem>,
}

/// A document in a manifest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManifestItem {
    /// The archive item.
    pub id: Uuid,
    /// Its kind in the pack.
    pub deliverable: String,
    /// Its revision.
    pub revision: i32,
    /// What it is called.
    pub title: String,
    /// Of its bytes; nothing for paper alone.
    pub sha256: Option<String>,
    /// A paper copy lies somewhere.
    pub paper: bool,
}

impl ManifestItem {
    /// As it stands in the archive.
    pub fn of(item: &ArchiveItem) -> Self {
        Self {
            id: item.id.into(),
            deliverable: item.deliverable.clone(),
            revision: item.revision,
            title: item.title.clone(),
            sha256: item.sha256.clone(),
            paper: item.paper,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn deliverable(stage: Option<&str>, copies: &[Medium]) -> Deliverable {
        Deliverable {
            id: "report".into(),
            name: xianji_kernel::text::Text::default(),
            of: "project".into(),
            stage: stage.map(str::to_owned),
            when: None,
            from: None,
            copies: copies.to_vec(),
            keeper: None,
            due: None,
            optional: false,
        }
    }

    fn path() -> Lifecycle {
        Lifecycle {
            id: "deal".into(),
            name: xianji_kernel::text::Text::default(),
            of: "project".into(),
            when: None,
            rank: 0,
            stages: vec![("active".into(), vec!["one".into(), "two".into(), "three".into()])],
            back: Vec::new(),
        }
    }

    #[test]
    fn a_deliverable_is_asked_for_from_its_stage_on_or_at_the_end() {
        let path = path();
        let asks = |stage: &str, decided, of: Option<&str>| {
            Progress {
                path: Some(&path),
                stage,
                decided,
            }
            .asks_for(&deliverable(of, &[]))
        };
        assert!(!asks("one", false, Some("two")));
        assert!(asks("two", false, Some("two")));
        assert!(asks("three", false, Some("two")));
        assert!(
            !asks("one", true, Some("two")),
            "a deal lost in its first stage owes nothing of the second"
        );
        assert!(!asks("three", false, None));
        assert!(asks("one", true, None));
        assert!(asks("one", true, Some("elsewhere")));
    }
}
