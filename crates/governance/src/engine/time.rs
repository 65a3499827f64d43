//! When something is due, and why then: limits, dates of the subject with an offset, service limits, settings, what the grade gives.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use xianji_kernel::calendar::{Due, Holidays, Pause, Span, WorkCalendar};
use xianji_kernel::text::Language;
use xianji_platform::Failure;
use xianji_platform::text::Texts;
use xianji_policy::model::{Given, Length, Offset, Pack, Time};

use super::{Case, Context, Roots};
use crate::grading;

/// A due time with its account.
#[derive(Clone, Debug, PartialEq)]
pub struct DueTime {
    /// Nothing while the date that it hangs on is not known.
    pub at: Option<DateTime<Utc>>,
    /// False while a pause is open.
    pub fixed: bool,
    /// Why then.
    pub account: Account,
}

/// Why something is due when it is; kept with the obligation and worded for the reader.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum Account {
    /// A limit that began at a time.
    Span {
        /// Where the limit stands: `service:first_reply`, `setting:stall-limit`, or nothing when the rule says it itself.
        source: Option<String>,
        /// The calendar's account.
        due: Box<Due>,
    },
    /// A date of the subject, perhaps moved.
    Date {
        /// The fact: `bid.closes_at`.
        source: String,
        /// What stands there; nothing yet.
        base: Option<DateTime<Utc>>,
        /// `-3 working days`, `+1 day`.
        offset: Option<String>,
        /// What that comes to.
        at: Option<DateTime<Utc>>,
    },
    /// A moment that somebody named, or that a beat gives.
    Moment {
        /// When.
        at: DateTime<Utc>,
    },
    /// No limit applies.
    Nothing,
}

impl Account {
    /// In a sentence of the reader's language.
    pub fn words(&self, texts: &Texts, language: Language, zone: chrono_tz::Tz) -> String {
        let shown = |at: &DateTime<Utc>| at.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string();
        match self {
            Self::Span { due, .. } => due.explain(language),
            Self::Date {
                base: Some(base),
                offset,
                at: Some(at),
                ..
            } => {
                let code = if offset.is_some() {
                    "due-by-date-moved"
                } else {
                    "due-by-date"
                };
                let offset = offset.clone().unwrap_or_default();
                texts.get(
                    language,
                    code,
                    &[("base", shown(base)), ("offset", offset), ("at", shown(at))],
                )
            }
            Self::Date { .. } => texts.get(language, "due-date-unknown", &[]),
            Self::Moment { at } => texts.get(language, "due-moment", &[("at", shown(at))]),
            Self::Nothing => texts.get(language, "due-nothing", &[]),
        }
    }
}

/// From when a limit runs, what stopped it, and by which calendar it is counted.
#[derive(Clone, Copy, Debug)]
pub struct Limit<'a> {
    /// The beginning.
    pub start: DateTime<Utc>,
    /// When its clock stood still.
    pub pauses: &'a [Pause],
    /// The pack's calendar; without, the company's.
    pub calendar: Option<&'a str>,
    /// More names that a date may begin with: `event.due_on`.
    pub roots: Option<&'a Roots>,
}

impl Limit<'_> {
    /// From a moment on, by the company's calendar.
    pub fn from(start: DateTime<Utc>) -> Self {
        Self {
            start,
            pauses: &[],
            calendar: None,
            roots: None,
        }
    }
}

/// The single times of a list, in order: each is an occurrence of its own.
pub fn entries(time: &Time) -> Vec<&Time> {
    match time {
        Time::List(several) => several.iter().flat_map(entries).collect(),
        one => vec![one],
    }
}

/// The calendar of this name in a pack, else the company's: the pack's only one or the one called `company`, else the standard week.
pub fn calendar(ctx: &Context<'_>, pack: &Pack, name: Option<&str>) -> Result<WorkCalendar, Failure> {
    let only = || pack.calendars.iter().next().filter(|_| pack.calendars.len() == 1);
    let named = name
        .and_then(|name| pack.calendars.get(name))
        .or_else(|| pack.calendars.get("company"))
        .or_else(only);
    let Some(statement) = named else {
        return Ok(ctx.book.standard_calendar());
    };
    let holidays = match statement.holidays {
        Some(_) => ctx.book.holidays().clone(),
        None => Holidays::default(),
    };
    WorkCalendar::new(ctx.book.zone(), statement.week.clone(), holidays)
        .map_err(|error| Failure::broken(format!("calendar {}: {error}", statement.id)))
}

/// The calendar of the pack that is in force for the whole company, else the standard week.
pub fn company_calendar(ctx: &Context<'_>) -> Result<WorkCalendar, Failure> {
    match ctx.book.company_pack(ctx.today()) {
        Some((_, pack)) => calendar(ctx, pack, None),
        None => Ok(ctx.book.standard_calendar()),
    }
}

/// Whether a time hangs on something that only the opening event knew.
pub fn rests_on_event(case: &Case, time: &Time) -> bool {
    matches!(time, Time::Date { path, .. } if path.first().is_none_or(|root| case.find(root).is_none()))
}

/// When it is due. A list stands for its first entry; take [`entries`] for all.
pub async fn due(ctx: &Context<'_>, case: &Case, time: &Time, limit: Limit<'_>) -> Result<DueTime, Failure> {
    match time {
        Time::Span(span) => by_span(ctx, &case.pack, span, None, limit),
        Time::List(_) => match entries(time).first() {
            Some(first) => Box::pin(due(ctx, case, first, limit)).await,
            None => Ok(nothing()),
        },
        Time::Setting(id) => match case.pack.span(id) {
            Some(span) => by_span(ctx, &case.pack, span, Some(format!("setting:{id}")), limit),
            None => Ok(nothing()),
        },
        Time::Given(key) => by_given(ctx, case, key, limit).await,
        Time::Service(key) => by_service(ctx, case, key, limit).await,
        Time::Date { path, offset } => by_date(ctx, case, path, offset.as_ref(), limit),
    }
}

fn nothing() -> DueTime {
    DueTime {
        at: None,
        fixed: true,
        account: Account::Nothing,
    }
}

fn by_span(
    ctx: &Context<'_>,
    pack: &Pack,
    span: &Span,
    source: Option<String>,
    limit: Limit<'_>,
) -> Result<DueTime, Failure> {
    let calendar = calendar(ctx, pack, limit.calendar)?;
    let due = calendar
        .due(limit.start, span, limit.pauses, ctx.now)
        .map_err(|error| Failure::broken(format!("limit {span}: {error}")))?;
    Ok(DueTime {
        at: Some(due.at),
        fixed: due.fixed,
        account: Account::Span {
            source,
            due: Box::new(due),
        },
    })
}

async fn by_given(ctx: &Context<'_>, case: &Case, key: &str, limit: Limit<'_>) -> Result<DueTime, Failure> {
    for one in std::iter::once(&case.facts).chain(&case.chain) {
        if let Some(Given::Time(span)) = grading::given(ctx, case, &one.subject.kind, key).await? {
            return by_span(ctx, &case.pack, &span, Some(format!("given:{key}")), limit);
        }
    }
    Ok(nothing())
}

/// Sought for the subject, then for what it belongs to.
async fn by_service(ctx: &Context<'_>, case: &Case, key: &str, limit: Limit<'_>) -> Result<DueTime, Failure> {
    for one in std::iter::once(&case.facts).chain(&case.chain) {
        let kind = one.subject.kind.as_str();
        let conditions = case
            .pack
            .services
            .iter()
            .filter(|service| service.of == kind)
            .filter_map(|service| service.when.as_ref());
        let facts = case
            .facts_for(ctx, conditions.collect::<Vec<_>>(), &Roots::none())
            .await?;
        let found = case
            .pack
            .service_for(kind, key, &facts)
            .map_err(|error| Failure::broken(format!("service {key}: {error}")))?;
        if let Some((service, span)) = found.and_then(|service| Some((service, service.limits.get(key)?))) {
            let limit = Limit {
                calendar: service.calendar.as_deref().or(limit.calendar),
                ..limit
            };
            return by_span(ctx, &case.pack, span, Some(format!("service:{key}")), limit);
        }
    }
    Ok(nothing())
}

fn by_date(
    ctx: &Context<'_>,
    case: &Case,
    path: &[String],
    offset: Option<&Offset>,
    limit: Limit<'_>,
) -> Result<DueTime, Failure> {
    let calendar = calendar(ctx, &case.pack, limit.calendar)?;
    let base = path.split_first().and_then(|(root, way)| {
        let beside = limit.roots.and_then(|roots| roots.0.get(root));
        let value = match beside {
            Some(value) => way
                .iter()
                .try_fold(value, |here, step| here.get(step))
                .cloned()
                .unwrap_or(Value::Null),
            None => case.value_at(ctx, root, way),
        };
        moment(&calendar, &value)
    });
    let offset = match offset {
        Some(Offset::Before(length)) => how_long(&case.pack, length).map(|span| (true, span)),
        Some(Offset::After(length)) => how_long(&case.pack, length).map(|span| (false, span)),
        None => None,
    };
    let moved = |base| match offset {
        None => Ok(base),
        Some((true, span)) => calendar.before(base, span),
        Some((false, span)) => calendar.after(base, span),
    };
    let at = base
        .map(moved)
        .transpose()
        .map_err(|error| Failure::broken(format!("{}: {error}", path.join("."))))?;
    let offset = offset.map(|(before, span)| format!("{}{span}", if before { '-' } else { '+' }));
    Ok(DueTime {
        at,
        fixed: true,
        account: Account::Date {
            source: path.join("."),
            base,
            offset,
            at,
        },
    })
}

fn how_long<'a>(pack: &'a Pack, length: &'a Length) -> Option<&'a Span> {
    match length {
        Length::Span(span) => Some(span),
        Length::Setting(id) => pack.span(id),
    }
}

/// A day stands for its end.
fn moment(calendar: &WorkCalendar, value: &Value) -> Option<DateTime<Utc>> {
    let text = value.as_str()?;
    if let Ok(day) = text.parse::<NaiveDate>() {
        return Some(calendar.end_of_day(day));
    }
    DateTime::parse_from_rfc3339(text).ok().map(|at| at.to_utc())
}

/// A moment that somebody named.
pub(crate) fn fixed_moment(at: DateTime<Utc>) -> DueTime {
    DueTime {
        at: Some(at),
        fixed: true,
        account: Account::Moment { at },
    }
}
