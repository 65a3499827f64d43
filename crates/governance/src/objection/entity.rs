//! An objection.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use xianji_platform::{MemberId, Subject, typed_id};

typed_id!(
    /// An objection to how a record is handled.
    ObjectionId
);

/// How it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = ObjectionState)]
pub enum State {
    /// Waits for an answer.
    Open,
    /// Answered by whoever is responsible.
    Answered,
    /// Taken back by whoever raised it.
    Withdrawn,
}

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "objection")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ObjectionId,
    pub subject_kind: String,
    pub subject_id: Uuid,
    pub state: State,
    pub raised_by: MemberId,
    pub words: String,
    pub answered_by: Option<MemberId>,
    pub answer: Option<String>,
    pub answered_at: Option<DateTime<Utc>>,
    pub version: i64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

pub use Model as Objection;

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// What it is about.
    pub fn subject(&self) -> Subject {
        Subject::new(&self.subject_kind, self.subject_id)
    }
}
