//! What the list of customers is filtered and sorted by.

use sea_orm::Condition;
use sea_orm::entity::prelude::*;
use xianji_platform::http::Call;
use xianji_platform::list::{self, Context, Field, FieldKind, ListQuery, Paged, Shape};
use xianji_platform::{Failure, Invalid};

use super::entity::{Column, Entity, Model as Customer};
use super::{keys, queries};
use crate::id::CustomerId;

/// A page of what the caller may see. Archived ones show when the filter speaks of `archived_at`.
pub async fn page(call: &Call, query: &ListQuery) -> Result<Paged<Customer>, Failure> {
    let mut select = queries::visible(&call.scope("customer.read")).filter(Column::MergedInto.is_null());
    if !query
        .filter
        .as_deref()
        .unwrap_or_default()
        .contains("archived_at")
    {
        select = select.filter(Column::ArchivedAt.is_null());
    }
    list::page(
        &call.db(),
        select,
        &shape(),
        query,
        &xianji_platform::record::rows::context(call),
        "name",
    )
    .await
}

/// The live customers that an export is about: one, or all that the maker sees and a filter finds.
pub fn exported(
    call: &Call,
    one: Option<CustomerId>,
    filter: Option<&str>,
    words: Option<&str>,
) -> Result<Select<Entity>, Failure> {
    let mut select = queries::visible(&call.scope("customer.read"))
        .filter(Column::ArchivedAt.is_null())
        .filter(Column::MergedInto.is_null());
    if let Some(id) = one {
        select = select.filter(Column::Id.eq(id));
    }
    if let Some(filter) = filter.filter(|filter| !filter.trim().is_empty()) {
        let context = xianji_platform::record::rows::context(call);
        select = select.filter(list::parse_filter(filter, &shape(), &context).map_err(Invalid)?);
    }
    if let Some(words) = words.filter(|words| !words.trim().is_empty()) {
        select = select.filter(search(words));
    }
    Ok(select)
}

/// How many customers an export would be about now.
pub async fn count_exported(call: &Call, filter: Option<&str>, words: Option<&str>) -> Result<u64, Failure> {
    let select = exported(call, None, filter, words)?;
    Ok(list::count(&call.db(), &select, Column::Id).await?.count)
}

fn shape() -> Shape<Entity> {
    use FieldKind::*;
    Shape {
        fields: vec![
            Field::column("number", Text, Column::Number),
            Field {
                column: Some(Column::SortKey),
                sortable: true,
                empty: false,
                ..Field::custom("name", Text, by_name)
            },
            Field::column("kind", Choice, Column::Kind),
            Field::maybe("short_name", Text, Column::ShortName),
            Field::maybe("credit_code", Text, Column::CreditCode),
            Field::maybe("industry", Text, Column::Industry),
            Field::maybe("region", Text, Column::Region),
            Field::maybe("source", Text, Column::Source),
            Field::maybe("budget", Money, Column::BudgetHome),
            Field::column("complete", Flag, Column::Complete),
            Field::column("active", Flag, Column::Active),
            Field::column("contact_count", Integer, Column::ContactCount),
            Field::column("last_active_at", Instant, Column::LastActiveAt),
            Field::maybe("owner", Member, Column::OwnerId),
            Field::maybe("department", Department, Column::DepartmentId),
            Field::maybe("archived_at", Instant, Column::ArchivedAt),
            Field::column("created_at", Instant, Column::CreatedAt),
            Field::column("updated_at", Instant, Column::UpdatedAt),
        ],
        id: Column::Id,
        search: Some(search),
    }
}

/// Names are filtered by their matching key and sorted by their sound.
fn by_name(op: &str, value: &serde_json::Value, _: &Context) -> Option<Condition> {
    let key = keys::name_key(value.as_str()?);
    let found = match op {
        "eq" => Column::NameKey.eq(key),
        "ne" => Column::NameKey.ne(key),
        "contains" => Column::NameKey.contains(&key),
        "starts" => Column::NameKey.starts_with(&key),
        _ => return None,
    };
    Some(Condition::all().add(found))
}

fn search(words: &str) -> Condition {
    let key = keys::name_key(words);
    Condition::any()
        .add(Column::NameKey.contains(&key))
        .add(Column::ShortNameKey.contains(&key))
        .add(Column::Number.eq(words.trim().to_uppercase()))
}
