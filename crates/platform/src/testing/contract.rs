//! The description of the API is its contract: each answer that any test gets is held against it, with no field that is not described.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use jsonschema::Validator;
use serde_json::{Value, json};

use super::Answer;

/// A description to hold answers against.
pub struct Contract {
    document: Value,
    known: Mutex<HashMap<String, Arc<Validator>>>,
}

impl Contract {
    /// Objects that list their fields may have no others.
    pub fn of(mut document: Value) -> Self {
        if let Some(schemas) = document["components"]["schemas"].as_object_mut() {
            let mut parts = Vec::new();
            schemas.values().for_each(|schema| joined(schema, &mut parts));
            let whole = schemas
                .iter_mut()
                .filter(|(name, _)| !parts.iter().any(|part| part.ends_with(&format!("/{name}"))));
            whole.for_each(|(_, schema)| close(schema));
        }
        Self {
            document,
            known: Mutex::default(),
        }
    }

    /// A response that the description keeps in one place for all operations.
    fn resolved(&self, response: Value) -> Value {
        let place = response.get("$ref").and_then(Value::as_str);
        match place.and_then(|place| place.strip_prefix('#')) {
            Some(pointer) => self.document.pointer(pointer).cloned().unwrap_or(response),
            None => response,
        }
    }

    /// Fails the test when the answer is not one that the description promises.
    pub fn hold(&self, method: &str, path: &str, answer: &Answer) {
        let bare = path.split('?').next().unwrap_or_default();
        let address = format!("/api/v1{bare}");
        let Some((template, operation)) = self.operation(&method.to_lowercase(), &address) else {
            assert!(
                matches!(answer.status, 404 | 405),
                "{method} {path}: answered {answer}, but no operation is described there"
            );
            return;
        };
        let place = format!("{method} {template} {}", answer.status);
        let responses = &operation["responses"];
        let described = [answer.status.to_string(), format!("{}XX", answer.status / 100)]
            .iter()
            .find_map(|status| responses.get(status.as_str()).cloned())
            .map(|response| self.resolved(response));
        let Some(described) = described else {
            panic!("{place}: this status is not described ({answer})")
        };
        let media = answer
            .headers
            .get("content-type")
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        let media = media.split(';').next().unwrap_or_default();
        if answer.bytes.is_empty() {
            assert!(
                described.get("content").is_none(),
                "{place}: a body is described, none came"
            );
            return;
        }
        let Some(content) = described["content"].get(media) else {
            panic!("{place}: a body of {media} is not described")
        };
        if let Some(schema) = content.get("schema").filter(|_| media.ends_with("json")) {
            let faults: Vec<String> = self
                .validator(&place, schema)
                .iter_errors(&answer.body)
                .take(5)
                .map(|e| format!("{} at {}", e, e.instance_path()))
                .collect();
            assert!(
                faults.is_empty(),
                "{place}: the answer is not as described: {}\n{}",
                faults.join("; "),
                answer.body
            );
        }
    }

    fn operation(&self, method: &str, address: &str) -> Option<(&String, &Value)> {
        let paths = self.document["paths"].as_object()?;
        let fits = |template: &str| {
            let (ours, theirs): (Vec<_>, Vec<_>) =
                (template.split('/').collect(), address.split('/').collect());
            ours.len() == theirs.len()
                && ours
                    .iter()
                    .zip(theirs)
                    .all(|(our, their)| our.starts_with('{') || *our == their)
        };
        let fitting = paths
            .iter()
            .filter(|(template, item)| fits(template) && item.get(method).is_some());
        let (template, item) = fitting.min_by_key(|(template, _)| template.matches('{').count())?;
        Some((template, &item[method]))
    }

    fn validator(&self, place: &str, schema: &Value) -> Arc<Validator> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = known.get(place) {
            return found.clone();
        }
        let mut whole = schema.clone();
        whole["components"] = json!({ "schemas": self.document["components"]["schemas"] });
        let built = jsonschema::options().should_validate_formats(true).build(&whole);
        let validator = Arc::new(built.unwrap_or_else(|error| panic!("{place}: {error}")));
        known.insert(place.to_owned(), validator.clone());
        validator
    }
}

/// Adds `additionalProperties: false` wherever fields are listed and nothing was said about others.
fn close(schema: &mut Value) {
    let Some(object) = schema.as_object_mut() else {
        if let Some(items) = schema.as_array_mut() {
            items.iter_mut().for_each(close);
        }
        return;
    };
    if let Some(all) = object.get_mut("allOf").and_then(Value::as_array_mut) {
        // Parts of one object: each would refuse the fields of the others.
        for part in all {
            if let Some(fields) = part.get_mut("properties").and_then(Value::as_object_mut) {
                fields.values_mut().for_each(close);
            }
        }
        return;
    }
    if object.contains_key("properties") && !object.contains_key("additionalProperties") {
        object.insert("additionalProperties".into(), json!(false));
    }
    for (name, inner) in object.iter_mut() {
        match name.as_str() {
            "properties" => inner
                .as_object_mut()
                .into_iter()
                .flatten()
                .for_each(|(_, field)| close(field)),
            "items" | "oneOf" | "anyOf" | "prefixItems" => close(inner),
            _ => {}
        }
    }
}

/// Schemas that are joined with others into one object (`allOf`): those stay open.
fn joined(schema: &Value, found: &mut Vec<String>) {
    match schema {
        Value::Object(object) => {
            let parts = object
                .get("allOf")
                .and_then(Value::as_array)
                .into_iter()
                .flatten();
            found.extend(parts.filter_map(|part| part.get("$ref")?.as_str().map(str::to_owned)));
            object.values().for_each(|inner| joined(inner, found));
        }
        Value::Array(items) => items.iter().for_each(|inner| joined(inner, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
