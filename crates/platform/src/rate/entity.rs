//! Table of rates.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::entity::prelude::*;

use crate::id::MemberId;

/// What a currency is worth from a day on, until the next.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "exchange_rate")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub currency: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub from_on: NaiveDate,
    /// Millionths of a major unit of the home currency for a major unit of this.
    pub rate_ppm: i64,
    pub entered_by: Option<MemberId>,
    pub entered_at: DateTime<Utc>,
}

pub use Model as ExchangeRate;

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
