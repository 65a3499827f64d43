//! News of a project: from mails, calls, stand-ups. Never changed.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use xianji_platform::MemberId;

use crate::id::{DynamicItemId, ProjectId};

/// Where the news comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum DynamicItemKind {
    /// A mail.
    Mail,
    /// A telephone call.
    Call,
    /// A stand-up.
    StandUp,
    /// A meeting.
    Meeting,
    /// A visit.
    Visit,
    /// Anything else.
    Other,
}

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "dynamic_item")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DynamicItemId,
    pub project_id: ProjectId,
    pub kind: DynamicItemKind,
    pub content: String,
    pub happened_at: DateTime<Utc>,
    pub member_id: Option<MemberId>,
    pub created_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

impl DynamicItemKind {
    /// As the ledger and the packs write it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Call => "call",
            Self::StandUp => "stand_up",
            Self::Meeting => "meeting",
            Self::Visit => "visit",
            Self::Other => "other",
        }
    }
}
