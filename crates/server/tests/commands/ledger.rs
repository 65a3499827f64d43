//! `xianji ledger`, and the scripts of the handbook by which others check an export.

use std::process::Command;

use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use xianji_platform::Reach;
use xianji_platform::testing::TestCompany;

use crate::on;

/// A company in whose sealed ledger something stands.
async fn company() -> TestCompany {
    let company = TestCompany::open(xianji_server::house::modules()).await;
    company.adopt_shipped("standard").await;
    let li = company.member("li").allowed(&["*"], Reach::Company).await;
    for name in ["南湖水务", "北湖水务"] {
        li.post("/customers", json!({ "name": name })).await.ok();
        company.tick().await;
    }
    company
}

#[tokio::test]
async fn the_export_holds_each_event_before_its_seal() {
    let company = company().await;
    let text = on(&company, &["ledger", "export"]).well();
    let lines: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let (mut since, mut seals) = (0, 0);
    for line in &lines {
        if line["seal"].is_null() {
            since += 1;
        } else {
            seals += 1;
            assert_eq!(
                (&line["seal"], &line["count"]),
                (&json!(seals), &json!(since)),
                "{line}"
            );
            since = 0;
        }
    }
    assert!(
        seals >= 2 && since == 0,
        "{seals} seals, {since} events after the last"
    );
    let made = lines.iter().filter(|line| line["name"] == "customer.created");
    assert_eq!(made.count(), 2);
}

#[tokio::test]
async fn verify_says_that_the_ledger_is_whole_and_names_the_seal_where_it_is_not() {
    let company = company().await;
    let whole = on(&company, &["ledger", "verify"]).well();
    assert!(whole.contains("The ledger is whole."), "{whole}");
    let db = company.app().database().writer();
    let tampered = "UPDATE event SET body = REPLACE(body, 'customer.created', 'customer.changed') WHERE name = 'customer.created'";
    assert_eq!(db.execute_unprepared(tampered).await.unwrap().rows_affected(), 2);
    let broken = on(&company, &["ledger", "verify"]);
    assert!(
        !broken.well && broken.out.contains("BROKEN at seal "),
        "{}",
        broken.out
    );
    assert!(broken.out.contains("event-changed"), "{}", broken.out);
}

#[tokio::test]
async fn seal_seals_what_waits_and_nothing_twice() {
    let company = company().await;
    let li = company.member("li").await;
    li.post("/customers", json!({ "name": "东湖水务" })).await.ok();
    let first = on(&company, &["ledger", "seal"]).well();
    assert_ne!(first.trim(), "0 events sealed.");
    assert_eq!(
        on(&company, &["ledger", "seal"]).well().trim(),
        "0 events sealed."
    );
}

/// The script of a page of the handbook.
fn script(page: &str) -> &str {
    let (_, rest) = page.split_once("```python\n").unwrap();
    rest.split_once("```").unwrap().0
}

#[tokio::test]
async fn the_scripts_of_the_handbook_find_the_export_whole_and_a_changed_one_broken() {
    let company = company().await;
    let folder = tempfile::tempdir().unwrap();
    let exported = on(&company, &["ledger", "export"]).well();
    let good = folder.path().join("good.jsonl");
    std::fs::write(&good, &exported).unwrap();
    let bad = folder.path().join("bad.jsonl");
    std::fs::write(&bad, exported.replacen("customer.created", "customer.changed", 1)).unwrap();
    let pages = [
        include_str!("../../../../docs/en/ledger.md"),
        include_str!("../../../../docs/zh/ledger.md"),
    ];
    for page in pages {
        let run = |file: &std::path::Path| {
            Command::new("python3")
                .args(["-c", script(page)])
                .arg(file)
                .output()
                .unwrap()
        };
        let whole = run(&good);
        assert!(
            whole.status.success(),
            "{}",
            String::from_utf8_lossy(&whole.stderr)
        );
        assert!(!run(&bad).status.success(), "a changed event was not seen");
    }
}
