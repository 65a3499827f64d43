//! Reads of inquiries.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{SelectStatement, UnionType};
use sea_orm::{Condition, QueryOrder, QuerySelect, QueryTrait};
use xianji_governance::extra::{self, MissingField};
use xianji_governance::{Context, GateItem, gate};
use xianji_kernel::text::Language;
use xianji_platform::database::Conn;
use xianji_platform::{Actor, App, Failure, MemberId, Owned, Scope};

use super::entity::{Column, Entity, InquiryState, Model as Inquiry};
use crate::id::InquiryId;
use crate::{customer, handover};
use xianji_platform::record::rows::within;

/// All that a scope may see.
pub fn visible(scope: &Scope) -> Select<Entity> {
    let named = scope.member.map(named_on);
    Entity::find().filter(within(
        scope,
        Column::Id,
        Column::OwnerId,
        Column::DepartmentId,
        named,
    ))
}

/// Those of which a member is assignee or receiver, or to whom they were offered.
fn named_on(member: MemberId) -> SelectStatement {
    let involved = Condition::any()
        .add(Column::AssigneeId.eq(member))
        .add(Column::ReceiverId.eq(member));
    let mut select = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(involved)
        .into_query();
    select.union(
        UnionType::Distinct,
        handover::queries::inquiries_offered_to(member),
    );
    select
}

/// One that the scope may see, with who is named on it.
pub async fn find(db: &Conn<'_>, scope: &Scope, id: InquiryId) -> Result<Inquiry, Failure> {
    let found = visible(scope).filter(Column::Id.eq(id)).one(db).await?;
    name(db, found.ok_or_else(|| Failure::not_found("inquiry"))?).await
}

/// One without regard to who asks: for the house's own matching.
pub async fn any(db: &Conn<'_>, id: InquiryId) -> Result<Option<Inquiry>, Failure> {
    match Entity::find_by_id(id).one(db).await? {
        Some(row) => name(db, row).await.map(Some),
        None => Ok(None),
    }
}

/// One by its number, without regard to who asks.
pub async fn by_number(db: &Conn<'_>, number: &str) -> Result<Option<Inquiry>, Failure> {
    match Entity::find().filter(Column::Number.eq(number)).one(db).await? {
        Some(row) => name(db, row).await.map(Some),
        None => Ok(None),
    }
}

async fn name(db: &Conn<'_>, mut row: Inquiry) -> Result<Inquiry, Failure> {
    row.named = [row.assignee_id, row.receiver_id].into_iter().flatten().collect();
    row.named.extend(handover::queries::offered_to(db, row.id).await?);
    Ok(row)
}

/// When each of these members was last given an inquiry.
pub async fn last_assigned(
    db: &Conn<'_>,
    members: &[MemberId],
) -> Result<Vec<(MemberId, DateTimeUtc)>, Failure> {
    if members.is_empty() {
        return Ok(Vec::new());
    }
    let rows = Entity::find()
        .select_only()
        .column(Column::AssigneeId)
        .column_as(Column::AssignedAt.max(), "last")
        .filter(Column::AssigneeId.is_in(members.iter().copied()))
        .filter(Column::AssignedAt.is_not_null())
        .group_by(Column::AssigneeId)
        .into_tuple::<(MemberId, DateTimeUtc)>()
        .all(db)
        .await?;
    Ok(rows)
}

/// Open inquiries of a customer, newest first.
pub async fn open_of_customer(
    db: &Conn<'_>,
    customer: crate::id::CustomerId,
) -> Result<Vec<Inquiry>, Failure> {
    let open = Entity::find()
        .filter(Column::CustomerId.eq(customer))
        .filter(Column::State.ne(InquiryState::Closed));
    Ok(open.order_by_desc(Column::Id).limit(50).all(db).await?)
}

/// Fields that the pack asks for before it is closed and that are empty (CTL-INQ-04).
pub async fn missing(
    app: &App,
    db: &Conn<'_>,
    inquiry: &Inquiry,
    language: Language,
) -> Result<Vec<MissingField>, Failure> {
    let customer = match inquiry.customer_id {
        Some(id) => customer::entity::Entity::find_by_id(id).one(db).await?,
        None => None,
    };
    let book = app.policies();
    let pack = inquiry.pack_version_id.and_then(|id| book.version(id));
    let facts = super::facts::of(inquiry, customer.as_ref());
    Ok(extra::missing_at(
        app,
        pack.map(AsRef::as_ref),
        &facts,
        "closed",
        language,
    ))
}

/// What the pack's gate asks before an inquiry is closed.
pub async fn closing_items(
    ctx: &Context<'_>,
    actor: &Actor,
    inquiry: &Inquiry,
) -> Result<Vec<GateItem>, Failure> {
    gate::items(ctx, actor, &inquiry.subject(), "inquiry.close").await
}
