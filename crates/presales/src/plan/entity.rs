//! Tasks and milestones of a project.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Where a task is.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    sea_orm::EnumIter,
    sea_orm::DeriveActiveEnum,
    Serialize,
    Deserialize,
    ToSchema,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum TaskState {
    /// To be done.
    Open,
    /// Done.
    Done,
    /// Not needed any more.
    Cancelled,
}

/// Where a milestone is.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    sea_orm::EnumIter,
    sea_orm::DeriveActiveEnum,
    Serialize,
    Deserialize,
    ToSchema,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum MilestoneState {
    /// Ahead.
    Open,
    /// Behind.
    Reached,
    /// Not aimed at any more.
    Cancelled,
}

pub mod task {
    //! A piece of work; its owner does it.
    use chrono::{DateTime, NaiveDate, Utc};
    use sea_orm::entity::prelude::*;
    use xianji_platform::{DepartmentId, MemberId, PackVersionId};

    use super::TaskState;
    use crate::id::{MilestoneId, ProjectId, TaskId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "task")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: TaskId,
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
        /// The milestone that it serves.
        pub milestone_id: Option<MilestoneId>,
        pub title: String,
        pub notes: Option<String>,
        /// What it needs: people, equipment, money, in words.
        pub resources: Option<String>,
        pub due_on: Option<NaiveDate>,
        pub done_at: Option<DateTime<Utc>>,
        pub state: TaskState,
        /// Owner and team of its project; filled by the query that found it.
        #[sea_orm(ignore)]
        pub named: Vec<MemberId>,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub mod milestone {
    //! A date that the plan promises; its owner answers for it.
    use chrono::{DateTime, NaiveDate, Utc};
    use sea_orm::entity::prelude::*;
    use xianji_platform::{DepartmentId, MemberId, PackVersionId};

    use super::MilestoneState;
    use crate::id::{MilestoneId, ProjectId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "milestone")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: MilestoneId,
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
        pub title: String,
        pub notes: Option<String>,
        /// When it was promised first.
        pub baseline_on: Option<NaiveDate>,
        /// When it is expected now.
        pub due_on: Option<NaiveDate>,
        pub reached_on: Option<NaiveDate>,
        pub state: MilestoneState,
        /// Owner and team of its project; filled by the query that found it.
        #[sea_orm(ignore)]
        pub named: Vec<MemberId>,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
