//! The tables of what members want by mail, and of how it went.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use xianji_platform::MemberId;

/// When a kind of notice comes by mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = MailWhen)]
pub enum When {
    /// At once, outside quiet hours.
    Now,
    /// Within the day's summary.
    Digest,
    /// Not at all.
    Never,
}

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "mail_setting")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub member_id: MemberId,
    pub notice: When,
    pub warning: When,
    pub overdue: When,
    /// Hour of the day's summary in the company's zone; nothing: none.
    pub digest_hour: Option<i32>,
    /// Hours of one's own rest, from the first until the second, over midnight where it is smaller.
    pub quiet_from: Option<i32>,
    pub quiet_until: Option<i32>,
    /// Mails come in working time alone.
    pub working_time: bool,
    pub version: i64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

pub use Model as Setting;

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

pub mod state {
    //! How a member's mails went.
    use chrono::{DateTime, NaiveDate, Utc};
    use sea_orm::entity::prelude::*;
    use xianji_platform::MemberId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "mail_state")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub member_id: MemberId,
        /// The last day whose summary was seen to.
        pub digest_on: Option<NaiveDate>,
        /// When a mail last left.
        pub sent_at: Option<DateTime<Utc>>,
        /// When one last did not, unless one has left since.
        pub failed_at: Option<DateTime<Utc>>,
        pub failed_why: Option<String>,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
