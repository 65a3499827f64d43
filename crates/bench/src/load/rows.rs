//! What is asked of the program: who asks, for what, and what was promised.

use std::sync::atomic::{AtomicU64, Ordering};

use serde_json::json;

use super::goals::Goal;
use crate::client::Request;
use crate::data::shape::{OWNERS, STAGES, Shape, name_part, owner, stage};
use crate::data::{BUSY, HEAD, MEMBER, PASSWORD, WHOLE};
use crate::dice::below;

/// Makes the n-th request.
type Make = Box<dyn Fn(u64) -> Request + Sync>;

/// A line of the table.
pub struct Row {
    pub name: &'static str,
    /// Who asks; nobody is logged in for a log-in.
    pub login: Option<&'static str>,
    pub goal: Goal,
    pub ask: Make,
    /// Whether the floor sends the same payload for comparison.
    pub floor: bool,
}

impl Row {
    fn read(
        name: &'static str,
        login: &'static str,
        goal: Goal,
        ask: impl Fn(u64) -> String + Sync + 'static,
    ) -> Self {
        Self {
            name,
            login: Some(login),
            goal,
            ask: Box::new(move |n| Request::get(ask(n))),
            floor: true,
        }
    }
}

/// Ids of projects as the program itself names them: those of the member, and those that stand before their second stage.
pub struct Known {
    pub mine: Vec<String>,
    pub customers: Vec<String>,
    pub first_stage: Vec<String>,
    /// The member's own id.
    pub member: String,
}

fn filter(tree: &serde_json::Value) -> String {
    let text = tree.to_string();
    let mut encoded = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => encoded.push(char::from(byte)),
            other => encoded.push_str(&format!("%{other:02X}")),
        }
    }
    encoded
}

fn one_of(all: &[String], n: u64) -> String {
    let place = below(5, n, all.len() as u64);
    usize::try_from(place)
        .ok()
        .and_then(|place| all.get(place))
        .cloned()
        .unwrap_or_default()
}

fn list(member: &str, n: u64) -> String {
    let stage = STAGES[usize::try_from(below(3, n, 5)).unwrap_or(0)].0;
    let tree = json!({ "all": [
        { "field": "stage", "op": "eq", "value": stage }, { "field": "owner", "op": "eq", "value": member }] });
    format!("/projects?limit=50&sort=-amount&filter={}", filter(&tree))
}

fn part(n: u64) -> String {
    let tree = json!({ "field": "name", "op": "contains", "value": name_part(n) });
    format!("/customers?limit=50&filter={}", filter(&tree))
}

/// All of them, reads first.
pub fn rows(known: Known, run: String) -> Vec<Row> {
    let Known {
        mine,
        customers,
        first_stage,
        member,
    } = known;
    let (own, pages) = (member.clone(), mine.clone());
    let mut rows = vec![
        Row::read(
            "list of 50 projects, stage and owner, by amount, with total (member)",
            MEMBER,
            Goal::both(0.8, 4000.0),
            move |n| list(&own, n),
        ),
        Row::read("the same list (company)", "linlan", Goal::NONE, move |n| {
            list(&member, n)
        }),
        Row::read(
            "list of 50 projects, whole company, by amount",
            "linlan",
            Goal::NONE,
            |_| "/projects?limit=50&sort=-amount".into(),
        ),
        Row::read("project page", MEMBER, Goal::ms(0.8), move |n| {
            format!("/projects/{}", one_of(&pages, n))
        }),
        Row::read("latest activity of a project", MEMBER, Goal::NONE, move |n| {
            format!("/projects/{}/timeline", one_of(&mine, n))
        }),
        Row::read("board (own)", MEMBER, Goal::ms(8.0), |_| "/projects/board".into()),
        Row::read("board (department head)", HEAD, Goal::ms(8.0), |_| {
            "/projects/board".into()
        }),
        Row::read("board (company)", "linlan", Goal::ms(8.0), |_| {
            "/projects/board".into()
        }),
        Row::read("workbench with 200 obligations", BUSY, Goal::ms(2.0), |_| {
            "/workbench".into()
        }),
        Row::read("my obligations, first 50", BUSY, Goal::NONE, |_| {
            format!(
                "/obligations?limit=50&filter={}",
                filter(&json!({ "field": "mine", "op": "eq", "value": true }))
            )
        }),
        Row::read(
            "customers by a name part of two letters (company)",
            "linlan",
            Goal::ms(2.0),
            part,
        ),
        Row::read(
            "customers by a name part of two letters (member)",
            MEMBER,
            Goal::ms(2.0),
            part,
        ),
        Row::read("inquiries, first 50 (member)", MEMBER, Goal::NONE, |_| {
            "/inquiries?limit=50".into()
        }),
    ];
    rows.push(create(customers, run.clone()));
    rows.push(advance(first_stage, run));
    rows.push(log_in());
    rows
}

fn create(customers: Vec<String>, run: String) -> Row {
    Row {
        name: "create a project",
        login: Some(MEMBER),
        goal: Goal::both(2.0, 800.0),
        ask: Box::new(move |n| {
            let body = json!({ "name": format!("新机会{n}"), "kind": "service", "customer": one_of(&customers, n),
                "amount": { "amount": 12_000_000, "currency": "CNY" }, "goal": "三个月内上线" });
            Request::post("/projects", body, format!("create-{run}-{n}"))
        }),
        floor: false,
    }
}

/// Each project can be advanced once, so every request takes the next.
fn advance(projects: Vec<String>, run: String) -> Row {
    let next = AtomicU64::new(0);
    Row {
        name: "advance a stage",
        login: Some(WHOLE),
        goal: Goal::both(2.0, 800.0),
        ask: Box::new(move |n| {
            let place =
                usize::try_from(next.fetch_add(1, Ordering::Relaxed)).unwrap_or(0) % projects.len().max(1);
            let path = format!("/projects/{}/advance", projects[place]);
            Request::post(
                path,
                json!({ "to": "requirements" }),
                format!("advance-{run}-{n}-{place}"),
            )
        }),
        floor: false,
    }
}

/// Every tenth owner in turn: more from one address than the limit allows would be refused.
fn log_in() -> Row {
    Row {
        name: "log in",
        login: None,
        goal: Goal::ms(40.0),
        ask: Box::new(|n| Request {
            key: None,
            ..Request::post(
                "/session",
                json!({ "login": format!("owner-{:03}", (n * 7) % OWNERS), "password": PASSWORD }),
                "",
            )
        }),
        floor: false,
    }
}

/// Places of the owner's projects and of those that may be advanced.
pub fn places(shape: &Shape, member: u64) -> (Vec<u64>, Vec<u64>) {
    let all = || 0..shape.customers();
    let mine = all().filter(|n| owner(*n) == member).take(400).collect();
    let first = all()
        .filter(|n| stage(*n) == 0 && crate::data::has_report(*n))
        .take(20_000)
        .collect();
    (mine, first)
}
