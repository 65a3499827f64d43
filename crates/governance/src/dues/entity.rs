//! The table of calendars' links.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use xianji_platform::MemberId;

use super::CalendarLinkId;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "calendar_link")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CalendarLinkId,
    pub member_id: MemberId,
    pub token_hash: String,
    pub created_at: DateTime<Utc>,
    /// When it was last read, to within an hour.
    pub used_at: Option<DateTime<Utc>>,
    pub revoked_at: Option<DateTime<Utc>>,
}

pub use Model as CalendarLink;

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
