//! What stands in the mails, in the reader's language.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use xianji_kernel::text::{Language, Text};
use xianji_platform::identity::entity::member::Model as Member;
use xianji_platform::{App, Failure, Subject, subject};

use crate::approval;
use crate::engine::{Context, company_calendar};
use crate::notification;
use crate::notification::entity::Model as Notification;
use crate::obligation::{Obligation, queries};

/// Dues that a summary names; the rest stands on the workbench.
const NAMED: u64 = 10;

/// Where a member says which mails to get.
const SETTINGS: &str = "/notifications/settings";

/// A mail's subject and body.
pub(super) struct Words {
    pub subject: String,
    pub body: String,
}

struct Writer<'a> {
    app: &'a App,
    language: Language,
    zone: Tz,
    lines: Vec<String>,
}

impl<'a> Writer<'a> {
    fn to(app: &'a App, member: &Member, language: Language) -> Self {
        let mut writer = Self {
            app,
            language,
            zone: app.policies().zone(),
            lines: Vec::new(),
        };
        let greeting = writer.text("mail-greeting", &[("name", member.name.clone())]);
        writer.lines.extend([greeting, String::new()]);
        writer
    }

    fn text(&self, code: &str, fields: &[(&str, String)]) -> String {
        self.app.registry().texts.get(self.language, code, fields)
    }

    fn shown(&self, at: DateTime<Utc>) -> String {
        at.with_timezone(&self.zone).format("%Y-%m-%d %H:%M").to_string()
    }

    fn link(&self, path: &str) -> String {
        self.app.policies().company().link(path)
    }

    /// The page of an obligation's record, or its own.
    fn page(&self, about: Option<&Subject>, obligation: Option<String>) -> Option<String> {
        let record = about.and_then(|about| subject::address(self.app, about));
        let path = record.or_else(|| obligation.map(|id| format!("/obligations/{id}")))?;
        Some(self.link(&path))
    }

    fn end(mut self, subject: String) -> Words {
        let company = self.app.policies().company().name.clone();
        let address = self.link(SETTINGS);
        let foot = self.text("mail-foot", &[("company", company), ("address", address)]);
        self.lines.extend(["--".to_owned(), foot, String::new()]);
        Words {
            subject,
            body: self.lines.join("\n"),
        }
    }
}

/// The mail of one notice.
pub(super) async fn of_notice(
    app: &App,
    member: &Member,
    language: Language,
    row: Notification,
) -> Result<Words, Failure> {
    let mut writer = Writer::to(app, member, language);
    let said: Text = serde_json::from_value(row.words).unwrap_or_default();
    let said = said.get(language).to_owned();
    writer.lines.push(said.clone());
    if let Some(id) = row.obligation_id
        && let Some(due) = queries::of_id(&app.reader(), id)
            .await?
            .and_then(|row| row.due_at)
    {
        let due = writer.shown(due);
        writer.lines.push(writer.text("mail-due", &[("at", due)]));
    }
    let about = row
        .subject_kind
        .zip(row.subject_id)
        .map(|(kind, id)| Subject::new(&kind, id));
    let page = writer.page(about.as_ref(), row.obligation_id.map(|id| id.to_string()));
    writer.lines.push(String::new());
    writer
        .lines
        .extend(page.into_iter().flat_map(|page| [page, String::new()]));
    let kind = writer.text(&format!("mail-kind-{}", row.kind), &[]);
    let subject = writer.text("mail-notice-subject", &[("kind", kind), ("words", said)]);
    Ok(writer.end(subject))
}

/// The summary of a member's day; nothing where nothing waits.
pub(super) async fn of_day(app: &App, member: &Member, language: Language) -> Result<Option<Words>, Failure> {
    let (db, now) = (app.reader(), app.now());
    let calendar = company_calendar(&Context::read(app))?;
    let tonight = calendar.end_of_day(calendar.today(now));
    let counts = [
        ("overdue", queries::count_due(&db, member.id, None, now).await?),
        (
            "today",
            queries::count_due(&db, member.id, Some(now), tonight).await?,
        ),
        (
            "week",
            queries::count_due(&db, member.id, Some(tonight), tonight + TimeDelta::days(6)).await?,
        ),
        (
            "approvals",
            approval::queries::waiting_for(&db, member.id, 1).await?.1,
        ),
        ("unread", notification::count_unread(&db, member.id).await?),
    ];
    if counts.iter().all(|(_, count)| *count == 0) {
        return Ok(None);
    }
    let mut writer = Writer::to(app, member, language);
    for (what, count) in &counts {
        if *count > 0 {
            let line = writer.text(&format!("mail-count-{what}"), &[("count", count.to_string())]);
            writer.lines.push(line);
        }
    }
    writer.lines.push(String::new());
    let (rows, _) = queries::of_workbench(&db, member.id, NAMED).await?;
    name_dues(&mut writer, rows).await?;
    let workbench = writer.link("/workbench");
    writer.lines.extend([
        writer.text("mail-workbench", &[("address", workbench)]),
        String::new(),
    ]);
    let figure = |place: usize| counts[place].1.to_string();
    let day = calendar.today(now).to_string();
    let subject = writer.text(
        "mail-digest-subject",
        &[("day", day), ("overdue", figure(0)), ("today", figure(1))],
    );
    Ok(Some(writer.end(subject)))
}

async fn name_dues(writer: &mut Writer<'_>, rows: Vec<Obligation>) -> Result<(), Failure> {
    let about = rows.iter().map(Obligation::subject);
    let called = subject::called(writer.app, &writer.app.reader(), about).await?;
    for row in rows {
        let about = row.subject();
        let name: Text = serde_json::from_value(row.name.clone()).unwrap_or_default();
        let record = called
            .get(&about)
            .map(|called| format!("{} {}", called.number, called.title).trim().to_owned());
        let due = row
            .due_at
            .map_or_else(|| writer.text("mail-no-due", &[]), |at| writer.shown(at));
        let words = [Some(name.get(writer.language).to_owned()), record];
        let words: Vec<String> = words
            .into_iter()
            .flatten()
            .filter(|words| !words.is_empty())
            .collect();
        writer.lines.push(format!("· {due}  {}", words.join(" · ")));
        let page = writer.link(&format!("/obligations/{}", row.id));
        writer.lines.push(format!("  {page}"));
    }
    writer.lines.push(String::new());
    Ok(())
}
