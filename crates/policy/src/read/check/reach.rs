//! What is needed can be found from where it is asked, and no rule leads back to itself.

use std::collections::{BTreeMap, BTreeSet};

use super::Whole;
use crate::condition::{Condition, Reference};
use crate::model::*;
use crate::read::cx::with_article;

pub(super) fn check(whole: &Whole<'_>) {
    for gate in &whole.pack.gates {
        let key = match gate.id.rsplit_once('.') {
            Some((_, "enter")) => "enter",
            Some((_, "leave")) => "leave",
            _ => "needs",
        };
        needs_in_reach(whole, ("gate", &gate.id, key), &gate.needs, &gate.of);
    }
    for rule in &whole.pack.obligations {
        if let Fulfilment::Needs(needs) = &rule.fulfilment {
            needs_in_reach(whole, ("obligation", &rule.id, "fulfilled_when"), needs, &rule.of);
        }
        not_by_itself(whole, rule);
    }
    rules_in_a_circle(whole);
    metrics_in_a_circle(whole);
    grades_in_a_circle(whole);
}

/// Whether going up from one kind, through what it belongs to, leads to the other.
pub(super) fn leads_to(whole: &Whole<'_>, from: &str, to: &str) -> bool {
    let (mut waiting, mut seen) = (vec![from.to_string()], BTreeSet::new());
    while let Some(kind) = waiting.pop() {
        if kind == to {
            return true;
        }
        if let (true, Some(declared)) = (seen.insert(kind.clone()), whole.cx.vocabulary.kind(&kind)) {
            waiting.extend(declared.belongs_to.iter().map(|(_, owner)| owner.clone()));
        }
    }
    false
}

fn needs_in_reach(whole: &Whole<'_>, place: (&str, &str, &str), needs: &[NeedItem], subject: &str) {
    for item in needs {
        let of = match &item.need {
            Need::Deliverable(id) => whole
                .pack
                .deliverables
                .get(id)
                .map(|deliverable| deliverable.of.clone()),
            Need::Form(id) => whole.pack.forms.get(id).and_then(|form| match &form.on {
                FormSubject::Record(kind) => Some(kind.clone()),
                FormSubject::Company | FormSubject::Lifecycle => None,
            }),
            Need::Done(id) => whole.pack.obligations.get(id).map(|rule| rule.of.clone()),
            _ => None,
        };
        let Some(of) = of.filter(|of| of != "company" && !leads_to(whole, subject, of)) else {
            continue;
        };
        let hint = Some(format!(
            "{} is a matter of {of}, to which {} does not belong",
            item.code,
            with_article(subject)
        ));
        whole.report(
            place,
            "out-of-reach",
            format!("something of the {subject} or of what it belongs to"),
            hint,
        );
    }
}

fn not_by_itself(whole: &Whole<'_>, rule: &Obligation) {
    let own = format!("obligation:{}.", rule.id);
    if let Fulfilment::Events { events, .. } = &rule.fulfilment
        && events.iter().all(|event| event.as_str().starts_with(&own))
    {
        let place = ("obligation", rule.id.as_str(), "fulfilled_by");
        whole.report(place, "cycle", "an event that somebody else brings about", None);
    }
}

/// Obligations that open one another for ever.
fn rules_in_a_circle(whole: &Whole<'_>) {
    let mut after: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for rule in &whole.pack.obligations {
        let Opening::Events(events) = &rule.trigger.opening else {
            continue;
        };
        for event in events {
            let opener = event
                .as_str()
                .strip_prefix("obligation:")
                .and_then(|rest| rest.rsplit_once('.'));
            if let Some((opener, _)) = opener {
                after.entry(opener).or_default().push(&rule.id);
            }
        }
    }
    for id in circles(&after) {
        let place = ("obligation", id, "opens_on");
        whole.report(
            place,
            "cycle",
            "obligations that do not open one another in a circle",
            None,
        );
    }
}

fn metrics_in_a_circle(whole: &Whole<'_>) {
    let mut after: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for metric in &whole.pack.metrics {
        if let MetricValue::Formula(formula) = &metric.value {
            let used = formula
                .references()
                .iter()
                .filter_map(|reference| match reference {
                    Reference::Metric { id, back: 0, .. } => Some(id.as_str()),
                    _ => None,
                });
            after.insert(&metric.id, used.collect());
        }
    }
    for id in circles(&after) {
        whole.report(
            ("metric", id, "formula"),
            "cycle",
            "metrics that do not rest on one another in a circle",
            None,
        );
    }
}

/// A grade whose criteria ask for the grade.
fn grades_in_a_circle(whole: &Whole<'_>) {
    for grading in &whole.pack.gradings {
        let only = whole.pack.gradings_of(&grading.of).count() == 1;
        let asks = |condition: &Condition| {
            condition.references().iter().any(|reference| match reference {
                Reference::Fact { root, path } => {
                    only && *root == grading.of
                        && path.first().is_some_and(|fact| fact == "grade" || fact == "rank")
                }
                Reference::Grade { grading: asked, .. } => *asked == grading.id,
                Reference::Given { subject, .. } => only && *subject == grading.of,
                _ => false,
            })
        };
        for grade in &grading.grades {
            let circle = grade.any.iter().chain(&grade.all).any(|item| match &item.need {
                Need::Cel(condition) => asks(condition),
                _ => false,
            });
            if circle {
                let id = format!("{}/{}", grading.id, grade.id);
                let expected = "criteria that do not ask for the grade itself";
                whole.report(("grade", &id, "any"), "cycle", expected, None);
            }
        }
    }
}

/// Of every circle the first of its nodes.
fn circles<'a>(after: &BTreeMap<&'a str, Vec<&'a str>>) -> Vec<&'a str> {
    let beyond = |start: &'a str| {
        let (mut waiting, mut seen) = (after.get(start).cloned().unwrap_or_default(), BTreeSet::new());
        while let Some(node) = waiting.pop() {
            if seen.insert(node) {
                waiting.extend(after.get(node).into_iter().flatten().copied());
            }
        }
        seen
    };
    let mut first: Vec<&str> = Vec::new();
    for start in after.keys().copied() {
        let seen = beyond(start);
        let known = first
            .iter()
            .any(|node: &&'a str| seen.contains(node) && beyond(node).contains(start));
        if seen.contains(start) && !known {
            first.push(start);
        }
    }
    first
}
