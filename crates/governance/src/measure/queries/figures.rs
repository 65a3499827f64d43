//! What metrics come to, out of sums, standing counts, entries and each other.

use std::sync::Arc;

use chrono::NaiveDate;
use futures_util::future::BoxFuture;
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::{Value, json};
use xianji_kernel::beat::{Period, Stretch};
use xianji_platform::{DepartmentId, Failure, MemberId};
use xianji_policy::condition::{self, Facts, Reference};
use xianji_policy::model::{Count, CountSource, Metric, MetricValue, Pack, SettingValue, Take};

use super::{By, Days, Whose, counts, sums};
use crate::engine::{COMPANY, Case, Context};
use crate::measure::entity::{entry, standing};
use crate::measure::model::{Sums, plain, rank_of};

/// How deep formulas over formulas are followed.
const HEIGHT: u8 = 8;

/// Whether a metric is a rule's own, and not one that a pack defines.
pub fn is_rules_own(metric: &str) -> bool {
    metric.contains(':')
}

/// What a pack says of a metric: the company's, else any in force, else any that ever was.
pub fn definition(ctx: &Context<'_>, metric: &str) -> Option<(Arc<Pack>, Metric)> {
    let company = ctx.book.company_pack(ctx.today()).map(|(_, pack)| pack.clone());
    let in_force = ctx
        .book
        .all_in_force(ctx.today())
        .into_iter()
        .map(|(_, pack, _)| pack);
    let ever = ctx.book.versions().map(|(_, pack)| pack.clone());
    company.into_iter().chain(in_force).chain(ever).find_map(|pack| {
        let found = pack.metrics.get(metric).cloned()?;
        Some((pack, found))
    })
}

/// A metric's value; nothing when nothing was due or happened. Ratios and compliance are percentages, money is in minor units.
pub async fn figure(
    ctx: &Context<'_>,
    metric: &str,
    days: Days,
    whose: &Whose,
) -> Result<Option<f64>, Failure> {
    deep(ctx, metric.to_owned(), days, whose, HEIGHT).await
}

fn deep<'a>(
    ctx: &'a Context<'_>,
    metric: String,
    days: Days,
    whose: &'a Whose,
    height: u8,
) -> BoxFuture<'a, Result<Option<f64>, Failure>> {
    Box::pin(async move {
        if is_rules_own(&metric) {
            let groups = sums(ctx, &[metric], days, whose, By::default()).await?;
            return Ok(counts(&groups).percent());
        }
        let Some((pack, defined)) = definition(ctx, &metric) else {
            return Ok(None);
        };
        match &defined.value {
            MetricValue::Count(count) => one_count(ctx, &defined, count, days, whose).await,
            MetricValue::Ratio {
                numerator,
                denominator,
            } => ratio(ctx, &defined.id, numerator, denominator, days, whose).await,
            MetricValue::Formula(formula) => {
                if height == 0 {
                    return Ok(None);
                }
                let mut facts = Facts::default();
                for reference in formula.references() {
                    let answer = match reference {
                        Reference::Metric { id, period, back } => {
                            let days = back_from(days, *period, *back, ctx.today());
                            let value = deep(ctx, id.clone(), days, whose, height - 1).await?;
                            typed(definition(ctx, id).as_ref().map(|(_, metric)| metric), value)
                        }
                        Reference::Setting(id) => pack.setting(id).map_or(Value::Null, setting),
                        _ => Value::Null,
                    };
                    facts.answers.insert(reference.clone(), answer);
                }
                let value = formula
                    .value(&facts)
                    .map_err(|error| Failure::broken(format!("metric {metric}: {error}")))?;
                Ok(value.as_f64())
            }
        }
    })
}

/// `metric('x', 'month', 0)` in a formula is the period asked for; `-1` the month before it.
fn back_from(days: Days, period: condition::Period, back: u32, today: NaiveDate) -> Days {
    if back == 0 {
        days
    } else {
        Days::of(&stretch(period, days.from).previous(back), today)
    }
}

fn stretch(period: condition::Period, day: NaiveDate) -> Stretch {
    match period {
        condition::Period::Day => Period::Day,
        condition::Period::Week => Period::Week,
        condition::Period::Month => Period::Month,
        condition::Period::Quarter => Period::Quarter,
        condition::Period::Year => Period::Year,
    }
    .containing(day)
}

async fn one_count(
    ctx: &Context<'_>,
    metric: &Metric,
    count: &Count,
    days: Days,
    whose: &Whose,
) -> Result<Option<f64>, Failure> {
    match &count.source {
        CountSource::Each(_) => Ok(stood(ctx, &metric.id, days, whose)
            .await?
            .map(|sums| plain(sums.numerator_e4))),
        CountSource::Events { take, .. } => match take {
            Take::Sum(_) => Ok(Some(plain(
                total(ctx, &metric.id, days, whose).await?.numerator_e4,
            ))),
            Take::Mean(_) => Ok(total(ctx, &metric.id, days, whose).await?.quotient()),
            Take::Max(_) => ranked(ctx, &metric.id, 100, days, whose).await,
            Take::Percentile(rank, _) => ranked(ctx, &metric.id, *rank, days, whose).await,
        },
    }
}

async fn ratio(
    ctx: &Context<'_>,
    metric: &str,
    numerator: &Count,
    denominator: &Count,
    days: Days,
    whose: &Whose,
) -> Result<Option<f64>, Failure> {
    let stands = |count: &Count| matches!(count.source, CountSource::Each(_));
    let moved = total(ctx, metric, days, whose).await?;
    let standing = if stands(numerator) || stands(denominator) {
        stood(ctx, metric, days, whose).await?.unwrap_or_default()
    } else {
        moved
    };
    let sums = Sums {
        numerator_e4: if stands(numerator) {
            standing.numerator_e4
        } else {
            moved.numerator_e4
        },
        denominator_e4: if stands(denominator) {
            standing.denominator_e4
        } else {
            moved.denominator_e4
        },
    };
    Ok(sums.quotient().map(|share| share * 100.0))
}

async fn total(ctx: &Context<'_>, metric: &str, days: Days, whose: &Whose) -> Result<Sums, Failure> {
    let mut all = Sums::default();
    for group in sums(ctx, &[metric.to_owned()], days, whose, By::default()).await? {
        all.add(group.sums);
    }
    Ok(all)
}

/// What stood at the end of the last night of these days on which it was counted.
async fn stood(ctx: &Context<'_>, metric: &str, days: Days, whose: &Whose) -> Result<Option<Sums>, Failure> {
    let rows = stood_rows(ctx, metric, days, whose).await?;
    Ok(rows.map(|rows| {
        let mut all = Sums::default();
        for row in rows {
            all.add(Sums {
                numerator_e4: row.numerator_e4,
                denominator_e4: row.denominator_e4,
            });
        }
        all
    }))
}

/// The last of these days whose end was counted.
pub async fn last_night(ctx: &Context<'_>, days: Days) -> Result<Option<NaiveDate>, Failure> {
    use standing::Column as C;
    Ok(standing::Entity::find()
        .select_only()
        .column(C::Day)
        .filter(C::Metric.eq(""))
        .filter(C::Day.between(days.from, days.to))
        .order_by_desc(C::Day)
        .limit(1)
        .into_tuple()
        .one(&ctx.db)
        .await?)
}

/// The night is found by its mark, so that a night on which nothing stood is a zero and one that was not counted is none.
async fn stood_rows(
    ctx: &Context<'_>,
    metric: &str,
    days: Days,
    whose: &Whose,
) -> Result<Option<Vec<standing::Model>>, Failure> {
    use standing::Column as C;
    let Some(last) = last_night(ctx, days).await? else {
        return Ok(None);
    };
    let rows = standing::Entity::find()
        .filter(C::Metric.eq(metric))
        .filter(C::Day.eq(last))
        .filter(whose.condition(C::DepartmentId, C::MemberId))
        .all(&ctx.db)
        .await?;
    Ok(Some(rows))
}

/// The value of a rank among the entries of these days.
async fn ranked(
    ctx: &Context<'_>,
    metric: &str,
    percentile: u8,
    days: Days,
    whose: &Whose,
) -> Result<Option<f64>, Failure> {
    use entry::Column as C;
    let entries = entry::Entity::find()
        .select_only()
        .column(C::NumeratorE4)
        .filter(C::Metric.eq(metric))
        .filter(C::Day.between(days.from, days.to))
        .filter(whose.condition(C::DepartmentId, C::MemberId));
    let counted = Query::select()
        .expr_as(Expr::cust("COUNT(*)"), "n")
        .from_subquery(sea_orm::QueryTrait::into_query(entries.clone()), "counted")
        .to_owned();
    let number: i64 = ctx
        .db
        .query_one(&counted)
        .await?
        .map_or(Ok(0), |row| row.try_get("", "n"))?;
    let Some(place) = rank_of(percentile, u64::try_from(number).unwrap_or(0)) else {
        return Ok(None);
    };
    let value: Option<i64> = entries
        .order_by_asc(C::NumeratorE4)
        .offset(place)
        .limit(1)
        .into_tuple()
        .one(&ctx.db)
        .await?;
    Ok(value.map(plain))
}

/// A metric's value of the period so many periods back, for conditions: a member's own on a member, a department's on a department or a
/// rule without record, the company's on everything else; null when nothing was due.
pub async fn value(
    ctx: &Context<'_>,
    case: &Case,
    metric: &str,
    period: condition::Period,
    back: u32,
) -> Result<Value, Failure> {
    let subject = case.subject();
    let mut whose = Whose::default();
    match subject.kind.as_str() {
        "member" => whose.member = Some(MemberId(subject.id)),
        "department" | COMPANY => whose.departments = Some(ctx.book.tree().below(DepartmentId(subject.id))),
        _ => {}
    }
    let days = Days::of(&stretch(period, ctx.today()).previous(back), ctx.today());
    let value = figure(ctx, metric, days, &whose).await?;
    Ok(typed(case.pack.metrics.get(metric), value))
}

/// As conditions take it: money and percentages are whole numbers.
fn typed(metric: Option<&Metric>, value: Option<f64>) -> Value {
    let Some(value) = value else { return Value::Null };
    let whole = metric.is_none_or(|metric| {
        metric.unit.as_deref() == Some("money") || matches!(metric.value, MetricValue::Ratio { .. })
    });
    if whole || value.fract() == 0.0 {
        json!(rounded(value))
    } else {
        json!(value)
    }
}

#[expect(clippy::cast_possible_truncation, reason = "figures stay below 2^53")]
fn rounded(value: f64) -> i64 {
    value.round_ties_even() as i64
}

fn setting(value: &SettingValue) -> Value {
    match value {
        SettingValue::Number(number) => json!(number),
        SettingValue::Percent(percent) => json!(percent),
        SettingValue::Money(money) => json!(money.amount()),
        SettingValue::Flag(flag) => json!(flag),
        SettingValue::Text(text) | SettingValue::Choice(text) => json!(text),
        SettingValue::Duration(span) => json!(span.to_string()),
    }
}

/// The metrics whose entries a metric is made of: itself, or those under its formula.
pub fn counted_by(ctx: &Context<'_>, metric: &str) -> Vec<String> {
    let (mut found, mut next) = (Vec::new(), vec![metric.to_owned()]);
    while let Some(here) = next.pop() {
        if found.contains(&here) || found.len() > 50 {
            continue;
        }
        if let Some((_, defined)) = definition(ctx, &here)
            && let MetricValue::Formula(formula) = &defined.value
        {
            next.extend(
                formula
                    .references()
                    .iter()
                    .filter_map(|reference| match reference {
                        Reference::Metric { id, .. } => Some(id.clone()),
                        _ => None,
                    }),
            );
        }
        found.push(here);
    }
    found
}

/// Numerator and denominator of a ratio by department; empty for a metric that is none.
pub async fn ratio_by_department(
    ctx: &Context<'_>,
    metric: &Metric,
    days: Days,
    whose: &Whose,
) -> Result<Vec<(DepartmentId, Sums)>, Failure> {
    let MetricValue::Ratio {
        numerator,
        denominator,
    } = &metric.value
    else {
        return Ok(Vec::new());
    };
    let stands = |count: &Count| matches!(count.source, CountSource::Each(_));
    let (above, below) = (stands(numerator), stands(denominator));
    let mut found = Vec::new();
    if !above || !below {
        let by = By {
            department: true,
            ..By::default()
        };
        for group in sums(ctx, std::slice::from_ref(&metric.id), days, whose, by).await? {
            let side = |stands: bool, sum: i64| if stands { 0 } else { sum };
            let sums = Sums {
                numerator_e4: side(above, group.sums.numerator_e4),
                denominator_e4: side(below, group.sums.denominator_e4),
            };
            found.extend(group.department.map(|department| (department, sums)));
        }
    }
    if above || below {
        for row in stood_rows(ctx, &metric.id, days, whose)
            .await?
            .unwrap_or_default()
        {
            let side = |stands: bool, sum: i64| if stands { sum } else { 0 };
            let sums = Sums {
                numerator_e4: side(above, row.numerator_e4),
                denominator_e4: side(below, row.denominator_e4),
            };
            found.push((row.department_id, sums));
        }
    }
    Ok(found)
}
