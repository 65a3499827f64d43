//! Reads of projects and their parts, each within what the actor may see.

use std::collections::{BTreeSet, HashMap};

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::SelectStatement;
use sea_orm::{Condition, ExprTrait, QueryOrder, QuerySelect, QueryTrait, Select};
use xianji_engage::id::CustomerId;
use xianji_platform::{Conn, Failure, MemberId, PackVersionId, Scope, Work};

use super::entity::{Column, Entity, dynamic_item, stage_record, team_member};
use super::model::Project;
use super::tally;
use crate::id::{DynamicItemId, ProjectId};
use xianji_platform::record::rows;

/// What a scope may see of projects.
pub fn visible(scope: &Scope) -> Select<Entity> {
    let named = named_on(scope.member);
    let within = rows::within(
        scope,
        Column::Id,
        Column::OwnerId,
        Column::DepartmentId,
        Some(named),
    );
    // Whoever sees none but by a role is asked for by the role alone: beside a `FALSE` no index is used.
    Entity::find().filter(match in_role(scope) {
        Some(named) if scope.reach.is_none() => Condition::all().add(Column::Id.in_subquery(named)),
        named => {
            let seen = Condition::any().add(within);
            seen.add_option(named.map(|ids| Column::Id.in_subquery(ids)))
        }
    })
}

/// Ids of the projects that a reader sees because of a role in their team, whatever the reach.
pub fn in_role(scope: &Scope) -> Option<SelectStatement> {
    let mut named = named_on(scope.member);
    (!scope.roles.is_empty()).then(|| {
        named
            .and_where(team_member::Column::Role.is_in(scope.roles.iter().map(String::as_str)))
            .to_owned()
    })
}

/// Ids of the projects that a member is named on today.
pub fn named_on(member: Option<MemberId>) -> SelectStatement {
    team_member::Entity::find()
        .select_only()
        .column(team_member::Column::ProjectId)
        .filter(team_member::Column::MemberId.eq(member))
        .filter(team_member::Column::UntilAt.is_null())
        .into_query()
}

/// Ids of all projects that a scope may see: what parts of a project (tasks, archive items) are seen by.
pub fn visible_ids(scope: &Scope) -> SelectStatement {
    visible(scope).select_only().column(Column::Id).into_query()
}

/// One project, or nothing that exists.
pub async fn find(db: &Conn<'_>, scope: &Scope, id: ProjectId) -> Result<Project, Failure> {
    let found = visible(scope).filter(Column::Id.eq(id)).one(db).await?;
    with_team(db, found.ok_or_else(|| Failure::not_found("project"))?).await
}

/// The same, its row locked until the unit of work ends.
pub async fn lock(work: &Work, scope: &Scope, id: ProjectId) -> Result<Project, Failure> {
    let found = visible(scope)
        .filter(Column::Id.eq(id))
        .lock_exclusive()
        .one(&work.db())
        .await?;
    with_team(&work.db(), found.ok_or_else(|| Failure::not_found("project"))?).await
}

async fn with_team(db: &Conn<'_>, mut project: Project) -> Result<Project, Failure> {
    project.named = team(db, project.id)
        .await?
        .into_iter()
        .map(|member| member.member_id)
        .collect();
    project.counted = Some(tally::counted(&project));
    Ok(project)
}

/// The role of those who read a project because of its grade; they are no part of its team.
pub const WATCHER: &str = "watcher";

/// Who is in the team today, in the order of joining.
pub async fn team(db: &Conn<'_>, project: ProjectId) -> Result<Vec<team_member::Model>, Failure> {
    let mut all = named_today(db, project).await?;
    all.retain(|one| one.role != WATCHER);
    Ok(all)
}

/// Who reads it because of its grade.
pub async fn watchers(db: &Conn<'_>, project: ProjectId) -> Result<Vec<team_member::Model>, Failure> {
    let mut all = named_today(db, project).await?;
    all.retain(|one| one.role == WATCHER);
    Ok(all)
}

/// Team and watchers alike.
pub async fn named_today(db: &Conn<'_>, project: ProjectId) -> Result<Vec<team_member::Model>, Failure> {
    let all = team_member::Entity::find().filter(team_member::Column::ProjectId.eq(project));
    Ok(all
        .filter(team_member::Column::UntilAt.is_null())
        .order_by_asc(team_member::Column::Id)
        .all(db)
        .await?)
}

/// Everybody who is or was in the team.
pub async fn team_history(db: &Conn<'_>, project: ProjectId) -> Result<Vec<team_member::Model>, Failure> {
    let all = team_member::Entity::find().filter(team_member::Column::ProjectId.eq(project));
    Ok(all
        .filter(team_member::Column::Role.ne(WATCHER))
        .order_by_asc(team_member::Column::Id)
        .all(db)
        .await?)
}

/// The stages it has been in, oldest first.
pub async fn stages(db: &Conn<'_>, project: ProjectId) -> Result<Vec<stage_record::Model>, Failure> {
    let all = stage_record::Entity::find().filter(stage_record::Column::ProjectId.eq(project));
    Ok(all.order_by_asc(stage_record::Column::Id).all(db).await?)
}

/// Its news, newest first.
pub async fn dynamic_items(
    db: &Conn<'_>,
    project: ProjectId,
    before: Option<DynamicItemId>,
    limit: u64,
) -> Result<Vec<dynamic_item::Model>, Failure> {
    use dynamic_item::{Column, Entity};
    let mut all = Entity::find().filter(Column::ProjectId.eq(project));
    if let Some(id) = before {
        let last = Entity::find_by_id(id).one(db).await?;
        let last = last
            .filter(|row| row.project_id == project)
            .ok_or_else(|| Failure::not_found("dynamic_item"))?;
        let same = Column::HappenedAt.eq(last.happened_at).and(Column::Id.lt(id));
        all = all.filter(Column::HappenedAt.lt(last.happened_at).or(same));
    }
    let newest = all.order_by_desc(Column::HappenedAt).order_by_desc(Column::Id);
    Ok(newest.limit(limit).all(db).await?)
}

/// What customers are called, for those who see a project of theirs.
pub async fn customer_names(
    db: &Conn<'_>,
    ids: impl IntoIterator<Item = CustomerId>,
) -> Result<HashMap<Uuid, String>, Failure> {
    use xianji_engage::customer::entity;
    let ids: BTreeSet<CustomerId> = ids.into_iter().collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(Uuid, String)> = entity::Entity::find()
        .select_only()
        .columns([entity::Column::Id, entity::Column::Name])
        .filter(entity::Column::Id.is_in(ids))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// The pack version that a project keeps.
pub async fn pack_version(db: &Conn<'_>, id: ProjectId) -> Result<Option<PackVersionId>, Failure> {
    let kept: Option<Option<PackVersionId>> = Entity::find_by_id(id)
        .select_only()
        .column(Column::PackVersionId)
        .into_tuple()
        .one(db)
        .await?;
    Ok(kept.flatten())
}

/// The human number of a project.
pub async fn number(db: &Conn<'_>, id: ProjectId) -> Result<Option<String>, Failure> {
    Ok(Entity::find_by_id(id)
        .select_only()
        .column(Column::Number)
        .into_tuple()
        .one(db)
        .await?)
}

/// Ids of the projects in whose team a member is today; watching is not working.
pub fn working_on(member: MemberId) -> SelectStatement {
    let mut named = named_on(Some(member));
    named.and_where(team_member::Column::Role.ne(WATCHER));
    named
}
