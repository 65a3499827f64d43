//! Tasks: created, given to somebody, done or not needed any more.

use chrono::NaiveDate;
use sea_orm::entity::prelude::*;
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use serde_json::json;
use xianji_platform::{Failure, FieldFault, Invalid, MemberId, Work};

use super::super::entity::TaskState;
use super::super::entity::task::{Column, Entity};
use super::super::events::{TaskAssigned, TaskCreated};
use super::super::model::{PlanError, Task, TaskChanges};
use super::super::queries;
use super::{project_for, still_open, works_here};
use crate::gates;
use crate::id::{MilestoneId, ProjectId, TaskId};
use crate::project::Project;
use xianji_platform::record::{patch, rows};

/// What a task begins with.
#[derive(Clone, Debug, Default)]
pub struct NewTask {
    pub title: String,
    pub owner: Option<MemberId>,
    pub due_on: Option<NaiveDate>,
    pub milestone: Option<MilestoneId>,
    pub notes: Option<String>,
    pub resources: Option<String>,
}

/// A task comes up; without an owner it is the actor's.
pub async fn create(work: &mut Work, project: ProjectId, new: NewTask) -> Result<Task, Failure> {
    let project = project_for(work, project, "task.create").await?;
    create_on(work, &project, new).await
}

/// The same where the pack asks for it, and not a member.
pub(in crate::plan) async fn create_on(
    work: &mut Work,
    project: &Project,
    new: NewTask,
) -> Result<Task, Failure> {
    let title =
        patch::tidy(Some(new.title)).ok_or_else(|| Invalid(vec![FieldFault::at("/title", "required")]))?;
    if let Some(owner) = new.owner {
        works_here(work, "/owner", owner).await?;
    }
    of_project(work, project.id, new.milestone).await?;
    gates::pass(work, project, &["task.create"]).await?;
    let owner = new.owner.or(work.actor().member()).or(project.owner_id);
    let task = Task {
        id: work.next_id(),
        number: work.number("task").await?,
        owner_id: owner,
        department_id: project.department_id,
        pack_version_id: project.pack_version_id,
        version: 1,
        archived_at: None,
        extra: json!({}),
        created_at: work.now,
        updated_at: work.now,
        project_id: project.id,
        milestone_id: new.milestone,
        title,
        notes: patch::tidy(new.notes),
        resources: patch::tidy(new.resources),
        due_on: new.due_on,
        done_at: None,
        state: TaskState::Open,
        named: project.named.iter().copied().chain(project.owner_id).collect(),
    };
    Entity::insert(task.clone().into_active_model().reset_all())
        .exec_without_returning(&work.db())
        .await?;
    work.record(TaskCreated { task: task.id }).await?;
    if let Some(to) = owner {
        work.record(TaskAssigned { task: task.id, to }).await?;
    }
    Ok(task)
}

/// Changes what is to be done.
pub async fn update(work: &mut Work, id: TaskId, mut changes: TaskChanges) -> Result<Task, Failure> {
    let mut task = open(work, id, "task.update").await?;
    if let Some(title) = changes.title.take() {
        changes.title = Some(
            patch::tidy(Some(title)).ok_or_else(|| Invalid(vec![FieldFault::at("/title", "required")]))?,
        );
    }
    of_project(work, task.project_id, changes.milestone.flatten()).await?;
    let updated = task.update(changes)?;
    save(work, &mut task).await?;
    work.record(updated).await?;
    Ok(task)
}

/// Gives it to somebody.
pub async fn assign(work: &mut Work, id: TaskId, to: MemberId) -> Result<Task, Failure> {
    let mut task = open(work, id, "task.assign").await?;
    works_here(work, "/to", to).await?;
    let assigned = task.assign(to)?;
    save(work, &mut task).await?;
    work.record(assigned).await?;
    Ok(task)
}

/// It is done.
pub async fn complete(work: &mut Work, id: TaskId) -> Result<Task, Failure> {
    let mut task = open(work, id, "task.complete").await?;
    let done = task.complete(work.policies().today(work.now), work.now)?;
    gates::pass(work, &task, &["task.complete"]).await?;
    save(work, &mut task).await?;
    work.record(done).await?;
    Ok(task)
}

/// It is not needed any more.
pub async fn cancel(work: &mut Work, id: TaskId) -> Result<Task, Failure> {
    let mut task = open(work, id, "task.cancel").await?;
    let cancelled = task.cancel()?;
    save(work, &mut task).await?;
    work.record(cancelled).await?;
    Ok(task)
}

async fn open(work: &Work, id: TaskId, permission: &str) -> Result<Task, Failure> {
    let task = queries::lock_task(work, &work.scope("project.read"), id).await?;
    work.permit(permission, &task).await?;
    work.expect_version(task.version)?;
    still_open(work, task.project_id).await?;
    Ok(task)
}

async fn of_project(work: &Work, project: ProjectId, milestone: Option<MilestoneId>) -> Result<(), Failure> {
    let Some(id) = milestone else { return Ok(()) };
    let found = queries::find_milestone(&work.db(), &xianji_platform::Scope::whole(), id).await?;
    if found.project_id == project {
        Ok(())
    } else {
        Err(PlanError::OtherProject.into())
    }
}

async fn save(work: &Work, task: &mut Task) -> Result<(), Failure> {
    let read = task.version;
    task.version += 1;
    task.updated_at = work.now;
    let row = rows::all_but_key(task.clone());
    rows::over(
        work,
        Entity::update_many()
            .set(row)
            .filter(Column::Id.eq(task.id))
            .filter(Column::Version.eq(read)),
    )
    .await
}
