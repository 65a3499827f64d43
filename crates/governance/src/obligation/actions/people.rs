//! Who owes it: taking it from the shared list, handing it over, another person by the rule.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter};
use serde_json::json;
use xianji_platform::{Failure, MemberId, Work};

use super::open::add_people;
use super::{evidence, save};
use crate::engine::{People, must_be_active};
use crate::obligation::entity::person;
use crate::obligation::{Obligation, ObligationError, ObligationId, queries};

/// One of those who share it takes it: it leaves the others' lists, and stands in them as taken.
pub async fn take(work: &mut Work, id: ObligationId) -> Result<Obligation, Failure> {
    let row = queries::lock(work, id).await?;
    let people = queries::responsible(&work.db(), id).await?;
    let me = queries::acting(work, &people).ok_or(ObligationError::NotYours)?;
    if !row.is_open() {
        return Err(ObligationError::NotOpen.into());
    }
    match row.taken_by {
        Some(taker) if taker == me => return Ok(row),
        Some(_) => return Err(ObligationError::TakenBefore.into()),
        None if row.mode != "one" => return Err(ObligationError::NotShared.into()),
        None => {}
    }
    let row = save(work, row, |row| row.taken_by = Some(me)).await?;
    set_aside(work, id, me).await?;
    evidence(work, &row, "taken", json!({ "member": me })).await?;
    Ok(row)
}

/// Gives it to another person; the giver's share stays on record.
pub async fn hand_over(
    work: &mut Work,
    id: ObligationId,
    to: MemberId,
    note: Option<&str>,
) -> Result<Obligation, Failure> {
    let row = queries::lock(work, id).await?;
    let people = queries::responsible(&work.db(), id).await?;
    if !row.is_open() {
        return Err(ObligationError::NotOpen.into());
    }
    if queries::acting(work, &people).is_none() {
        work.permit("obligation.hand_over", &queries::owed(&row, &people))
            .await?;
    }
    must_be_active(&work.db(), to, "/to").await?;
    let from: Vec<MemberId> = people.iter().map(|person| person.member_id).collect();
    end_shares(work, id, &from).await?;
    let row = save(work, row, |row| row.taken_by = Some(to)).await?;
    add_people(work, &row, &[to], "handed-over").await?;
    let hash = note.map(|note| xianji_platform::ledger::hash(note.as_bytes()));
    evidence(
        work,
        &row,
        "handed_over",
        json!({ "from": from, "to": to, "note_hash": hash }),
    )
    .await?;
    Ok(row)
}

/// Other people owe it now: those who are no longer meant keep their share until today, the others come in. Answers whether anything
/// changed.
pub async fn assign(work: &mut Work, row: &Obligation, meant: &People) -> Result<bool, Failure> {
    let people = queries::responsible(&work.db(), row.id).await?;
    let now: Vec<MemberId> = people.iter().map(|person| person.member_id).collect();
    let mut wanted = meant.members.clone();
    if wanted.is_empty() {
        return Ok(false);
    }
    wanted.sort();
    let mut have = now.clone();
    have.sort();
    if have == wanted {
        return Ok(false);
    }
    let gone: Vec<MemberId> = now
        .iter()
        .copied()
        .filter(|member| !wanted.contains(member))
        .collect();
    let come: Vec<MemberId> = wanted
        .iter()
        .copied()
        .filter(|member| !now.contains(member))
        .collect();
    end_shares(work, row.id, &gone).await?;
    // To whom it was handed stays its owner, whoever stands in.
    let handed = handed_to(work, row).await?.is_some();
    if !handed && row.taken_by.is_some_and(|taker| gone.contains(&taker)) {
        // Whoever had taken it is no longer meant: it is on everybody's list again.
        save(work, row.clone(), |row| row.taken_by = None).await?;
        share_again(work, row.id).await?;
    }
    add_people(work, row, &come, "reassigned").await?;
    evidence(work, row, "reassigned", json!({ "from": gone, "to": come })).await?;
    Ok(true)
}

/// To whom it was handed over, if it was: from then on the rule names nobody else while that person is here.
pub(super) async fn handed_to(work: &Work, row: &Obligation) -> Result<Option<MemberId>, Failure> {
    let Some(taker) = row.taken_by else {
        return Ok(None);
    };
    let shares = queries::shares(&work.db(), row.id).await?;
    let handed = |share: &person::Model| share.why == "handed-over" && share.member_id == taker;
    Ok(shares.iter().any(handed).then_some(taker))
}

/// Whoever it was handed to has left: it is the rule's again.
pub(super) async fn hand_back(work: &Work, row: Obligation) -> Result<Obligation, Failure> {
    save(work, row, |row| row.taken_by = None).await
}

/// Ends the shares of these members: from now on it is not theirs.
pub(super) async fn end_shares(work: &Work, id: ObligationId, members: &[MemberId]) -> Result<(), Failure> {
    person::Entity::update_many()
        .col_expr(person::Column::State, Expr::value("moved"))
        .col_expr(person::Column::UntilAt, Expr::value(work.now))
        .filter(person::Column::ObligationId.eq(id))
        .filter(person::Column::Role.eq("responsible"))
        .filter(person::Column::State.is_in(["open", "aside"]))
        .filter(person::Column::MemberId.is_in(members.to_vec()))
        .exec(&work.db())
        .await?;
    Ok(())
}

async fn share_again(work: &Work, id: ObligationId) -> Result<(), Failure> {
    person::Entity::update_many()
        .col_expr(person::Column::State, Expr::value("open"))
        .filter(person::Column::ObligationId.eq(id))
        .filter(person::Column::Role.eq("responsible"))
        .filter(person::Column::State.eq("aside"))
        .exec(&work.db())
        .await?;
    Ok(())
}

async fn set_aside(work: &Work, id: ObligationId, me: MemberId) -> Result<(), Failure> {
    person::Entity::update_many()
        .col_expr(person::Column::State, Expr::value("aside"))
        .filter(person::Column::ObligationId.eq(id))
        .filter(person::Column::Role.eq("responsible"))
        .filter(person::Column::State.eq("open"))
        .filter(Expr::col(person::Column::MemberId).ne(me))
        .exec(&work.db())
        .await?;
    Ok(())
}

/// Those to whom it was taken; once each.
pub(crate) async fn add_escalated(
    work: &mut Work,
    row: &Obligation,
    members: &[MemberId],
) -> Result<(), Failure> {
    let there = queries::shares(&work.db(), row.id).await?;
    let new: Vec<MemberId> = members
        .iter()
        .copied()
        .filter(|member| {
            !there
                .iter()
                .any(|one| one.member_id == *member && one.role == "escalated")
        })
        .collect();
    add_people(work, row, &new, "escalated").await
}
