//! The table of what members were told.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use xianji_platform::MemberId;

use super::NotificationId;
use crate::obligation::ObligationId;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "notification")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: NotificationId,
    pub member_id: MemberId,
    /// `notice`, `warning`, `overdue`, `escalation`.
    pub kind: String,
    pub rule: String,
    pub subject_kind: Option<String>,
    pub subject_id: Option<Uuid>,
    pub obligation_id: Option<ObligationId>,
    /// In the pack's languages.
    pub words: Json,
    pub created_at: DateTime<Utc>,
    pub read_at: Option<DateTime<Utc>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
