//! Erasing what is known of a member as a person, when the law asks for it. Who did what stays told by the id, so that counts, times and the
//! chain of the ledger stand; what the id stood for is gone.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::actions::{end_sessions, find, save};
use super::events::MemberErased;
use super::{Member, MemberError};
use crate::failure::Failure;
use crate::id::{MemberId, Subject};
use crate::identity::entity::{absence, delegation};
use crate::ledger;
use crate::work::Work;

/// Erases a member who has left.
pub async fn erase(work: &mut Work, id: MemberId) -> Result<Member, Failure> {
    let mut member = find(work, id, "person.erase").await?;
    work.expect_version(member.version)?;
    if member.is_active() {
        return Err(MemberError::Active.into());
    }
    member.forget();
    save(work, &mut member).await?;
    end_sessions(work, id).await?;
    absence::Entity::update_many()
        .col_expr(absence::Column::Reason, Expr::value(""))
        .filter(absence::Column::MemberId.eq(id))
        .exec(&work.db())
        .await?;
    delegation::Entity::update_many()
        .col_expr(delegation::Column::Reason, Expr::value(""))
        .filter(delegation::Column::MemberId.eq(id))
        .exec(&work.db())
        .await?;
    let values = ledger::erase(work, &Subject::new("member", id)).await?;
    work.record(MemberErased { member: id, values }).await?;
    Ok(member)
}
