//! A year whose holidays nobody loaded: the administrator is told, and everything goes on.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use crate::company::Whole;
use crate::desk::id;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

async fn told(house: &Whole) -> Vec<Value> {
    let faults = house.administrator.get("/faults").await.ok();
    let all = faults["items"].as_array().unwrap().iter();
    all.filter(|fault| fault["code"] == "holidays-missing")
        .map(|fault| fault["meant"].clone())
        .collect()
}

#[tokio::test]
async fn a_year_without_its_holidays_is_told_to_the_administrator_and_work_goes_on() {
    let house = Whole::open().await;
    house.company.clock().set(at("2026-10-30T02:00:00Z"));
    assert!(told(&house).await.is_empty());
    house.company.clock().set(at("2026-12-31T08:00:00Z"));
    assert_eq!(told(&house).await, [json!("2027")]);
    let made = house
        .sales
        .post("/customers", json!({ "name": "南湖水务" }))
        .await
        .ok();
    let visit = json!({ "customer_id": made["id"], "planned_at": "2027-01-04T02:00:00Z", "kind": "visit" });
    house.sales.post("/interactions/plan", visit).await.ok();
    house.company.advance_time(TimeDelta::days(8)).await;
    let owed = format!(
        "/obligations?filter={}",
        crate::deal::filter(json!([{ "field": "subject", "op": "eq", "value": id(&made) }]))
    );
    let before = house.executive.get(&owed).await.ok();
    assert!(!before["items"].as_array().unwrap().is_empty(), "{before}");
    let listed = house.administrator.get("/holidays").await.ok();
    assert_eq!(listed["missing"], json!([2027]));

    let table = "date,kind,name_en,name_zh\n2027-01-01,holiday,New Year's Day,元旦\n";
    house
        .administrator
        .post("/holidays", json!({ "text": table }))
        .await
        .ok();
    assert!(told(&house).await.is_empty());
    let listed = house.administrator.get("/holidays").await.ok();
    assert_eq!(listed["missing"], json!([]));
}
