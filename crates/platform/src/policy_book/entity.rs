//! Tables of published packs.

pub mod version {
    //! A published version: the flattened text is the truth, the program runs from it alone.
    use crate::id::{MemberId, PackVersionId};
    use chrono::{DateTime, Utc};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "pack_version")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: PackVersionId,
        pub pack: String,
        pub version: String,
        pub hash: String,
        pub text: String,
        pub published_at: DateTime<Utc>,
        pub published_by: Option<MemberId>,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub mod adoption {
    //! Which department lives by which version, from which day.
    use crate::id::{DepartmentId, MemberId, PackVersionId};
    use chrono::{DateTime, Utc};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "pack_adoption")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub department_id: DepartmentId,
        pub pack_version_id: PackVersionId,
        pub from_date: Date,
        pub adopted_by: Option<MemberId>,
        pub created_at: DateTime<Utc>,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
