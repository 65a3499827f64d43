use super::holidays::{DayKind, Holidays};
use super::week::{Period, Week};
use super::zone::{self, Fold};
use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Who works when: a zone, a working week, the days that differ from it.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkCalendar {
    zone: Tz,
    week: Week,
    holidays: Arc<Holidays>,
    own_days: BTreeMap<NaiveDate, Vec<Period>>,
}

/// Why a calendar cannot answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    #[error("the calendar has no working time")]
    NoWorkingTime,
    #[error("the limit is longer than ten years")]
    SpanTooLong,
    #[error("the limit ends outside the years that the calendar reckons with")]
    OutOfRange,
    #[error("an end of a day cannot be counted backwards")]
    NotBackwards,
}

/// How many days without work in a row mean that there is none at all.
pub(super) const MAX_IDLE_DAYS: u32 = 1_100;

/// A stretch of working time and the day it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Interval {
    pub day: NaiveDate,
    pub start: DateTime<Utc>,
    pub end: DateTime<Utc>,
}

impl WorkCalendar {
    /// A calendar of one's own. The holidays come as a table, a shared table or a reference to one.
    pub fn new(zone: Tz, week: Week, holidays: impl Into<Arc<Holidays>>) -> Result<Self, CalendarError> {
        if week.is_empty() {
            return Err(CalendarError::NoWorkingTime);
        }
        Ok(Self {
            zone,
            week,
            holidays: holidays.into(),
            own_days: BTreeMap::new(),
        })
    }

    /// Monday to Friday 09:00–12:00 and 13:30–18:00.
    pub fn standard(zone: Tz, holidays: impl Into<Arc<Holidays>>) -> Self {
        Self {
            zone,
            week: Week::standard(),
            holidays: holidays.into(),
            own_days: BTreeMap::new(),
        }
    }

    /// Gives one day periods of its own, stronger than week and holidays; none makes it a day off.
    #[must_use]
    pub fn with_day(mut self, date: NaiveDate, mut periods: Vec<Period>) -> Self {
        periods.sort_unstable();
        self.own_days.insert(date, periods);
        self
    }

    pub fn zone(&self) -> Tz {
        self.zone
    }

    pub fn week(&self) -> &Week {
        &self.week
    }

    pub fn holidays(&self) -> &Holidays {
        &self.holidays
    }

    /// The periods that begin on a day: its own, else none on a holiday, Monday's on a make-up
    /// day, the week's on every other.
    pub fn periods(&self, date: NaiveDate) -> &[Period] {
        match (self.own_days.get(&date), self.holidays.get(date)) {
            (Some(periods), _) => periods,
            (None, Some(DayKind::Holiday(_))) => &[],
            (None, Some(DayKind::MakeUp(_))) => self.week.make_up(),
            (None, None) => self.week.on(date.weekday()),
        }
    }

    pub fn is_working_day(&self, date: NaiveDate) -> bool {
        !self.periods(date).is_empty()
    }

    /// Whether an instant lies in working time; a period's end does not.
    pub fn is_working(&self, at: DateTime<Utc>) -> bool {
        self.next_interval(at).is_ok_and(|interval| interval.start <= at)
    }

    /// The company's date at an instant.
    pub fn today(&self, now: DateTime<Utc>) -> NaiveDate {
        zone::local(self.zone, now).date()
    }

    /// The first instant of a local day.
    pub fn start_of_day(&self, date: NaiveDate) -> DateTime<Utc> {
        zone::instant(self.zone, zone::midnight(date), Fold::First)
    }

    /// The last microsecond of a local day, so that what falls due then falls due on that day.
    pub fn end_of_day(&self, date: NaiveDate) -> DateTime<Utc> {
        let next = date.succ_opt().unwrap_or(date);
        self.start_of_day(next) - TimeDelta::microseconds(1)
    }

    /// A day's local time as an instant: the first of two, the first after a gap.
    pub fn at(&self, date: NaiveDate, time: chrono::NaiveTime) -> DateTime<Utc> {
        zone::instant(self.zone, date.and_time(time), Fold::First)
    }

    /// Where a working day's last period ends; `None` on a day off.
    pub fn end_of_work(&self, date: NaiveDate) -> Option<DateTime<Utc>> {
        self.intervals(date).last().map(|interval| interval.end)
    }

    /// The first working day after a day.
    pub fn next_working_day(&self, date: NaiveDate) -> Result<NaiveDate, CalendarError> {
        self.step_working_day(date, 1)
    }

    /// The last working day before a day.
    pub fn previous_working_day(&self, date: NaiveDate) -> Result<NaiveDate, CalendarError> {
        self.step_working_day(date, -1)
    }

    /// The working days of a stretch, both ends included.
    pub fn working_days(&self, from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = NaiveDate> {
        from.iter_days()
            .take_while(move |date| *date <= to)
            .filter(|date| self.is_working_day(*date))
    }

    fn step_working_day(&self, date: NaiveDate, step: i64) -> Result<NaiveDate, CalendarError> {
        let mut day = date;
        for _ in 0..MAX_IDLE_DAYS {
            day = zone::plus_days(day, step).ok_or(CalendarError::OutOfRange)?;
            if self.is_working_day(day) {
                return Ok(day);
            }
        }
        Err(CalendarError::NoWorkingTime)
    }

    /// A day's working time as instants. What an overnight shift of the day before covers is that
    /// day's and is cut off here.
    pub(super) fn intervals(&self, date: NaiveDate) -> Vec<Interval> {
        let eve = date
            .pred_opt()
            .and_then(|eve| Some(self.periods(eve).last()?.on(self.zone, eve).1));
        let mut earliest = eve.unwrap_or(DateTime::<Utc>::MIN_UTC);
        let mut intervals = Vec::new();
        for period in self.periods(date) {
            let (start, end) = period.on(self.zone, date);
            let start = start.max(earliest);
            if start < end {
                intervals.push(Interval {
                    day: date,
                    start,
                    end,
                });
                earliest = end;
            }
        }
        intervals
    }
}
