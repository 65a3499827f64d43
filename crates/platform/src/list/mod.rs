//! Lists: one filter language, one way to sort and page, for every record, saved view, bulk action and export. A filter is a JSON tree over
//! the fields that the record declares; a page is found by its last sort keys, so the thousandth is as quick as the first.

mod cursor;
mod field;
mod filter;

#[cfg(test)]
mod tests;

use sea_orm::sea_query::{NullOrdering, Order};
use sea_orm::{
    Condition, ConnectionTrait, EntityTrait, FromQueryResult, ModelTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, Select,
};
use serde::Deserialize;
use utoipa::IntoParams;

pub use field::{Field, FieldKind, Shape};
pub(crate) use filter::escape;
pub use filter::{Context, parse as parse_filter};

use crate::database::Conn;
use crate::failure::{Failure, Invalid};
use crate::http::{Listed, Total};

/// Records on a page when the caller names no number.
const USUAL: u64 = 50;
/// Records on a page at most.
const MOST: u64 = 200;
/// How far totals are counted.
const COUNTED: u64 = 10_000;

/// What a list is asked for.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListQuery {
    /// JSON tree: `{"all": [{"field": "stage", "op": "in", "value": ["solution"]}]}`.
    pub filter: Option<String>,
    /// Fields to sort by, `-` before one that falls: `-amount,number`.
    pub sort: Option<String>,
    /// Where the page before ended.
    pub cursor: Option<String>,
    /// Records on the page, at most 200.
    pub limit: Option<u64>,
    /// Words to look for.
    pub q: Option<String>,
}

/// A page of rows.
pub struct Paged<M> {
    /// The rows.
    pub rows: Vec<M>,
    /// Cursor of the next page.
    pub next: Option<String>,
    /// How many in all.
    pub total: Total,
}

impl<M> Paged<M> {
    /// The same page as an answer.
    pub fn map<T>(self, view: impl FnMut(M) -> T) -> Listed<T> {
        Listed {
            items: self.rows.into_iter().map(view).collect(),
            next: self.next,
            total: self.total,
        }
    }
}

/// What a filter and words to look for ask of a list's fields, for reads that are no pages.
pub fn condition<E: EntityTrait>(
    shape: &Shape<E>,
    filter: Option<&str>,
    words: Option<&str>,
    context: &Context,
) -> Result<Condition, Failure> {
    let mut all = Condition::all();
    if let Some(text) = filter.filter(|text| !text.is_empty()) {
        all = all.add(filter::parse(text, shape, context).map_err(Invalid)?);
    }
    let words = words.map(str::trim).filter(|words| !words.is_empty());
    if let (Some(words), Some(search)) = (words, shape.search) {
        all = all.add(search(words));
    }
    Ok(all)
}

/// Reads a page of `select`, which holds the scope already. `usual` is the order when the caller names none.
pub async fn page<E>(
    db: &Conn<'_>,
    select: Select<E>,
    shape: &Shape<E>,
    query: &ListQuery,
    context: &Context,
    usual: &str,
) -> Result<Paged<E::Model>, Failure>
where
    E: EntityTrait,
    E::Model: FromQueryResult + ModelTrait<Entity = E> + Send + Sync,
{
    let mut faults = Vec::new();
    let mut select = select;
    if let Some(text) = query.filter.as_deref().filter(|text| !text.is_empty()) {
        match filter::parse(text, shape, context) {
            Ok(condition) => select = select.filter(condition),
            Err(found) => faults.extend(found),
        }
    }
    let sort = query
        .sort
        .as_deref()
        .filter(|sort| !sort.is_empty())
        .unwrap_or(usual);
    let keys = match shape.sort_keys(sort) {
        Ok(keys) => keys,
        Err(found) => {
            faults.extend(found);
            Vec::new()
        }
    };
    if let Some(words) = query
        .q
        .as_deref()
        .map(str::trim)
        .filter(|words| !words.is_empty())
        && let Some(search) = shape.search
    {
        select = select.filter(search(words));
    }
    let limit = query.limit.unwrap_or(USUAL);
    if !(1..=MOST).contains(&limit) {
        faults.push(crate::failure::FieldFault::at("/limit", "too-large").with("limit", MOST));
    }
    if !faults.is_empty() {
        return Err(Invalid(faults).into());
    }
    let total = count(db, &select, shape.id).await?;
    let seal = cursor::seal(query, sort);
    if let Some(text) = &query.cursor {
        select = select.filter(cursor::after(text, &keys, &seal)?);
    }
    for key in &keys {
        let order = if key.falls { Order::Desc } else { Order::Asc };
        select = if key.empty {
            select.order_by_with_nulls(key.column, order, NullOrdering::Last)
        } else {
            select.order_by(key.column, order)
        };
    }
    let mut rows = select.limit(limit + 1).all(db).await?;
    let more = rows.len() as u64 > limit;
    rows.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    let next = if more {
        rows.last().map(|row| cursor::of(row, &keys, &seal))
    } else {
        None
    };
    Ok(Paged { rows, next, total })
}

/// Counts, exactly up to 10,000.
pub async fn count<E: EntityTrait>(
    db: &Conn<'_>,
    select: &Select<E>,
    id: E::Column,
) -> Result<Total, Failure> {
    let mut inner = select.clone().into_query();
    inner
        .clear_selects()
        .clear_order_by()
        .column((E::default(), id))
        .limit(COUNTED + 1);
    let outer = sea_orm::sea_query::Query::select()
        .expr_as(sea_orm::sea_query::Expr::cust("COUNT(*)"), "n")
        .from_subquery(inner, "counted")
        .to_owned();
    let row = db.query_one(&outer).await?;
    let found: i64 = row.map_or(Ok(0), |row| row.try_get("", "n"))?;
    let found = u64::try_from(found).unwrap_or(0);
    Ok(Total {
        count: found.min(COUNTED),
        exact: found <= COUNTED,
    })
}
