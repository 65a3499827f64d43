//! Sending: one notice, or a day's summary. A mail that was sent twice because a program died in between has one id, so that it is one in
//! the reader's mailbox.

use futures_util::future::BoxFuture;
use sea_orm::EntityTrait;
use serde_json::{Value, json};
use xianji_kernel::text::Language;
use xianji_platform::identity::entity::member::Model as Member;
use xianji_platform::job::Job;
use xianji_platform::mailer::{Letter, NotSent};
use xianji_platform::module::JobKind;
use xianji_platform::{Actor, App, Failure, MemberId, identity};

use super::letter::{self, Words};
use super::{actions, queries};
use crate::notification::NotificationId;
use crate::notification::entity::Entity as Notifications;

/// A notice of its own.
pub(super) const ONE: &str = "notification.mail";

/// A day's summary.
pub(super) const DIGEST: &str = "notification.digest";

/// What this module does after a write.
pub(crate) fn jobs() -> Vec<JobKind> {
    vec![
        JobKind { name: ONE, run: one },
        JobKind {
            name: DIGEST,
            run: digest,
        },
    ]
}

fn one<'a>(app: &'a App, job: &'a Job) -> BoxFuture<'a, Result<Value, Failure>> {
    Box::pin(async move {
        let id: NotificationId = serde_json::from_value(job.input["notification"].clone())?;
        let Some(row) = Notifications::find_by_id(id).one(&app.reader()).await? else {
            return Ok(unsent("the notice is gone"));
        };
        if row.read_at.is_some() && row.kind != "escalation" {
            return Ok(unsent("it was read before"));
        }
        let Some((member, language)) = reader(app, row.member_id).await? else {
            return Ok(unsent("its reader has left or has no address"));
        };
        let words = letter::of_notice(app, &member, language, row).await?;
        send(app, job, member, words).await
    })
}

fn digest<'a>(app: &'a App, job: &'a Job) -> BoxFuture<'a, Result<Value, Failure>> {
    Box::pin(async move {
        let id: MemberId = serde_json::from_value(job.input["member"].clone())?;
        let Some((member, language)) = reader(app, id).await? else {
            return Ok(unsent("its reader has left or has no address"));
        };
        if queries::of(&app.reader(), id).await?.digest_hour.is_none() {
            return Ok(unsent("its reader wants no summary any more"));
        }
        match letter::of_day(app, &member, language).await? {
            Some(words) => send(app, job, member, words).await,
            None => Ok(unsent("there is nothing to tell")),
        }
    })
}

fn unsent(why: &str) -> Value {
    json!({ "sent": false, "why": why })
}

/// Who reads it, in which language.
async fn reader(app: &App, id: MemberId) -> Result<Option<(Member, Language)>, Failure> {
    let member = identity::queries::member(&app.reader(), id).await?;
    let language = member.language.parse().unwrap_or(Language::Zh);
    let here =
        member.deactivated_at.is_none() && member.email.as_deref().is_some_and(|address| !address.is_empty());
    Ok(here.then_some((member, language)))
}

async fn send(app: &App, job: &Job, member: Member, words: Words) -> Result<Value, Failure> {
    let Some(mailer) = app.mailer() else {
        return Ok(unsent("no mail server is set up"));
    };
    let letter = Letter {
        id: format!("{}@xianji", job.id),
        to: member.email.unwrap_or_default(),
        subject: words.subject,
        body: words.body,
        at: app.now(),
        in_reply_to: None,
        enclosures: Vec::new(),
    };
    let trouble = match mailer.send(letter).await {
        Ok(()) => None,
        Err(NotSent::Later(why)) => {
            note(app, member.id, Some(why.clone())).await?;
            return Err(Failure::broken(why));
        }
        Err(NotSent::Refused(why)) => Some(why),
    };
    note(app, member.id, trouble.clone()).await?;
    Ok(match trouble {
        None => json!({ "sent": true }),
        Some(why) => unsent(&why),
    })
}

async fn note(app: &App, member: MemberId, trouble: Option<String>) -> Result<(), Failure> {
    let mut work = app.begin(Actor::system()).await?;
    actions::note(&mut work, member, trouble).await?;
    work.commit().await
}
