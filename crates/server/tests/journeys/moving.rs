//! Running records go over to another version of the pack, with all that hangs on them.

use serde_json::{Value, json};

use crate::company::Whole;

fn kinds(portion: &Value) -> Vec<String> {
    let moved = portion["subjects"].as_array().unwrap();
    let mut kinds: Vec<String> = moved
        .iter()
        .map(|one| one["subject"]["kind"].as_str().unwrap().to_owned())
        .collect();
    kinds.sort();
    kinds.dedup();
    kinds
}

#[tokio::test]
async fn a_dry_run_shows_what_moves_and_what_hangs_on_it_follows() {
    let house = Whole::open().await;
    let customer = house
        .customer_of(&house.sales, "宁波海曙精工", "li@haishu.cn")
        .await;
    let talk = json!({ "customer_id": customer, "content": "谈了需求", "happened_at": "2026-03-02T00:30:00Z", "kind": "call" });
    house.sales.post("/interactions", talk).await.ok();
    let version = |name: &str| {
        let book = house.company.app().policies();
        let found = book
            .versions()
            .find(|(_, pack)| pack.id == name)
            .map(|(id, _)| id);
        found.unwrap()
    };
    let (from, to) = (version("standard"), version("consulting-desk"));
    let at = format!("/policies/{from}/migrate");

    let dry = house
        .administrator
        .post(&at, json!({ "to": to, "dry_run": true }))
        .await
        .ok();
    assert_eq!(kinds(&dry), ["customer"], "{dry}");
    assert!(house.company.events("policy.migrated").await.is_empty());
    let refused = house
        .administrator
        .post(&at, json!({ "to": from, "dry_run": true }))
        .await;
    assert_eq!(
        (refused.status, &refused.body["errors"][0]["pointer"]),
        (422, &json!("/to"))
    );
    let refused = house.sales.post(&at, json!({ "to": to, "dry_run": true })).await;
    assert_eq!(refused.status, 403);

    let told = json!({ "to": to, "dry_run": false, "reason": "咨询部接手" });
    let moved = house.administrator.post(&at, told.clone()).await.ok();
    assert_eq!(
        moved["subjects"], dry["subjects"],
        "the dry run said what would be"
    );
    assert_eq!(house.company.events("policy.migrated").await.len(), 1);
    let again = house.administrator.post(&at, told).await.ok();
    assert_eq!(again["subjects"], json!([]));
}
