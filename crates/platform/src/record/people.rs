//! Where members stand today and what they are called, as far as records need it.

use std::collections::HashMap;

use crate::database::Conn;
use crate::identity::entity::{member, membership};
use crate::{DepartmentId, Failure, MemberId, Work, subject};
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, QueryOrder};
use serde::Serialize;
use utoipa::ToSchema;

/// A member as records name one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct MemberName {
    /// Who.
    pub id: MemberId,
    /// What people call them.
    pub name: String,
}

/// Names of members, read once for an answer.
#[derive(Default)]
pub struct Names(HashMap<MemberId, String>);

impl Names {
    /// Reads the names of all these members in one query.
    pub async fn read(
        db: &Conn<'_>,
        members: impl IntoIterator<Item = impl Into<Option<MemberId>>>,
    ) -> Result<Self, Failure> {
        let ids: Vec<MemberId> = members.into_iter().filter_map(Into::into).collect();
        Ok(Self(subject::names(db, &ids).await?))
    }

    /// The member as records name one.
    pub fn of(&self, member: impl Into<Option<MemberId>>) -> Option<MemberName> {
        member.into().map(|id| self.one(id))
    }

    /// The same where there surely is one.
    pub fn one(&self, id: MemberId) -> MemberName {
        MemberName {
            id,
            name: self.0.get(&id).cloned().unwrap_or_default(),
        }
    }
}

/// The department of a member who works here today.
pub async fn department_of(work: &Work, id: MemberId) -> Result<Option<DepartmentId>, Failure> {
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
