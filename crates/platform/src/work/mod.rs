//! A unit of work: one database transaction, one actor, one clock reading, one set of pack versions. Everything that a use case writes
//! goes through it and leaves evidence; reactions run inside it; jobs leave with it. Dropping it undoes all.

mod event;
mod seen;

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Utc};
use sea_orm::DatabaseTransaction;
use serde::Serialize;
use uuid::Uuid;

pub use event::{Event, Recorded};
pub use seen::Seen;

use crate::app::App;
use crate::database::Conn;
use crate::failure::{Failure, Forbidden};
use crate::http::idempotency::Key;
use crate::id::{EventId, Subject, new_uuid};
use crate::identity::{self, Actor, Judged, Owned, Scope};
use crate::ledger::{self, Entry};
use crate::module::SubjectFacts;
use crate::policy_book::PolicyBook;

/// How deep reactions may record in turn.
const DEPTH: u8 = 8;

/// A unit of work.
pub struct Work {
    app: App,
    tx: DatabaseTransaction,
    actor: Actor,
    /// The one reading of the clock.
    pub now: DateTime<Utc>,
    policies: Arc<PolicyBook>,
    entries: Vec<Entry>,
    sequence: u16,
    depth: u8,
    shelf: HashMap<TypeId, Box<dyn Any + Send + Sync>>,
    key: Option<Key>,
    if_match: Option<i64>,
    seen: Arc<Seen>,
    /// Told to open screens once it is durable.
    told: Vec<(EventId, Subject)>,
}

impl Work {
    /// Begins; on SQLite this waits for the one writer.
    pub async fn begin(app: &App, actor: Actor) -> Result<Self, Failure> {
        let seen = Arc::<Seen>::default();
        let (hearing, house) = (seen.clone(), app.clone());
        let tx = app
            .database()
            .begin_telling(move |statement| hearing.hear(&statement.sql, &house.registry().quiet))
            .await?;
        Ok(Self {
            app: app.clone(),
            tx,
            actor,
            now: app.now(),
            policies: app.policies(),
            entries: Vec::new(),
            sequence: 0,
            depth: 0,
            shelf: HashMap::new(),
            key: None,
            if_match: None,
            seen,
            told: Vec::new(),
        })
    }

    /// The same for a request that carries a key or names the version it read.
    pub(crate) fn for_request(mut self, key: Option<Key>, if_match: Option<i64>) -> Self {
        self.key = key;
        self.if_match = if_match;
        self
    }

    /// The transaction, for queries and saves.
    pub fn db(&self) -> Conn<'_> {
        Conn::Transaction(&self.tx)
    }

    /// The transaction itself, where SeaORM wants a plain connection.
    pub fn tx(&self) -> &DatabaseTransaction {
        &self.tx
    }

    /// Who acts.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The running house.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// The packs in force when this began.
    pub fn policies(&self) -> &Arc<PolicyBook> {
        &self.policies
    }

    /// What the actor may see under a permission (`project.read`).
    pub fn scope(&self, permission: &str) -> Scope {
        self.actor.scope(permission)
    }

    /// Facts of records that were read in this unit of work and have not changed since.
    pub fn seen(&self) -> &Seen {
        &self.seen
    }

    /// What is known of a record, without regard to who asks.
    pub async fn facts_of(&self, subject: &Subject) -> Result<Option<SubjectFacts>, Failure> {
        crate::subject::known(&self.app, &self.db(), Some(&self.seen), subject).await
    }

    /// The next id; what one unit of work makes keeps its order.
    pub fn next_id<T: From<Uuid>>(&mut self) -> T {
        self.sequence = self.sequence.wrapping_add(1);
        new_uuid(self.now, self.sequence).into()
    }

    /// Whether the actor may do this on a record, its circumstances and the actor's role in its team included.
    pub async fn may_on(&self, permission: &str, record: &(impl Owned + Sync)) -> Result<bool, Failure> {
        identity::may_on(&self.app, &self.db(), self.now, &self.actor, permission, record).await
    }

    /// The actor before records of which is about to be told what may be done.
    pub async fn judged<R: Owned>(&self, records: impl IntoIterator<Item = R>) -> Result<Judged, Failure> {
        Judged::of(&self.app, &self.db(), self.now, &self.actor, records).await
    }

    /// Refuses what the actor may not do on this record; the refusal becomes evidence.
    pub async fn permit(&self, permission: &str, record: &(impl Owned + Sync)) -> Result<(), Failure> {
        if self.may_on(permission, record).await? {
            return Ok(());
        }
        Err(Forbidden {
            permission: permission.to_owned(),
            subject: Some(record.subject()),
        }
        .into())
    }

    /// Refuses what the actor may not do at all, where no record exists yet.
    pub fn permit_any(&self, permission: &str) -> Result<(), Failure> {
        if self.actor.may(permission) {
            return Ok(());
        }
        Err(Forbidden {
            permission: permission.to_owned(),
            subject: None,
        }
        .into())
    }

    /// Refuses when the caller named a version (`If-Match`) that is no longer the row's.
    pub fn expect_version(&self, version: i64) -> Result<(), Failure> {
        match self.if_match {
            Some(expected) if expected != version => Err(crate::failure::Stale.into()),
            _ => Ok(()),
        }
    }

    /// Appends evidence and calls what follows from it, all in this transaction.
    pub async fn record<E: Event>(&mut self, event: E) -> Result<EventId, Failure> {
        let mut facts = serde_json::to_value(&event)?;
        let personal = ledger::personal(&mut facts, event.personal());
        let happened_at = event
            .happened_at()
            .map_or(self.now, xianji_kernel::clock::to_micros);
        self.append(E::NAME, E::SCHEMA, event.subject(), happened_at, facts, personal)
            .await
    }

    /// The same for events whose name a pack decides (`form:weekly-report.filed`).
    pub async fn record_named(
        &mut self,
        name: &str,
        subject: Subject,
        facts: serde_json::Value,
    ) -> Result<EventId, Failure> {
        self.append(name, 1, subject, self.now, facts, Vec::new()).await
    }

    async fn append(
        &mut self,
        name: &str,
        schema: u16,
        subject: Subject,
        happened_at: DateTime<Utc>,
        facts: serde_json::Value,
        personal: Vec<ledger::Personal>,
    ) -> Result<EventId, Failure> {
        if self.depth >= DEPTH {
            return Err(Failure::broken(format!(
                "reactions to {name} go deeper than {DEPTH}"
            )));
        }
        let recorded = Recorded {
            id: self.next_id(),
            name: name.to_owned(),
            subject,
            member: self.actor.member(),
            on_behalf_of: self.actor.on_behalf_of(),
            happened_at,
            recorded_at: self.now,
            facts,
        };
        self.entries
            .push(Entry::of(&recorded, schema, self.actor.kind(), personal)?);
        let app = self.app.clone();
        if app.live().is_heard() {
            self.told.push((recorded.id, recorded.subject.clone()));
        }
        self.depth += 1;
        for reaction in &app.registry().reactions {
            if reaction.on.is_empty() || reaction.on.contains(&recorded.name.as_str()) {
                (reaction.run)(self, &recorded).await?;
            }
        }
        self.depth -= 1;
        Ok(recorded.id)
    }

    /// Writes the evidence gathered so far, for a use case that reads its own events.
    pub async fn flush(&mut self) -> Result<(), Failure> {
        let entries = std::mem::take(&mut self.entries);
        ledger::append(&self.tx, entries).await
    }

    /// A place where a module gathers what it writes once before the commit.
    pub fn shelf<T: Default + Send + Sync + 'static>(&mut self) -> &mut T {
        let boxed = self
            .shelf
            .entry(TypeId::of::<T>())
            .or_insert_with(|| Box::<T>::default());
        match boxed.downcast_mut::<T>() {
            Some(found) => found,
            None => unreachable!("a shelf is kept under its own type"),
        }
    }

    /// Takes what a module gathered.
    pub fn take_shelf<T: Default + Send + Sync + 'static>(&mut self) -> T {
        self.shelf
            .remove(&TypeId::of::<T>())
            .and_then(|boxed| boxed.downcast::<T>().ok())
            .map(|boxed| *boxed)
            .unwrap_or_default()
    }

    /// Makes everything durable at once.
    pub async fn commit(mut self) -> Result<(), Failure> {
        self.finish().await?;
        self.end().await
    }

    async fn end(mut self) -> Result<(), Failure> {
        let changed = self.take_shelf::<crate::identity::company::Changed>().0;
        #[cfg(feature = "testing")]
        if self.app.is_rehearsing() {
            return Ok(self.tx.rollback().await?);
        }
        self.tx.commit().await?;
        self.app.live().tell(self.told);
        if changed && let Err(failure) = self.app.reload_policies().await {
            tracing::error!(%failure, "what changed is not in force on this node yet");
        }
        Ok(())
    }

    /// Keeps the answer under the request's key, commits, and answers with the record's version as ETag.
    pub async fn answer<T: Serialize>(self, status: StatusCode, body: &T) -> Result<Response, Failure> {
        let value = serde_json::to_value(body)?;
        self.answer_value(status, Some(value)).await
    }

    /// The same without a body: 204.
    pub async fn answer_empty(self) -> Result<Response, Failure> {
        self.answer_value(StatusCode::NO_CONTENT, None).await
    }

    async fn answer_value(
        mut self,
        status: StatusCode,
        body: Option<serde_json::Value>,
    ) -> Result<Response, Failure> {
        self.finish().await?;
        if let Some(key) = self.key.take() {
            key.keep(&self.tx, status, body.as_ref(), self.now).await?;
        }
        self.end().await?;
        Ok(crate::http::answer::json(status, body.as_ref()))
    }

    async fn finish(&mut self) -> Result<(), Failure> {
        let app = self.app.clone();
        for hook in &app.registry().before_commit {
            hook(self).await?;
        }
        self.flush().await
    }
}
