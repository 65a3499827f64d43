//! Table of messages.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use xianji_platform::MemberId;

use crate::id::{InquiryId, MessageId};
use crate::inquiry::Channel;

/// Which way it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[schema(as = MessageDirection)]
pub enum Direction {
    In,
    Out,
}

/// Where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum MessageState {
    Received,
    /// In the outbox.
    Queued,
    Sent,
    /// The mail server refused it for good.
    Failed,
}

/// A message.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "message")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MessageId,
    pub inquiry_id: Option<InquiryId>,
    pub direction: Direction,
    /// A note among ourselves: nobody outside was written to.
    pub internal: bool,
    pub channel: Channel,
    pub state: MessageState,
    pub subject: Option<String>,
    pub body: String,
    pub from_name: Option<String>,
    pub from_address: Option<String>,
    pub to_address: Option<String>,
    /// `Message-ID` without its brackets.
    pub mail_id: Option<String>,
    pub in_reply_to: Option<String>,
    /// Sender and bare subject, by which mails without references are threaded.
    pub thread_key: Option<String>,
    /// SHA-256 of the mail as it came.
    pub sha256: Option<String>,
    /// It could not be read whole.
    pub broken: bool,
    /// What was wrong with it.
    pub broken_why: Option<String>,
    /// Where an answer comes from.
    pub source: Option<String>,
    pub author_id: Option<MemberId>,
    /// When it was said or sent, by its own word.
    pub said_at: DateTime<Utc>,
    pub version: i64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
