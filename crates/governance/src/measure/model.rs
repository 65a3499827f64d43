//! How numbers are kept and read: ten-thousandths, shares, slices, figures.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::Value;
use uuid::Uuid;
use xianji_platform::id::{DepartmentId, MemberId};

use super::entity::entry::Model as Entry;

/// Sums are kept in ten-thousandths, so that a share of one event and a number with decimals add up exactly.
pub const SCALE: i64 = 10_000;

/// Nobody, and no department.
pub const NOBODY: MemberId = MemberId(Uuid::nil());
/// See [`NOBODY`].
pub const NOWHERE: DepartmentId = DepartmentId(Uuid::nil());

/// What a condition came to, in ten-thousandths; nothing when it is empty.
pub fn scaled(value: &Value) -> Option<i64> {
    match value {
        Value::Bool(flag) => Some(if *flag { SCALE } else { 0 }),
        Value::Number(number) => match number.as_i64() {
            Some(whole) => Some(whole.saturating_mul(SCALE)),
            None => number.as_f64().map(|number| to_whole(number * SCALE as f64)),
        },
        _ => None,
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a float beyond 64 bits is held at their end"
)]
fn to_whole(number: f64) -> i64 {
    number.round() as i64
}

/// Ten-thousandths as a number to show or to compute with.
#[expect(clippy::cast_precision_loss, reason = "amounts stay below 2^53")]
pub fn plain(e4: i64) -> f64 {
    e4 as f64 / SCALE as f64
}

/// So many percent of a sum, split evenly; what does not divide goes to the first, so that nothing is lost.
pub fn split(e4: i64, percent: u32, among: usize) -> Vec<i64> {
    let Some(count) = i64::try_from(among).ok().filter(|count| *count > 0) else {
        return Vec::new();
    };
    let whole = part(e4, percent);
    let each = whole / count;
    let mut parts = vec![each; among];
    parts[0] += whole - each * count;
    parts
}

/// So many percent of a sum.
pub fn part(e4: i64, percent: u32) -> i64 {
    let exact = i128::from(e4) * i128::from(percent) / 100;
    i64::try_from(exact).unwrap_or(i64::MAX)
}

/// A row of daily sums, in the order in which rows are written: writers of the same rows wait for each other in one order only.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// `answer-accuracy`, `obligation:first-reply`.
    pub metric: String,
    /// Day in the company's zone.
    pub day: NaiveDate,
    /// Where the member was on that day.
    pub department: DepartmentId,
    /// Whose it is.
    pub member: MemberId,
    /// Outcome, or the facts by which the metric is kept apart.
    pub slice: String,
    /// Id of the pack that asks.
    pub pack: String,
}

impl Key {
    /// Where an entry is summed.
    pub fn of(entry: &Entry) -> Self {
        Self {
            metric: entry.metric.clone(),
            day: entry.day,
            department: entry.department_id,
            member: entry.member_id,
            slice: entry.slice.clone(),
            pack: entry.pack.clone(),
        }
    }
}

/// Numerator and denominator in ten-thousandths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// The sum; of a ratio or mean what stands above the line.
    pub numerator_e4: i64,
    /// What stands below the line; 0 for a plain sum.
    pub denominator_e4: i64,
}

impl Sums {
    /// What an entry adds.
    pub fn of(entry: &Entry) -> Self {
        Self {
            numerator_e4: entry.numerator_e4,
            denominator_e4: entry.denominator_e4,
        }
    }

    /// Adds.
    pub fn add(&mut self, other: Self) {
        self.numerator_e4 = self.numerator_e4.saturating_add(other.numerator_e4);
        self.denominator_e4 = self.denominator_e4.saturating_add(other.denominator_e4);
    }

    /// The same with the other sign.
    #[must_use]
    pub fn negated(self) -> Self {
        Self {
            numerator_e4: -self.numerator_e4,
            denominator_e4: -self.denominator_e4,
        }
    }

    /// Nothing at all.
    pub fn is_zero(self) -> bool {
        self == Self::default()
    }

    /// The one by the other; nothing due is no value, not 0 and not 100.
    pub fn quotient(self) -> Option<f64> {
        (self.denominator_e4 != 0).then(|| plain(self.numerator_e4) / plain(self.denominator_e4))
    }
}

/// How an obligation or a gate ended, as the slice of its measure.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
    utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
#[schema(as = MeasureOutcome)]
pub enum Outcome {
    /// Fulfilled in time.
    OnTime,
    /// Fulfilled after it was due.
    Late,
    /// Not fulfilled.
    Open,
    /// Released by an approval.
    Waived,
    /// A gate passed with everything met.
    Met,
    /// A gate that only warns, passed with something missing.
    Unmet,
    /// A gate passed by exemption.
    Exempted,
}

impl Outcome {
    /// All, in the order in which they are shown.
    pub const ALL: [Self; 7] = [
        Self::OnTime,
        Self::Late,
        Self::Open,
        Self::Waived,
        Self::Met,
        Self::Unmet,
        Self::Exempted,
    ];

    /// The word of the slice.
    pub const fn word(self) -> &'static str {
        match self {
            Self::OnTime => "on_time",
            Self::Late => "late",
            Self::Open => "open",
            Self::Waived => "waived",
            Self::Met => "met",
            Self::Unmet => "unmet",
            Self::Exempted => "exempted",
        }
    }

    /// The outcome of a slice.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.word() == word)
    }

    /// Whether the rule was kept. A waiver and an exemption are sanctioned, and still no keeping.
    pub const fn is_kept(self) -> bool {
        matches!(self, Self::OnTime | Self::Met)
    }
}

/// How many ended how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[schema(as = OutcomeCounts)]
pub struct Counts {
    /// Fell due, or were passed: all of the others together.
    pub due: i64,
    /// Fulfilled in time.
    pub on_time: i64,
    /// Fulfilled after they were due.
    pub late: i64,
    /// Due and not fulfilled.
    pub open: i64,
    /// Released by an approval.
    pub waived: i64,
    /// Gates passed with everything met.
    pub met: i64,
    /// Gates that only warn, passed with something missing.
    pub unmet: i64,
    /// Gates passed by exemption.
    pub exempted: i64,
}

impl Counts {
    /// Counts so many of an outcome.
    pub fn add(&mut self, outcome: Outcome, number: i64) {
        self.due += number;
        *match outcome {
            Outcome::OnTime => &mut self.on_time,
            Outcome::Late => &mut self.late,
            Outcome::Open => &mut self.open,
            Outcome::Waived => &mut self.waived,
            Outcome::Met => &mut self.met,
            Outcome::Unmet => &mut self.unmet,
            Outcome::Exempted => &mut self.exempted,
        } += number;
    }

    /// How many of them kept the rule.
    pub fn kept(&self) -> i64 {
        self.on_time + self.met
    }

    /// Compliance in percent; nothing when nothing fell due.
    #[expect(clippy::cast_precision_loss, reason = "counts stay below 2^53")]
    pub fn percent(&self) -> Option<f64> {
        (self.due > 0).then(|| self.kept() as f64 * 100.0 / self.due as f64)
    }
}

/// The value of rank `percentile` among sorted values (nearest rank); nothing among none.
pub fn rank_of(percentile: u8, count: u64) -> Option<u64> {
    (count > 0).then(|| (u64::from(percentile) * count).div_ceil(100).max(1) - 1)
}

/// A slice made of facts: `inquiry.channel=mail;inquiry.class=price`.
pub fn slice(facts: &BTreeMap<String, Value>) -> String {
    let word = |value: &Value| match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    };
    facts
        .iter()
        .map(|(path, value)| format!("{path}={}", word(value)))
        .collect::<Vec<_>>()
        .join(";")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_that_does_not_divide_loses_nothing() {
        assert_eq!(split(SCALE, 100, 3), vec![3_334, 3_333, 3_333]);
        assert_eq!(split(SCALE, 33, 1), vec![3_300]);
        assert!(split(SCALE, 100, 0).is_empty());
    }

    #[test]
    fn numbers_with_decimals_are_kept_to_four_places() {
        assert_eq!(scaled(&serde_json::json!(2.5)), Some(25_000));
        assert_eq!(scaled(&serde_json::json!(true)), Some(SCALE));
        assert_eq!(scaled(&Value::Null), None);
    }

    #[test]
    fn a_waiver_and_an_exemption_count_as_due_and_not_as_kept() {
        let mut counts = Counts::default();
        counts.add(Outcome::OnTime, 3);
        counts.add(Outcome::Waived, 1);
        counts.add(Outcome::Met, 3);
        counts.add(Outcome::Exempted, 1);
        assert_eq!((counts.due, counts.percent()), (8, Some(75.0)));
        assert_eq!(Counts::default().percent(), None);
    }

    #[test]
    fn a_percentile_is_the_value_of_nearest_rank() {
        assert_eq!(rank_of(50, 4), Some(1));
        assert_eq!(rank_of(90, 10), Some(8));
        assert_eq!(rank_of(90, 1), Some(0));
        assert_eq!(rank_of(50, 0), None);
    }
}
