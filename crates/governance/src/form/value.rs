//! One value of a sheet: whether it fits its field's type, and what conditions read of it.

use serde_json::{Map, Value, json};
use xianji_kernel::money::Money;
use xianji_platform::{FieldFault, MemberId};
use xianji_policy::model::{Choice, Column, Field, FieldType};

/// Characters of a text at most.
const TEXT: usize = 20_000;
/// Rows of a table at most.
const ROWS: usize = 500;

/// Whether nothing was filled in.
pub fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(rows) => rows.is_empty(),
        Value::Bool(_) | Value::Number(_) | Value::Object(_) => false,
    }
}

/// All that is wrong with a field's value; an empty one is judged elsewhere.
pub fn faults(field: &Field, value: &Value, pointer: &str, home: &str) -> Vec<FieldFault> {
    if is_empty(value) {
        return Vec::new();
    }
    match field.ty {
        FieldType::Table => rows(value, pointer, home, &field.columns, false),
        FieldType::Actions => rows(value, pointer, home, &field.columns, true),
        other => plain(other, &field.choices, value, pointer, home)
            .into_iter()
            .collect(),
    }
}

fn plain(ty: FieldType, choices: &[Choice], value: &Value, pointer: &str, home: &str) -> Option<FieldFault> {
    let wrong = || Some(FieldFault::at(pointer, "wrong-type"));
    match ty {
        FieldType::Text => match value.as_str() {
            None => wrong(),
            Some(text) if text.chars().count() > TEXT => {
                Some(FieldFault::at(pointer, "too-long").with("limit", TEXT))
            }
            Some(_) => None,
        },
        FieldType::Number => {
            if value.is_number() {
                None
            } else {
                wrong()
            }
        }
        FieldType::Percent => {
            if value.is_i64() {
                None
            } else {
                wrong()
            }
        }
        FieldType::Score => within(value, 0, 100, pointer),
        FieldType::Stars => within(value, 1, 5, pointer),
        FieldType::Level => within(value, 1, 10, pointer),
        FieldType::Money => money(value, pointer, home),
        FieldType::Date => {
            let date = value
                .as_str()
                .is_some_and(|text| text.len() == 10 && text.parse::<chrono::NaiveDate>().is_ok());
            (!date).then(|| FieldFault::at(pointer, "wrong-format").with("format", "date"))
        }
        FieldType::Choice => match value.as_str() {
            None => wrong(),
            Some(_) if choices.is_empty() => None,
            Some(code) if choices.iter().any(|choice| choice.id == code) => None,
            Some(_) => {
                let codes: Vec<_> = choices.iter().map(|choice| choice.id.as_str()).collect();
                Some(FieldFault::at(pointer, "not-a-choice").with("options", codes.join(", ")))
            }
        },
        FieldType::Flag | FieldType::Check => {
            if value.is_boolean() {
                None
            } else {
                wrong()
            }
        }
        FieldType::Member => is_id(value, pointer),
        FieldType::File | FieldType::Signature => is_id(value.get("id").unwrap_or(value), pointer),
        FieldType::Table | FieldType::Actions => Some(FieldFault::at(pointer, "not-allowed")),
    }
}

fn is_id(value: &Value, pointer: &str) -> Option<FieldFault> {
    let id = value
        .as_str()
        .is_some_and(|text| text.parse::<uuid::Uuid>().is_ok());
    (!id).then(|| FieldFault::at(pointer, "wrong-format").with("format", "uuid"))
}

fn within(value: &Value, least: i64, most: i64, pointer: &str) -> Option<FieldFault> {
    match value.as_i64() {
        None => Some(FieldFault::at(pointer, "wrong-type")),
        Some(number) if number < least => Some(FieldFault::at(pointer, "too-small").with("limit", least)),
        Some(number) if number > most => Some(FieldFault::at(pointer, "too-large").with("limit", most)),
        Some(_) => None,
    }
}

fn money(value: &Value, pointer: &str, home: &str) -> Option<FieldFault> {
    match serde_json::from_value::<Money>(value.clone()) {
        Err(_) => Some(FieldFault::at(pointer, "wrong-type")),
        Ok(money) if money.currency().code() != home => {
            Some(FieldFault::at(pointer, "wrong-currency").with("currency", home))
        }
        Ok(_) => None,
    }
}

/// Rows of a table; action rows have also what, owner and due date, all three asked.
fn rows(value: &Value, pointer: &str, home: &str, columns: &[Column], actions: bool) -> Vec<FieldFault> {
    let Some(rows) = value.as_array() else {
        return vec![FieldFault::at(pointer, "wrong-type")];
    };
    if rows.len() > ROWS {
        return vec![FieldFault::at(pointer, "too-many").with("limit", ROWS)];
    }
    let own: &[(&str, FieldType)] = &[
        ("what", FieldType::Text),
        ("owner", FieldType::Member),
        ("due_on", FieldType::Date),
    ];
    let own = if actions { own } else { &[] };
    let mut faults = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        let here = format!("{pointer}/{place}");
        let Some(row) = row.as_object() else {
            faults.push(FieldFault::at(here, "wrong-type"));
            continue;
        };
        let known = |name: &str| {
            own.iter().any(|(id, _)| *id == name) || columns.iter().any(|column| column.id == name)
        };
        faults.extend(
            row.keys()
                .filter(|name| !known(name))
                .map(|name| FieldFault::at(format!("{here}/{name}"), "unknown-field")),
        );
        let wanted = columns
            .iter()
            .filter(|column| !own.iter().any(|(id, _)| *id == column.id));
        let wanted = wanted.map(|column| (column.id.as_str(), column.ty, column.required));
        for (id, ty, required) in own.iter().map(|(id, ty)| (*id, *ty, true)).chain(wanted) {
            let cell = row.get(id).unwrap_or(&Value::Null);
            let pointer = format!("{here}/{id}");
            if !is_empty(cell) {
                faults.extend(plain(ty, &[], cell, &pointer, home));
            } else if required {
                faults.push(FieldFault::at(pointer, "required"));
            }
        }
    }
    faults
}

/// The people whom a sheet names, each with its place.
pub fn members(fields: &[&Field], values: &Map<String, Value>) -> Vec<(String, MemberId)> {
    let id = |value: &Value| value.as_str().and_then(|text| text.parse::<MemberId>().ok());
    let mut found = Vec::new();
    for field in fields {
        let Some(value) = values.get(&field.id) else {
            continue;
        };
        let pointer = format!("/fields/{}", field.id);
        if field.ty == FieldType::Member {
            found.extend(id(value).map(|member| (pointer.clone(), member)));
        }
        let mut columns: Vec<&str> = field
            .columns
            .iter()
            .filter(|column| column.ty == FieldType::Member)
            .map(|column| column.id.as_str())
            .collect();
        if field.ty == FieldType::Actions && !columns.contains(&"owner") {
            columns.push("owner");
        }
        for (place, row) in value.as_array().into_iter().flatten().enumerate() {
            for column in &columns {
                let named = row.get(*column).and_then(id);
                found.extend(named.map(|member| (format!("{pointer}/{place}/{column}"), member)));
            }
        }
    }
    found
}

/// What conditions read: money as minor units, a file as its id, rows as records, an empty text as nothing.
pub fn as_fact(value: &Value) -> Value {
    match value {
        Value::String(text) if text.trim().is_empty() => Value::Null,
        Value::Object(fields) => match fields.get("amount") {
            Some(amount) if fields.len() == 2 && fields.contains_key("currency") => amount.clone(),
            _ if fields.len() <= 2 && fields.contains_key("id") => {
                fields.get("id").cloned().unwrap_or_default()
            }
            _ => Value::Object(facts(fields)),
        },
        Value::Array(rows) => Value::Array(rows.iter().map(as_fact).collect()),
        other => other.clone(),
    }
}

/// The same for a whole sheet.
pub fn facts(fields: &Map<String, Value>) -> Map<String, Value> {
    fields
        .iter()
        .map(|(id, value)| (id.clone(), as_fact(value)))
        .collect()
}

/// What the ledger keeps of a sheet: numbers, codes, dates and ids as they are, texts as their hash.
pub fn evidence(field: &Field, value: &Value) -> Value {
    let hash =
        |value: &Value| json!({ "sha256": xianji_platform::ledger::hash(value.to_string().as_bytes()) });
    match field.ty {
        _ if is_empty(value) => Value::Null,
        FieldType::Text | FieldType::Signature => hash(value),
        FieldType::Table | FieldType::Actions => {
            let rows = value.as_array().map_or(0, Vec::len);
            json!({ "rows": rows, "sha256": xianji_platform::ledger::hash(value.to_string().as_bytes()) })
        }
        FieldType::Number
        | FieldType::Money
        | FieldType::Percent
        | FieldType::Date
        | FieldType::Choice
        | FieldType::Flag
        | FieldType::Check
        | FieldType::Score
        | FieldType::Stars
        | FieldType::Level
        | FieldType::Member
        | FieldType::File => as_fact(value),
    }
}
