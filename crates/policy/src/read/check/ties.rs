//! Of several that hold the highest rank applies, so no two for one subject may share a rank.

use std::collections::BTreeMap;

use super::Whole;
use crate::model::{Fulfilment, Opening};

pub(super) fn check(whole: &Whole<'_>) {
    let pack = whole.pack;
    let lives = pack
        .lifecycles
        .iter()
        .map(|life| (life.of.clone(), life.rank, life.id.as_str()));
    none_share(whole, "lifecycle", lives);
    let approvals = pack.approvals.iter();
    none_share(
        whole,
        "approval",
        approvals.map(|one| (format!("{:?}", one.subject), one.rank, one.id.as_str())),
    );
    obligations(whole);
    let routes = pack
        .routes
        .iter()
        .map(|route| (route.of.clone(), route.rank, route.id.as_str()));
    none_share(whole, "route", routes);
    for key in whole.cx.ids.of("service-key") {
        let services = pack
            .services
            .iter()
            .filter(|service| service.limits.contains_key(key));
        let group = |service: &crate::model::Service| format!("{key} of {}", service.of);
        none_share(
            whole,
            "service",
            services.map(|service| (group(service), service.rank, service.id.as_str())),
        );
    }
    for grading in &pack.gradings {
        let grades = grading
            .grades
            .iter()
            .map(|grade| (String::new(), grade.rank, grade.id.as_str()));
        let keyed: Vec<_> = grades
            .map(|(group, rank, id)| (group, rank, format!("{}/{id}", grading.id)))
            .collect();
        none_share(
            whole,
            "grade",
            keyed
                .iter()
                .map(|(group, rank, id)| (group.clone(), *rank, id.as_str())),
        );
    }
}

/// Of rules that one event opens and that ask for the same, the highest applies; `also` joins whichever that is.
fn obligations(whole: &Whole<'_>) {
    let mut opened: Vec<(String, i64, &str)> = Vec::new();
    for rule in whole.pack.obligations.iter().filter(|rule| !rule.also) {
        let Opening::Events(events) = &rule.trigger.opening else {
            continue;
        };
        let asked = match &rule.fulfilment {
            Fulfilment::Events { events, .. } => events
                .iter()
                .map(|event| event.as_str().to_owned())
                .collect::<Vec<_>>()
                .join(" "),
            Fulfilment::ByHand => format!("by hand {}", rule.name.zh),
            Fulfilment::Needs(_) => continue,
        };
        for event in events {
            opened.push((
                format!("{} {} {asked}", rule.of, event.as_str()),
                rule.rank,
                &rule.id,
            ));
        }
    }
    none_share(whole, "obligation", opened.into_iter());
}

/// Reports each statement whose group and rank another has before it.
fn none_share<'a>(whole: &Whole<'_>, kind: &str, statements: impl Iterator<Item = (String, i64, &'a str)>) {
    let mut taken: BTreeMap<(String, i64), &str> = BTreeMap::new();
    for (group, rank, id) in statements {
        match taken.get(&(group.clone(), rank)) {
            None => drop(taken.insert((group, rank), id)),
            Some(other) => {
                let hint = Some(format!("{kind}:{other} has rank {rank} too; both may apply"));
                whole.report((kind, id, "rank"), "tied-rank", "a rank of its own", hint);
            }
        }
    }
}
