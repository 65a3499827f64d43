//! A project moves between stages: on, back, or past one that the pack lets it leave out.

use serde_json::json;
use xianji_governance::approval::actions::Asking;
use xianji_governance::approval::{self, Matter};
use xianji_governance::{Case, Context, Roots};
use xianji_platform::{Failure, Owned, Work};
use xianji_policy::model::Pack;

use super::super::entity::stage_record::Entered;
use super::super::model::{Project, ProjectError};
use super::super::stay;
use super::{open, pack_of, path_of, save};
use crate::gates;
use crate::id::ProjectId;

/// Moves a project on, once everything that the pack asks for is there. An approved exemption is used up.
pub async fn advance(work: &mut Work, id: ProjectId, to: &str) -> Result<Project, Failure> {
    let mut project = open(work, id, "project.advance").await?;
    let pack = pack_of(work, &project)?;
    let from = project.stage.clone();
    let advanced = project.advance(path_of(&pack, &project)?, to, work.now)?;
    super::must_be_filled(work, &project, to).await?;
    let passed = gates::pass(
        work,
        &project,
        &[
            &format!("leave:{from}"),
            &format!("stage:{to}"),
            "project.advance",
        ],
    )
    .await?;
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

/// Goes past the next stage, where the pack lets this project leave it out. Where that takes an approval it is asked for first; the project
/// stays where it is until it is there and this is asked again.
pub async fn skip(work: &mut Work, id: ProjectId, stage: &str) -> Result<Project, Failure> {
    let mut project = open(work, id, "project.skip").await?;
    let pack = pack_of(work, &project)?;
    let from = project.stage.clone();
    if !may_be_left_out(work, &pack, &project, stage).await? {
        return Err(ProjectError::NotSkippable(stage.into()).into());
    }
    let (skipped, advanced) = project.skip(path_of(&pack, &project)?, stage, work.now)?;
    if !is_agreed(work, &pack, &project, stage).await? {
        return super::as_it_is(work, id).await;
    }
    let to = project.stage.clone();
    super::must_be_filled(work, &project, &to).await?;
    let passed = gates::pass(
        work,
        &project,
        &[&format!("leave:{from}"), &format!("stage:{to}"), "project.skip"],
    )
    .await?;
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

async fn may_be_left_out(work: &Work, pack: &Pack, project: &Project, stage: &str) -> Result<bool, Failure> {
    let Some(skip) = pack.stage(stage).and_then(|stage| stage.skip.as_ref()) else {
        return Ok(false);
    };
    let context = Context::of(work);
    let Some(case) = Case::load(&context, &project.subject()).await? else {
        return Ok(false);
    };
    case.holds(&context, skip.when.as_ref(), &Roots::default()).await
}

/// Whether whoever decides on leaving this stage out has agreed; if nobody was asked yet, they are asked now.
async fn is_agreed(work: &mut Work, pack: &Pack, project: &Project, stage: &str) -> Result<bool, Failure> {
    let Some(by) = pack
        .stage(stage)
        .and_then(|stage| stage.skip.as_ref())
        .and_then(|skip| skip.by.as_deref())
    else {
        return Ok(true);
    };
    // A stage that somebody has to agree on is never left out by nobody's word.
    if !pack.approvals.has(by) {
        return Err(ProjectError::NotSkippable(stage.to_owned()).into());
    }
    let matter = Matter::Skip {
        stage: stage.to_owned(),
    };
    let subject = project.subject();
    let part = matter.part(&subject.kind);
    if approval::queries::is_approved(&work.db(), pack, &subject, &part).await? {
        return Ok(true);
    }
    if !approval::queries::is_pending(&work.db(), &subject, &part, None).await? {
        let asked = approval::actions::ask_about(work, Asking::of(&subject, matter, None).by(by)).await?;
        return Ok(asked.state == approval::State::Approved);
    }
    Ok(false)
}

/// Records what the pack's stages hang on.
async fn moved(work: &mut Work, project: &Project, from: &str, to: &str) -> Result<(), Failure> {
    work.record_named(
        &format!("stage:{from}.left"),
        project.subject(),
        json!({ "to": to }),
    )
    .await?;
    work.record_named(
        &format!("stage:{to}.entered"),
        project.subject(),
        json!({ "from": from }),
    )
    .await?;
    Ok(())
}
