//! Reads of imports.

use sea_orm::entity::prelude::*;
use sea_orm::{Condition, QueryOrder, QuerySelect, Select};

use super::entity::row::Outcome;
use super::entity::{Column, Entity, ImportState, Model as ImportRun, mapping, row};
use crate::database::Conn;
use crate::failure::Failure;
use crate::id::{ImportRunId, MemberId};
use crate::identity::Scope;
use crate::list::{self, Context, Field, FieldKind, ListQuery, Paged, Shape};
use crate::record::rows::within;
use crate::work::Work;

/// One's own, and what a scope may see beyond.
pub fn visible(scope: &Scope) -> Select<Entity> {
    let seen = within(scope, Column::Id, Column::OwnerId, Column::DepartmentId, None);
    let mine = scope.member.map(|member| Column::OwnerId.eq(member));
    Entity::find().filter(Condition::any().add(seen).add_option(mine))
}

/// One that the scope may see.
pub async fn find(db: &Conn<'_>, scope: &Scope, id: ImportRunId) -> Result<ImportRun, Failure> {
    let found = visible(scope).filter(Column::Id.eq(id)).one(db).await?;
    found.ok_or_else(|| Failure::not_found("import_run"))
}

/// The same, its row locked until the end of the unit of work.
pub(super) async fn lock(work: &Work, scope: &Scope, id: ImportRunId) -> Result<ImportRun, Failure> {
    let mut select = visible(scope).filter(Column::Id.eq(id));
    if crate::database::dialect::lock_rows(work.tx()) {
        select = select.lock_exclusive();
    }
    let found = select.one(&work.db()).await?;
    found.ok_or_else(|| Failure::not_found("import_run"))
}

/// One as it is now.
pub async fn read(db: &Conn<'_>, id: ImportRunId) -> Result<ImportRun, Failure> {
    let found = Entity::find_by_id(id).one(db).await?;
    found.ok_or_else(|| Failure::not_found("import_run"))
}

/// A page of them, newest first.
pub async fn page(
    db: &Conn<'_>,
    scope: &Scope,
    query: &ListQuery,
    context: &Context,
) -> Result<Paged<ImportRun>, Failure> {
    list::page(db, visible(scope), &shape(), query, context, "-created_at").await
}

fn shape() -> Shape<Entity> {
    Shape {
        fields: vec![
            Field::column("kind", FieldKind::Choice, Column::Kind),
            Field::column("state", FieldKind::Choice, Column::State),
            Field::maybe("owner", FieldKind::Member, Column::OwnerId),
            Field::column("created_at", FieldKind::Instant, Column::CreatedAt),
        ],
        id: Column::Id,
        search: None,
    }
}

/// Those that are worked on, oldest first.
pub(super) async fn worked_on(db: &Conn<'_>) -> Result<Vec<ImportRun>, Failure> {
    let open = Entity::find().filter(Column::State.is_in(ImportState::WORKED_ON));
    Ok(open.order_by_asc(Column::Id).all(db).await?)
}

/// What became of rows, in their order, after one of them.
pub async fn rows(
    db: &Conn<'_>,
    run: ImportRunId,
    outcome: Option<Outcome>,
    after: i32,
    limit: u64,
) -> Result<Vec<row::Model>, Failure> {
    let mut select = row::Entity::find()
        .filter(row::Column::RunId.eq(run))
        .filter(row::Column::Number.gt(after));
    if let Some(outcome) = outcome {
        select = select.filter(row::Column::Outcome.eq(outcome));
    }
    Ok(select
        .order_by_asc(row::Column::Number)
        .limit(limit)
        .all(db)
        .await?)
}

/// How many rows became so.
pub async fn count_rows(
    db: &Conn<'_>,
    run: ImportRunId,
    outcome: Option<Outcome>,
) -> Result<crate::http::Total, Failure> {
    let mut select = row::Entity::find().filter(row::Column::RunId.eq(run));
    if let Some(outcome) = outcome {
        select = select.filter(row::Column::Outcome.eq(outcome));
    }
    list::count(db, &select, row::Column::Number).await
}

/// The last rows that made a record which is still there.
pub(super) async fn last_made(
    db: &Conn<'_>,
    run: ImportRunId,
    limit: u64,
) -> Result<Vec<row::Model>, Failure> {
    let made = row::Entity::find()
        .filter(row::Column::RunId.eq(run))
        .filter(row::Column::Outcome.eq(Outcome::Made));
    Ok(made
        .order_by_desc(row::Column::Number)
        .limit(limit)
        .all(db)
        .await?)
}

/// What a member took columns under these headings for.
pub async fn remembered(
    db: &Conn<'_>,
    member: MemberId,
    kind: &str,
    headings: &str,
) -> Result<Option<Vec<Option<String>>>, Failure> {
    let found = mapping::Entity::find_by_id((member, kind.to_owned(), headings.to_owned()));
    let found = found.one(db).await?;
    Ok(found.and_then(|row| serde_json::from_value(row.columns).ok()))
}
