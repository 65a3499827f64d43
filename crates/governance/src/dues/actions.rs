//! Making a calendar's link, and taking it back.

use chrono::TimeDelta;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use uuid::Uuid;
use xianji_platform::{Actor, App, Failure, MemberId, Subject, Work, ledger};

use super::entity::{ActiveModel, CalendarLink, Column, Entity};

/// That it was read is noted this often at most, so that reading does not write.
const NOTED: TimeDelta = TimeDelta::hours(1);

/// Makes a link; one that there was works no more. The token is answered once and kept nowhere.
pub(super) async fn make(work: &mut Work) -> Result<(CalendarLink, String), Failure> {
    let me = myself(work)?;
    take_back(work, me).await?;
    let token = format!("{}{}", Uuid::new_v4().simple(), Uuid::new_v4().simple());
    let link = CalendarLink {
        id: work.next_id(),
        member_id: me,
        token_hash: ledger::hash(token.as_bytes()),
        created_at: work.now,
        used_at: None,
        revoked_at: None,
    };
    let row = ActiveModel {
        id: Set(link.id),
        member_id: Set(me),
        token_hash: Set(link.token_hash.clone()),
        created_at: Set(work.now),
        used_at: Set(None),
        revoked_at: Set(None),
    };
    Entity::insert(row).exec_without_returning(&work.db()).await?;
    let facts = json!({ "link": link.id });
    work.record_named("member.calendar_shared", Subject::new("member", me), facts)
        .await?;
    Ok((link, token))
}

/// Takes the link back.
pub(super) async fn revoke(work: &mut Work) -> Result<(), Failure> {
    let me = myself(work)?;
    if take_back(work, me).await? == 0 {
        return Err(Failure::not_found("calendar"));
    }
    work.record_named("member.calendar_closed", Subject::new("member", me), json!({}))
        .await?;
    Ok(())
}

fn myself(work: &Work) -> Result<MemberId, Failure> {
    work.actor().member().ok_or_else(|| Failure::not_found("member"))
}

async fn take_back(work: &Work, member: MemberId) -> Result<u64, Failure> {
    let done = Entity::update_many()
        .col_expr(Column::RevokedAt, Expr::value(work.now))
        .filter(Column::MemberId.eq(member))
        .filter(Column::RevokedAt.is_null())
        .exec(&work.db())
        .await?;
    Ok(done.rows_affected)
}

/// Notes that a calendar was read, so that its member sees whether it is in use.
pub(super) async fn note_use(app: &App, link: &CalendarLink) -> Result<(), Failure> {
    if link.used_at.is_some_and(|at| app.now() - at < NOTED) {
        return Ok(());
    }
    let work = app.begin(Actor::system()).await?;
    Entity::update_many()
        .col_expr(Column::UsedAt, Expr::value(work.now))
        .filter(Column::Id.eq(link.id))
        .exec(&work.db())
        .await?;
    work.commit().await
}
