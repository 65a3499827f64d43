//! What an event or an action touches, found without walking the pack: made once when it is loaded.

use std::collections::BTreeMap;

use super::*;

type Places = BTreeMap<String, Vec<String>>;

/// Statement ids by event or gate point, in file order.
#[derive(Clone, Debug, Default)]
pub struct Index {
    pub(super) gates: Places,
    pub(super) opened_by: Places,
    pub(super) fulfilled_by: Places,
    pub(super) quieted_by: Places,
    pub(super) ended_by: Places,
    pub(super) notices: Places,
    pub(super) metrics: Places,
}

impl Index {
    /// Walks a pack whose shelves are filled.
    pub fn of_pack(pack: &Pack) -> Index {
        let mut index = Index::default();
        for gate in &pack.gates {
            for point in &gate.before {
                put(&mut index.gates, point.key(), &gate.id);
            }
        }
        for rule in &pack.obligations {
            index.add_rule(rule);
        }
        for notice in &pack.notices {
            if let Opening::Events(events) = &notice.trigger.opening {
                put_all(&mut index.notices, events, &notice.id);
            }
        }
        for metric in &pack.metrics {
            for event in metric.events() {
                put(&mut index.metrics, event.as_str().to_string(), &metric.id);
            }
        }
        index
    }

    fn add_rule(&mut self, rule: &Obligation) {
        match &rule.trigger.opening {
            Opening::Events(events) => put_all(&mut self.opened_by, events, &rule.id),
            Opening::Silent { events, .. } => put_all(&mut self.quieted_by, events, &rule.id),
            Opening::Every(_) | Opening::Becomes(_) => {}
        }
        if let Fulfilment::Events { events, .. } = &rule.fulfilment {
            put_all(&mut self.fulfilled_by, events, &rule.id);
        }
        if let Some(until) = &rule.trigger.until {
            put_all(&mut self.ended_by, &until.events, &rule.id);
        }
    }

    pub(super) fn of<'a>(&self, places: &'a Places, key: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        places
            .get(key)
            .map_or(&[][..], Vec::as_slice)
            .iter()
            .map(String::as_str)
    }
}

impl GatePoint {
    /// The key under which gates are looked up.
    pub fn key(&self) -> String {
        match self {
            GatePoint::Action { name, field: None } => name.clone(),
            GatePoint::Action {
                name,
                field: Some(field),
            } => format!("{name}:{field}"),
            GatePoint::Enter(stage) => format!("stage:{stage}"),
            GatePoint::Leave(stage) => format!("leave:{stage}"),
        }
    }
}

impl Metric {
    /// Every event that moves it.
    pub fn events(&self) -> Vec<&EventPattern> {
        let mut found: Vec<&EventPattern> = Vec::new();
        for count in self.counts() {
            if let CountSource::Events { events, .. } = &count.source {
                for event in events {
                    if !found.contains(&event) {
                        found.push(event);
                    }
                }
            }
        }
        found
    }

    /// The counts it is made of; none for a formula.
    pub fn counts(&self) -> Vec<&Count> {
        match &self.value {
            MetricValue::Count(count) => vec![count],
            MetricValue::Ratio {
                numerator,
                denominator,
            } => vec![numerator, denominator],
            MetricValue::Formula(_) => Vec::new(),
        }
    }
}

fn put(places: &mut Places, key: String, id: &str) {
    let ids = places.entry(key).or_default();
    if !ids.iter().any(|known| known == id) {
        ids.push(id.to_string());
    }
}

fn put_all(places: &mut Places, events: &[EventPattern], id: &str) {
    for event in events {
        put(places, event.as_str().to_string(), id);
    }
}
