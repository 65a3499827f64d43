//! What other rooms tell a project, in the same unit of work: its initiation was approved, its plan has a baseline, its archive grew.

use xianji_governance::{Case, Context, grading};
use xianji_platform::{Failure, Owned, Scope, Work};

use super::super::events::ProjectPlanBaselined;
use super::super::model::Project;
use super::super::queries;
use super::create::put_in_team;
use super::save;
use super::team::end;
use crate::id::ProjectId;

/// An initiation was approved: the project has started in earnest, once and for good.
pub async fn initiated(work: &mut Work, id: ProjectId) -> Result<(), Failure> {
    let mut project = queries::lock(work, &Scope::whole(), id).await?;
    if project.initiated_at.is_none() {
        project.initiated_at = Some(work.now);
        save(work, &mut project).await?;
    }
    Ok(())
}

/// Its plan became the baseline.
pub async fn baselined(work: &mut Work, project: &mut Project) -> Result<(), Failure> {
    project.baselined_at = Some(work.now);
    save(work, project).await?;
    work.record(ProjectPlanBaselined { project: project.id }).await?;
    Ok(())
}

/// Its grade changed: who reads it because of that follows.
pub async fn watched(work: &mut Work, id: ProjectId) -> Result<(), Failure> {
    let project = queries::lock(work, &Scope::whole(), id).await?;
    let wanted = {
        let context = Context::of(work);
        match Case::load(&context, &project.subject()).await? {
            Some(case) => grading::watchers(&context, &case).await?,
            None => Vec::new(),
        }
    };
    let now = queries::watchers(&work.db(), id).await?;
    for gone in now.iter().filter(|one| !wanted.contains(&one.member_id)) {
        end(work, gone.id).await?;
    }
    for member in wanted
        .into_iter()
        .filter(|member| !now.iter().any(|one| one.member_id == *member))
    {
        put_in_team(work, &project, member, queries::WATCHER, None).await?;
    }
    Ok(())
}

/// How many mandatory archive items are not on file.
pub async fn archive_counted(work: &mut Work, id: ProjectId, missing: i32) -> Result<(), Failure> {
    let mut project = queries::lock(work, &Scope::whole(), id).await?;
    if project.archive_missing != missing {
        project.archive_missing = missing;
        save(work, &mut project).await?;
    }
    Ok(())
}
