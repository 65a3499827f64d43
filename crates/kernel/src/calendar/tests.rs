use super::*;
use crate::text::Language;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Asia::Shanghai;
use chrono_tz::Tz;
use rstest::rstest;
use std::collections::BTreeMap;

pub(super) fn office() -> WorkCalendar {
    WorkCalendar::standard(Shanghai, Holidays::cn())
}

fn week(lines: &[(&str, &[&str])]) -> Week {
    let lines: BTreeMap<String, Vec<String>> = lines
        .iter()
        .map(|(key, texts)| {
            (
                (*key).to_owned(),
                texts.iter().map(|text| (*text).to_owned()).collect(),
            )
        })
        .collect();
    Week::parse(&lines).unwrap()
}

pub(super) fn calendar(zone: Tz, lines: &[(&str, &[&str])]) -> WorkCalendar {
    WorkCalendar::new(zone, week(lines), Holidays::default()).unwrap()
}

fn in_zone(zone: Tz, text: &str) -> DateTime<Utc> {
    let wall = chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
    wall.and_local_timezone(zone).earliest().unwrap().to_utc()
}

pub(super) fn local(text: &str) -> DateTime<Utc> {
    in_zone(Shanghai, text)
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn due_in(calendar: &WorkCalendar, start: DateTime<Utc>, span: &str) -> String {
    let due = calendar.due(start, &span.parse().unwrap(), &[], start).unwrap();
    due.at
        .with_timezone(&calendar.zone())
        .format("%Y-%m-%d %H:%M")
        .to_string()
}

#[rstest]
#[case("2024-02-04", true)]
#[case("2024-02-10", false)]
#[case("2024-02-18", true)]
#[case("2024-10-07", false)]
#[case("2024-10-12", true)]
#[case("2025-01-26", true)]
#[case("2025-02-04", false)]
#[case("2025-09-28", true)]
#[case("2025-10-08", false)]
#[case("2025-10-09", true)]
#[case("2025-10-11", true)]
#[case("2026-01-04", true)]
#[case("2026-02-14", true)]
#[case("2026-02-15", false)]
#[case("2026-02-23", false)]
#[case("2026-02-24", true)]
#[case("2026-02-28", true)]
#[case("2026-03-01", false)]
#[case("2026-10-10", true)]
fn the_state_councils_days_are_kept(#[case] day: &str, #[case] working: bool) {
    assert_eq!(office().is_working_day(date(day)), working);
}

#[rstest]
#[case("2026-03-02 09:40", "30 working minutes", "2026-03-02 10:10")]
#[case("2026-03-02 11:45", "30 working minutes", "2026-03-02 13:45")]
#[case("2026-03-02 11:30", "30 working minutes", "2026-03-02 12:00")]
#[case("2026-03-02 12:10", "30 working minutes", "2026-03-02 14:00")]
#[case("2026-03-06 17:00", "2 working hours", "2026-03-09 10:00")]
#[case("2026-03-07 10:00", "2 working hours", "2026-03-09 11:00")]
#[case("2026-02-13 17:00", "2 working hours", "2026-02-14 10:00")]
#[case("2026-02-14 17:30", "2 working hours", "2026-02-24 10:30")]
#[case("2026-02-13 15:00", "3 working days", "2026-02-25 15:00")]
#[case("2025-09-26 10:00", "3 working days", "2025-09-30 10:00")]
#[case("2025-09-30 10:00", "3 working days", "2025-10-11 10:00")]
#[case("2025-09-30 19:00", "1 working day", "2025-10-10 09:00")]
#[case("2026-03-07 10:00", "3 working days", "2026-03-12 09:00")]
#[case("2026-02-14 17:30", "24 hours", "2026-02-15 17:30")]
#[case("2026-03-02 09:40", "45m", "2026-03-02 10:25")]
#[case("2026-03-02 09:40", "0m", "2026-03-02 09:40")]
#[case("2026-03-07 10:00", "0 working days", "2026-03-07 10:00")]
#[case("2026-03-02 09:40", "15 days", "2026-03-17 09:40")]
#[case("2026-03-02 09:40", "2 weeks", "2026-03-16 09:40")]
#[case("2026-01-31 09:40", "1 month", "2026-02-28 09:40")]
#[case("2024-02-29 09:40", "1 year", "2025-02-28 09:40")]
#[case("2026-03-02 09:40", "end of the day", "2026-03-02 23:59")]
#[case("2026-03-02 09:40", "end of the working day", "2026-03-02 18:00")]
#[case("2026-03-02 18:00", "end of the working day", "2026-03-03 18:00")]
#[case("2026-02-14 09:40", "end of the next working day", "2026-02-24 18:00")]
#[case("2026-02-16 09:40", "end of the next working day", "2026-02-25 18:00")]
fn a_limit_ends(#[case] start: &str, #[case] span: &str, #[case] end: &str) {
    assert_eq!(due_in(&office(), local(start), span), end);
}

#[test]
fn a_short_saturday_is_worked_to_its_end() {
    let shop = calendar(
        Shanghai,
        &[
            ("MO-FR", &["08:00-12:00", "13:00-17:30"]),
            ("SA", &["09:00-12:00"]),
        ],
    );
    assert_eq!(
        due_in(&shop, local("2026-03-06 17:00"), "2 working hours"),
        "2026-03-07 10:30"
    );
    assert_eq!(
        due_in(&shop, local("2026-03-06 17:00"), "1 working day"),
        "2026-03-07 12:00"
    );
    assert_eq!(
        due_in(&shop, local("2026-03-06 08:10"), "1 working day"),
        "2026-03-07 09:00"
    );
}

#[test]
fn a_shift_over_midnight_belongs_to_the_day_on_which_it_starts() {
    let desk = calendar(Shanghai, &[("MO-FR", &["08:00-12:00", "22:00-06:00"])]);
    assert!(desk.is_working(local("2026-03-07 05:59")));
    assert!(!desk.is_working(local("2026-03-07 06:00")));
    assert!(!desk.is_working(local("2026-03-07 23:00")));
    assert_eq!(
        due_in(&desk, local("2026-03-06 23:00"), "8 working hours"),
        "2026-03-09 09:00"
    );
    assert_eq!(
        due_in(&desk, local("2026-03-07 02:00"), "1 working day"),
        "2026-03-10 02:00"
    );
    assert_eq!(
        due_in(&desk, local("2026-03-06 09:00"), "end of the working day"),
        "2026-03-07 06:00"
    );
}

#[test]
fn a_day_may_have_periods_of_its_own() {
    let half_day = vec!["09:00-12:00".parse().unwrap()];
    let office = office()
        .with_day(date("2026-02-14"), half_day)
        .with_day(date("2026-02-24"), vec![]);
    assert_eq!(
        due_in(&office, local("2026-02-14 11:00"), "2 working hours"),
        "2026-02-25 10:00"
    );
}

#[rstest]
#[case("2026-03-12 15:00", "3 working days", "2026-03-09 15:00")]
#[case("2026-02-24 09:00", "3 working days", "2026-02-12 09:00")]
#[case("2026-03-07 10:00", "1 working day", "2026-03-05 18:00")]
#[case("2026-03-09 10:00", "2 working hours", "2026-03-06 17:00")]
#[case("2026-03-31 10:00", "1 month", "2026-02-28 10:00")]
fn an_offset_counts_back_from_a_date(#[case] end: &str, #[case] span: &str, #[case] start: &str) {
    assert_eq!(
        office().before(local(end), &span.parse().unwrap()),
        Ok(local(start))
    );
}

fn pause(from: &str, to: Option<&str>) -> Pause {
    Pause {
        from: local(from),
        to: to.map(local),
    }
}

#[rstest]
#[case("2 working hours", &[("2026-03-02 10:00", "2026-03-02 14:00")], "2026-03-02 15:00")]
#[case("2 working hours", &[("2026-03-02 10:00", "2026-03-02 14:00"), ("2026-03-02 14:30", "2026-03-03 09:30")], "2026-03-03 10:00")]
#[case("2 working hours", &[("2026-03-02 10:00", "2026-03-02 10:30"), ("2026-03-02 10:20", "2026-03-02 10:40")], "2026-03-02 11:40")]
#[case("2 working hours", &[("2026-03-01 10:00", "2026-03-02 09:30")], "2026-03-02 11:30")]
#[case("2 working hours", &[("2026-03-02 12:00", "2026-03-02 13:30")], "2026-03-02 11:00")]
#[case("2 working days", &[("2026-03-03 09:00", "2026-03-04 09:00")], "2026-03-05 09:00")]
#[case("24 hours", &[("2026-03-02 20:00", "2026-03-02 22:00")], "2026-03-03 11:00")]
#[case("end of the next working day", &[("2026-03-03 09:00", "2026-03-04 09:00")], "2026-03-04 18:00")]
fn pauses_stop_the_clock(#[case] span: &str, #[case] pauses: &[(&str, &str)], #[case] end: &str) {
    let pauses: Vec<Pause> = pauses.iter().map(|(from, to)| pause(from, Some(to))).collect();
    let due = office()
        .due(
            local("2026-03-02 09:00"),
            &span.parse().unwrap(),
            &pauses,
            local("2026-03-09 09:00"),
        )
        .unwrap();
    assert_eq!((due.at, due.fixed), (local(end), true));
}

#[test]
fn an_open_pause_leaves_the_due_time_open() {
    let span = "2 working hours".parse().unwrap();
    let due = office()
        .due(
            local("2026-03-02 09:00"),
            &span,
            &[pause("2026-03-02 10:00", None)],
            local("2026-03-02 14:30"),
        )
        .unwrap();
    assert_eq!((due.at, due.fixed), (local("2026-03-02 15:30"), false));
    assert_eq!(
        due.explain(Language::Zh),
        "9:00 受理，限 2 个工作小时；10:00 起暂停计时；午休 12:00–13:30 不计；若此刻恢复计时，应于 15:30 前完成"
    );
}

#[test]
fn a_pause_after_the_due_time_changes_nothing() {
    let span = "2 working hours".parse().unwrap();
    let due = office()
        .due(
            local("2026-03-02 09:00"),
            &span,
            &[pause("2026-03-02 11:00", None)],
            local("2026-03-05 09:00"),
        )
        .unwrap();
    assert_eq!(
        (due.at, due.fixed, due.pauses.len()),
        (local("2026-03-02 11:00"), true, 0)
    );
}

#[rstest]
#[case("2 working hours", &[], "2026-03-02 10:36")]
#[case("24 hours", &[], "2026-03-03 04:12")]
#[case("2 working hours", &[("2026-03-02 10:00", "2026-03-02 14:00")], "2026-03-02 14:36")]
#[case("2 working hours", &[("2026-03-02 10:50", "2026-03-02 14:00")], "2026-03-02 10:36")]
fn a_warning_comes_in_the_limits_own_time(
    #[case] span: &str,
    #[case] pauses: &[(&str, &str)],
    #[case] at: &str,
) {
    let pauses: Vec<Pause> = pauses.iter().map(|(from, to)| pause(from, Some(to))).collect();
    let due = office()
        .due(
            local("2026-03-02 09:00"),
            &span.parse().unwrap(),
            &pauses,
            local("2026-03-09 09:00"),
        )
        .unwrap();
    assert_eq!(office().warn_at(&due, 80), Ok(local(at)));
}

#[test]
fn a_due_time_says_why_in_the_readers_language() {
    let due = office()
        .due(
            local("2026-03-02 11:40"),
            &"30 working minutes".parse().unwrap(),
            &[],
            local("2026-03-02 11:40"),
        )
        .unwrap();
    assert_eq!(
        due.explain(Language::Zh),
        "11:40 受理，限 30 个工作分钟；午休 12:00–13:30 不计；应于 13:40 前完成"
    );
    assert_eq!(
        due.explain(Language::ZhHant),
        "11:40 受理，限 30 個工作分鐘；午休 12:00–13:30 不計；應於 13:40 前完成"
    );
    assert_eq!(
        due.explain(Language::En),
        "received 11:40, limit: 30 working minutes; lunch break 12:00–13:30 not counted; due 13:40"
    );
}

#[test]
fn a_due_time_names_festivals_and_make_up_days() {
    let due = office()
        .due(
            local("2026-02-13 19:00"),
            &"3 working days".parse().unwrap(),
            &[],
            local("2026-02-13 19:00"),
        )
        .unwrap();
    assert_eq!(
        due.explain(Language::Zh),
        "2月13日 19:00 受理，限 3 个工作日；非工作时间，2月14日 9:00 起算；2月14日 为春节调休上班日；\
         春节 2月15日–2月23日 放假不计；应于 2月26日 9:00 前完成"
    );
    assert_eq!(
        due.explain(Language::En),
        "received 13 Feb 19:00, limit: 3 working days; outside working time, counted from 14 Feb 9:00; \
         14 Feb is a make-up working day (Spring Festival); Spring Festival 15 Feb–23 Feb not counted; due 26 Feb 9:00"
    );
}

#[test]
fn a_long_account_sums_up_its_weekends() {
    let due = office()
        .due(
            local("2026-03-02 09:00"),
            &"25 working days".parse().unwrap(),
            &[],
            local("2026-03-02 09:00"),
        )
        .unwrap();
    assert_eq!(
        due.explain(Language::Zh),
        "3月2日 9:00 受理，限 25 个工作日；清明节 4月4日–4月6日 放假不计；休息日共 8 天不计；应于 4月7日 9:00 前完成"
    );
}

#[test]
fn a_skipped_hour_is_not_worked_and_a_repeated_one_twice() {
    let berlin = chrono_tz::Europe::Berlin;
    let desk = calendar(berlin, &[("MO-SU", &["00:00-24:00"])]);
    let day = |text| {
        (
            desk.start_of_day(date(text)),
            desk.start_of_day(date(text)) + TimeDelta::hours(26),
        )
    };
    let (spring, _) = day("2026-03-29");
    assert_eq!(
        desk.working_between(spring, desk.start_of_day(date("2026-03-30"))),
        TimeDelta::hours(23)
    );
    let (autumn, _) = day("2026-10-25");
    assert_eq!(
        desk.working_between(autumn, desk.start_of_day(date("2026-10-26"))),
        TimeDelta::hours(25)
    );
    assert_eq!(
        due_in(&desk, in_zone(berlin, "2026-03-28 02:30"), "1 day"),
        "2026-03-29 03:00"
    );
    assert_eq!(
        due_in(&desk, in_zone(berlin, "2026-10-24 12:00"), "24 hours"),
        "2026-10-25 11:00"
    );
}

#[test]
fn a_midnight_that_the_clock_skips_begins_when_it_is_over() {
    let beirut = chrono_tz::Asia::Beirut;
    let desk = WorkCalendar::standard(beirut, Holidays::default());
    assert_eq!(
        desk.start_of_day(date("2024-03-31")),
        in_zone(beirut, "2024-03-31 01:00")
    );
}

#[test]
fn a_calendar_without_working_time_is_refused() {
    assert_eq!(
        WorkCalendar::new(Shanghai, Week::default(), Holidays::cn()),
        Err(CalendarError::NoWorkingTime)
    );
}

#[test]
fn endless_holidays_end_in_an_error() {
    let mut csv = String::from("date,kind,name_en,name_zh\n");
    for day in date("2030-01-01").iter_days().take(1_500) {
        csv.push_str(&format!("{day},holiday,Rest,休\n"));
    }
    let office = WorkCalendar::standard(Shanghai, Holidays::parse(&csv).unwrap());
    let start = local("2030-06-03 09:00");
    assert_eq!(
        office.due(start, &Span::WorkingDays(1), &[], start),
        Err(CalendarError::NoWorkingTime)
    );
}

#[test]
fn the_ends_of_time_are_refused_without_a_panic() {
    let office = office();
    let spans = [
        Span::WorkingMinutes(60),
        Span::WorkingDays(3),
        Span::Minutes(5),
        Span::Years(10),
        Span::EndOfDay,
        Span::EndOfWorkingDays(1),
    ];
    for at in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
        for span in &spans {
            assert_eq!(office.due(at, span, &[], at), Err(CalendarError::OutOfRange));
        }
        let _ = (
            office.is_working(at),
            office.today(at),
            office.next_working_moment(at),
        );
    }
    let last = "9998-12-30T00:00:00Z".parse().unwrap();
    assert!(
        spans
            .iter()
            .any(|span| office.due(last, span, &[], last).is_err())
    );
    assert_eq!(
        office.due(local("2026-03-02 09:00"), &Span::WorkingDays(100_000), &[], last),
        Err(CalendarError::SpanTooLong)
    );
    let forever = Pause {
        from: local("2026-03-02 09:00"),
        to: Some(DateTime::<Utc>::MAX_UTC),
    };
    for span in &spans {
        let answer = office.due(local("2026-03-02 09:00"), span, &[forever], last);
        assert_eq!(answer, Err(CalendarError::OutOfRange));
    }
    let _ = (
        office.start_of_day(NaiveDate::MIN),
        office.end_of_day(NaiveDate::MAX),
        office.is_working_day(NaiveDate::MAX),
    );
    let _ = (
        office.next_working_day(NaiveDate::MAX),
        office.previous_working_day(NaiveDate::MIN),
        office.end_of_work(NaiveDate::MIN),
    );
}
