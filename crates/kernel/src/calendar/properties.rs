//! What holds for every instant, limit and calendar.

use super::tests::{calendar, local, office};
use super::*;
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Asia::Shanghai;
use proptest::prelude::*;

fn calendars() -> impl Strategy<Value = WorkCalendar> {
    prop_oneof![
        Just(office()),
        Just(calendar(
            Shanghai,
            &[
                ("MO-FR", &["08:00-12:00", "13:00-17:30"]),
                ("SA", &["09:00-12:00"])
            ]
        )),
        Just(calendar(
            chrono_tz::America::New_York,
            &[
                ("MO-TH", &["22:00-06:00"]),
                ("SU", &["00:00-04:00", "10:00-16:30"])
            ]
        )),
        Just(calendar(
            chrono_tz::Europe::Berlin,
            &[("MO-SU", &["00:00-24:00"])]
        )),
    ]
}

fn instants() -> impl Strategy<Value = DateTime<Utc>> {
    let (first, last) = (local("2024-01-01 00:00"), local("2026-12-31 00:00"));
    (first.timestamp_micros()..last.timestamp_micros())
        .prop_map(|micros| DateTime::from_timestamp_micros(micros).unwrap())
}

fn spans() -> impl Strategy<Value = (fn(u32) -> Span, u32)> {
    let kinds: [fn(u32) -> Span; 7] = [
        Span::WorkingMinutes,
        Span::WorkingDays,
        Span::Minutes,
        Span::Days,
        Span::Weeks,
        Span::Months,
        Span::EndOfWorkingDays,
    ];
    (prop::sample::select(kinds.to_vec()), 0..60_u32)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn working_time_that_is_added_is_measured_again(calendar in calendars(), start in instants(), minutes in 0..20_000_i64) {
        let time = TimeDelta::minutes(minutes);
        let end = calendar.add_working(start, time).unwrap();
        prop_assert_eq!(calendar.working_between(start, end), time);
        let back = calendar.subtract_working(end, time).unwrap();
        prop_assert_eq!(calendar.working_between(back, end), time);
        prop_assert!(back >= start);
    }

    #[test]
    fn whoever_starts_later_is_not_due_earlier(start in instants(), later in 0..3_000_000_i64, (kind, number) in spans()) {
        let (office, span) = (office(), kind(number));
        let second = start + TimeDelta::seconds(later);
        prop_assert!(office.after(start, &span).unwrap() <= office.after(second, &span).unwrap());
    }

    #[test]
    fn a_longer_limit_does_not_end_earlier(calendar in calendars(), start in instants(), (kind, number) in spans(), more in 0..30_u32) {
        prop_assert!(calendar.after(start, &kind(number)).unwrap() <= calendar.after(start, &kind(number + more)).unwrap());
    }

    #[test]
    fn a_limit_never_ends_before_it_began(calendar in calendars(), start in instants(), (kind, number) in spans()) {
        prop_assert!(calendar.after(start, &kind(number)).unwrap() >= start);
    }

    #[test]
    fn a_pause_gives_back_its_own_time(start in instants(), minutes in 1..2_000_u32, wait in 0..100_000_i64, length in 0..500_000_i64) {
        let (office, span) = (office(), Span::WorkingMinutes(minutes));
        let from = start + TimeDelta::seconds(wait);
        let pause = Pause { from, to: Some(from + TimeDelta::seconds(length)) };
        let due = office.due(start, &span, &[pause], start).unwrap();
        let paused = if due.pauses.is_empty() { TimeDelta::zero() } else { office.working_between(from, from + TimeDelta::seconds(length)) };
        prop_assert_eq!(office.working_between(start, due.at) - paused, TimeDelta::minutes(minutes.into()));
    }

    #[test]
    fn a_warning_lies_between_start_and_end(calendar in calendars(), start in instants(), (kind, number) in spans(), percent in 0..=100_u8) {
        let due = calendar.due(start, &kind(number), &[], start).unwrap();
        let warned = calendar.warn_at(&due, percent).unwrap();
        prop_assert!(start <= warned && warned <= due.at);
    }
}
