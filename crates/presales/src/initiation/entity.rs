//! A version of the application to start a project in earnest.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use xianji_platform::{DepartmentId, MemberId, PackVersionId};

use crate::id::{InitiationId, ProjectId};

/// How far an application has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = InitiationState)]
pub enum State {
    /// Being written.
    Draft,
    /// Handed in; its package is complete.
    Submitted,
    /// Being decided on.
    InReview,
    /// The project may go on in earnest.
    Approved,
    /// To be revised.
    Returned,
    /// The project is not wanted so.
    Rejected,
}

/// An application. Versions are kept: a revision is a row of its own.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "initiation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: InitiationId,
    pub number: String,
    pub owner_id: Option<MemberId>,
    pub department_id: Option<DepartmentId>,
    pub pack_version_id: Option<PackVersionId>,
    pub version: i64,
    pub archived_at: Option<DateTime<Utc>>,
    pub extra: Json,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub project_id: ProjectId,
    /// Counted from 1 within the project.
    pub revision: i32,
    pub state: State,
    pub budget_amount: Option<i64>,
    pub budget_currency: Option<String>,
    pub budget_home: Option<i64>,
    /// What is different from the revision before, in words.
    pub note: Option<String>,
    /// The package as it was filed when this was handed in.
    pub filing_id: Option<Uuid>,
    /// The request for approval.
    pub approval_id: Option<Uuid>,
    pub submitted_at: Option<DateTime<Utc>>,
    pub decided_at: Option<DateTime<Utc>>,
    /// Owner and team of its project; filled by the query that found it.
    #[sea_orm(ignore)]
    pub named: Vec<MemberId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
