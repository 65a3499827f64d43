//! Reads of contacts: through their customer.

use sea_orm::entity::prelude::*;
use sea_orm::{Condition, QueryOrder, QuerySelect, QueryTrait};
use xianji_platform::database::Conn;
use xianji_platform::{Failure, Scope};

use super::entity::{Column, Entity, Model as Contact};
use crate::customer::{self, Customer};
use crate::id::{ContactId, CustomerId};

/// Contacts of the customers that a scope may see.
pub fn visible(scope: &Scope) -> Select<Entity> {
    let customers = customer::queries::visible(scope)
        .select_only()
        .column(customer::entity::Column::Id)
        .into_query();
    Entity::find().filter(Column::CustomerId.in_subquery(customers))
}

/// One that the scope may see, with its customer.
pub async fn find(db: &Conn<'_>, scope: &Scope, id: ContactId) -> Result<(Contact, Customer), Failure> {
    let contact = Entity::find_by_id(id)
        .one(db)
        .await?
        .ok_or_else(|| Failure::not_found("contact"))?;
    let customer = customer::queries::find(db, scope, contact.customer_id)
        .await
        .map_err(|failure| match failure.code() {
            Some("not-found") => Failure::not_found("contact"),
            _ => failure,
        })?;
    Ok((contact, customer))
}

/// One without regard to who asks: for the house's own mail.
pub(crate) async fn any(db: &Conn<'_>, id: ContactId) -> Result<Option<Contact>, Failure> {
    Ok(Entity::find_by_id(id).one(db).await?)
}

/// Those with these ids, without regard to who asks: for the house's own checks and for the names on records that the reader sees.
pub(crate) async fn of_ids(db: &Conn<'_>, ids: &[ContactId]) -> Result<Vec<Contact>, Failure> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let known = Entity::find().filter(Column::Id.is_in(ids.iter().copied()));
    Ok(known.all(db).await?)
}

/// Live contacts of a customer, first those to ask first.
pub async fn of_customer(db: &Conn<'_>, customer: CustomerId) -> Result<Vec<Contact>, Failure> {
    let live = Entity::find()
        .filter(Column::CustomerId.eq(customer))
        .filter(Column::ArchivedAt.is_null());
    Ok(live
        .order_by_desc(Column::Main)
        .order_by_asc(Column::SortKey)
        .limit(200)
        .all(db)
        .await?)
}

/// How many live contacts a customer has.
pub async fn count_of(db: &Conn<'_>, customer: CustomerId) -> Result<u64, Failure> {
    let live = Entity::find()
        .filter(Column::CustomerId.eq(customer))
        .filter(Column::ArchivedAt.is_null());
    Ok(live.count(db).await?)
}

/// Customers that are reached under this number.
pub async fn customers_of_phone(db: &Conn<'_>, key: &str) -> Result<Vec<CustomerId>, Failure> {
    customers(
        db,
        Condition::any()
            .add(Column::PhoneKey.eq(key))
            .add(Column::MobileKey.eq(key)),
    )
    .await
}

/// Customers that write from this address.
pub async fn customers_of_email(db: &Conn<'_>, key: &str) -> Result<Vec<CustomerId>, Failure> {
    customers(db, Condition::all().add(Column::EmailKey.eq(key))).await
}

/// Customers that write from this domain.
pub async fn customers_of_domain(db: &Conn<'_>, domain: &str) -> Result<Vec<CustomerId>, Failure> {
    customers(db, Condition::all().add(Column::EmailDomain.eq(domain))).await
}

/// Customers whose live contacts have one of these keys in a column, each with the key.
pub(crate) async fn customers_by(
    db: &Conn<'_>,
    column: Column,
    keys: Vec<String>,
) -> Result<Vec<(CustomerId, Option<String>)>, Failure> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let rows = Entity::find()
        .select_only()
        .column(Column::CustomerId)
        .column(column)
        .filter(column.is_in(keys))
        .filter(Column::ArchivedAt.is_null())
        .order_by_asc(Column::Id);
    Ok(rows.into_tuple().all(db).await?)
}

async fn customers(db: &Conn<'_>, condition: Condition) -> Result<Vec<CustomerId>, Failure> {
    let rows = Entity::find()
        .select_only()
        .column(Column::CustomerId)
        .distinct()
        .filter(condition)
        .filter(Column::ArchivedAt.is_null())
        .limit(10)
        .into_tuple::<CustomerId>()
        .all(db)
        .await?;
    Ok(rows)
}
