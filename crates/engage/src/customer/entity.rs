//! Tables of the customer's file.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use xianji_platform::{DepartmentId, MemberId, PackVersionId};

use crate::id::CustomerId;

/// A company or a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum CustomerKind {
    Company,
    Person,
}

/// A customer.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "customer")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CustomerId,
    pub number: String,
    pub name: String,
    pub short_name: Option<String>,
    pub kind: CustomerKind,
    pub credit_code: Option<String>,
    pub industry: Option<String>,
    pub region: Option<String>,
    /// How they came to us.
    pub source: Option<String>,
    pub budget_amount: Option<i64>,
    pub budget_currency: Option<String>,
    pub budget_home: Option<i64>,
    pub needs: Option<String>,
    pub preferences: Option<String>,
    pub purchase_behaviour: Option<String>,
    pub address: Option<String>,
    pub website: Option<String>,
    pub mail_domain: Option<String>,
    /// All that the file must hold is there.
    pub complete: bool,
    /// Something happened with them in the last 90 days.
    pub active: bool,
    pub last_active_at: DateTime<Utc>,
    pub contact_count: i32,
    /// Name as it is matched whole.
    pub name_key: String,
    /// Name without its company suffix.
    pub match_key: String,
    pub short_name_key: Option<String>,
    /// Pinyin of the name.
    pub sort_key: String,
    /// Where the file went when it was merged.
    pub merged_into: Option<CustomerId>,
    pub owner_id: Option<MemberId>,
    pub department_id: Option<DepartmentId>,
    pub pack_version_id: Option<PackVersionId>,
    pub version: i64,
    pub archived_at: Option<DateTime<Utc>>,
    pub extra: Json,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// Who is named on it, loaded by the query that found it.
    #[sea_orm(ignore)]
    pub named: Vec<MemberId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

pub mod member {
    //! Who is named on a customer beside its owner, and why (`inquiry`, `project`).
    use chrono::{DateTime, Utc};
    use sea_orm::entity::prelude::*;
    use xianji_platform::MemberId;

    use crate::id::CustomerId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "customer_member")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub customer_id: CustomerId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub member_id: MemberId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub role: String,
        pub created_at: DateTime<Utc>,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub mod timeline {
    //! Which events belong to a customer's timeline, whatever record they are about.
    use sea_orm::entity::prelude::*;
    use xianji_platform::EventId;

    use crate::id::CustomerId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "customer_timeline")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub customer_id: CustomerId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub event_id: EventId,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
