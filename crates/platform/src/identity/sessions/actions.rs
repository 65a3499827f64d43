//! Ending log-ins. That somebody ended them is evidence; that they ran out is book-keeping.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::SessionsEnded;
use crate::failure::Failure;
use crate::id::MemberId;
use crate::identity::entity::session::{Column, Entity};
use crate::identity::member::actions::find_own;
use crate::work::Work;

/// Ends one log-in, or all when none is named.
pub async fn end(work: &mut Work, member: MemberId, one: Option<&str>) -> Result<(), Failure> {
    find_own(work, member, "member.update").await?;
    let mut ended = Entity::delete_many().filter(Column::MemberId.eq(member));
    if let Some(id) = one {
        ended = ended.filter(Column::IdHash.eq(id));
    }
    let count = ended.exec(&work.db()).await?.rows_affected;
    if count == 0 && one.is_some() {
        return Err(Failure::not_found("session"));
    }
    if count > 0 {
        work.record(SessionsEnded { member, count }).await?;
    }
    Ok(())
}
