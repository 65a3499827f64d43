//! Groups of customers by a mark, in the order of the marks, so that a page costs what it shows.

use std::collections::HashMap;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ExprTrait, Func};
use sea_orm::{QueryOrder, QuerySelect, QueryTrait};
use xianji_platform::{Conn, Failure, Scope};

use super::super::entity::{Column, Entity, Model as Customer};
use super::super::queries::visible;
use super::{TwinMark, Twins};
use crate::contact::entity as contact;
use crate::id::CustomerId;

/// Groups on a page.
const PAGE: u64 = 20;
/// Customers of a group that are shown.
const SHOWN: usize = 20;

/// A page of groups after a mark, within what a scope may see; the last mark comes back when there are more.
pub async fn page(
    db: &Conn<'_>,
    scope: &Scope,
    mark: TwinMark,
    after: Option<&str>,
) -> Result<(Vec<Twins>, Option<String>), Failure> {
    // A phone number is confidential and must not stand in a cursor: its pages are counted.
    let passed: u64 = after.and_then(|text| text.parse().ok()).unwrap_or_default();
    let mut keys = match mark {
        TwinMark::Name => own(db, scope, Column::MatchKey, after).await?,
        TwinMark::ShortName => own(db, scope, Column::ShortNameKey, after).await?,
        TwinMark::MailDomain => own(db, scope, Column::MailDomain, after).await?,
        TwinMark::Phone => of_contacts(db, scope, passed).await?,
    };
    let more = keys.len() as u64 > PAGE;
    keys.truncate(PAGE as usize);
    let next = match mark {
        TwinMark::Phone => Some((passed + PAGE).to_string()),
        TwinMark::Name | TwinMark::ShortName | TwinMark::MailDomain => keys.last().cloned(),
    };
    let next = next.filter(|_| more);
    let mut groups = match mark {
        TwinMark::Name => sharing(db, scope, Column::MatchKey, &keys).await?,
        TwinMark::ShortName => sharing(db, scope, Column::ShortNameKey, &keys).await?,
        TwinMark::MailDomain => sharing(db, scope, Column::MailDomain, &keys).await?,
        TwinMark::Phone => sharing_phone(db, scope, &keys).await?,
    };
    let twins = keys.into_iter().map(|key| {
        let mut customers = groups.remove(&key).unwrap_or_default();
        customers.truncate(SHOWN);
        Twins { key, customers }
    });
    Ok((twins.collect(), next))
}

fn live(scope: &Scope) -> Select<Entity> {
    visible(scope)
        .filter(Column::ArchivedAt.is_null())
        .filter(Column::MergedInto.is_null())
}

async fn own(
    db: &Conn<'_>,
    scope: &Scope,
    column: Column,
    after: Option<&str>,
) -> Result<Vec<String>, Failure> {
    let keys = live(scope)
        .filter(column.gt(after.unwrap_or_default()))
        .select_only()
        .column(column)
        .group_by(column)
        .having(Expr::col((Entity, Column::Id)).count().gt(1))
        .order_by_asc(column)
        .limit(PAGE + 1);
    Ok(keys.into_tuple().all(db).await?)
}

/// Mobile numbers under which contacts of several customers are reached.
async fn of_contacts(db: &Conn<'_>, scope: &Scope, passed: u64) -> Result<Vec<String>, Failure> {
    use contact::Column as ContactColumn;
    let seen = live(scope).select_only().column(Column::Id).into_query();
    let customers = Func::count_distinct(Expr::col((contact::Entity, ContactColumn::CustomerId)));
    let keys = contact::Entity::find()
        .filter(ContactColumn::ArchivedAt.is_null())
        .filter(ContactColumn::CustomerId.in_subquery(seen))
        .filter(ContactColumn::MobileKey.is_not_null())
        .select_only()
        .column(ContactColumn::MobileKey)
        .group_by(ContactColumn::MobileKey)
        .having(Expr::expr(customers).gt(1))
        .order_by_asc(ContactColumn::MobileKey)
        .offset(passed)
        .limit(PAGE + 1);
    Ok(keys.into_tuple().all(db).await?)
}

async fn sharing(
    db: &Conn<'_>,
    scope: &Scope,
    column: Column,
    keys: &[String],
) -> Result<HashMap<String, Vec<Customer>>, Failure> {
    let mut groups: HashMap<String, Vec<Customer>> = HashMap::new();
    if keys.is_empty() {
        return Ok(groups);
    }
    let rows = live(scope).filter(column.is_in(keys)).order_by_asc(Column::Id);
    for row in rows.all(db).await? {
        let key = match column {
            Column::ShortNameKey => row.short_name_key.clone(),
            Column::MailDomain => row.mail_domain.clone(),
            _ => Some(row.match_key.clone()),
        };
        groups.entry(key.unwrap_or_default()).or_default().push(row);
    }
    Ok(groups)
}

async fn sharing_phone(
    db: &Conn<'_>,
    scope: &Scope,
    keys: &[String],
) -> Result<HashMap<String, Vec<Customer>>, Failure> {
    use contact::Column as ContactColumn;
    let mut groups: HashMap<String, Vec<Customer>> = HashMap::new();
    if keys.is_empty() {
        return Ok(groups);
    }
    let rows: Vec<(Option<String>, CustomerId)> = contact::Entity::find()
        .select_only()
        .column(ContactColumn::MobileKey)
        .column(ContactColumn::CustomerId)
        .distinct()
        .filter(ContactColumn::ArchivedAt.is_null())
        .filter(ContactColumn::MobileKey.is_in(keys))
        .order_by_asc(ContactColumn::CustomerId)
        .into_tuple()
        .all(db)
        .await?;
    let ids = rows.iter().map(|(_, customer)| *customer);
    let customers = live(scope).filter(Column::Id.is_in(ids)).all(db).await?;
    let known: HashMap<CustomerId, Customer> = customers.into_iter().map(|one| (one.id, one)).collect();
    for (key, customer) in rows {
        if let (Some(key), Some(customer)) = (key, known.get(&customer)) {
            groups.entry(key).or_default().push(customer.clone());
        }
    }
    Ok(groups)
}
