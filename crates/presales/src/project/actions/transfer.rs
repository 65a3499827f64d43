//! A project goes over to another owner; what the rules ask of its owner goes along.

use xianji_platform::record::patch::tidy;
use xianji_platform::record::people;
use xianji_platform::{Failure, Invalid, MemberId, Work};

use super::super::events::ProjectTransferred;
use super::super::model::Project;
use super::update::show_customer;
use super::{open, save};
use crate::gates;
use crate::id::ProjectId;

/// Gives the project to another owner, with the reason; its department becomes the new owner's.
pub async fn transfer(
    work: &mut Work,
    id: ProjectId,
    to: MemberId,
    reason: String,
) -> Result<Project, Failure> {
    let mut project = open(work, id, "project.transfer").await?;
    let reason = tidy(Some(reason)).ok_or_else(|| Invalid::one("/reason", "required"))?;
    let department = people::department_of(work, to)
        .await?
        .ok_or_else(|| Invalid::one("/to", "no-such-member"))?;
    let from = project.transfer(to, department)?;
    if gates::pass(work, &project, &["project.transfer"]).await?.waits() {
        return super::as_it_is(work, id).await;
    }
    save(work, &mut project).await?;
    show_customer(work, &project).await?;
    work.record(ProjectTransferred {
        project: id,
        from,
        to,
        reason,
    })
    .await?;
    Ok(project)
}
