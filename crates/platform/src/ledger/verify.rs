//! Verification from outside in: every event's text against its hash, every seal against its events and the seal before, the seals
//! against the copy in the file store.

use std::collections::BTreeMap;
use std::io::Write;

use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;

use super::entity::{event, seal, sealed, unsealed};
use super::hash;
use super::seal::seal_hash;
use crate::database::{Conn, Database};
use crate::failure::Failure;
use crate::file::FileStore;

/// What verification found.
#[derive(Debug, Default, Serialize, utoipa::ToSchema)]
pub struct Report {
    /// Seals read.
    pub seals: u64,
    /// Events covered by them.
    pub events: u64,
    /// Events that no seal covers yet.
    pub unsealed: u64,
    /// The first broken seal and what is wrong with it.
    pub broken: Option<Trouble>,
}

/// The first thing wrong.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Trouble {
    /// Number of the seal.
    pub seal: i64,
    /// `event-changed`, `event-missing`, `seal-changed`, `chain-broken`, `copy-differs`, `cut-off` or `event-uncovered`.
    pub what: String,
    /// The event, if one is known.
    pub event: Option<String>,
}

/// Reads the whole ledger in portions and compares. All of it is seen as it stood at one moment, so that what is written and sealed
/// meanwhile is no break; the copy is read before that moment, as it only ever follows the database.
pub async fn verify(database: &Database, files: &FileStore) -> Result<Report, Failure> {
    let copies = files.read_seals().await?;
    let moment = database.moment().await?;
    verify_at(&Conn::Transaction(&moment), &copies).await
}

/// The same within a moment that is being looked at already; `copies` were read before it.
pub(crate) async fn verify_at(db: &Conn<'_>, copies: &BTreeMap<i64, String>) -> Result<Report, Failure> {
    let mut report = Report {
        unsealed: unsealed::Entity::find().count(db).await?,
        ..Report::default()
    };
    let mut previous = String::new();
    loop {
        let number = i64::try_from(report.seals).unwrap_or(i64::MAX) + 1;
        let Some(one) = seal::Entity::find_by_id(number).one(db).await? else {
            break;
        };
        let trouble = check(db, &one, &previous, copies.get(&number)).await?;
        report.seals += 1;
        report.events += u64::try_from(one.count).unwrap_or(0);
        if trouble.is_some() {
            report.broken = trouble;
            return Ok(report);
        }
        previous = one.hash;
    }
    report.broken = ends(db, &report, copies.keys().max().copied()).await?;
    Ok(report)
}

async fn check(
    db: &Conn<'_>,
    one: &seal::Model,
    previous: &str,
    copy: Option<&String>,
) -> Result<Option<Trouble>, Failure> {
    let trouble = |what: &str, event: Option<String>| {
        Ok(Some(Trouble {
            seal: one.number,
            what: what.into(),
            event,
        }))
    };
    if one.previous != previous {
        return trouble("chain-broken", None);
    }
    let rows = sealed::Entity::find()
        .filter(sealed::Column::SealNumber.eq(one.number))
        .order_by_asc(sealed::Column::Place)
        .all(db)
        .await?;
    let ids: Vec<_> = rows.iter().map(|row| row.event_id).collect();
    let found: std::collections::HashMap<_, _> = event::Entity::find()
        .select_only()
        .columns([event::Column::Id, event::Column::Hash, event::Column::Body])
        .filter(event::Column::Id.is_in(ids.clone()))
        .into_tuple::<(crate::id::EventId, String, String)>()
        .all(db)
        .await?
        .into_iter()
        .map(|(id, hash, body)| (id, (hash, body)))
        .collect();
    let mut hashes = Vec::with_capacity(ids.len());
    for id in &ids {
        match found.get(id) {
            None => return trouble("event-missing", Some(id.to_string())),
            Some((kept, body)) if *kept != hash(body.as_bytes()) => {
                return trouble("event-changed", Some(id.to_string()));
            }
            Some((kept, _)) => hashes.push(kept.clone()),
        }
    }
    if i32::try_from(hashes.len()).ok() != Some(one.count)
        || seal_hash(previous, one.number, &hashes) != one.hash
    {
        return trouble("seal-changed", None);
    }
    match copy {
        Some(line) if *line != one.hash => trouble("copy-differs", None),
        Some(_) | None => Ok(None),
    }
}

/// A ledger cut off at its end shows against the copy; an event that nothing covers shows against the counts.
async fn ends(db: &Conn<'_>, report: &Report, last_copy: Option<i64>) -> Result<Option<Trouble>, Failure> {
    let last = i64::try_from(report.seals).unwrap_or(i64::MAX);
    if last_copy.is_some_and(|copy| copy > last) {
        return Ok(Some(Trouble {
            seal: last + 1,
            what: "cut-off".into(),
            event: None,
        }));
    }
    let all = event::Entity::find().count(db).await?;
    let what = if all > report.events + report.unsealed {
        "event-uncovered"
    } else {
        "event-missing"
    };
    let wrong = all != report.events + report.unsealed;
    Ok(wrong.then(|| Trouble {
        seal: last + 1,
        what: what.into(),
        event: None,
    }))
}

/// Writes the ledger as JSON Lines: for each seal its events in order (the canonical text itself), then the seal. Answers the events.
pub async fn export(db: &Conn<'_>, out: &mut (dyn Write + Send)) -> Result<u64, Failure> {
    let mut number = 1;
    let mut count = 0;
    while let Some(one) = seal::Entity::find_by_id(number).one(db).await? {
        let rows = sealed::Entity::find()
            .filter(sealed::Column::SealNumber.eq(number))
            .order_by_asc(sealed::Column::Place)
            .all(db)
            .await?;
        for row in rows {
            if let Some(event) = event::Entity::find_by_id(row.event_id).one(db).await? {
                writeln!(out, "{}", event.body)?;
                count += 1;
            }
        }
        let line = serde_json::json!({ "seal": one.number, "count": one.count, "previous": one.previous, "hash": one.hash });
        writeln!(out, "{}", super::canonical(&line)?)?;
        number += 1;
    }
    Ok(count)
}
