//! Sessions in the database: the id hashed, so that who reads the table cannot log in; their age told by our own clock.
//!
//! A session ends 12 hours after its last use and 7 days after log-in at most; with "stay logged in" 30 days after log-in. The last use is
//! noted every five minutes at most, so that reading does not write.

use std::collections::HashMap;
use std::fmt;

use async_trait::async_trait;
use axum_login::tower_sessions::SessionStore;
use axum_login::tower_sessions::session::{Id, Record};
use axum_login::tower_sessions::session_store::{Error, Result};
use chrono::{DateTime, TimeDelta, Utc};
use futures_util::future::BoxFuture;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, ExprTrait, QueryFilter, sea_query::Expr};
use serde_json::Value;

use super::guard::Session;
use crate::app::App;
use crate::failure::Failure;
use crate::identity::entity::{attempt, member, session};

/// Where the session keeps whether it outlives the day.
pub(super) const STAY: &str = "stay";
/// Where the session keeps for whom the member acts.
pub(super) const STAND_IN: &str = "stand_in";
/// Where the session keeps who is logged in.
pub(super) const WHO: &str = "who";

const IDLE: TimeDelta = TimeDelta::hours(12);
const LONGEST: TimeDelta = TimeDelta::days(7);
pub(super) const LONGEST_STAY: TimeDelta = TimeDelta::days(30);
const NOTED: TimeDelta = TimeDelta::minutes(5);

/// The store.
#[derive(Clone)]
pub struct Store(pub(super) App);

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Store")
    }
}

#[async_trait]
impl SessionStore for Store {
    async fn create(&self, record: &mut Record) -> Result<()> {
        self.write(record).await
    }

    async fn save(&self, record: &Record) -> Result<()> {
        self.write(record).await
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let row = session::Entity::find_by_id(hash(id))
            .one(&self.0.reader())
            .await
            .map_err(backend)?;
        let Some(row) = row.filter(|row| is_alive(row, self.0.now())) else {
            return Ok(None);
        };
        self.note_use(&row).await?;
        let data: HashMap<String, Value> =
            serde_json::from_str(&row.data).map_err(|error| Error::Decode(error.to_string()))?;
        // The library's own expiry is not asked: it reads the machine's clock.
        Ok(Some(Record {
            id: *id,
            data,
            expiry_date: axum_login::tower_sessions::cookie::time::OffsetDateTime::UNIX_EPOCH,
        }))
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        let tx = self.0.database().begin().await.map_err(backend)?;
        session::Entity::delete_by_id(hash(id))
            .exec(&tx)
            .await
            .map_err(backend)?;
        tx.commit().await.map_err(backend)
    }
}

impl Store {
    async fn write(&self, record: &Record) -> Result<()> {
        let now = self.0.now();
        let stay = record.data.get(STAY).and_then(Value::as_bool).unwrap_or(false);
        let member = record
            .data
            .get(WHO)
            .and_then(|who| who.get("user_id"))
            .and_then(Value::as_str);
        let member = member.and_then(|id| id.parse().ok());
        let row = session::ActiveModel {
            id_hash: Set(hash(&record.id)),
            member_id: Set(member),
            data: Set(serde_json::to_string(&record.data).map_err(|error| Error::Encode(error.to_string()))?),
            stay: Set(stay),
            created_at: Set(now),
            used_at: Set(now),
            expires_at: Set(now + if stay { LONGEST_STAY } else { LONGEST }),
        };
        let kept = OnConflict::column(session::Column::IdHash)
            .update_columns([
                session::Column::Data,
                session::Column::MemberId,
                session::Column::UsedAt,
            ])
            .to_owned();
        let tx = self.0.database().begin().await.map_err(backend)?;
        session::Entity::insert(row)
            .on_conflict(kept)
            .exec_without_returning(&tx)
            .await
            .map_err(backend)?;
        tx.commit().await.map_err(backend)
    }

    async fn note_use(&self, row: &session::Model) -> Result<()> {
        let now = self.0.now();
        if now - row.used_at < NOTED {
            return Ok(());
        }
        let tx = self.0.database().begin().await.map_err(backend)?;
        session::Entity::update_many()
            .col_expr(session::Column::UsedAt, Expr::value(now))
            .filter(session::Column::IdHash.eq(&row.id_hash))
            .exec(&tx)
            .await
            .map_err(backend)?;
        tx.commit().await.map_err(backend)
    }
}

/// Whether a log-in has not run out.
pub(in crate::identity) fn is_alive(row: &session::Model, now: DateTime<Utc>) -> bool {
    now < row.expires_at && (row.stay || now - row.used_at < IDLE)
}

pub(super) fn hash(id: &Id) -> String {
    crate::ledger::hash(id.to_string().as_bytes())
}

/// Under what a log-in is kept.
pub fn key_of(session: &Session) -> Option<String> {
    session.session.id().map(|id| hash(&id))
}

/// Whether a log-in goes on: it has not run out, nobody ended it, its member works here and has had no new password since.
pub async fn is_open(app: &App, key: &str) -> std::result::Result<bool, Failure> {
    let found = session::Entity::find_by_id(key).one(&app.reader()).await?;
    let Some(row) = found.filter(|row| is_alive(row, app.now())) else {
        return Ok(false);
    };
    let Some(id) = row.member_id else {
        return Ok(false);
    };
    let found = member::Entity::find_by_id(id).one(&app.reader()).await?;
    Ok(found.is_some_and(|member| {
        member.deactivated_at.is_none() && member.password_changed_at.is_none_or(|at| at <= row.created_at)
    }))
}

fn backend(error: sea_orm::DbErr) -> Error {
    Error::Backend(error.to_string())
}

/// Sweeps out sessions that have ended and attempts that no limit counts any more.
pub fn tick(app: &App, now: DateTime<Utc>) -> BoxFuture<'_, std::result::Result<u64, Failure>> {
    Box::pin(async move {
        let over = session::Column::ExpiresAt.lte(now).or(session::Column::Stay
            .eq(false)
            .and(session::Column::UsedAt.lte(now - IDLE)));
        let stale = attempt::Column::At.lt(now - TimeDelta::days(1));
        let db = app.reader();
        let nothing = session::Entity::find()
            .filter(over.clone())
            .one(&db)
            .await?
            .is_none()
            && attempt::Entity::find()
                .filter(stale.clone())
                .one(&db)
                .await?
                .is_none();
        if nothing {
            return Ok(0);
        }
        let tx = app.database().begin().await?;
        let ended = session::Entity::delete_many()
            .filter(over)
            .exec(&tx)
            .await?
            .rows_affected;
        let forgotten = attempt::Entity::delete_many()
            .filter(stale)
            .exec(&tx)
            .await?
            .rows_affected;
        tx.commit().await?;
        Ok(ended + forgotten)
    })
}
