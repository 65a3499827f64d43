//! A project and its parts as rows.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use xianji_engage::id::{CustomerId, InquiryId, LeadId};
use xianji_platform::{DepartmentId, MemberId, PackVersionId};

use crate::id::ProjectId;

pub mod dynamic_item;
pub mod stage_record;
pub mod tally;
pub mod team_member;

/// What is sold.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = ProjectKind)]
pub enum Kind {
    /// Goods.
    Product,
    /// Work.
    Service,
    /// Both, put together for the customer.
    Integration,
    /// Anything else.
    Other,
}

/// Where a project is in its life.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = ProjectState)]
pub enum State {
    /// Being worked on.
    Active,
    /// The customer has signed; stages after signing may still run.
    Won,
    /// The customer has decided otherwise.
    Lost,
    /// We have given it up.
    Dropped,
    /// Standing still; active again later.
    Suspended,
    /// Won, lost or dropped, and summed up.
    Summarised,
    /// Summed up and evaluated, where the pack asks for it.
    Evaluated,
    /// Over, its archive sealed.
    Archived,
}

/// A project. Money stands as minor units, currency and minor units of the home currency.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "project")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ProjectId,
    pub number: String,
    pub owner_id: Option<MemberId>,
    pub department_id: Option<DepartmentId>,
    pub pack_version_id: Option<PackVersionId>,
    pub version: i64,
    pub archived_at: Option<DateTime<Utc>>,
    pub extra: Json,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub name: String,
    pub name_key: String,
    pub customer_id: Option<CustomerId>,
    pub inquiry_id: Option<InquiryId>,
    pub lead_id: Option<LeadId>,
    /// The lost deal that came back as this one.
    pub previous_id: Option<ProjectId>,
    /// `hand`, `inquiry` or `lead`.
    pub source: String,
    pub kind: Kind,
    pub state: State,
    /// Id of the lifecycle in the kept pack version.
    pub lifecycle: String,
    pub stage: String,
    pub stage_since: DateTime<Utc>,
    pub amount_amount: Option<i64>,
    pub amount_currency: Option<String>,
    pub amount_home: Option<i64>,
    pub margin_percent: Option<i32>,
    pub public_sector: bool,
    /// The day the customer first spoke of it.
    pub first_lead_on: NaiveDate,
    pub expected_sign_on: Option<NaiveDate>,
    pub goal: Option<String>,
    pub notes: Option<String>,
    /// `won`, `lost` or `dropped`, kept through summary and archive.
    pub outcome: Option<String>,
    pub reason: Option<String>,
    pub reason_words: Option<String>,
    pub won_on: Option<NaiveDate>,
    pub won_amount: Option<i64>,
    pub won_currency: Option<String>,
    pub won_home: Option<i64>,
    pub ended_at: Option<DateTime<Utc>>,
    pub suspended_at: Option<DateTime<Utc>>,
    /// When its initiation was approved.
    pub initiated_at: Option<DateTime<Utc>>,
    /// When its team was appointed.
    pub appointed_at: Option<DateTime<Utc>>,
    /// When its plan was made the baseline.
    pub baselined_at: Option<DateTime<Utc>>,
    /// Mandatory archive items that are not on file; moved in the writing transaction.
    pub archive_missing: i32,
    /// Who is named on it; filled by the query that found it.
    #[sea_orm(ignore)]
    pub named: Vec<MemberId>,
    /// Where it was counted when it was read; filled by the query that found it.
    #[sea_orm(ignore)]
    pub counted: Option<super::tally::Counted>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
