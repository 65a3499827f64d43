//! Sealing: one node at a time takes the unsealed rows, orders them by time and id, chains them and removes them.

use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::entity::{event, seal as seals, sealed, unsealed};
use super::hash;
use crate::app::App;
use crate::failure::Failure;
use crate::lease;

/// How many events one seal covers at most.
const PORTION: u64 = 1000;

/// Hash of a seal: the seal before, its number and the event hashes in order, one a line.
pub fn seal_hash(previous: &str, number: i64, hashes: &[String]) -> String {
    hash(format!("{previous}\n{number}\n{}", hashes.join("\n")).as_bytes())
}

/// Seals what is unsealed, as part of the tick.
pub fn tick(app: &App, now: DateTime<Utc>) -> BoxFuture<'_, Result<u64, Failure>> {
    Box::pin(seal(app, now))
}

/// Seals everything that is unsealed; answers how many events. On another node's turn it does nothing.
pub async fn seal(app: &App, now: DateTime<Utc>) -> Result<u64, Failure> {
    let mut total = 0;
    mend_copy(app).await?;
    loop {
        let tx = app.database().begin().await?;
        if !lease::take(&tx, "ledger.seal", now).await? {
            return Ok(total);
        }
        let open = unsealed::Entity::find()
            .order_by_asc(unsealed::Column::RecordedAt)
            .order_by_asc(unsealed::Column::EventId)
            .limit(PORTION)
            .all(&tx)
            .await?;
        if open.is_empty() {
            return Ok(total);
        }
        let ids: Vec<_> = open.iter().map(|row| row.event_id).collect();
        let found: std::collections::HashMap<_, _> = event::Entity::find()
            .select_only()
            .columns([event::Column::Id, event::Column::Hash])
            .filter(event::Column::Id.is_in(ids.clone()))
            .into_tuple::<(crate::id::EventId, String)>()
            .all(&tx)
            .await?
            .into_iter()
            .collect();
        let hashes: Vec<String> = ids
            .iter()
            .map(|id| found.get(id).cloned().unwrap_or_default())
            .collect();
        let last = seals::Entity::find()
            .order_by_desc(seals::Column::Number)
            .one(&tx)
            .await?;
        let (number, previous) = last.map_or((1, String::new()), |seal| (seal.number + 1, seal.hash));
        let sum = seal_hash(&previous, number, &hashes);
        let count = i32::try_from(ids.len()).unwrap_or(i32::MAX);
        seals::Entity::insert(seals::ActiveModel {
            number: Set(number),
            count: Set(count),
            previous: Set(previous),
            hash: Set(sum.clone()),
            sealed_at: Set(now),
        })
        .exec_without_returning(&tx)
        .await?;
        let rows = ids.iter().enumerate().map(|(place, id)| sealed::ActiveModel {
            seal_number: Set(number),
            place: Set(i32::try_from(place).unwrap_or(i32::MAX)),
            event_id: Set(*id),
        });
        sealed::Entity::insert_many(rows)
            .exec_without_returning(&tx)
            .await?;
        unsealed::Entity::delete_many()
            .filter(unsealed::Column::EventId.is_in(ids))
            .exec(&tx)
            .await?;
        tx.commit().await?;
        // After the commit, so that the copy never knows a seal that is not there; what a crash leaves out, `mend_copy` adds.
        app.files().append_seal(number, count, &sum).await?;
        total += u64::try_from(count).unwrap_or(0);
    }
}

/// Adds the last seals to the copy when a crash came between commit and copy.
async fn mend_copy(app: &App) -> Result<(), Failure> {
    let Some(last) = seals::Entity::find()
        .order_by_desc(seals::Column::Number)
        .one(&app.reader())
        .await?
    else {
        return Ok(());
    };
    if app.files().last_seal() >= last.number {
        return Ok(());
    }
    let known = app.files().read_seals().await?.keys().max().copied().unwrap_or(0);
    let missing = seals::Entity::find()
        .filter(seals::Column::Number.gt(known))
        .order_by_asc(seals::Column::Number)
        .all(&app.reader())
        .await?;
    for seal in missing {
        app.files()
            .append_seal(seal.number, seal.count, &seal.hash)
            .await?;
    }
    Ok(())
}
