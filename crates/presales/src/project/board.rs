//! The board: what each stage holds, read from the tally, and the first cards of each column.

use std::collections::BTreeMap;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{Condition, ExprTrait, QueryOrder, QuerySelect, QueryTrait};
use xianji_platform::{Conn, Failure, Reach, Scope};

use super::entity::{Column, Entity, State, tally};
use super::model::Project;
use super::queries;

/// How many projects, and what they are worth in minor units of the home currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    pub count: i64,
    pub amount_home: i64,
}

/// Sums by state and stage over all that a scope may see.
pub async fn sums(db: &Conn<'_>, scope: &Scope) -> Result<BTreeMap<(String, String), Sum>, Failure> {
    let mut sums = BTreeMap::new();
    let rows = match scope.reach {
        Some(reach) => {
            let counted = tally::Entity::find().filter(counted(scope, reach));
            counted.filter(tally::Column::Count.ne(0)).all(db).await?
        }
        None => Vec::new(),
    };
    for row in rows {
        add(
            &mut sums,
            row.state,
            row.stage,
            Sum {
                count: row.count,
                amount_home: row.amount_home,
            },
        );
    }
    let all = scope.reach == Some(Reach::Company);
    if !all && (scope.reach > Some(Reach::Own) || !scope.roles.is_empty()) {
        for project in seen_by_name_alone(db, scope).await? {
            let sum = Sum {
                count: 1,
                amount_home: project.amount_home.unwrap_or(0),
            };
            add(&mut sums, project.state.word().to_owned(), project.stage, sum);
        }
    }
    Ok(sums)
}

/// The same over those projects alone that a filter leaves; they are counted one by one.
pub async fn sums_where(
    db: &Conn<'_>,
    scope: &Scope,
    wanted: &Condition,
) -> Result<BTreeMap<(String, String), Sum>, Failure> {
    let rows: Vec<(State, String, i64, Option<i64>)> = queries::visible(scope)
        .filter(wanted.clone())
        .filter(Column::State.is_in([State::Active, State::Won]))
        .select_only()
        .column(Column::State)
        .column(Column::Stage)
        .expr_as(Expr::cust("COUNT(*)"), "held")
        .expr_as(Expr::cust("CAST(SUM(amount_home) AS BIGINT)"), "worth")
        .group_by(Column::State)
        .group_by(Column::Stage)
        .into_tuple()
        .all(db)
        .await?;
    let mut sums = BTreeMap::new();
    for (state, stage, count, worth) in rows {
        let sum = Sum {
            count,
            amount_home: worth.unwrap_or(0),
        };
        add(&mut sums, state.word().to_owned(), stage, sum);
    }
    Ok(sums)
}

fn add(sums: &mut BTreeMap<(String, String), Sum>, state: String, stage: String, more: Sum) {
    let sum = sums.entry((state, stage)).or_default();
    *sum = Sum {
        count: sum.count + more.count,
        amount_home: sum.amount_home + more.amount_home,
    };
}

/// The tally rows that a scope covers whole.
fn counted(scope: &Scope, reach: Reach) -> Condition {
    if reach == Reach::Company {
        return Condition::all();
    }
    let mine = Condition::any().add(tally::Column::OwnerId.eq(scope.member));
    match reach {
        Reach::Department => {
            mine.add_option(scope.department.map(|here| tally::Column::DepartmentId.eq(here)))
        }
        Reach::Tree => mine.add(tally::Column::DepartmentId.is_in(scope.tree.iter().copied())),
        Reach::Own | Reach::Team | Reach::Company => mine,
    }
}

/// The few projects that one sees only because one is named on them.
async fn seen_by_name_alone(db: &Conn<'_>, scope: &Scope) -> Result<Vec<Project>, Failure> {
    let mut by_name = Condition::any();
    by_name = by_name.add_option(queries::in_role(scope).map(|ids| Column::Id.in_subquery(ids)));
    if scope.reach >= Some(Reach::Team) {
        by_name = by_name.add(Column::Id.in_subquery(queries::named_on(scope.member)));
    }
    let mut named = Entity::find().filter(by_name);
    if let Some(reach) = scope.reach {
        let mut covered = Condition::any().add(Column::OwnerId.eq(scope.member));
        covered = match reach {
            Reach::Department => {
                covered.add_option(scope.department.map(|here| Column::DepartmentId.eq(here)))
            }
            Reach::Tree => covered.add(Column::DepartmentId.is_in(scope.tree.iter().copied())),
            Reach::Own | Reach::Team | Reach::Company => covered,
        };
        let ids = Query::select()
            .column(Column::Id)
            .from(Entity)
            .cond_where(covered)
            .to_owned();
        named = named.filter(Column::Id.not_in_subquery(ids));
    }
    Ok(named.all(db).await?)
}

/// Columns of the board, each a state and the id of a stage.
pub type Place = (State, String);

/// The first cards of each column, what moved last standing first. Whoever sees much reads each column from the index that orders it;
/// whoever sees few has them ranked in one pass, because they would be found again for every column.
pub async fn cards(
    db: &Conn<'_>,
    scope: &Scope,
    wanted: &Condition,
    columns: &[Place],
    most: u64,
) -> Result<Vec<Project>, Failure> {
    if columns.is_empty() {
        return Ok(Vec::new());
    }
    let all = queries::visible(scope).filter(wanted.clone());
    let newest = |found: Select<Entity>| found.order_by_desc(Column::UpdatedAt).order_by_desc(Column::Id);
    if scope.reach <= Some(Reach::Team) {
        // Neither the state nor the order of an index may lead away from those few.
        let place =
            "ROW_NUMBER() OVER (PARTITION BY state || ' ' || stage ORDER BY updated_at DESC, id DESC)";
        let ranked = all
            .select_only()
            .column(Column::Id)
            .column(Column::State)
            .expr_as(Expr::cust(place), "place")
            .into_query();
        let first = Query::select()
            .column(Column::Id)
            .from_subquery(ranked, "ranked")
            .and_where(Expr::col("place").lte(most))
            .and_where(Expr::col("state").is_in([State::Active, State::Won]))
            .to_owned();
        let found = Entity::find().filter(Column::Id.in_subquery(first));
        return Ok(newest(found).all(db).await?);
    }
    let mut cards = Vec::new();
    for (state, stage) in columns {
        let column = all
            .clone()
            .filter(Column::State.eq(*state))
            .filter(Column::Stage.eq(stage));
        cards.extend(newest(column).limit(most).all(db).await?);
    }
    Ok(cards)
}
