//! Requests as the description of the API has them, and as it does not, by people in several positions.

use std::time::Instant;

use rand::Rng;
use rand::rngs::StdRng;
use serde_json::{Value, json};
use xianji_platform::testing::{TestCompany, TestMember};

use crate::chance::{odd, once_in, one, text};
use crate::faults::{Faults, last_panic};
use crate::values::{Maker, wild};

/// Requests to a company before another one is opened, so that what was broken by right does not narrow the search.
const COMPANY: u64 = 4_000;

/// What would take everybody's rights away, needs a browser's session, or reads everything each time.
const LEFT_OUT: [&str; 12] = [
    "/api/v1/session",
    "/api/v1/session/password",
    "/api/v1/session/stand-in",
    "/api/v1/ledger/verify",
    "/api/v1/members/{id}/deactivate",
    "/api/v1/members/{id}/move",
    "/api/v1/members/{id}/positions",
    "/api/v1/members/{id}/positions/{holding}/end",
    "/api/v1/departments/{id}",
    "/api/v1/departments/{id}/archive",
    "/api/v1/policies/{id}/adopt",
    "/api/v1/policies",
];

struct Operation {
    method: String,
    path: String,
    described: Value,
}

struct Found {
    ids: Vec<String>,
    cursors: Vec<String>,
}

/// Sends requests until the time is over.
pub async fn search(chance: &mut StdRng, until: Instant, faults: &mut Faults) -> u64 {
    let document = match xianji_server::house::describe() {
        Ok(document) => document,
        Err(failure) => {
            faults.note("requests: no description", &failure.to_string(), b"");
            return 0;
        }
    };
    let operations = operations(&document);
    let mut tried = 0;
    while Instant::now() < until {
        let (company, people) = company().await;
        let mut found = Found {
            ids: people.iter().map(|member| member.id.to_string()).collect(),
            cursors: Vec::new(),
        };
        for _ in 0..COMPANY {
            if Instant::now() >= until {
                break;
            }
            let (Some(operation), Some(member)) = (one(chance, &operations), one(chance, &people)) else {
                return tried;
            };
            let maker = Maker {
                document: &document,
                ids: &found.ids,
            };
            let asked = Asked::make(chance, &maker, operation, &found.cursors);
            tried += 1;
            send(&company, member, operation, asked, &mut found, faults).await;
            if once_in(chance, 500) {
                company.tick().await;
            }
        }
    }
    tried
}

async fn company() -> (TestCompany, Vec<TestMember>) {
    let company = TestCompany::open(xianji_server::house::modules()).await;
    let sales = company.department("销售部", None).await;
    let desk = company.department("咨询部", None).await;
    company.adopt_shipped("standard").await;
    company
        .adopt(&xianji_platform::testing::shipped("consulting-desk"), Some(desk))
        .await;
    let mut people = Vec::new();
    for (name, position, department) in [
        ("陈立", "administrator", company.root()),
        ("林岚", "executive", company.root()),
        ("吴桐", "sales-manager", sales),
        ("王凯", "sales", sales),
        ("何谨", "policy-officer", company.root()),
        ("赵倩", "desk-lead", desk),
        ("周敏", "consultant", desk),
    ] {
        people.push(
            company
                .member(name)
                .with_positions(&[position])
                .in_department(department)
                .await,
        );
    }
    let everything = company
        .member("全能")
        .allowed(&["*"], xianji_platform::Reach::Company)
        .await;
    people.push(everything);
    (company, people)
}

fn operations(document: &Value) -> Vec<Operation> {
    let mut all = Vec::new();
    for (path, item) in document["paths"].as_object().into_iter().flatten() {
        for (method, described) in item.as_object().into_iter().flatten() {
            let known = ["get", "post", "put", "patch", "delete"].contains(&method.as_str());
            if known && !LEFT_OUT.contains(&path.as_str()) {
                all.push(Operation {
                    method: method.to_uppercase(),
                    path: path.clone(),
                    described: described.clone(),
                });
            }
        }
    }
    all
}

struct Asked {
    path: String,
    headers: Vec<(&'static str, String)>,
    body: Option<Value>,
}

impl Asked {
    fn make(chance: &mut StdRng, maker: &Maker, operation: &Operation, cursors: &[String]) -> Self {
        let mut path = String::new();
        for part in operation.path.trim_start_matches("/api/v1").split('/').skip(1) {
            path.push('/');
            if part.starts_with('{') {
                let given = if once_in(chance, 10) {
                    encoded(&odd(chance))
                } else {
                    maker.id(chance)
                };
                path.push_str(&given);
            } else {
                path.push_str(part);
            }
        }
        let mut query = Vec::new();
        for parameter in operation.described["parameters"].as_array().into_iter().flatten() {
            let name = parameter["name"].as_str().unwrap_or_default();
            let needed = parameter["required"] == true;
            if parameter["in"] == "query" && (needed || chance.random_bool(0.4)) {
                query.push(format!(
                    "{name}={}",
                    encoded(&given(chance, maker, name, &parameter["schema"], cursors))
                ));
            }
        }
        if once_in(chance, 30) {
            query.push(format!("{}={}", encoded(&odd(chance)), encoded(&odd(chance))));
        }
        if !query.is_empty() {
            path = format!("{path}?{}", query.join("&"));
        }
        Self {
            path,
            headers: headers(chance, &operation.method),
            body: body(chance, maker, operation),
        }
    }
}

fn body(chance: &mut StdRng, maker: &Maker, operation: &Operation) -> Option<Value> {
    let schema = operation.described["requestBody"]["content"]["application/json"].get("schema")?;
    Some(match chance.random_range(0..30) {
        0 => return None,
        1 => wild(chance, 0),
        _ => maker.value(chance, schema, 0),
    })
}

fn headers(chance: &mut StdRng, method: &str) -> Vec<(&'static str, String)> {
    let mut all = Vec::new();
    if ["PUT", "PATCH", "DELETE"].contains(&method) || once_in(chance, 10) {
        let odd = ["*", "W/\"v1\"", "\"v99999999999999999999\"", "\"v-1\"", "v1", ""];
        let tag = match once_in(chance, 6) {
            true => one(chance, &odd).copied().unwrap_or_default().to_owned(),
            false => format!("\"v{}\"", chance.random_range(1..4)),
        };
        all.push(("if-match", tag));
    }
    if once_in(chance, 4) {
        all.push(("idempotency-key", format!("key {}", chance.random_range(0..50))));
    }
    if once_in(chance, 40) {
        all.push(("idempotency-key", "k".repeat(chance.random_range(0..5_000))));
    }
    if once_in(chance, 20) {
        all.push((
            "accept-language",
            one(chance, &["xx", "zh-Hant", "en;q=2", ";;;", "*"])
                .copied()
                .unwrap_or_default()
                .to_owned(),
        ));
    }
    all
}

/// A query parameter as text.
fn given(chance: &mut StdRng, maker: &Maker, name: &str, schema: &Value, cursors: &[String]) -> String {
    match name {
        "filter" if !once_in(chance, 10) => filter(chance, maker, 0).to_string(),
        "sort" => {
            let sign = if once_in(chance, 2) { "-" } else { "" };
            format!("{sign}{}", field(chance))
        }
        "cursor" => match one(chance, cursors) {
            Some(cursor) if once_in(chance, 2) => cursor.clone(),
            Some(cursor) => cursor
                .chars()
                .map(|letter| if once_in(chance, 30) { '7' } else { letter })
                .collect(),
            None => json!(["0000000000000000", [["text", odd(chance)]]])
                .to_string()
                .bytes()
                .map(|byte| format!("{byte:02x}"))
                .collect(),
        },
        "limit" => one(
            chance,
            &["1", "2", "200", "201", "0", "-1", "18446744073709551616", "1.5"],
        )
        .copied()
        .unwrap_or_default()
        .to_owned(),
        _ if once_in(chance, 4) => text(chance, 300),
        _ => match maker.value(chance, schema, 0) {
            Value::String(text) => text,
            other => other.to_string(),
        },
    }
}

fn field(chance: &mut StdRng) -> String {
    const FIELDS: [&str; 34] = [
        "number",
        "name",
        "title",
        "kind",
        "state",
        "stage",
        "stage_since",
        "amount",
        "won_amount",
        "margin",
        "public_sector",
        "first_lead_on",
        "customer",
        "owner",
        "team",
        "department",
        "created_at",
        "updated_at",
        "archived_at",
        "received_at",
        "channel",
        "class",
        "priority",
        "assignee",
        "mine",
        "responsible",
        "due_at",
        "rule",
        "subject",
        "active",
        "complete",
        "contact_count",
        "login",
        "position",
    ];
    match once_in(chance, 15) {
        true => odd(chance),
        false => one(chance, &FIELDS).copied().unwrap_or_default().to_owned(),
    }
}

fn filter(chance: &mut StdRng, maker: &Maker, depth: u32) -> Value {
    const OPS: [&str; 14] = [
        "eq", "ne", "lt", "le", "lte", "gt", "ge", "gte", "in", "not_in", "contains", "starts", "empty",
        "between",
    ];
    match chance.random_range(0..8) {
        0 if depth < 6 => {
            json!({ "all": (0..chance.random_range(0..4)).map(|_| filter(chance, maker, depth + 1)).collect::<Vec<_>>() })
        }
        1 if depth < 6 => {
            json!({ "any": (0..chance.random_range(0..4)).map(|_| filter(chance, maker, depth + 1)).collect::<Vec<_>>() })
        }
        2 if depth < 6 => json!({ "not": filter(chance, maker, depth + 1) }),
        3 => wild(chance, 0),
        _ => {
            let value = match chance.random_range(0..4) {
                0 => json!(maker.id(chance)),
                1 => json!([maker.id(chance), odd(chance)]),
                _ => wild(chance, 2),
            };
            json!({ "field": field(chance), "op": one(chance, &OPS).copied().unwrap_or_default(), "value": value })
        }
    }
}

fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
            other => format!("%{other:02X}"),
        })
        .collect()
}

async fn send(
    company: &TestCompany,
    member: &TestMember,
    operation: &Operation,
    asked: Asked,
    found: &mut Found,
    faults: &mut Faults,
) {
    let (company, id, method) = (company.clone(), member.id, operation.method.clone());
    let input = format!(
        "{} {} as {}\n{:?}\n{}",
        method,
        asked.path,
        member.name,
        asked.headers,
        asked.body.clone().unwrap_or_default()
    );
    let running = tokio::spawn(async move {
        let headers: Vec<(&str, &str)> = asked
            .headers
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        company
            .send(Some(id), &method, &asked.path, &headers, asked.body)
            .await
    });
    let place = format!("{} {}", operation.method, operation.path);
    match running.await {
        // The test company holds every answer against the description and panics where it does not fit.
        Err(_) => faults.note(&place, &last_panic(), input.as_bytes()),
        Ok(answer) if answer.status >= 500 => {
            faults.note(
                &format!("{place} {}", answer.status),
                &answer.body.to_string(),
                input.as_bytes(),
            );
        }
        Ok(answer) => gather(&answer.body, found),
    }
}

/// Ids and cursors of an answer are used by later requests.
fn gather(body: &Value, found: &mut Found) {
    match body {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value.as_str() {
                    Some(id)
                        if (name == "id" || name.ends_with("_id"))
                            && id.len() == 36
                            && found.ids.len() < 3_000 =>
                    {
                        found.ids.push(id.to_owned())
                    }
                    Some(cursor) if name == "next" && found.cursors.len() < 300 => {
                        found.cursors.push(cursor.to_owned())
                    }
                    _ => gather(value, found),
                }
            }
        }
        Value::Array(items) => items.iter().take(20).for_each(|item| gather(item, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
