//! Offering needs, accepting and refusing them, reporting back.

use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;
use xianji_governance::Govern;
use xianji_platform::{Failure, Invalid, MemberId, Owned, Work};

use super::entity::{Column, Entity, HandoverState, Intent, Model as Handover};
use super::events::{HandoverAccepted, HandoverOffered, HandoverRefused, HandoverReported};
use super::model::{GoesOnAs, HandoverError};
use super::queries;
use crate::id::{HandoverId, InquiryId};
use crate::{customer, inquiry, lead};
use xianji_platform::record::patch::tidy;
use xianji_platform::record::{people, rows};

/// Offers the needs found in an inquiry to a sales owner.
pub async fn offer(
    work: &mut Work,
    inquiry: InquiryId,
    to: MemberId,
    intent: Intent,
    summary: String,
) -> Result<Handover, Failure> {
    let inquiry = inquiry::queries::find(&work.db(), &work.scope("inquiry.read"), inquiry).await?;
    work.permit("handover.offer", &inquiry).await?;
    work.gate(&inquiry.subject(), "handover.offer").await?;
    let from = work
        .actor()
        .member()
        .ok_or_else(|| Failure::not_found("member"))?;
    let customer = inquiry.customer_id.ok_or(HandoverError::NoCustomer)?;
    if from == to {
        return Err(HandoverError::ToOneself.into());
    }
    let summary = tidy(Some(summary)).ok_or_else(|| Invalid::one("/summary", "required"))?;
    let department = people::department_of(work, to)
        .await?
        .ok_or_else(|| Invalid::one("/to", "no-such-member"))?;
    let before = queries::of_inquiry(&work.db(), inquiry.id).await?;
    if before.iter().any(|one| one.state == HandoverState::Offered) {
        return Err(HandoverError::Open.into());
    }
    let row = Handover {
        id: work.next_id(),
        inquiry_id: inquiry.id,
        from_id: from,
        to_id: to,
        department_id: Some(department),
        intent,
        summary,
        state: HandoverState::Offered,
        reason: None,
        decided_at: None,
        lead_id: None,
        result: None,
        version: 1,
        created_at: work.now,
        updated_at: work.now,
        named: vec![from, to],
    };
    Entity::insert(row.clone().into_active_model())
        .exec_without_returning(&work.db())
        .await?;
    customer::name_on(work, customer, to, "handover").await?;
    work.record(HandoverOffered {
        handover: row.id,
        to,
        intent: intent.word(),
    })
    .await?;
    Ok(row)
}

/// Takes the needs on. As a lead it goes on here; as a project whoever keeps projects makes one, in the same unit of work.
pub async fn accept(work: &mut Work, id: HandoverId, goes_on_as: GoesOnAs) -> Result<Handover, Failure> {
    let mut row = open(work, id, "handover.accept").await?;
    row.decide(HandoverState::Accepted, None, work.now)?;
    if goes_on_as == GoesOnAs::Lead {
        row.lead_id = Some(lead::of_handover(work, &row).await?.id);
    }
    save(work, &mut row).await?;
    work.record(HandoverAccepted {
        handover: id,
        goes_on_as: goes_on_as.word().to_owned(),
    })
    .await?;
    Ok(row)
}

/// Refuses, with the reason.
pub async fn refuse(work: &mut Work, id: HandoverId, reason: String) -> Result<Handover, Failure> {
    let mut row = open(work, id, "handover.refuse").await?;
    let reason = tidy(Some(reason)).ok_or_else(|| Invalid::one("/reason", "required"))?;
    row.decide(HandoverState::Refused, Some(reason.clone()), work.now)?;
    save(work, &mut row).await?;
    work.record(HandoverRefused {
        handover: id,
        has_reason: true,
        reason,
    })
    .await?;
    Ok(row)
}

/// Reports back what became of it; called by what went on from it.
pub async fn report(work: &mut Work, id: HandoverId, result: &str) -> Result<(), Failure> {
    let found = Entity::find_by_id(id).one(&work.db()).await?;
    let mut row = found.ok_or_else(|| Failure::not_found("handover"))?;
    row.result = Some(result.to_owned());
    save(work, &mut row).await?;
    work.record(HandoverReported {
        handover: id,
        result: result.to_owned(),
    })
    .await?;
    Ok(())
}

async fn open(work: &mut Work, id: HandoverId, permission: &str) -> Result<Handover, Failure> {
    let row = queries::find(&work.db(), &work.scope("handover.read"), id).await?;
    work.permit(permission, &row).await?;
    work.expect_version(row.version)?;
    work.gate(&row.subject(), permission).await?;
    Ok(row)
}

async fn save(work: &Work, row: &mut Handover) -> Result<(), Failure> {
    let read = row.version;
    row.version += 1;
    row.updated_at = work.now;
    let update = rows::all_but_key(row.clone());
    rows::over(
        work,
        Entity::update_many()
            .set(update)
            .filter(Column::Id.eq(row.id))
            .filter(Column::Version.eq(read)),
    )
    .await
}
