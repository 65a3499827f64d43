//! Changing who decides, and taking a request back.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use xianji_platform::identity::ActorKind;
use xianji_platform::{Failure, MemberId, Subject, Work};

use super::ask::AskedHere;
use super::steps::{self, case_of, insert_decider};
use super::{duty, save_decider};
use crate::approval::entity::decider::{Decider, DeciderState};
use crate::approval::entity::step::ApprovalStepRow;
use crate::approval::entity::{ApprovalId, ApprovalRequest, Column, Entity, State};
use crate::approval::{ApprovalError, Matter, queries};
use crate::engine::{Context, must_be_active};
use crate::obligation::ObligationId;
use crate::sight::OnRecord;

/// Whoever asked takes it back.
pub async fn withdraw(
    work: &mut Work,
    id: ApprovalId,
    words: Option<String>,
) -> Result<ApprovalRequest, Failure> {
    let request = queries::lock(work, id).await?;
    request.must_be_pending()?;
    let acting = [work.actor().member(), work.actor().on_behalf_of()];
    if !acting
        .into_iter()
        .flatten()
        .any(|member| request.is_asked_by(member))
    {
        return Err(ApprovalError::NotAsker.into());
    }
    let hash = words.map(|words| xianji_platform::ledger::hash(words.as_bytes()));
    let request = steps::finish(work, request, State::Withdrawn).await?;
    work.record_named(
        "approval.withdrawn",
        request.subject(),
        json!({ "request": request.id, "words_hash": hash }),
    )
    .await?;
    Ok(request)
}

/// A decider gives the decision to another person.
pub async fn hand_over(
    work: &mut Work,
    id: ApprovalId,
    to: MemberId,
    words: Option<String>,
) -> Result<ApprovalRequest, Failure> {
    let (request, step, mine) = mine_of(work, id, to).await?;
    let (now, by) = (work.now, work.actor().member());
    let from = mine.as_ref().map(|one| one.member_id);
    if let Some(mine) = mine {
        save_decider(work, mine, |row| {
            row.state = DeciderState::HandedOver;
            row.decided_by = by;
            row.decided_at = Some(now);
            row.words = words;
        })
        .await?;
    }
    insert_decider(work, &step, to, "handed-over", false, None).await?;
    moved(work, &request, &step).await?;
    let facts = json!({ "request": request.id, "approval": request.approval, "step": step.place, "from": from, "to": to });
    work.record_named("approval.handed_over", request.subject(), facts)
        .await?;
    Ok(request)
}

/// A decider wants another person to sign too.
pub async fn add_signer(
    work: &mut Work,
    id: ApprovalId,
    member: MemberId,
) -> Result<ApprovalRequest, Failure> {
    let (request, step, mine) = mine_of(work, id, member).await?;
    let by = mine.map(|one| one.member_id);
    insert_decider(work, &step, member, "added", true, None).await?;
    moved(work, &request, &step).await?;
    let facts = json!({ "request": request.id, "approval": request.approval, "step": step.place, "by": by, "added": member });
    work.record_named("approval.signer_added", request.subject(), facts)
        .await?;
    Ok(request)
}

/// The open step and the actor's own part in it. Where nobody is there to decide, whoever may decide on the record by permission names
/// somebody.
async fn mine_of(
    work: &Work,
    id: ApprovalId,
    newcomer: MemberId,
) -> Result<(ApprovalRequest, ApprovalStepRow, Option<Decider>), Failure> {
    let request = queries::lock(work, id).await?;
    request.must_be_pending()?;
    let step = queries::open_step(&work.db(), id)
        .await?
        .ok_or_else(|| Failure::broken("a pending request has no open step"))?;
    let all = queries::deciders(&work.db(), step.id).await?;
    let ActorKind::Member { id: me, on_behalf_of } = work.actor().who() else {
        return Err(ApprovalError::NotYours.into());
    };
    let open = |member: MemberId| {
        all.iter()
            .find(|one| one.member_id == member && one.state == DeciderState::Open)
    };
    let mine = open(*me).or_else(|| on_behalf_of.and_then(open)).cloned();
    if mine.is_none() {
        if all.iter().any(|one| one.state == DeciderState::Open) {
            return Err(ApprovalError::NotYours.into());
        }
        let (case, _) = case_of(&Context::of(work), &request).await?;
        work.permit("approval.decide", &OnRecord::of(&case.facts)).await?;
    }
    must_be_new(work, &request, &all, newcomer).await?;
    Ok((request, step, mine))
}

async fn must_be_new(
    work: &Work,
    request: &ApprovalRequest,
    all: &[Decider],
    newcomer: MemberId,
) -> Result<(), Failure> {
    if request.is_asked_by(newcomer) {
        return Err(ApprovalError::Own.into());
    }
    let takes_part = |one: &Decider| !matches!(one.state, DeciderState::HandedOver | DeciderState::Replaced);
    if all.iter().any(|one| one.member_id == newcomer && takes_part(one)) {
        return Err(ApprovalError::TakesPart.into());
    }
    must_be_active(&work.db(), newcomer, "/member").await
}

async fn moved(work: &mut Work, request: &ApprovalRequest, step: &ApprovalStepRow) -> Result<(), Failure> {
    let (case, statement) = case_of(&Context::of(work), request).await?;
    duty::move_to(work, &case, &statement, request, step).await
}

/// The house takes a request back because what it was about is gone.
pub async fn call_off(work: &mut Work, id: ApprovalId) -> Result<(), Failure> {
    let request = queries::lock(work, id).await?;
    if request.must_be_pending().is_ok() {
        steps::finish(work, request, State::Withdrawn).await?;
    }
    Ok(())
}

/// A record has ended: what was asked about it before is decided by nobody any more. What leaves the company is another matter than the
/// record's course, and what this unit of work has asked for belongs to the ending itself.
pub async fn call_off_all(work: &mut Work, subject: &Subject) -> Result<(), Failure> {
    let pending = queries::about(subject)
        .filter(Column::State.eq(State::Pending))
        .all(&work.db())
        .await?;
    for request in pending {
        let leaves = matches!(request.matter(), Matter::Export | Matter::Release { .. });
        if !leaves && !work.shelf::<AskedHere>().0.contains(&request.id) {
            call_off(work, request.id).await?;
        }
    }
    Ok(())
}

/// An obligation is closed: there is nothing left to be let off.
pub async fn call_off_waiver(work: &mut Work, obligation: ObligationId) -> Result<(), Failure> {
    let pending = Entity::find()
        .filter(Column::AboutId.eq(obligation.0))
        .filter(Column::Part.eq("waiver"))
        .filter(Column::State.eq(State::Pending))
        .all(&work.db())
        .await?;
    for request in pending {
        call_off(work, request.id).await?;
    }
    Ok(())
}
