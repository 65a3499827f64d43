//! What follows from an event: what it fulfils, what it ends, what it opens, who is told, and what has to be looked at again. The version
//! that each subject keeps decides. An event of which no pack speaks costs no query.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use futures_util::future::BoxFuture;
use xianji_platform::work::Recorded;
use xianji_platform::{DepartmentId, Failure, Subject, Work};
use xianji_policy::Vocabulary;
use xianji_policy::model::{Fulfilment, Obligation as Rule, Pack};

use super::actions::{Evidence, Occasion, close, count, open_rule, pause, revise, say_no};
use super::model::Source;
use super::{Obligation, State, parts, queries, ticks};
use crate::engine::{COMPANY, Case, Context, Roots, parts_of};
use crate::gate::need::all_met;
use crate::{approval, form, notification};

/// The reaction on every event.
pub(crate) fn react<'a>(work: &'a mut Work, event: &'a Recorded) -> BoxFuture<'a, Result<(), Failure>> {
    Box::pin(async move {
        let interest = interest(work, event);
        if !interest.speaks && !interest.looks {
            return Ok(());
        }
        let Some(case) = Case::load(&Context::of(work), &event.subject).await? else {
            return Ok(());
        };
        let mut cases = case.every(&Context::of(work));
        cases.extend(company(work, &case, &event.name));
        // What ends a subject may be what was owed on it (closing, accepting): that is done first, and only the rest becomes void.
        if interest.speaks {
            let roots = roots(work, event).await?;
            fulfil_by(work, &case, &cases, event, &roots).await?;
        }
        let ended = interest.looks && ticks::life(work, &case).await?;
        if ended {
            end(work, case.subject()).await?;
            for part in parts::subjects(work, &case).await? {
                end(work, &part).await?;
            }
        }
        if interest.speaks {
            speak(work, &case, &cases, event).await?;
        }
        if interest.looks {
            for one in &cases {
                ticks::quieted(work, one, &event.name, event.happened_at).await?;
                ticks::conditions(work, one).await?;
                look(work, one).await?;
                parts::look_at(work, &case, one, event).await?;
            }
            parts::late(work, &case, &cases).await?;
        }
        Ok(())
    })
}

/// Whether any pack speaks of the event, and whether any looks at records of this kind after whatever happens to them.
struct Interest {
    speaks: bool,
    looks: bool,
}

fn interest(work: &Work, event: &Recorded) -> Interest {
    let book = work.policies();
    let name = event.name.as_str();
    let sheet = name.starts_with("form:") && name.ends_with(".filed");
    let speaks = sheet || book.versions().any(|(_, pack)| speaks_of(pack, name));
    // What the engine says of itself changes no fact, but that something is done may be a need of something else.
    let own = ["obligation:", "obligation.", "notice:", "gate:", "action."]
        .iter()
        .any(|start| name.starts_with(start));
    let kinds = kinds_above(&work.app().registry().vocabulary, &event.subject.kind);
    let rules = |pack: &Pack| {
        pack.obligations.iter().any(|rule| {
            kinds.contains(rule.of.as_str()) || rule.trigger.parts().is_some_and(|(of, _)| kinds.contains(of))
        })
    };
    let looks = (!own || name.ends_with(".fulfilled")) && book.versions().any(|(_, pack)| rules(pack));
    Interest { speaks, looks }
}

fn speaks_of(pack: &Pack, name: &str) -> bool {
    pack.obligations_opened_by(name).next().is_some()
        || pack.obligations_fulfilled_by(name).next().is_some()
        || pack.obligations_ended_by(name).next().is_some()
        || pack.notices_on(name).next().is_some()
}

/// Rules without a record hear what happens to records too, in the department whose pack holds there.
fn company(work: &Work, case: &Case, name: &str) -> Option<Case> {
    let ctx = Context::of(work);
    let department = case.department().or_else(|| ctx.book.tree().root())?;
    if case.subject().kind == COMPANY {
        return None;
    }
    let company = Case::company(&ctx, DepartmentId(Case::company_subject(&ctx, department).id));
    let hears = company
        .pack
        .obligations_fulfilled_by(name)
        .any(|rule| rule.of == COMPANY);
    hears.then_some(company)
}

/// Parts of the record on which something is open that its own event fulfils.
async fn parts_fulfilled(work: &Work, case: &Case, name: &str) -> Result<Vec<Subject>, Failure> {
    let vocabulary = &work.app().registry().vocabulary;
    let subject = case.subject();
    let is_part = |kind: &str| {
        kind != subject.kind
            && case.find(kind).is_none()
            && kinds_above(vocabulary, kind).contains(subject.kind.as_str())
    };
    let mut rules: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (_, pack) in work.policies().versions() {
        for rule in pack
            .obligations_fulfilled_by(name)
            .filter(|rule| is_part(&rule.of))
        {
            rules.entry(rule.of.clone()).or_default().insert(rule.id.clone());
        }
    }
    let registry = work.app().registry();
    let mut found = Vec::new();
    for (kind, rules) in rules {
        let rules: Vec<String> = rules.into_iter().collect();
        let whole = vocabulary.kind(&subject.kind);
        let parts = registry.parts.iter().find(|parts| {
            let part = whole.and_then(|whole| whole.part(parts.name));
            parts.of == subject.kind && part == Some(kind.as_str())
        });
        if let Some(parts) = parts {
            let mine = (parts.of_record)(subject.id);
            found.extend(queries::open_on_parts(&work.db(), rules, &kind, mine).await?);
            continue;
        }
        for row in queries::open_of_rules(&work.db(), rules).await? {
            let part = Case::load(&Context::of(work), &row.subject()).await?;
            if part.is_some_and(|part| part.chain.iter().any(|one| one.subject == *subject)) {
                found.push(row.subject());
            }
        }
    }
    Ok(found)
}

fn kinds_above<'v>(vocabulary: &'v Vocabulary, kind: &'v str) -> HashSet<&'v str> {
    let (mut found, mut next) = (HashSet::new(), vec![kind]);
    while let Some(kind) = next.pop() {
        if found.insert(kind) {
            let owners = vocabulary
                .kind(kind)
                .into_iter()
                .flat_map(|kind| &kind.belongs_to);
            next.extend(owners.map(|(_, owner)| owner.as_str()));
        }
    }
    found
}

/// The subject has ended: what is open on it becomes void, and what was asked about it is called off. What the ending itself opens is
/// opened after this, and lives on.
async fn end(work: &mut Work, subject: &Subject) -> Result<(), Failure> {
    let open = queries::open_on(&work.db(), std::slice::from_ref(subject)).await?;
    for row in open
        .into_iter()
        .filter(|row| row.source != Source::Approval.word())
    {
        let by = Evidence {
            event: None,
            happened_at: work.now,
            by: None,
            note: None,
        };
        close(work, row, State::Void, by).await?;
    }
    approval::actions::call_off_all(work, subject).await
}

async fn speak(work: &mut Work, case: &Case, cases: &[Case], event: &Recorded) -> Result<(), Failure> {
    let roots = roots(work, event).await?;
    for one in cases {
        until(work, one, event).await?;
        let pack = one.pack.clone();
        let kind = one.subject().kind.clone();
        for rule in applying(work, case, one, &pack, event, &roots).await? {
            let occasion = Occasion {
                key: event.id.to_string(),
                start: event.happened_at,
                due_at: None,
                event: Some(event.id),
            };
            open_rule(work, one, rule, &occasion, &roots).await?;
        }
        parts::open(work, case, one, event, &roots).await?;
        for notice in pack.notices_on(&event.name).filter(|notice| notice.of == kind) {
            notification::notice::send(work, case, one, notice, event, &roots).await?;
        }
    }
    Ok(())
}

async fn roots(work: &Work, event: &Recorded) -> Result<Roots, Failure> {
    let roots = Roots::none().with_event(event);
    match event.name.starts_with("form:") {
        true => Ok(roots.with("form", form::of_event(&Context::of(work), event).await?)),
        false => Ok(roots),
    }
}

/// Rules that this event opens on a subject. Of rules with the same opening and the same fulfilment the highest rank applies; `also`
/// joins whichever that is.
async fn applying<'p>(
    work: &Work,
    case: &Case,
    one: &Case,
    pack: &'p Pack,
    event: &Recorded,
    roots: &Roots,
) -> Result<Vec<&'p Rule>, Failure> {
    let ctx = Context::of(work);
    let seen = case.under(one);
    let mut found: Vec<&Rule> = Vec::new();
    for rule in pack
        .obligations_opened_by(&event.name)
        .filter(|rule| rule.of == one.subject().kind)
    {
        if seen.holds(&ctx, rule.trigger.filter.as_ref(), roots).await?
            && seen.holds(&ctx, rule.when.as_ref(), roots).await?
        {
            found.push(rule);
        }
    }
    Ok(highest(&found))
}

/// Of rules that hold the highest; `also` joins whichever that is.
pub(super) fn highest<'p>(found: &[&'p Rule]) -> Vec<&'p Rule> {
    let outranked = |rule: &Rule| {
        !rule.also
            && found
                .iter()
                .any(|other| !other.also && same_duty(rule, other) && other.rank > rule.rank)
    };
    found.iter().copied().filter(|rule| !outranked(rule)).collect()
}

fn same_duty(one: &Rule, other: &Rule) -> bool {
    match (&one.fulfilment, &other.fulfilment) {
        (Fulfilment::Events { events, .. }, Fulfilment::Events { events: others, .. }) => events == others,
        (Fulfilment::ByHand, Fulfilment::ByHand) => one.name == other.name,
        _ => false,
    }
}

/// One event fulfils only the earliest open occurrence of a rule on a subject; under `all`, that of whoever did it.
async fn fulfil_by(
    work: &mut Work,
    case: &Case,
    cases: &[Case],
    event: &Recorded,
    roots: &Roots,
) -> Result<(), Failure> {
    let mut subjects: Vec<Subject> = cases.iter().map(|one| one.subject().clone()).collect();
    subjects.extend(parts_fulfilled(work, case, &event.name).await?);
    subjects.sort();
    subjects.dedup();
    let open = queries::open_on(&work.db(), &subjects).await?;
    let mut served: HashSet<(Subject, String)> = HashSet::new();
    for row in open {
        let key = (row.subject(), row.rule.clone());
        if served.contains(&key) || row.opened_event == Some(event.id.into()) {
            continue;
        }
        let pack = row.pack(work.policies());
        let rule = row.rule_in(pack.as_ref());
        if fits(work, case, &row, rule, event, roots).await? {
            served.insert(key);
            // A sheet that did not pass says no to what it was to confirm.
            let failed = event.fact("passed").and_then(serde_json::Value::as_bool) == Some(false);
            if row.source == Source::Confirm.word() && failed {
                say_no(work, row, Evidence::of(event)).await?;
                continue;
            }
            let on_time_by = rule.map(|rule| rule.on_time_by).unwrap_or_default();
            count(work, row, on_time_by, Evidence::of(event)).await?;
        }
    }
    Ok(())
}

async fn fits(
    work: &Work,
    case: &Case,
    row: &Obligation,
    rule: Option<&Rule>,
    event: &Recorded,
    roots: &Roots,
) -> Result<bool, Failure> {
    let Some(rule) = rule else {
        let sheet = row.form.as_ref().map(|form| format!("form:{form}.filed"));
        return Ok(row.source == Source::Confirm.word() && sheet.as_deref() == Some(event.name.as_str()));
    };
    let Fulfilment::Events { events, filter, .. } = &rule.fulfilment else {
        return Ok(false);
    };
    if !events.iter().any(|pattern| pattern.matches(&event.name))
        || !is_of_whoever_did(work, row, event).await?
    {
        return Ok(false);
    }
    let mut seen = case.clone();
    if let Some(pack) = row.pack(work.policies()) {
        (seen.pack_id, seen.pack) = (row.pack_version_id, pack);
    }
    seen.holds(&Context::of(work), filter.as_ref(), roots).await
}

async fn is_of_whoever_did(work: &Work, row: &Obligation, event: &Recorded) -> Result<bool, Failure> {
    let Some(member) = event.member.filter(|_| row.mode != "one") else {
        return Ok(true);
    };
    let people = queries::responsible(&work.db(), row.id).await?;
    Ok(people
        .iter()
        .any(|one| one.member_id == member || Some(one.member_id) == event.on_behalf_of))
}

/// `until`: it ends the repeating, and what is open of it is asked for no more.
async fn until(work: &mut Work, case: &Case, event: &Recorded) -> Result<(), Failure> {
    let pack = case.pack.clone();
    for rule in pack.obligations_ended_by(&event.name) {
        if rule.of == case.subject().kind {
            finish(work, case, rule).await?;
        } else if let Some((_, part)) = rule.trigger.parts().filter(|(of, _)| *of == case.subject().kind) {
            ticks::end_watch(work, case.subject(), &rule.id).await?;
            for one in parts_of(&Context::of(work), case, &part.name).await? {
                finish(work, &one, rule).await?;
            }
        }
    }
    Ok(())
}

async fn finish(work: &mut Work, case: &Case, rule: &Rule) -> Result<(), Failure> {
    ticks::end_watch(work, case.subject(), &rule.id).await?;
    let open = queries::open_on(&work.db(), std::slice::from_ref(case.subject())).await?;
    for row in open.into_iter().filter(|row| row.rule == rule.id) {
        let by = Evidence {
            event: None,
            happened_at: work.now,
            by: None,
            note: None,
        };
        close(work, row, State::Void, by).await?;
    }
    Ok(())
}

/// Looks again at what is open on a subject: needs that are met now, pauses, another person, another due time.
pub(crate) async fn look(work: &mut Work, case: &Case) -> Result<(), Failure> {
    let open = queries::open_on(&work.db(), std::slice::from_ref(case.subject())).await?;
    for row in open {
        let pack = row.pack(work.policies());
        let Some(rule) = row.rule_in(pack.as_ref()) else {
            continue;
        };
        let case = case.of_version(row.pack_version_id, pack.clone());
        // Whose confirmation was refused says themselves when it is done again.
        if let Fulfilment::Needs(needs) = &rule.fulfilment
            && row.refused_at.is_none()
        {
            // Needs ask the ledger too; what this unit of work has recorded is part of it.
            work.flush().await?;
            if all_met(&Context::of(work), &case, needs, &Roots::none()).await? {
                let by = Evidence {
                    event: None,
                    happened_at: work.now,
                    by: work.actor().member(),
                    note: None,
                };
                count(work, row, rule.on_time_by, by).await?;
                continue;
            }
        }
        if let Some(until) = rule
            .trigger
            .until
            .as_ref()
            .filter(|until| !until.needs.is_empty())
            && all_met(&Context::of(work), &case, &until.needs, &Roots::none()).await?
        {
            finish(work, &case, rule).await?;
            continue;
        }
        let stands = match &rule.paused_while {
            Some(condition) => case.judge(&Context::of(work), condition, &Roots::none()).await?,
            None => false,
        };
        let row = pause(work, &case, row, rule, stands).await?;
        revise(work, &case, row, rule).await?;
    }
    Ok(())
}
