//! Tables of merges.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use xianji_platform::{MemberId, typed_id};

use crate::id::CustomerId;

typed_id!(
    /// A merge of two customers' files.
    MergeId
);

/// A merge.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "customer_merge")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MergeId,
    /// The file that forwards now.
    pub from_id: CustomerId,
    /// The file that goes on.
    pub into_id: CustomerId,
    pub reason: String,
    /// Fields of the file that goes on which were empty and were filled.
    pub filled: Json,
    pub merged_by: Option<MemberId>,
    pub merged_at: DateTime<Utc>,
    pub undone_at: Option<DateTime<Utc>>,
}

pub use Model as Merge;

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

pub mod part {
    //! What went over in a merge.
    use sea_orm::entity::prelude::*;

    use super::MergeId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "customer_merge_part")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub merge_id: MergeId,
        /// Kind of the record; `member:<role>` for somebody named on the customer.
        #[sea_orm(primary_key, auto_increment = false)]
        pub kind: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub record_id: Uuid,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
