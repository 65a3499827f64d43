//! Count and sum of projects per owner, department, state and stage: gathered in the unit of work, written once before its commit in key
//! order, so that two writers who move the same sums never wait for each other crosswise.

use std::collections::BTreeMap;

use futures_util::future::BoxFuture;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, OnConflict, Query};
use sea_orm::{ActiveModelTrait, ExprTrait, IntoActiveModel, QuerySelect};
use xianji_platform::database::dialect;
use xianji_platform::{Actor, App, DepartmentId, Failure, MemberId, Work};

use super::entity::tally::{Column, Entity, Model};
use super::entity::{self as project};
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

/// Makes the sums anew from the projects themselves; answers how many were not what they are now. Whoever moves a project meanwhile waits.
pub async fn recount(app: &App) -> Result<u64, Failure> {
    let work = app.begin(Actor::system()).await?;
    let db = work.db();
    dialect::lock_table(&db, "project_tally").await?;
    let known = |rows: Vec<Model>| -> BTreeMap<Key, (i64, i64)> {
        rows.into_iter()
            .map(|row| {
                let key = (row.owner_id, row.department_id, row.state, row.stage);
                (key, (row.count, row.amount_home))
            })
            .filter(|(_, sum)| *sum != (0, 0))
            .collect()
    };
    let before = known(Entity::find().all(&db).await?);
    let now = known(counted_anew(&db).await?);
    let wrong = before
        .iter()
        .filter(|(key, sum)| now.get(*key) != Some(*sum))
        .count()
        + now.keys().filter(|key| !before.contains_key(*key)).count();
    if wrong > 0 {
        Entity::delete_many().exec(&db).await?;
        let rows: Vec<_> = now.into_iter().map(row).collect();
        for part in rows.chunks(500) {
            Entity::insert_many(part.to_vec())
                .exec_without_returning(&db)
                .await?;
        }
        work.commit().await?;
    }
    Ok(u64::try_from(wrong).unwrap_or(u64::MAX))
}

fn row(
    ((owner_id, department_id, state, stage), (count, amount_home)): (Key, (i64, i64)),
) -> super::entity::tally::ActiveModel {
    let row = Model {
        owner_id,
        department_id,
        state,
        stage,
        count,
        amount_home,
    };
    row.into_active_model().reset_all()
}

async fn counted_anew(db: &xianji_platform::Conn<'_>) -> Result<Vec<Model>, Failure> {
    type Row = (
        Option<MemberId>,
        Option<DepartmentId>,
        String,
        String,
        i64,
        Option<i64>,
    );
    let rows: Vec<Row> = project::Entity::find()
        .select_only()
        .columns([
            project::Column::OwnerId,
            project::Column::DepartmentId,
            project::Column::State,
            project::Column::Stage,
        ])
        .column_as(project::Column::Id.count(), "count")
        .column_as(project::Column::AmountHome.sum().cast_as("bigint"), "amount")
        .group_by(project::Column::OwnerId)
        .group_by(project::Column::DepartmentId)
        .group_by(project::Column::State)
        .group_by(project::Column::Stage)
        .into_tuple()
        .all(db)
        .await?;
    let model = |(owner, department, state, stage, count, amount): Row| Model {
        owner_id: owner.unwrap_or(MemberId(Uuid::nil())),
        department_id: department.unwrap_or(DepartmentId(Uuid::nil())),
        state,
        stage,
        count,
        amount_home: amount.unwrap_or(0),
    };
    Ok(rows.into_iter().map(model).collect())
}
