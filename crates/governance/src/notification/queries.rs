//! What a member was told.

use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;
use xianji_platform::{Conn, Failure, MemberId};

use super::NotificationId;
use super::entity::{Column, Entity, Model};

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
    let mine = || Entity::find().filter(Column::MemberId.eq(member.unwrap_or(MemberId(Uuid::nil()))));
    let mut select = mine();
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
    let unread = mine()
        .filter(Column::ReadAt.is_null())
        .limit(COUNTED)
        .count(db)
        .await?;
    Ok(Page { rows, next, unread })
}
