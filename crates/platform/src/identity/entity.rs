//! Tables of people: who is a member of what, holds which position and skill, is away, is stood in for, is logged in.
//!
//! Every period runs from its first day (or instant) up to, and without, `until`.

crate::typed_id!(
    /// A member's time in a department.
    MembershipId,
    /// A member's time in a position.
    HoldingId,
    /// A skill held at a level.
    SkillHoldingId,
    /// A time away.
    AbsenceId,
    /// A time in which another may act for a member.
    DelegationId,
);

macro_rules! no_relation {
    () => {
        #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
        pub enum Relation {}
        impl ActiveModelBehavior for ActiveModel {}
    };
}

pub mod member {
    //! A person who works here.
    use crate::id::MemberId;
    use chrono::{DateTime, Utc};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "member")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: MemberId,
        pub name: String,
        /// Pinyin, for sorting and for finding.
        pub name_key: String,
        pub login: String,
        /// NFKC, lower case: unique.
        pub login_key: String,
        pub email: Option<String>,
        pub phone: Option<String>,
        pub language: String,
        pub password_hash: Option<String>,
        pub password_changed_at: Option<DateTime<Utc>>,
        pub version: i64,
        pub deactivated_at: Option<DateTime<Utc>>,
        pub created_at: DateTime<Utc>,
        pub updated_at: DateTime<Utc>,
    }
    no_relation!();
}

pub mod membership {
    //! A member's department over time.
    use super::MembershipId;
    use crate::id::{DepartmentId, MemberId};
    use chrono::{DateTime, Utc};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "membership")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: MembershipId,
        pub member_id: MemberId,
        pub department_id: DepartmentId,
        pub head: bool,
        pub from_date: Date,
        pub until_date: Option<Date>,
        pub version: i64,
        pub created_at: DateTime<Utc>,
        pub updated_at: DateTime<Utc>,
    }
    no_relation!();
}

pub mod holding {
    //! A member's positions over time. With a department it is held there, else in the member's own.
    use super::HoldingId;
    use crate::id::{DepartmentId, MemberId};
    use chrono::{DateTime, Utc};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "position_holding")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: HoldingId,
        pub member_id: MemberId,
        pub position: String,
        pub department_id: Option<DepartmentId>,
        pub from_date: Date,
        pub until_date: Option<Date>,
        pub version: i64,
        pub created_at: DateTime<Utc>,
        pub updated_at: DateTime<Utc>,
    }
    no_relation!();
}

pub mod skill {
    //! A member's skills over time.
    use super::SkillHoldingId;
    use crate::id::MemberId;
    use chrono::{DateTime, Utc};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "skill_holding")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: SkillHoldingId,
        pub member_id: MemberId,
        pub skill: String,
        pub level: i32,
        pub from_date: Date,
        pub until_date: Option<Date>,
        pub version: i64,
        pub created_at: DateTime<Utc>,
        pub updated_at: DateTime<Utc>,
    }
    no_relation!();
}

pub mod absence {
    //! Times away.
    use super::AbsenceId;
    use crate::id::MemberId;
    use chrono::{DateTime, Utc};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "absence")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: AbsenceId,
        pub member_id: MemberId,
        pub from_at: DateTime<Utc>,
        pub until_at: DateTime<Utc>,
        pub reason: String,
        pub version: i64,
        pub created_at: DateTime<Utc>,
        pub updated_at: DateTime<Utc>,
    }
    no_relation!();
}

pub mod delegation {
    //! Who may act for whom, and when.
    use super::DelegationId;
    use crate::id::MemberId;
    use chrono::{DateTime, Utc};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "delegation")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: DelegationId,
        /// For whom.
        pub member_id: MemberId,
        /// Who acts.
        pub delegate_id: MemberId,
        pub from_at: DateTime<Utc>,
        pub until_at: DateTime<Utc>,
        pub reason: String,
        pub ended_at: Option<DateTime<Utc>>,
        pub version: i64,
        pub created_at: DateTime<Utc>,
        pub updated_at: DateTime<Utc>,
    }
    no_relation!();
}

pub mod session {
    //! Who is logged in; the id is stored hashed.
    use crate::id::MemberId;
    use chrono::{DateTime, Utc};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "session")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id_hash: String,
        pub member_id: Option<MemberId>,
        pub data: String,
        pub stay: bool,
        pub created_at: DateTime<Utc>,
        pub used_at: DateTime<Utc>,
        pub expires_at: DateTime<Utc>,
    }
    no_relation!();
}

pub mod attempt {
    //! Failed log-ins by account and by address, both hashed.
    use chrono::{DateTime, Utc};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "login_attempt")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub key: String,
        pub at: DateTime<Utc>,
    }
    no_relation!();
}
