//! Inquiries, three in four of them closed.

use chrono::TimeDelta;
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use serde_json::json;
use xianji_engage::inquiry::entity;
use xianji_engage::inquiry::{Channel, Clarity, InquiryClass, InquiryState, Outcome, Priority};
use xianji_platform::{Database, Failure};

use super::bulk::write;
use super::customers::customer_id;
use super::people::People;
use super::shape::{Of, Shape, id, owner};

/// Writes them.
pub async fn make(database: &Database, shape: Shape, people: &People) -> Result<(), Failure> {
    let rows = (0..shape.inquiries()).map(|n| inquiry(&shape, people, n).into_active_model().reset_all());
    write(database, "inquiries", rows).await?;
    Ok(())
}

fn inquiry(shape: &Shape, people: &People, n: u64) -> entity::Model {
    let customer = n * 5;
    let at = shape.began(customer) + TimeDelta::hours(1);
    let owner = people.owners[usize::try_from(owner(customer)).unwrap_or(0)];
    let closed = !n.is_multiple_of(4);
    entity::Model {
        corrected: false,
        id: id(Of::Inquiry, n, at),
        number: format!("ZX-{}-{:06}", at.format("%Y"), n + 1),
        customer_id: Some(customer_id(shape, customer)),
        contact_id: None,
        channel: Channel::Phone,
        class: Some(InquiryClass::Product),
        priority: Some(Priority::Normal),
        state: if closed {
            InquiryState::Closed
        } else {
            InquiryState::Following
        },
        outcome: closed.then_some(Outcome::Answered),
        title: format!("询问第{n}号产品的价格与交付"),
        question: Some("多少钱，多久能到货，能不能先看样品？".into()),
        background: None,
        aim: None,
        needs: None,
        answer: None,
        answer_source: None,
        clarity: Some(Clarity::Clear),
        assessed: true,
        assignee_id: Some(owner.id),
        receiver_id: Some(owner.id),
        assigned_at: Some(at),
        assigned_why: json!({}),
        received_at: at,
        first_replied_at: Some(at + TimeDelta::minutes(20)),
        closed_at: closed.then(|| at + TimeDelta::hours(3)),
        waits_for_customer: false,
        reply_count: 1,
        overdue: false,
        project_id: None,
        sender_name: None,
        sender_company: None,
        sender_email: None,
        sender_phone: None,
        language: None,
        owner_id: Some(owner.id),
        department_id: Some(owner.department),
        pack_version_id: Some(people.pack),
        version: 1,
        archived_at: None,
        extra: json!({}),
        created_at: at,
        updated_at: at,
        named: Vec::new(),
    }
}
