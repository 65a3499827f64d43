//! Reads of customer data on its way out.

use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};
use xianji_platform::database::Conn;
use xianji_platform::record::rows::within;
use xianji_platform::{Failure, Scope, ledger};

use super::entity::{Column, Entity, Model as ExportRun};
use super::model::ExportError;
use crate::id::{CustomerId, ExportRunId};

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
pub async fn find(db: &Conn<'_>, scope: &Scope, id: ExportRunId) -> Result<ExportRun, Failure> {
    let found = visible(scope).filter(Column::Id.eq(id)).one(db).await?;
    found.ok_or_else(|| Failure::not_found("export_run"))
}

/// Those that the scope may see, newest first; of a single customer, where one is named.
pub async fn seen(
    db: &Conn<'_>,
    scope: &Scope,
    customer: Option<CustomerId>,
) -> Result<Vec<ExportRun>, Failure> {
    let mut select = visible(scope);
    if let Some(customer) = customer {
        select = select.filter(Column::CustomerId.eq(customer));
    }
    Ok(select.order_by_desc(Column::Id).limit(200).all(db).await?)
}

/// One without regard to who asks: for what the house learns of approvals.
pub(super) async fn any(db: &Conn<'_>, id: ExportRunId) -> Result<Option<ExportRun>, Failure> {
    Ok(Entity::find_by_id(id).one(db).await?)
}

/// The one behind a link's token. A link that ended leads nowhere.
pub async fn of_token(db: &Conn<'_>, token: &str) -> Result<ExportRun, Failure> {
    let found = Entity::find()
        .filter(Column::TokenHash.eq(ledger::hash(token.as_bytes())))
        .one(db)
        .await?;
    found.ok_or_else(|| ExportError::Ended.into())
}
