//! Table of handovers.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use xianji_platform::{DepartmentId, MemberId};

use crate::id::{HandoverId, InquiryId, LeadId};

/// How much the customer wants to buy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = HandoverIntent)]
pub enum Intent {
    High,
    Medium,
    Low,
}

impl Intent {
    /// As events and packs write it.
    pub fn word(self) -> String {
        self.to_value()
    }
}

/// Where it is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum HandoverState {
    Offered,
    Accepted,
    Refused,
}

/// A handover.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "handover")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: HandoverId,
    pub inquiry_id: InquiryId,
    pub from_id: MemberId,
    pub to_id: MemberId,
    /// Department of whoever it was offered to, on that day.
    pub department_id: Option<DepartmentId>,
    pub intent: Intent,
    pub summary: String,
    pub state: HandoverState,
    /// Why it was refused.
    pub reason: Option<String>,
    pub decided_at: Option<DateTime<Utc>>,
    /// The lead that goes on from it.
    pub lead_id: Option<LeadId>,
    /// What became of it, reported back.
    pub result: Option<String>,
    pub version: i64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// From and to.
    #[sea_orm(ignore)]
    pub named: Vec<MemberId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
