//! Reading what is counted.

use super::events::event_scene;
use super::row::Row;
use super::scene::Scene;
use super::trigger::named_as_part;
use crate::condition::{Condition, Expect};
use crate::model::{Count, CountSource, Take};

impl<'a> Row<'a> {
    /// A count; `plain` is what an event alone counts as.
    pub fn count(&self, key: &'static str) -> Option<Count> {
        let node = self.node(key)?;
        let row = Row::new(self.cx, node)?;
        let count = if row.table.get("each").is_some() {
            row.standing()
        } else {
            row.happened()
        };
        for known in ["each", "event", "where", "sum", "mean", "p50", "p90", "max"] {
            row.node(known);
        }
        row.done();
        count
    }

    fn standing(&self) -> Option<Count> {
        let each = self.for_each("each")?;
        let scene = named_as_part(Scene::of(self.cx, each.subject()), &each);
        let filter = self.condition("where", &scene, Expect::Flag);
        Some(Count {
            source: CountSource::Each(each),
            filter,
        })
    }

    fn happened(&self) -> Option<Count> {
        self.need("event", "\"inquiry.replied\"")?;
        let events = self.events("event");
        let scene = event_scene(self.cx, &events);
        let filter = self.condition("where", &scene, Expect::Flag);
        let ways: Vec<&'static str> = ["sum", "mean", "p50", "p90", "max"]
            .into_iter()
            .filter(|way| self.table.get(way).is_some())
            .collect();
        let take = match ways[..] {
            [] => {
                self.cx.report(
                    self.node,
                    "missing-key",
                    "one of sum, mean, p50, p90, max; sum = \"1\" counts",
                );
                None
            }
            [way] => self
                .condition(way, &scene, Expect::Amount)
                .map(|value| taken(way, value)),
            _ => {
                self.cx.report(
                    self.node,
                    "wrong-value",
                    "one of sum, mean, p50, p90, max, not several",
                );
                None
            }
        };
        Some(Count {
            source: CountSource::Events { events, take: take? },
            filter,
        })
    }
}

fn taken(way: &str, value: Condition) -> Take {
    match way {
        "mean" => Take::Mean(value),
        "max" => Take::Max(value),
        "p50" => Take::Percentile(50, value),
        "p90" => Take::Percentile(90, value),
        _ => Take::Sum(value),
    }
}
