//! The tamper-evident ledger: append-only events, sealed in the background. A seal covers, in order, the hashes of its events and the seal
//! before, so that a changed, missing, swapped or cut-off event shows; neither the order of commits nor the number of nodes matters, and
//! no writer waits.

pub mod api;
pub mod entity;
mod seal;
mod verify;

#[cfg(test)]
mod tests;

use sea_orm::{ActiveValue::Set, DatabaseTransaction, EntityTrait};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

pub use seal::{seal, tick};
pub(crate) use verify::verify_at;
pub use verify::{Report, Trouble, export, verify};

use crate::failure::Failure;
use crate::id::Subject;
use crate::work::Recorded;

/// An event on its way into the ledger.
pub struct Entry {
    event: entity::event::ActiveModel,
    personal: Vec<Personal>,
}

/// A personal value beside an event; erasing it leaves the chain whole.
pub struct Personal {
    field: String,
    salt: String,
    value: String,
}

impl Entry {
    /// Makes the canonical text of an event and its hash.
    pub fn of(
        recorded: &Recorded,
        schema: u16,
        actor: &str,
        personal: Vec<Personal>,
    ) -> Result<Self, Failure> {
        let body = canonical(&json!({
            "actor": actor,
            "facts": recorded.facts,
            "happened_at": instant(recorded.happened_at),
            "id": recorded.id,
            "member": recorded.member,
            "name": recorded.name,
            "on_behalf_of": recorded.on_behalf_of,
            "recorded_at": instant(recorded.recorded_at),
            "schema": schema,
            "subject": recorded.subject,
        }))?;
        Ok(Self {
            event: entity::event::ActiveModel {
                id: Set(recorded.id),
                name: Set(recorded.name.clone()),
                subject_kind: Set(recorded.subject.kind.clone()),
                subject_id: Set(recorded.subject.id),
                member_id: Set(recorded.member),
                on_behalf_of: Set(recorded.on_behalf_of),
                happened_at: Set(recorded.happened_at),
                recorded_at: Set(recorded.recorded_at),
                hash: Set(hash(body.as_bytes())),
                body: Set(body),
            },
            personal,
        })
    }
}

/// RFC 8785 text of a value: the bytes that are hashed are the bytes that are stored.
pub fn canonical(value: &Value) -> Result<String, Failure> {
    Ok(serde_json_canonicalizer::to_string(value)?)
}

/// SHA-256 in hexadecimal.
pub fn hash(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

/// An instant as the ledger and conditions write it: UTC, six digits, `Z`.
pub fn instant(at: chrono::DateTime<chrono::Utc>) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Micros, true)
}

/// Takes personal values out of the facts and leaves the hash of salt and value in their place.
pub(crate) fn personal(facts: &mut Value, values: Vec<(&'static str, String)>) -> Vec<Personal> {
    values
        .into_iter()
        .map(|(field, value)| {
            let salt = hex::encode(rand::random::<[u8; 16]>());
            if let Some(facts) = facts.as_object_mut() {
                facts.remove(field);
                facts.insert(
                    format!("{field}_hash"),
                    Value::String(hash(format!("{salt}{value}").as_bytes())),
                );
            }
            Personal {
                field: field.to_owned(),
                salt,
                value,
            }
        })
        .collect()
}

/// Appends in one statement a table, however many events a unit of work recorded.
pub(crate) async fn append(tx: &DatabaseTransaction, entries: Vec<Entry>) -> Result<(), Failure> {
    if entries.is_empty() {
        return Ok(());
    }
    let (mut events, mut open, mut beside) = (Vec::new(), Vec::new(), Vec::new());
    for entry in entries {
        let id = entry.event.id.clone();
        open.push(entity::unsealed::ActiveModel {
            event_id: id.clone(),
            recorded_at: entry.event.recorded_at.clone(),
        });
        beside.extend(
            entry
                .personal
                .into_iter()
                .map(|personal| entity::personal::ActiveModel {
                    event_id: id.clone(),
                    field: Set(personal.field),
                    salt: Set(personal.salt),
                    value: Set(personal.value),
                }),
        );
        events.push(entry.event);
    }
    for part in events.chunks(500) {
        entity::event::Entity::insert_many(part.to_vec())
            .exec_without_returning(tx)
            .await?;
    }
    for part in open.chunks(500) {
        entity::unsealed::Entity::insert_many(part.to_vec())
            .exec_without_returning(tx)
            .await?;
    }
    for part in beside.chunks(500) {
        entity::personal::Entity::insert_many(part.to_vec())
            .exec_without_returning(tx)
            .await?;
    }
    Ok(())
}

/// Erases the personal values beside the events of a record; the events keep their hashes, and the chain stays whole. Answers how many.
pub async fn erase(work: &crate::work::Work, subject: &Subject) -> Result<u64, Failure> {
    use sea_orm::{ColumnTrait, QueryFilter, QuerySelect, QueryTrait};
    let events = entity::event::Entity::find()
        .select_only()
        .column(entity::event::Column::Id)
        .filter(entity::event::Column::SubjectKind.eq(&subject.kind))
        .filter(entity::event::Column::SubjectId.eq(subject.id))
        .into_query();
    let erased = entity::personal::Entity::delete_many()
        .filter(entity::personal::Column::EventId.in_subquery(events))
        .exec(work.tx())
        .await?;
    Ok(erased.rows_affected)
}
