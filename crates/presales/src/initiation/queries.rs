//! Reads of applications: seen with their project.

use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect, Select};
use xianji_platform::ledger::entity::event;
use xianji_platform::{Conn, Failure, Scope, Work};

use super::entity::{Column, Entity, State};
use super::model::Initiation;
use crate::id::{InitiationId, ProjectId};
use crate::project;

/// All that a scope may see: those of the projects that it may see.
pub fn visible(scope: &Scope) -> Select<Entity> {
    Entity::find().filter(Column::ProjectId.in_subquery(project::queries::visible_ids(scope)))
}

/// One that the scope may see, with who is named on its project.
pub async fn find(db: &Conn<'_>, scope: &Scope, id: InitiationId) -> Result<Initiation, Failure> {
    let found = visible(scope).filter(Column::Id.eq(id)).one(db).await?;
    with_names(db, scope, found.ok_or_else(|| Failure::not_found("initiation"))?).await
}

/// The same, locked until the unit of work ends.
pub async fn lock(work: &Work, scope: &Scope, id: InitiationId) -> Result<Initiation, Failure> {
    let found = visible(scope)
        .filter(Column::Id.eq(id))
        .lock_exclusive()
        .one(&work.db())
        .await?;
    with_names(
        &work.db(),
        scope,
        found.ok_or_else(|| Failure::not_found("initiation"))?,
    )
    .await
}

async fn with_names(db: &Conn<'_>, scope: &Scope, mut initiation: Initiation) -> Result<Initiation, Failure> {
    let project = project::queries::find(db, scope, initiation.project_id).await?;
    initiation.named = project.named.into_iter().chain(project.owner_id).collect();
    Ok(initiation)
}

/// All versions of a project's application, newest first.
pub async fn of_project(db: &Conn<'_>, project: ProjectId) -> Result<Vec<Initiation>, Failure> {
    let all = Entity::find().filter(Column::ProjectId.eq(project));
    Ok(all.order_by_desc(Column::Revision).all(db).await?)
}

/// The newest version.
pub async fn latest(db: &Conn<'_>, project: ProjectId) -> Result<Option<Initiation>, Failure> {
    let all = Entity::find().filter(Column::ProjectId.eq(project));
    Ok(all.order_by_desc(Column::Revision).one(db).await?)
}

/// The version that is being decided on.
pub async fn in_review(db: &Conn<'_>, project: ProjectId) -> Result<Option<Initiation>, Failure> {
    let all = Entity::find().filter(Column::ProjectId.eq(project));
    let open = all.filter(Column::State.is_in([State::Submitted, State::InReview]));
    Ok(open.order_by_desc(Column::Revision).one(db).await?)
}

/// Whether a gate refused to take it in before.
pub async fn was_refused(db: &Conn<'_>, id: InitiationId) -> Result<bool, Failure> {
    let refusals = event::Entity::find()
        .filter(event::Column::SubjectKind.eq("initiation"))
        .filter(event::Column::SubjectId.eq(id.0))
        .filter(event::Column::Name.starts_with("gate:"))
        .filter(event::Column::Name.ends_with(".refused"));
    Ok(refusals.count(db).await? > 0)
}
