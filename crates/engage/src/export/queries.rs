//! Reads of customer data on its way out.

use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};
use xianji_platform::database::Conn;
use xianji_platform::http::Total;
use xianji_platform::list;
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

/// Runs on a page.
const PAGE: usize = 50;

/// A page of those that the scope may see, newest first, with where the next begins and how many there are; of a single customer, where one
/// is named.
pub async fn seen(
    db: &Conn<'_>,
    scope: &Scope,
    customer: Option<CustomerId>,
    before: Option<ExportRunId>,
) -> Result<(Vec<ExportRun>, Option<ExportRunId>, Total), Failure> {
    let mut select = visible(scope);
    if let Some(customer) = customer {
        select = select.filter(Column::CustomerId.eq(customer));
    }
    let total = list::count(db, &select, Column::Id).await?;
    if let Some(before) = before {
        select = select.filter(Column::Id.lt(before));
    }
    let mut runs = select
        .order_by_desc(Column::Id)
        .limit(PAGE as u64 + 1)
        .all(db)
        .await?;
    let more = runs.len() > PAGE;
    runs.truncate(PAGE);
    let next = runs.last().map(|run| run.id).filter(|_| more);
    Ok((runs, next, total))
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
