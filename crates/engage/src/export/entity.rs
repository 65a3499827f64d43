//! Table of export runs.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use xianji_platform::{DepartmentId, MemberId, PackVersionId};

use crate::id::{CustomerId, ExportRunId};

/// Where it is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ExportState {
    /// Somebody has to decide.
    Asked,
    /// It may be made.
    Approved,
    /// It may not.
    Refused,
    /// The file is there until it ends.
    Made,
    /// Nobody reads it any more.
    Ended,
}

/// Customer data on its way out.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "export_run")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ExportRunId,
    pub owner_id: Option<MemberId>,
    pub department_id: Option<DepartmentId>,
    pub pack_version_id: Option<PackVersionId>,
    /// For somebody outside.
    pub shared: bool,
    /// Who outside gets it, in words.
    pub recipient: Option<String>,
    pub reason: String,
    /// The one customer, where it is about one.
    pub customer_id: Option<CustomerId>,
    /// The list's filter, where it is about several.
    pub filter: Option<String>,
    /// The list's search words.
    pub words: Option<String>,
    /// Confidential fields come in clear.
    pub confidential: bool,
    pub state: ExportState,
    /// Customers in it.
    pub customer_count: i32,
    pub approval_id: Option<Uuid>,
    pub made_at: Option<DateTime<Utc>>,
    /// Until when it can be read.
    pub ends_at: Option<DateTime<Utc>>,
    pub sha256: Option<String>,
    pub size: Option<i64>,
    /// Hash of the token in the link.
    pub token_hash: Option<String>,
    /// How often it was read.
    pub readings: i32,
    pub version: i64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
