//! Walks through working time, day by day and never without end.

use super::span::Span;
use super::work::{CalendarError, Interval, MAX_IDLE_DAYS, WorkCalendar};
use super::zone::{self, Fold};
use crate::clock::to_micros;
use chrono::{DateTime, Months, NaiveDate, TimeDelta, Utc};

impl WorkCalendar {
    /// Working time from one instant to another; negative if the second is the earlier.
    pub fn working_between(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> TimeDelta {
        if to < from {
            return -self.working_between(to, from);
        }
        let (from, to) = (zone::bounded(from), zone::bounded(to));
        let mut day = self.eve(from);
        let last = self.today(to);
        let mut sum = TimeDelta::zero();
        while day <= last {
            for interval in self.intervals(day) {
                sum += (interval.end.min(to) - interval.start.max(from)).max(TimeDelta::zero());
            }
            let Some(next) = zone::plus_days(day, 1) else {
                break;
            };
            day = next;
        }
        sum
    }

    /// The earliest instant with so much working time since `from`; `from` itself if none is asked.
    pub fn add_working(&self, from: DateTime<Utc>, time: TimeDelta) -> Result<DateTime<Utc>, CalendarError> {
        let (mut at, mut left) = (from, time);
        while left > TimeDelta::zero() {
            let interval = self.next_interval(at)?;
            let start = interval.start.max(at);
            if interval.end - start >= left {
                return Ok(start + left);
            }
            left -= interval.end - start;
            at = interval.end;
        }
        Ok(at)
    }

    /// The latest instant from which so much working time is left until `to`.
    pub fn subtract_working(
        &self,
        to: DateTime<Utc>,
        time: TimeDelta,
    ) -> Result<DateTime<Utc>, CalendarError> {
        let (mut at, mut left) = (to, time);
        while left > TimeDelta::zero() {
            let interval = self.last_interval(at)?;
            let end = interval.end.min(at);
            if end - interval.start >= left {
                return Ok(end - left);
            }
            left -= end - interval.start;
            at = interval.start;
        }
        Ok(at)
    }

    /// The instant itself if it lies in working time, else the next that does.
    pub fn next_working_moment(&self, at: DateTime<Utc>) -> Result<DateTime<Utc>, CalendarError> {
        Ok(self.next_interval(at)?.start.max(at))
    }

    /// Where a limit ends that began at `start`, without any pause.
    pub fn after(&self, start: DateTime<Utc>, span: &Span) -> Result<DateTime<Utc>, CalendarError> {
        let start = self.checked(start, span)?;
        let end = match *span {
            Span::WorkingMinutes(minutes) => self.add_working(start, TimeDelta::minutes(minutes.into()))?,
            Span::WorkingDays(0) => start,
            Span::WorkingDays(days) => {
                let interval = self.next_interval(start)?;
                self.same_time_on(interval.day, interval.start.max(start), i64::from(days))?
            }
            Span::EndOfWorkingDays(days) => {
                let day = self.working_day_on(self.next_interval(start)?.day, i64::from(days))?;
                self.end_of_work(day).ok_or(CalendarError::NoWorkingTime)?
            }
            Span::EndOfDay => self.end_of_day(self.today(start)),
            _ => self.by_calendar(start, span, 1)?,
        };
        Ok(to_micros(end))
    }

    /// The latest instant from which a limit would last until `end`: "three working days before".
    /// Ends of days cannot be counted backwards.
    pub fn before(&self, end: DateTime<Utc>, span: &Span) -> Result<DateTime<Utc>, CalendarError> {
        let end = self.checked(end, span)?;
        let start = match *span {
            Span::WorkingMinutes(minutes) => {
                self.subtract_working(end, TimeDelta::minutes(minutes.into()))?
            }
            Span::WorkingDays(0) => end,
            Span::WorkingDays(days) => {
                let interval = if self.is_working(end) {
                    self.next_interval(end)?
                } else {
                    self.last_interval(end)?
                };
                self.same_time_on(interval.day, interval.end.min(end), -i64::from(days))?
            }
            Span::EndOfWorkingDays(_) | Span::EndOfDay => return Err(CalendarError::NotBackwards),
            _ => self.by_calendar(end, span, -1)?,
        };
        Ok(to_micros(start))
    }

    fn checked(&self, at: DateTime<Utc>, span: &Span) -> Result<DateTime<Utc>, CalendarError> {
        if !span.is_reasonable() {
            return Err(CalendarError::SpanTooLong);
        }
        if zone::bounded(at) != at {
            return Err(CalendarError::OutOfRange);
        }
        Ok(to_micros(at))
    }

    /// Moves by calendar time, forwards or backwards; local times stay what they are.
    fn by_calendar(&self, at: DateTime<Utc>, span: &Span, sign: i64) -> Result<DateTime<Utc>, CalendarError> {
        let wall = zone::local(self.zone(), at);
        let day = match *span {
            Span::Minutes(minutes) => {
                let moved = at + TimeDelta::minutes(i64::from(minutes) * sign);
                return if zone::bounded(moved) == moved {
                    Ok(moved)
                } else {
                    Err(CalendarError::OutOfRange)
                };
            }
            Span::Days(0) | Span::Weeks(0) | Span::Months(0) | Span::Years(0) => return Ok(at),
            Span::Weeks(weeks) => zone::plus_days(wall.date(), i64::from(weeks) * 7 * sign),
            Span::Months(months) => plus_months(wall.date(), months, sign),
            Span::Years(years) => plus_months(wall.date(), years * 12, sign),
            Span::Days(days) => zone::plus_days(wall.date(), i64::from(days) * sign),
            Span::WorkingMinutes(_) | Span::WorkingDays(_) | Span::EndOfDay | Span::EndOfWorkingDays(_) => {
                Some(wall.date())
            }
        };
        Ok(self.at(day.ok_or(CalendarError::OutOfRange)?, wall.time()))
    }

    /// The same position in the working day `days` working days from `day`. A shift's small hours
    /// count from the midnight of the day on which it began.
    fn same_time_on(
        &self,
        day: NaiveDate,
        at: DateTime<Utc>,
        days: i64,
    ) -> Result<DateTime<Utc>, CalendarError> {
        let since_midnight = zone::local(self.zone(), at) - zone::midnight(day);
        let target = self.working_day_on(day, days)?;
        let wanted = zone::instant(self.zone(), zone::midnight(target) + since_midnight, Fold::First);
        let intervals = self.intervals(target);
        let first = intervals.first().ok_or(CalendarError::NoWorkingTime)?;
        let holding = intervals.iter().rev().find(|interval| interval.start <= wanted);
        Ok(holding.map_or(first.start, |interval| wanted.min(interval.end)))
    }

    pub(super) fn working_day_on(&self, day: NaiveDate, days: i64) -> Result<NaiveDate, CalendarError> {
        let mut day = day;
        for _ in 0..days.unsigned_abs() {
            day = if days < 0 {
                self.previous_working_day(day)?
            } else {
                self.next_working_day(day)?
            };
        }
        Ok(day)
    }

    /// The first stretch of working time that ends after an instant.
    pub(super) fn next_interval(&self, at: DateTime<Utc>) -> Result<Interval, CalendarError> {
        let mut day = self.eve(at);
        for _ in 0..MAX_IDLE_DAYS {
            if let Some(interval) = self.intervals(day).into_iter().find(|interval| interval.end > at) {
                return Ok(interval);
            }
            day = zone::plus_days(day, 1).ok_or(CalendarError::OutOfRange)?;
        }
        Err(CalendarError::NoWorkingTime)
    }

    /// The last stretch of working time that starts before an instant.
    fn last_interval(&self, at: DateTime<Utc>) -> Result<Interval, CalendarError> {
        let mut day = self.today(at);
        for _ in 0..MAX_IDLE_DAYS {
            if let Some(interval) = self
                .intervals(day)
                .into_iter()
                .rev()
                .find(|interval| interval.start < at)
            {
                return Ok(interval);
            }
            day = zone::plus_days(day, -1).ok_or(CalendarError::OutOfRange)?;
        }
        Err(CalendarError::NoWorkingTime)
    }

    /// The day before an instant's: its overnight shift may still run.
    fn eve(&self, at: DateTime<Utc>) -> NaiveDate {
        let today = self.today(at);
        zone::plus_days(today, -1).unwrap_or(today)
    }
}

fn plus_months(date: NaiveDate, months: u32, sign: i64) -> Option<NaiveDate> {
    let months = Months::new(months);
    let moved = if sign < 0 {
        date.checked_sub_months(months)
    } else {
        date.checked_add_months(months)
    };
    moved.filter(|date| zone::is_in_range(*date))
}
