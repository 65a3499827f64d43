//! What is so at the end of a day (`{ each, where }`), counted once a night. A night in which the house stood still has no count: none is
//! made up later.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Days, NaiveDate, Utc};
use futures_util::future::BoxFuture;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};
use uuid::Uuid;
use xianji_platform::{Actor, App, Failure, Subject, lease};
use xianji_policy::model::{Count, CountSource, Metric, MetricValue, Pack};

use super::counting::{self, credited};
use super::entity::standing;
use super::model::{Key, NOBODY, NOWHERE, SCALE, Sums};
use crate::engine::{Case, Context, Roots};

/// Rows a statement writes at most.
const PORTION: usize = 500;

/// Counts for the day that has ended, once.
pub fn tick(app: &App, now: DateTime<Utc>) -> BoxFuture<'_, Result<u64, Failure>> {
    Box::pin(async move {
        let book = app.policies();
        let Some(day) = book.today(now).checked_sub_days(Days::new(1)) else {
            return Ok(0);
        };
        if is_taken(app, day).await? {
            return Ok(0);
        }
        let sums = count(&Context::read(app), day).await?;
        keep(app, now, day, sums).await
    })
}

/// The mark of a day is a row without a metric.
fn mark(day: NaiveDate) -> Key {
    Key {
        metric: String::new(),
        day,
        department: NOWHERE,
        member: NOBODY,
        slice: String::new(),
        pack: String::new(),
    }
}

async fn is_taken(app: &App, day: NaiveDate) -> Result<bool, Failure> {
    let mark = mark(day);
    let key = (
        mark.metric,
        mark.day,
        mark.department,
        mark.member,
        mark.slice,
        mark.pack,
    );
    Ok(standing::Entity::find_by_id(key)
        .one(&app.reader())
        .await?
        .is_some())
}

async fn keep(
    app: &App,
    now: DateTime<Utc>,
    day: NaiveDate,
    sums: BTreeMap<Key, Sums>,
) -> Result<u64, Failure> {
    let work = app.begin(Actor::system()).await?;
    if !lease::take(work.tx(), "measure.standing", now).await? || is_taken(app, day).await? {
        return Ok(0);
    }
    let number = sums.len() as u64;
    let rows: Vec<_> = sums
        .into_iter()
        .chain([(mark(day), Sums::default())])
        .map(row)
        .collect();
    for part in rows.chunks(PORTION) {
        standing::Entity::insert_many(part.to_vec())
            .exec_without_returning(&work.db())
            .await?;
    }
    work.commit().await?;
    Ok(number)
}

fn row((key, sums): (Key, Sums)) -> standing::ActiveModel {
    standing::ActiveModel {
        metric: Set(key.metric),
        day: Set(key.day),
        department_id: Set(key.department),
        member_id: Set(key.member),
        slice: Set(key.slice),
        pack: Set(key.pack),
        numerator_e4: Set(sums.numerator_e4),
        denominator_e4: Set(sums.denominator_e4),
    }
}

/// Walks every record of the kinds that some metric counts.
async fn count(ctx: &Context<'_>, day: NaiveDate) -> Result<BTreeMap<Key, Sums>, Failure> {
    let kinds: BTreeSet<String> = ctx.book.versions().flat_map(|(_, pack)| kinds_of(pack)).collect();
    let mut all: BTreeMap<Key, Sums> = BTreeMap::new();
    for kind in kinds {
        let Some(registered) = ctx.app.registry().kinds.get(kind.as_str()) else {
            continue;
        };
        for row in ctx.db.query_all(&(registered.running)()).await? {
            let id: Uuid = row.try_get_by_index(0)?;
            let Some(case) = Case::load(ctx, &Subject::new(&kind, id)).await? else {
                continue;
            };
            for metric in case
                .pack
                .metrics
                .iter()
                .filter(|metric| standing_counts(metric).any(|each| each.1 == kind))
            {
                add(ctx, &case, metric, day, &mut all).await?;
            }
        }
    }
    Ok(all)
}

fn kinds_of(pack: &Pack) -> Vec<String> {
    pack.metrics
        .iter()
        .flat_map(|metric| standing_counts(metric).map(|(_, kind)| kind.to_owned()))
        .collect()
}

fn standing_counts(metric: &Metric) -> impl Iterator<Item = (&Count, &str)> {
    metric
        .counts()
        .into_iter()
        .filter_map(|count| match &count.source {
            CountSource::Each(each) => Some((count, each.subject())),
            CountSource::Events { .. } => None,
        })
}

async fn add(
    ctx: &Context<'_>,
    case: &Case,
    metric: &Metric,
    day: NaiveDate,
    all: &mut BTreeMap<Key, Sums>,
) -> Result<(), Failure> {
    let facts = case
        .facts_for(ctx, counting::conditions(metric), &Roots::none())
        .await?;
    let holds = |count: &Count| -> Result<i64, Failure> {
        let CountSource::Each(each) = &count.source else {
            return Ok(0);
        };
        if each.subject() != case.subject().kind {
            return Ok(0);
        }
        let holds = match &count.filter {
            Some(filter) => filter
                .judge(&facts)
                .map_err(|error| Failure::broken(format!("{}: {error}", filter.text())))?,
            None => true,
        };
        Ok(if holds { SCALE } else { 0 })
    };
    let sums = match &metric.value {
        MetricValue::Count(count) => Sums {
            numerator_e4: holds(count)?,
            denominator_e4: 0,
        },
        MetricValue::Ratio {
            numerator,
            denominator,
        } => Sums {
            numerator_e4: holds(numerator)?,
            denominator_e4: holds(denominator)?,
        },
        MetricValue::Formula(_) => return Ok(()),
    };
    if sums.is_zero() {
        return Ok(());
    }
    let slice = counting::slice_of(metric, &facts);
    for (member, share) in credited(metric, case, &facts, case.facts.owner, sums) {
        let department = match case.facts.department.filter(|_| metric.credit.is_empty()) {
            Some(department) => department,
            None => counting::department(ctx, member, day, case.department()).await?,
        };
        let key = Key {
            metric: metric.id.clone(),
            day,
            department,
            member,
            slice: slice.clone(),
            pack: case.pack.id.clone(),
        };
        all.entry(key).or_default().add(share);
    }
    Ok(())
}
