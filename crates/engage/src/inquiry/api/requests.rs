//! Bodies of requests about inquiries.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use utoipa::ToSchema;
use xianji_kernel::text::Language;
use xianji_platform::{FileId, MemberId};

use super::super::actions::{NewInquiry, Reply};
use super::super::entity::{Channel, Clarity, InquiryClass, Outcome, Priority};
use super::super::model::{InquiryChanges, SenderField};
use crate::id::{ContactId, CustomerId};

/// What came in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReceiveInquiry {
    pub channel: Channel,
    pub class: Option<InquiryClass>,
    pub priority: Option<Priority>,
    pub customer_id: Option<CustomerId>,
    pub contact_id: Option<ContactId>,
    /// The beginning of the question, when not given.
    #[schema(max_length = 200)]
    pub title: Option<String>,
    #[schema(max_length = 20000)]
    pub question: Option<String>,
    #[schema(max_length = 100)]
    pub sender_name: Option<String>,
    #[schema(max_length = 200)]
    pub sender_company: Option<String>,
    #[schema(max_length = 320)]
    pub sender_email: Option<String>,
    #[schema(max_length = 50)]
    pub sender_phone: Option<String>,
    /// In which language they asked, if that is known: they are written to in it.
    pub language: Option<Language>,
    /// Fields that packs add, by their id.
    #[schema(value_type = Option<Object>)]
    pub extra: Option<serde_json::Map<String, serde_json::Value>>,
    /// When it reached us, if not now.
    pub received_at: Option<DateTime<Utc>>,
}

impl From<ReceiveInquiry> for NewInquiry {
    fn from(body: ReceiveInquiry) -> Self {
        Self {
            channel: body.channel,
            class: body.class,
            priority: body.priority,
            customer: body.customer_id,
            contact: body.contact_id,
            title: body.title,
            question: body.question,
            sender_name: body.sender_name,
            sender_company: body.sender_company,
            sender_email: body.sender_email,
            sender_phone: body.sender_phone,
            language: body.language,
            extra: body.extra,
            received_at: body.received_at,
        }
    }
}

/// Who asks.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MatchInquiry {
    pub customer_id: CustomerId,
    pub contact_id: Option<ContactId>,
}

/// What it is about.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ClassifyInquiry {
    pub class: InquiryClass,
    pub priority: Priority,
}

/// What lies behind it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssessInquiry {
    #[schema(min_length = 1, max_length = 20000)]
    pub background: String,
    #[schema(min_length = 1, max_length = 20000)]
    pub aim: String,
    pub clarity: Clarity,
    #[schema(max_length = 20000)]
    pub needs: Option<String>,
}

/// To whom.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignInquiry {
    /// Without, whom skill and load point to.
    pub to: Option<MemberId>,
}

/// To whom, and why.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReassignInquiry {
    pub to: MemberId,
    #[schema(min_length = 1, max_length = 2000)]
    pub reason: String,
}

/// An answer.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReplyInquiry {
    #[schema(min_length = 1, max_length = 50000)]
    pub body: String,
    /// That by which the question came, when not said.
    pub channel: Option<Channel>,
    #[schema(max_length = 200)]
    pub subject: Option<String>,
    /// Where the answer comes from.
    #[schema(max_length = 2000)]
    pub source: Option<String>,
    /// Whether this is the answer to the question; so it is, when not said.
    pub is_answer: Option<bool>,
    /// Files of this inquiry that go with it.
    #[serde(default)]
    #[schema(max_items = 20)]
    pub files: Vec<FileId>,
}

impl From<ReplyInquiry> for Reply {
    fn from(body: ReplyInquiry) -> Self {
        Self {
            body: body.body,
            channel: body.channel,
            subject: body.subject,
            source: body.source,
            is_answer: body.is_answer.unwrap_or(true),
            files: body.files,
        }
    }
}

/// What the customer said.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HearMessage {
    #[schema(min_length = 1, max_length = 50000)]
    pub body: String,
    pub channel: Option<Channel>,
}

/// How it ends.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CloseInquiry {
    /// `answered`, when not said; `converted`, once it is a project.
    pub outcome: Option<Outcome>,
    /// Fields still missing.
    pub changes: Option<InquiryChanges>,
}

/// What a follow-up found.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FollowUpInquiry {
    #[schema(max_length = 20000)]
    pub note: Option<String>,
    /// What became of it, if that is known now.
    pub outcome: Option<Outcome>,
}

/// Which field, and why.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RevealSender {
    pub field: SenderField,
    #[schema(max_length = 500)]
    pub reason: Option<String>,
}
