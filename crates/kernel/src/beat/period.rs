use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The lengths into which the calendar falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    Day,
    /// Monday to Sunday, numbered as in ISO 8601.
    Week,
    Month,
    Quarter,
    Year,
}

/// One period of the calendar: a certain month, a certain quarter. Its label (`2026-03-02`,
/// `2026-W10`, `2026-03`, `2026-Q1`, `2026`) is read back by [`Stretch::from_str`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Stretch {
    period: Period,
    start: NaiveDate,
}

/// A text that names no day, week, month, quarter or year.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no period such as 2026-03-02, 2026-W10, 2026-03, 2026-Q1 or 2026")]
pub struct PeriodError(pub String);

impl Period {
    /// The period of this length that holds a date.
    pub fn containing(self, date: NaiveDate) -> Stretch {
        let back = |days: u32| date.checked_sub_days(Days::new(days.into())).unwrap_or(date);
        let start = match self {
            Self::Day => date,
            Self::Week => back(date.weekday().num_days_from_monday()),
            Self::Month => date.with_day(1).unwrap_or(date),
            Self::Quarter => {
                NaiveDate::from_ymd_opt(date.year(), date.month0() / 3 * 3 + 1, 1).unwrap_or(date)
            }
            Self::Year => NaiveDate::from_ymd_opt(date.year(), 1, 1).unwrap_or(date),
        };
        Stretch { period: self, start }
    }
}

impl Stretch {
    pub fn period(&self) -> Period {
        self.period
    }

    /// The first day.
    pub fn start(&self) -> NaiveDate {
        self.start
    }

    /// The last day, included.
    pub fn end(&self) -> NaiveDate {
        self.following(1).start.pred_opt().unwrap_or(self.start)
    }

    pub fn contains(&self, date: NaiveDate) -> bool {
        (self.start..=self.end()).contains(&date)
    }

    /// The period so many before this one.
    pub fn previous(&self, number: u32) -> Stretch {
        self.moved(number, false)
    }

    /// The period so many after this one.
    pub fn following(&self, number: u32) -> Stretch {
        self.moved(number, true)
    }

    /// The same period a year before: for a week the one 52 weeks earlier.
    pub fn year_before(&self) -> Stretch {
        match self.period {
            Period::Week => self.previous(52),
            _ => self.period.containing(
                self.start
                    .checked_sub_months(Months::new(12))
                    .unwrap_or(self.start),
            ),
        }
    }

    fn moved(&self, number: u32, forwards: bool) -> Stretch {
        let days = |each: u64| {
            let days = Days::new(u64::from(number) * each);
            if forwards {
                self.start.checked_add_days(days)
            } else {
                self.start.checked_sub_days(days)
            }
        };
        let months = |each: u32| {
            let months = Months::new(number.checked_mul(each)?);
            if forwards {
                self.start.checked_add_months(months)
            } else {
                self.start.checked_sub_months(months)
            }
        };
        let start = match self.period {
            Period::Day => days(1),
            Period::Week => days(7),
            Period::Month => months(1),
            Period::Quarter => months(3),
            Period::Year => months(12),
        };
        Stretch {
            period: self.period,
            start: start.unwrap_or(self.start),
        }
    }

    pub fn label(&self) -> String {
        self.to_string()
    }
}

impl fmt::Display for Stretch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = self.start.year();
        match self.period {
            Period::Day => write!(f, "{}", self.start),
            Period::Week => write!(
                f,
                "{:04}-W{:02}",
                self.start.iso_week().year(),
                self.start.iso_week().week()
            ),
            Period::Month => write!(f, "{year:04}-{:02}", self.start.month()),
            Period::Quarter => write!(f, "{year:04}-Q{}", self.start.month0() / 3 + 1),
            Period::Year => write!(f, "{year:04}"),
        }
    }
}

impl FromStr for Stretch {
    type Err = PeriodError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        read(text)
            .filter(|stretch| stretch.to_string() == text)
            .ok_or_else(|| PeriodError(text.chars().take(20).collect()))
    }
}

fn read(text: &str) -> Option<Stretch> {
    let mut parts = text.split('-');
    let year: i32 = parts.next()?.parse().ok()?;
    let first = |month| NaiveDate::from_ymd_opt(year, month, 1);
    let (second, third) = (parts.next(), parts.next());
    let (period, date) = match (second, third) {
        (None, None) => (Period::Year, first(1)?),
        (Some(part), None) => match (part.strip_prefix('W'), part.strip_prefix('Q')) {
            (Some(week), _) => (
                Period::Week,
                NaiveDate::from_isoywd_opt(year, week.parse().ok()?, chrono::Weekday::Mon)?,
            ),
            (_, Some(quarter)) => {
                let quarter: u32 = quarter.parse().ok().filter(|quarter| (1..=4).contains(quarter))?;
                (Period::Quarter, first(quarter * 3 - 2)?)
            }
            _ => (Period::Month, first(part.parse().ok()?)?),
        },
        (Some(month), Some(day)) => (
            Period::Day,
            NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)?,
        ),
        (None, Some(_)) => return None,
    };
    Some(period.containing(date))
}

impl TryFrom<String> for Stretch {
    type Error = PeriodError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Stretch> for String {
    fn from(stretch: Stretch) -> String {
        stretch.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[rstest]
    #[case(Period::Day, "2026-03-02", "2026-03-02", "2026-03-02")]
    #[case(Period::Week, "2026-W10", "2026-03-02", "2026-03-08")]
    #[case(Period::Month, "2026-03", "2026-03-01", "2026-03-31")]
    #[case(Period::Quarter, "2026-Q1", "2026-01-01", "2026-03-31")]
    #[case(Period::Year, "2026", "2026-01-01", "2026-12-31")]
    fn a_date_lies_in_its_period(
        #[case] period: Period,
        #[case] label: &str,
        #[case] start: &str,
        #[case] end: &str,
    ) {
        let stretch = period.containing(date("2026-03-02"));
        assert_eq!(
            (stretch.label(), stretch.start(), stretch.end()),
            (label.into(), date(start), date(end))
        );
        assert_eq!(label.parse::<Stretch>(), Ok(stretch));
    }

    #[rstest]
    #[case("2026-Q1", 1, "2025-Q4")]
    #[case("2026-W01", 1, "2025-W52")]
    #[case("2026-03", 3, "2025-12")]
    fn periods_follow_each_other(#[case] label: &str, #[case] number: u32, #[case] before: &str) {
        let stretch: Stretch = label.parse().unwrap();
        assert_eq!(stretch.previous(number).label(), before);
        assert_eq!(stretch.previous(number).following(number), stretch);
    }

    #[rstest]
    #[case("2026-13")]
    #[case("2026-Q5")]
    #[case("2026-W54")]
    #[case("2026-3")]
    #[case("2026-02-30")]
    #[case("")]
    #[case("x")]
    fn what_is_no_period_is_refused(#[case] label: &str) {
        assert_eq!(label.parse::<Stretch>(), Err(PeriodError(label.into())));
    }
}
