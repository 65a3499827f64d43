//! Reads of what members want by mail.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, IntoCondition, JoinType, Order, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;
use xianji_platform::{Conn, Failure, MemberId};

use super::entity::{Column, Entity, Setting, state};
use super::model::USUAL_HOUR;

/// Members in one portion of the summaries.
pub(super) const PORTION: u64 = 200;

/// What a member wants.
pub(super) async fn of(db: &Conn<'_>, member: MemberId) -> Result<Setting, Failure> {
    let row = Entity::find_by_id(member).one(db).await?;
    Ok(row.unwrap_or_else(|| Setting::usual(member)))
}

/// The same for several; who never said anything is left out.
pub(super) async fn of_members(
    db: &Conn<'_>,
    members: impl IntoIterator<Item = MemberId>,
) -> Result<HashMap<MemberId, Setting>, Failure> {
    let rows = Entity::find()
        .filter(Column::MemberId.is_in(members))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.member_id, row)).collect())
}

/// How a member's mails went.
pub(super) async fn state_of(db: &Conn<'_>, member: MemberId) -> Result<Option<state::Model>, Failure> {
    Ok(state::Entity::find_by_id(member).one(db).await?)
}

/// Members who have an address and whose hour has come on a day for which nothing was done yet.
pub(super) async fn due_for_digest(
    db: &Conn<'_>,
    day: NaiveDate,
    hour: i32,
) -> Result<Vec<MemberId>, Failure> {
    let (member, setting, state) = (
        Alias::new("member"),
        Alias::new("mail_setting"),
        Alias::new("mail_state"),
    );
    let of = |table: &Alias, column: &str| Expr::col((table.clone(), Alias::new(column)));
    let hour_has_come = of(&setting, "digest_hour").lte(hour).or(of(&setting, "member_id")
        .is_null()
        .and(Expr::val(USUAL_HOUR).lte(hour)));
    let not_done = of(&state, "digest_on")
        .is_null()
        .or(of(&state, "digest_on").lt(day));
    let select = Query::select()
        .column((member.clone(), Alias::new("id")))
        .from(member.clone())
        .join(
            JoinType::LeftJoin,
            setting.clone(),
            of(&setting, "member_id")
                .equals((member.clone(), Alias::new("id")))
                .into_condition(),
        )
        .join(
            JoinType::LeftJoin,
            state.clone(),
            of(&state, "member_id")
                .equals((member.clone(), Alias::new("id")))
                .into_condition(),
        )
        .and_where(of(&member, "deactivated_at").is_null())
        .and_where(of(&member, "email").is_not_null())
        .and_where(hour_has_come)
        .and_where(not_done)
        .order_by((member.clone(), Alias::new("id")), Order::Asc)
        .limit(PORTION)
        .to_owned();
    let rows = db.query_all(&select).await?;
    let ids = rows
        .iter()
        .map(|row| Ok(MemberId(row.try_get_by_index::<Uuid>(0)?)));
    ids.collect()
}
