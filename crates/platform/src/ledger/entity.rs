//! Tables of the ledger. Nothing updates or deletes an event.

macro_rules! no_relation {
    () => {
        #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
        pub enum Relation {}
        impl ActiveModelBehavior for ActiveModel {}
    };
}

pub mod event {
    //! What happened.
    use crate::id::{EventId, MemberId};
    use chrono::{DateTime, Utc};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "event")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: EventId,
        pub name: String,
        pub subject_kind: String,
        pub subject_id: Uuid,
        pub member_id: Option<MemberId>,
        pub on_behalf_of: Option<MemberId>,
        pub happened_at: DateTime<Utc>,
        pub recorded_at: DateTime<Utc>,
        /// Canonical JSON of the whole event.
        pub body: String,
        /// SHA-256 of `body`.
        pub hash: String,
    }
    no_relation!();
}

pub mod unsealed {
    //! Events that no seal covers yet.
    use crate::id::EventId;
    use chrono::{DateTime, Utc};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "event_unsealed")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub event_id: EventId,
        pub recorded_at: DateTime<Utc>,
    }
    no_relation!();
}

pub mod personal {
    //! Personal values beside events; erasable.
    use crate::id::EventId;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "event_personal")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub event_id: EventId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub field: String,
        pub salt: String,
        pub value: String,
    }
    no_relation!();
}

pub mod sealed {
    //! Which seal covers an event, and at which place.
    use crate::id::EventId;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "event_sealed")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub seal_number: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub place: i32,
        pub event_id: EventId,
    }
    no_relation!();
}

pub mod seal {
    //! Seals: a chain of SHA-256 over ordered event hashes and the seal before.
    use chrono::{DateTime, Utc};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "seal")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i64,
        pub count: i32,
        pub previous: String,
        pub hash: String,
        pub sealed_at: DateTime<Utc>,
    }
    no_relation!();
}
