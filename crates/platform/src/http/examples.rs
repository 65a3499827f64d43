//! An example of everything that is sent and answered, made from the published schema, so that it cannot drift from what is accepted. A
//! field's own `#[schema(example = …)]` comes first; else its name says what stands in it.

use serde_json::{Map, Value, json};

const RECORD: &str = "0195a0d2-8c00-7000-8000-000000000001";

/// Gives an operation's request and answers their examples; each named schema has its example once, in `components.examples`.
pub(super) fn add(schemas: &Value, operation: &mut Map<String, Value>, named: &mut Map<String, Value>) {
    let mut contents: Vec<&mut Value> = Vec::new();
    let (mut body, mut responses) = (None, None);
    for (name, part) in operation.iter_mut() {
        match name.as_str() {
            "requestBody" => body = Some(part),
            "responses" => responses = part.as_object_mut(),
            _ => {}
        }
    }
    contents.extend(body.and_then(|body| body.get_mut("content")));
    let answers = responses.into_iter().flat_map(|all| all.iter_mut());
    contents.extend(
        answers
            .filter(|(status, _)| status.starts_with('2'))
            .filter_map(|(_, answer)| answer.get_mut("content")),
    );
    let media = contents
        .into_iter()
        .filter_map(Value::as_object_mut)
        .flat_map(|content| content.values_mut());
    for media in media {
        let Some(schema) = media.get("schema").cloned() else {
            continue;
        };
        let name = schema["$ref"].as_str().and_then(|at| at.rsplit('/').next());
        let example = || of(schemas, &schema, "", &mut Vec::new());
        match name {
            Some(name) => {
                if !named.contains_key(name) {
                    named.insert(name.to_owned(), json!({ "value": example() }));
                }
                media["examples"] = json!({ "example": { "$ref": format!("#/components/examples/{name}") } });
            }
            None => media["example"] = example(),
        }
    }
}

/// A value that fits a schema; `field` is the name under which it stands, `within` the schemas that are being made.
fn of(schemas: &Value, schema: &Value, field: &str, within: &mut Vec<String>) -> Value {
    let given = [&schema["example"], &schema["examples"][0], &schema["const"]];
    if let Some(given) = given.into_iter().find(|value| !value.is_null()) {
        return given.clone();
    }
    if let Some(name) = schema["$ref"].as_str().and_then(|at| at.rsplit('/').next()) {
        if within.iter().any(|one| one == name) {
            return Value::Null;
        }
        within.push(name.to_owned());
        let made = of(schemas, &schemas[name], field, within);
        within.pop();
        return made;
    }
    if let Some(choice) = schema["enum"].as_array().and_then(|all| all.first()) {
        return choice.clone();
    }
    if let Some(parts) = schema["allOf"].as_array() {
        let mut whole = Map::new();
        for part in parts {
            if let Value::Object(fields) = of(schemas, part, field, within) {
                whole.extend(fields);
            }
        }
        return Value::Object(whole);
    }
    for word in ["oneOf", "anyOf"] {
        let choices = schema[word].as_array().into_iter().flatten();
        if let Some(choice) = choices.into_iter().find(|choice| choice["type"] != "null") {
            return of(schemas, choice, field, within);
        }
    }
    let kind = match &schema["type"] {
        Value::Array(kinds) => kinds.iter().find(|kind| *kind != "null").cloned(),
        kind => Some(kind.clone()),
    };
    match kind.as_ref().and_then(Value::as_str).unwrap_or_default() {
        "object" => {
            let fields = schema["properties"].as_object().into_iter().flatten();
            let required = |name: &str| {
                let all = schema["required"].as_array().into_iter().flatten();
                all.into_iter().any(|one| one == name)
            };
            let made = fields.filter_map(|(name, part)| {
                let value = of(schemas, part, name, within);
                (!value.is_null() || required(name)).then(|| (name.clone(), value))
            });
            Value::Object(made.collect())
        }
        "array" => {
            let one = of(schemas, &schema["items"], field, within);
            if one.is_null() { json!([]) } else { json!([one]) }
        }
        "string" => text(schema, field),
        "integer" => whole(schema, field),
        "number" => json!(0.5),
        "boolean" => json!(true),
        _ => Value::Null,
    }
}

fn whole(schema: &Value, field: &str) -> Value {
    let usual = match field {
        "amount" => 128_000_000,
        "version" => 3,
        "bytes" | "size" => 20_480,
        _ => 1,
    };
    let least = schema["minimum"].as_i64().unwrap_or(i64::MIN);
    let most = schema["maximum"].as_i64().unwrap_or(i64::MAX);
    json!(usual.clamp(least, most.max(least)))
}

fn text(schema: &Value, field: &str) -> Value {
    match schema["format"].as_str() {
        Some("uuid") => return json!(RECORD),
        Some("date-time") => return json!("2026-03-02T01:00:00Z"),
        Some("date") => return json!("2026-03-02"),
        Some("binary") => return json!("(bytes)"),
        _ => {}
    }
    let words = match field {
        "name" | "customer_name" | "company" | "recipient" | "sender_company" => "南湖水务有限公司",
        "member_name" | "sender_name" | "delegate_name" | "filed_as" => "王芳",
        "department_name" => "销售部",
        "short_name" => "南湖水务",
        "title" => "管网监测平台",
        "number" => "PRJ-2026-0001",
        "reason" | "words" | "why" | "not_duplicate_reason" => "客户要求先行",
        "source" => "展会",
        "industry" => "水务",
        "region" => "华中",
        "address" => "武汉市东湖路 1 号",
        "email" | "sender_email" | "from_address" | "to_address" => "wang.fang@example.cn",
        "phone" | "mobile" | "sender_phone" => "13812345678",
        "website" => "https://www.example.cn",
        "url" | "link" => "https://presales.example.cn/p/0a1b2c",
        "mail_domain" => "example.cn",
        "currency" => "CNY",
        "login" => "wangfang",
        "password" | "old" => "a long password",
        "position" | "positions" => "sales",
        "role" => "technical",
        "kind" | "subject_kind" | "record_kind" => "project",
        "stage" | "before" => "requirements",
        "point" => "stage:requirements",
        "form" => "weekly-report",
        "rule" => "weekly-report",
        "gate" => "initiation-first",
        "deliverable" => "feasibility-analysis",
        "pack" | "extends" => "standard",
        "zone" => "Asia/Shanghai",
        "language" => "zh",
        "hash" | "sha256" => "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "media_type" => "application/pdf",
        "controls" => "CTL-INQ-01",
        "permissions" | "action" | "can" => "project.update",
        "event" => "project.advanced",
        "pointer" => "/name",
        "code" => "required",
        "question" => "如何选型？",
        "answer" | "body" | "content" | "text" | "summary" => "按两条产线的负荷选型",
        "notes" | "note" => "补充说明",
        _ => "…",
    };
    let most = schema["maxLength"].as_u64().unwrap_or(u64::MAX);
    let short: String = words
        .chars()
        .take(usize::try_from(most).unwrap_or(usize::MAX))
        .collect();
    let least = schema["minLength"].as_u64().unwrap_or_default();
    let missing = usize::try_from(least)
        .unwrap_or_default()
        .saturating_sub(short.chars().count());
    json!(short + &"x".repeat(missing))
}
