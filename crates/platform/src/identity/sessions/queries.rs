//! Reads of log-ins that have not ended.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::app::App;
use crate::failure::{Failure, Forbidden};
use crate::id::{MemberId, Subject};
use crate::identity::entity::session::{Column, Entity, Model};
use crate::identity::login::is_alive;
use crate::identity::member::At;
use crate::identity::{Actor, may_on, queries};

/// A member's log-ins, the latest used first: for the member, or for whoever may change the member.
pub async fn of(app: &App, actor: &Actor, member: MemberId) -> Result<Vec<Model>, Failure> {
    let (db, now) = (app.reader(), app.now());
    if actor.principal() != Some(member) {
        queries::member(&db, member).await?;
        let today = app.policies().today(now);
        let place = At {
            member,
            department: queries::department_of(&db, member, today).await?,
        };
        if !may_on(app, &db, now, actor, "member.read", &place).await? {
            return Err(Failure::not_found("member"));
        }
        if !may_on(app, &db, now, actor, "member.update", &place).await? {
            let subject = Some(Subject::new("member", member));
            let permission = "member.update".to_owned();
            return Err(Forbidden { permission, subject }.into());
        }
    }
    let rows = Entity::find()
        .filter(Column::MemberId.eq(member))
        .order_by_desc(Column::UsedAt)
        .order_by_asc(Column::IdHash)
        .all(&db)
        .await?;
    Ok(rows.into_iter().filter(|row| is_alive(row, now)).collect())
}
