//! Counting what happened, and the metrics made of counts.

use xianji_kernel::text::Text;

use super::shelf::named;
use super::{EventPattern, ForEach};
use crate::condition::Condition;

/// What is counted, and which of it.
#[derive(Clone, Debug)]
pub struct Count {
    pub source: CountSource,
    pub filter: Option<Condition>,
}

#[derive(Clone, Debug)]
pub enum CountSource {
    /// What happened.
    Events { events: Vec<EventPattern>, take: Take },
    /// What is so at the end of the day.
    Each(ForEach),
}

/// What is made of the events. The condition gives the number of one event; `1` counts.
#[derive(Clone, Debug)]
pub enum Take {
    Sum(Condition),
    Mean(Condition),
    Max(Condition),
    /// 50 or 90.
    Percentile(u8, Condition),
}

/// A number followed over time.
#[derive(Clone, Debug)]
pub struct Metric {
    pub id: String,
    pub name: Text,
    /// As shown: `percent`, `hours`, `money`, …
    pub unit: Option<String>,
    pub value: MetricValue,
    /// Whose it is; without, the event's actor.
    pub credit: Vec<Credit>,
    pub by: Vec<Dimension>,
    /// Whether less is better.
    pub lower_is_better: bool,
}

#[derive(Clone, Debug)]
pub enum MetricValue {
    Count(Count),
    /// In percent; nothing due is no value, not 0 and not 100.
    Ratio {
        numerator: Count,
        denominator: Count,
    },
    /// Over other metrics.
    Formula(Condition),
}

/// A share of the result: the member or members at the end of the path get this many hundredths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credit {
    pub to: Vec<String>,
    pub percent: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dimension {
    Member,
    Department,
    /// A fact of the subject or event: `inquiry.channel`.
    Fact(Vec<String>),
}

named!(Metric);
