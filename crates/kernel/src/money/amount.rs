use super::{Currency, UnknownCurrency};
use serde::{Deserialize, Serialize};
use std::cmp::{Ordering, Reverse};
use std::fmt;
use std::str::FromStr;

/// An amount in minor units (fen for CNY), at most 2^53 − 1 either way, because JavaScript reads
/// it too. In JSON `{"amount": 6280000000, "currency": "CNY"}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Raw", into = "Raw")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Money {
    #[cfg_attr(feature = "schema", schema(minimum = -9007199254740991_i64, maximum = 9007199254740991_i64))]
    amount: i64,
    currency: Currency,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    amount: i64,
    currency: Currency,
}

/// Why an amount cannot be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    #[error("{0} and {1} do not add up")]
    TwoCurrencies(Currency, Currency),
    #[error("the amount lies outside ±(2^53 − 1) minor units")]
    OutOfRange,
    #[error("`{0}` is not an amount such as `CNY 1000000.50`")]
    Unreadable(String),
    #[error(transparent)]
    UnknownCurrency(#[from] UnknownCurrency),
    #[error("shares must not be negative and at least one must be above zero")]
    NoShares,
}

impl Money {
    /// The largest amount, in minor units: 2^53 − 1.
    pub const MAX_AMOUNT: i64 = (1 << 53) - 1;

    /// An amount in minor units.
    pub fn new(amount: i64, currency: Currency) -> Result<Money, MoneyError> {
        if amount.unsigned_abs() > Self::MAX_AMOUNT.unsigned_abs() {
            return Err(MoneyError::OutOfRange);
        }
        Ok(Money { amount, currency })
    }

    /// An amount in major units: `of_major(50_000_000, CNY)` is 50 million yuan.
    pub fn of_major(major: i64, currency: Currency) -> Result<Money, MoneyError> {
        Self::from_wide(
            i128::from(major) * i128::from(currency.minor_per_major()),
            currency,
        )
    }

    pub fn zero(currency: Currency) -> Money {
        Money { amount: 0, currency }
    }

    /// Minor units.
    pub fn amount(&self) -> i64 {
        self.amount
    }

    pub fn currency(&self) -> Currency {
        self.currency
    }

    pub fn checked_add(self, other: Money) -> Result<Money, MoneyError> {
        self.same_currency(other)?;
        Self::new(self.amount + other.amount, self.currency)
    }

    pub fn checked_sub(self, other: Money) -> Result<Money, MoneyError> {
        self.same_currency(other)?;
        Self::new(self.amount - other.amount, self.currency)
    }

    /// Which is more; two currencies have no answer.
    pub fn compare(self, other: Money) -> Result<Ordering, MoneyError> {
        self.same_currency(other)?;
        Ok(self.amount.cmp(&other.amount))
    }

    /// Splits by the given weights without losing a unit: units left over go to the largest
    /// remainders, among equal ones to the first.
    pub fn share(self, parts: &[i64]) -> Result<Vec<Money>, MoneyError> {
        let whole: i128 = parts.iter().map(|part| i128::from(*part)).sum();
        if whole <= 0 || parts.iter().any(|part| *part < 0) {
            return Err(MoneyError::NoShares);
        }
        let amount = i128::from(self.amount.abs());
        let mut shares: Vec<i128> = parts
            .iter()
            .map(|part| amount * i128::from(*part) / whole)
            .collect();
        let left = amount - shares.iter().sum::<i128>();
        let mut order: Vec<usize> = (0..parts.len()).collect();
        order.sort_by_key(|index| Reverse(amount * i128::from(parts[*index]) % whole));
        for index in order.into_iter().take(usize::try_from(left).unwrap_or(0)) {
            shares[index] += 1;
        }
        let sign = i128::from(self.amount.signum());
        shares
            .into_iter()
            .map(|share| Self::from_wide(share * sign, self.currency))
            .collect()
    }

    /// So many basis points (hundredths of a per cent) of the amount, rounded half to even.
    pub fn scale_bp(self, bp: i64) -> Result<Money, MoneyError> {
        Self::from_wide(
            divide_half_even(i128::from(self.amount) * i128::from(bp), 10_000),
            self.currency,
        )
    }

    /// The amount in another currency at a rate of `rate_ppm` millionths of one major unit of
    /// `to` for one major unit of this, rounded half to even.
    pub fn convert(self, to: Currency, rate_ppm: i64) -> Result<Money, MoneyError> {
        let scaled = i128::from(self.amount)
            .checked_mul(i128::from(rate_ppm))
            .and_then(|product| product.checked_mul(i128::from(to.minor_per_major())))
            .ok_or(MoneyError::OutOfRange)?;
        Self::from_wide(
            divide_half_even(scaled, 1_000_000 * i128::from(self.currency.minor_per_major())),
            to,
        )
    }

    /// Reads `CNY 1000000.50`: a code, a space, major units with at most the currency's digits.
    pub fn parse(text: &str) -> Result<Money, MoneyError> {
        let unreadable = || MoneyError::Unreadable(text.chars().take(40).collect());
        let (code, number) = text.trim().split_once(' ').ok_or_else(unreadable)?;
        let currency: Currency = code.parse()?;
        let number = number.trim();
        let (negative, number) = number
            .strip_prefix('-')
            .map_or((false, number), |rest| (true, rest));
        let (major, minor) = number.split_once('.').unwrap_or((number, "0"));
        let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let places = currency.digits() as usize;
        if !all_digits(major) || !all_digits(minor) || (number.contains('.') && minor.len() > places) {
            return Err(unreadable());
        }
        let units: String = if places == 0 {
            major.to_owned()
        } else {
            format!("{major}{minor:0<places$}")
        };
        let amount: i128 = units.parse().map_err(|_| MoneyError::OutOfRange)?;
        Self::from_wide(if negative { -amount } else { amount }, currency)
    }

    fn same_currency(self, other: Money) -> Result<(), MoneyError> {
        if self.currency == other.currency {
            return Ok(());
        }
        Err(MoneyError::TwoCurrencies(self.currency, other.currency))
    }

    fn from_wide(amount: i128, currency: Currency) -> Result<Money, MoneyError> {
        Self::new(
            i64::try_from(amount).map_err(|_| MoneyError::OutOfRange)?,
            currency,
        )
    }
}

fn divide_half_even(dividend: i128, divisor: i128) -> i128 {
    let (quotient, remainder) = (dividend.div_euclid(divisor), dividend.rem_euclid(divisor));
    match (remainder * 2).cmp(&divisor) {
        Ordering::Less => quotient,
        Ordering::Greater => quotient + 1,
        Ordering::Equal => quotient + quotient.rem_euclid(2),
    }
}

impl TryFrom<Raw> for Money {
    type Error = MoneyError;
    fn try_from(raw: Raw) -> Result<Self, Self::Error> {
        Self::new(raw.amount, raw.currency)
    }
}

impl From<Money> for Raw {
    fn from(money: Money) -> Raw {
        Raw {
            amount: money.amount,
            currency: money.currency,
        }
    }
}

impl FromStr for Money {
    type Err = MoneyError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (places, unit) = (
            self.currency.digits() as usize,
            self.currency.minor_per_major().unsigned_abs(),
        );
        let (sign, amount) = (if self.amount < 0 { "-" } else { "" }, self.amount.unsigned_abs());
        write!(f, "{} {sign}{}", self.currency, amount / unit)?;
        if places > 0 {
            write!(f, ".{:0places$}", amount % unit)
        } else {
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    fn yuan(amount: i64) -> Money {
        Money::new(amount, Currency::CNY).unwrap()
    }

    #[rstest]
    #[case("CNY 1000000.50", 100_000_050)]
    #[case("CNY 0.5", 50)]
    #[case("CNY -3", -300)]
    #[case("JPY 1200", 1200)]
    #[case("KWD 1.234", 1234)]
    fn an_amount_is_read_in_major_units(#[case] text: &str, #[case] amount: i64) {
        assert_eq!(Money::parse(text).unwrap().amount(), amount);
    }

    #[rstest]
    #[case("CNY 1.005")]
    #[case("JPY 1.5")]
    #[case("CNY")]
    #[case("CNY 1e3")]
    #[case("CNY .5")]
    #[case("CNY 1.")]
    #[case("CNY --1")]
    #[case("CNY 90071992547409.92")]
    #[case("CNY 99999999999999999999999999999999999999999999")]
    fn what_is_no_amount_is_refused(#[case] text: &str) {
        assert!(Money::parse(text).is_err());
    }

    #[test]
    fn two_currencies_do_not_add_up() {
        let dollars = Money::parse("USD 1").unwrap();
        assert_eq!(
            yuan(1).checked_add(dollars),
            Err(MoneyError::TwoCurrencies(Currency::CNY, dollars.currency()))
        );
    }

    #[test]
    fn json_beyond_the_range_is_refused() {
        let json = r#"{"amount":9007199254740992,"currency":"CNY"}"#;
        assert!(serde_json::from_str::<Money>(json).is_err());
        let json = r#"{"amount":9007199254740991,"currency":"CNY"}"#;
        assert_eq!(
            serde_json::to_string(&serde_json::from_str::<Money>(json).unwrap()).unwrap(),
            json
        );
    }

    #[rstest]
    #[case(5, 5_000, 2)]
    #[case(15, 1_000, 2)]
    #[case(25, 1_000, 2)]
    #[case(-25, 1_000, -2)]
    #[case(-35, 1_000, -4)]
    fn a_rate_rounds_half_to_even(#[case] amount: i64, #[case] bp: i64, #[case] result: i64) {
        assert_eq!(yuan(amount).scale_bp(bp).unwrap().amount(), result);
    }

    #[test]
    fn a_foreign_amount_is_converted_at_its_rate() {
        let yen = Money::parse("JPY 10000").unwrap();
        assert_eq!(
            yen.convert(Currency::CNY, 48_123).unwrap(),
            Money::parse("CNY 481.23").unwrap()
        );
    }

    #[test]
    fn equal_remainders_go_to_the_first() {
        let shares = yuan(100).share(&[1, 1, 1]).unwrap();
        assert_eq!(shares.iter().map(Money::amount).collect::<Vec<_>>(), [34, 33, 33]);
    }

    proptest! {
        #[test]
        fn a_split_loses_nothing(
            amount in -Money::MAX_AMOUNT..=Money::MAX_AMOUNT,
            parts in prop::collection::vec(0..10_000_i64, 1..40),
        ) {
            prop_assume!(parts.iter().sum::<i64>() > 0);
            let shares = yuan(amount).share(&parts).unwrap();
            prop_assert_eq!(shares.len(), parts.len());
            prop_assert_eq!(shares.iter().map(Money::amount).sum::<i64>(), amount);
        }

        #[test]
        fn what_is_shown_is_read_again(amount in -Money::MAX_AMOUNT..=Money::MAX_AMOUNT) {
            prop_assert_eq!(Money::parse(&yuan(amount).to_string()).unwrap(), yuan(amount));
        }
    }
}
