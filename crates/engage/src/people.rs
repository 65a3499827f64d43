//! Where members stand today and what they are called, as far as records need it.

use std::collections::HashMap;

use sea_orm::entity::prelude::*;
use sea_orm::{Condition, QueryOrder};
use serde::Serialize;
use utoipa::ToSchema;
use xianji_platform::database::Conn;
use xianji_platform::identity::entity::{member, membership};
use xianji_platform::{DepartmentId, Failure, MemberId, Work};

/// A member as records name one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct MemberName {
    pub id: MemberId,
    pub name: String,
}

/// Names of members, for answers.
#[derive(Default)]
pub(crate) struct Names(HashMap<MemberId, String>);

impl Names {
    /// Reads the names of these, each once.
    pub async fn read(
        db: &Conn<'_>,
        ids: impl IntoIterator<Item = Option<MemberId>>,
    ) -> Result<Self, Failure> {
        let mut ids: Vec<MemberId> = ids.into_iter().flatten().collect();
        ids.sort_unstable();
        ids.dedup();
        if ids.is_empty() {
            return Ok(Self::default());
        }
        let rows = member::Entity::find()
            .filter(member::Column::Id.is_in(ids))
            .all(db)
            .await?;
        Ok(Self(rows.into_iter().map(|row| (row.id, row.name)).collect()))
    }

    /// The member as records name one.
    pub fn of(&self, id: Option<MemberId>) -> Option<MemberName> {
        id.map(|id| MemberName {
            id,
            name: self.0.get(&id).cloned().unwrap_or_default(),
        })
    }
}

/// The department of a member who works here today.
pub(crate) async fn department_of(work: &Work, id: MemberId) -> Result<Option<DepartmentId>, Failure> {
    let today = work.policies().today(work.now);
    let works_here = member::Entity::find_by_id(id)
        .filter(member::Column::DeactivatedAt.is_null())
        .one(&work.db())
        .await?;
    if works_here.is_none() {
        return Ok(None);
    }
    let until = Condition::any()
        .add(membership::Column::UntilDate.is_null())
        .add(membership::Column::UntilDate.gt(today));
    let row = membership::Entity::find()
        .filter(membership::Column::MemberId.eq(id))
        .filter(membership::Column::FromDate.lte(today))
        .filter(until)
        .order_by_desc(membership::Column::FromDate)
        .one(&work.db())
        .await?;
    Ok(row.map(|row| row.department_id))
}
