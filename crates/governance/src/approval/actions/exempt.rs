//! Exemptions from gates and waivers of obligations: both are approvals with a reason.

use xianji_platform::{Failure, Owned, Subject, Work};

use super::ask::{Asked, Asking, ask_about};
use super::save;
use crate::approval::entity::ApprovalRequest;
use crate::approval::{ApprovalError, Matter};
use crate::engine::{Case, Context};
use crate::gate;
use crate::obligation::{ObligationError, ObligationId, queries as obligations};
use crate::sight::{self, OnRecord};

/// Asks to pass a point once although something is missing there: one request for each approval that the unmet gates name.
pub async fn ask_exemption(
    work: &mut Work,
    subject: &Subject,
    point: &str,
    reason: String,
) -> Result<Vec<Asked>, Failure> {
    sight::must_see(work.app(), &work.db(), work.actor(), subject).await?;
    let case = Case::load(&Context::of(work), subject)
        .await?
        .ok_or_else(|| Failure::not_found("record"))?;
    let record = OnRecord::of(&case.facts);
    let acting = [work.actor().member(), work.actor().on_behalf_of()];
    if !acting
        .into_iter()
        .flatten()
        .any(|member| record.owner() == Some(member) || record.named().contains(&member))
    {
        work.permit("gate.exempt", &record).await?;
    }
    case.still_written(&Context::of(work))?;
    let unmet = gate::unmet_with_exemption(&Context::of(work), work.actor(), subject, point).await?;
    if unmet.is_empty() {
        return Err(ApprovalError::NothingToExempt(point.to_owned()).into());
    }
    let mut asked = Vec::new();
    for (approval, gates) in unmet {
        let matter = Matter::Exemption {
            gates,
            point: point.to_owned(),
        };
        asked.push(
            ask_about(
                work,
                Asking::of(subject, matter, Some(reason.clone())).by(&approval),
            )
            .await?,
        );
    }
    Ok(asked)
}

/// Uses an exemption up: it was for one passing.
pub async fn use_exemption(work: &mut Work, exemption: ApprovalRequest) -> Result<(), Failure> {
    let now = work.now;
    save(work, exemption, |row| row.used_at = Some(now)).await?;
    Ok(())
}

/// Asks not to have to do an obligation any more.
pub async fn ask_waiver(work: &mut Work, id: ObligationId, reason: String) -> Result<Asked, Failure> {
    let row = obligations::lock(work, id).await?;
    let people = obligations::responsible(&work.db(), id).await?;
    if obligations::acting(work, &people).is_none() {
        work.permit("obligation.waive", &obligations::owed(&row, &people))
            .await?;
    }
    if !row.is_open() {
        return Err(ObligationError::NotOpen.into());
    }
    let pack = row.pack(work.policies());
    let named = row.rule_in(pack.as_ref()).and_then(|rule| rule.waiver.clone());
    let asking = Asking::of(
        &row.subject(),
        Matter::Waiver {
            obligation: id,
            rule: row.rule.clone(),
        },
        Some(reason),
    );
    let asking = Asking {
        approval: named,
        ..asking
    };
    ask_about(work, asking).await
}
