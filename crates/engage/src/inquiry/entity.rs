//! Table of inquiries.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use xianji_platform::{DepartmentId, MemberId, PackVersionId};

use crate::id::{ContactId, CustomerId, InquiryId};

macro_rules! words {
    ($(#[$doc:meta])* $name:ident as $schema:ident { $($word:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
        #[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
        #[serde(rename_all = "snake_case")]
        #[schema(as = $schema)]
        pub enum $name { $($word),+ }
    };
}

words!(/// How it reached us.
    Channel as InquiryChannel { Phone, Mail, Web, Chat, Fax, Im, Video, WalkIn });
words!(/// What it is about.
    InquiryClass as InquiryClass { Product, Price, Technical, Project, AfterSales });
words!(/// How urgent it is.
    Priority as InquiryPriority { Low, Normal, High, Urgent });
words!(/// How clear the need is.
    Clarity as InquiryClarity { Clear, Partly, Unclear });
words!(/// Where it is in its life.
    InquiryState as InquiryState { Received, Assigned, Replied, Following, Closed });
words!(/// What became of it.
    Outcome as InquiryOutcome { Converted, Lost, Dormant, Answered });

impl Channel {
    /// As events and packs write it.
    pub fn word(self) -> String {
        self.to_value()
    }
}

impl InquiryClass {
    /// As events and packs write it.
    pub fn word(self) -> String {
        self.to_value()
    }
}

impl Priority {
    /// As events and packs write it.
    pub fn word(self) -> String {
        self.to_value()
    }
}

impl Outcome {
    /// As events and packs write it.
    pub fn word(self) -> String {
        self.to_value()
    }
}

/// An inquiry.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "inquiry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: InquiryId,
    pub number: String,
    pub customer_id: Option<CustomerId>,
    pub contact_id: Option<ContactId>,
    pub channel: Channel,
    pub class: Option<InquiryClass>,
    pub priority: Option<Priority>,
    pub state: InquiryState,
    pub outcome: Option<Outcome>,
    pub title: String,
    pub question: Option<String>,
    pub background: Option<String>,
    pub aim: Option<String>,
    pub needs: Option<String>,
    pub answer: Option<String>,
    /// Where the answer comes from: a knowledge entry, an approved figure, a person.
    pub answer_source: Option<String>,
    pub clarity: Option<Clarity>,
    pub assessed: bool,
    pub assignee_id: Option<MemberId>,
    pub receiver_id: Option<MemberId>,
    pub assigned_at: Option<DateTime<Utc>>,
    /// Why this person: the candidates with skill and load when it was assigned.
    pub assigned_why: Json,
    pub received_at: DateTime<Utc>,
    pub first_replied_at: Option<DateTime<Utc>>,
    pub closed_at: Option<DateTime<Utc>>,
    pub waits_for_customer: bool,
    pub reply_count: i32,
    /// An obligation on it is past due.
    pub overdue: bool,
    /// Something was mended after closing.
    pub corrected: bool,
    /// The project that it became, named by its id alone: projects live above.
    pub project_id: Option<Uuid>,
    /// Whoever asked, as they named themselves, until they are matched to a customer.
    pub sender_name: Option<String>,
    pub sender_company: Option<String>,
    pub sender_email: Option<String>,
    pub sender_phone: Option<String>,
    /// In which language they asked, if that is known: `zh`, `zh-Hant`, `en`.
    pub language: Option<String>,
    pub owner_id: Option<MemberId>,
    pub department_id: Option<DepartmentId>,
    pub pack_version_id: Option<PackVersionId>,
    pub version: i64,
    pub archived_at: Option<DateTime<Utc>>,
    pub extra: Json,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// Assignee, receiver and whoever was offered its handover; loaded by the query that found it.
    #[sea_orm(ignore)]
    pub named: Vec<MemberId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
