//! A small house to try conditions in.

mod absent;
mod bad;
mod good;
mod hostile;

use serde_json::{Value as Json, json};

use super::*;
use crate::vocabulary::{FactDecl, FactType, KindDecl, Vocabulary};

fn vocabulary() -> Vocabulary {
    Vocabulary::new([
        KindDecl::new("project")
            .with_fact("amount", FactType::Money, "")
            .with_fact("budget", FactType::Money, "")
            .with_fact("active", FactType::Flag, "")
            .with_fact("public_sector", FactType::Flag, "")
            .with_fact("name", FactType::Text, "")
            .with_fact("kind", FactType::choice(&["city", "bank"]), "")
            .with_fact("win_chance", FactType::Percent, "")
            .with_fact("weight", FactType::Number, "")
            .with_fact("members", FactType::Integer, "")
            .with_fact("due", FactType::Date, "")
            .with_fact("advanced_at", FactType::Instant, "")
            .with_fact("owner", FactType::Member, "")
            .with_fact("department", FactType::Department, "")
            .with_fact("tags", FactType::list(FactType::Text), "")
            .with_fact("team", FactType::list(FactType::Member), "")
            .with_fact(
                "items",
                FactType::list(FactType::fields(vec![
                    FactDecl::new("price", FactType::Money, ""),
                    FactDecl::new("count", FactType::Integer, ""),
                    FactDecl::new("parts", FactType::list(FactType::Integer), ""),
                ])),
                "",
            )
            .with_owner("customer", "customer"),
        KindDecl::new("customer")
            .with_fact("name", FactType::Text, "")
            .with_fact("orders", FactType::Integer, ""),
    ])
}

fn known() -> Known {
    let ids = |list: &[&str]| list.iter().map(|id| id.to_string()).collect::<Vec<_>>();
    Known {
        settings: [
            ("initiation-from".into(), FactType::Money),
            ("years".into(), FactType::Integer),
        ]
        .into(),
        metrics: [
            ("won-amount".into(), FactType::Money),
            ("answer-accuracy".into(), FactType::Integer),
        ]
        .into(),
        forms: [(
            "bid-decision".into(),
            KnownForm {
                on: "project".into(),
                fields: vec![
                    FactDecl::new("win_chance", FactType::choice(&["high", "even", "low"]), ""),
                    FactDecl::new("margin", FactType::Percent, ""),
                ],
            },
        )]
        .into(),
        scores: [("index".into(), "customer".into())].into(),
        gradings: [(
            "project-level".into(),
            KnownGrading {
                of: "project".into(),
                grades: ids(&["ordinary", "department", "company"]),
                gives: [("monitors".into(), FactType::Integer)].into(),
            },
        )]
        .into(),
        stages: [("solution".into(), "project".into())].into(),
        ..Known::default()
    }
}

fn read_as(text: &str, expect: Expect) -> Result<Condition, Vec<Fault>> {
    let (vocabulary, known) = (vocabulary(), known());
    let event = [FactDecl::new("amount", FactType::Money, "")];
    let surroundings = Surroundings::new(&vocabulary, &known)
        .with_subject("project")
        .with_root("decided", "project")
        .with_facts("event", &event);
    Condition::parse(text, &surroundings, expect)
}

fn read(text: &str) -> Condition {
    read_as(text, Expect::Flag).unwrap_or_else(|faults| panic!("{text}: {faults:?}"))
}

/// Two million yuan, half paid; the rest as a running project has it.
fn facts() -> Facts {
    let mut facts = Facts::default();
    facts.roots.insert(
        "project".into(),
        json!({
            "amount": 200_000_000, "budget": 100_000_000, "active": true, "name": "城市大脑 City", "kind": "city",
            "grade": "company", "rank": 3, "win_chance": 60, "weight": 2.5, "members": 7,
            "due": "2026-03-02", "advanced_at": "2026-02-01T08:00:00.000000Z",
            "owner": "li", "department": "d1", "tags": ["urgent", "ai"], "team": ["li", "wang"],
            "items": [
                { "price": 1_000, "count": 2, "parts": [1, 2] },
                { "price": 3_000, "count": 0, "parts": [] },
            ],
            "customer": { "name": "Bank", "orders": 4 },
        }),
    );
    facts
        .roots
        .insert("customer".into(), json!({ "name": "Bank", "orders": 4 }));
    facts
        .roots
        .insert("decided".into(), json!({ "amount": 150_000_000 }));
    facts.roots.insert("event".into(), json!({ "amount": 500 }));
    let mut answer = |reference, value: Json| facts.answers.insert(reference, value);
    answer(Reference::Setting("initiation-from".into()), json!(50_000_000));
    answer(Reference::Setting("years".into()), json!(3));
    let won = |back| Reference::Metric {
        id: "won-amount".into(),
        period: Period::Month,
        back,
    };
    answer(won(0), json!(10));
    answer(won(1), json!(20));
    answer(
        Reference::Score {
            subject: "customer".into(),
            score: "index".into(),
        },
        json!(81.5),
    );
    answer(
        Reference::Form {
            subject: "project".into(),
            form: "bid-decision".into(),
        },
        json!({ "win_chance": "even", "margin": 12 }),
    );
    answer(
        Reference::Given {
            subject: "project".into(),
            key: "monitors".into(),
        },
        json!(2),
    );
    answer(
        Reference::Past {
            subject: "project".into(),
            stage: "solution".into(),
        },
        json!(true),
    );
    answer(
        Reference::Grade {
            subject: "project".into(),
            grading: "project-level".into(),
        },
        json!("company"),
    );
    facts
}
