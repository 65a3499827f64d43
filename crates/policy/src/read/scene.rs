//! What may be named at one place: the subject and what it belongs to, an event, a sheet.

use super::cx::Cx;
use crate::condition::Surroundings;
use crate::vocabulary::{FactDecl, FactType, RecordShape};

/// The root names of one place.
#[derive(Clone, Debug, Default)]
pub(super) struct Scene {
    /// The record kind on which the statement hangs; `company` when on none.
    pub subject: String,
    pub roots: Vec<(String, RecordShape)>,
}

impl Scene {
    /// The subject and all that it belongs to, each under its own kind's name.
    pub fn of(cx: &Cx<'_>, subject: &str) -> Scene {
        let mut scene = Scene {
            subject: subject.into(),
            roots: Vec::new(),
        };
        scene.widen(cx, subject);
        scene
    }

    /// Adds another record and what it belongs to.
    pub fn widen(&mut self, cx: &Cx<'_>, kind: &str) {
        let mut waiting = vec![kind.to_string()];
        while let Some(kind) = waiting.pop() {
            let Some(declared) = cx.vocabulary.kind(&kind) else {
                continue;
            };
            if self.root(&kind).is_none() {
                waiting.extend(declared.belongs_to.iter().map(|(_, owner)| owner.clone()));
                self.roots.push((kind.clone(), RecordShape::Kind(kind)));
            }
        }
    }

    pub fn with_root(mut self, name: &str, kind: &str) -> Scene {
        self.roots.retain(|(known, _)| known != name);
        self.roots.push((name.into(), RecordShape::Kind(kind.into())));
        self
    }

    pub fn with_facts(mut self, name: &str, facts: Vec<FactDecl>) -> Scene {
        self.roots.retain(|(known, _)| known != name);
        self.roots.push((name.into(), RecordShape::Fields(facts)));
        self
    }

    pub fn root(&self, name: &str) -> Option<&RecordShape> {
        self.roots
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, shape)| shape)
    }

    pub fn surroundings<'a>(&self, cx: &Cx<'a>) -> Surroundings<'a> {
        self.roots.iter().fold(
            Surroundings::new(cx.vocabulary, cx.known),
            |around, (name, shape)| match shape {
                RecordShape::Kind(kind) => around.with_root(name, kind),
                RecordShape::Fields(fields) => around.with_facts(name, fields),
            },
        )
    }

    /// The type at the end of a path whose first word is a root; how far it leads where it breaks off.
    pub fn walk(&self, cx: &Cx<'_>, path: &[String]) -> Result<FactType, Broken> {
        let Some((root, facts)) = path.split_first() else {
            return Err(Broken::Root);
        };
        let mut here = FactType::Record(self.root(root).ok_or(Broken::Root)?.clone());
        for (place, name) in facts.iter().enumerate() {
            let record = match here {
                FactType::List(of) => *of,
                other => other,
            };
            let FactType::Record(shape) = record else {
                return Err(Broken::Fact(place));
            };
            here = fact(cx, &shape, name).ok_or(Broken::Fact(place))?;
        }
        Ok(here)
    }

    /// The names that may follow the part of a path that leads somewhere, for "did you mean".
    pub fn names_after(&self, cx: &Cx<'_>, path: &[String]) -> Vec<String> {
        match self.walk(cx, path) {
            Ok(FactType::Record(RecordShape::Kind(kind))) => {
                let declared = cx.vocabulary.kind(&kind);
                let own = declared
                    .map_or(&[][..], |kind| &kind.facts[..])
                    .iter()
                    .map(|fact| fact.name.clone());
                own.chain(roles(cx, &kind).into_iter().map(|role| role.replace('-', "_")))
                    .collect()
            }
            Ok(FactType::Record(RecordShape::Fields(fields))) => {
                fields.into_iter().map(|fact| fact.name).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// Where a path breaks off: at its root, or at this fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Broken {
    Root,
    Fact(usize),
}

fn fact(cx: &Cx<'_>, shape: &RecordShape, name: &str) -> Option<FactType> {
    let kind = match shape {
        RecordShape::Fields(fields) => {
            return fields
                .iter()
                .find(|fact| fact.name == name)
                .map(|fact| fact.ty.clone());
        }
        RecordShape::Kind(kind) => kind,
    };
    let declared = cx.vocabulary.kind(kind)?;
    if let Some(fact) = declared.fact(name) {
        return Some(fact.ty.clone());
    }
    if let Some((_, owner)) = declared.belongs_to.iter().find(|(fact, _)| fact == name) {
        return Some(FactType::kind(owner));
    }
    let role = roles(cx, kind).iter().any(|role| role.replace('-', "_") == name);
    role.then(|| FactType::list(FactType::Member))
}

/// Roles in the team of such a record: the engine's own and the pack's.
pub(super) fn roles(cx: &Cx<'_>, kind: &str) -> Vec<String> {
    let own = cx
        .vocabulary
        .kind(kind)
        .map_or(&[][..], |kind| &kind.roles[..])
        .iter()
        .cloned();
    let pack = cx
        .ids
        .roles
        .iter()
        .filter(|(_, of)| *of == kind)
        .map(|(role, _)| role.clone());
    own.chain(pack).collect()
}
