//! Changing who decides, and taking a request back.

use sea_orm::EntityTrait;
use serde_json::json;
use xianji_platform::identity::ActorKind;
use xianji_platform::identity::entity::member;
use xianji_platform::{Failure, Invalid, MemberId, Work};

use super::steps::{self, case_of, insert_decider};
use super::{duty, save_decider};
use crate::approval::entity::decider::{Decider, DeciderState};
use crate::approval::entity::step::ApprovalStepRow;
use crate::approval::entity::{ApprovalId, ApprovalRequest, State};
use crate::approval::{ApprovalError, queries};
use crate::engine::Context;
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
    let row = member::Entity::find_by_id(newcomer).one(&work.db()).await?;
    if row.is_none_or(|row| row.deactivated_at.is_some()) {
        return Err(Invalid::one("/member", "no-such-member").into());
    }
    Ok(())
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
