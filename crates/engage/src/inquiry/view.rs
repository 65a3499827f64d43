//! Inquiries as lists and pages show them.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use xianji_platform::database::Conn;
use xianji_platform::{DepartmentId, Failure, Judged};

use super::entity::{Channel, Clarity, InquiryClass, InquiryState, Model as Inquiry, Outcome, Priority};
use crate::id::{ContactId, CustomerId, InquiryId};
use crate::{contact, customer};
use xianji_platform::record::people::{MemberName, Names};

/// An inquiry.
#[derive(Debug, Serialize, ToSchema)]
pub struct InquiryView {
    pub id: InquiryId,
    pub number: String,
    pub title: String,
    pub customer_id: Option<CustomerId>,
    pub customer_name: Option<String>,
    pub contact_id: Option<ContactId>,
    pub channel: Channel,
    pub class: Option<InquiryClass>,
    pub priority: Option<Priority>,
    pub state: InquiryState,
    pub outcome: Option<Outcome>,
    pub question: Option<String>,
    pub background: Option<String>,
    pub aim: Option<String>,
    pub needs: Option<String>,
    pub answer: Option<String>,
    pub answer_source: Option<String>,
    pub clarity: Option<Clarity>,
    pub assessed: bool,
    pub assignee: Option<MemberName>,
    pub receiver: Option<MemberName>,
    pub assigned_at: Option<DateTime<Utc>>,
    /// Why this person: the candidates with skill and load when it was assigned.
    #[schema(value_type = Object)]
    pub assigned_why: serde_json::Value,
    pub received_at: DateTime<Utc>,
    pub first_replied_at: Option<DateTime<Utc>>,
    pub closed_at: Option<DateTime<Utc>>,
    pub waits_for_customer: bool,
    pub reply_count: i32,
    pub overdue: bool,
    pub project_id: Option<Uuid>,
    pub sender_name: Option<String>,
    pub sender_company: Option<String>,
    /// Masked.
    pub sender_email: Option<String>,
    /// Masked.
    pub sender_phone: Option<String>,
    /// In which language they asked, if that is known.
    pub language: Option<String>,
    pub department_id: Option<DepartmentId>,
    #[schema(value_type = Object)]
    pub extra: serde_json::Value,
    pub version: i64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub can: InquiryCan,
}

/// What the reader may do with it now.
#[derive(Debug, Serialize, ToSchema)]
pub struct InquiryCan {
    pub update: bool,
    #[serde(rename = "match")]
    pub match_customer: bool,
    pub classify: bool,
    pub assess: bool,
    pub assign: bool,
    pub reassign: bool,
    pub take: bool,
    pub reply: bool,
    pub wait: bool,
    pub resume: bool,
    pub close: bool,
    pub reopen: bool,
    pub follow_up: bool,
    pub convert: bool,
    pub hand_over: bool,
    /// Show how whoever asked is reached.
    pub reveal: bool,
}

impl InquiryCan {
    fn of(row: &Inquiry, actor: &Judged) -> Self {
        let open = row.must_be_open().is_ok();
        let assigned = row.assignee_id.is_some();
        let may = |permission: &str| actor.may_on(permission, row);
        Self {
            update: may("inquiry.update"),
            match_customer: may("inquiry.match"),
            classify: open && may("inquiry.classify"),
            assess: open && may("inquiry.assess"),
            assign: open && !assigned && may("inquiry.assign"),
            reassign: open && assigned && may("inquiry.reassign"),
            take: open && !assigned && may("inquiry.take"),
            reply: open && assigned && may("inquiry.reply"),
            wait: open && !row.waits_for_customer && may("inquiry.wait"),
            resume: open && row.waits_for_customer && may("inquiry.resume"),
            close: open && may("inquiry.close"),
            reopen: !open && may("inquiry.reopen"),
            follow_up: !open && may("inquiry.follow_up"),
            convert: row.project_id.is_none() && may("inquiry.convert"),
            reveal: may("contact.reveal") && (row.sender_email.is_some() || row.sender_phone.is_some()),
            hand_over: row.customer_id.is_some() && may("handover.offer"),
        }
    }
}

/// Names that inquiries are shown with.
pub struct Known {
    members: Names,
    customers: std::collections::HashMap<CustomerId, String>,
}

impl Known {
    /// Reads what these need, each once.
    pub async fn read(db: &Conn<'_>, rows: &[Inquiry]) -> Result<Self, Failure> {
        let members = Names::read(db, rows.iter().flat_map(|row| [row.assignee_id, row.receiver_id])).await?;
        let customers = customer::queries::names(db, rows.iter().filter_map(|row| row.customer_id)).await?;
        Ok(Self { members, customers })
    }
}

impl InquiryView {
    /// One for this reader.
    pub fn of(row: Inquiry, actor: &Judged, known: &Known) -> Self {
        Self {
            can: InquiryCan::of(&row, actor),
            assignee: known.members.of(row.assignee_id),
            receiver: known.members.of(row.receiver_id),
            customer_name: row.customer_id.and_then(|id| known.customers.get(&id).cloned()),
            sender_email: row.sender_email.as_deref().map(contact::mask_email),
            sender_phone: row.sender_phone.as_deref().map(contact::mask_number),
            id: row.id,
            number: row.number,
            title: row.title,
            customer_id: row.customer_id,
            contact_id: row.contact_id,
            channel: row.channel,
            class: row.class,
            priority: row.priority,
            state: row.state,
            outcome: row.outcome,
            question: row.question,
            background: row.background,
            aim: row.aim,
            needs: row.needs,
            answer: row.answer,
            answer_source: row.answer_source,
            clarity: row.clarity,
            assessed: row.assessed,
            assigned_at: row.assigned_at,
            assigned_why: row.assigned_why,
            received_at: row.received_at,
            first_replied_at: row.first_replied_at,
            closed_at: row.closed_at,
            waits_for_customer: row.waits_for_customer,
            reply_count: row.reply_count,
            overdue: row.overdue,
            project_id: row.project_id,
            sender_name: row.sender_name,
            sender_company: row.sender_company,
            language: row.language,
            department_id: row.department_id,
            extra: row.extra,
            version: row.version,
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    }

    /// One with its names.
    pub async fn load(db: &Conn<'_>, actor: &Judged, row: Inquiry) -> Result<Self, Failure> {
        let known = Known::read(db, std::slice::from_ref(&row)).await?;
        Ok(Self::of(row, actor, &known))
    }
}
