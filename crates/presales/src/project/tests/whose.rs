//! Whose a project is, whose customer it serves, and what the board adds up.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde_json::json;
use xianji_platform::Reach;

use super::super::entity::{Column, Entity, tally};
use crate::testing::{ALL, company, project_of};

#[tokio::test]
async fn a_project_goes_over_to_another_owner_with_a_reason() {
    let company = company().await;
    let li = company.member("li").allowed(&ALL, Reach::Own).await;
    let wang = company.member("wang").allowed(&ALL, Reach::Own).await;
    let customer = li.post("/customers", json!({ "name": "江城水务" })).await.ok()["id"].clone();
    let id = project_of(&li, json!({ "name": "甲", "customer": customer })).await;
    let path = format!("/projects/{id}");

    let silent = li
        .post(
            &format!("{path}/transfer"),
            json!({ "to": wang.id, "reason": " " }),
        )
        .await;
    assert_eq!(
        (silent.status, &silent.body["errors"][0]["pointer"]),
        (422, &json!("/reason"))
    );
    let same = li
        .post(&format!("{path}/transfer"), json!({ "to": li.id, "reason": "x" }))
        .await;
    assert_eq!((same.status, same.code()), (409, "project-same-owner"));
    assert_eq!(wang.get(&path).await.status, 404);

    let moved = li
        .post(
            &format!("{path}/transfer"),
            json!({ "to": wang.id, "reason": "区域调整" }),
        )
        .await
        .ok();
    assert_eq!(moved["owner"]["name"], "wang");
    assert_eq!(
        (li.get(&path).await.status, wang.get(&path).await.status),
        (404, 200)
    );
    let seen = company
        .member("wang")
        .allowed(&["customer.read"], Reach::Team)
        .await;
    assert_eq!(
        seen.get(&format!("/customers/{}", customer.as_str().unwrap()))
            .await
            .status,
        200,
        "with its customer"
    );
    let facts = company.events("project.transferred").await.remove(0)["facts"].clone();
    assert_eq!(
        (&facts["to"], &facts["reason"]),
        (&json!(wang.id), &json!("区域调整"))
    );
}

#[tokio::test]
async fn foreign_money_counts_at_the_rate_of_the_day_on_which_it_was_entered() {
    let company = company().await;
    let li = company
        .member("li")
        .allowed(&[&ALL[..], &["setting.*"]].concat(), Reach::Own)
        .await;
    let rate = |ppm: i64| json!({ "currency": "USD", "from_on": "2026-03-01", "rate_ppm": ppm });
    let dollars = json!({ "name": "甲", "amount": { "amount": 10_000, "currency": "USD" } });
    assert_eq!(
        li.post("/projects", dollars.clone()).await.body["errors"][0]["code"],
        "no-rate"
    );

    li.post("/rates", rate(7_123_456)).await.ok();
    let id = project_of(&li, dollars).await;
    li.post("/rates", rate(9_000_000)).await.ok();
    let row = Entity::find()
        .filter(Column::Id.eq(id))
        .one(&company.app().reader())
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        (row.amount_amount, row.amount_home),
        (Some(10_000), Some(71_235)),
        "a later rate changes nothing"
    );
    let page = li.get(&format!("/projects/{id}")).await.ok();
    assert_eq!(page["amount"], json!({ "amount": 10_000, "currency": "USD" }));
}

#[tokio::test]
async fn what_the_board_adds_up_is_what_a_recount_finds() {
    let company = company().await;
    let li = company.member("li").allowed(&ALL, Reach::Own).await;
    let wang = company.member("wang").allowed(&ALL, Reach::Own).await;
    let yuan = |amount: i64| json!({ "amount": amount, "currency": "CNY" });
    let mut ids = Vec::new();
    for amount in [100, 200, 300, 400, 500] {
        ids.push(
            project_of(
                &li,
                json!({ "name": format!("项目{amount}"), "amount": yuan(amount) }),
            )
            .await,
        );
    }
    li.post(
        &format!("/projects/{}/advance", ids[0]),
        json!({ "to": "proposal" }),
    )
    .await
    .ok();
    li.post(
        &format!("/projects/{}/lose", ids[1]),
        json!({ "reason": "price", "words": "高" }),
    )
    .await
    .ok();
    li.post(
        &format!("/projects/{}/win", ids[2]),
        json!({ "amount": yuan(310), "signed_on": "2026-03-02" }),
    )
    .await
    .ok();
    li.patch(
        &format!("/projects/{}", ids[3]),
        1,
        json!({ "amount": yuan(450) }),
    )
    .await
    .ok();
    li.post(
        &format!("/projects/{}/transfer", ids[4]),
        json!({ "to": wang.id, "reason": "换人" }),
    )
    .await
    .ok();
    li.post(
        &format!("/projects/{}/transfer", ids[3]),
        json!({ "to": li.id, "reason": "x" }),
    )
    .await;

    let db = company.app().reader();
    let kept = tally::Entity::find().all(&db).await.unwrap();
    let mut kept: Vec<_> = kept
        .into_iter()
        .filter(|one| (one.count, one.amount_home) != (0, 0))
        .map(|one| {
            (
                one.owner_id,
                one.department_id,
                one.state,
                one.stage,
                one.count,
                one.amount_home,
            )
        })
        .collect();
    kept.sort();
    let rows = Entity::find().limit(100).all(&db).await.unwrap();
    let mut found: std::collections::BTreeMap<_, (i64, i64)> = std::collections::BTreeMap::new();
    for row in rows {
        let key = (
            row.owner_id.unwrap(),
            row.department_id.unwrap(),
            row.state.word().to_owned(),
            row.stage.clone(),
        );
        let sum = found.entry(key).or_default();
        *sum = (sum.0 + 1, sum.1 + row.amount_home.unwrap_or(0));
    }
    let found: Vec<_> = found
        .into_iter()
        .map(|((owner, department, state, stage), (count, amount))| {
            (owner, department, state, stage, count, amount)
        })
        .collect();
    assert_eq!(kept, found);
}

#[tokio::test]
async fn projects_go_along_when_their_customers_file_is_merged_and_come_back() {
    let company = company().await;
    let li = company.member("li").allowed(&ALL, Reach::Company).await;
    let customer = async |name: &str| li.post("/customers", json!({ "name": name })).await.ok()["id"].clone();
    let (from, into) = (customer("滨江智造").await, customer("江城水务").await);
    let id = project_of(&li, json!({ "name": "甲", "customer": from })).await;
    let of = async || li.get(&format!("/projects/{id}")).await.ok()["customer_id"].clone();
    let path = format!("/customers/{}", from.as_str().unwrap());

    li.post(
        &format!("{path}/merge"),
        json!({ "into": into, "reason": "同一家" }),
    )
    .await
    .ok();
    assert_eq!(of().await, into);
    li.post(&format!("{path}/unmerge"), json!({})).await.ok();
    assert_eq!(of().await, from);
}
