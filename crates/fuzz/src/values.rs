//! JSON as a schema asks for it, spoiled here and there.

use rand::Rng;
use rand::rngs::StdRng;
use serde_json::{Map, Value, json};

use crate::chance::{odd, once_in, one, text};

/// What values are made from.
pub struct Maker<'a> {
    /// The description of the API.
    pub document: &'a Value,
    /// Ids that answers held.
    pub ids: &'a [String],
}

impl Maker<'_> {
    /// A value for a schema; once in a dozen times something else.
    pub fn value(&self, chance: &mut StdRng, schema: &Value, depth: u32) -> Value {
        if once_in(chance, 14) {
            return wild(chance, 0);
        }
        if let Some(name) = schema["$ref"].as_str().and_then(|name| name.rsplit('/').next()) {
            let known = &self.document["components"]["schemas"][name];
            return if depth > 8 {
                Value::Null
            } else {
                self.value(chance, known, depth + 1)
            };
        }
        for word in ["oneOf", "anyOf"] {
            if let Some(choice) = schema[word].as_array().and_then(|all| one(chance, all)) {
                return self.value(chance, choice, depth + 1);
            }
        }
        if let Some(parts) = schema["allOf"].as_array() {
            let mut whole = Map::new();
            for part in parts {
                if let Value::Object(fields) = self.value(chance, part, depth + 1) {
                    whole.extend(fields);
                }
            }
            return Value::Object(whole);
        }
        if let Some(word) = schema["enum"].as_array().and_then(|all| one(chance, all)) {
            return word.clone();
        }
        self.of_type(chance, schema, depth)
    }

    fn of_type(&self, chance: &mut StdRng, schema: &Value, depth: u32) -> Value {
        let kind = match &schema["type"] {
            Value::String(kind) => kind.as_str(),
            Value::Array(kinds) => one(chance, kinds).and_then(Value::as_str).unwrap_or("null"),
            _ => "object",
        };
        match kind {
            "string" => self.string(chance, schema),
            "integer" => number(chance, schema),
            "number" => json!(chance.random_range(-1e6..1e6)),
            "boolean" => json!(chance.random_bool(0.5)),
            "array" => {
                let most = if once_in(chance, 40) { 400 } else { 3 };
                let many = chance.random_range(0..=most);
                (0..many)
                    .map(|_| self.value(chance, &schema["items"], depth + 1))
                    .collect()
            }
            "null" => Value::Null,
            _ => self.object(chance, schema, depth),
        }
    }

    fn object(&self, chance: &mut StdRng, schema: &Value, depth: u32) -> Value {
        let required: Vec<&str> = schema["required"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        let mut fields = Map::new();
        for (name, inner) in schema["properties"].as_object().into_iter().flatten() {
            let wanted = if required.contains(&name.as_str()) {
                !once_in(chance, 25)
            } else {
                chance.random_bool(0.4)
            };
            if wanted && depth < 10 {
                fields.insert(name.clone(), self.value(chance, inner, depth + 1));
            }
        }
        if once_in(chance, 20) || schema["properties"].is_null() {
            fields.insert(odd(chance), wild(chance, 0));
        }
        Value::Object(fields)
    }

    fn string(&self, chance: &mut StdRng, schema: &Value) -> Value {
        let most = schema["maxLength"]
            .as_u64()
            .and_then(|most| usize::try_from(most).ok())
            .unwrap_or(100);
        let day = |chance: &mut StdRng| {
            format!(
                "20{:02}-{:02}-{:02}",
                chance.random_range(10..60),
                chance.random_range(1..13),
                chance.random_range(1..29)
            )
        };
        match schema["format"].as_str() {
            Some("uuid") => json!(self.id(chance)),
            Some("date") => json!(day(chance)),
            Some("date-time") => json!(format!(
                "{}T{:02}:00:00Z",
                day(chance),
                chance.random_range(0..24)
            )),
            _ => json!(text(chance, most)),
        }
    }

    /// An id, mostly of something that exists.
    pub fn id(&self, chance: &mut StdRng) -> String {
        match one(chance, self.ids) {
            Some(id) if !once_in(chance, 8) => id.clone(),
            _ => uuid::Uuid::from_u128(chance.random()).to_string(),
        }
    }
}

fn number(chance: &mut StdRng, schema: &Value) -> Value {
    let least = schema["minimum"].as_i64().unwrap_or(-1_000);
    let most = schema["maximum"].as_i64().unwrap_or(1_000_000);
    match chance.random_range(0..8) {
        0 => json!(i64::MAX),
        1 => json!(i64::MIN),
        2 => json!(least.saturating_sub(1)),
        3 => json!(most.saturating_add(1)),
        _ => json!(chance.random_range(least.min(most)..=most.max(least))),
    }
}

/// Anything.
pub fn wild(chance: &mut StdRng, depth: u32) -> Value {
    match chance.random_range(0..13) {
        0 => Value::Null,
        1 => json!(chance.random_bool(0.5)),
        2 => json!(u64::MAX),
        3 => json!(i64::MIN),
        4 => json!(1e300),
        5 => json!(-0.000_000_1),
        6 => json!({ "amount": i64::MAX, "currency": odd(chance) }),
        7 if depth < 4 => (0..chance.random_range(0..5))
            .map(|_| wild(chance, depth + 1))
            .collect(),
        8 if depth < 4 => {
            let fields = (0..chance.random_range(0..4)).map(|_| (odd(chance), wild(chance, depth + 1)));
            Value::Object(fields.collect())
        }
        9 => {
            let deep = chance.random_range(1..110);
            (0..deep).fold(json!(1), |inner, place| {
                if place % 2 == 0 {
                    json!([inner])
                } else {
                    json!({ "all": [inner] })
                }
            })
        }
        _ => json!(text(chance, 200)),
    }
}
