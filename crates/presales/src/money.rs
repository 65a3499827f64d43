//! Amounts in the home currency, by which rules, sums and sorts go.

use xianji_kernel::money::Money;
use xianji_platform::{Failure, Work, rate};

/// The same money in minor units of the home currency, at the rate of today; nothing is worth nothing.
pub(crate) async fn home(work: &Work, pointer: &str, money: Option<Money>) -> Result<i64, Failure> {
    match money {
        None => Ok(0),
        Some(money) => rate::home(work, pointer, money).await,
    }
}
