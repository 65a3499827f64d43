use super::period::Period;
use super::rule::Beat;
use crate::calendar::{CalendarError, DayKind, WorkCalendar};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Where an occurrence goes that falls on a day off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IfClosed {
    /// To the last working day before.
    #[default]
    Before,
    /// To the next working day.
    After,
    /// Nowhere: it does not happen.
    Skip,
}

/// One time that a beat comes round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occurrence {
    /// The day (`2026-03-06`) or period (`2026-W10`, `2026-03`, `2026-Q1`, `2026`) it is for, as
    /// the beat names it, however days off move it; a festival's is its first day off.
    pub key: String,
    /// The start of the day or of the period.
    pub opens_at: DateTime<Utc>,
    /// `at` on the (moved) day or the period's last; without `at` the end of that day's work.
    pub due_at: DateTime<Utc>,
}

/// A longer look ahead is not needed: what time brings is asked for again and again.
const MAX_DAYS: u64 = 3_660;
/// How far a day off may move an occurrence.
const MOVED_AT_MOST: u64 = 40;

impl Beat {
    /// The occurrences that open after `after` and not after `until`, earliest first, at most
    /// `limit`. Stretches that follow each other give each occurrence once. For periods this
    /// means whole periods only. A beat looks at most ten years ahead.
    pub fn occurrences(
        &self,
        calendar: &WorkCalendar,
        at: Option<NaiveTime>,
        if_closed: IfClosed,
        after: DateTime<Utc>,
        until: DateTime<Utc>,
        limit: usize,
    ) -> Result<Vec<Occurrence>, CalendarError> {
        if until <= after || limit == 0 {
            return Ok(Vec::new());
        }
        let first = calendar.today(after);
        let last = calendar.today(until).min(later(first, MAX_DAYS));
        let rhythm = Rhythm {
            calendar,
            at,
            if_closed,
        };
        let mut found = match self {
            Self::Week => rhythm.periods(Period::Week, first, last, limit)?,
            Self::Month => rhythm.periods(Period::Month, first, last, limit)?,
            Self::Quarter => rhythm.periods(Period::Quarter, first, last, limit)?,
            Self::Year => rhythm.periods(Period::Year, first, last, limit)?,
            Self::WorkingDay => {
                let days = calendar.working_days(first, last).take(limit.saturating_add(1));
                rhythm.days(days)?
            }
            Self::Festivals => {
                let days = festivals(calendar).into_iter();
                rhythm.days(days.filter(|day| {
                    (earlier(first, MOVED_AT_MOST)..=later(last, MOVED_AT_MOST)).contains(day)
                }))?
            }
            Self::Rrule(rule) => {
                let many =
                    u16::try_from(limit.saturating_add(2 * MOVED_AT_MOST as usize)).unwrap_or(u16::MAX);
                let days = rule
                    .dates(earlier(first, MOVED_AT_MOST), later(last, MOVED_AT_MOST), many)
                    .unwrap_or_default();
                rhythm.days(days.into_iter())?
            }
        };
        found.retain(|occurrence| after < occurrence.opens_at && occurrence.opens_at <= until);
        found.sort_by(|a, b| (a.opens_at, &a.key).cmp(&(b.opens_at, &b.key)));
        found.truncate(limit);
        Ok(found)
    }
}

struct Rhythm<'a> {
    calendar: &'a WorkCalendar,
    at: Option<NaiveTime>,
    if_closed: IfClosed,
}

impl Rhythm<'_> {
    fn days(&self, days: impl Iterator<Item = NaiveDate>) -> Result<Vec<Occurrence>, CalendarError> {
        let mut found = Vec::new();
        for day in days {
            if let Some(open) = self.open_day(day)? {
                let opens_at = self.calendar.start_of_day(open);
                found.push(Occurrence {
                    key: day.to_string(),
                    opens_at,
                    due_at: self.due_on(open),
                });
            }
        }
        Ok(found)
    }

    fn periods(
        &self,
        period: Period,
        first: NaiveDate,
        last: NaiveDate,
        limit: usize,
    ) -> Result<Vec<Occurrence>, CalendarError> {
        let mut found = Vec::new();
        let mut stretch = period.containing(first);
        while stretch.start() <= last && found.len() <= limit.saturating_add(1) {
            if let Some(open) = self.open_day(stretch.end())? {
                let opens_at = self.calendar.start_of_day(stretch.start());
                found.push(Occurrence {
                    key: stretch.label(),
                    opens_at,
                    due_at: self.due_on(open),
                });
            }
            let next = stretch.following(1);
            if next == stretch {
                break;
            }
            stretch = next;
        }
        Ok(found)
    }

    fn open_day(&self, day: NaiveDate) -> Result<Option<NaiveDate>, CalendarError> {
        if self.calendar.is_working_day(day) {
            return Ok(Some(day));
        }
        match self.if_closed {
            IfClosed::Before => self.calendar.previous_working_day(day).map(Some),
            IfClosed::After => self.calendar.next_working_day(day).map(Some),
            IfClosed::Skip => Ok(None),
        }
    }

    fn due_on(&self, day: NaiveDate) -> DateTime<Utc> {
        match self.at {
            Some(time) => self.calendar.at(day, time),
            None => self
                .calendar
                .end_of_work(day)
                .unwrap_or_else(|| self.calendar.end_of_day(day)),
        }
    }
}

/// The first day off of each festival. Days of one name lie together or are two festivals.
fn festivals(calendar: &WorkCalendar) -> Vec<NaiveDate> {
    let (mut firsts, mut latest) = (Vec::new(), BTreeMap::new());
    for (day, kind) in calendar.holidays().iter() {
        let DayKind::Holiday(name) = kind else { continue };
        let known: Option<NaiveDate> = latest.insert(name.clone(), day);
        if known.is_none_or(|last| (day - last).num_days() > 30) {
            firsts.push(day);
        }
    }
    firsts
}

fn later(date: NaiveDate, days: u64) -> NaiveDate {
    date.checked_add_days(Days::new(days)).unwrap_or(date)
}

fn earlier(date: NaiveDate, days: u64) -> NaiveDate {
    date.checked_sub_days(Days::new(days)).unwrap_or(date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::beat::BeatError;
    use crate::calendar::Holidays;
    use rstest::rstest;

    fn calendar() -> WorkCalendar {
        WorkCalendar::standard(chrono_tz::Asia::Shanghai, Holidays::cn())
    }

    fn local(text: &str) -> DateTime<Utc> {
        format!("{text}:00+08:00").parse().unwrap()
    }

    fn keys_and_days(beat: &str, if_closed: IfClosed, after: &str, until: &str) -> Vec<(String, String)> {
        let beat: Beat = beat.parse().unwrap();
        let at = NaiveTime::from_hms_opt(18, 0, 0);
        let found = beat
            .occurrences(&calendar(), at, if_closed, local(after), local(until), 100)
            .unwrap();
        found
            .into_iter()
            .map(|one| (one.key, calendar().today(one.due_at).to_string()))
            .collect()
    }

    fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
        expected
            .iter()
            .map(|(key, day)| ((*key).to_owned(), (*day).to_owned()))
            .collect()
    }

    #[rstest]
    #[case(IfClosed::Before, &[("2026-02-13", "2026-02-13"), ("2026-02-20", "2026-02-14"), ("2026-02-27", "2026-02-27")])]
    #[case(IfClosed::After, &[("2026-02-13", "2026-02-13"), ("2026-02-20", "2026-02-24"), ("2026-02-27", "2026-02-27")])]
    #[case(IfClosed::Skip, &[("2026-02-13", "2026-02-13"), ("2026-02-27", "2026-02-27")])]
    fn a_friday_in_the_spring_festival_moves_as_the_rule_says(
        #[case] if_closed: IfClosed,
        #[case] expected: &[(&str, &str)],
    ) {
        let found = keys_and_days(
            "RRULE:FREQ=WEEKLY;BYDAY=FR",
            if_closed,
            "2026-02-09T09:00",
            "2026-03-01T00:00",
        );
        assert_eq!(found, pairs(expected));
    }

    #[test]
    fn a_period_is_due_on_its_last_working_day() {
        let found = keys_and_days("month", IfClosed::Before, "2026-01-15T09:00", "2026-05-31T00:00");
        let expected = [
            ("2026-02", "2026-02-28"),
            ("2026-03", "2026-03-31"),
            ("2026-04", "2026-04-30"),
            ("2026-05", "2026-05-29"),
        ];
        assert_eq!(found, pairs(&expected));
    }

    #[test]
    fn only_whole_quarters_count() {
        let found = keys_and_days(
            "quarter",
            IfClosed::Before,
            "2026-01-01T00:00",
            "2026-12-31T00:00",
        );
        let keys: Vec<_> = found.into_iter().map(|(key, _)| key).collect();
        assert_eq!(keys, ["2026-Q2", "2026-Q3", "2026-Q4"]);
    }

    #[test]
    fn working_days_leave_out_holidays_and_take_in_make_up_days() {
        let found = keys_and_days(
            "working day",
            IfClosed::Skip,
            "2026-02-13T09:00",
            "2026-03-01T00:00",
        );
        let days: Vec<_> = found.into_iter().map(|(key, _)| key).collect();
        assert_eq!(
            days,
            [
                "2026-02-14",
                "2026-02-24",
                "2026-02-25",
                "2026-02-26",
                "2026-02-27",
                "2026-02-28"
            ]
        );
    }

    #[test]
    fn each_festival_comes_once_on_the_working_day_before() {
        let found = keys_and_days(
            "calendar:festivals",
            IfClosed::Before,
            "2025-09-01T00:00",
            "2026-03-01T00:00",
        );
        let expected = [
            ("2025-10-01", "2025-09-30"),
            ("2025-10-06", "2025-09-30"),
            ("2026-01-01", "2025-12-31"),
            ("2026-02-15", "2026-02-14"),
        ];
        assert_eq!(found, pairs(&expected));
    }

    #[rstest]
    #[case("RRULE:FREQ=MONTHLY;BYMONTHDAY=-1", &["2026-01-31", "2026-02-28", "2026-03-31"])]
    #[case("RRULE:FREQ=MONTHLY", &["2026-01-01", "2026-02-01", "2026-03-01"])]
    #[case("RRULE:FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO", &["2026-01-05", "2026-03-02"])]
    #[case("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1FR", &["2026-03-27"])]
    fn rules_of_rfc_5545_are_followed(#[case] rule: &str, #[case] keys: &[&str]) {
        let found = keys_and_days(rule, IfClosed::After, "2025-12-28T00:00", "2026-04-03T00:00");
        let found: Vec<_> = found
            .iter()
            .map(|(key, _)| key.as_str())
            .filter(|key| *key > "2026" && *key < "2026-04")
            .collect();
        assert_eq!(found, keys);
    }

    #[test]
    fn a_fortnight_keeps_its_step_whenever_it_is_asked() {
        let rule = "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=WE";
        let whole = keys_and_days(rule, IfClosed::After, "2024-01-01T00:00", "2026-12-31T00:00");
        let mut apart = Vec::new();
        let bounds = [
            "2024-01-01T00:00",
            "2024-05-03T07:00",
            "2025-02-11T00:00",
            "2026-02-19T12:00",
            "2026-12-31T00:00",
        ];
        for pair in bounds.windows(2) {
            apart.extend(keys_and_days(rule, IfClosed::After, pair[0], pair[1]));
        }
        assert_eq!(whole, apart);
        assert!(whole.len() > 70);
    }

    #[rstest]
    #[case("RRULE:FREQ=HOURLY", BeatError::TooOften)]
    #[case("RRULE:FREQ=DAILY;COUNT=3", BeatError::Misplaced("COUNT"))]
    #[case("RRULE:FREQ=DAILY;BYHOUR=9", BeatError::Misplaced("BYHOUR"))]
    #[case("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", BeatError::Never)]
    #[case("RRULE:FREQ=DAILY;INTERVAL=60000", BeatError::IntervalTooLong)]
    #[case("fortnight", BeatError::Unknown("fortnight".into()))]
    fn a_rule_that_is_no_beat_is_refused(#[case] text: &str, #[case] error: BeatError) {
        assert_eq!(text.parse::<Beat>(), Err(error));
    }

    #[rstest]
    #[case("RRULE:")]
    #[case("RRULE:BYDAY=FR")]
    #[case("RRULE:FREQ=WEEKLY;BYDAY=周五")]
    #[case("RRULE:FREQ=WEEKLY;BYDAY=XX")]
    #[case("RRULE:FREQ=DAILY;INTERVAL=0")]
    #[case("RRULE:FREQ=DAILY\nEXRULE:FREQ=DAILY")]
    fn a_rule_that_cannot_be_read_is_refused(#[case] text: &str) {
        assert!(matches!(text.parse::<Beat>(), Err(BeatError::Unreadable(_))));
    }

    #[test]
    fn what_is_shown_is_read_again() {
        for text in [
            "RRULE:FREQ=WEEKLY;BYDAY=FR",
            "working day",
            "week",
            "month",
            "quarter",
            "year",
            "calendar:festivals",
        ] {
            assert_eq!(text.parse::<Beat>().unwrap().to_string(), text);
        }
    }
}
