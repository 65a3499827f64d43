//! Who has which role in a project, from when to when.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use xianji_platform::MemberId;

use crate::id::{ProjectId, TeamMemberId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "team_member")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TeamMemberId,
    pub project_id: ProjectId,
    pub member_id: MemberId,
    /// A role of the house (`director`, `monitor`) or a position of the pack with `of = "project"`.
    pub role: String,
    /// What this person answers for, in words.
    pub duty: Option<String>,
    pub from_at: DateTime<Utc>,
    pub until_at: Option<DateTime<Utc>>,
    pub version: i64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
