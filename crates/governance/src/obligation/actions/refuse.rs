//! Refusing to confirm: what was done is not good enough, so it is open again with the due time that it had.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::json;
use xianji_platform::ledger::hash;
use xianji_platform::{Failure, MemberId, Work};

use super::close::{Evidence, close, fulfil};
use super::open::add_people;
use super::{evidence, save};
use crate::obligation::entity::{Column, Entity, person};
use crate::obligation::model::Source;
use crate::obligation::ticks::end_watch;
use crate::obligation::{Obligation, ObligationError, ObligationId, State, queries};

/// Whoever is asked to confirm says no, and why. The confirming is done by that; what was to be confirmed is owed again.
pub async fn refuse(work: &mut Work, id: ObligationId, reason: String) -> Result<Obligation, Failure> {
    let row = queries::lock(work, id).await?;
    if row.source != Source::Confirm.word() {
        return Err(ObligationError::NotConfirming.into());
    }
    if !row.is_open() {
        return Err(ObligationError::NotOpen.into());
    }
    let people = queries::responsible(&work.db(), id).await?;
    if queries::acting(work, &people).is_none() {
        work.permit("obligation.complete", &queries::owed(&row, &people))
            .await?;
    }
    let by = Evidence::now(work, Some(reason));
    say_no(work, row, by).await
}

/// The same by evidence: a sheet that did not pass.
pub(crate) async fn say_no(work: &mut Work, row: Obligation, by: Evidence) -> Result<Obligation, Failure> {
    let now = work.now;
    let (member, note, parent) = (by.by, by.note.clone(), row.parent_id);
    let row = save(work, row, |row| row.refused_at = Some(now)).await?;
    let row = fulfil(work, row.id, by).await?;
    if let Some(parent) = parent {
        open_again(work, parent, &row, member, note.as_deref()).await?;
    }
    Ok(row)
}

async fn open_again(
    work: &mut Work,
    id: ObligationId,
    refusal: &Obligation,
    by: Option<MemberId>,
    reason: Option<&str>,
) -> Result<(), Failure> {
    withdraw_others(work, id, refusal.id).await?;
    let row = queries::lock(work, id).await?;
    if !matches!(row.state, State::Fulfilled | State::Late) {
        return Ok(());
    }
    let now = work.now;
    let owed = owed_at_the_end(work, &row).await?;
    let row = save(work, row, |row| {
        row.state = State::Open;
        row.progress = row.needed.saturating_sub(1);
        row.refused_at = Some(now);
        (row.happened_at, row.closed_at, row.closed_event) = (None, None, None);
        (row.closed_by, row.note) = (None, None);
        let next = usize::try_from(row.step).unwrap_or(0);
        row.next_step_at = row.planned().get(next).map(|step| step.at);
    })
    .await?;
    add_people(work, &row, &owed, "refused").await?;
    end_watch(work, &row.subject(), &row.rule).await?;
    let facts = json!({
        "by": by, "confirmation": refusal.id, "reason_hash": reason.map(|reason| hash(reason.as_bytes())),
    });
    evidence(work, &row, "refused", facts).await?;
    Ok(())
}

/// One no is enough: the others are not asked any more.
async fn withdraw_others(work: &mut Work, parent: ObligationId, but: ObligationId) -> Result<(), Failure> {
    let rows = Entity::find()
        .filter(Column::ParentId.eq(parent))
        .filter(Column::State.eq(State::Open))
        .filter(Column::Id.ne(but))
        .order_by_asc(Column::Id)
        .all(&work.db())
        .await?;
    for row in rows {
        let by = Evidence {
            event: None,
            happened_at: work.now,
            by: None,
            note: None,
        };
        close(work, row, State::Void, by).await?;
    }
    Ok(())
}

/// Whoever owed it when it was closed owes it again.
async fn owed_at_the_end(work: &Work, row: &Obligation) -> Result<Vec<MemberId>, Failure> {
    let shares = queries::shares(&work.db(), row.id).await?;
    let mut members: Vec<MemberId> = Vec::new();
    for one in shares.iter().filter(|one: &&person::Model| {
        one.role == "responsible"
            && matches!(one.state.as_str(), "done" | "closed")
            && one.until_at.is_some()
            && one.until_at == row.closed_at
    }) {
        let theirs = row.taken_by.is_none_or(|taker| taker == one.member_id);
        if theirs && !members.contains(&one.member_id) {
            members.push(one.member_id);
        }
    }
    Ok(members)
}
