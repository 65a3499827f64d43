use serde_json::json;

use super::{entity, queries};
use crate::Reach;
use crate::testing::TestCompany;

#[tokio::test]
async fn the_rate_of_a_day_is_the_latest_from_that_day_or_before() {
    let company = TestCompany::open(vec![]).await;
    let chen = company
        .member("chen")
        .allowed(&["setting.update"], Reach::Company)
        .await;
    for (from, rate) in [
        ("2026-01-01", 7_000_000),
        ("2026-02-01", 7_100_000),
        ("2026-04-01", 7_300_000),
    ] {
        let body = json!({ "currency": "USD", "from_on": from, "rate_ppm": rate });
        chen.post("/rates", body).await.ok();
    }
    let db = company.app().reader();
    let on = async |day: &str| queries::on(&db, "USD", day.parse().unwrap()).await.unwrap();
    assert_eq!(
        on("2026-03-02")
            .await
            .map(|rate: entity::ExchangeRate| rate.rate_ppm),
        Some(7_100_000)
    );
    assert_eq!(on("2026-02-01").await.map(|rate| rate.rate_ppm), Some(7_100_000));
    assert_eq!(on("2025-12-31").await, None);
}

#[tokio::test]
async fn a_rate_is_entered_by_who_sets_the_company_up_and_a_wrong_one_is_named() {
    let company = TestCompany::open(vec![]).await;
    let chen = company
        .member("chen")
        .allowed(&["setting.update"], Reach::Company)
        .await;
    let wang = company
        .member("wang")
        .allowed(&["customer.*"], Reach::Company)
        .await;
    let body = |currency: &str, rate: i64| json!({ "currency": currency, "from_on": "2026-03-01", "rate_ppm": rate });

    assert_eq!(wang.post("/rates", body("USD", 7_100_000)).await.status, 403);
    for (currency, rate, at) in [
        ("XXX", 1, "/currency"),
        ("CNY", 1_000_000, "/currency"),
        ("USD", 0, "/rate_ppm"),
    ] {
        let refused = chen.post("/rates", body(currency, rate)).await;
        assert_eq!(
            (refused.status, &refused.body["errors"][0]["pointer"]),
            (422, &json!(at)),
            "{}",
            refused.body
        );
    }
    chen.post("/rates", body("USD", 7_100_000)).await.ok();
    chen.post("/rates", body("USD", 7_200_000)).await.ok();
    let rates = wang.get("/rates").await.ok();
    assert_eq!(
        (
            rates["items"].as_array().unwrap().len(),
            &rates["items"][0]["rate_ppm"]
        ),
        (1, &json!(7_200_000))
    );
    assert_eq!(
        company.events("company.rate_entered").await.len(),
        2,
        "what was written over is kept as evidence"
    );
}
