//! `Idempotency-Key`: the answer is kept in the same transaction as the write, so a repeated request is answered and not done again.

use axum::http::StatusCode;
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, DatabaseTransaction};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::failure::{Failure, KeyReused};
use crate::identity::{Actor, ActorKind};

/// A kept answer.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "idempotency_key")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    pub request_hash: String,
    pub status: i32,
    pub body: Option<String>,
    pub created_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// A request's key with the hash of method, address and body.
#[derive(Clone, Debug)]
pub struct Key {
    /// As sent (and, once the actor is known, with the actor before it).
    pub key: String,
    /// SHA-256 of what was asked.
    pub request_hash: String,
}

impl Key {
    /// The key is the actor's own: another's key of the same text is another key.
    #[must_use]
    pub fn of(mut self, actor: &Actor) -> Self {
        self.key = match actor.who() {
            ActorKind::Member { id, .. } => format!("{id}:{}", self.key),
            ActorKind::Customer | ActorKind::Public | ActorKind::System => {
                format!("{}:{}", actor.kind(), self.key)
            }
        };
        self
    }

    /// The same for what a form of parts held, in the order in which it is told.
    #[must_use]
    pub(crate) fn with_parts(mut self, parts: &[&str]) -> Self {
        let mut hash = Sha256::new();
        hash.update(&self.request_hash);
        for part in parts {
            hash.update([0]);
            hash.update(part);
        }
        self.request_hash = hex::encode(hash.finalize());
        self
    }

    /// Refuses with the kept answer, or because the key was used for another request.
    pub(crate) async fn replay(&self, tx: &DatabaseTransaction, now: DateTime<Utc>) -> Result<(), Failure> {
        let Some(kept) = Entity::find_by_id(self.key.clone()).one(tx).await? else {
            return Ok(());
        };
        if kept.created_at < now - TimeDelta::hours(24) {
            Entity::delete_by_id(self.key.clone()).exec(tx).await?;
            return Ok(());
        }
        if kept.request_hash != self.request_hash {
            return Err(KeyReused.into());
        }
        let status = u16::try_from(kept.status)
            .ok()
            .and_then(|code| StatusCode::from_u16(code).ok())
            .unwrap_or(StatusCode::OK);
        let body: Option<Value> = kept.body.as_deref().map(serde_json::from_str).transpose()?;
        Err(Failure::Replayed(Box::new(super::answer::json(
            status,
            body.as_ref(),
        ))))
    }

    /// Keeps the answer in the same transaction.
    pub(crate) async fn keep(
        &self,
        tx: &DatabaseTransaction,
        status: StatusCode,
        body: Option<&Value>,
        now: DateTime<Utc>,
    ) -> Result<(), Failure> {
        let row = ActiveModel {
            key: Set(self.key.clone()),
            request_hash: Set(self.request_hash.clone()),
            status: Set(i32::from(status.as_u16())),
            body: Set(body.map(ToString::to_string)),
            created_at: Set(now),
        };
        match Entity::insert(row).exec_without_returning(tx).await {
            Ok(_) => Ok(()),
            // The twin of this request committed first: asking again finds its answer.
            Err(error) if crate::database::dialect::is_unique_violation(&error) => {
                Err(crate::failure::TryAgain.into())
            }
            Err(error) => Err(error.into()),
        }
    }
}
