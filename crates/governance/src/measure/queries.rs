//! Figures out of daily sums, standing counts and entries: a range read each, within what the reader may see.

use std::sync::Arc;

use chrono::NaiveDate;
use futures_util::future::BoxFuture;
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::{Value, json};
use xianji_kernel::beat::{Period, Stretch};
use xianji_platform::{DepartmentId, Failure, MemberId, Reach, Scope};
use xianji_policy::condition::{self, Facts, Reference};
use xianji_policy::model::{Count, CountSource, Metric, MetricValue, Pack, SettingValue, Take};

use super::entity::{daily, entry, standing};
use super::model::{Counts, Outcome, SCALE, Sums, plain, rank_of};
use crate::engine::{COMPANY, Case, Context};

/// How deep formulas over formulas are followed.
const HEIGHT: u8 = 8;

/// Which days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// The first.
    pub from: NaiveDate,
    /// The last, included.
    pub to: NaiveDate,
}

impl Days {
    /// The days of a period, up to today: what falls due later is not due yet.
    pub fn of(stretch: &Stretch, today: NaiveDate) -> Self {
        Self { from: stretch.start(), to: Ord::min(stretch.end(), today) }
    }
}

/// Whose figures.
#[derive(Clone, Debug, Default)]
pub struct Whose {
    /// Of these departments alone.
    pub departments: Option<Vec<DepartmentId>>,
    /// Of this member alone.
    pub member: Option<MemberId>,
    /// What the reader may see; without, everything.
    pub sight: Option<Scope>,
}

impl Whose {
    /// Everything that a reader may see.
    pub fn seen_by(scope: Scope) -> Self {
        Self { sight: Some(scope), ..Self::default() }
    }

    /// As a condition over a table of measures.
    pub fn condition<C: ColumnTrait>(&self, department: C, member: C) -> Condition {
        let mut all = Condition::all();
        if let Some(departments) = &self.departments {
            all = all.add(department.is_in(departments.iter().copied()));
        }
        if let Some(one) = self.member {
            all = all.add(member.eq(one));
        }
        if let Some(scope) = &self.sight {
            all = all.add(sight(scope, department, member));
        }
        all
    }
}

/// One sees one's own figures, those of one's department, of the tree below it, or all.
fn sight<C: ColumnTrait>(scope: &Scope, department: C, member: C) -> Condition {
    let own = scope.member.map(|one| member.eq(one));
    let any = Condition::any().add_option(own);
    match scope.reach {
        None => Condition::all().add(Expr::value(1).eq(0)),
        Some(Reach::Own | Reach::Team) => any.add(Expr::value(1).eq(0)),
        Some(Reach::Department) => any.add(department.is_in(scope.department)),
        Some(Reach::Tree) => any.add(department.is_in(scope.tree.iter().copied())),
        Some(Reach::Company) => Condition::all(),
    }
}

/// Sums of one group; a part by which was not grouped is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The metric.
    pub metric: String,
    /// Outcome or facts.
    pub slice: String,
    /// The department.
    pub department: Option<DepartmentId>,
    /// The member.
    pub member: Option<MemberId>,
    /// The day.
    pub day: Option<NaiveDate>,
    /// What it comes to.
    pub sums: Sums,
}

/// By what sums are kept apart, beside metric and slice.
#[derive(Clone, Copy, Debug, Default)]
pub struct By {
    /// By department.
    pub department: bool,
    /// By member.
    pub member: bool,
    /// By day.
    pub day: bool,
}

/// Sums of what happened, and of what fell due up to this moment.
pub async fn sums(ctx: &Context<'_>, metrics: &[String], days: Days, whose: &Whose, by: By) -> Result<Vec<Group>, Failure> {
    let select = daily_select(daily::Entity::find(), metrics, days, whose, by);
    let mut groups = read(ctx, &select, by).await?;
    if days.to >= ctx.today() {
        for early in read(ctx, &not_yet_due(ctx, metrics, whose, by), by).await? {
            let same = |group: &&mut Group| {
                (&group.metric, &group.slice, group.department, group.member, group.day)
                    == (&early.metric, &early.slice, early.department, early.member, early.day)
            };
            if let Some(group) = groups.iter_mut().find(same) {
                group.sums.add(early.sums.negated());
            }
        }
    }
    groups.retain(|group| !group.sums.is_zero());
    Ok(groups)
}

fn daily_select(
    select: sea_orm::Select<daily::Entity>,
    metrics: &[String],
    days: Days,
    whose: &Whose,
    by: By,
) -> SelectStatement {
    use daily::Column as C;
    let mut query = sea_orm::QueryTrait::into_query(
        select
            .select_only()
            .filter(C::Metric.is_in(metrics))
            .filter(C::Day.between(days.from, days.to))
            .filter(whose.condition(C::DepartmentId, C::MemberId)),
    );
    grouped(&mut query, by, [C::Metric, C::Slice], [C::DepartmentId, C::MemberId, C::Day], [C::NumeratorE4, C::DenominatorE4]);
    query
}

/// Obligations that fall due today, but later than now.
fn not_yet_due(ctx: &Context<'_>, metrics: &[String], whose: &Whose, by: By) -> SelectStatement {
    use entry::Column as C;
    let mut query = sea_orm::QueryTrait::into_query(
        entry::Entity::find()
            .select_only()
            .filter(C::Metric.is_in(metrics))
            .filter(C::Day.eq(ctx.today()))
            .filter(C::At.gt(ctx.now))
            .filter(whose.condition(C::DepartmentId, C::MemberId)),
    );
    grouped(&mut query, by, [C::Metric, C::Slice], [C::DepartmentId, C::MemberId, C::Day], [C::NumeratorE4, C::DenominatorE4]);
    query
}

/// PostgreSQL sums whole numbers into a `numeric`, hence the cast.
fn grouped<C: ColumnTrait>(query: &mut SelectStatement, by: By, always: [C; 2], by_these: [C; 3], sums: [C; 2]) {
    let chosen = by_these.into_iter().zip([by.department, by.member, by.day]).filter(|(_, wanted)| *wanted).map(|(column, _)| column);
    for column in always.into_iter().chain(chosen) {
        query.column(column.as_column_ref()).group_by_col(column.as_column_ref());
    }
    for (column, name) in sums.into_iter().zip(["above", "below"]) {
        query.expr_as(column.sum().cast_as("bigint"), name);
    }
}

async fn read(ctx: &Context<'_>, select: &SelectStatement, by: By) -> Result<Vec<Group>, Failure> {
    let rows = ctx.db.query_all(select).await?;
    rows.into_iter()
        .map(|row| {
            Ok(Group {
                metric: row.try_get("", "metric")?,
                slice: row.try_get("", "slice")?,
                department: if by.department { Some(row.try_get("", "department_id")?) } else { None },
                member: if by.member { Some(row.try_get("", "member_id")?) } else { None },
                day: if by.day { Some(row.try_get("", "day")?) } else { None },
                sums: Sums { numerator_e4: row.try_get("", "above")?, denominator_e4: row.try_get("", "below")? },
            })
        })
        .collect()
}

/// How many ended how, of the groups of one or several rules.
pub fn counts<'g>(groups: impl IntoIterator<Item = &'g Group>) -> Counts {
    let mut counts = Counts::default();
    for group in groups {
        if let Some(outcome) = Outcome::of(&group.slice) {
            counts.add(outcome, group.sums.numerator_e4 / SCALE);
        }
    }
    counts
}

/// Whether a metric is a rule's own, and not one that a pack defines.
pub fn is_rules_own(metric: &str) -> bool {
    metric.contains(':')
}

/// What a pack says of a metric: the company's, else any in force, else any that ever was.
pub fn definition(ctx: &Context<'_>, metric: &str) -> Option<(Arc<Pack>, Metric)> {
    let company = ctx.book.company_pack(ctx.today()).map(|(_, pack)| pack.clone());
    let in_force = ctx.book.all_in_force(ctx.today()).into_iter().map(|(_, pack, _)| pack);
    let ever = ctx.book.versions().map(|(_, pack)| pack.clone());
    company.into_iter().chain(in_force).chain(ever).find_map(|pack| {
        let found = pack.metrics.get(metric).cloned()?;
        Some((pack, found))
    })
}

/// A metric's value; nothing when nothing was due or happened. Ratios and compliance are percentages, money is in minor units.
pub async fn figure(ctx: &Context<'_>, metric: &str, days: Days, whose: &Whose) -> Result<Option<f64>, Failure> {
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
        let Some((pack, defined)) = definition(ctx, &metric) else { return Ok(None) };
        match &defined.value {
            MetricValue::Count(count) => one_count(ctx, &defined, count, days, whose).await,
            MetricValue::Ratio { numerator, denominator } => ratio(ctx, &defined.id, numerator, denominator, days, whose).await,
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
                let value = formula.value(&facts).map_err(|error| Failure::broken(format!("metric {metric}: {error}")))?;
                Ok(value.as_f64())
            }
        }
    })
}

/// `metric('x', 'month', 0)` in a formula is the period asked for; `-1` the month before it.
fn back_from(days: Days, period: condition::Period, back: u32, today: NaiveDate) -> Days {
    if back == 0 { days } else { Days::of(&stretch(period, days.from).previous(back), today) }
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
        CountSource::Each(_) => Ok(stood(ctx, &metric.id, days, whose).await?.map(|sums| plain(sums.numerator_e4))),
        CountSource::Events { take, .. } => match take {
            Take::Sum(_) => Ok(Some(plain(total(ctx, &metric.id, days, whose).await?.numerator_e4))),
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
    let standing =
        if stands(numerator) || stands(denominator) { stood(ctx, metric, days, whose).await?.unwrap_or_default() } else { moved };
    let sums = Sums {
        numerator_e4: if stands(numerator) { standing.numerator_e4 } else { moved.numerator_e4 },
        denominator_e4: if stands(denominator) { standing.denominator_e4 } else { moved.denominator_e4 },
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
pub async fn stood(ctx: &Context<'_>, metric: &str, days: Days, whose: &Whose) -> Result<Option<Sums>, Failure> {
    let rows = stood_rows(ctx, metric, days, whose).await?;
    Ok(rows.map(|rows| {
        let mut all = Sums::default();
        for row in rows {
            all.add(Sums { numerator_e4: row.numerator_e4, denominator_e4: row.denominator_e4 });
        }
        all
    }))
}

/// The night is found by its mark, so that a night on which nothing stood is a zero and one that was not counted is none.
async fn stood_rows(
    ctx: &Context<'_>,
    metric: &str,
    days: Days,
    whose: &Whose,
) -> Result<Option<Vec<standing::Model>>, Failure> {
    use standing::Column as C;
    let last: Option<NaiveDate> = standing::Entity::find()
        .select_only()
        .column(C::Day)
        .filter(C::Metric.eq(""))
        .filter(C::Day.between(days.from, days.to))
        .order_by_desc(C::Day)
        .limit(1)
        .into_tuple()
        .one(&ctx.db)
        .await?;
    let Some(last) = last else { return Ok(None) };
    let rows = standing::Entity::find()
        .filter(C::Metric.eq(metric))
        .filter(C::Day.eq(last))
        .filter(whose.condition(C::DepartmentId, C::MemberId))
        .all(&ctx.db)
        .await?;
    Ok(Some(rows))
}

/// The value of a rank among the entries of these days.
async fn ranked(ctx: &Context<'_>, metric: &str, percentile: u8, days: Days, whose: &Whose) -> Result<Option<f64>, Failure> {
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
    let number: i64 = ctx.db.query_one(&counted).await?.map_or(Ok(0), |row| row.try_get("", "n"))?;
    let Some(place) = rank_of(percentile, u64::try_from(number).unwrap_or(0)) else { return Ok(None) };
    let value: Option<i64> =
        entries.order_by_asc(C::NumeratorE4).offset(place).limit(1).into_tuple().one(&ctx.db).await?;
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
    if whole || value.fract() == 0.0 { json!(rounded(value)) } else { json!(value) }
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
            next.extend(formula.references().iter().filter_map(|reference| match reference {
                Reference::Metric { id, .. } => Some(id.clone()),
                _ => None,
            }));
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
    let MetricValue::Ratio { numerator, denominator } = &metric.value else { return Ok(Vec::new()) };
    let stands = |count: &Count| matches!(count.source, CountSource::Each(_));
    let (above, below) = (stands(numerator), stands(denominator));
    let mut found = Vec::new();
    if !above || !below {
        let by = By { department: true, ..By::default() };
        for group in sums(ctx, std::slice::from_ref(&metric.id), days, whose, by).await? {
            let side = |stands: bool, sum: i64| if stands { 0 } else { sum };
            let sums =
                Sums { numerator_e4: side(above, group.sums.numerator_e4), denominator_e4: side(below, group.sums.denominator_e4) };
            found.extend(group.department.map(|department| (department, sums)));
        }
    }
    if above || below {
        for row in stood_rows(ctx, &metric.id, days, whose).await?.unwrap_or_default() {
            let side = |stands: bool, sum: i64| if stands { sum } else { 0 };
            let sums = Sums { numerator_e4: side(above, row.numerator_e4), denominator_e4: side(below, row.denominator_e4) };
            found.push((row.department_id, sums));
        }
    }
    Ok(found)
}
