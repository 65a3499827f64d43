//! Between wall clocks and instants, without a panic at gaps, folds or the ends of time.

use chrono::{
    DateTime, Datelike, Days, MappedLocalTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc,
};
use chrono_tz::{GapInfo, Tz};

/// Which of two instants a local time means that the clock shows twice.
#[derive(Clone, Copy)]
pub(super) enum Fold {
    First,
    Second,
}

/// The years between which all arithmetic stays, with days to spare for every zone.
const FIRST_YEAR: i32 = 1;
const LAST_YEAR: i32 = 9998;

pub(super) fn first_date() -> NaiveDate {
    NaiveDate::from_ymd_opt(FIRST_YEAR, 1, 1).unwrap_or(NaiveDate::MIN)
}

pub(super) fn last_date() -> NaiveDate {
    NaiveDate::from_ymd_opt(LAST_YEAR, 12, 31).unwrap_or(NaiveDate::MAX)
}

pub(super) fn is_in_range(date: NaiveDate) -> bool {
    (FIRST_YEAR..=LAST_YEAR).contains(&date.year())
}

/// The instant, moved into the years that the calendar reckons with.
pub(super) fn bounded(at: DateTime<Utc>) -> DateTime<Utc> {
    at.clamp(midnight(first_date()).and_utc(), midnight(last_date()).and_utc())
}

pub(super) fn midnight(date: NaiveDate) -> NaiveDateTime {
    date.and_time(NaiveTime::MIN)
}

pub(super) fn plus_days(date: NaiveDate, days: i64) -> Option<NaiveDate> {
    let count = Days::new(days.unsigned_abs());
    let moved = if days < 0 {
        date.checked_sub_days(count)
    } else {
        date.checked_add_days(count)
    };
    moved.filter(|date| is_in_range(*date))
}

/// The wall clock's reading at an instant.
pub(super) fn local(zone: Tz, at: DateTime<Utc>) -> NaiveDateTime {
    bounded(at).with_timezone(&zone).naive_local()
}

/// The instant at which the wall clock shows a time; the first after it where it is skipped.
pub(super) fn instant(zone: Tz, wall: NaiveDateTime, fold: Fold) -> DateTime<Utc> {
    let wall = wall.clamp(midnight(first_date()), midnight(last_date()) + TimeDelta::days(1));
    match zone.from_local_datetime(&wall) {
        MappedLocalTime::Single(at) => at.to_utc(),
        MappedLocalTime::Ambiguous(first, second) => match fold {
            Fold::First => first.to_utc(),
            Fold::Second => second.to_utc(),
        },
        MappedLocalTime::None => match GapInfo::new(&wall, &zone).and_then(|gap| gap.end) {
            Some(end) => end.to_utc(),
            None => wall.and_utc(),
        },
    }
}
