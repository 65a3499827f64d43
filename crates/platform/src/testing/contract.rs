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

/// Headers that every answer may have, whatever it says.
const PLAIN: [&str; 8] = [
    "cache-control",
    "content-length",
    "content-type",
    "set-cookie",
    "vary",
    "x-content-type-options",
    "x-request-id",
    "allow",
];

impl Contract {
    /// Objects that list their fields may have no others, also where one is joined of several (`allOf`).
    pub fn of(mut document: Value) -> Self {
        if let Some(schemas) = document["components"]["schemas"].as_object_mut() {
            let mut parts = Vec::new();
            schemas.values().for_each(|schema| joined(schema, &mut parts));
            // A part of a whole must let the fields of the other parts by; alone it is as closed as any.
            let open: Vec<(String, Value)> = schemas
                .iter()
                .filter(|(name, _)| parts.contains(name))
                .map(|(name, schema)| {
                    let mut schema = schema.clone();
                    close(&mut schema, false);
                    (format!("{name}{OPEN}"), schema)
                })
                .collect();
            schemas.values_mut().for_each(|schema| close(schema, true));
            schemas.extend(open);
        }
        Self {
            document,
            known: Mutex::default(),
        }
    }

    /// A response that the description keeps in one place for all operations.
    fn resolved(&self, part: Value) -> Value {
        let place = part.get("$ref").and_then(Value::as_str);
        match place.and_then(|place| place.strip_prefix('#')) {
            Some(pointer) => self.document.pointer(pointer).cloned().unwrap_or(part),
            None => part,
        }
    }

    /// What is described and required came and looks as described; nothing came that is not described.
    fn hold_headers(&self, place: &str, described: &Value, answer: &Answer) {
        let described = described["headers"].as_object();
        for (name, header) in described.into_iter().flatten() {
            let header = self.resolved(header.clone());
            match answer.headers.get(name).and_then(|value| value.to_str().ok()) {
                None => assert!(
                    header["required"] != true,
                    "{place}: the header {name} is described, none came"
                ),
                Some(value) => {
                    let fits = jsonschema::is_valid(&header["schema"], &json!(value));
                    assert!(fits, "{place}: the header {name} is not as described: {value}");
                }
            }
        }
        let known = |name: &str| {
            PLAIN.contains(&name)
                || described.is_some_and(|all| all.keys().any(|key| key.eq_ignore_ascii_case(name)))
        };
        let unknown: Vec<&str> = answer
            .headers
            .keys()
            .map(|name| name.as_str())
            .filter(|name| !known(name))
            .collect();
        assert!(
            unknown.is_empty(),
            "{place}: headers that are not described: {unknown:?}"
        );
        assert!(
            answer.headers.contains_key("x-request-id"),
            "{place}: the answer does not name its request"
        );
    }

    /// Fails the test when the answer to a method at an address (`/api/v1/…`) is not one that the description promises.
    pub fn hold(&self, method: &str, path: &str, answer: &Answer) {
        let address = path.split('?').next().unwrap_or_default();
        let Some((template, operation)) = self.operation(&method.to_lowercase(), address) else {
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
        self.hold_headers(&place, &described, answer);
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

/// Ends the name of a schema's open twin.
const OPEN: &str = ":part";

/// Lets no fields in beside those that are listed, unless something was said about others; the outermost object alone may stay open.
fn close(schema: &mut Value, outermost: bool) {
    if let Some(items) = schema.as_array_mut() {
        items.iter_mut().for_each(|item| close(item, true));
        return;
    }
    let Some(object) = schema.as_object_mut() else {
        return;
    };
    if let Some(all) = object.get_mut("allOf").and_then(Value::as_array_mut) {
        for part in all {
            if let Some(name) = part["$ref"].as_str() {
                part["$ref"] = json!(format!("{name}{OPEN}"));
            } else {
                close(part, false);
            }
        }
        if outermost {
            object.insert("unevaluatedProperties".into(), json!(false));
        }
        return;
    }
    if outermost && object.contains_key("properties") && !object.contains_key("additionalProperties") {
        object.insert("additionalProperties".into(), json!(false));
    }
    for (name, inner) in object.iter_mut() {
        match name.as_str() {
            "properties" => inner
                .as_object_mut()
                .into_iter()
                .flatten()
                .for_each(|(_, field)| close(field, true)),
            "items" | "oneOf" | "anyOf" | "prefixItems" => close(inner, true),
            _ => {}
        }
    }
}

/// Names of schemas that are joined with others into one object (`allOf`).
fn joined(schema: &Value, found: &mut Vec<String>) {
    match schema {
        Value::Object(object) => {
            let parts = object
                .get("allOf")
                .and_then(Value::as_array)
                .into_iter()
                .flatten();
            let named = parts.filter_map(|part| part.get("$ref")?.as_str()?.rsplit('/').next());
            found.extend(named.map(str::to_owned));
            object.values().for_each(|inner| joined(inner, found));
        }
        Value::Array(items) => items.iter().for_each(|inner| joined(inner, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderValue};

    use super::*;

    fn contract() -> Contract {
        let part = json!({ "type": "object", "properties": { "id": { "type": "integer" } } });
        let whole = json!({ "allOf": [{ "$ref": "#/components/schemas/Row" }, { "type": "object", "properties": { "version": { "type": "integer" } } }] });
        let answer = |schema: &str| {
            json!({ "content": { "application/json": { "schema": { "$ref": format!("#/components/schemas/{schema}") } } },
            "headers": { "ETag": { "required": true, "schema": { "type": "string", "pattern": "^\"v[0-9]+\"$" } } } })
        };
        Contract::of(json!({
            "paths": {
                "/api/v1/row": { "get": { "responses": { "200": answer("Row") } } },
                "/api/v1/whole": { "get": { "responses": { "200": answer("Whole") } } },
            },
            "components": { "schemas": { "Row": part, "Whole": whole } },
        }))
    }

    fn answered(path: &str, body: Value, headers: &[(&'static str, &'static str)]) {
        let mut all = HeaderMap::new();
        all.insert("content-type", HeaderValue::from_static("application/json"));
        all.insert("x-request-id", HeaderValue::from_static("1"));
        for (name, value) in headers {
            all.insert(*name, HeaderValue::from_static(value));
        }
        let answer = Answer {
            status: 200,
            bytes: body.to_string().into_bytes(),
            body,
            etag: None,
            headers: all,
        };
        contract().hold("GET", path, &answer);
    }

    #[test]
    fn what_is_described_passes_alone_and_joined() {
        answered("/api/v1/row", json!({ "id": 1 }), &[("etag", "\"v1\"")]);
        answered(
            "/api/v1/whole",
            json!({ "id": 1, "version": 1 }),
            &[("etag", "\"v1\"")],
        );
    }

    #[test]
    #[should_panic(expected = "not as described")]
    fn a_part_that_stands_alone_has_no_field_more() {
        answered(
            "/api/v1/row",
            json!({ "id": 1, "version": 1 }),
            &[("etag", "\"v1\"")],
        );
    }

    #[test]
    #[should_panic(expected = "not as described")]
    fn joined_parts_have_no_field_more() {
        answered(
            "/api/v1/whole",
            json!({ "id": 1, "more": 1 }),
            &[("etag", "\"v1\"")],
        );
    }

    #[test]
    #[should_panic(expected = "the header ETag is described, none came")]
    fn a_described_header_comes() {
        answered("/api/v1/row", json!({ "id": 1 }), &[]);
    }

    #[test]
    #[should_panic(expected = "the header ETag is not as described")]
    fn a_header_looks_as_described() {
        answered("/api/v1/row", json!({ "id": 1 }), &[("etag", "v1")]);
    }

    #[test]
    #[should_panic(expected = "headers that are not described")]
    fn no_header_comes_that_is_not_described() {
        answered(
            "/api/v1/row",
            json!({ "id": 1 }),
            &[("etag", "\"v1\""), ("location", "/")],
        );
    }
}
