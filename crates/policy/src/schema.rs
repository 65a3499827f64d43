//! JSON Schema of the pack files, for editors: which kinds, keys and words there are, and what the house declares.

use serde_json::{Map, Value, json};

use crate::vocabulary::Vocabulary;

/// A kind of statement: its keys with their shape, those that must be there marked by `!`.
type Kind = (&'static str, &'static [(&'static str, &'static str)]);

const TRIGGER: &[(&str, &str)] = &[
    ("opens_on", "events"),
    ("every", "string"),
    ("opens_when", "condition"),
    ("silent", "events"),
    ("lasts", "time"),
    ("where", "condition"),
    ("for_each", "string"),
    ("sample", "object"),
    ("repeat", "time"),
    ("until", "strings"),
];

const FIELD: &[(&str, &str)] = &[
    ("id", "!string"),
    ("name", "text"),
    ("help", "text"),
    ("type", "!field-type"),
    ("unit", "string"),
    ("choices", "array"),
    ("required", "boolean"),
    ("required_at", "string"),
    ("when", "condition"),
    ("check", "condition"),
    ("fill", "condition"),
    ("reason", "boolean"),
    ("weight", "integer"),
    ("points", "object"),
    ("curve", "array"),
    ("red", "boolean"),
    ("columns", "array"),
    ("masked", "boolean"),
];

const KINDS: &[Kind] = &[
    (
        "setting",
        &[
            ("id", "!id"),
            ("name", "text"),
            ("help", "text"),
            ("type", "!setting-type"),
            ("default", "any"),
            ("choices", "strings"),
        ],
    ),
    ("regulation", &[("id", "!string"), ("name", "text")]),
    (
        "clause",
        &[
            ("id", "!string"),
            ("of", "!string"),
            ("text", "!text"),
            ("controls", "strings"),
        ],
    ),
    (
        "control",
        &[
            ("id", "!string"),
            ("name", "text"),
            ("enforced_by", "strings"),
            ("measured_by", "strings"),
            ("waits_for", "strings"),
        ],
    ),
    (
        "calendar",
        &[
            ("id", "!id"),
            ("name", "text"),
            ("week", "!object"),
            ("holidays", "string"),
        ],
    ),
    (
        "lifecycle",
        &[
            ("id", "!id"),
            ("name", "text"),
            ("of", "!kind"),
            ("when", "condition"),
            ("rank", "integer"),
            ("stages", "!object"),
            ("back", "strings"),
        ],
    ),
    (
        "stage",
        &[
            ("id", "!id"),
            ("name", "text"),
            ("responsible", "who"),
            ("limit", "time"),
            ("enter", "needs"),
            ("leave", "needs"),
            ("exempt", "string"),
            ("skip", "object"),
        ],
    ),
    (
        "gate",
        &[
            ("id", "!id"),
            ("name", "text"),
            ("before", "!strings"),
            ("of", "kind"),
            ("when", "condition"),
            ("needs", "!needs"),
            ("effect", "effect"),
            ("within", "time"),
            ("exempt", "string"),
        ],
    ),
    (
        "grading",
        &[
            ("id", "!id"),
            ("name", "text"),
            ("of", "!kind"),
            ("sheet", "string"),
            ("confirm", "string"),
        ],
    ),
    (
        "grade",
        &[
            ("id", "!id"),
            ("grading", "!string"),
            ("name", "text"),
            ("rank", "!integer"),
            ("any", "needs"),
            ("all", "needs"),
            ("gives", "object"),
            ("watched_by", "whos"),
        ],
    ),
    (
        "approval",
        &[
            ("id", "!id"),
            ("name", "text"),
            ("subject", "!string"),
            ("when", "condition"),
            ("rank", "integer"),
            ("steps", "!array"),
            ("ask_again", "condition"),
        ],
    ),
    (
        "obligation",
        &[
            ("id", "!id"),
            ("name", "text"),
            ("when", "condition"),
            ("rank", "integer"),
            ("also", "boolean"),
            ("responsible", "!who"),
            ("at", "string"),
            ("if_closed", "if-closed"),
            ("due", "time"),
            ("calendar", "string"),
            ("paused_while", "condition"),
            ("fulfilled_by", "any"),
            ("fulfilled_when", "needs"),
            ("warn", "string"),
            ("escalate", "array"),
            ("confirm", "object"),
            ("key_step", "boolean"),
            ("restart", "boolean"),
            ("on_time_by", "on-time-by"),
            ("waiver", "string"),
            ("form", "string"),
        ],
    ),
    (
        "service",
        &[
            ("id", "!id"),
            ("name", "text"),
            ("of", "!kind"),
            ("when", "condition"),
            ("rank", "integer"),
            ("calendar", "string"),
        ],
    ),
    (
        "route",
        &[
            ("id", "!id"),
            ("name", "text"),
            ("of", "!kind"),
            ("when", "condition"),
            ("rank", "integer"),
            ("to", "!who"),
            ("needs", "needs"),
            ("pick", "pick"),
        ],
    ),
    (
        "notice",
        &[
            ("id", "!id"),
            ("name", "text"),
            ("when", "condition"),
            ("to", "!whos"),
            ("read", "time"),
            ("say", "text"),
        ],
    ),
    (
        "form",
        &[
            ("id", "!id"),
            ("name", "text"),
            ("on", "!string"),
            ("when", "condition"),
            ("fields", "!fields"),
            ("pass", "integer"),
            ("valid", "duration"),
            ("filled_by", "who"),
            ("anonymous", "boolean"),
            ("present", "boolean"),
            ("list", "string"),
            ("makes", "array"),
        ],
    ),
    (
        "deliverable",
        &[
            ("id", "!id"),
            ("name", "text"),
            ("of", "!kind"),
            ("stage", "string"),
            ("when", "condition"),
            ("from", "string"),
            ("copies", "strings"),
            ("keeper", "who"),
            ("due", "time"),
            ("optional", "boolean"),
        ],
    ),
    (
        "metric",
        &[
            ("id", "!id"),
            ("name", "text"),
            ("unit", "string"),
            ("numerator", "count"),
            ("denominator", "count"),
            ("value", "count"),
            ("formula", "condition"),
            ("credit", "object"),
            ("by", "strings"),
            ("lower_is_better", "boolean"),
        ],
    ),
    ("body", &[("id", "!id"), ("name", "text")]),
    (
        "position",
        &[
            ("id", "!id"),
            ("name", "text"),
            ("of", "kind"),
            ("may", "permissions"),
            ("reach", "reach"),
            ("duties", "array"),
        ],
    ),
    (
        "secrecy",
        &[
            ("id", "!id"),
            ("name", "text"),
            ("holds", "!strings"),
            ("readers", "whos"),
            ("needs", "needs"),
        ],
    ),
    (
        "skill",
        &[
            ("id", "!id"),
            ("name", "text"),
            ("levels", "integer"),
            ("valid", "duration"),
        ],
    ),
];

/// The schema of any file of a pack, whatever the house.
pub fn schema() -> Value {
    schema_with(&Vocabulary::default())
}

/// The schema with the kinds of record, events and actions of a house, for an editor to offer.
pub fn schema_with(vocabulary: &Vocabulary) -> Value {
    let mut properties = header();
    for (kind, keys) in KINDS {
        let mut all: Vec<(&str, &str)> = keys.to_vec();
        if matches!(*kind, "obligation" | "notice") {
            all.extend(TRIGGER);
        }
        properties.insert((*kind).into(), statements(&all, *kind != "service"));
    }
    let mut field = FIELD.to_vec();
    field.push(("on", "!kind"));
    properties.insert("field".into(), statements(&field, true));
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Xianji policy pack",
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
        "$defs": shapes(vocabulary),
    })
}

fn header() -> Map<String, Value> {
    let keys = [
        ("id", "id"),
        ("version", "string"),
        ("name", "text"),
        ("extends", "strings"),
        ("rests_on", "strings"),
        ("remove", "strings"),
        ("for", "text"),
        ("approver", "string"),
        ("from", "any"),
        ("settings", "object"),
    ];
    keys.into_iter()
        .map(|(key, shape)| (key.to_string(), refer(shape)))
        .collect()
}

fn statements(keys: &[(&str, &str)], closed: bool) -> Value {
    json!({ "type": "array", "items": table(keys, closed) })
}

fn table(keys: &[(&str, &str)], closed: bool) -> Value {
    let properties: Map<String, Value> = keys
        .iter()
        .map(|(key, shape)| ((*key).to_string(), refer(shape.trim_start_matches('!'))))
        .collect();
    let required: Vec<&str> = keys
        .iter()
        .filter(|(_, shape)| shape.starts_with('!'))
        .map(|(key, _)| *key)
        .collect();
    let others = if closed { json!(false) } else { refer("duration") };
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": others })
}

fn refer(shape: &str) -> Value {
    match shape {
        "string" | "boolean" | "integer" | "object" | "array" => json!({ "type": shape }),
        "any" => json!(true),
        shape => json!({ "$ref": format!("#/$defs/{shape}") }),
    }
}

/// One of these words; any text where none are known.
fn words(known: &[&str]) -> Value {
    if known.is_empty() {
        json!({ "type": "string" })
    } else {
        json!({ "enum": known })
    }
}

fn shapes(vocabulary: &Vocabulary) -> Value {
    let kinds: Vec<&str> = vocabulary.kinds().map(|kind| kind.name.as_str()).collect();
    let events: Vec<&str> = vocabulary.events().map(|event| event.name.as_str()).collect();
    let actions: Vec<&str> = vocabulary.actions().collect();
    let one_or_many = |one: Value| json!({ "anyOf": [one, { "type": "array", "items": one }] });
    let count = [
        ("event", "events"),
        ("each", "string"),
        ("where", "condition"),
        ("sum", "condition"),
        ("mean", "condition"),
        ("p50", "condition"),
        ("p90", "condition"),
        ("max", "condition"),
    ];
    json!({
        "id": { "type": "string", "pattern": "^[a-z0-9][a-z0-9-]*$" },
        "kind": words(&kinds),
        "event": { "anyOf": [words(&events), { "type": "string", "pattern": "^[a-z]+:[a-z0-9.-]+\\.[a-z]+$" }] },
        "events": one_or_many(refer("event")),
        "action": { "anyOf": [words(&actions), { "type": "string", "pattern": "^([a-z_]+|\\*)\\.([a-z_]+|\\*)$" }] },
        "permissions": { "type": "array", "items": { "anyOf": [
            refer("action"),
            table(&[("do", "!action"), ("when", "condition"), ("reach", "reach")], true),
        ] } },
        "text": { "anyOf": [
            { "type": "string" },
            table(&[("zh", "!string"), ("zh-Hant", "string"), ("en", "string")], true),
        ] },
        "who": { "type": "string", "description": "position:x, group:x, body:x, role:x, project.manager, head(…), \
            above(…), counterpart(…), given:x, customer, any(…), all(…), most(…)" },
        "whos": one_or_many(refer("who")),
        "strings": one_or_many(json!({ "type": "string" })),
        "condition": { "type": "string", "maxLength": 1000, "description": "CEL over the declared facts" },
        "need": { "anyOf": [
            { "type": "string" },
            table(&[("need", "!string"), ("when", "condition"), ("say", "text"), ("from", "who")], true),
        ] },
        "needs": one_or_many(refer("need")),
        "duration": { "type": "string", "examples": ["3 working days", "2 working hours", "24 hours"] },
        "time": one_or_many(json!({ "type": "string", "examples": [
            "3 working days", "service:first_reply", "setting:x", "given:x", "bid.closes_at - 3 working days",
            "interaction.planned_at + setting:x",
        ] })),
        "count": table(&count, true),
        "fields": { "type": "array", "items": table(FIELD, true) },
        "field-type": { "enum": [
            "text", "number", "money", "percent", "date", "choice", "flag", "check", "score", "stars", "level",
            "member", "file", "signature", "table", "actions",
        ] },
        "setting-type": { "enum": ["duration", "number", "percent", "money", "text", "choice", "flag"] },
        "effect": { "enum": ["block", "warn", "hold"] },
        "if-closed": { "enum": ["before", "after", "skip"] },
        "on-time-by": { "enum": ["recorded", "happened"] },
        "pick": { "enum": ["least-loaded", "in-turn", "queue"] },
        "reach": { "enum": ["own", "team", "department", "tree", "company"] },
    })
}
