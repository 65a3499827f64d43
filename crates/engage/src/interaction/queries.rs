//! Reads of interactions: one's own, those of one's reach, and those of customers that one may see (they are shared at once).

use sea_orm::entity::prelude::*;
use sea_orm::{Condition, QuerySelect, QueryTrait};
use xianji_platform::database::Conn;
use xianji_platform::{Failure, Scope};

use super::entity::{Column, Entity, Model as Interaction};
use crate::customer;
use crate::id::InteractionId;
use xianji_platform::record::rows::within;

/// All that a scope may see.
pub fn visible(scope: &Scope) -> Select<Entity> {
    let customers = customer::queries::visible(scope)
        .select_only()
        .column(customer::entity::Column::Id)
        .into_query();
    let own = within(scope, Column::Id, Column::OwnerId, Column::DepartmentId, None);
    Entity::find().filter(
        Condition::any()
            .add(own)
            .add(Column::CustomerId.in_subquery(customers)),
    )
}

/// One that the scope may see.
pub async fn find(db: &Conn<'_>, scope: &Scope, id: InteractionId) -> Result<Interaction, Failure> {
    let found = visible(scope).filter(Column::Id.eq(id)).one(db).await?;
    found.ok_or_else(|| Failure::not_found("interaction"))
}
