//! What a gate answers: its items, and the refusal that lists them.

use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;
use xianji_platform::failure::RefusalEvidence;
use xianji_platform::{MemberId, Refusal, Subject};
use xianji_policy::model::Effect;

/// One thing that a gate asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct GateItem {
    /// The gate that asks, by its id in the pack.
    pub gate: String,
    /// The need as the pack writes it: `deliverable:census`.
    pub need: String,
    /// In words of the reader's language.
    pub name: String,
    /// Whether it is there.
    pub met: bool,
    /// `block`, `warn` or `hold`.
    pub effect: String,
    /// Who supplies it, by name; only while it is missing.
    pub from: Option<String>,
    /// The same people by id.
    pub suppliers: Vec<MemberId>,
    /// Where it is supplied: an address on the screen.
    pub address: Option<String>,
    /// Whether an exemption may be asked for.
    pub exemptible: bool,
}

/// A gate that was passed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct GatePassage {
    /// Gates that were asked.
    pub gates: Vec<String>,
    /// What was missing and only warned of.
    pub warnings: Vec<GateItem>,
    /// Gates passed by an exemption.
    pub exempted: Vec<String>,
    /// Gates at which the record waits: the caller leaves it where it is, and those who supply have been told.
    pub held: Vec<GateItem>,
}

impl GatePassage {
    /// Whether the record has to wait.
    pub fn waits(&self) -> bool {
        !self.held.is_empty()
    }
}

/// The word of an effect.
pub fn word(effect: &Effect) -> &'static str {
    match effect {
        Effect::Block => "block",
        Effect::Warn => "warn",
        Effect::Hold { .. } => "hold",
    }
}

/// A gate that is not met. Lists every item of every gate at this point, met and missing, not only the first that is missing.
#[derive(Debug, thiserror::Error)]
#[error("{point} is not open: {}", missing(.items).join(", "))]
pub struct GateNotMet {
    /// The record.
    pub subject: Subject,
    /// Where it was asked.
    pub point: String,
    /// All items.
    pub items: Vec<GateItem>,
}

fn missing(items: &[GateItem]) -> Vec<String> {
    items
        .iter()
        .filter(|item| !item.met)
        .map(|item| item.need.clone())
        .collect()
}

impl Refusal for GateNotMet {
    fn code(&self) -> &'static str {
        "gate-not-met"
    }

    fn fields(&self) -> Vec<(&'static str, String)> {
        let open = self.items.iter().filter(|item| !item.met);
        let names: Vec<&str> = open.map(|item| item.name.as_str()).collect();
        vec![("missing", names.join(", ")), ("count", names.len().to_string())]
    }

    fn extra(&self) -> Map<String, Value> {
        let items = serde_json::to_value(&self.items).unwrap_or_default();
        Map::from_iter([
            ("items".to_owned(), items),
            ("point".to_owned(), self.point.clone().into()),
        ])
    }

    fn evidence(&self) -> Option<RefusalEvidence> {
        let mut rules: Vec<String> = self
            .items
            .iter()
            .filter(|item| !item.met)
            .map(|item| match item.gate.contains(':') {
                true => item.gate.clone(),
                false => format!("gate:{}", item.gate),
            })
            .collect();
        rules.dedup();
        let action = self.point.clone();
        Some(RefusalEvidence {
            subject: self.subject.clone(),
            action,
            rules,
            missing: missing(&self.items),
        })
    }
}
