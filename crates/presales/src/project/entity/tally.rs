//! Count and sum of projects per owner, department, state and stage.

use sea_orm::entity::prelude::*;
use xianji_platform::{DepartmentId, MemberId};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "project_tally")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub owner_id: MemberId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub department_id: DepartmentId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub state: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub stage: String,
    pub count: i64,
    /// Minor units of the home currency.
    pub amount_home: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
