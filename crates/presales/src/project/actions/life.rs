//! A project stands still, is won, lost or dropped, is summed up, evaluated and closed.

use chrono::NaiveDate;
use serde_json::json;
use xianji_kernel::money::Money;
use xianji_platform::ledger::hash;
use xianji_platform::{Failure, Invalid, Owned, Work};

use super::super::entity::stage_record::Entered;
use super::super::events::{ProjectArchived, ProjectDropped, ProjectLost};
use super::super::model::{Ending, Project, Reason, State};
use super::super::{queries, stay};
use super::{must_be_filled, offered, open, pack_of, path_of, save};
use crate::id::ProjectId;
use crate::{archive, gates};

/// Lets a project stand still.
pub async fn suspend(work: &mut Work, id: ProjectId) -> Result<Project, Failure> {
    let mut project = open(work, id, "project.suspend").await?;
    let suspended = project.suspend(work.now)?;
    if gates::pass(work, &project, &["project.suspend"]).await?.waits() {
        return super::as_it_is(work, id).await;
    }
    save(work, &mut project).await?;
    work.record(suspended).await?;
    Ok(project)
}

/// Goes on with a project that stood still.
pub async fn resume(work: &mut Work, id: ProjectId) -> Result<Project, Failure> {
    let mut project = open(work, id, "project.resume").await?;
    let resumed = project.resume()?;
    if gates::pass(work, &project, &["project.resume"]).await?.waits() {
        return super::as_it_is(work, id).await;
    }
    save(work, &mut project).await?;
    work.record(resumed).await?;
    Ok(project)
}

/// The customer has signed, on this day, for this amount.
pub async fn win(
    work: &mut Work,
    id: ProjectId,
    amount: Money,
    signed_on: NaiveDate,
    why: Option<(String, Option<String>)>,
) -> Result<Project, Failure> {
    let mut project = open(work, id, "project.win").await?;
    if signed_on > work.policies().today(work.now) {
        return Err(Invalid::one("/signed_on", "in-the-future").into());
    }
    let home = crate::money::home(work, "/amount", Some(amount)).await?;
    let pack = pack_of(work, &project)?;
    let from = project.stage.clone();
    let reason = why
        .map(|(reason, words)| Reason::given(&reason, words, &offered(&pack, "won_reason")))
        .transpose()
        .map_err(|fault| Invalid(vec![fault]))?;
    let path = path_of(&pack, &project)?;
    let won = project.win(path, amount, home, signed_on, reason, work.now)?;
    must_be_filled(work, &project, "won").await?;
    if gates::pass(work, &project, &["project.win"]).await?.waits() {
        return super::as_it_is(work, id).await;
    }
    stay::end(work, &project).await?;
    save(work, &mut project).await?;
    let goes_on = project.stage != from;
    if goes_on {
        stay::begin(work, &pack, &project, Entered::Won, None).await?;
    }
    work.record(won).await?;
    left(work, &project, &from).await?;
    if goes_on {
        let entered = format!("stage:{}.entered", project.stage);
        work.record_named(&entered, project.subject(), json!({ "from": from }))
            .await?;
    }
    Ok(project)
}

/// The customer decided otherwise: for which reason, and in words.
pub async fn lose(work: &mut Work, id: ProjectId, reason: &str, words: &str) -> Result<Project, Failure> {
    let project = end(work, id, Ending::Lost, "project.lose", reason, words).await?;
    let words_hash = hash(words.as_bytes());
    work.record(ProjectLost {
        project: id,
        reason: reason.to_owned(),
        words_hash,
    })
    .await?;
    Ok(project)
}

/// We give the deal up: for which reason, and in words.
pub async fn drop_(work: &mut Work, id: ProjectId, reason: &str, words: &str) -> Result<Project, Failure> {
    let project = end(work, id, Ending::Dropped, "project.drop", reason, words).await?;
    let words_hash = hash(words.as_bytes());
    work.record(ProjectDropped {
        project: id,
        reason: reason.to_owned(),
        words_hash,
    })
    .await?;
    Ok(project)
}

async fn end(
    work: &mut Work,
    id: ProjectId,
    ending: Ending,
    permission: &str,
    reason: &str,
    words: &str,
) -> Result<Project, Failure> {
    let mut project = open(work, id, permission).await?;
    let pack = pack_of(work, &project)?;
    let (field, state) = match ending {
        Ending::Lost => ("lost_reason", "lost"),
        Ending::Dropped => ("dropped_reason", "dropped"),
    };
    let reason = Reason::given_in_words(reason, words, &offered(&pack, field))?;
    project.end(ending, reason, work.now)?;
    must_be_filled(work, &project, state).await?;
    if gates::pass(work, &project, &[permission]).await?.waits() {
        return super::as_it_is(work, id).await;
    }
    stay::end(work, &project).await?;
    save(work, &mut project).await?;
    Ok(project)
}

/// Takes the summary as given; that its sheet is filed is the gate's question.
pub async fn summarise(work: &mut Work, id: ProjectId) -> Result<Project, Failure> {
    let mut project = open(work, id, "project.summarise").await?;
    let after_signing = project.state == State::Won;
    let summarised = project.summarise()?;
    if gates::pass(work, &project, &["project.summarise"]).await?.waits() {
        return super::as_it_is(work, id).await;
    }
    stay::end(work, &project).await?;
    save(work, &mut project).await?;
    work.record(summarised).await?;
    if after_signing {
        let stage = project.stage.clone();
        left(work, &project, &stage).await?;
    }
    Ok(project)
}

/// The stage is behind it: its limit runs no longer.
async fn left(work: &mut Work, project: &Project, stage: &str) -> Result<(), Failure> {
    work.record_named(
        &format!("stage:{stage}.left"),
        project.subject(),
        json!({ "to": null }),
    )
    .await?;
    Ok(())
}

/// Takes the evaluation as given; that its sheet is filed is the gate's question.
pub async fn evaluate(work: &mut Work, id: ProjectId) -> Result<Project, Failure> {
    let mut project = open(work, id, "project.evaluate").await?;
    let evaluated = project.evaluate()?;
    if gates::pass(work, &project, &["project.evaluate"]).await?.waits() {
        return super::as_it_is(work, id).await;
    }
    save(work, &mut project).await?;
    work.record(evaluated).await?;
    Ok(project)
}

/// Closes the project and seals its archive: nothing is written on it any more.
pub async fn archive(work: &mut Work, id: ProjectId) -> Result<Project, Failure> {
    open(work, id, "project.archive").await?;
    archive::actions::recount(work, id).await?;
    let mut project = queries::lock(work, &work.scope("project.read"), id).await?;
    if gates::pass(work, &project, &["project.archive"]).await?.waits() {
        return super::as_it_is(work, id).await;
    }
    project.archive(work.now)?;
    save(work, &mut project).await?;
    let seal = archive::actions::close(work, &project).await?;
    work.record(ProjectArchived {
        project: id,
        complete: seal.complete,
        manifest: seal.hash,
    })
    .await?;
    Ok(project)
}
