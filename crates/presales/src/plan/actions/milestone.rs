//! Milestones: planned, moved, reached.

use chrono::NaiveDate;
use sea_orm::entity::prelude::*;
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use serde_json::json;
use xianji_platform::{Failure, FieldFault, Invalid, MemberId, Work};

use super::super::entity::MilestoneState;
use super::super::entity::milestone::{Column, Entity};
use super::super::events::MilestonePlanned;
use super::super::model::{Milestone, MilestoneChanges};
use super::super::queries;
use super::{project_for, still_open, works_here};
use crate::gates;
use crate::id::{MilestoneId, ProjectId};
use crate::project::Project;
use xianji_platform::record::{patch, rows};

/// What a milestone begins with.
#[derive(Clone, Debug, Default)]
pub struct NewMilestone {
    pub title: String,
    pub owner: Option<MemberId>,
    pub due_on: Option<NaiveDate>,
    pub notes: Option<String>,
}

/// A milestone is planned; without an owner the project's answers for it.
pub async fn plan_milestone(
    work: &mut Work,
    project: ProjectId,
    new: NewMilestone,
) -> Result<Milestone, Failure> {
    let project = project_for(work, project, "milestone.plan").await?;
    plan_on(work, &project, new).await
}

/// The same where the pack asks for it, and not a member.
pub(in crate::plan) async fn plan_on(
    work: &mut Work,
    project: &Project,
    new: NewMilestone,
) -> Result<Milestone, Failure> {
    let title =
        patch::tidy(Some(new.title)).ok_or_else(|| Invalid(vec![FieldFault::at("/title", "required")]))?;
    if let Some(owner) = new.owner {
        works_here(work, "/owner", owner).await?;
    }
    gates::pass(work, project, &["milestone.plan"]).await?;
    let milestone = Milestone {
        id: work.next_id(),
        number: work.number("milestone").await?,
        owner_id: new.owner.or(project.owner_id),
        department_id: project.department_id,
        pack_version_id: project.pack_version_id,
        version: 1,
        archived_at: None,
        extra: json!({}),
        created_at: work.now,
        updated_at: work.now,
        project_id: project.id,
        title,
        notes: patch::tidy(new.notes),
        baseline_on: None,
        due_on: new.due_on,
        reached_on: None,
        state: MilestoneState::Open,
        named: project.named.iter().copied().chain(project.owner_id).collect(),
    };
    Entity::insert(milestone.clone().into_active_model().reset_all())
        .exec_without_returning(&work.db())
        .await?;
    work.record(MilestonePlanned {
        milestone: milestone.id,
    })
    .await?;
    Ok(milestone)
}

/// Changes what is promised; a date moved past the baseline is told as a slip.
pub async fn update_milestone(
    work: &mut Work,
    id: MilestoneId,
    mut changes: MilestoneChanges,
) -> Result<Milestone, Failure> {
    let mut milestone = open(work, id, "milestone.update").await?;
    if let Some(title) = changes.title.take() {
        changes.title = Some(
            patch::tidy(Some(title)).ok_or_else(|| Invalid(vec![FieldFault::at("/title", "required")]))?,
        );
    }
    if let Some(owner) = changes.owner {
        works_here(work, "/owner", owner).await?;
    }
    let (updated, slipped) = milestone.update(changes)?;
    save(work, &mut milestone).await?;
    work.record(updated).await?;
    if let Some(slipped) = slipped {
        work.record(slipped).await?;
    }
    Ok(milestone)
}

/// It was reached: today, or on an earlier day.
pub async fn reach(work: &mut Work, id: MilestoneId, on: Option<NaiveDate>) -> Result<Milestone, Failure> {
    let mut milestone = open(work, id, "milestone.reach").await?;
    let today = work.policies().today(work.now);
    let on = on.unwrap_or(today);
    if on > today {
        return Err(Invalid::one("/on", "in-the-future").into());
    }
    let reached = milestone.reach(on)?;
    gates::pass(work, &milestone, &["milestone.reach"]).await?;
    save(work, &mut milestone).await?;
    work.record(reached).await?;
    Ok(milestone)
}

/// It is not aimed at any more.
pub async fn cancel_milestone(work: &mut Work, id: MilestoneId) -> Result<Milestone, Failure> {
    let mut milestone = open(work, id, "milestone.update").await?;
    let cancelled = milestone.cancel()?;
    save(work, &mut milestone).await?;
    work.record(cancelled).await?;
    Ok(milestone)
}

async fn open(work: &Work, id: MilestoneId, permission: &str) -> Result<Milestone, Failure> {
    let milestone = queries::lock_milestone(work, &work.scope("project.read"), id).await?;
    work.permit(permission, &milestone).await?;
    work.expect_version(milestone.version)?;
    still_open(work, milestone.project_id).await?;
    Ok(milestone)
}

pub(super) async fn save(work: &Work, milestone: &mut Milestone) -> Result<(), Failure> {
    let read = milestone.version;
    milestone.version += 1;
    milestone.updated_at = work.now;
    let row = rows::all_but_key(milestone.clone());
    let update = Entity::update_many().set(row).filter(Column::Id.eq(milestone.id));
    rows::over(work, update.filter(Column::Version.eq(read))).await
}
