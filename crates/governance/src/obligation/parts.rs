//! Rules that are opened for each part of a record: by what happens to the record, for the parts that it has then and for those that come
//! later, until the rule's `until` or the record's end.

use std::collections::BTreeSet;

use xianji_platform::work::Recorded;
use xianji_platform::{Failure, Subject, Work};
use xianji_policy::model::{Obligation as Rule, Opening as Begins};

use super::actions::{Occasion, open_rule};
use super::draw;
use super::reaction::{highest, look};
use super::ticks;
use crate::engine::{Case, Context, Roots, parts_of};

/// What an event of a record opens on its parts.
pub(super) async fn open(
    work: &mut Work,
    case: &Case,
    whole: &Case,
    event: &Recorded,
    roots: &Roots,
) -> Result<(), Failure> {
    let (pack, kind) = (whole.pack.clone(), whole.subject().kind.clone());
    let mut rules: Vec<&Rule> = Vec::new();
    let mut names = BTreeSet::new();
    for rule in pack.obligations_opened_by(&event.name) {
        // What happens to a part itself is a matter of that part alone.
        let Some((_, part)) = rule
            .trigger
            .parts()
            .filter(|(of, part)| *of == kind && part.kind != case.subject().kind)
        else {
            continue;
        };
        let filter = rule.trigger.filter.as_ref();
        if case.under(whole).holds(&Context::of(work), filter, roots).await? {
            rules.push(rule);
            names.insert(part.name.clone());
        }
    }
    let occasion = Occasion {
        key: event.id.to_string(),
        start: event.happened_at,
        due_at: None,
        event: Some(event.id),
    };
    for rule in rules.iter().filter(|rule| rule.trigger.sample.is_none()) {
        ticks::remember_parts(work, whole.subject(), rule, &occasion).await?;
    }
    for name in names {
        let of_name = |rule: &&Rule| rule.trigger.parts().is_some_and(|(_, part)| part.name == name);
        let mine: Vec<&Rule> = rules.iter().copied().filter(of_name).collect();
        open_on_each(work, whole, &name, &mine, &occasion, roots).await?;
    }
    Ok(())
}

async fn open_on_each(
    work: &mut Work,
    whole: &Case,
    name: &str,
    rules: &[&Rule],
    occasion: &Occasion,
    roots: &Roots,
) -> Result<(), Failure> {
    let parts = parts_of(&Context::of(work), whole, name).await?;
    let mut lists: Vec<Vec<Case>> = vec![Vec::new(); rules.len()];
    for part in parts {
        let mut holding = Vec::new();
        for rule in rules {
            if part.holds(&Context::of(work), rule.when.as_ref(), roots).await? {
                holding.push(*rule);
            }
        }
        for rule in highest(&holding) {
            match rules.iter().position(|one| one.id == rule.id) {
                Some(place) if rule.trigger.sample.is_some() => lists[place].push(part.clone()),
                _ => {
                    open_rule(work, &part, rule, occasion, roots).await?;
                }
            }
        }
    }
    for (rule, list) in rules.iter().zip(lists).filter(|(_, list)| !list.is_empty()) {
        draw::among_parts(work, whole, rule, list, occasion, roots).await?;
    }
    Ok(())
}

/// A part that came after its record's rules were opened is asked for the same.
pub(super) async fn late(work: &mut Work, case: &Case, cases: &[Case]) -> Result<(), Failure> {
    for whole in cases.iter().filter(|one| one.subject() != case.subject()) {
        if whole.facts.ended || case.facts.ended {
            continue;
        }
        let pack = whole.pack.clone();
        let waits = |rule: &&Rule| {
            let parts = rule.trigger.parts();
            let mine = parts
                .is_some_and(|(of, part)| of == whole.subject().kind && part.kind == case.subject().kind);
            mine && matches!(rule.trigger.opening, Begins::Events(_)) && rule.trigger.sample.is_none()
        };
        for rule in pack.obligations.iter().filter(waits) {
            let Some((key, since)) = ticks::parts_since(work, whole.subject(), &rule.id).await? else {
                continue;
            };
            let began = case.began().unwrap_or(since);
            let part = case.under(whole);
            if began < since
                || !part
                    .holds(&Context::of(work), rule.when.as_ref(), &Roots::none())
                    .await?
            {
                continue;
            }
            let occasion = Occasion {
                key,
                start: began,
                due_at: None,
                event: None,
            };
            open_rule(work, &part, rule, &occasion, &Roots::none()).await?;
        }
    }
    Ok(())
}

/// What happened to a record may make a condition of its parts true, end their silence, or change who owes what on them.
pub(super) async fn look_at(
    work: &mut Work,
    case: &Case,
    whole: &Case,
    event: &Recorded,
) -> Result<(), Failure> {
    let pack = whole.pack.clone();
    let kind = whole.subject().kind.clone();
    let names: BTreeSet<&str> = pack
        .obligations
        .iter()
        .filter_map(|rule| rule.trigger.parts())
        .filter(|(of, part)| *of == kind && part.kind != case.subject().kind)
        .map(|(_, part)| part.name.as_str())
        .collect();
    for name in names {
        for part in parts_of(&Context::of(work), whole, name).await? {
            ticks::quieted(work, &part, &event.name, event.happened_at).await?;
            ticks::conditions(work, &part).await?;
            look(work, &part).await?;
        }
    }
    Ok(())
}

/// The parts of a record, for what ends with it.
pub(super) async fn subjects(work: &Work, whole: &Case) -> Result<Vec<Subject>, Failure> {
    let ctx = Context::of(work);
    let kind = whole.subject().kind.as_str();
    let mut found = Vec::new();
    for parts in ctx.app.registry().parts.iter().filter(|parts| parts.of == kind) {
        let cases = parts_of(&ctx, whole, parts.name).await?;
        found.extend(cases.into_iter().map(|case| case.subject().clone()));
    }
    Ok(found)
}
