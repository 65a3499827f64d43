//! Rules of merging two files.

use chrono::{DateTime, Utc};
use xianji_platform::Refusal;

use crate::customer::Customer;

/// What a merge refuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MergeError {
    #[error("a file is not merged into itself")]
    Same,
    #[error("this file was not merged into another")]
    NotMerged,
    #[error("the file that goes on is no longer live")]
    Gone,
}

impl Refusal for MergeError {
    fn code(&self) -> &'static str {
        match self {
            Self::Same => "merge-same",
            Self::NotMerged => "merge-not-merged",
            Self::Gone => "merge-gone",
        }
    }
}

type Text = fn(&mut Customer) -> &mut Option<String>;

/// Fields that the file that goes on takes from the other where it has none.
const TEXTS: [(&str, Text); 11] = [
    ("short_name", |one| &mut one.short_name),
    ("credit_code", |one| &mut one.credit_code),
    ("industry", |one| &mut one.industry),
    ("region", |one| &mut one.region),
    ("source", |one| &mut one.source),
    ("needs", |one| &mut one.needs),
    ("preferences", |one| &mut one.preferences),
    ("purchase_behaviour", |one| &mut one.purchase_behaviour),
    ("address", |one| &mut one.address),
    ("website", |one| &mut one.website),
    ("mail_domain", |one| &mut one.mail_domain),
];

/// What becomes of the fields of two files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    /// Empty in the one that goes on, filled from the other.
    pub filled: Vec<&'static str>,
    /// Different in both: the one that goes on keeps its own, the other stays readable under its forwarding id.
    pub kept: Vec<&'static str>,
}

impl Customer {
    /// Takes what it lacks from a file that is merged into it.
    pub fn absorb(&mut self, other: &Customer) -> Fields {
        let mut other = other.clone();
        let mut fields = Fields::default();
        for (name, field) in TEXTS {
            let theirs = field(&mut other).clone();
            let ours = field(self);
            match (ours.is_some(), theirs) {
                (false, Some(text)) => {
                    *ours = Some(text);
                    fields.filled.push(name);
                }
                (true, Some(text)) if ours.as_ref() != Some(&text) => fields.kept.push(name),
                (true | false, _) => {}
            }
        }
        match (self.budget(), other.budget()) {
            (None, Some(_)) => {
                self.budget_amount = other.budget_amount;
                self.budget_currency = other.budget_currency;
                self.budget_home = other.budget_home;
                fields.filled.push("budget");
            }
            (Some(ours), Some(theirs)) if ours != theirs => fields.kept.push("budget"),
            _ => {}
        }
        if let Some(theirs) = other.extra.as_object() {
            let mut ours = self.extra.as_object().cloned().unwrap_or_default();
            for (name, value) in theirs {
                ours.entry(name.clone()).or_insert_with(|| value.clone());
            }
            self.extra = ours.into();
        }
        self.settle();
        fields
    }

    /// Gives back what it took and nobody has changed since.
    pub fn give_back(&mut self, other: &Customer, filled: &[String]) {
        let mut other = other.clone();
        let took = |name: &str| filled.iter().any(|one| one == name);
        for (_, field) in TEXTS.into_iter().filter(|(name, _)| took(name)) {
            let theirs = field(&mut other).clone();
            let ours = field(self);
            if *ours == theirs {
                *ours = None;
            }
        }
        if took("budget") && self.budget() == other.budget() {
            self.budget_amount = None;
            self.budget_currency = None;
            self.budget_home = None;
        }
        self.settle();
    }

    /// From now on it only forwards to another.
    pub fn forward(&mut self, into: crate::id::CustomerId, now: DateTime<Utc>) {
        self.merged_into = Some(into);
        self.archived_at = Some(now);
    }

    /// It is a file of its own again.
    pub fn stand_alone(&mut self) {
        self.merged_into = None;
        self.archived_at = None;
    }
}
