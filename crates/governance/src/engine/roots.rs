//! Root names beside the subject's own: the event, a sheet, what was decided on, a member.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use xianji_platform::ledger::instant;
use xianji_platform::work::Recorded;

/// More names that a condition may use.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Roots(pub BTreeMap<String, Value>);

impl Roots {
    /// No more than the subject's.
    pub fn none() -> Self {
        Self::default()
    }

    /// Adds a name.
    #[must_use]
    pub fn with(mut self, name: &str, value: Value) -> Self {
        self.0.insert(name.to_owned(), value);
        self
    }

    /// The event: its own facts, who did it, when it happened and was recorded.
    #[must_use]
    pub fn with_event(self, event: &Recorded) -> Self {
        let mut facts = event.facts.as_object().cloned().unwrap_or_else(Map::new);
        facts.insert("actor".into(), json!(event.member));
        facts.insert("happened_at".into(), instant(event.happened_at).into());
        facts.insert("recorded_at".into(), instant(event.recorded_at).into());
        self.with("event", Value::Object(facts))
    }
}
