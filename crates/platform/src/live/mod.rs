//! Telling open screens that something changed, while they are looked at: which records of those that one may see, and how many notices
//! wait. No contents travel here; a screen asks again for what it shows. What other programs on the same database wrote is found by looking
//! for their events, so that nobody has to be waited for and nothing is lost when a word is.

pub mod api;
mod hub;
mod listener;
mod news;
#[cfg(test)]
mod tests;

pub use hub::Hub;
pub use news::News;

use chrono::TimeDelta;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::app::App;
use crate::failure::Failure;
use crate::id::{EventId, Subject, earliest_uuid};
use crate::ledger::entity::event;

/// Events that take longer than this to be committed are not told; screens read again by themselves.
const OVERLAP: TimeDelta = TimeDelta::seconds(10);

/// Events that are told one by one at most.
const PORTION: u64 = 1000;

/// Looks for what other programs recorded lately, if anybody listens here; answers how many events were new.
pub async fn look(app: &App) -> Result<u64, Failure> {
    let hub = app.live();
    if !hub.is_heard() {
        return Ok(0);
    }
    let now = app.now();
    let since = EventId(earliest_uuid(now - OVERLAP));
    let rows = event::Entity::find()
        .select_only()
        .columns([
            event::Column::Id,
            event::Column::SubjectKind,
            event::Column::SubjectId,
        ])
        .filter(event::Column::Id.gte(since))
        .order_by_desc(event::Column::Id)
        .limit(PORTION)
        .into_tuple::<(EventId, String, Uuid)>()
        .all(&app.reader())
        .await?;
    let all = rows.len() as u64 == PORTION;
    let found = rows
        .into_iter()
        .map(|(id, kind, subject)| (id, Subject { kind, id: subject }));
    Ok(hub.tell_found(found.collect(), all, since))
}
