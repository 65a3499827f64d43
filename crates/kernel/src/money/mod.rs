//! Amounts of money: whole minor units and an ISO 4217 code. No float, no sum of two currencies,
//! no fen lost in a split.

mod amount;
mod currency;

pub use amount::{Money, MoneyError};
pub use currency::{Currency, UnknownCurrency};
