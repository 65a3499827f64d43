//! Raising an objection, answering it, taking it back.

use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::json;
use xianji_platform::failure::Stale;
use xianji_platform::ledger::hash;
use xianji_platform::{Failure, Reach, Subject, Work};

use super::ObjectionError;
use super::entity::{Column, Entity, Objection, ObjectionId, State};
use super::queries;
use crate::engine::{Case, Context};
use crate::sight::{self, OnRecord};
use xianji_platform::record::rows;

/// Whoever is named on a record, or has the right to, objects to how it is handled; gates that ask for it stay shut until it is answered.
pub async fn raise(work: &mut Work, subject: &Subject, words: String) -> Result<Objection, Failure> {
    sight::must_see(work.app(), &work.db(), work.actor(), subject).await?;
    let member = work.actor().member().ok_or(ObjectionError::NotAMember)?;
    let case = Case::load(&Context::of(work), subject)
        .await?
        .ok_or_else(|| Failure::not_found("record"))?;
    let named = work.actor().is_within(Reach::Team, &OnRecord::of(&case.facts));
    if !named {
        work.permit("objection.raise", &OnRecord::of(&case.facts)).await?;
    }
    case.still_written(&Context::of(work))?;
    let row = Objection {
        id: work.next_id(),
        subject_kind: subject.kind.clone(),
        subject_id: subject.id,
        state: State::Open,
        raised_by: member,
        words,
        answered_by: None,
        answer: None,
        answered_at: None,
        version: 1,
        created_at: work.now,
        updated_at: work.now,
    };
    Entity::insert(row.clone().into_active_model().reset_all())
        .exec_without_returning(&work.db())
        .await?;
    record(work, &row, "objection.raised", &row.words).await?;
    Ok(row)
}

/// Whoever may change the record answers.
pub async fn answer(work: &mut Work, id: ObjectionId, words: String) -> Result<Objection, Failure> {
    let row = open(work, id).await?;
    let case = Case::load(&Context::of(work), &row.subject())
        .await?
        .ok_or_else(|| Failure::not_found("record"))?;
    let owner = case
        .facts
        .owner
        .is_some_and(|owner| [work.actor().member(), work.actor().on_behalf_of()].contains(&Some(owner)));
    if !owner {
        work.permit(
            &format!("{}.update", row.subject_kind),
            &OnRecord::of(&case.facts),
        )
        .await?;
    }
    let (by, now) = (work.actor().member(), work.now);
    let row = save(work, row, |row| {
        row.state = State::Answered;
        row.answered_by = by;
        row.answer = Some(words);
        row.answered_at = Some(now);
    })
    .await?;
    record(
        work,
        &row,
        "objection.answered",
        row.answer.as_deref().unwrap_or_default(),
    )
    .await?;
    Ok(row)
}

/// Whoever raised it takes it back.
pub async fn withdraw(work: &mut Work, id: ObjectionId) -> Result<Objection, Failure> {
    let row = open(work, id).await?;
    if work.actor().member() != Some(row.raised_by) {
        return Err(ObjectionError::NotYours.into());
    }
    let row = save(work, row, |row| row.state = State::Withdrawn).await?;
    record(work, &row, "objection.withdrawn", "").await?;
    Ok(row)
}

async fn open(work: &Work, id: ObjectionId) -> Result<Objection, Failure> {
    let row = queries::find(&work.db(), id).await?;
    sight::must_see(work.app(), &work.db(), work.actor(), &row.subject()).await?;
    work.expect_version(row.version)?;
    match row.state {
        State::Open => Ok(row),
        State::Answered | State::Withdrawn => Err(ObjectionError::Closed.into()),
    }
}

async fn save(
    work: &Work,
    row: Objection,
    change: impl FnOnce(&mut Objection),
) -> Result<Objection, Failure> {
    let read = row.version;
    let mut changed = row;
    change(&mut changed);
    changed.version = read + 1;
    changed.updated_at = work.now;
    let model = rows::all_but_key(changed.clone());
    let done = Entity::update_many()
        .set(model)
        .filter(Column::Id.eq(changed.id))
        .filter(Column::Version.eq(read))
        .exec(&work.db())
        .await?;
    if done.rows_affected == 1 {
        Ok(changed)
    } else {
        Err(Stale.into())
    }
}

async fn record(work: &mut Work, row: &Objection, name: &str, words: &str) -> Result<(), Failure> {
    let facts =
        json!({ "objection": row.id, "raised_by": row.raised_by, "words_hash": hash(words.as_bytes()) });
    work.record_named(name, row.subject(), facts).await?;
    Ok(())
}
