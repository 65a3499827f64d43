//! My inquiries, for the workbench.

use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, QueryOrder, QuerySelect};
use serde::Serialize;
use xianji_platform::module::{Desk, OnDesk};
use xianji_platform::{Actor, App, Failure};

use super::entity::{Column, InquiryState, Priority};
use super::queries;
use crate::customer;
use crate::id::InquiryId;

/// Inquiries on the workbench at most.
const MOST: u64 = 20;

/// Open inquiries that I handle, or took in and nobody handles yet: those with something past due first, then as they came.
pub fn desk() -> Desk {
    Desk {
        name: "inquiries",
        run: mine,
    }
}

/// An inquiry on the workbench.
#[derive(Debug, Serialize)]
struct Mine {
    id: InquiryId,
    number: String,
    title: String,
    customer_name: Option<String>,
    state: InquiryState,
    priority: Option<Priority>,
    overdue: bool,
    waits_for_customer: bool,
    received_at: DateTime<Utc>,
}

fn mine<'a>(app: &'a App, actor: &'a Actor) -> BoxFuture<'a, Result<OnDesk, Failure>> {
    Box::pin(async move {
        let Some(member) = actor.on_behalf_of().or(actor.member()) else {
            return Ok(OnDesk::default());
        };
        let db = app.reader();
        let taken_in = Condition::all()
            .add(Column::ReceiverId.eq(member))
            .add(Column::AssigneeId.is_null());
        let open = queries::visible(&actor.scope("inquiry.read"))
            .filter(Condition::any().add(Column::AssigneeId.eq(member)).add(taken_in))
            .filter(Column::State.ne(InquiryState::Closed))
            .filter(Column::ArchivedAt.is_null());
        let total = open.clone().count(&db).await?;
        let rows = open
            .order_by_desc(Column::Overdue)
            .order_by_asc(Column::ReceivedAt)
            .order_by_asc(Column::Id)
            .limit(MOST)
            .all(&db)
            .await?;
        let names = customer::queries::names(&db, rows.iter().filter_map(|row| row.customer_id)).await?;
        let shown: Vec<Mine> = rows
            .into_iter()
            .map(|row| Mine {
                id: row.id,
                number: row.number,
                title: row.title,
                customer_name: row.customer_id.and_then(|id| names.get(&id).cloned()),
                state: row.state,
                priority: row.priority,
                overdue: row.overdue,
                waits_for_customer: row.waits_for_customer,
                received_at: row.received_at,
            })
            .collect();
        OnDesk::of(&shown, total)
    })
}
