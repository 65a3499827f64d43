//! Amounts in the home currency, by which rules, sums and sorts go.

use xianji_kernel::money::Money;
use xianji_platform::{Failure, FieldFault, Invalid, Work};

/// The same money in minor units of the home currency. Other currencies wait for the table of rates.
pub(crate) fn home(work: &Work, pointer: &str, money: Option<Money>) -> Result<i64, Failure> {
    let Some(money) = money else { return Ok(0) };
    if money.amount() < 0 {
        return Err(Invalid(vec![
            FieldFault::at(format!("{pointer}/amount"), "too-small").with("limit", 0),
        ])
        .into());
    }
    if money.currency().code() == work.policies().company().currency {
        return Ok(money.amount());
    }
    Err(Invalid::one(format!("{pointer}/currency"), "currency-without-rate").into())
}
