use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A limit, in working time or in calendar time, never a bare number. In packs and JSON it is
/// written in words (see [`Span::from_str`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Span {
    /// "2 working hours", "30 working minutes": so many minutes of working time.
    WorkingMinutes(u32),
    /// "3 working days": the same time of day three working days on. What begins outside working
    /// time counts from the next working moment. On a day whose periods do not hold that time it
    /// is the last working moment before it, or else the day's first.
    WorkingDays(u32),
    /// "24 hours", "45m": so many minutes by any clock, nights and holidays included.
    Minutes(u32),
    /// "15 days": the same local time so many days on.
    Days(u32),
    Weeks(u32),
    /// "1 month": the same day of the month, or its last where it is shorter.
    Months(u32),
    Years(u32),
    /// "end of the day": the last microsecond of the local day.
    EndOfDay,
    /// "end of the working day" (0), "end of the next working day" (1), "end of 3 working days":
    /// the last working moment so many working days after the day of the (next) working moment.
    EndOfWorkingDays(u32),
}

/// Words that are no limit.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SpanError {
    #[error("`{0}` does not say whether it means days, working days, hours, …")]
    BareNumber(String),
    #[error(
        "`{0}` is no limit such as `2 working hours`, `3 working days`, `24 hours`, `15 days`, `end of the next working day`"
    )]
    Unreadable(String),
    #[error("`{0}` is longer than ten years")]
    TooLong(String),
}

const MAX_WORKING_DAYS: u32 = 3_650;
const MAX_MINUTES: u32 = 3_660 * 24 * 60;

impl Span {
    /// Whether it is counted in working time. The others run through nights and holidays.
    pub fn is_working(&self) -> bool {
        matches!(
            self,
            Self::WorkingMinutes(_) | Self::WorkingDays(_) | Self::EndOfWorkingDays(_)
        )
    }

    /// Whether it is within what the calendar reckons with: ten years.
    pub fn is_reasonable(&self) -> bool {
        match *self {
            Self::WorkingMinutes(minutes) | Self::Minutes(minutes) => minutes <= MAX_MINUTES,
            Self::WorkingDays(days) | Self::EndOfWorkingDays(days) => days <= MAX_WORKING_DAYS,
            Self::Days(days) => days <= 3_660,
            Self::Weeks(weeks) => weeks <= 523,
            Self::Months(months) => months <= 120,
            Self::Years(years) => years <= 10,
            Self::EndOfDay => true,
        }
    }
}

impl FromStr for Span {
    type Err = SpanError;

    /// Reads "2 working hours", "30 working minutes", "3 working days", "24 hours", "45m", "15
    /// days", "2 weeks", "1 month", "1 year", "end of the day", "end of the next working day".
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let shown: String = text.chars().take(60).collect();
        let words: Vec<&str> = text.split_ascii_whitespace().take(8).collect();
        let span = match words[..] {
            ["end", "of", "the", "day"] => Self::EndOfDay,
            ["end", "of", "the", "working", "day"] => Self::EndOfWorkingDays(0),
            ["end", "of", "the", "next", "working", "day"] => Self::EndOfWorkingDays(1),
            ["end", "of", number, "working", "day" | "days"] => {
                Self::EndOfWorkingDays(count(number, &shown)?)
            }
            [number, "working", unit] => working(number, unit, &shown)?,
            [number, unit] => calendar(number, unit, &shown)?,
            [compact] => abbreviated(compact, &shown)?,
            _ => return Err(SpanError::Unreadable(shown)),
        };
        if span.is_reasonable() {
            Ok(span)
        } else {
            Err(SpanError::TooLong(shown))
        }
    }
}

fn count(number: &str, shown: &str) -> Result<u32, SpanError> {
    if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(SpanError::Unreadable(shown.into()));
    }
    number.parse().map_err(|_| SpanError::TooLong(shown.into()))
}

fn times(number: &str, each: u32, shown: &str) -> Result<u32, SpanError> {
    count(number, shown)?
        .checked_mul(each)
        .ok_or_else(|| SpanError::TooLong(shown.into()))
}

fn working(number: &str, unit: &str, shown: &str) -> Result<Span, SpanError> {
    match unit {
        "minute" | "minutes" => Ok(Span::WorkingMinutes(count(number, shown)?)),
        "hour" | "hours" => Ok(Span::WorkingMinutes(times(number, 60, shown)?)),
        "day" | "days" => Ok(Span::WorkingDays(count(number, shown)?)),
        _ => Err(SpanError::Unreadable(shown.into())),
    }
}

fn calendar(number: &str, unit: &str, shown: &str) -> Result<Span, SpanError> {
    match unit {
        "minute" | "minutes" | "m" => Ok(Span::Minutes(count(number, shown)?)),
        "hour" | "hours" | "h" => Ok(Span::Minutes(times(number, 60, shown)?)),
        "day" | "days" => Ok(Span::Days(count(number, shown)?)),
        "week" | "weeks" => Ok(Span::Weeks(count(number, shown)?)),
        "month" | "months" => Ok(Span::Months(count(number, shown)?)),
        "year" | "years" => Ok(Span::Years(count(number, shown)?)),
        _ => Err(SpanError::Unreadable(shown.into())),
    }
}

fn abbreviated(compact: &str, shown: &str) -> Result<Span, SpanError> {
    if !compact.is_empty() && compact.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(SpanError::BareNumber(shown.into()));
    }
    match compact.char_indices().last() {
        Some((end, 'm' | 'h')) => calendar(&compact[..end], &compact[end..], shown),
        _ => Err(SpanError::Unreadable(shown.into())),
    }
}

impl fmt::Display for Span {
    /// Writes words that [`Span::from_str`] reads as the same limit.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::WorkingMinutes(minutes) if minutes > 0 && minutes % 60 == 0 => {
                counted(f, minutes / 60, "working hour")
            }
            Self::WorkingMinutes(minutes) => counted(f, minutes, "working minute"),
            Self::WorkingDays(days) => counted(f, days, "working day"),
            Self::Minutes(minutes) if minutes > 0 && minutes % 60 == 0 => counted(f, minutes / 60, "hour"),
            Self::Minutes(minutes) => counted(f, minutes, "minute"),
            Self::Days(days) => counted(f, days, "day"),
            Self::Weeks(weeks) => counted(f, weeks, "week"),
            Self::Months(months) => counted(f, months, "month"),
            Self::Years(years) => counted(f, years, "year"),
            Self::EndOfDay => f.write_str("end of the day"),
            Self::EndOfWorkingDays(0) => f.write_str("end of the working day"),
            Self::EndOfWorkingDays(1) => f.write_str("end of the next working day"),
            Self::EndOfWorkingDays(days) => write!(f, "end of {days} working days"),
        }
    }
}

fn counted(f: &mut fmt::Formatter<'_>, number: u32, unit: &str) -> fmt::Result {
    write!(f, "{number} {unit}{}", if number == 1 { "" } else { "s" })
}

impl TryFrom<String> for Span {
    type Error = SpanError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Span> for String {
    fn from(span: Span) -> String {
        span.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("2 working hours", Span::WorkingMinutes(120))]
    #[case("1 working hour", Span::WorkingMinutes(60))]
    #[case("30 working minutes", Span::WorkingMinutes(30))]
    #[case("3 working days", Span::WorkingDays(3))]
    #[case("24 hours", Span::Minutes(1440))]
    #[case("45m", Span::Minutes(45))]
    #[case("0m", Span::Minutes(0))]
    #[case("15 days", Span::Days(15))]
    #[case("2 weeks", Span::Weeks(2))]
    #[case("1 month", Span::Months(1))]
    #[case("1 year", Span::Years(1))]
    #[case("end of the day", Span::EndOfDay)]
    #[case("end of the working day", Span::EndOfWorkingDays(0))]
    #[case("end of the next working day", Span::EndOfWorkingDays(1))]
    #[case("end of 3 working days", Span::EndOfWorkingDays(3))]
    fn a_limit_is_read_in_words(#[case] words: &str, #[case] span: Span) {
        assert_eq!(words.parse::<Span>(), Ok(span));
    }

    #[test]
    fn a_bare_number_is_no_limit() {
        assert_eq!("3".parse::<Span>(), Err(SpanError::BareNumber("3".into())));
    }

    #[rstest]
    #[case("")]
    #[case("three days")]
    #[case("-3 days")]
    #[case("1.5 hours")]
    #[case("2 working weeks")]
    #[case("3 工作日")]
    #[case("日")]
    #[case("m")]
    fn other_words_are_refused(#[case] words: &str) {
        assert_eq!(words.parse::<Span>(), Err(SpanError::Unreadable(words.into())));
    }

    #[rstest]
    #[case("100000 working days")]
    #[case("11 years")]
    #[case("99999999999 hours")]
    #[case("4294967295 hours")]
    fn a_limit_over_ten_years_is_refused(#[case] words: &str) {
        assert_eq!(words.parse::<Span>(), Err(SpanError::TooLong(words.into())));
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_again(number in 0..120_u32, kind in 0..9) {
            let span = match kind {
                0 => Span::WorkingMinutes(number * 7),
                1 => Span::WorkingDays(number),
                2 => Span::Minutes(number * 15),
                3 => Span::Days(number),
                4 => Span::Weeks(number),
                5 => Span::Months(number),
                6 => Span::Years(number % 11),
                7 => Span::EndOfDay,
                _ => Span::EndOfWorkingDays(number),
            };
            prop_assert_eq!(span.to_string().parse::<Span>(), Ok(span));
        }

        #[test]
        fn no_text_makes_reading_fail_otherwise_than_by_an_error(text in ".{0,40}") {
            let _ = text.parse::<Span>();
        }
    }
}
