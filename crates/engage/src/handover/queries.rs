//! Reads of handovers: by those whom they concern, and by those who may see the inquiry.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::SelectStatement;
use sea_orm::{Condition, QueryOrder, QuerySelect, QueryTrait};
use xianji_platform::database::Conn;
use xianji_platform::{Failure, MemberId, Scope};

use super::entity::{Column, Entity, HandoverState, Model as Handover};
use crate::id::{HandoverId, InquiryId};
use xianji_platform::record::rows::within;

/// All that a scope may see.
pub fn visible(scope: &Scope) -> Select<Entity> {
    let mut seen = Condition::any().add(within(
        scope,
        Column::Id,
        Column::ToId,
        Column::DepartmentId,
        None,
    ));
    if scope.reach.is_some()
        && let Some(member) = scope.member
    {
        seen = seen.add(Column::FromId.eq(member));
    }
    Entity::find().filter(seen)
}

/// One that the scope may see.
pub async fn find(db: &Conn<'_>, scope: &Scope, id: HandoverId) -> Result<Handover, Failure> {
    let found = visible(scope).filter(Column::Id.eq(id)).one(db).await?;
    Ok(name(found.ok_or_else(|| Failure::not_found("handover"))?))
}

fn name(mut row: Handover) -> Handover {
    row.named = vec![row.from_id, row.to_id];
    row
}

/// Those of an inquiry, newest first.
pub async fn of_inquiry(db: &Conn<'_>, inquiry: InquiryId) -> Result<Vec<Handover>, Failure> {
    let rows = Entity::find()
        .filter(Column::InquiryId.eq(inquiry))
        .order_by_desc(Column::Id)
        .limit(50)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(name).collect())
}

/// Handovers that wait for the reader, or that the reader may see, newest first.
pub async fn seen(
    db: &Conn<'_>,
    scope: &Scope,
    state: Option<HandoverState>,
) -> Result<Vec<Handover>, Failure> {
    let mut select = visible(scope);
    if let Some(state) = state {
        select = select.filter(Column::State.eq(state));
    }
    Ok(select
        .order_by_desc(Column::Id)
        .limit(200)
        .all(db)
        .await?
        .into_iter()
        .map(name)
        .collect())
}

/// Inquiries of which a handover was offered to a member and not refused.
pub fn inquiries_offered_to(member: MemberId) -> SelectStatement {
    Entity::find()
        .select_only()
        .column(Column::InquiryId)
        .filter(Column::ToId.eq(member))
        .filter(Column::State.ne(HandoverState::Refused))
        .into_query()
}

/// Members to whom an inquiry was offered and who did not refuse.
pub async fn offered_to(db: &Conn<'_>, inquiry: InquiryId) -> Result<Vec<MemberId>, Failure> {
    let rows = Entity::find()
        .filter(Column::InquiryId.eq(inquiry))
        .filter(Column::State.ne(HandoverState::Refused))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| row.to_id).collect())
}
