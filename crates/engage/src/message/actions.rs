//! Taking messages in and sending them out. Both happen inside an inquiry's use cases, which ask for the rights.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, IntoActiveModel};
use serde_json::json;
use xianji_platform::{Failure, Work};

use super::entity::{Column, Direction, Entity, MessageState, Model as Message};
use super::events::{MessageNoted, MessageReceived, MessageSent};
use super::queries;
use crate::contact::Traces;
use crate::id::{InquiryId, MessageId};
use crate::inquiry::Channel;

/// A message that reached us.
#[derive(Clone, Debug)]
pub struct Incoming {
    pub inquiry: Option<InquiryId>,
    pub channel: Channel,
    pub subject: Option<String>,
    pub body: String,
    pub from_name: Option<String>,
    pub from_address: Option<String>,
    pub to_address: Option<String>,
    pub mail_id: Option<String>,
    pub in_reply_to: Option<String>,
    pub thread_key: Option<String>,
    pub sha256: Option<String>,
    pub broken_why: Option<String>,
    pub said_at: DateTime<Utc>,
}

impl Incoming {
    /// A message of which only the words are known.
    pub fn said(inquiry: InquiryId, channel: Channel, body: String, said_at: DateTime<Utc>) -> Self {
        Self {
            inquiry: Some(inquiry),
            channel,
            subject: None,
            body,
            from_name: None,
            from_address: None,
            to_address: None,
            mail_id: None,
            in_reply_to: None,
            thread_key: None,
            sha256: None,
            broken_why: None,
            said_at,
        }
    }
}

/// Keeps a message that reached us.
pub async fn take_in(work: &mut Work, new: Incoming) -> Result<Message, Failure> {
    let row = Message {
        id: work.next_id(),
        inquiry_id: new.inquiry,
        direction: Direction::In,
        internal: false,
        channel: new.channel,
        state: MessageState::Received,
        subject: new.subject,
        body: new.body,
        from_name: new.from_name,
        from_address: new.from_address,
        to_address: new.to_address,
        mail_id: new.mail_id,
        in_reply_to: new.in_reply_to,
        thread_key: new.thread_key,
        sha256: new.sha256,
        broken: new.broken_why.is_some(),
        broken_why: new.broken_why,
        source: None,
        author_id: None,
        said_at: new.said_at,
        version: 1,
        created_at: work.now,
        updated_at: work.now,
    };
    Entity::insert(row.clone().into_active_model())
        .exec_without_returning(&work.db())
        .await?;
    let (channel, registered, broken) = (row.channel.word(), row.inquiry_id.is_some(), row.broken);
    work.record(MessageReceived {
        message: row.id,
        channel,
        registered,
        broken,
    })
    .await?;
    Ok(row)
}

/// An answer.
#[derive(Clone, Debug)]
pub struct Outgoing {
    pub inquiry: InquiryId,
    pub channel: Channel,
    pub subject: Option<String>,
    pub body: String,
    pub to_address: Option<String>,
    pub source: Option<String>,
}

/// Keeps an answer. By mail it waits in the outbox for the job; what was said otherwise is said already.
pub async fn send(work: &mut Work, new: Outgoing) -> Result<Message, Failure> {
    let by_mail = new.channel == Channel::Mail && new.to_address.is_some();
    let id: MessageId = work.next_id();
    let before = if by_mail {
        queries::newest_mail(&work.db(), new.inquiry).await?
    } else {
        None
    };
    let row = Message {
        id,
        inquiry_id: Some(new.inquiry),
        direction: Direction::Out,
        internal: false,
        channel: new.channel,
        state: if by_mail {
            MessageState::Queued
        } else {
            MessageState::Sent
        },
        subject: new.subject,
        body: new.body,
        from_name: None,
        from_address: None,
        to_address: new.to_address,
        mail_id: by_mail.then(|| format!("{id}@xianji")),
        in_reply_to: before.and_then(|mail| mail.mail_id),
        thread_key: None,
        sha256: None,
        broken: false,
        broken_why: None,
        source: new.source,
        author_id: work.actor().member(),
        said_at: work.now,
        version: 1,
        created_at: work.now,
        updated_at: work.now,
    };
    Entity::insert(row.clone().into_active_model())
        .exec_without_returning(&work.db())
        .await?;
    if by_mail {
        work.later("mail.send", json!({ "message": id })).await?;
    } else {
        work.record(MessageSent {
            message: id,
            channel: row.channel.word(),
        })
        .await?;
    }
    Ok(row)
}

/// Keeps a note among ourselves in the conversation.
pub async fn note(
    work: &mut Work,
    inquiry: InquiryId,
    channel: Channel,
    body: String,
) -> Result<Message, Failure> {
    let row = Message {
        id: work.next_id(),
        inquiry_id: Some(inquiry),
        direction: Direction::Out,
        internal: true,
        channel,
        state: MessageState::Sent,
        subject: None,
        body,
        from_name: None,
        from_address: None,
        to_address: None,
        mail_id: None,
        in_reply_to: None,
        thread_key: None,
        sha256: None,
        broken: false,
        broken_why: None,
        source: None,
        author_id: work.actor().member(),
        said_at: work.now,
        version: 1,
        created_at: work.now,
        updated_at: work.now,
    };
    Entity::insert(row.clone().into_active_model())
        .exec_without_returning(&work.db())
        .await?;
    work.record(MessageNoted { message: row.id }).await?;
    Ok(row)
}

/// Forgets who wrote and who was written to in these inquiries, and in mails of theirs that stand in none, also in their words; answers in
/// how many messages.
pub(crate) async fn forget_people(
    work: &Work,
    inquiries: &[InquiryId],
    traces: &Traces,
) -> Result<u64, Failure> {
    let theirs = Condition::any()
        .add(Column::InquiryId.is_in(inquiries.iter().copied()))
        .add(Column::FromAddress.is_in(traces.addresses()));
    let rows = Entity::find().filter(theirs).all(&work.db()).await?;
    let nobody = || Expr::value(None::<String>);
    for row in &rows {
        Entity::update_many()
            .col_expr(Column::FromName, nobody())
            .col_expr(Column::FromAddress, nobody())
            .col_expr(Column::ToAddress, nobody())
            .col_expr(Column::ThreadKey, nobody())
            .col_expr(Column::Body, Expr::value(traces.out_of(&row.body)))
            .col_expr(
                Column::Subject,
                Expr::value(traces.out_of_maybe(row.subject.as_ref())),
            )
            .filter(Column::Id.eq(row.id))
            .exec(&work.db())
            .await?;
    }
    Ok(rows.len() as u64)
}
