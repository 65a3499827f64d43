//! The conversation: answers, what the customer says again, waiting.

use xianji_governance::{Context, Roots, engine};
use xianji_platform::{Failure, FileId, Invalid, Owned, Work};

use super::super::entity::{Channel, Model as Inquiry};
use super::super::events::{
    InquiryMessageReceived, InquiryReopened, InquiryReplied, InquiryResumed, InquiryWaiting,
};
use super::{case_of, open, save};
use crate::attachments;
use crate::contact::{self, Confidential};
use crate::id::InquiryId;
use crate::message::{self, Incoming, Message, Outgoing};
use xianji_platform::record::patch::tidy;

/// An answer.
#[derive(Clone, Debug)]
pub struct Reply {
    pub body: String,
    /// By which channel; that by which the question came, when not said.
    pub channel: Option<Channel>,
    pub subject: Option<String>,
    /// Where the answer comes from.
    pub source: Option<String>,
    /// It is the answer to the question, not only a line of the conversation: it is kept on the inquiry itself.
    pub is_answer: bool,
    /// Files of the inquiry that go with it.
    pub files: Vec<FileId>,
}

/// Answers the customer. Only a registered inquiry that somebody has can be answered (CTL-INQ-01, CTL-INQ-03).
pub async fn reply(work: &mut Work, id: InquiryId, new: Reply) -> Result<(Inquiry, Message), Failure> {
    let mut inquiry = open(work, id, "inquiry.reply").await?;
    let body = tidy(Some(new.body)).ok_or_else(|| Invalid::one("/body", "required"))?;
    let source = tidy(new.source);
    let first = inquiry.reply(work.now)?;
    if new.is_answer {
        inquiry.answer = Some(body.clone());
        inquiry.answer_source = source.clone().or(inquiry.answer_source);
    }
    let resumed = std::mem::replace(&mut inquiry.waits_for_customer, false);
    let working_minutes = minutes_since_received(work, &inquiry).await?;
    let channel = new.channel.unwrap_or(inquiry.channel);
    let to_address = address_of(work, &inquiry, channel).await?;
    let files = attachments::chosen(&work.db(), &inquiry.subject(), &new.files).await?;
    let subject = tidy(new.subject).or_else(|| Some(format!("Re: {} [{}]", inquiry.title, inquiry.number)));
    let has_source = source.is_some();
    save(work, &mut inquiry).await?;
    let message = message::send(
        work,
        Outgoing {
            inquiry: id,
            channel,
            subject,
            body,
            to_address,
            source,
        },
    )
    .await?;
    attachments::send(work, message.id, files).await?;
    work.record(InquiryReplied {
        inquiry: id,
        first,
        working_minutes,
        has_source,
    })
    .await?;
    if resumed {
        work.record(InquiryResumed { inquiry: id }).await?;
    }
    Ok((inquiry, message))
}

/// Where an answer by mail goes: to the sender, else to the contact.
async fn address_of(work: &Work, inquiry: &Inquiry, channel: Channel) -> Result<Option<String>, Failure> {
    if channel != Channel::Mail {
        return Ok(None);
    }
    let contact = match (&inquiry.sender_email, inquiry.contact_id) {
        (None, Some(id)) => contact::queries::any(&work.db(), id).await?,
        _ => None,
    };
    let known = inquiry
        .sender_email
        .clone()
        .or_else(|| contact.and_then(|one| one.clear(Confidential::Email).map(str::to_owned)));
    known
        .map(Some)
        .ok_or_else(|| Invalid::one("/channel", "no-mail-address").into())
}

/// By the calendar of the service that holds for this inquiry, else the pack's own.
async fn minutes_since_received(work: &Work, inquiry: &Inquiry) -> Result<i64, Failure> {
    let ctx = Context::of(work);
    let case = case_of(&ctx, inquiry).await?;
    let conditions: Vec<_> = case
        .pack
        .services
        .iter()
        .filter(|one| one.of == "inquiry")
        .filter_map(|one| one.when.as_ref())
        .collect();
    let facts = case.facts_for(&ctx, conditions, &Roots::none()).await?;
    let service = case
        .pack
        .service_for("inquiry", "first_reply", &facts)
        .map_err(|error| Failure::broken(error.to_string()))?;
    let calendar = engine::calendar(&ctx, &case.pack, service.and_then(|one| one.calendar.as_deref()))?;
    Ok(calendar
        .working_between(inquiry.received_at, work.now)
        .num_minutes())
}

/// Notes what the customer said again, as a member heard it or as mail brought it. A closed inquiry opens again, a waiting one goes on.
pub async fn note_message(
    work: &mut Work,
    mut inquiry: Inquiry,
    incoming: Incoming,
) -> Result<(Inquiry, Message), Failure> {
    let heard = inquiry.hear();
    save(work, &mut inquiry).await?;
    let message = message::take_in(
        work,
        Incoming {
            inquiry: Some(inquiry.id),
            ..incoming
        },
    )
    .await?;
    work.record(InquiryMessageReceived { inquiry: inquiry.id })
        .await?;
    if heard.reopened {
        work.record(InquiryReopened { inquiry: inquiry.id }).await?;
    }
    if heard.resumed {
        work.record(InquiryResumed { inquiry: inquiry.id }).await?;
    }
    Ok((inquiry, message))
}

/// A member notes what the customer said.
pub async fn hear(
    work: &mut Work,
    id: InquiryId,
    channel: Option<Channel>,
    body: String,
) -> Result<(Inquiry, Message), Failure> {
    let inquiry = open(work, id, "inquiry.update").await?;
    let body = tidy(Some(body)).ok_or_else(|| Invalid::one("/body", "required"))?;
    let line = Incoming::said(id, channel.unwrap_or(inquiry.channel), body, work.now);
    note_message(work, inquiry, line).await
}

/// The customer has to answer first: limits stand still.
pub async fn wait(work: &mut Work, id: InquiryId) -> Result<Inquiry, Failure> {
    let mut inquiry = open(work, id, "inquiry.wait").await?;
    inquiry.wait()?;
    save(work, &mut inquiry).await?;
    work.record(InquiryWaiting { inquiry: id }).await?;
    Ok(inquiry)
}

/// The waiting is over.
pub async fn resume(work: &mut Work, id: InquiryId) -> Result<Inquiry, Failure> {
    let mut inquiry = open(work, id, "inquiry.resume").await?;
    inquiry.resume()?;
    save(work, &mut inquiry).await?;
    work.record(InquiryResumed { inquiry: id }).await?;
    Ok(inquiry)
}
