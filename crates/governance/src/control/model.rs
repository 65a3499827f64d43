//! By what a control is judged, and what that comes to.

use serde::Serialize;
use utoipa::ToSchema;
use xianji_policy::model::{Control, Metric, MetricValue, Pack, RuleKind, RuleRef};

use crate::measure::Counts;
use crate::measure::api::shown;
use crate::measure::model::{SCALE, Sums};

/// By what a control is judged. All rules among its measures count together; a metric that is named first counts beside them, those that
/// come later are shown and decide nothing.
#[derive(Clone, Debug, Default)]
pub struct Basis {
    /// Measures of rules: fulfilled in time ÷ due, passed with all met ÷ passed.
    pub rules: Vec<String>,
    /// The metric named first: a ratio counts as compliance; another number is no share of anything, so it is shown and no percentage.
    pub metric: Option<Box<Metric>>,
}

impl Basis {
    /// Of a control in a pack.
    pub fn of(pack: &Pack, control: &Control) -> Self {
        let first = control.measured_by.first();
        let metric = first
            .filter(|first| first.kind == RuleKind::Metric)
            .and_then(|first| pack.metrics.get(&first.id));
        Self {
            rules: control.measured_by.iter().flat_map(keys).collect(),
            metric: metric.cloned().map(Box::new),
        }
    }

    /// The ratio that counts.
    pub fn ratio(&self) -> Option<&Metric> {
        let ratio = |metric: &&Metric| matches!(metric.value, MetricValue::Ratio { .. });
        self.metric.as_deref().filter(ratio)
    }

    /// The metrics whose entries are the records behind it.
    pub fn metrics(&self) -> Vec<String> {
        let metric = self.metric.iter().map(|metric| metric.id.clone());
        self.rules.iter().cloned().chain(metric).collect()
    }
}

/// The measures of a rule; none for a metric, which is its own. A stage is its time limit and its two gates, an approval its steps and the
/// conditions that were set in them.
pub fn keys(rule: &RuleRef) -> Vec<String> {
    let id = &rule.id;
    match rule.kind {
        RuleKind::Metric => Vec::new(),
        RuleKind::Stage => vec![
            format!("obligation:{id}.limit"),
            format!("gate:{id}.enter"),
            format!("gate:{id}.leave"),
        ],
        RuleKind::Approval => vec![format!("approval:{id}"), format!("condition:{id}")],
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

impl Cell {
    /// What rules and a ratio come to together.
    pub fn and(self, other: Self) -> Self {
        let sum = |one: Option<f64>, more: Option<f64>| match (one, more) {
            (Some(one), Some(more)) => Some(shown(one + more)),
            (one, more) => one.or(more),
        };
        let (kept, of) = (sum(self.kept, other.kept), sum(self.of, other.of));
        let percent = match (self.percent, other.percent, kept, of) {
            (Some(_), Some(_), Some(kept), Some(of)) if of > 0.0 => Some(shown(kept / of * 100.0)),
            (one, other, ..) => one.or(other),
        };
        Self {
            percent,
            kept,
            of,
            counts: self.counts.or(other.counts),
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
    fn all_rules_count_a_stage_by_its_limit_and_gates_an_approval_by_its_steps_and_conditions() {
        let rules = control(vec![
            rule(RuleKind::Obligation, "reply"),
            rule(RuleKind::Metric, "median"),
            rule(RuleKind::Stage, "solution"),
            rule(RuleKind::Approval, "initiation"),
        ]);
        let keys = Basis::of(&Pack::default(), &rules).metrics();
        assert_eq!(
            keys,
            [
                "obligation:reply",
                "obligation:solution.limit",
                "gate:solution.enter",
                "gate:solution.leave",
                "approval:initiation",
                "condition:initiation",
            ]
        );
        let nothing = Basis::of(&Pack::default(), &control(Vec::new()));
        assert!(nothing.metrics().is_empty());
    }

    #[test]
    fn rules_and_a_ratio_count_together() {
        let cell = |kept, of| Cell {
            percent: Some(kept / of * 100.0),
            kept: Some(kept),
            of: Some(of),
            counts: None,
        };
        let both = cell(1.0, 2.0).and(cell(8.0, 8.0));
        assert_eq!(
            (both.kept, both.of, both.percent),
            (Some(9.0), Some(10.0), Some(90.0))
        );
        assert_eq!(cell(1.0, 2.0).and(Cell::default()), cell(1.0, 2.0));
    }

    #[test]
    fn nothing_due_is_no_figure() {
        assert_eq!(Cell::of_counts(Counts::default()), Cell::default());
    }
}
