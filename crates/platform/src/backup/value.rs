//! A value of a row as the backup writes it, and back.

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use sea_orm::{DbErr, QueryResult, Value as Bound};
use serde_json::Value;
use uuid::Uuid;

use super::tables::{Column, ColumnKind};

/// Whole numbers beyond this are written as text: readers of JSON may keep no more digits.
const EXACT: u64 = 1 << 53;

pub(super) fn read(row: &QueryResult, place: usize, column: &Column) -> Result<Value, DbErr> {
    Ok(match column.kind {
        ColumnKind::Uuid => row
            .try_get_by_index::<Option<Uuid>>(place)?
            .map_or(Value::Null, |id| id.to_string().into()),
        ColumnKind::Text => row
            .try_get_by_index::<Option<String>>(place)?
            .map_or(Value::Null, Value::String),
        ColumnKind::Integer if column.narrow => row
            .try_get_by_index::<Option<i32>>(place)?
            .map_or(Value::Null, Value::from),
        ColumnKind::Integer => row
            .try_get_by_index::<Option<i64>>(place)?
            .map_or(Value::Null, integer),
        ColumnKind::Flag => row
            .try_get_by_index::<Option<bool>>(place)?
            .map_or(Value::Null, Value::Bool),
        ColumnKind::Instant => row
            .try_get_by_index::<Option<DateTime<Utc>>>(place)?
            .map_or(Value::Null, |at| {
                at.to_rfc3339_opts(SecondsFormat::Micros, true).into()
            }),
        ColumnKind::Date => row
            .try_get_by_index::<Option<NaiveDate>>(place)?
            .map_or(Value::Null, |day| day.to_string().into()),
        // Within an object, so that JSON's own null is not taken for an empty column.
        ColumnKind::Json => row
            .try_get_by_index::<Option<Value>>(place)?
            .map_or(Value::Null, |json| serde_json::json!({ "json": json })),
        ColumnKind::Real => row
            .try_get_by_index::<Option<f64>>(place)?
            .map_or(Value::Null, Value::from),
        ColumnKind::Bytes => row
            .try_get_by_index::<Option<Vec<u8>>>(place)?
            .map_or(Value::Null, |bytes| hex::encode(bytes).into()),
    })
}

fn integer(number: i64) -> Value {
    if number.unsigned_abs() <= EXACT {
        number.into()
    } else {
        number.to_string().into()
    }
}

/// The value as the database takes it; nothing where the column holds no such thing. What is absent is empty.
pub(super) fn write(column: &Column, value: Option<&Value>) -> Option<Bound> {
    let value = value.unwrap_or(&Value::Null);
    if value.is_null() {
        return Some(empty(column));
    }
    Some(match column.kind {
        ColumnKind::Uuid => value.as_str()?.parse::<Uuid>().ok()?.into(),
        ColumnKind::Text => value.as_str()?.to_owned().into(),
        ColumnKind::Integer => {
            let number = match value {
                Value::String(text) => text.parse::<i64>().ok()?,
                other => other.as_i64()?,
            };
            match column.narrow {
                true => i32::try_from(number).ok()?.into(),
                false => number.into(),
            }
        }
        ColumnKind::Flag => value.as_bool()?.into(),
        ColumnKind::Instant => DateTime::parse_from_rfc3339(value.as_str()?)
            .ok()?
            .with_timezone(&Utc)
            .into(),
        ColumnKind::Date => value.as_str()?.parse::<NaiveDate>().ok()?.into(),
        ColumnKind::Json => value.get("json")?.clone().into(),
        ColumnKind::Real => value.as_f64()?.into(),
        ColumnKind::Bytes => hex::decode(value.as_str()?).ok()?.into(),
    })
}

fn empty(column: &Column) -> Bound {
    match column.kind {
        ColumnKind::Uuid => None::<Uuid>.into(),
        ColumnKind::Text => None::<String>.into(),
        ColumnKind::Integer if column.narrow => None::<i32>.into(),
        ColumnKind::Integer => None::<i64>.into(),
        ColumnKind::Flag => None::<bool>.into(),
        ColumnKind::Instant => None::<DateTime<Utc>>.into(),
        ColumnKind::Date => None::<NaiveDate>.into(),
        ColumnKind::Json => None::<Value>.into(),
        ColumnKind::Real => None::<f64>.into(),
        ColumnKind::Bytes => None::<Vec<u8>>.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(kind: ColumnKind, narrow: bool) -> Column {
        let name = "x".to_owned();
        Column { name, kind, narrow }
    }

    #[test]
    fn a_value_of_another_kind_is_refused() {
        let refused = |kind, value: Value| write(&column(kind, true), Some(&value)).is_none();
        assert!(refused(ColumnKind::Uuid, "no id".into()));
        assert!(refused(ColumnKind::Integer, (1_i64 << 40).into()));
        assert!(refused(ColumnKind::Flag, "yes".into()));
        assert!(refused(ColumnKind::Instant, "yesterday".into()));
        assert!(refused(ColumnKind::Json, "bare".into()));
    }

    #[test]
    fn a_number_that_json_readers_would_round_is_kept_to_the_last_digit() {
        let wide = column(ColumnKind::Integer, false);
        for number in [0, -7, 1 << 53, (1 << 53) + 1, i64::MAX, i64::MIN] {
            assert_eq!(write(&wide, Some(&integer(number))), Some(number.into()));
        }
    }
}
