//! What is so at the end of a day (`{ each, where }`), counted once a night over every record of a kind, ended ones too. A night in which
//! the house stood still has no count: none is made up later. What a record adds is kept as long as it stays the same (a spell), so that
//! every figure opens exactly the records that it was counted from.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{DateTime, Days, NaiveDate, Utc};
use futures_util::future::BoxFuture;
use sea_orm::sea_query::{Alias, Expr, ExprTrait};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    QueryFilter, QuerySelect, QueryTrait,
};
use uuid::Uuid;
use xianji_platform::{App, Failure, Scope, Subject, Work};
use xianji_policy::model::{Count, CountSource, Metric, MetricValue, Pack};

use super::counting::{self, credited};
use super::entity::{spell, standing};
use super::model::{Key, NOBODY, NOWHERE, SCALE, Sums};
use crate::engine::{Case, Context, Roots};
use crate::obligation::ticks::portion::{Portion, ROWS, is_behind, next_of, remember, round, turn};

/// Rows a statement writes at most.
const PORTION: usize = 500;

/// Counts for the day that has ended, once.
pub fn tick(app: &App, now: DateTime<Utc>) -> BoxFuture<'_, Result<u64, Failure>> {
    Box::pin(async move {
        let book = app.policies();
        let today = book.today(now);
        let Some(day) = today.checked_sub_days(Days::new(1)) else {
            return Ok(0);
        };
        if is_taken(app, day).await? {
            return Ok(0);
        }
        let kinds: BTreeSet<String> = book.versions().flat_map(|(_, pack)| kinds_of(pack)).collect();
        let end = book.standard_calendar().start_of_day(today);
        for kind in &kinds {
            if !walk(app, kind, day, end).await? {
                return Ok(0);
            }
        }
        keep(app, day, &kinds).await
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

/// Visits every record of a kind, in portions. Answers whether the walk has come to its end.
async fn walk(app: &App, kind: &str, day: NaiveDate, end: DateTime<Utc>) -> Result<bool, Failure> {
    let name = format!("standing:{kind}");
    let Some(registered) = app.registry().kinds.get(kind) else {
        return Ok(true);
    };
    loop {
        let portion = Portion::begin();
        let mut round = round(&app.reader(), &name).await?;
        if !is_behind(&round, end) {
            return Ok(true);
        }
        let Some(mut work) = turn(app, "measure.standing").await? else {
            return Ok(false);
        };
        if round.target_at != Some(end) {
            // A walk that an outage cut off was for another day.
            (round.target_at, round.cursor) = (Some(end), None);
        }
        let ids = next_of(&work, (registered.visible)(&Scope::whole()), round.cursor).await?;
        let mut ended = ids.len() < ROWS as usize;
        let known = open_spells(&work, kind, &ids).await?;
        for id in ids {
            round.cursor = Some(id);
            let before = known.get(&id).map(Vec::as_slice).unwrap_or_default();
            visit(&mut work, &Subject::new(kind, id), day, before).await?;
            if portion.is_spent() {
                ended = false;
                break;
            }
        }
        if ended {
            (round.until_at, round.target_at, round.cursor) = (Some(end), None, None);
        }
        remember(&work, &round).await?;
        work.commit().await?;
    }
}

async fn open_spells(
    work: &Work,
    kind: &str,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Vec<spell::Model>>, Failure> {
    let rows = spell::Entity::find()
        .filter(spell::Column::SubjectKind.eq(kind))
        .filter(spell::Column::SubjectId.is_in(ids.iter().copied()))
        .filter(spell::Column::UntilDay.is_null())
        .all(&work.db())
        .await?;
    let mut found: HashMap<Uuid, Vec<spell::Model>> = HashMap::new();
    for row in rows {
        found.entry(row.subject_id).or_default().push(row);
    }
    Ok(found)
}

/// Ends the spells that are no longer so, and begins those that are so from this day on.
async fn visit(
    work: &mut Work,
    subject: &Subject,
    day: NaiveDate,
    before: &[spell::Model],
) -> Result<(), Failure> {
    let now = counted(&Context::of(work), subject, day).await?;
    let over: Vec<Uuid> = before
        .iter()
        .filter(|row| !now.iter().any(|part| part.is(row)))
        .map(|row| row.id)
        .collect();
    if !over.is_empty() {
        end(work, spell::Column::Id.is_in(over).into(), day).await?;
    }
    for part in now {
        if before.iter().any(|row| part.is(row)) {
            continue;
        }
        let row = spell::Model {
            id: work.next_id(),
            metric: part.key.metric,
            subject_kind: subject.kind.clone(),
            subject_id: subject.id,
            department_id: part.key.department,
            member_id: part.key.member,
            slice: part.key.slice,
            pack: part.key.pack,
            numerator_e4: part.sums.numerator_e4,
            denominator_e4: part.sums.denominator_e4,
            from_day: day,
            until_day: None,
        };
        spell::Entity::insert(row.into_active_model().reset_all())
            .exec_without_returning(&work.db())
            .await?;
    }
    Ok(())
}

/// These spells held until this day, which they no longer do.
async fn end(work: &Work, which: sea_orm::Condition, day: NaiveDate) -> Result<(), Failure> {
    spell::Entity::update_many()
        .col_expr(spell::Column::UntilDay, Expr::value(day))
        .filter(spell::Column::UntilDay.is_null())
        .filter(which)
        .exec(&work.db())
        .await?;
    Ok(())
}

/// Sums what stands, and marks the day as counted.
async fn keep(app: &App, day: NaiveDate, kinds: &BTreeSet<String>) -> Result<u64, Failure> {
    let Some(work) = turn(app, "measure.standing").await? else {
        return Ok(0);
    };
    if is_taken(app, day).await? {
        return Ok(0);
    }
    let gone = spell::Column::SubjectKind.is_not_in(kinds.iter().cloned());
    end(&work, gone.into(), day).await?;
    let sums = sums_on(&work, day).await?;
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

async fn sums_on(work: &Work, day: NaiveDate) -> Result<BTreeMap<Key, Sums>, Failure> {
    use spell::Column as C;
    let mut query = spell::Entity::find()
        .select_only()
        .filter(spell::holds_on(day))
        .into_query();
    for column in [C::Metric, C::DepartmentId, C::MemberId, C::Slice, C::Pack] {
        query
            .column(column.as_column_ref())
            .group_by_col(column.as_column_ref());
    }
    for (column, name) in [(C::NumeratorE4, "above"), (C::DenominatorE4, "below")] {
        query.expr_as(column.sum().cast_as("bigint"), Alias::new(name));
    }
    let mut sums = BTreeMap::new();
    for row in work.db().query_all(&query).await? {
        let key = Key {
            metric: row.try_get("", "metric")?,
            day,
            department: row.try_get("", "department_id")?,
            member: row.try_get("", "member_id")?,
            slice: row.try_get("", "slice")?,
            pack: row.try_get("", "pack")?,
        };
        let found = Sums {
            numerator_e4: row.try_get("", "above")?,
            denominator_e4: row.try_get("", "below")?,
        };
        sums.insert(key, found);
    }
    Ok(sums)
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

/// What one record adds to a metric, for one person.
struct Part {
    key: Key,
    sums: Sums,
}

impl Part {
    /// Whether a spell says the same.
    fn is(&self, row: &spell::Model) -> bool {
        let key = &self.key;
        row.metric == key.metric
            && row.department_id == key.department
            && row.member_id == key.member
            && row.slice == key.slice
            && row.pack == key.pack
            && row.numerator_e4 == self.sums.numerator_e4
            && row.denominator_e4 == self.sums.denominator_e4
    }
}

/// All that a record adds under the pack that it keeps.
async fn counted(ctx: &Context<'_>, subject: &Subject, day: NaiveDate) -> Result<Vec<Part>, Failure> {
    let Some(case) = Case::load(ctx, subject).await? else {
        return Ok(Vec::new());
    };
    let mut found = Vec::new();
    let metrics = case.pack.metrics.iter();
    for metric in metrics.filter(|metric| standing_counts(metric).any(|each| each.1 == subject.kind)) {
        add(ctx, &case, metric, day, &mut found).await?;
    }
    Ok(found)
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
    found: &mut Vec<Part>,
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
        found.push(Part { key, sums: share });
    }
    Ok(())
}
