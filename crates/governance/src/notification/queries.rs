//! What a member was told.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use uuid::Uuid;
use xianji_platform::{Conn, Failure, MemberId};

use super::NotificationId;
use super::entity::{Column, Entity, Model};
use crate::obligation::ObligationId;

const PAGE: u64 = 50;
const COUNTED: u64 = 100;

/// A page, the latest first.
pub(super) struct Page {
    pub rows: Vec<Model>,
    pub next: Option<NotificationId>,
    pub unread: u64,
}

/// The member's own; nobody reads another's.
pub(super) async fn page(
    db: &Conn<'_>,
    member: Option<MemberId>,
    unread: bool,
    cursor: Option<NotificationId>,
) -> Result<Page, Failure> {
    let mut select = of_member(member);
    if unread {
        select = select.filter(Column::ReadAt.is_null());
    }
    if let Some(cursor) = cursor {
        select = select.filter(Column::Id.lt(cursor));
    }
    let mut rows = select.order_by_desc(Column::Id).limit(PAGE + 1).all(db).await?;
    let more = rows.len() as u64 > PAGE;
    rows.truncate(PAGE as usize);
    let next = rows.last().filter(|_| more).map(|row| row.id);
    let unread = unread_of(db, member).await?;
    Ok(Page { rows, next, unread })
}

/// How many the member has not read, counted as far as anybody asks.
pub(super) async fn unread_of(db: &Conn<'_>, member: Option<MemberId>) -> Result<u64, Failure> {
    Ok(unread(member).limit(COUNTED).count(db).await?)
}

/// Notices that nobody has to read, which are read with all others: the oldest first, a page of them.
pub(super) async fn free_to_read(db: &Conn<'_>, member: Option<MemberId>) -> Result<Vec<Model>, Failure> {
    Ok(unread(member)
        .filter(Column::Kind.eq("notice"))
        .filter(Column::ObligationId.is_null())
        .order_by_asc(Column::Id)
        .limit(PAGE)
        .all(db)
        .await?)
}

/// Which notice closes an obligation of the member's to read it.
pub(crate) async fn to_read(
    db: &Conn<'_>,
    member: Option<MemberId>,
    obligations: &[ObligationId],
) -> Result<HashMap<ObligationId, NotificationId>, Failure> {
    if obligations.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = unread(member)
        .filter(Column::Kind.eq("notice"))
        .filter(Column::ObligationId.is_in(obligations.iter().copied()))
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| Some((row.obligation_id?, row.id)))
        .collect())
}

fn unread(member: Option<MemberId>) -> Select<Entity> {
    of_member(member).filter(Column::ReadAt.is_null())
}

fn of_member(member: Option<MemberId>) -> Select<Entity> {
    Entity::find().filter(Column::MemberId.eq(member.unwrap_or(MemberId(Uuid::nil()))))
}
