//! Table of leads.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use xianji_platform::{DepartmentId, MemberId, PackVersionId};

use crate::id::{CustomerId, HandoverId, InquiryId, LeadId};

/// Where it is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum LeadState {
    New,
    Contacted,
    Qualified,
    Converted,
    Discarded,
}

/// A lead.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "lead")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: LeadId,
    pub number: String,
    pub customer_id: Option<CustomerId>,
    pub inquiry_id: Option<InquiryId>,
    pub handover_id: Option<HandoverId>,
    pub title: String,
    pub source: Option<String>,
    pub needs: Option<String>,
    pub state: LeadState,
    pub first_on: NaiveDate,
    pub contacted_at: Option<DateTime<Utc>>,
    /// Why it was discarded.
    pub reason: Option<String>,
    /// The project that it became, named by its id alone: projects live above.
    pub project_id: Option<Uuid>,
    pub owner_id: Option<MemberId>,
    pub department_id: Option<DepartmentId>,
    pub pack_version_id: Option<PackVersionId>,
    pub version: i64,
    pub archived_at: Option<DateTime<Utc>>,
    pub extra: Json,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
