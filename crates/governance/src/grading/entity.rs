//! A grade of a record: proposed, confirmed, past.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use xianji_platform::{PackVersionId, Subject, typed_id};

typed_id!(
    /// A grade that was proposed or confirmed.
    GradingResultId
);

/// How it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = GradingState)]
pub enum State {
    /// Waits to be confirmed; the one before still counts.
    Proposed,
    /// Counts.
    Confirmed,
    /// Counted until another was confirmed, or was overtaken before it was.
    Past,
    /// Was not confirmed.
    Refused,
}

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "grading_result")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: GradingResultId,
    pub subject_kind: String,
    pub subject_id: Uuid,
    pub grading: String,
    pub grade: String,
    pub rank: i32,
    /// The grade that counted when this one was proposed.
    pub from_grade: Option<String>,
    pub state: State,
    pub pack_version_id: Option<PackVersionId>,
    /// The sheet whose ticks it rests on.
    pub filing_id: Option<Uuid>,
    /// The request that confirms it.
    pub request_id: Option<Uuid>,
    /// The facts that it rests on, by kind.
    pub facts: Json,
    pub confirmed_at: Option<DateTime<Utc>>,
    pub version: i64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

pub use Model as GradingResult;

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The record.
    pub fn subject(&self) -> Subject {
        Subject::new(&self.subject_kind, self.subject_id)
    }
}
