//! What an answer of the API brings beside its body, and the problems that an operation may answer with, told from its form.

use serde_json::{Map, Value, json};

/// A problem that many operations share: its name in the description, its status, its codes, its words.
struct Shared {
    name: &'static str,
    status: &'static str,
    codes: &'static [&'static str],
    words: &'static str,
}

const SHARED: [Shared; 13] = [
    Shared {
        name: "BadRequest",
        status: "400",
        codes: &["not-json", "bad-if-match"],
        words: "The body is no JSON, or `If-Match` is no version.",
    },
    Shared {
        name: "Unauthenticated",
        status: "401",
        codes: &["unauthenticated"],
        words: "Nobody is logged in.",
    },
    Shared {
        name: "Forbidden",
        status: "403",
        codes: &["forbidden"],
        words: "The permission is missing, or the request comes from another site's page.",
    },
    Shared {
        name: "NotFound",
        status: "404",
        codes: &["not-found"],
        words: "There is no such record, or none that one may see.",
    },
    Shared {
        name: "Refused",
        status: "409",
        codes: &["gate-not-met", "try-again"],
        words: "A rule refuses; `code` names it (`gate-not-met` with all `items` of the gate; `try-again` when two writers met), `title` says it \
            in the reader's language. Nothing was written.",
    },
    Shared {
        name: "Gone",
        status: "410",
        codes: &["link-closed"],
        words: "The link was used already or has run out.",
    },
    Shared {
        name: "Stale",
        status: "412",
        codes: &["stale"],
        words: "The record has changed since the version in `If-Match`.",
    },
    Shared {
        name: "TooLarge",
        status: "413",
        codes: &["too-large"],
        words: "The body is larger than allowed.",
    },
    Shared {
        name: "WrongMediaType",
        status: "415",
        codes: &["wrong-media-type"],
        words: "The body is of another media type.",
    },
    Shared {
        name: "Invalid",
        status: "422",
        codes: &["invalid", "key-reused"],
        words: "What was sent is wrong; `errors` names every fault with its place.",
    },
    Shared {
        name: "PreconditionRequired",
        status: "428",
        codes: &["precondition-required"],
        words: "A change names the version that it was made on in `If-Match`.",
    },
    Shared {
        name: "TooManyRequests",
        status: "429",
        codes: &["too-many-requests"],
        words: "Too many tries; ask again after Retry-After seconds.",
    },
    Shared {
        name: "Unavailable",
        status: "503",
        codes: &["unavailable"],
        words: "The database cannot be reached at the moment; nothing was changed. Ask again after Retry-After seconds.",
    },
];

/// The shared problems, each described once.
pub(super) fn problems() -> Value {
    let described = SHARED.iter().map(|shared| {
        let example = json!({
            "type": format!("/problems/{}", shared.codes[0]), "status": shared.status.parse::<u16>().unwrap_or_default(),
            "code": shared.codes[0], "title": shared.words.split([',', ';']).next().unwrap_or_default(),
        });
        let schema = json!({ "$ref": "#/components/schemas/Problem" });
        let mut response = json!({
            "description": format!("{} Codes: {}.", shared.words, shared.codes.iter().map(|code| format!("`{code}`")).collect::<Vec<_>>().join(", ")),
            "content": { "application/problem+json": { "schema": schema, "example": example } },
        });
        if shared.status == "409" {
            response["description"] = json!(shared.words);
        }
        if matches!(shared.status, "429" | "503") {
            response["headers"] = json!({ "Retry-After": { "$ref": "#/components/headers/Retry-After" } });
        }
        (shared.name.to_owned(), response)
    });
    Value::Object(described.collect())
}

/// The headers of answers, each described once.
pub(super) fn headers() -> Value {
    json!({
        "ETag": { "required": true, "description": "The record's version, to be sent back in `If-Match`.", "schema": { "type": "string", "pattern": "^\"v[0-9]+\"$" } },
        "Retry-After": { "required": true, "description": "Seconds to wait.", "schema": { "type": "string", "pattern": "^[0-9]+$" } },
        "Content-Disposition": { "required": true, "description": "The file's name.", "schema": { "type": "string", "pattern": "^attachment" } },
    })
}

/// Puts the problems that its form allows into an operation's answers, in place of the handler's bare "4XX".
pub(super) fn add_problems(path: &str, method: &str, public: bool, operation: &mut Map<String, Value>) {
    let body = operation.get("requestBody").cloned().unwrap_or_default();
    let with_body = body.is_object();
    let parameters = operation.get("parameters").and_then(Value::as_array);
    let has_version = parameters.is_some_and(|all| all.iter().any(|one| one["name"] == "If-Match"));
    let must_name_version = matches!(method, "patch" | "put" | "delete") && has_version;
    let counted = path.starts_with("/api/v1/public/")
        || (path.starts_with("/api/v1/session") && method == "post")
        || path == "/api/v1/events";
    let Some(responses) = operation.get_mut("responses").and_then(Value::as_object_mut) else {
        return;
    };
    responses.remove("4XX");
    for shared in &SHARED {
        let may = match shared.status {
            // A change that names no readable version is refused by every operation of a member.
            "400" => with_body || !public,
            "401" => !public || path == "/api/v1/session" || path.contains("/public/"),
            "410" => path.contains("{token}"),
            "413" | "415" => with_body,
            "412" => has_version,
            "428" => must_name_version,
            "429" => counted,
            _ => true,
        };
        if may {
            let place = format!("#/components/responses/{}", shared.name);
            responses
                .entry(shared.status)
                .or_insert_with(|| json!({ "$ref": place }));
        }
    }
}

/// Declares what `http::answer` and `file::attachment` add: a versioned record's ETag, a file's name.
pub(super) fn add_headers(schemas: &Value, operation: &mut Map<String, Value>) {
    let Some(responses) = operation.get_mut("responses").and_then(Value::as_object_mut) else {
        return;
    };
    for (_, response) in responses.iter_mut().filter(|(status, _)| status.starts_with('2')) {
        let header = if response["content"].get("application/octet-stream").is_some() {
            "Content-Disposition"
        } else if versioned(schemas, &response["content"]["application/json"]["schema"]) {
            "ETag"
        } else {
            continue;
        };
        response["headers"][header] = json!({ "$ref": format!("#/components/headers/{header}") });
    }
}

/// Whether a body always has a `version` that is a number, which becomes its ETag.
fn versioned(schemas: &Value, schema: &Value) -> bool {
    if let Some(name) = schema["$ref"].as_str().and_then(|at| at.rsplit('/').next()) {
        return versioned(schemas, &schemas[name]);
    }
    let parts = schema["allOf"].as_array().into_iter().flatten();
    let mut parts = parts.chain(std::iter::once(schema));
    parts.any(|part| match part["$ref"].is_string() {
        true => versioned(schemas, part),
        false => part["properties"]["version"]["type"] == "integer",
    })
}
