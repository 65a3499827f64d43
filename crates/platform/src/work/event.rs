//! Evidence: what happened, to which record, by whom. Facts hold ids, amounts, states and hashes of long texts; a personal value stands
//! beside the event so that it can be erased without breaking the chain.

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::Value;
use xianji_policy::EventDecl;

use crate::id::{EventId, MemberId, Subject};

/// Something that happened. Named by its struct: `ProjectAdvanced` is `project.advanced`.
pub trait Event: Serialize + Send + Sync {
    /// Full name, `project.advanced`.
    const NAME: &'static str;
    /// Raised when a fact changes its meaning; facts are only ever added.
    const SCHEMA: u16 = 1;

    /// The record that it is about.
    fn subject(&self) -> Subject;

    /// When it happened, if not now: a visit is recorded later than it took place.
    fn happened_at(&self) -> Option<DateTime<Utc>> {
        None
    }

    /// Personal values that belong to it: field and value. The facts then hold `<field>_hash`.
    fn personal(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    /// What packs may ask of it.
    fn declared() -> EventDecl
    where
        Self: Sized;
}

/// An event as reactions see it.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// Its id in the ledger.
    pub id: EventId,
    /// Full name.
    pub name: String,
    /// The record.
    pub subject: Subject,
    /// Who did it, if a member did.
    pub member: Option<MemberId>,
    /// For whom, if that member stood in for another.
    pub on_behalf_of: Option<MemberId>,
    /// When it happened.
    pub happened_at: DateTime<Utc>,
    /// When it was recorded.
    pub recorded_at: DateTime<Utc>,
    /// Its facts.
    pub facts: Value,
}

impl Recorded {
    /// A fact by name.
    pub fn fact(&self, name: &str) -> Option<&Value> {
        self.facts.get(name)
    }

    /// A fact that is text, or nothing.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.facts.get(name).and_then(Value::as_str)
    }
}

/// Declares an event: its struct, its name, its subject and what packs may ask of it.
///
/// `event!(/// A project entered its next stage. ProjectAdvanced = "project.advanced", project: ProjectId => "project" { from: String as Text, to: String as Text });`
/// The `as` names a `FactType` variant (`Text`, `Money`, `Integer`, `Flag`, `Member`, `Date`, `Instant`, `Number`, `Percent`, `Department`).
/// `Option` fields are allowed; so is anything that serialises as the fact type's JSON form.
#[macro_export]
macro_rules! event {
    ($(#[$doc:meta])* $name:ident = $full:literal, $key:ident : $id:ty => $kind:literal { $($field:ident : $ty:ty as $fact:ident),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, ::serde::Serialize)]
        pub struct $name {
            /// The record.
            #[serde(skip)]
            pub $key: $id,
            $(
                #[doc = concat!("Fact `", stringify!($field), "`.")]
                pub $field: $ty,
            )*
        }
        impl $crate::work::Event for $name {
            const NAME: &'static str = $full;
            fn subject(&self) -> $crate::id::Subject {
                $crate::id::Subject::new($kind, self.$key)
            }
            fn declared() -> ::xianji_policy::EventDecl {
                ::xianji_policy::EventDecl::new($full, vec![
                    $(::xianji_policy::FactDecl::new(stringify!($field), ::xianji_policy::FactType::$fact, "")),*
                ])
            }
        }
    };
}
