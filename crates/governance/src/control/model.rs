//! By what a control is judged, and what that comes to.

use serde::Serialize;
use utoipa::ToSchema;
use xianji_policy::model::{Control, Metric, MetricValue, Pack, RuleKind, RuleRef};

use crate::measure::Counts;
use crate::measure::api::shown;
use crate::measure::model::{SCALE, Sums};

/// By what a control is judged: the first measure that the pack names decides. If that is a rule, all rules among the measures count
/// together; if it is a metric, the metric alone.
#[derive(Clone, Debug)]
pub enum Basis {
    /// Measures of rules: fulfilled in time ÷ due, passed with all met ÷ passed.
    Rules(Vec<String>),
    /// A ratio that counts as compliance.
    Ratio(Box<Metric>),
    /// A number that is no share of anything: it is shown, and is no percentage.
    Number(Box<Metric>),
    /// Nothing measures it.
    Nothing,
}

impl Basis {
    /// Of a control in a pack.
    pub fn of(pack: &Pack, control: &Control) -> Self {
        let Some(first) = control.measured_by.first() else {
            return Self::Nothing;
        };
        if first.kind != RuleKind::Metric {
            return Self::Rules(control.measured_by.iter().flat_map(keys).collect());
        }
        match pack.metrics.get(&first.id) {
            Some(metric) if matches!(metric.value, MetricValue::Ratio { .. }) => {
                Self::Ratio(Box::new(metric.clone()))
            }
            Some(metric) => Self::Number(Box::new(metric.clone())),
            None => Self::Nothing,
        }
    }

    /// The metrics whose entries are the records behind it.
    pub fn metrics(&self) -> Vec<String> {
        match self {
            Self::Rules(keys) => keys.clone(),
            Self::Ratio(metric) | Self::Number(metric) => vec![metric.id.clone()],
            Self::Nothing => Vec::new(),
        }
    }
}

/// The measures of a rule; none for a metric, which is its own. A stage is its time limit and its two gates.
pub fn keys(rule: &RuleRef) -> Vec<String> {
    let id = &rule.id;
    match rule.kind {
        RuleKind::Metric => Vec::new(),
        RuleKind::Stage => vec![
            format!("obligation:{id}.limit"),
            format!("gate:{id}.enter"),
            format!("gate:{id}.leave"),
        ],
        _ => vec![rule.to_string()],
    }
}

/// What a control comes to somewhere.
#[derive(Clone, Debug, Default, PartialEq, Serialize, ToSchema)]
pub struct Cell {
    /// Compliance; empty when nothing was due.
    pub percent: Option<f64>,
    /// How many kept it.
    pub kept: Option<f64>,
    /// Of how many.
    pub of: Option<f64>,
    /// How many ended how, where rules measure it.
    pub counts: Option<Counts>,
}

impl Cell {
    /// Of a rule's counts.
    pub fn of_counts(counts: Counts) -> Self {
        if counts.due == 0 {
            return Self::default();
        }
        #[expect(clippy::cast_precision_loss, reason = "counts stay below 2^53")]
        let number = |count: i64| Some(count as f64);
        Self {
            percent: counts.percent().map(shown),
            kept: number(counts.kept()),
            of: number(counts.due),
            counts: Some(counts),
        }
    }

    /// Of a ratio; where less is better, what is left over is what was kept.
    pub fn of_ratio(metric: &Metric, sums: Sums) -> Self {
        if sums.denominator_e4 == 0 {
            return Self::default();
        }
        let kept = if metric.lower_is_better {
            sums.denominator_e4 - sums.numerator_e4
        } else {
            sums.numerator_e4
        };
        let sums = Sums {
            numerator_e4: kept,
            denominator_e4: sums.denominator_e4,
        };
        #[expect(clippy::cast_precision_loss, reason = "amounts stay below 2^53")]
        let number = |e4: i64| Some(shown(e4 as f64 / SCALE as f64));
        Self {
            percent: sums.quotient().map(|share| shown(share * 100.0)),
            kept: number(sums.numerator_e4),
            of: number(sums.denominator_e4),
            counts: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(kind: RuleKind, id: &str) -> RuleRef {
        RuleRef { kind, id: id.into() }
    }

    fn control(measured_by: Vec<RuleRef>) -> Control {
        Control {
            id: "CTL-1".into(),
            name: None,
            enforced_by: Vec::new(),
            measured_by,
            waits_for: Vec::new(),
        }
    }

    #[test]
    fn the_first_measure_decides_and_a_stage_is_its_limit_and_its_gates() {
        let rules = control(vec![
            rule(RuleKind::Obligation, "reply"),
            rule(RuleKind::Metric, "median"),
            rule(RuleKind::Stage, "solution"),
        ]);
        let keys = Basis::of(&Pack::default(), &rules).metrics();
        assert_eq!(
            keys,
            [
                "obligation:reply",
                "obligation:solution.limit",
                "gate:solution.enter",
                "gate:solution.leave"
            ]
        );
        assert!(matches!(
            Basis::of(&Pack::default(), &control(Vec::new())),
            Basis::Nothing
        ));
    }

    #[test]
    fn nothing_due_is_no_figure() {
        assert_eq!(Cell::of_counts(Counts::default()), Cell::default());
    }
}
