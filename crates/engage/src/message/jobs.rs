//! The outbox: what was answered by mail leaves here, after the write that answered is kept.

use futures_util::future::BoxFuture;
use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, IntoActiveModel, QueryOrder, QuerySelect};
use serde_json::{Value, json};
use xianji_platform::job::Job;
use xianji_platform::mailer::{Enclosure, Letter, Mailer, NotSent};
use xianji_platform::module::JobKind;
use xianji_platform::{Actor, App, Failure};

use super::entity::{Column, Entity, MessageState, Model as Message};
use super::events::{MessageFailed, MessageSent};
use crate::attachments;
use crate::id::MessageId;

/// What this module does after a write.
pub fn jobs() -> Vec<JobKind> {
    vec![JobKind {
        name: "mail.send",
        run: send,
    }]
}

/// Messages in one portion of [`resend`].
const PORTION: u64 = 200;

/// Puts what waited for a mail server before the way out again; called when a program with one starts. Sending twice is prevented by the
/// state of the message.
pub async fn resend(app: &App) -> Result<u64, Failure> {
    let mut after: Option<MessageId> = None;
    let mut count = 0;
    loop {
        let mut waiting = Entity::find()
            .filter(Column::State.eq(MessageState::Queued))
            .order_by_asc(Column::Id)
            .limit(PORTION);
        if let Some(after) = after {
            waiting = waiting.filter(Column::Id.gt(after));
        }
        let rows = waiting.all(&app.reader()).await?;
        let Some(last) = rows.last() else { return Ok(count) };
        after = Some(last.id);
        let mut work = app.begin(Actor::system()).await?;
        for row in &rows {
            work.later("mail.send", json!({ "message": row.id })).await?;
            count += 1;
        }
        work.commit().await?;
    }
}

/// Without a way out the mail stays in the outbox, queued, and is shown so.
fn send<'a>(app: &'a App, job: &'a Job) -> BoxFuture<'a, Result<Value, Failure>> {
    Box::pin(async move {
        let id: MessageId = serde_json::from_value(job.input["message"].clone())?;
        let row = Entity::find_by_id(id).one(&app.reader()).await?;
        let Some(message) = row.filter(|row| row.state == MessageState::Queued) else {
            return Ok(json!({ "message": id, "sent": false, "why": "it is not in the outbox any more" }));
        };
        let Some(mailer) = app.mailer() else {
            return Ok(json!({ "message": id, "sent": false, "why": "no mail server is set up" }));
        };
        match deliver(app, mailer, &message).await? {
            Ok(()) => {
                settle(app, message, None).await?;
                Ok(json!({ "message": id, "sent": true }))
            }
            Err(NotSent::Refused(why)) => {
                settle(app, message, Some(why.clone())).await?;
                Ok(json!({ "message": id, "sent": false, "why": why }))
            }
            Err(NotSent::Later(why)) => Err(Failure::broken(why)),
        }
    })
}

async fn deliver(app: &App, mailer: &dyn Mailer, message: &Message) -> Result<Result<(), NotSent>, Failure> {
    let mut enclosures = Vec::new();
    for file in attachments::rows_of(&app.reader(), message.id).await? {
        enclosures.push(Enclosure {
            bytes: app.files().read(&file.sha256).await?.to_vec(),
            name: file.name,
            media_type: file.media_type,
        });
    }
    let letter = Letter {
        id: message
            .mail_id
            .clone()
            .unwrap_or_else(|| format!("{}@xianji", message.id)),
        to: message.to_address.clone().unwrap_or_default(),
        subject: message.subject.clone().unwrap_or_default(),
        body: message.body.clone(),
        at: message.said_at,
        in_reply_to: message.in_reply_to.clone(),
        enclosures,
    };
    Ok(mailer.send(letter).await)
}

/// Keeps how it went.
async fn settle(app: &App, message: Message, refused: Option<String>) -> Result<(), Failure> {
    let mut work = app.begin(Actor::system()).await?;
    let (id, channel, version) = (message.id, message.channel.word(), message.version);
    let mut row = message.into_active_model();
    row.state = Set(match refused {
        None => MessageState::Sent,
        Some(_) => MessageState::Failed,
    });
    let failed = refused.is_some();
    row.broken_why = Set(refused);
    row.version = Set(version + 1);
    row.updated_at = Set(work.now);
    Entity::update(row).exec(&work.db()).await?;
    if failed {
        work.record(MessageFailed { message: id, channel }).await?;
    } else {
        work.record(MessageSent { message: id, channel }).await?;
    }
    work.commit().await
}
