//! Count and sum of projects per owner, department, state and stage: gathered in the unit of work, written once before its commit in key
//! order, so that two writers who move the same sums never wait for each other crosswise.

use std::collections::BTreeMap;

use futures_util::future::BoxFuture;
use sea_orm::ExprTrait;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, OnConflict, Query};
use xianji_platform::{DepartmentId, Failure, MemberId, Work};

use super::entity::tally::{Column, Entity};
use super::model::Project;

/// Where a project is counted, and with how much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    key: Key,
    amount_home: i64,
}

type Key = (MemberId, DepartmentId, String, String);

/// Sums moved so far.
#[derive(Default)]
struct Moved(BTreeMap<Key, (i64, i64)>);

/// Where this project is counted as it stands.
pub fn counted(project: &Project) -> Counted {
    let owner = project.owner_id.unwrap_or(MemberId(Uuid::nil()));
    let department = project.department_id.unwrap_or(DepartmentId(Uuid::nil()));
    Counted {
        key: (
            owner,
            department,
            project.state.word().to_owned(),
            project.stage.clone(),
        ),
        amount_home: project.amount_home.unwrap_or(0),
    }
}

/// Moves a project from where it was counted to where it is counted now.
pub fn moved(work: &mut Work, before: Option<Counted>, after: Counted) {
    let sums = &mut work.shelf::<Moved>().0;
    if let Some(before) = before {
        let sum = sums.entry(before.key).or_default();
        *sum = (sum.0 - 1, sum.1 - before.amount_home);
    }
    let sum = sums.entry(after.key).or_default();
    *sum = (sum.0 + 1, sum.1 + after.amount_home);
}

/// Writes what was gathered.
pub fn write(work: &mut Work) -> BoxFuture<'_, Result<(), Failure>> {
    Box::pin(async move {
        for ((owner, department, state, stage), (count, amount)) in work.take_shelf::<Moved>().0 {
            if (count, amount) == (0, 0) {
                continue;
            }
            let add = Query::insert()
                .into_table(Entity)
                .columns([
                    Column::OwnerId,
                    Column::DepartmentId,
                    Column::State,
                    Column::Stage,
                    Column::Count,
                    Column::AmountHome,
                ])
                .values_panic([
                    owner.into(),
                    department.into(),
                    state.into(),
                    stage.into(),
                    count.into(),
                    amount.into(),
                ])
                .on_conflict(
                    OnConflict::columns([
                        Column::OwnerId,
                        Column::DepartmentId,
                        Column::State,
                        Column::Stage,
                    ])
                    .value(Column::Count, Expr::col((Entity, Column::Count)).add(count))
                    .value(
                        Column::AmountHome,
                        Expr::col((Entity, Column::AmountHome)).add(amount),
                    )
                    .to_owned(),
                )
                .to_owned();
            work.db().execute(&add).await?;
        }
        Ok(())
    })
}
