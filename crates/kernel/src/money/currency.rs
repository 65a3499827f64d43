use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// An ISO 4217 code; only codes in force can be made.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(value_type = String, example = "CNY"))]
pub struct Currency([u8; 3]);

/// A code that ISO 4217 does not list (codes are upper case).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a currency code of ISO 4217")]
pub struct UnknownCurrency(pub String);

/// Currencies whose minor unit is the hundredth.
const HUNDREDTHS: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF \
    CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR \
    IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO \
    NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT \
    TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG";
const WHOLE: &str = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
const THOUSANDTHS: &str = "BHD IQD JOD KWD LYD OMR TND";
const TEN_THOUSANDTHS: &str = "CLF UYW";

impl Currency {
    pub const CNY: Currency = Currency(*b"CNY");

    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }

    /// Decimal places of the minor unit: 2 for CNY, 0 for JPY, 3 for KWD.
    pub fn digits(&self) -> u32 {
        digits_of(self.code()).unwrap_or(2)
    }

    /// Minor units in one major unit: 100 for CNY.
    pub fn minor_per_major(&self) -> i64 {
        10_i64.pow(self.digits())
    }
}

fn digits_of(code: &str) -> Option<u32> {
    [
        (HUNDREDTHS, 2),
        (WHOLE, 0),
        (THOUSANDTHS, 3),
        (TEN_THOUSANDTHS, 4),
    ]
    .into_iter()
    .find(|(codes, _)| codes.split_ascii_whitespace().any(|known| known == code))
    .map(|(_, digits)| digits)
}

impl FromStr for Currency {
    type Err = UnknownCurrency;
    fn from_str(code: &str) -> Result<Self, Self::Err> {
        let unknown = || UnknownCurrency(code.chars().take(16).collect());
        digits_of(code).ok_or_else(unknown)?;
        code.as_bytes().try_into().map(Currency).map_err(|_| unknown())
    }
}

impl TryFrom<String> for Currency {
    type Error = UnknownCurrency;
    fn try_from(code: String) -> Result<Self, Self::Error> {
        code.parse()
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> String {
        currency.code().to_owned()
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("CNY", 2)]
    #[case("JPY", 0)]
    #[case("KWD", 3)]
    fn a_currency_knows_its_minor_unit(#[case] code: &str, #[case] digits: u32) {
        assert_eq!(code.parse::<Currency>().unwrap().digits(), digits);
    }

    #[rstest]
    #[case("RMB")]
    #[case("cny")]
    #[case("")]
    #[case("CN Y")]
    #[case("人民币")]
    fn a_code_outside_iso_4217_is_refused(#[case] code: &str) {
        assert_eq!(code.parse::<Currency>(), Err(UnknownCurrency(code.into())));
    }
}
