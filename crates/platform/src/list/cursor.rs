//! Where a page ended: the last sort keys and the id, bound to the filter and order they belong to.

use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{Condition, EntityTrait, ModelTrait, Value as Bound};
use serde_json::Value;

use super::ListQuery;
use super::field::SortKey;
use crate::failure::{Failure, Refusal};

/// A cursor that cannot be read or belongs to another list.
#[derive(Debug, thiserror::Error)]
#[error("the cursor belongs to another list")]
pub struct BadCursor;

impl Refusal for BadCursor {
    fn code(&self) -> &'static str {
        "bad-cursor"
    }
    fn status(&self) -> axum::http::StatusCode {
        axum::http::StatusCode::BAD_REQUEST
    }
}

/// Short hash of what the cursor belongs to.
pub fn seal(query: &ListQuery, sort: &str) -> String {
    let text = format!(
        "{}\n{}\n{sort}",
        query.filter.as_deref().unwrap_or_default(),
        query.q.as_deref().unwrap_or_default()
    );
    crate::ledger::hash(text.as_bytes())[..16].to_owned()
}

/// The cursor after a row.
pub fn of<E: EntityTrait<Model = M>, M: ModelTrait<Entity = E>>(
    row: &M,
    keys: &[SortKey<E>],
    seal: &str,
) -> String {
    let values: Vec<Value> = keys.iter().map(|key| plain(row.get(key.column))).collect();
    hex::encode(serde_json::json!([seal, values]).to_string())
}

/// What comes after a cursor, in the order of the keys; empty values stand last.
pub fn after<E: EntityTrait>(text: &str, keys: &[SortKey<E>], seal: &str) -> Result<Condition, Failure> {
    let read = hex::decode(text)
        .ok()
        .and_then(|bytes| serde_json::from_slice::<(String, Vec<(String, Value)>)>(&bytes).ok());
    let (kept, values) = read.ok_or(BadCursor)?;
    if kept != seal || values.len() != keys.len() {
        return Err(BadCursor.into());
    }
    let mut condition = Condition::any();
    let mut before = Condition::all();
    for (key, (kind, value)) in keys.iter().zip(values) {
        let column = Expr::col((E::default(), key.column));
        let value = bound(&kind, &value).ok_or(BadCursor)?;
        match value {
            None => before = before.add(column.is_null()),
            Some(value) => {
                let beyond = if key.falls {
                    column.clone().lt(value.clone())
                } else {
                    column.clone().gt(value.clone())
                };
                let beyond = if key.empty {
                    beyond.or(column.clone().is_null())
                } else {
                    beyond
                };
                condition = condition.add(before.clone().add(beyond));
                before = before.add(column.eq(value));
            }
        }
    }
    Ok(condition)
}

/// A column's value with the name of its type, so that it comes back as what it was.
fn plain(value: Bound) -> Value {
    match value {
        Bound::String(Some(text)) => serde_json::json!(["text", text]),
        Bound::BigInt(Some(number)) => serde_json::json!(["integer", number]),
        Bound::Int(Some(number)) => serde_json::json!(["integer", number]),
        Bound::Bool(Some(flag)) => serde_json::json!(["flag", flag]),
        Bound::Uuid(Some(id)) => serde_json::json!(["id", id]),
        Bound::ChronoDate(Some(day)) => serde_json::json!(["date", day]),
        Bound::ChronoDateTimeUtc(Some(at)) => serde_json::json!(["instant", at]),
        _ => serde_json::json!(["nothing", null]),
    }
}

fn bound(kind: &str, value: &Value) -> Option<Option<Bound>> {
    Some(Some(match kind {
        "nothing" => return Some(None),
        "text" => value.as_str()?.to_owned().into(),
        "integer" => value.as_i64()?.into(),
        "flag" => value.as_bool()?.into(),
        "id" => value.as_str()?.parse::<uuid::Uuid>().ok()?.into(),
        "date" => value.as_str()?.parse::<chrono::NaiveDate>().ok()?.into(),
        "instant" => value
            .as_str()?
            .parse::<chrono::DateTime<chrono::Utc>>()
            .ok()?
            .into(),
        _ => return None,
    }))
}
