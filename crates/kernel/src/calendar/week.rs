use chrono::{NaiveDate, TimeDelta, Weekday};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use super::zone::{self, Fold};
use chrono::{DateTime, Utc};

const DAY: u16 = 24 * 60;

/// A stretch of working time, written `09:00-12:00`. One that ends at or before its start ends
/// the next day (`22:00-06:00`) and belongs to the day on which it starts. `24:00` is midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Period {
    /// Minutes from the day's midnight by the wall clock, below 1,440.
    start: u16,
    /// Minutes from the same midnight, above `start`, at most a day later.
    end: u16,
}

/// What is wrong with one period or day of a working week.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WeekFault {
    #[error("no day or range of days such as MO, SA or MO-FR")]
    UnknownDay,
    #[error("the day stands in another line already")]
    RepeatedDay,
    #[error("`{0}` is no period such as 09:00-12:00 or 22:00-06:00")]
    UnreadablePeriod(String),
    #[error("`{0}` overlaps the period before")]
    Overlap(String),
}

/// A fault in a working week and the key (`MO-FR`) under which it stands.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{key}: {fault}")]
pub struct WeekError {
    pub key: String,
    pub fault: WeekFault,
}

impl Period {
    /// The period's instants on the day on which it starts.
    pub(super) fn on(self, zone: Tz, date: NaiveDate) -> (DateTime<Utc>, DateTime<Utc>) {
        let midnight = zone::midnight(date);
        let start = zone::instant(
            zone,
            midnight + TimeDelta::minutes(self.start.into()),
            Fold::First,
        );
        let end = zone::instant(zone, midnight + TimeDelta::minutes(self.end.into()), Fold::Second);
        (start, end.max(start))
    }

    const fn of(start: u16, end: u16) -> Period {
        Period { start, end }
    }
}

impl FromStr for Period {
    type Err = WeekFault;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let unreadable = || WeekFault::UnreadablePeriod(text.chars().take(40).collect());
        let (start, end) = text.split_once('-').ok_or_else(unreadable)?;
        let start = minute_of_day(start)
            .filter(|minute| *minute < DAY)
            .ok_or_else(unreadable)?;
        let end = minute_of_day(end).ok_or_else(unreadable)?;
        match end {
            0 => Ok(Period::of(start, DAY)),
            end if end == start => Err(unreadable()),
            end if end < start => Ok(Period::of(start, end + DAY)),
            end => Ok(Period::of(start, end)),
        }
    }
}

fn minute_of_day(text: &str) -> Option<u16> {
    let (hour, minute) = text.trim().split_once(':')?;
    let two_digits = |part: &str| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    if !two_digits(hour) || !two_digits(minute) || minute.len() != 2 {
        return None;
    }
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    let total = hour * 60 + minute;
    (minute < 60 && total <= DAY).then_some(total)
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = if self.end > DAY { self.end - DAY } else { self.end };
        write!(
            f,
            "{:02}:{:02}-{:02}:{:02}",
            self.start / 60,
            self.start % 60,
            end / 60,
            end % 60
        )
    }
}

impl TryFrom<String> for Period {
    type Error = WeekFault;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Period> for String {
    fn from(period: Period) -> String {
        period.to_string()
    }
}

/// The working periods of each weekday, Monday first, in order and apart from each other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Week([Vec<Period>; 7]);

impl Week {
    /// Monday to Friday 09:00–12:00 and 13:30–18:00.
    pub fn standard() -> Week {
        let day = || vec![Period::of(540, 720), Period::of(810, 1080)];
        Week([day(), day(), day(), day(), day(), vec![], vec![]])
    }

    /// Reads `{ "MO-FR": ["08:00-12:00", "13:00-17:30"], "SA": ["09:00-12:00"] }`; days not named
    /// are free. Says all faults at once.
    pub fn parse(lines: &BTreeMap<String, Vec<String>>) -> Result<Week, Vec<WeekError>> {
        let (mut week, mut faults) = (Week::default(), Vec::new());
        let mut named = [false; 7];
        for (key, texts) in lines {
            let mut fault = |fault| {
                faults.push(WeekError {
                    key: key.clone(),
                    fault,
                })
            };
            let Some(days) = days_of(key) else {
                fault(WeekFault::UnknownDay);
                continue;
            };
            let periods = parse_periods(texts, &mut fault);
            for day in days {
                if std::mem::replace(&mut named[day], true) {
                    fault(WeekFault::RepeatedDay);
                }
                week.0[day].clone_from(&periods);
            }
        }
        if faults.is_empty() { Ok(week) } else { Err(faults) }
    }

    pub fn on(&self, weekday: Weekday) -> &[Period] {
        &self.0[weekday.num_days_from_monday() as usize]
    }

    /// What a make-up day works: Monday's periods, or those of the first weekday that has any.
    pub fn make_up(&self) -> &[Period] {
        self.0
            .iter()
            .find(|periods| !periods.is_empty())
            .map_or(&[], Vec::as_slice)
    }

    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Vec::is_empty)
    }
}

fn parse_periods(texts: &[String], fault: &mut impl FnMut(WeekFault)) -> Vec<Period> {
    let mut periods: Vec<Period> = Vec::new();
    for text in texts {
        match text.parse::<Period>() {
            Ok(period) => periods.push(period),
            Err(error) => fault(error),
        }
    }
    periods.sort_unstable();
    for pair in periods.windows(2) {
        if pair[1].start < pair[0].end {
            fault(WeekFault::Overlap(pair[1].to_string()));
        }
    }
    periods
}

fn days_of(key: &str) -> Option<std::ops::RangeInclusive<usize>> {
    const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    let index = |name: &str| DAYS.iter().position(|day| *day == name.trim());
    let (first, last) = key.split_once('-').unwrap_or((key, key));
    let (first, last) = (index(first)?, index(last)?);
    (first <= last).then_some(first..=last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn week(lines: &[(&str, &[&str])]) -> Result<Week, Vec<WeekError>> {
        let owned = |texts: &&[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        Week::parse(
            &lines
                .iter()
                .map(|(key, texts)| ((*key).to_owned(), owned(texts)))
                .collect(),
        )
    }

    #[rstest]
    #[case("09:00-12:00")]
    #[case("22:00-06:00")]
    #[case("00:00-24:00")]
    fn a_period_is_shown_as_written(#[case] text: &str) {
        assert_eq!(text.parse::<Period>().unwrap().to_string(), text);
    }

    #[rstest]
    #[case("9-12")]
    #[case("09:00-09:00")]
    #[case("09:60-10:00")]
    #[case("24:00-25:00")]
    #[case("09:00")]
    #[case("上午-下午")]
    fn what_is_no_period_is_refused(#[case] text: &str) {
        assert_eq!(
            text.parse::<Period>(),
            Err(WeekFault::UnreadablePeriod(text.into()))
        );
    }

    #[test]
    fn every_fault_of_a_week_is_named_with_its_key() {
        let faults = week(&[
            ("MO-FR", &["08:00-12:00", "11:00-13:00", "noon"]),
            ("TU", &[]),
            ("XX", &[]),
        ])
        .unwrap_err();
        let texts: Vec<String> = faults.iter().map(WeekError::to_string).collect();
        assert_eq!(
            texts,
            [
                "MO-FR: `noon` is no period such as 09:00-12:00 or 22:00-06:00",
                "MO-FR: `11:00-13:00` overlaps the period before",
                "TU: the day stands in another line already",
                "XX: no day or range of days such as MO, SA or MO-FR",
            ]
        );
    }

    #[test]
    fn a_range_of_days_shares_its_periods() {
        let week = week(&[
            ("MO-FR", &["08:00-12:00", "13:00-17:30"]),
            ("SA", &["09:00-12:00"]),
        ])
        .unwrap();
        assert_eq!(week.on(Weekday::Wed).len(), 2);
        assert_eq!(week.on(Weekday::Sat).len(), 1);
        assert!(week.on(Weekday::Sun).is_empty());
    }
}
