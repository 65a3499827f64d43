//! What applications learn from approvals.

use futures_util::future::BoxFuture;
use xianji_platform::{Failure, Reaction, Recorded, Work};
use xianji_policy::model::ApprovalSubject;

use super::actions::{self, PART};
use super::model::Decision;
use super::queries;
use crate::id::ProjectId;
use crate::project;

/// An approval of a project's initiation was decided.
pub fn reaction() -> Reaction {
    Reaction {
        name: "presales.initiation",
        on: &[],
        run: decided,
    }
}

fn decided<'a>(work: &'a mut Work, event: &'a Recorded) -> BoxFuture<'a, Result<(), Failure>> {
    Box::pin(async move {
        if event.subject.kind != "project" {
            return Ok(());
        }
        let Some((id, verb)) = event
            .name
            .strip_prefix("approval:")
            .and_then(|rest| rest.rsplit_once('.'))
        else {
            return Ok(());
        };
        let project = ProjectId(event.subject.id);
        if !approves_initiation(work, project, id).await? {
            return Ok(());
        }
        let Some(mut initiation) = queries::in_review(&work.db(), project).await? else {
            return Ok(());
        };
        match verb {
            "approved" => actions::decided(work, &mut initiation, Decision::Approved).await,
            "returned" => actions::decided(work, &mut initiation, Decision::Returned).await,
            "rejected" => actions::decided(work, &mut initiation, Decision::Rejected).await,
            "withdrawn" => {
                let withdrawn = initiation.withdraw()?;
                actions::save(work, &mut initiation).await?;
                work.record(withdrawn).await?;
                Ok(())
            }
            _ => Ok(()),
        }
    })
}

async fn approves_initiation(work: &Work, project: ProjectId, approval: &str) -> Result<bool, Failure> {
    let version = project::queries::pack_version(&work.db(), project).await?;
    let pack = version.and_then(|id| work.policies().version(id));
    let subject = pack
        .and_then(|pack| pack.approvals.get(approval))
        .map(|approval| &approval.subject);
    Ok(matches!(subject, Some(ApprovalSubject::Part { kind, part }) if kind == "project" && part == PART))
}
