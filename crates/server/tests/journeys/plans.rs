//! Every statement of the everyday reads is served by an index, so that ten times the data costs the same. SQLite's planner answers
//! without regard to how many rows there are, so the starter company is enough; `make bench` looks at PostgreSQL with all rows there.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::http::{Request, header};
use sea_orm::{ConnectionTrait, Statement};
use xianji_kernel::clock::SystemClock;
use xianji_platform::Database;
use xianji_platform::testing::{Answer, Contract};
use xianji_server::house::{self, House, Place};

/// Tables that grow with the years.
const LARGE: [&str; 22] = [
    "approval_decider",
    "approval_request",
    "archive_item",
    "contact",
    "customer",
    "customer_member",
    "customer_timeline",
    "dynamic_item",
    "event",
    "form_filing",
    "gate_check",
    "grading_result",
    "handover",
    "inquiry",
    "interaction",
    "lead",
    "message",
    "notification",
    "obligation",
    "obligation_person",
    "project",
    "stage_record",
];

struct Watched {
    house: House,
    contract: Contract,
    seen: Arc<Mutex<Vec<Statement>>>,
    _folder: tempfile::TempDir,
}

async fn open() -> Watched {
    let folder = tempfile::tempdir().unwrap();
    let seen: Arc<Mutex<Vec<Statement>>> = Arc::default();
    let place = Place {
        data: folder.path().to_owned(),
        database: None,
        outside: Default::default(),
    };
    let told = seen.clone();
    let database = Database::open(&place.database_url())
        .await
        .unwrap()
        .observed(move |statement| told.lock().unwrap().push(statement.clone()));
    house::migrate(&database).await.unwrap();
    let house = House::open(database, &place, Arc::new(SystemClock))
        .await
        .unwrap();
    xianji_server::starter::load(&house.app).await.unwrap();
    Watched {
        contract: Contract::of(house.openapi.clone()),
        house,
        seen,
        _folder: folder,
    }
}

async fn log_in(watched: &Watched, login: &str) -> String {
    let body = serde_json::json!({ "login": login, "password": "kai-shi-2026" });
    let request = Request::post("/api/v1/session")
        .header(header::CONTENT_TYPE, "application/json")
        .body(Body::from(body.to_string()))
        .unwrap();
    let answer = Answer::of(watched.house.router.clone(), request).await;
    watched.contract.hold("POST", "/api/v1/session", &answer);
    let cookie = answer.headers[header::SET_COOKIE].to_str().unwrap();
    cookie.split(';').next().unwrap().to_owned()
}

/// The statements that a read sends.
async fn statements(watched: &Watched, cookie: &str, path: &str) -> Vec<Statement> {
    watched.seen.lock().unwrap().clear();
    let request = Request::get(format!("/api/v1{path}"))
        .header(header::COOKIE, cookie)
        .body(Body::empty())
        .unwrap();
    let answer = Answer::of(watched.house.router.clone(), request).await;
    watched.contract.hold("GET", &format!("/api/v1{path}"), &answer);
    assert!(answer.status < 300, "{path}: {answer}");
    std::mem::take(&mut watched.seen.lock().unwrap())
}

/// Lines of the plan that read a whole large table, or sort what no index brings in order.
async fn complaints(watched: &Watched, statement: &Statement) -> Vec<String> {
    let explained = Statement {
        sql: format!("EXPLAIN QUERY PLAN {}", statement.sql),
        ..statement.clone()
    };
    // An empty list of ids: nothing is read.
    if statement.sql.contains(" WHERE ? = ?") {
        return Vec::new();
    }
    let db = watched.house.app.reader();
    let rows = db.query_all_raw(explained).await.unwrap();
    let lines: Vec<String> = rows
        .iter()
        .map(|row| row.try_get::<String>("", "detail").unwrap())
        .collect();
    // A page is cut off: what walks an index in the order that is asked for stops with the page.
    let paged = statement.sql.contains(" LIMIT ")
        && !lines.iter().any(|line| line.contains("TEMP B-TREE FOR ORDER BY"));
    lines
        .into_iter()
        .filter(|line| {
            let mut words = line.split(' ');
            let scans = words.next() == Some("SCAN");
            let table = words.next().unwrap_or_default();
            scans && LARGE.contains(&table) && !paged
        })
        .collect()
}

fn filtered(path: &str, tree: serde_json::Value, sort: &str) -> String {
    let tree: String = tree
        .to_string()
        .bytes()
        .map(|byte| format!("%{byte:02X}"))
        .collect();
    format!("{path}?filter={tree}&sort={sort}")
}

fn reads() -> Vec<String> {
    let is = |field: &str, value: &str| serde_json::json!({ "field": field, "op": "eq", "value": value });
    let stage_and_owner = serde_json::json!({ "all": [is("stage", "research"), is("owner", "@me")] });
    let open = is("state", "open");
    vec![
        "/projects".into(),
        "/projects?sort=-amount".into(),
        "/projects?sort=name".into(),
        filtered("/projects", stage_and_owner, "-amount"),
        filtered("/projects", is("owner", "@me"), "-updated_at"),
        "/projects/board".into(),
        "/customers".into(),
        "/customers?sort=name".into(),
        filtered("/customers", is("owner", "@me"), "name"),
        "/inquiries".into(),
        filtered("/inquiries", is("assignee", "@me"), "-received_at"),
        filtered("/inquiries", is("state", "following"), "-received_at"),
        "/interactions".into(),
        "/leads".into(),
        "/approvals".into(),
        "/obligations".into(),
        filtered("/obligations", open, "due_at"),
        filtered(
            "/obligations",
            serde_json::json!({ "field": "mine", "op": "eq", "value": true }),
            "due_at",
        ),
        "/notifications".into(),
        "/workbench".into(),
        "/session".into(),
    ]
}

#[tokio::test]
async fn no_everyday_read_walks_through_a_large_table() {
    let watched = open().await;
    let mut found = BTreeSet::new();
    for login in ["wangkai", "wutong", "zhoumin", "linlan"] {
        let cookie = log_in(&watched, login).await;
        for path in reads() {
            let sent = statements(&watched, &cookie, &path).await;
            println!("{login:<10} {:>3} statements {path}", sent.len());
            for statement in sent {
                for complaint in complaints(&watched, &statement).await {
                    found.insert(format!("{login} {path}: {complaint}\n    {}", statement.sql));
                }
            }
        }
    }
    let found: Vec<String> = found.into_iter().collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}
