//! Rates are entered.

use chrono::NaiveDate;
use sea_orm::sea_query::OnConflict;
use sea_orm::{EntityTrait, IntoActiveModel};
use serde_json::json;
use xianji_kernel::money::Currency;

use super::entity::{Column, Entity, ExchangeRate};
use crate::failure::{Failure, FieldFault, Invalid};
use crate::id::Subject;
use crate::identity::company::actions::COMPANY;
use crate::work::Work;

/// The highest rate: a million for one.
const HIGHEST: i64 = 1_000_000_000_000;

/// Enters what a currency is worth from a day on, in millionths; a rate of the same day is written over, which evidence keeps.
pub async fn enter(
    work: &mut Work,
    currency: &str,
    from_on: NaiveDate,
    rate_ppm: i64,
) -> Result<ExchangeRate, Failure> {
    work.permit_any("setting.update")?;
    let mut wrong = Vec::new();
    if currency.parse::<Currency>().is_err() {
        wrong.push(FieldFault::at("/currency", "unknown"));
    } else if currency == work.policies().company().currency {
        wrong.push(FieldFault::at("/currency", "home-currency"));
    }
    if rate_ppm < 1 {
        wrong.push(FieldFault::at("/rate_ppm", "too-small").with("limit", 1));
    } else if rate_ppm > HIGHEST {
        wrong.push(FieldFault::at("/rate_ppm", "too-large").with("limit", HIGHEST));
    }
    if !wrong.is_empty() {
        return Err(Invalid(wrong).into());
    }
    let row = ExchangeRate {
        currency: currency.to_owned(),
        from_on,
        rate_ppm,
        entered_by: work.actor().member(),
        entered_at: work.now,
    };
    let over = OnConflict::columns([Column::Currency, Column::FromOn])
        .update_columns([Column::RatePpm, Column::EnteredBy, Column::EnteredAt])
        .to_owned();
    Entity::insert(row.clone().into_active_model())
        .on_conflict(over)
        .exec_without_returning(&work.db())
        .await?;
    let facts = json!({ "currency": currency, "from_on": from_on, "rate_ppm": rate_ppm });
    work.record_named("company.rate_entered", Subject::new("company", COMPANY), facts)
        .await?;
    Ok(row)
}
