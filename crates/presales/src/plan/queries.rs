//! Reads of tasks and milestones: seen with their project; a task also by who does it.

use sea_orm::entity::prelude::*;
use sea_orm::{Condition, QueryOrder, QuerySelect, Select};
use xianji_platform::{Conn, Failure, MemberId, Scope, Work};

use super::entity::{TaskState, milestone, task};
use super::model::{Milestone, Task};
use crate::id::{MilestoneId, ProjectId, TaskId};
use crate::project;

/// Tasks that a scope may see: its own, and those of the projects that it may see.
pub fn visible_tasks(scope: &Scope) -> Select<task::Entity> {
    let mut seen =
        Condition::any().add(task::Column::ProjectId.in_subquery(project::queries::visible_ids(scope)));
    if let Some(member) = scope.member {
        seen = seen.add(task::Column::OwnerId.eq(member));
    }
    task::Entity::find().filter(seen)
}

/// Milestones that a scope may see.
pub fn visible_milestones(scope: &Scope) -> Select<milestone::Entity> {
    milestone::Entity::find()
        .filter(milestone::Column::ProjectId.in_subquery(project::queries::visible_ids(scope)))
}

/// One task, locked until the unit of work ends.
pub async fn lock_task(work: &Work, scope: &Scope, id: TaskId) -> Result<Task, Failure> {
    let found = visible_tasks(scope)
        .filter(task::Column::Id.eq(id))
        .lock_exclusive()
        .one(&work.db())
        .await?;
    let mut task = found.ok_or_else(|| Failure::not_found("task"))?;
    task.named = named(&work.db(), task.project_id).await?;
    Ok(task)
}

/// One task.
pub async fn find_task(db: &Conn<'_>, scope: &Scope, id: TaskId) -> Result<Task, Failure> {
    let found = visible_tasks(scope)
        .filter(task::Column::Id.eq(id))
        .one(db)
        .await?;
    let mut task = found.ok_or_else(|| Failure::not_found("task"))?;
    task.named = named(db, task.project_id).await?;
    Ok(task)
}

/// One milestone, locked until the unit of work ends.
pub async fn lock_milestone(work: &Work, scope: &Scope, id: MilestoneId) -> Result<Milestone, Failure> {
    let found = visible_milestones(scope)
        .filter(milestone::Column::Id.eq(id))
        .lock_exclusive()
        .one(&work.db())
        .await?;
    let mut milestone = found.ok_or_else(|| Failure::not_found("milestone"))?;
    milestone.named = named(&work.db(), milestone.project_id).await?;
    Ok(milestone)
}

/// One milestone.
pub async fn find_milestone(db: &Conn<'_>, scope: &Scope, id: MilestoneId) -> Result<Milestone, Failure> {
    let found = visible_milestones(scope)
        .filter(milestone::Column::Id.eq(id))
        .one(db)
        .await?;
    let mut milestone = found.ok_or_else(|| Failure::not_found("milestone"))?;
    milestone.named = named(db, milestone.project_id).await?;
    Ok(milestone)
}

/// A project's tasks in the order in which they are due.
pub async fn tasks(db: &Conn<'_>, project: ProjectId) -> Result<Vec<Task>, Failure> {
    let all = task::Entity::find().filter(task::Column::ProjectId.eq(project));
    let order = sea_orm::sea_query::NullOrdering::Last;
    let sorted = all
        .order_by_with_nulls(task::Column::DueOn, sea_orm::Order::Asc, order)
        .order_by_asc(task::Column::Id);
    Ok(sorted.limit(1000).all(db).await?)
}

/// A project's milestones in the order in which they are due.
pub async fn milestones(db: &Conn<'_>, project: ProjectId) -> Result<Vec<Milestone>, Failure> {
    let all = milestone::Entity::find().filter(milestone::Column::ProjectId.eq(project));
    let order = sea_orm::sea_query::NullOrdering::Last;
    let sorted = all
        .order_by_with_nulls(milestone::Column::DueOn, sea_orm::Order::Asc, order)
        .order_by_asc(milestone::Column::Id);
    Ok(sorted.limit(1000).all(db).await?)
}

/// The open task that is due first: what a project's page shows as its next step.
pub async fn next_task(db: &Conn<'_>, project: ProjectId) -> Result<Option<Task>, Failure> {
    let open = task::Entity::find()
        .filter(task::Column::ProjectId.eq(project))
        .filter(task::Column::State.eq(TaskState::Open))
        .order_by_with_nulls(
            task::Column::DueOn,
            sea_orm::Order::Asc,
            sea_orm::sea_query::NullOrdering::Last,
        );
    Ok(open.order_by_asc(task::Column::Id).one(db).await?)
}

/// Owner and team of a project: named on all its parts.
async fn named(db: &Conn<'_>, id: ProjectId) -> Result<Vec<MemberId>, Failure> {
    let project = project::queries::find(db, &Scope::whole(), id).await?;
    Ok(project.named.into_iter().chain(project.owner_id).collect())
}
