//! Figures that a regulation leaves open or that a company may choose.

use xianji_kernel::calendar::Span;
use xianji_kernel::money::Money;
use xianji_kernel::text::Text;

use super::shelf::named;

#[derive(Clone, Debug)]
pub struct Setting {
    pub id: String,
    pub name: Text,
    pub help: Option<Text>,
    pub ty: SettingType,
    /// What holds: the company's choice, else the default. Without either, adopting asks for it.
    pub value: Option<SettingValue>,
    pub default: Option<SettingValue>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingType {
    Duration,
    Number,
    Percent,
    Money,
    Text,
    Choice(Vec<String>),
    Flag,
}

#[derive(Clone, Debug, PartialEq)]
pub enum SettingValue {
    Duration(Span),
    Number(f64),
    /// Whole hundredths.
    Percent(i64),
    Money(Money),
    Text(String),
    Choice(String),
    Flag(bool),
}

named!(Setting);
