//! One stay of a project in a stage.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use xianji_platform::MemberId;

use crate::id::{ProjectId, StageRecordId};

/// What brought a project into a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Entered {
    /// It began there.
    Created,
    /// It went on.
    Advanced,
    /// It was sent back.
    Returned,
    /// It was won.
    Won,
}

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "stage_record")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: StageRecordId,
    pub project_id: ProjectId,
    pub stage: String,
    pub entered_by: Entered,
    pub entered_at: DateTime<Utc>,
    pub entered_member_id: Option<MemberId>,
    pub left_at: Option<DateTime<Utc>>,
    pub left_member_id: Option<MemberId>,
    /// By when the stage should be left, where the pack gives it a limit.
    pub due_at: Option<DateTime<Utc>>,
    /// It was left out.
    pub skipped_at: Option<DateTime<Utc>>,
    /// Gates passed by an exemption on the way in, by their ids.
    pub exempted: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
