//! Rates of foreign currencies, kept by the administrator day by day. Foreign money is entered with its home amount at the rate of that
//! day; rules, sums and sorts go by it, and a rate entered later changes nothing that stands.

pub mod actions;
pub mod api;
pub mod entity;
pub mod queries;
#[cfg(test)]
mod tests;

use xianji_kernel::money::{Currency, Money};

use crate::failure::{Failure, FieldFault, Invalid};
use crate::work::Work;

/// Minor units of the home currency that this money is worth today; refuses what is below zero, and a currency without a rate.
pub async fn home(work: &Work, pointer: &str, money: Money) -> Result<i64, Failure> {
    if money.amount() < 0 {
        let fault = FieldFault::at(format!("{pointer}/amount"), "too-small").with("limit", 0);
        return Err(Invalid(vec![fault]).into());
    }
    let home: Currency = work
        .policies()
        .company()
        .currency
        .parse()
        .map_err(|_| Failure::broken("the company's currency is none"))?;
    if money.currency() == home {
        return Ok(money.amount());
    }
    let today = work.policies().today(work.now);
    let rate = queries::on(&work.db(), money.currency().code(), today)
        .await?
        .ok_or_else(|| {
            let fault = FieldFault::at(format!("{pointer}/currency"), "no-rate");
            Invalid(vec![fault.with("currency", money.currency().code())])
        })?;
    let worth = money
        .convert(home, rate.rate_ppm)
        .map_err(|_| Invalid::one(format!("{pointer}/amount"), "too-large"))?;
    Ok(worth.amount())
}
