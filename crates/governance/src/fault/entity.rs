//! The table of faults.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use xianji_platform::MemberId;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "fault")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// `vacant` or `absent`.
    pub code: String,
    /// The same fault is the same row.
    pub key: String,
    pub rule: String,
    pub subject_kind: Option<String>,
    pub subject_id: Option<Uuid>,
    /// Who was meant, as the pack writes it, or the absent member's id.
    pub meant: String,
    pub instead_id: Option<MemberId>,
    pub count: i32,
    pub first_at: DateTime<Utc>,
    pub last_at: DateTime<Utc>,
    pub resolved_at: Option<DateTime<Utc>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
