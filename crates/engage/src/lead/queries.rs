//! Reads of leads.

use sea_orm::entity::prelude::*;
use xianji_platform::database::Conn;
use xianji_platform::{Failure, Scope};

use super::entity::{Column, Entity, Model as Lead};
use crate::id::LeadId;
use xianji_platform::record::rows::within;

/// All that a scope may see.
pub fn visible(scope: &Scope) -> Select<Entity> {
    Entity::find().filter(within(
        scope,
        Column::Id,
        Column::OwnerId,
        Column::DepartmentId,
        None,
    ))
}

/// One that the scope may see.
pub async fn find(db: &Conn<'_>, scope: &Scope, id: LeadId) -> Result<Lead, Failure> {
    let found = visible(scope).filter(Column::Id.eq(id)).one(db).await?;
    found.ok_or_else(|| Failure::not_found("lead"))
}
