//! What people do with a plan: tasks, milestones, the baseline.

mod baseline;
mod milestone;
mod task;

use sea_orm::entity::prelude::*;
use xianji_platform::identity::entity::member;
use xianji_platform::{Failure, Invalid, MemberId, Work};

pub use baseline::baseline_plan;
pub use milestone::{NewMilestone, cancel_milestone, plan_milestone, reach, update_milestone};
pub use task::{NewTask, assign, cancel, complete, create, update};

use super::model::PlanError;
use crate::id::ProjectId;
use crate::project::{self, Project};

/// The project whose plan is changed: locked, seen, not closed, permitted.
async fn project_for(work: &Work, id: ProjectId, permission: &str) -> Result<Project, Failure> {
    let project = project::queries::lock(work, &work.scope("project.read"), id).await?;
    work.permit(permission, &project).await?;
    if project.is_closed() {
        return Err(PlanError::ProjectClosed.into());
    }
    Ok(project)
}

/// Refuses a plan that is changed after its project was closed.
async fn still_open(work: &Work, id: ProjectId) -> Result<(), Failure> {
    let project = project::queries::lock(work, &xianji_platform::Scope::whole(), id).await?;
    if project.is_closed() {
        Err(PlanError::ProjectClosed.into())
    } else {
        Ok(())
    }
}

/// Only who works here is given something to do.
pub(crate) async fn works_here(work: &Work, pointer: &str, id: MemberId) -> Result<(), Failure> {
    let here = member::Entity::find_by_id(id).filter(member::Column::DeactivatedAt.is_null());
    if here.one(&work.db()).await?.is_some() {
        Ok(())
    } else {
        Err(Invalid::one(pointer, "no-such-member").into())
    }
}
