//! Evidence of a gate passed: what was asked, what was there, and whether an exemption let it through.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use xianji_platform::{DepartmentId, MemberId, PackVersionId, typed_id};

typed_id!(
    /// A gate that was passed.
    GateCheckId
);

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "gate_check")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: GateCheckId,
    /// The gate's id in the pack.
    pub gate: String,
    /// Where it was asked: `project.advance`, `stage:solution`.
    pub point: String,
    pub subject_kind: String,
    pub subject_id: Uuid,
    pub pack_version_id: Option<PackVersionId>,
    pub member_id: Option<MemberId>,
    pub department_id: Option<DepartmentId>,
    /// `block`, `warn` or `hold`.
    pub effect: String,
    /// Whether everything was there.
    pub met: bool,
    pub exempted: bool,
    pub exemption_id: Option<Uuid>,
    /// Each need with whether it was there.
    pub items: Json,
    pub checked_at: DateTime<Utc>,
}

pub use Model as GateCheck;

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
