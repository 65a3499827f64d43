//! Reads of rates.

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::entity::{Column, Entity, ExchangeRate};
use crate::database::Conn;
use crate::failure::Failure;

/// The rate that holds on a day: the latest from that day or before.
pub async fn on(db: &Conn<'_>, currency: &str, day: NaiveDate) -> Result<Option<ExchangeRate>, Failure> {
    let rates = Entity::find()
        .filter(Column::Currency.eq(currency))
        .filter(Column::FromOn.lte(day));
    Ok(rates.order_by_desc(Column::FromOn).limit(1).one(db).await?)
}

/// All rates, by currency, the latest first.
pub async fn all(db: &Conn<'_>) -> Result<Vec<ExchangeRate>, Failure> {
    let rates = Entity::find()
        .order_by_asc(Column::Currency)
        .order_by_desc(Column::FromOn);
    Ok(rates.limit(1000).all(db).await?)
}
