//! Reads of calendars' links.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use xianji_platform::identity::queries::is_active;
use xianji_platform::{Conn, Failure, MemberId, ledger};

use super::entity::{CalendarLink, Column, Entity};

/// A member's link that works, if there is one.
pub(super) async fn of(db: &Conn<'_>, member: MemberId) -> Result<Option<CalendarLink>, Failure> {
    Ok(Entity::find()
        .filter(Column::MemberId.eq(member))
        .filter(Column::RevokedAt.is_null())
        .order_by_desc(Column::Id)
        .one(db)
        .await?)
}

/// The link behind a token, as long as it was not taken back and its member works here.
pub(super) async fn of_token(db: &Conn<'_>, token: &str) -> Result<CalendarLink, Failure> {
    let token = token.strip_suffix(".ics").unwrap_or(token);
    let found = Entity::find()
        .filter(Column::TokenHash.eq(ledger::hash(token.as_bytes())))
        .filter(Column::RevokedAt.is_null())
        .one(db)
        .await?;
    let nothing = || Failure::not_found("calendar");
    let link = found.ok_or_else(nothing)?;
    match is_active(db, link.member_id).await? {
        true => Ok(link),
        false => Err(nothing()),
    }
}
