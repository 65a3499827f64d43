//! Tables of approvals: the request, its steps round by round, and who decides in each.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use xianji_platform::{DepartmentId, MemberId, PackVersionId, Subject, typed_id};

typed_id!(
    /// A request for approval.
    ApprovalId,
    /// A step of it, in one of its rounds.
    StepId,
    /// A person's part in a step.
    DeciderId,
);

/// How a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = ApprovalState)]
pub enum State {
    /// Somebody is still to decide.
    Pending,
    /// Every step agreed.
    Approved,
    /// Sent back to whoever asked.
    Returned,
    /// Refused.
    Rejected,
    /// Taken back by whoever asked.
    Withdrawn,
}

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "approval_request")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ApprovalId,
    pub subject_kind: String,
    pub subject_id: Uuid,
    /// The approval's id in the pack; empty where the pack asks for none.
    pub approval: String,
    /// What of the subject: `initiation`, `form:x`, `grading:x`, `exemption`, `waiver`, …
    pub part: String,
    /// The filing, grading result or obligation that it is about.
    pub about_id: Option<Uuid>,
    /// More of it, e.g. the gate and the point of an exemption.
    pub about: Json,
    pub pack_version_id: PackVersionId,
    pub department_id: Option<DepartmentId>,
    pub state: State,
    pub asked_by: Option<MemberId>,
    pub on_behalf_of: Option<MemberId>,
    pub note: Option<String>,
    /// Facts when it was asked, by kind.
    pub asked_facts: Json,
    /// Facts when it was decided, by kind.
    pub decided_facts: Option<Json>,
    pub asked_at: DateTime<Utc>,
    pub decided_at: Option<DateTime<Utc>>,
    /// When the one passing was made, for an exemption.
    pub used_at: Option<DateTime<Utc>>,
    /// When the facts had moved so far that it must be asked again.
    pub outdated_at: Option<DateTime<Utc>>,
    /// The request that it asks again.
    pub follows: Option<ApprovalId>,
    pub version: i64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

pub use Model as ApprovalRequest;

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The record.
    pub fn subject(&self) -> Subject {
        Subject::new(&self.subject_kind, self.subject_id)
    }
}

pub mod step {
    //! A step, in one of its rounds.
    use super::{ApprovalId, StepId};
    use chrono::{DateTime, Utc};
    use sea_orm::entity::prelude::*;
    use serde::{Deserialize, Serialize};
    use utoipa::ToSchema;

    /// How a step stands.
    #[derive(
        Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema,
    )]
    #[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
    #[serde(rename_all = "snake_case")]
    #[schema(as = ApprovalStepState)]
    pub enum StepState {
        /// Its turn has not come.
        Waiting,
        /// Its deciders are asked.
        Open,
        /// Agreed.
        Passed,
        /// Not asked here: its condition did not hold.
        Skipped,
        /// Sent back from here.
        Returned,
        /// Refused here.
        Rejected,
        /// Ended with the request.
        Void,
    }

    /// How many of the deciders it takes.
    #[derive(
        Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema,
    )]
    #[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
    #[serde(rename_all = "snake_case")]
    #[schema(as = ApprovalStepMode)]
    pub enum StepMode {
        /// One.
        One,
        /// Each.
        Each,
        /// More than half.
        Most,
    }

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "approval_step")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: StepId,
        pub request_id: ApprovalId,
        /// Its place among the pack's steps, from 0.
        pub place: i32,
        /// Raised each time it is sent back to an earlier step.
        pub round: i32,
        pub state: StepState,
        pub mode: StepMode,
        pub at_least: Option<i32>,
        /// The opinion is filed on this form.
        pub form: Option<String>,
        /// Words are asked from each.
        pub answered: bool,
        /// Conditions may be set.
        pub conditions: bool,
        pub opened_at: Option<DateTime<Utc>>,
        pub due_at: Option<DateTime<Utc>>,
        pub closed_at: Option<DateTime<Utc>>,
        /// The company's generation in which its deciders were found.
        pub generation: i64,
    }

    pub use Model as ApprovalStepRow;

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub mod decider {
    //! A person's part in a step.
    use super::{ApprovalId, DeciderId, StepId};
    use chrono::{DateTime, Utc};
    use sea_orm::entity::prelude::*;
    use serde::{Deserialize, Serialize};
    use utoipa::ToSchema;
    use xianji_platform::MemberId;

    /// What became of it.
    #[derive(
        Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema,
    )]
    #[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
    #[serde(rename_all = "snake_case")]
    #[schema(as = ApprovalDeciderState)]
    pub enum DeciderState {
        /// Still to decide.
        Open,
        /// Agreed.
        Approved,
        /// Sent back.
        Returned,
        /// Refused.
        Rejected,
        /// Gave it to another.
        HandedOver,
        /// No longer the one who is meant.
        Replaced,
        /// Not needed any more.
        Closed,
    }

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "approval_decider")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: DeciderId,
        pub request_id: ApprovalId,
        pub step_id: StepId,
        pub member_id: MemberId,
        pub state: DeciderState,
        /// Why this person: `rule`, `above`, `added`, `handed-over`, `replaced`, `decided-before`.
        pub reason: String,
        /// Added by another decider: must agree too.
        pub added: bool,
        /// Who acted, if not the person.
        pub decided_by: Option<MemberId>,
        pub words: Option<String>,
        pub filing_id: Option<Uuid>,
        pub conditions: Json,
        pub decided_at: Option<DateTime<Utc>>,
    }

    pub use Model as Decider;

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
