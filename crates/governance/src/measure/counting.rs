//! What an event adds to the metrics of the pack that its subject keeps, and to the measures that every gate and approval has by itself.

use std::collections::BTreeMap;

use futures_util::future::BoxFuture;
use serde_json::Value;
use uuid::Uuid;
use xianji_platform::identity::queries::department_of;
use xianji_platform::work::Recorded;
use xianji_platform::{DepartmentId, Failure, MemberId, Work};
use xianji_policy::condition::{Condition, Facts};
use xianji_policy::model::{Count, CountSource, Dimension, Metric, MetricValue, Pack, Take};

use super::entity::entry;
use super::model::{NOBODY, NOWHERE, Outcome, SCALE, Sums, scaled, slice, split};
use super::moves::Moves;
use crate::engine::{Case, Context, Roots};
use crate::form;

/// Counts an event. Nothing is asked of the database unless some pack speaks of it.
pub fn react<'a>(work: &'a mut Work, event: &'a Recorded) -> BoxFuture<'a, Result<(), Failure>> {
    Box::pin(async move {
        if let Some(obligation) = obligation_of(event) {
            work.shelf::<Moves>().obligations.insert(obligation);
        }
        let found = entries_of(&Context::of(work), event).await?;
        if !found.is_empty() {
            work.shelf::<Moves>().fresh.extend(found);
        }
        Ok(())
    })
}

/// The obligation whose fate an event changes.
pub fn obligation_of(event: &Recorded) -> Option<Uuid> {
    if event.subject.kind == "obligation" {
        return Some(event.subject.id);
    }
    if !event.name.starts_with("obligation") {
        return None;
    }
    event.text("obligation").and_then(|id| id.parse().ok())
}

/// Everything that an event adds.
pub async fn entries_of(ctx: &Context<'_>, event: &Recorded) -> Result<Vec<entry::Model>, Failure> {
    let spoken_of = ctx
        .book
        .versions()
        .any(|(_, pack)| pack.metrics_moved_by(&event.name).next().is_some());
    if !spoken_of && !is_decided(&event.name) {
        return Ok(Vec::new());
    }
    let Some(case) = case_of(ctx, event).await? else {
        return Ok(Vec::new());
    };
    let mut found = Vec::new();
    if let Some((metric, outcome)) = decided(&case.pack, event) {
        let sums = Sums {
            numerator_e4: SCALE,
            denominator_e4: 0,
        };
        let whose = vec![(event.member.unwrap_or(NOBODY), sums)];
        found.extend(shared(ctx, &case, event, &metric, outcome.word(), whose).await?);
    }
    for metric in case.pack.metrics_moved_by(&event.name) {
        found.extend(counted(ctx, &case, metric, event).await?);
    }
    Ok(found)
}

/// The subject's case; for what hangs on no record, the company's as the actor's department sees it.
async fn case_of(ctx: &Context<'_>, event: &Recorded) -> Result<Option<Case>, Failure> {
    if let Some(case) = Case::load(ctx, &event.subject).await? {
        return Ok(Some(case));
    }
    let own = match event.member {
        Some(member) => department_of(&ctx.db, member, ctx.book.today(event.happened_at)).await?,
        None => None,
    };
    Ok(own
        .or_else(|| ctx.book.tree().root())
        .map(|department| Case::company(ctx, department)))
}

fn is_decided(name: &str) -> bool {
    name.starts_with("gate:") || name.starts_with("approval:")
}

/// The measure and outcome of a gate's passing or of an approval's decision. An approval whose steps have limits is measured by its
/// steps, which are obligations; one without limits is kept whenever it is decided.
fn decided(pack: &Pack, event: &Recorded) -> Option<(String, Outcome)> {
    let (statement, verb) = event.name.rsplit_once('.')?;
    let flag = |name: &str| event.fact(name).and_then(Value::as_bool).unwrap_or(false);
    if statement.starts_with("gate:") && verb == "passed" {
        let outcome = match (flag("exempted"), flag("met")) {
            (true, _) => Outcome::Exempted,
            (false, true) => Outcome::Met,
            (false, false) => Outcome::Unmet,
        };
        return Some((statement.to_owned(), outcome));
    }
    let approval = pack.approvals.get(statement.strip_prefix("approval:")?)?;
    let timeless = approval.steps.iter().all(|step| step.within.is_none());
    (timeless && matches!(verb, "approved" | "rejected" | "returned"))
        .then(|| (statement.to_owned(), Outcome::OnTime))
}

async fn counted(
    ctx: &Context<'_>,
    case: &Case,
    metric: &Metric,
    event: &Recorded,
) -> Result<Vec<entry::Model>, Failure> {
    let mut roots = Roots::none().with_event(event);
    if event.name.starts_with("form:") {
        roots = roots.with("form", form::of_event(ctx, event).await?);
    }
    let facts = case.facts_for(ctx, conditions(metric), &roots).await?;
    let Some(sums) = sums_of(metric, &event.name, &facts)? else {
        return Ok(Vec::new());
    };
    let whose = credited(metric, case, &facts, event.member, sums);
    shared(ctx, case, event, &metric.id, &slice_of(metric, &facts), whose).await
}

/// The facts by which a metric is kept apart, as one text.
pub fn slice_of(metric: &Metric, facts: &Facts) -> String {
    let mut by: BTreeMap<String, Value> = BTreeMap::new();
    for dimension in &metric.by {
        if let Dimension::Fact(path) = dimension {
            by.insert(
                path.join("."),
                at(facts, path).into_iter().next().cloned().unwrap_or(Value::Null),
            );
        }
    }
    slice(&by)
}

/// All conditions of a metric.
pub fn conditions(metric: &Metric) -> Vec<&Condition> {
    let mut found = Vec::new();
    for count in metric.counts() {
        found.extend(&count.filter);
        if let CountSource::Events { take, .. } = &count.source {
            found.push(condition_of(take));
        }
    }
    found
}

fn condition_of(take: &Take) -> &Condition {
    match take {
        Take::Sum(value) | Take::Mean(value) | Take::Max(value) | Take::Percentile(_, value) => value,
    }
}

/// What an event adds above and below the line; nothing when it does not count.
fn sums_of(metric: &Metric, event: &str, facts: &Facts) -> Result<Option<Sums>, Failure> {
    Ok(match &metric.value {
        MetricValue::Formula(_) => None,
        MetricValue::Count(count) => match (number(count, event, facts)?, takes_mean(count)) {
            (Some(number), true) => Some(Sums {
                numerator_e4: number,
                denominator_e4: SCALE,
            }),
            (Some(number), false) => Some(Sums {
                numerator_e4: number,
                denominator_e4: 0,
            }),
            (None, _) => None,
        },
        MetricValue::Ratio {
            numerator,
            denominator,
        } => {
            let (above, below) = (
                number(numerator, event, facts)?,
                number(denominator, event, facts)?,
            );
            let sums = Sums {
                numerator_e4: above.unwrap_or(0),
                denominator_e4: below.unwrap_or(0),
            };
            (above.is_some() || below.is_some()).then_some(sums)
        }
    })
}

fn takes_mean(count: &Count) -> bool {
    matches!(
        &count.source,
        CountSource::Events {
            take: Take::Mean(_),
            ..
        }
    )
}

fn number(count: &Count, event: &str, facts: &Facts) -> Result<Option<i64>, Failure> {
    let CountSource::Events { events, take } = &count.source else {
        return Ok(None);
    };
    if !events.iter().any(|pattern| pattern.matches(event)) {
        return Ok(None);
    }
    let wrong = |condition: &Condition, error| Failure::broken(format!("{}: {error}", condition.text()));
    if let Some(filter) = &count.filter
        && !filter.judge(facts).map_err(|error| wrong(filter, error))?
    {
        return Ok(None);
    }
    let value = condition_of(take);
    Ok(scaled(&value.value(facts).map_err(|error| wrong(value, error))?))
}

/// Whose it is: the event's actor, or whoever the credit names, by shares. A share that finds nobody is nobody's, so that sums stay whole.
pub fn credited(
    metric: &Metric,
    case: &Case,
    facts: &Facts,
    actor: Option<MemberId>,
    sums: Sums,
) -> Vec<(MemberId, Sums)> {
    if metric.credit.is_empty() {
        return vec![(actor.unwrap_or(NOBODY), sums)];
    }
    let mut shares: BTreeMap<MemberId, Sums> = BTreeMap::new();
    let mut rest = sums;
    for credit in &metric.credit {
        let mut members = members_at(case, facts, &credit.to);
        if members.is_empty() {
            members.push(NOBODY);
        }
        let (above, below) = (
            split(sums.numerator_e4, credit.percent, members.len()),
            split(sums.denominator_e4, credit.percent, members.len()),
        );
        for (member, (numerator_e4, denominator_e4)) in members.into_iter().zip(above.into_iter().zip(below))
        {
            let share = Sums {
                numerator_e4,
                denominator_e4,
            };
            shares.entry(member).or_default().add(share);
            rest.add(share.negated());
        }
    }
    let given: u32 = metric.credit.iter().map(|credit| credit.percent).sum();
    if !rest.is_zero() {
        let to = if given >= 100 {
            shares.keys().next().copied().unwrap_or(NOBODY)
        } else {
            NOBODY
        };
        shares.entry(to).or_default().add(rest);
    }
    shares.into_iter().collect()
}

/// The members that a path leads to: through facts, or the holders of a role in the subject's team.
fn members_at(case: &Case, facts: &Facts, path: &[String]) -> Vec<MemberId> {
    let ids = at(facts, path)
        .into_iter()
        .filter_map(|value| value.as_str()?.parse().ok())
        .map(MemberId);
    let mut members: Vec<MemberId> = Vec::new();
    for member in ids {
        if !members.contains(&member) {
            members.push(member);
        }
    }
    if let ([kind, role], true) = (path, members.is_empty())
        && let Some(one) = case.find(kind)
    {
        members = one.holders(&role.replace('_', "-"));
    }
    members
}

/// Every value at the end of a path of facts, through lists.
pub fn at<'f>(facts: &'f Facts, path: &[String]) -> Vec<&'f Value> {
    let Some((root, way)) = path.split_first() else {
        return Vec::new();
    };
    let mut here: Vec<&Value> = facts.roots.get(root).into_iter().collect();
    for step in way {
        here = here
            .into_iter()
            .flat_map(flat)
            .filter_map(|value| value.get(step))
            .collect();
    }
    here.into_iter()
        .flat_map(flat)
        .filter(|value| !value.is_null())
        .collect()
}

fn flat(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(list) => list.iter().collect(),
        other => vec![other],
    }
}

/// One entry a person, in the department where the person was on that day.
async fn shared(
    ctx: &Context<'_>,
    case: &Case,
    event: &Recorded,
    metric: &str,
    slice: &str,
    whose: Vec<(MemberId, Sums)>,
) -> Result<Vec<entry::Model>, Failure> {
    let day = ctx.book.today(event.happened_at);
    let mut found = Vec::new();
    for ((member, sums), part) in whose.into_iter().zip(0..) {
        found.push(entry::Model {
            source_id: event.id.0,
            metric: metric.to_owned(),
            part,
            pack: case.pack.id.clone(),
            slice: slice.to_owned(),
            member_id: member,
            department_id: department(ctx, member, day, case.department()).await?,
            day,
            at: event.happened_at,
            numerator_e4: sums.numerator_e4,
            denominator_e4: sums.denominator_e4,
            subject_kind: event.subject.kind.clone(),
            subject_id: event.subject.id,
            event_id: event.id,
        });
    }
    Ok(found)
}

/// Where a member was on a day; nobody's is the subject's department's.
pub async fn department(
    ctx: &Context<'_>,
    member: MemberId,
    day: chrono::NaiveDate,
    otherwise: Option<DepartmentId>,
) -> Result<DepartmentId, Failure> {
    let own = if member == NOBODY {
        None
    } else {
        department_of(&ctx.db, member, day).await?
    };
    Ok(own.or(otherwise).unwrap_or(NOWHERE))
}
