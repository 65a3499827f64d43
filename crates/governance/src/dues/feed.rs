//! The calendar itself. What is owed ends as an event at its due time; what was done, waived or handed over is simply not there any more.

use chrono::TimeDelta;
use icalendar::{Calendar, Component, Event, EventLike, EventStatus, Property};
use xianji_kernel::text::{Language, Text};
use xianji_platform::identity::queries::member;
use xianji_platform::{App, Failure, MemberId, subject};

use crate::obligation::{Obligation, queries};

/// Dues in a calendar; who owes more looks at the workbench.
const MOST: u64 = 500;

/// How long an event lasts before its due time: phones show no event without length.
const LENGTH: TimeDelta = TimeDelta::minutes(30);

/// How often programs are asked to read again.
const AGAIN: &str = "PT1H";

/// A member's dues as iCalendar text.
pub(super) async fn of(app: &App, reader: MemberId) -> Result<String, Failure> {
    let db = app.reader();
    let language = member(&db, reader)
        .await?
        .language
        .parse()
        .unwrap_or(Language::Zh);
    let rows = queries::with_due_time(&db, reader, MOST).await?;
    let called = subject::called(app, &db, rows.iter().map(Obligation::subject)).await?;
    let text = |code: &str, fields: &[(&str, String)]| app.registry().texts.get(language, code, fields);
    let company = app.policies().company().clone();
    let mut calendar = Calendar::empty();
    calendar
        .append_property(Property::new("VERSION", "2.0"))
        .append_property(Property::new("PRODID", "-//Xianji//Dues//"))
        .append_property(Property::new("CALSCALE", "GREGORIAN"))
        .name(&text("calendar-name", &[("company", company.name.clone())]))
        .append_property(
            Property::new("REFRESH-INTERVAL", AGAIN)
                .add_parameter("VALUE", "DURATION")
                .done(),
        )
        .append_property(Property::new("X-PUBLISHED-TTL", AGAIN));
    for row in rows {
        let Some(due) = row.due_at else { continue };
        let name: Text = serde_json::from_value(row.name.clone()).unwrap_or_default();
        let record = called.get(&row.subject());
        let record = record.map(|called| format!("{} {}", called.number, called.title).trim().to_owned());
        let title = match record.filter(|record| !record.is_empty()) {
            Some(record) => format!("{} · {record}", name.get(language)),
            None => name.get(language).to_owned(),
        };
        let page = company.link(&format!("/obligations/{}", row.id));
        let mut event = Event::new();
        event
            .uid(&format!("{}@xianji", row.id))
            .summary(&title)
            .starts(due - LENGTH)
            .ends(due)
            .timestamp(row.updated_at)
            .last_modified(row.updated_at)
            .sequence(u32::try_from(row.version).unwrap_or(u32::MAX))
            .status(EventStatus::Confirmed)
            .append_property(Property::new("TRANSP", "TRANSPARENT"));
        // Until the company's own address is set up there is no page to lead to.
        if !company.url.is_empty() {
            event.description(&page).url(&page);
        }
        calendar.push(event.done());
    }
    Ok(calendar.done().to_string())
}
