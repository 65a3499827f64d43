//! A project moves between stages: on, back, or past one that the pack lets it leave out.

use serde_json::json;
use xianji_governance::{Case, Context, Roots};
use xianji_platform::{Failure, Owned, Work};

use super::super::entity::stage_record::Entered;
use super::super::model::{Project, ProjectError};
use super::super::stay;
use super::{open, pack_of, path_of, save};
use crate::id::ProjectId;
use crate::gates;

/// Moves a project on, once everything that the pack asks for is there. An approved exemption is used up.
pub async fn advance(work: &mut Work, id: ProjectId, to: &str) -> Result<Project, Failure> {
    let mut project = open(work, id, "project.advance").await?;
    let pack = pack_of(work, &project)?;
    let from = project.stage.clone();
    let advanced = project.advance(path_of(&pack, &project)?, to, work.now)?;
    let passed = gates::pass(work, &project, &[&format!("leave:{from}"), &format!("stage:{to}"), "project.advance"]).await?;
    if passed.waits() {
        return super::as_it_is(work, id).await;
    }
    stay::end(work, &project).await?;
    save(work, &mut project).await?;
    stay::begin(work, &pack, &project, Entered::Advanced, passed.exempted()).await?;
    work.record(advanced).await?;
    moved(work, &project, &from, to).await?;
    Ok(project)
}

/// Sends a project back to an earlier stage.
pub async fn return_to(work: &mut Work, id: ProjectId, to: &str) -> Result<Project, Failure> {
    let mut project = open(work, id, "project.return").await?;
    let pack = pack_of(work, &project)?;
    let from = project.stage.clone();
    let returned = project.return_to(path_of(&pack, &project)?, to, work.now)?;
    let passed = gates::pass(work, &project, &["project.return"]).await?;
    if passed.waits() {
        return super::as_it_is(work, id).await;
    }
    stay::end(work, &project).await?;
    save(work, &mut project).await?;
    stay::begin(work, &pack, &project, Entered::Returned, passed.exempted()).await?;
    work.record(returned).await?;
    moved(work, &project, &from, to).await?;
    Ok(project)
}

/// Goes past the next stage, where the pack lets this project leave it out.
pub async fn skip(work: &mut Work, id: ProjectId, stage: &str) -> Result<Project, Failure> {
    let mut project = open(work, id, "project.skip").await?;
    let pack = pack_of(work, &project)?;
    let from = project.stage.clone();
    let skip = pack.stage(stage).and_then(|stage| stage.skip.as_ref()).ok_or_else(|| ProjectError::NotSkippable(stage.into()))?;
    if let Some(when) = &skip.when {
        let context = Context::of(work);
        let case = Case::load(&context, &project.subject()).await?.ok_or_else(|| Failure::not_found("project"))?;
        if !case.judge(&context, when, &Roots::default()).await? {
            return Err(ProjectError::NotSkippable(stage.into()).into());
        }
    }
    let (skipped, advanced) = project.skip(path_of(&pack, &project)?, stage, work.now)?;
    let to = project.stage.clone();
    let passed = gates::pass(work, &project, &[&format!("leave:{from}"), &format!("stage:{to}"), "project.skip"]).await?;
    if passed.waits() {
        return super::as_it_is(work, id).await;
    }
    stay::end(work, &project).await?;
    stay::leave_out(work, &project, stage).await?;
    save(work, &mut project).await?;
    stay::begin(work, &pack, &project, Entered::Advanced, passed.exempted()).await?;
    work.record(skipped).await?;
    work.record(advanced).await?;
    moved(work, &project, &from, &to).await?;
    Ok(project)
}

/// Records what the pack's stages hang on.
pub(super) async fn moved(work: &mut Work, project: &Project, from: &str, to: &str) -> Result<(), Failure> {
    work.record_named(&format!("stage:{from}.left"), project.subject(), json!({ "to": to })).await?;
    work.record_named(&format!("stage:{to}.entered"), project.subject(), json!({ "from": from })).await?;
    Ok(())
}
