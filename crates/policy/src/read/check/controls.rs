//! A control's measure measures what enforces it.

use super::Whole;
use crate::model::*;

pub(super) fn check(whole: &Whole<'_>) {
    for control in &whole.pack.controls {
        for rule in &control.enforced_by {
            exists(whole, control, rule, "enforced_by");
        }
        for measure in &control.measured_by {
            exists(whole, control, measure, "measured_by");
            if !belongs(control, measure) {
                let hint = Some(format!("{measure} is not among what enforces {}", control.id));
                let expected = "a metric, or one of its own enforced_by";
                whole.report(
                    ("control", &control.id, "measured_by"),
                    "measures-nothing",
                    expected,
                    hint,
                );
            }
        }
    }
}

/// What a stage brings along is there only when the stage says so.
fn exists(whole: &Whole<'_>, control: &Control, rule: &RuleRef, key: &str) {
    let pack = whole.pack;
    let there = match rule.kind {
        RuleKind::Obligation => pack.obligations.has(&rule.id),
        RuleKind::Gate => pack.gates.has(&rule.id),
        RuleKind::Stage => {
            pack.gates.has(&format!("{}.enter", rule.id)) || pack.gates.has(&format!("{}.leave", rule.id))
        }
        _ => true,
    };
    let dotted = rule.id.contains('.') || rule.kind == RuleKind::Stage;
    if !there
        && dotted
        && whole
            .cx
            .ids
            .has("stage", rule.id.split('.').next().unwrap_or_default())
    {
        let hint = Some(format!(
            "{rule} asks nothing: the stage has no such gate or limit"
        ));
        whole.report(
            ("control", &control.id, key),
            "unknown-id",
            "a rule that asks something",
            hint,
        );
    }
}

/// Metrics count for themselves; the rest must be one of the control's own rules.
fn belongs(control: &Control, measure: &RuleRef) -> bool {
    measure.kind == RuleKind::Metric || control.enforced_by.contains(measure)
}
