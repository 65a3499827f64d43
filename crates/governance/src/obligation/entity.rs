//! Tables of what is due, of the people who owe it, and of what the engine remembers between two looks.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use xianji_platform::{DepartmentId, MemberId, PackVersionId};

use super::ObligationId;

/// How it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = ObligationState)]
pub enum State {
    /// Still owed.
    Open,
    /// Done in time.
    Fulfilled,
    /// Done after it was due.
    Late,
    /// Not asked for any more, by approval.
    Waived,
    /// Its subject ended first; counts neither way.
    Void,
}

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "obligation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ObligationId,
    pub subject_kind: String,
    pub subject_id: Uuid,
    /// The rule's id in the pack, or a word of the engine's (`action-item`).
    pub rule: String,
    /// Which time of the rule on this subject.
    pub occurrence: String,
    /// The member under `all`, else empty.
    pub person: String,
    pub source: String,
    pub name: Json,
    pub pack_version_id: Option<PackVersionId>,
    pub department_id: Option<DepartmentId>,
    /// What this one confirms.
    pub parent_id: Option<ObligationId>,
    /// When it was last refused: of what was done, by whoever confirms it; of a confirmation, that it says no.
    pub refused_at: Option<DateTime<Utc>>,
    pub form: Option<String>,
    pub key_step: bool,
    /// The customer is asked: it is never late.
    pub customer: bool,
    pub mode: String,
    pub state: State,
    /// Events counted so far, of those needed.
    pub progress: i32,
    pub needed: i32,
    pub opened_at: DateTime<Utc>,
    pub opened_event: Option<Uuid>,
    pub start_at: DateTime<Utc>,
    pub due_at: Option<DateTime<Utc>>,
    /// Why then, with former due times.
    pub due: Json,
    pub pauses: Json,
    pub paused_since: Option<DateTime<Utc>>,
    pub taken_by: Option<MemberId>,
    /// Warning, due time and escalations in order; `step` of them are done.
    pub steps: Json,
    pub step: i32,
    pub next_step_at: Option<DateTime<Utc>>,
    pub overdue_at: Option<DateTime<Utc>>,
    /// When what fulfilled it happened.
    pub happened_at: Option<DateTime<Utc>>,
    pub closed_at: Option<DateTime<Utc>>,
    pub closed_event: Option<Uuid>,
    pub closed_by: Option<MemberId>,
    pub note: Option<String>,
    pub version: i64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

pub mod person {
    //! Who owes it or was told of it, from when until when: shares can be told apart.
    use chrono::{DateTime, Utc};
    use sea_orm::entity::prelude::*;
    use xianji_platform::MemberId;

    use crate::obligation::ObligationId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "obligation_person")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub obligation_id: ObligationId,
        pub member_id: MemberId,
        /// `responsible` or `escalated`.
        pub role: String,
        /// `open`; `aside` while another has taken it; `moved` to another; `done` by this one; `closed`.
        pub state: String,
        pub due_at: Option<DateTime<Utc>>,
        pub from_at: DateTime<Utc>,
        pub until_at: Option<DateTime<Utc>>,
        /// `rule`, `handed-over`, `reassigned`, `taken`, `escalated`.
        pub why: String,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub mod watch {
    //! What the engine remembers of a subject: whether it had ended, how long it is silent, whether a condition held, when to ask again.
    use chrono::{DateTime, Utc};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "watch")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub subject_kind: String,
        pub subject_id: Uuid,
        /// `life`, `silence`, `condition`, `repeat` or `parts`.
        pub kind: String,
        pub rule: String,
        pub held: bool,
        pub count: i32,
        pub since: DateTime<Utc>,
        pub pauses: Json,
        pub paused_since: Option<DateTime<Utc>>,
        pub next_at: Option<DateTime<Utc>>,
        /// What opened the rule on the parts that were there.
        pub occasion: Option<String>,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub mod candidate {
    //! A record on the list of a sample whose walk has not ended.
    use chrono::{DateTime, Utc};
    use sea_orm::entity::prelude::*;
    use xianji_platform::{DepartmentId, PackVersionId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "draw_candidate")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub rule: String,
        pub occurrence: String,
        pub pack_version_id: Option<PackVersionId>,
        pub department_id: Option<DepartmentId>,
        pub subject_kind: String,
        pub subject_id: Uuid,
        /// The value of `per`; empty without.
        pub group_key: String,
        pub start_at: DateTime<Utc>,
        pub due_at: Option<DateTime<Utc>>,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub mod round {
    //! How far a walk over records has come.
    use chrono::{DateTime, Utc};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "round")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub name: String,
        /// Everything up to here is done.
        pub until_at: Option<DateTime<Utc>>,
        /// Where the walk under way leads.
        pub target_at: Option<DateTime<Utc>>,
        /// The last record that it has visited.
        pub cursor: Option<Uuid>,
        pub generation: i64,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
