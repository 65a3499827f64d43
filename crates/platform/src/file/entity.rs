//! The file row.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

use crate::id::{FileId, MemberId};

/// A file on a record.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "file")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FileId,
    pub subject_kind: String,
    pub subject_id: Uuid,
    pub name: String,
    pub media_type: String,
    /// `ordinary` or `confidential`.
    pub class: String,
    pub sha256: String,
    pub size: i64,
    pub uploaded_by: Option<MemberId>,
    pub created_at: DateTime<Utc>,
    pub archived_at: Option<DateTime<Utc>>,
}

pub use Model as File;

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
