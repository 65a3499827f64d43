//! What people do with inquiries.

mod answer;
mod intake;
mod outcome;
mod triage;

pub use answer::{Reply, hear, note_message, reply, resume, wait};
pub(crate) use intake::forget_sender;
pub use intake::{NewInquiry, match_customer, open_record, receive, reveal};
pub use outcome::{close, follow_up, mark_converted, reopen, update};
pub use triage::{assess, assign, classify, reassign, take};

use sea_orm::entity::prelude::*;
use xianji_governance::{Case, Context, Govern};
use xianji_platform::{Failure, MemberId, Owned, Work};

use super::entity::{Column, Entity, Model as Inquiry};
use super::queries;
use crate::customer;
use crate::id::InquiryId;
use xianji_platform::record::rows;

/// One that the actor may see and may do this to, in the version that the caller read, once the pack's gates before it are met.
async fn open(work: &mut Work, id: InquiryId, permission: &str) -> Result<Inquiry, Failure> {
    let inquiry = permitted(work, id, permission).await?;
    work.gate(&inquiry.subject(), permission).await?;
    Ok(inquiry)
}

/// The same where the gate is asked later, after what came along was put in.
async fn permitted(work: &Work, id: InquiryId, permission: &str) -> Result<Inquiry, Failure> {
    let inquiry = queries::find(&work.db(), &work.scope("inquiry.read"), id).await?;
    work.permit(permission, &inquiry).await?;
    work.expect_version(inquiry.version)?;
    Ok(inquiry)
}

async fn save(work: &Work, inquiry: &mut Inquiry) -> Result<(), Failure> {
    let read = inquiry.version;
    inquiry.version += 1;
    inquiry.updated_at = work.now;
    let row = rows::all_but_key(inquiry.clone());
    rows::over(
        work,
        Entity::update_many()
            .set(row)
            .filter(Column::Id.eq(inquiry.id))
            .filter(Column::Version.eq(read)),
    )
    .await
}

/// The inquiry under the pack that it keeps.
async fn case_of(ctx: &Context<'_>, inquiry: &Inquiry) -> Result<Case, Failure> {
    Case::load(ctx, &inquiry.subject())
        .await?
        .ok_or_else(|| Failure::not_found("inquiry"))
}

/// Whoever handles a customer's inquiry sees the customer's file.
async fn let_see_customer(
    work: &mut Work,
    inquiry: &Inquiry,
    member: Option<MemberId>,
) -> Result<(), Failure> {
    match (inquiry.customer_id, member) {
        (Some(customer), Some(member)) => customer::name_on(work, customer, member, "inquiry").await,
        _ => Ok(()),
    }
}
