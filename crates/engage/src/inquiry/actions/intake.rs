//! An inquiry comes in and is matched to its customer.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, IntoActiveModel};
use serde_json::json;
use xianji_governance::extra;
use xianji_kernel::text::Language;
use xianji_platform::{DepartmentId, Failure, Invalid, MemberId, Owned, PackVersionId, Work};

use super::super::entity::{Channel, Column, Entity, InquiryClass, InquiryState, Model as Inquiry, Priority};
use super::super::events::{InquiryMatched, InquiryReceived, InquiryRevealed};
use super::super::model::{SenderField, faults_of_sender};
use super::super::queries;
use super::{let_see_customer, open, save, triage};
use crate::contact::Traces;
use crate::customer::{self, timeline};
use crate::id::{ContactId, CustomerId, InquiryId};
use crate::{contact, gates, message};
use xianji_platform::record::patch::{merged, tidy};

/// What came in.
#[derive(Clone, Debug)]
pub struct NewInquiry {
    pub channel: Channel,
    pub class: Option<InquiryClass>,
    pub priority: Option<Priority>,
    pub customer: Option<CustomerId>,
    pub contact: Option<ContactId>,
    pub title: Option<String>,
    pub question: Option<String>,
    pub sender_name: Option<String>,
    pub sender_company: Option<String>,
    pub sender_email: Option<String>,
    pub sender_phone: Option<String>,
    /// In which language they asked, if that is known.
    pub language: Option<Language>,
    /// Fields that packs add, by their id.
    pub extra: Option<serde_json::Map<String, serde_json::Value>>,
    /// When it reached us, if not now.
    pub received_at: Option<DateTime<Utc>>,
}

impl NewInquiry {
    /// By this channel, nothing else known yet.
    pub fn by(channel: Channel) -> Self {
        Self {
            channel,
            class: None,
            priority: None,
            customer: None,
            contact: None,
            title: None,
            question: None,
            sender_name: None,
            sender_company: None,
            sender_email: None,
            sender_phone: None,
            language: None,
            extra: None,
            received_at: None,
        }
    }
}

/// Registers an inquiry that a member took in.
pub async fn receive(work: &mut Work, new: NewInquiry) -> Result<Inquiry, Failure> {
    work.permit_any("inquiry.receive")?;
    let faults = faults_of_sender(
        ("/sender_email", new.sender_email.as_deref()),
        ("/sender_phone", new.sender_phone.as_deref()),
    );
    if !faults.is_empty() {
        return Err(Invalid(faults).into());
    }
    if let Some(customer) = new.customer {
        customer::queries::find(&work.db(), &work.scope("customer.read"), customer).await?;
    }
    if let Some(contact) = new.contact {
        let (found, _) = contact::queries::find(&work.db(), &work.scope("contact.read"), contact).await?;
        if new.customer.is_some_and(|customer| customer != found.customer_id) {
            return Err(Invalid::one("/contact_id", "of-another-customer").into());
        }
    }
    if new.received_at.is_some_and(|at| at > work.now) {
        return Err(Invalid::one("/received_at", "in-the-future").into());
    }
    let pack = pack_of(work).1;
    let faults = extra::faults(work, pack, "inquiry", new.extra.as_ref());
    if !faults.is_empty() {
        return Err(Invalid(faults).into());
    }
    let said = new.question.clone();
    let inquiry = open_record(work, new).await?;
    gates::ask(
        work,
        &inquiry.subject(),
        inquiry.pack_version_id,
        "inquiry.receive",
    )
    .await?;
    if let Some(said) = said {
        let line = message::Incoming::said(inquiry.id, inquiry.channel, said, inquiry.received_at);
        message::take_in(work, line).await?;
    }
    Ok(inquiry)
}

/// Opens the record, matches it to a customer by what the sender left, and gives it to somebody if its class is known already. Asks for no
/// right: also for the public form and for mail.
pub async fn open_record(work: &mut Work, new: NewInquiry) -> Result<Inquiry, Failure> {
    let mut inquiry = blank(work, &new);
    inquiry.number = work.number("inquiry").await?;
    inquiry.customer_id = match new.customer {
        Some(customer) => Some(customer),
        None => guess_customer(work, &new).await?,
    };
    Entity::insert(inquiry.clone().into_active_model())
        .exec_without_returning(&work.db())
        .await?;
    let (id, received_at) = (inquiry.id, inquiry.received_at);
    work.record(InquiryReceived {
        inquiry: id,
        received_at,
        channel: inquiry.channel.word(),
    })
    .await?;
    if let Some(customer) = inquiry.customer_id {
        work.record(InquiryMatched {
            inquiry: id,
            customer: customer.to_string(),
        })
        .await?;
        let_see_customer(work, &inquiry, inquiry.receiver_id).await?;
    }
    if inquiry.class.is_some() {
        triage::note_class(work, &inquiry).await?;
        triage::route(work, &mut inquiry).await?;
    }
    Ok(inquiry)
}

fn blank(work: &mut Work, new: &NewInquiry) -> Inquiry {
    let member = work.actor().member();
    let (department, pack) = pack_of(work);
    let text = |text: &Option<String>| tidy(text.clone());
    Inquiry {
        id: work.next_id(),
        number: String::new(),
        customer_id: None,
        contact_id: new.contact,
        channel: new.channel,
        class: new.class,
        priority: new.priority.or(new.class.map(|_| Priority::Normal)),
        state: InquiryState::Received,
        outcome: None,
        title: title_of(new),
        question: text(&new.question),
        background: None,
        aim: None,
        needs: None,
        answer: None,
        answer_source: None,
        clarity: None,
        assessed: false,
        assignee_id: None,
        receiver_id: member,
        assigned_at: None,
        assigned_why: json!({}),
        received_at: new.received_at.unwrap_or(work.now),
        first_replied_at: None,
        closed_at: None,
        waits_for_customer: false,
        reply_count: 0,
        overdue: false,
        corrected: false,
        project_id: None,
        sender_name: text(&new.sender_name),
        sender_company: text(&new.sender_company),
        sender_email: text(&new.sender_email),
        sender_phone: text(&new.sender_phone),
        language: new.language.map(|language| language.tag().to_owned()),
        owner_id: member,
        department_id: department,
        pack_version_id: pack,
        version: 1,
        archived_at: None,
        extra: merged(&json!({}), new.extra.clone().unwrap_or_default()),
        created_at: work.now,
        updated_at: work.now,
        named: member.into_iter().collect::<Vec<MemberId>>(),
    }
}

/// Where an inquiry stands that this actor takes in, and the pack that it keeps.
fn pack_of(work: &Work) -> (Option<DepartmentId>, Option<PackVersionId>) {
    let department = work.actor().department().or_else(|| desk(work));
    let today = work.policies().today(work.now);
    let pack = department
        .and_then(|department| work.policies().in_force(department, today))
        .map(|(id, _)| id);
    (department, pack)
}

/// The title given, else the beginning of the question.
fn title_of(new: &NewInquiry) -> String {
    let line = |text: &str| {
        text.lines()
            .map(str::trim)
            .find(|line| !line.is_empty())
            .map(|line| line.chars().take(80).collect())
    };
    let given = new
        .title
        .as_deref()
        .and_then(line)
        .or_else(|| new.question.as_deref().and_then(line));
    given
        .or_else(|| new.sender_company.clone())
        .or_else(|| new.sender_name.clone())
        .unwrap_or_else(|| "-".to_owned())
}

/// Where an inquiry stands that nobody took in: the first department that adopted a pack with routes for inquiries, else the root.
fn desk(work: &Work) -> Option<DepartmentId> {
    let book = work.policies();
    let root = book.tree().root();
    let in_force = book.all_in_force(book.today(work.now));
    let routed = in_force
        .into_iter()
        .filter(|(_, pack, _)| pack.routes.iter().any(|route| route.of == "inquiry"));
    let departments: Vec<DepartmentId> = routed.flat_map(|(.., departments)| departments).collect();
    departments
        .iter()
        .copied()
        .find(|one| Some(*one) != root)
        .or(departments.first().copied())
        .or(root)
}

/// The one customer to whom the sender's address, number, domain or company name leads; several lead nowhere.
async fn guess_customer(work: &Work, new: &NewInquiry) -> Result<Option<CustomerId>, Failure> {
    let db = work.db();
    if let Some(id) = new.contact {
        return Ok(contact::entity::Entity::find_by_id(id)
            .one(&db)
            .await?
            .map(|contact| contact.customer_id));
    }
    if let Some(key) = new.sender_email.as_deref().and_then(contact::email_key) {
        if let Some(found) = only(contact::queries::customers_of_email(&db, &key).await?) {
            return Ok(Some(found));
        }
        if let Some(domain) = contact::email_domain(&key)
            && let Some(found) = only(customer::queries::of_domain(&db, domain).await?)
        {
            return Ok(Some(found));
        }
    }
    if let Some(key) = new.sender_phone.as_deref().and_then(contact::phone_key)
        && let Some(found) = only(contact::queries::customers_of_phone(&db, &key).await?)
    {
        return Ok(Some(found));
    }
    if let Some(name) = &new.sender_company {
        let probe = customer::queries::Probe {
            name: Some(name.clone()),
            ..Default::default()
        };
        let alike = customer::queries::alike(&db, &probe).await?;
        return Ok(only(alike.into_iter().map(|one| one.customer.id).collect()));
    }
    Ok(None)
}

fn only(found: Vec<CustomerId>) -> Option<CustomerId> {
    match found.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

/// Says which customer asks.
pub async fn match_customer(
    work: &mut Work,
    id: InquiryId,
    customer: CustomerId,
    contact: Option<ContactId>,
) -> Result<Inquiry, Failure> {
    let mut inquiry = open(work, id, "inquiry.match").await?;
    let customer = customer::queries::find(&work.db(), &work.scope("customer.read"), customer).await?;
    customer.must_be_live()?;
    if let Some(contact) = contact {
        let (contact, _) = contact::queries::find(&work.db(), &work.scope("contact.read"), contact).await?;
        if contact.customer_id != customer.id {
            return Err(Invalid::one("/contact_id", "of-another-customer").into());
        }
        inquiry.contact_id = Some(contact.id);
    } else if inquiry.customer_id != Some(customer.id) {
        inquiry.contact_id = None;
    }
    inquiry.customer_id = Some(customer.id);
    save(work, &mut inquiry).await?;
    timeline::forget(work, &inquiry.subject());
    let_see_customer(work, &inquiry, inquiry.assignee_id).await?;
    let_see_customer(work, &inquiry, inquiry.receiver_id).await?;
    work.record(InquiryMatched {
        inquiry: id,
        customer: customer.id.to_string(),
    })
    .await?;
    Ok(inquiry)
}

/// Shows how whoever asked is reached; that it was read is evidence (CTL-CUS-13). `None` when nothing was left.
pub async fn reveal(
    work: &mut Work,
    id: InquiryId,
    field: SenderField,
    reason: Option<String>,
) -> Result<Option<String>, Failure> {
    let inquiry = queries::find(&work.db(), &work.scope("inquiry.read"), id).await?;
    work.permit("contact.reveal", &inquiry).await?;
    work.record(InquiryRevealed {
        inquiry: id,
        field: field.name(),
        reason: tidy(reason),
    })
    .await?;
    Ok(inquiry.sender(field).map(str::to_owned))
}

/// Forgets who asked in the inquiries of a contact, also in the words of their question; answers which.
pub(crate) async fn forget_sender(
    work: &Work,
    contact: ContactId,
    traces: &Traces,
) -> Result<Vec<InquiryId>, Failure> {
    let asked = Condition::any()
        .add(Column::ContactId.eq(contact))
        .add(Column::SenderEmail.is_in(traces.addresses()));
    let rows = Entity::find().filter(asked).all(&work.db()).await?;
    let nobody = || Expr::value(None::<String>);
    for row in &rows {
        Entity::update_many()
            .col_expr(Column::SenderName, nobody())
            .col_expr(Column::SenderEmail, nobody())
            .col_expr(Column::SenderPhone, nobody())
            .col_expr(Column::Title, Expr::value(traces.out_of(&row.title)))
            .col_expr(
                Column::Question,
                Expr::value(traces.out_of_maybe(row.question.as_ref())),
            )
            .filter(Column::Id.eq(row.id))
            .exec(&work.db())
            .await?;
    }
    Ok(rows.into_iter().map(|row| row.id).collect())
}
