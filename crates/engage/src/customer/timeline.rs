//! One timeline for a customer, whatever record an event is about: each event is noted under the customer that its record belongs to, in
//! the transaction that recorded it, so that reading a page costs the same after ten years.

use std::collections::HashMap;

use futures_util::future::BoxFuture;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::{ExprTrait, QueryOrder, QuerySelect};
use xianji_platform::database::Conn;
use xianji_platform::http::Total;
use xianji_platform::ledger::entity::event;
use xianji_platform::subject::{self, TimelineItem};
use xianji_platform::{Actor, App, EventId, Failure, Reaction, Recorded, Subject, Work};

use super::activity;
use super::entity::timeline;
use crate::id::CustomerId;

/// Notes of one statement.
const STATEMENT: usize = 500;

/// How far up a record is followed to its customer.
const DEPTH: usize = 4;

/// Notes every event under its customer.
pub fn reaction() -> Reaction {
    Reaction {
        name: "engage.timeline",
        on: &[],
        run: note,
    }
}

/// Customers of the subjects that this unit of work has met.
#[derive(Default)]
struct Known(HashMap<Subject, Option<CustomerId>>);

fn note<'a>(work: &'a mut Work, recorded: &'a Recorded) -> BoxFuture<'a, Result<(), Failure>> {
    Box::pin(async move {
        let Some(customer) = customer_of(work, &recorded.subject).await? else {
            return Ok(());
        };
        let row = timeline::ActiveModel {
            customer_id: Set(customer),
            event_id: Set(recorded.id),
        };
        let gathered = work.shelf::<Gathered>();
        if gathered.wanted {
            gathered.rows.push(row);
        } else {
            timeline::Entity::insert(row)
                .exec_without_returning(&work.db())
                .await?;
        }
        activity::touch(work, customer).await
    })
}

/// Notes of a unit of work that makes many customers at once.
#[derive(Default)]
struct Gathered {
    wanted: bool,
    rows: Vec<timeline::ActiveModel>,
}

/// From now on this unit of work writes its notes by one statement before it commits. Nothing in it may read a timeline after this.
pub(super) fn gather(work: &mut Work) {
    work.shelf::<Gathered>().wanted = true;
}

/// Writes what was gathered.
pub fn write(work: &mut Work) -> BoxFuture<'_, Result<(), Failure>> {
    Box::pin(async move {
        for part in work.take_shelf::<Gathered>().rows.chunks(STATEMENT) {
            timeline::Entity::insert_many(part.to_vec())
                .exec_without_returning(&work.db())
                .await?;
        }
        Ok(())
    })
}

/// The customer that a record belongs to, nearest first.
pub async fn customer_of(work: &mut Work, subject: &Subject) -> Result<Option<CustomerId>, Failure> {
    if let Some(known) = work.shelf::<Known>().0.get(subject) {
        return Ok(*known);
    }
    let found = seek(work, subject).await?;
    // A record may be matched to its customer later in the same unit of work.
    if found.is_some() {
        work.shelf::<Known>().0.insert(subject.clone(), found);
    }
    Ok(found)
}

/// Forgets what a record belonged to, when that changes.
pub fn forget(work: &mut Work, subject: &Subject) {
    work.shelf::<Known>().0.remove(subject);
}

/// Forgets all of them, when records change their customer together.
pub fn forget_all(work: &mut Work) {
    work.take_shelf::<Known>();
}

async fn seek(work: &Work, subject: &Subject) -> Result<Option<CustomerId>, Failure> {
    let app = work.app().clone();
    let mut here = vec![subject.clone()];
    for _ in 0..DEPTH {
        if let Some(customer) = here.iter().find(|one| one.kind == "customer") {
            return Ok(Some(customer.id.into()));
        }
        let mut above = Vec::new();
        for one in &here {
            let kind = app.registry().kinds.get(one.kind.as_str());
            if kind.is_some_and(|kind| !kind.declared.belongs_to.is_empty()) {
                let facts = work.facts_of(one).await?;
                above.extend(facts.map(|facts| facts.belongs_to).unwrap_or_default());
            }
        }
        here = above;
    }
    Ok(None)
}

/// A page of the timeline, newest first, from before an event on. Events of records that the reader may not see are left out; the id of
/// the last event looked at comes back when there are more.
pub async fn page(
    app: &App,
    db: &Conn<'_>,
    actor: &Actor,
    customer: CustomerId,
    before: Option<EventId>,
    limit: u64,
) -> Result<(Vec<TimelineItem>, Option<EventId>), Failure> {
    let mut noted = timeline::Entity::find().filter(timeline::Column::CustomerId.eq(customer));
    if let Some(before) = before {
        noted = noted.filter(timeline::Column::EventId.lt(before));
    }
    let noted = noted
        .order_by_desc(timeline::Column::EventId)
        .limit(limit + 1)
        .all(db)
        .await?;
    let more = noted.len() as u64 > limit;
    let ids: Vec<EventId> = noted
        .iter()
        .take(limit as usize)
        .map(|row| row.event_id)
        .collect();
    let next = ids.last().copied().filter(|_| more);
    let events = event::Entity::find()
        .filter(event::Column::Id.is_in(ids))
        .order_by_desc(event::Column::Id)
        .all(db)
        .await?;
    Ok((shown(db, seen(app, db, actor, events).await?).await?, next))
}

async fn shown(db: &Conn<'_>, events: Vec<event::Model>) -> Result<Vec<TimelineItem>, Failure> {
    let members: Vec<_> = events.iter().filter_map(|event| event.member_id).collect();
    let names = subject::names(db, &members).await?;
    let item = |event: event::Model| TimelineItem {
        id: event.id,
        member_name: event.member_id.and_then(|id| names.get(&id).cloned()),
        member_id: event.member_id,
        on_behalf_of: event.on_behalf_of,
        facts: facts_of(&event),
        subject: Subject {
            kind: event.subject_kind,
            id: event.subject_id,
        },
        name: event.name,
        happened_at: event.happened_at,
        recorded_at: event.recorded_at,
    };
    Ok(events.into_iter().map(item).collect())
}

fn facts_of(event: &event::Model) -> serde_json::Value {
    let mut body: serde_json::Value = serde_json::from_str(&event.body).unwrap_or_default();
    body.get_mut("facts")
        .map(serde_json::Value::take)
        .unwrap_or_default()
}

async fn seen(
    app: &App,
    db: &Conn<'_>,
    actor: &Actor,
    events: Vec<event::Model>,
) -> Result<Vec<event::Model>, Failure> {
    let mut subjects: HashMap<String, Vec<Uuid>> = HashMap::new();
    for event in &events {
        subjects
            .entry(event.subject_kind.clone())
            .or_default()
            .push(event.subject_id);
    }
    let mut visible: HashMap<String, Vec<Uuid>> = HashMap::new();
    for (name, ids) in subjects {
        let Some(kind) = app.registry().kinds.get(name.as_str()) else {
            continue;
        };
        let mut select = (kind.visible)(&actor.scope(&format!("{name}.read")));
        select.and_where(Expr::col("id").is_in(ids));
        let rows = db.query_all(&select).await?;
        let found = rows
            .iter()
            .map(|row| row.try_get_by_index::<Uuid>(0))
            .collect::<Result<Vec<_>, _>>()?;
        visible.insert(name, found);
    }
    let is_seen = |event: &event::Model| {
        visible
            .get(&event.subject_kind)
            .is_some_and(|ids| ids.contains(&event.subject_id))
    };
    Ok(events.into_iter().filter(is_seen).collect())
}

/// How many events the timeline holds.
pub async fn total(db: &Conn<'_>, customer: CustomerId) -> Result<Total, Failure> {
    let noted = timeline::Entity::find().filter(timeline::Column::CustomerId.eq(customer));
    xianji_platform::list::count(db, &noted, timeline::Column::EventId).await
}
