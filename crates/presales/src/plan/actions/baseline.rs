//! The plan as it was promised.

use xianji_platform::{Failure, Work};

use super::super::model::PlanError;
use super::super::queries;
use super::{milestone, project_for};
use crate::id::ProjectId;
use crate::{gates, project};

/// Makes the dates of all open milestones the baseline, against which slips are measured.
pub async fn baseline_plan(work: &mut Work, id: ProjectId) -> Result<(), Failure> {
    let mut project = project_for(work, id, "project.baseline_plan").await?;
    work.expect_version(project.version)?;
    gates::pass(work, &project, &["project.baseline_plan"]).await?;
    let milestones = queries::milestones(&work.db(), id).await?;
    let mut promised = Vec::new();
    for mut milestone in milestones {
        if let Some(event) = milestone.baseline() {
            milestone::save(work, &mut milestone).await?;
            promised.push(event);
        }
    }
    if promised.is_empty() && project.baselined_at.is_none() {
        return Err(PlanError::NothingToBaseline.into());
    }
    project::actions::baselined(work, &mut project).await?;
    for event in promised {
        work.record(event).await?;
    }
    Ok(())
}
