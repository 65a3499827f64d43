//! How a project goes on and ends: signed, lost, standing still, told of, summed up, taken over from an inquiry.

use serde_json::json;
use xianji_platform::Reach;

use super::li;
use crate::testing::{project, project_of};

#[tokio::test]
async fn a_won_project_keeps_its_amount_and_goes_on_after_signing() {
    let (company, li) = li().await;
    let id = project(&li, "甲").await;
    let path = format!("/projects/{id}/win");

    let ahead = li
        .post(
            &path,
            json!({ "amount": { "amount": 500, "currency": "CNY" }, "signed_on": "2026-03-03" }),
        )
        .await;
    assert_eq!(
        (ahead.status, &ahead.body["errors"][0]["code"]),
        (422, &json!("in-the-future"))
    );
    let won = li
        .post(
            &path,
            json!({ "amount": { "amount": 500, "currency": "CNY" }, "signed_on": "2026-03-02" }),
        )
        .await
        .ok();
    assert_eq!(
        (&won["state"], &won["stage"], &won["won_amount"]["amount"]),
        (&json!("won"), &json!("after-signing"), &json!(500))
    );
    assert_eq!(company.events("project.won").await[0]["facts"]["amount"], 500);
    let twice = li
        .post(
            &path,
            json!({ "amount": { "amount": 500, "currency": "CNY" }, "signed_on": "2026-03-02" }),
        )
        .await;
    assert_eq!((twice.status, twice.code()), (409, "project-not-now"));
}

#[tokio::test]
async fn a_lost_project_says_why_and_in_words() {
    let (company, li) = li().await;
    let id = project(&li, "甲").await;
    let path = format!("/projects/{id}/lose");

    let vague = li.post(&path, json!({ "reason": " ", "words": " " })).await;
    assert_eq!(
        (vague.status, vague.body["errors"].as_array().unwrap().len()),
        (422, 2),
        "{}",
        vague.body
    );
    let lost = li
        .post(&path, json!({ "reason": "price", "words": "比对手高一成" }))
        .await
        .ok();
    assert_eq!(
        (&lost["state"], &lost["reason"]),
        (&json!("lost"), &json!("price"))
    );
    let facts = company.events("project.lost").await.remove(0)["facts"].clone();
    assert_eq!(facts["reason"], "price");
    assert!(facts.get("words").is_none(), "words may name people");
}

#[tokio::test]
async fn a_project_that_stands_still_does_not_move() {
    let (_company, li) = li().await;
    let id = project(&li, "甲").await;
    li.post(&format!("/projects/{id}/suspend"), json!({})).await.ok();
    let moved = li
        .post(&format!("/projects/{id}/advance"), json!({ "to": "proposal" }))
        .await;
    assert_eq!((moved.status, moved.code()), (409, "project-not-now"));
    let back = li.post(&format!("/projects/{id}/resume"), json!({})).await.ok();
    assert_eq!(back["state"], "active");
}

#[tokio::test]
async fn news_of_a_project_may_be_told_late_but_not_ahead() {
    let (company, li) = li().await;
    let id = project(&li, "甲").await;
    let path = format!("/projects/{id}/dynamic-items");

    let ahead = li
        .post(
            &path,
            json!({ "kind": "call", "content": "来电", "happened_at": "2026-03-02T09:00:00Z" }),
        )
        .await;
    assert_eq!(ahead.status, 422);
    li.post(
        &path,
        json!({ "kind": "call", "content": "客户换了负责人", "happened_at": "2026-03-01T02:00:00Z" }),
    )
    .await
    .ok();
    let items = li.get(&path).await.ok();
    assert_eq!(
        (
            &items["items"][0]["content"],
            &items["items"][0]["member"]["name"]
        ),
        (&json!("客户换了负责人"), &json!("li"))
    );
    let facts = company.events("project.dynamic_item_filed").await.remove(0)["facts"].clone();
    assert_eq!(facts["kind"], "call");
    assert!(facts.get("content").is_none());
}

#[tokio::test]
async fn the_board_sums_what_each_stage_holds_for_whoever_looks() {
    let (company, li) = li().await;
    let wang = company
        .member("wang")
        .allowed(&["project.read"], Reach::Team)
        .await;
    let money = |amount: i64| json!({ "amount": amount, "currency": "CNY" });
    let first = project_of(&li, json!({ "name": "甲", "amount": money(300) })).await;
    let second = project_of(&li, json!({ "name": "乙", "amount": money(500) })).await;
    li.post(
        &format!("/projects/{second}/advance"),
        json!({ "to": "proposal" }),
    )
    .await
    .ok();
    li.post(
        &format!("/projects/{first}/team"),
        json!({ "member": wang.id, "role": "design" }),
    )
    .await
    .ok();

    let mine = li.get("/projects/board").await.ok();
    let column = |board: &serde_json::Value, place: usize| {
        let column = board["columns"][place].clone();
        (
            column["stage"].clone(),
            column["count"].clone(),
            column["amount"]["amount"].clone(),
        )
    };
    assert_eq!(column(&mine, 0), (json!("guidance"), json!(1), json!(300)));
    assert_eq!(column(&mine, 1), (json!("proposal"), json!(1), json!(500)));
    assert_eq!(mine["columns"][1]["items"][0]["name"], "乙");
    let theirs = wang.get("/projects/board").await.ok();
    assert_eq!((column(&theirs, 0).1, column(&theirs, 1).1), (json!(1), json!(0)));

    li.patch(&format!("/projects/{first}"), 2, json!({ "amount": money(800) }))
        .await
        .ok();
    li.post(
        &format!("/projects/{second}/drop"),
        json!({ "reason": "budget", "words": "没钱" }),
    )
    .await
    .ok();
    let later = li.get("/projects/board").await.ok();
    assert_eq!(column(&later, 0).2, json!(800));
    assert_eq!(column(&later, 1).1, json!(0));
}

#[tokio::test]
async fn an_inquiry_becomes_one_project_that_carries_everything_over() {
    let (company, li) = li().await;
    let li = company
        .member(&li.name)
        .allowed(&["inquiry.*"], Reach::Company)
        .await;
    let customer: uuid::Uuid = li
        .post("/customers", json!({ "name": "江城水务集团" }))
        .await
        .id();
    let asked = json!({ "channel": "phone", "title": "智慧水务平台", "question": "能否对接现有系统", "customer_id": customer });
    let inquiry: uuid::Uuid = li.post("/inquiries", asked).await.id();

    let made = li
        .post("/projects", json!({ "inquiry": inquiry, "kind": "integration" }))
        .await
        .ok();

    assert_eq!(
        (&made["name"], &made["source"]),
        (&json!("智慧水务平台"), &json!("inquiry"))
    );
    assert_eq!(made["customer"]["title"], "江城水务集团");
    assert_eq!(
        (&made["notes"], &made["first_lead_on"]),
        (&json!("能否对接现有系统"), &json!("2026-03-02"))
    );
    assert_eq!(
        company.events("inquiry.converted").await[0]["facts"]["project"],
        made["id"]
    );
    let timeline = li
        .get(&format!("/projects/{}/timeline", made["id"].as_str().unwrap()))
        .await
        .ok();
    assert!(
        timeline.to_string().contains("inquiry.received"),
        "what was said before is part of its story: {timeline}"
    );
    let again = li.post("/projects", json!({ "inquiry": inquiry })).await;
    assert_eq!(
        (again.status, again.code()),
        (409, "already-converted"),
        "{}",
        again.body
    );
}
