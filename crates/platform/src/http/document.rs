//! What every operation of the API has in common, written into its description once: who may call it, its headers, its problems.

use serde_json::{Map, Value, json};
use utoipa::openapi::OpenApi;

use super::{examples, responses};

const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

/// Completes the description that the handlers gave.
pub fn complete(document: &OpenApi) -> Value {
    let mut value = serde_json::to_value(document).unwrap_or_default();
    value["info"] = json!({
        "title": "Xianji",
        "description": "先机: a presales regulation made executable. Times are UTC, money is minor units with a currency, lists page by \
            cursor, problems follow RFC 9457, every answer names its request in `X-Request-Id`.",
        "version": env!("CARGO_PKG_VERSION"),
        "license": { "name": "Apache-2.0", "identifier": "Apache-2.0" },
    });
    let schemas = value["components"]["schemas"].clone();
    let mut examples = Map::new();
    if let Some(paths) = value.get_mut("paths").and_then(Value::as_object_mut) {
        for (path, item) in paths {
            for method in METHODS {
                if let Some(operation) = item.get_mut(method).and_then(Value::as_object_mut) {
                    common(path, method, operation);
                    responses::add_headers(&schemas, operation);
                    examples::add(&schemas, operation, &mut examples);
                }
            }
        }
    }
    value["components"]["examples"] = Value::Object(examples);
    value["components"]["headers"] = responses::headers();
    value["components"]["responses"] = responses::problems();
    value["components"]["securitySchemes"] = json!({ "session": { "type": "apiKey", "in": "cookie", "name": "xianji", "description": "Made by POST /session." } });
    value
}

fn common(path: &str, method: &str, operation: &mut Map<String, Value>) {
    let public = path.starts_with("/api/v1/public/") || (path == "/api/v1/session" && method == "post");
    operation.insert(
        "security".into(),
        if public {
            json!([])
        } else {
            json!([{ "session": [] }])
        },
    );
    if method == "post" && opens_session(path) {
        let words = operation
            .get("description")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let words = format!(
            "{words}\n\nTakes no Idempotency-Key: the answer carries a session of its own, which is never given out twice."
        );
        operation.insert("description".into(), json!(words.trim()));
    }
    let parameters = operation.entry("parameters").or_insert_with(|| json!([]));
    if let Some(parameters) = parameters.as_array_mut() {
        parameters.extend(headers(path, method));
    }
    responses::add_problems(path, method, public, operation);
}

/// A kept answer would hand the cookie of one log-in to whoever repeats the request.
fn opens_session(path: &str) -> bool {
    matches!(path, "/api/v1/session" | "/api/v1/session/stand-in")
}

fn headers(path: &str, method: &str) -> Vec<Value> {
    let header = |name: &str, required: bool, words: &str, schema: Value| json!({ "name": name, "in": "header", "required": required, "description": words, "schema": schema });
    let mut headers = Vec::new();
    if method == "post" && !opens_session(path) {
        let words = "The same key with the same request is answered once and done once; kept 24 hours.";
        headers.push(header(
            "Idempotency-Key",
            false,
            words,
            json!({ "type": "string", "minLength": 1, "maxLength": 200 }),
        ));
    }
    let changes = matches!(method, "patch" | "put" | "delete") && path != "/api/v1/session";
    if changes || (method == "post" && path.contains("{id}")) {
        let words = "The version that the change was made on, as the ETag of the record.";
        headers.push(header(
            "If-Match",
            changes,
            words,
            json!({ "type": "string", "pattern": "^\"v[0-9]+\"$" }),
        ));
    }
    headers
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_all_operations_share_is_described_once_for_each() {
        let (_, routes) = crate::app::Registry::of(vec![crate::module()]).unwrap();
        let value = crate::http::describe(routes);
        let adopt = &value["paths"]["/api/v1/policies/{id}/adopt"]["post"];
        assert!(
            adopt["responses"]["409"]["$ref"] == "#/components/responses/Refused",
            "{adopt}"
        );
        assert!(adopt["responses"].get("4XX").is_none(), "{adopt}");
        assert_eq!(adopt["security"][0]["session"], serde_json::json!([]));
    }
}
