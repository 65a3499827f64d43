//! What a condition may name where it stands.

use std::collections::BTreeMap;

use crate::vocabulary::{FactDecl, FactType, RecordShape, Vocabulary};

/// What the pack itself defines and conditions may ask for. Built once a pack, before its conditions are read.
#[derive(Clone, Debug)]
pub struct Known {
    pub settings: BTreeMap<String, FactType>,
    pub metrics: BTreeMap<String, FactType>,
    pub forms: BTreeMap<String, KnownForm>,
    /// Score id → the kind that is scored.
    pub scores: BTreeMap<String, String>,
    pub gradings: BTreeMap<String, KnownGrading>,
    /// Stage id → the kind whose lifecycle has it.
    pub stages: BTreeMap<String, String>,
    /// ISO 4217 code of the company's currency; amounts are in it.
    pub home_currency: String,
    /// How many digits its minor unit has: 2 for CNY.
    pub minor_digits: u32,
}

/// A form's fields, by the name of the kind that it is filed on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownForm {
    pub on: String,
    pub fields: Vec<FactDecl>,
}

/// A grading of one kind: its grades in rank order, and what they give.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownGrading {
    pub of: String,
    pub grades: Vec<String>,
    pub gives: BTreeMap<String, FactType>,
}

impl Default for Known {
    fn default() -> Self {
        Known {
            settings: BTreeMap::new(),
            metrics: BTreeMap::new(),
            forms: BTreeMap::new(),
            scores: BTreeMap::new(),
            gradings: BTreeMap::new(),
            stages: BTreeMap::new(),
            home_currency: "CNY".into(),
            minor_digits: 2,
        }
    }
}

/// The root variables of one place, over a vocabulary and what the pack defines.
#[derive(Clone, Debug)]
pub struct Surroundings<'a> {
    vocabulary: &'a Vocabulary,
    known: &'a Known,
    roots: BTreeMap<String, RecordShape>,
}

impl<'a> Surroundings<'a> {
    pub fn new(vocabulary: &'a Vocabulary, known: &'a Known) -> Self {
        Surroundings {
            vocabulary,
            known,
            roots: BTreeMap::new(),
        }
    }

    /// Lets conditions name the record of this kind by its own name.
    pub fn with_kind(self, kind: &str) -> Self {
        self.with_root(kind, kind)
    }

    /// Lets conditions name a record of `kind` as `name` (`decided`, `member`).
    pub fn with_root(mut self, name: &str, kind: &str) -> Self {
        self.roots.insert(name.into(), RecordShape::Kind(kind.into()));
        self
    }

    /// Lets conditions name a record with these facts as `name` (`event`, `form`).
    pub fn with_facts(mut self, name: &str, facts: &[FactDecl]) -> Self {
        self.roots
            .insert(name.into(), RecordShape::Fields(facts.to_vec()));
        self
    }

    /// The kind by its own name and, by theirs, all that it belongs to: what a rule about this kind may speak of.
    pub fn with_subject(mut self, kind: &str) -> Self {
        let mut waiting = vec![kind.to_string()];
        while let Some(kind) = waiting.pop() {
            if self.roots.contains_key(&kind) {
                continue;
            }
            if let Some(declared) = self.vocabulary.kind(&kind) {
                waiting.extend(declared.belongs_to.iter().map(|(_, owner)| owner.clone()));
            }
            self = self.with_kind(&kind);
        }
        self
    }

    pub(super) fn known(&self) -> &'a Known {
        self.known
    }

    pub(super) fn root(&self, name: &str) -> Option<&RecordShape> {
        self.roots.get(name)
    }

    pub(super) fn root_names(&self) -> impl Iterator<Item = &str> {
        self.roots.keys().map(String::as_str)
    }

    /// The type of a record's fact; `None` when it has no such fact.
    pub(super) fn fact(&self, of: &RecordShape, name: &str) -> Option<FactType> {
        match of {
            RecordShape::Fields(fields) => fields
                .iter()
                .find(|field| field.name == name)
                .map(|field| field.ty.clone()),
            RecordShape::Kind(kind) => self.fact_of_kind(kind, name),
        }
    }

    fn fact_of_kind(&self, kind: &str, name: &str) -> Option<FactType> {
        match (name, self.gradings(kind).as_slice()) {
            ("grade", [grading]) => return Some(FactType::Choice(grading.grades.clone())),
            ("rank", [_]) => return Some(FactType::Integer),
            ("grade" | "rank", [_, _, ..]) => return None,
            _ => {}
        }
        let declared = self.vocabulary.kind(kind)?;
        match declared.fact(name) {
            Some(fact) => Some(fact.ty.clone()),
            None => {
                let (_, owner) = declared.belongs_to.iter().find(|(fact, _)| fact == name)?;
                Some(FactType::kind(owner))
            }
        }
    }

    /// `grade` and `rank` serve while a kind has one of these; with several, `grade(ticket, 'x')` says which.
    pub(super) fn gradings(&self, kind: &str) -> Vec<&'a KnownGrading> {
        self.known
            .gradings
            .values()
            .filter(|grading| grading.of == kind)
            .collect()
    }

    /// The names that may follow a record, for "did you mean".
    pub(super) fn fact_names(&self, of: &RecordShape) -> Vec<String> {
        match of {
            RecordShape::Fields(fields) => fields.iter().map(|field| field.name.clone()).collect(),
            RecordShape::Kind(kind) => {
                let mut names = Vec::new();
                if let Some(declared) = self.vocabulary.kind(kind) {
                    names.extend(declared.facts.iter().map(|fact| fact.name.clone()));
                    names.extend(declared.belongs_to.iter().map(|(fact, _)| fact.clone()));
                }
                if self.gradings(kind).len() == 1 {
                    names.extend(["grade".into(), "rank".into()]);
                }
                names
            }
        }
    }
}
