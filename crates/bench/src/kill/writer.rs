//! One of the writers, and what it was told.

use std::net::SocketAddr;

use serde_json::json;

use crate::client::{Client, Request};
use crate::dice::Dice;

/// A write that was sent.
#[derive(Clone, Debug)]
pub struct Written {
    /// `customers`, `projects` or `inquiries`.
    pub kind: &'static str,
    /// The cookie of whoever sent it.
    pub cookie: String,
    /// What was sent, with its key.
    pub request: Request,
    /// The record's id, once it was answered with 2xx.
    pub id: Option<String>,
}

/// Posts until the connection breaks or an answer is no 2xx; what that answer said comes beside what was written.
pub fn write(
    address: SocketAddr,
    cookie: &str,
    dice: &mut Dice,
    name: &str,
) -> (Vec<Written>, Option<String>) {
    let mut client = Client::of(address, Some(cookie.to_owned()));
    let mut all: Vec<Written> = Vec::new();
    loop {
        let mut sent = next(dice, &format!("{name}号{}", all.len()), cookie, &all);
        match client.send(&sent.request) {
            Err(_) => {
                all.push(sent);
                return (all, None);
            }
            Ok(answer) if answer.is_good() => {
                sent.id = answer.json()["id"].as_str().map(str::to_owned);
                all.push(sent);
            }
            Ok(answer) => {
                let text = String::from_utf8_lossy(&answer.body).into_owned();
                return (
                    all,
                    Some(format!("{} {}: {text}", sent.request.path, answer.status)),
                );
            }
        }
    }
}

fn next(dice: &mut Dice, name: &str, cookie: &str, before: &[Written]) -> Written {
    let customer = before
        .iter()
        .rev()
        .find(|one| one.kind == "customers")
        .and_then(|one| one.id.clone());
    let (kind, body) = match (dice.below(3), customer) {
        (0, customer) => (
            "inquiries",
            json!({ "channel": "phone", "title": format!("咨询{name}"), "question": "多少钱？", "customer_id": customer }),
        ),
        (1, Some(customer)) => (
            "projects",
            json!({ "name": format!("项目{name}"), "kind": "service", "customer": customer,
            "amount": { "amount": dice.below(1_000_000), "currency": "CNY" } }),
        ),
        _ => (
            "customers",
            json!({ "name": format!("客户{name}"), "needs": "越快越好" }),
        ),
    };
    Written {
        kind,
        cookie: cookie.to_owned(),
        request: Request::post(
            format!("/{kind}"),
            body,
            format!(
                "key-{}",
                name.bytes().map(|byte| format!("{byte:02x}")).collect::<String>()
            ),
        ),
        id: None,
    }
}
