//! Tables of imports.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::id::{DepartmentId, ImportRunId, MemberId};

/// Where a run is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ImportState {
    /// The file is there.
    Uploaded,
    /// Every row is being looked at.
    Checking,
    /// Every row was looked at.
    Checked,
    /// Rows are being taken in.
    Running,
    /// All rows were taken in or told why not.
    Finished,
    /// Somebody stopped it.
    Cancelled,
    /// The file or a right was in the way.
    Failed,
    /// What it made is being taken back.
    Undoing,
    /// What it made was taken back.
    Undone,
}

impl ImportState {
    /// What still goes on.
    pub const OPEN: [Self; 5] = [
        Self::Uploaded,
        Self::Checking,
        Self::Checked,
        Self::Running,
        Self::Undoing,
    ];
    /// What is worked on.
    pub const WORKED_ON: [Self; 3] = [Self::Checking, Self::Running, Self::Undoing];
}

/// What is done with a row whose record is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = ImportOnDuplicate)]
pub enum OnDuplicate {
    /// The row is left out.
    Skip,
    /// Empty fields of the record are filled.
    Fill,
    /// Another record is made.
    Make,
}

/// A run.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "import_run")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ImportRunId,
    /// Whose it is, and whose records it makes.
    pub owner_id: Option<MemberId>,
    /// Who acts, perhaps for the owner.
    pub member_id: Option<MemberId>,
    pub department_id: Option<DepartmentId>,
    /// Kind of the records.
    pub kind: String,
    pub file_name: String,
    pub sha256: String,
    pub size: i64,
    /// How the file is read.
    pub format: Json,
    /// Line of the headings.
    pub header_row: i32,
    /// What each column fills.
    pub columns: Json,
    pub on_duplicate: OnDuplicate,
    /// Language of the one who imports.
    pub language: String,
    pub state: ImportState,
    /// What the look at every row found.
    pub checked: Option<Json>,
    /// Why it failed.
    pub problem: Option<Json>,
    /// Rows of the file, once they were counted.
    pub total: i32,
    /// The last line that was dealt with.
    pub position: i32,
    pub seen: i32,
    pub made: i32,
    pub updated: i32,
    pub skipped: i32,
    pub failed: i32,
    /// Records that were taken back.
    pub taken_back: i32,
    /// Records that were changed since and therefore stay.
    pub kept: i32,
    /// How often a portion failed through no fault of the file.
    pub attempts: i32,
    pub started_at: Option<DateTime<Utc>>,
    pub finished_at: Option<DateTime<Utc>>,
    pub version: i64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

pub mod row {
    //! What became of each row.
    use sea_orm::entity::prelude::*;
    use serde::{Deserialize, Serialize};
    use utoipa::ToSchema;

    use crate::id::ImportRunId;

    /// What became of a row.
    #[derive(
        Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema,
    )]
    #[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
    #[serde(rename_all = "snake_case")]
    #[schema(as = ImportOutcome)]
    pub enum Outcome {
        /// A record was made.
        Made,
        /// Empty fields of a record were filled.
        Updated,
        /// The record is there.
        Skipped,
        /// It could not be taken in.
        Failed,
        /// The record was taken back.
        TakenBack,
        /// The record was to be taken back, but was changed since.
        Kept,
    }

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "import_row")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub run_id: ImportRunId,
        /// Line in the file.
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i32,
        pub outcome: Outcome,
        pub record_kind: Option<String>,
        pub record_id: Option<Uuid>,
        pub reasons: Option<Json>,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub mod mapping {
    //! What a member took columns for, by their headings.
    use chrono::{DateTime, Utc};
    use sea_orm::entity::prelude::*;

    use crate::id::MemberId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "import_mapping")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub member_id: MemberId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub kind: String,
        /// Hash of the headings.
        #[sea_orm(primary_key, auto_increment = false)]
        pub headings: String,
        /// The field of each column, in their order.
        pub columns: Json,
        pub updated_at: DateTime<Utc>,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
