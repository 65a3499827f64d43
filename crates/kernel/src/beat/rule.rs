use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveTime, Utc};
use rrule::{Frequency, RRule, RRuleSet, Tz, Unvalidated};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// What comes round again, as a pack writes it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Beat {
    /// `RRULE:FREQ=WEEKLY;BYDAY=FR`
    Rrule(Recurrence),
    /// `working day`
    WorkingDay,
    Week,
    Month,
    Quarter,
    Year,
    /// `calendar:festivals`: once for each festival that the holiday table names.
    Festivals,
}

/// A rule of RFC 5545 that has been tried: it names days (not hours), comes at least once in ten
/// years and costs little to follow. Weeks, months and years are counted from Monday 2001-01-01,
/// so `INTERVAL=2` means the same whenever it is asked; without `BYDAY` a weekly rule falls on
/// Monday, a monthly one on the 1st.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Recurrence(String);

/// Why a beat cannot be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BeatError {
    #[error(
        "`{0}` is no beat such as `RRULE:FREQ=WEEKLY;BYDAY=FR`, `working day`, `month` or `calendar:festivals`"
    )]
    Unknown(String),
    #[error("the rule cannot be read: {0}")]
    Unreadable(String),
    #[error("a rule repeats daily, weekly, monthly or yearly, not more often")]
    TooOften,
    #[error("`{0}` has no place in a rule: its time, beginning and end stand beside it")]
    Misplaced(&'static str),
    #[error("the interval of the rule is too long")]
    IntervalTooLong,
    #[error("the rule never comes round within ten years")]
    Never,
}

const MAX_LENGTH: usize = 200;

impl FromStr for Beat {
    type Err = BeatError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.trim() {
            "working day" => Ok(Self::WorkingDay),
            "week" => Ok(Self::Week),
            "month" => Ok(Self::Month),
            "quarter" => Ok(Self::Quarter),
            "year" => Ok(Self::Year),
            "calendar:festivals" => Ok(Self::Festivals),
            other => match other.strip_prefix("RRULE:") {
                Some(rule) => Recurrence::tried(rule).map(Self::Rrule),
                None => Err(BeatError::Unknown(other.chars().take(60).collect())),
            },
        }
    }
}

impl fmt::Display for Beat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rrule(rule) => write!(f, "RRULE:{}", rule.0),
            Self::WorkingDay => f.write_str("working day"),
            Self::Week => f.write_str("week"),
            Self::Month => f.write_str("month"),
            Self::Quarter => f.write_str("quarter"),
            Self::Year => f.write_str("year"),
            Self::Festivals => f.write_str("calendar:festivals"),
        }
    }
}

impl TryFrom<String> for Beat {
    type Error = BeatError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Beat> for String {
    fn from(beat: Beat) -> String {
        beat.to_string()
    }
}

impl Recurrence {
    fn tried(text: &str) -> Result<Recurrence, BeatError> {
        let rule = read(text)?;
        check(&rule)?;
        let recurrence = Recurrence(text.to_owned());
        let from = epoch();
        let until = from.checked_add_months(Months::new(120)).unwrap_or(from);
        if recurrence.dates(from, until, 1)?.is_empty() {
            return Err(BeatError::Never);
        }
        Ok(recurrence)
    }

    /// The days of the rule between two days, both included, at most `limit`.
    pub(super) fn dates(
        &self,
        from: NaiveDate,
        until: NaiveDate,
        limit: u16,
    ) -> Result<Vec<NaiveDate>, BeatError> {
        let rule = read(&self.0)?;
        let (start, from, until) = (midnight(anchor(&rule, from)), midnight(from), midnight(until));
        let rule = rule
            .validate(start)
            .map_err(|error| BeatError::Unreadable(error.to_string()))?;
        let days = RRuleSet::new(start)
            .rrule(rule)
            .after(from)
            .before(until)
            .all(limit);
        Ok(days.dates.into_iter().map(|day| day.date_naive()).collect())
    }
}

fn read(text: &str) -> Result<RRule<Unvalidated>, BeatError> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"=;,+-".contains(&byte);
    if text.len() > MAX_LENGTH || !text.bytes().all(plain) {
        return Err(BeatError::Unreadable(
            "only FREQ=…;BYDAY=… and the like, at most 200 letters".into(),
        ));
    }
    let upper = text.to_ascii_uppercase();
    for part in [
        "DTSTART", "UNTIL", "COUNT", "BYHOUR", "BYMINUTE", "BYSECOND", "BYEASTER",
    ] {
        if upper.split(';').any(|pair| pair.split('=').next() == Some(part)) {
            return Err(BeatError::Misplaced(part));
        }
    }
    upper
        .parse::<RRule<Unvalidated>>()
        .map_err(|error| BeatError::Unreadable(error.to_string()))
}

fn check(rule: &RRule<Unvalidated>) -> Result<(), BeatError> {
    let longest = match rule.get_freq() {
        Frequency::Daily => 366,
        Frequency::Weekly => 104,
        Frequency::Monthly => 60,
        Frequency::Yearly => 5,
        Frequency::Hourly | Frequency::Minutely | Frequency::Secondly => return Err(BeatError::TooOften),
    };
    match rule.get_interval() {
        0 => Err(BeatError::Unreadable("an interval of 0 never moves on".into())),
        interval if interval > longest => Err(BeatError::IntervalTooLong),
        _ => Ok(()),
    }
}

/// Monday, and the first of a year.
fn epoch() -> NaiveDate {
    NaiveDate::from_ymd_opt(2001, 1, 1).unwrap_or_default()
}

/// A day on which the rule's own count begins anew, near enough before `from` to be cheap.
fn anchor(rule: &RRule<Unvalidated>, from: NaiveDate) -> NaiveDate {
    let (epoch, interval) = (epoch(), i64::from(rule.get_interval().max(1)));
    let whole = |elapsed: i64| (elapsed - elapsed.rem_euclid(interval)).max(0).unsigned_abs();
    let days_on = |days: u64| epoch.checked_add_days(Days::new(days));
    let months_on = |months: u64| epoch.checked_add_months(Months::new(u32::try_from(months).ok()?));
    let days = (from - epoch).num_days();
    let years = i64::from(from.year() - epoch.year()) - 1;
    let anchor = match rule.get_freq() {
        Frequency::Daily => days_on(whole(days)),
        Frequency::Weekly => days_on(whole(days.div_euclid(7) - 1) * 7),
        Frequency::Monthly => months_on(whole(years * 12 + i64::from(from.month0()))),
        _ => months_on(whole(years) * 12),
    };
    anchor.unwrap_or(epoch)
}

/// Rules are followed in UTC, where each day has one midnight; only the dates are used.
fn midnight(date: NaiveDate) -> DateTime<Tz> {
    DateTime::<Utc>::from_naive_utc_and_offset(date.and_time(NaiveTime::MIN), Utc).with_timezone(&Tz::UTC)
}
