//! Sums of what happened and of what fell due: a range read each, within what the reader may see.

mod figures;

use chrono::NaiveDate;
use sea_orm::sea_query::{Expr, ExprTrait, SelectStatement};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use xianji_kernel::beat::Stretch;
use xianji_platform::{DepartmentId, Failure, MemberId, Reach, Scope};

pub use figures::{counted_by, definition, figure, is_rules_own, last_night, ratio_by_department, value};

use super::entity::{daily, entry};
use super::model::{Counts, Outcome, SCALE, Sums};
use crate::engine::Context;

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
        Self {
            from: stretch.start(),
            to: Ord::min(stretch.end(), today),
        }
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
        Self {
            sight: Some(scope),
            ..Self::default()
        }
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
pub async fn sums(
    ctx: &Context<'_>,
    metrics: &[String],
    days: Days,
    whose: &Whose,
    by: By,
) -> Result<Vec<Group>, Failure> {
    let select = daily_select(daily::Entity::find(), metrics, days, whose, by);
    let mut groups = read(ctx, &select, by).await?;
    if days.to >= ctx.today() {
        for early in read(ctx, &not_yet_due(ctx, metrics, whose, by), by).await? {
            let same = |group: &&mut Group| {
                (
                    &group.metric,
                    &group.slice,
                    group.department,
                    group.member,
                    group.day,
                ) == (
                    &early.metric,
                    &early.slice,
                    early.department,
                    early.member,
                    early.day,
                )
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
    grouped(
        &mut query,
        by,
        [C::Metric, C::Slice],
        [C::DepartmentId, C::MemberId, C::Day],
        [C::NumeratorE4, C::DenominatorE4],
    );
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
    grouped(
        &mut query,
        by,
        [C::Metric, C::Slice],
        [C::DepartmentId, C::MemberId, C::Day],
        [C::NumeratorE4, C::DenominatorE4],
    );
    query
}

/// PostgreSQL sums whole numbers into a `numeric`, hence the cast.
fn grouped<C: ColumnTrait>(
    query: &mut SelectStatement,
    by: By,
    always: [C; 2],
    by_these: [C; 3],
    sums: [C; 2],
) {
    let chosen = by_these
        .into_iter()
        .zip([by.department, by.member, by.day])
        .filter(|(_, wanted)| *wanted)
        .map(|(column, _)| column);
    for column in always.into_iter().chain(chosen) {
        query
            .column(column.as_column_ref())
            .group_by_col(column.as_column_ref());
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
                department: if by.department {
                    Some(row.try_get("", "department_id")?)
                } else {
                    None
                },
                member: if by.member {
                    Some(row.try_get("", "member_id")?)
                } else {
                    None
                },
                day: if by.day {
                    Some(row.try_get("", "day")?)
                } else {
                    None
                },
                sums: Sums {
                    numerator_e4: row.try_get("", "above")?,
                    denominator_e4: row.try_get("", "below")?,
                },
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
