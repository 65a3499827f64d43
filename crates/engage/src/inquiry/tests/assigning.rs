use serde_json::json;
use xianji_platform::Reach;

use super::{ALL, company, path};

#[tokio::test]
async fn without_a_route_nobody_is_chosen_and_the_hand_decides() {
    let (company, li) = company().await;
    let wang = company.member("wang").allowed(&ALL, Reach::Own).await;
    let inquiry = li
        .post("/inquiries", json!({ "channel": "phone", "question": "a" }))
        .await
        .ok();
    let at = path(&inquiry);

    assert_eq!(
        li.post(&format!("{at}/assign"), json!({})).await.code(),
        "inquiry-nobody-fits"
    );
    let given = li
        .post(&format!("{at}/assign"), json!({ "to": wang.id }))
        .await
        .ok();

    assert_eq!(given["assignee"]["name"], "wang");
    let why = &given["assigned_why"];
    assert_eq!(
        (&why["pick"], &why["candidates"][0]["name"]),
        (&json!("by_hand"), &json!("wang"))
    );
    assert_eq!(why["candidates"][0]["load_percent"], 0);
    assert_eq!(wang.get(&at).await.status, 200);
}

#[tokio::test]
async fn what_somebody_has_is_reassigned_with_a_reason_and_not_assigned_again() {
    let (company, li) = company().await;
    let wang = company.member("wang").allowed(&ALL, Reach::Own).await;
    let inquiry = li
        .post("/inquiries", json!({ "channel": "phone", "question": "a" }))
        .await
        .ok();
    let at = path(&inquiry);
    li.post(&format!("{at}/take"), json!({})).await.ok();

    assert_eq!(
        li.post(&format!("{at}/assign"), json!({ "to": wang.id }))
            .await
            .code(),
        "inquiry-assigned"
    );
    assert_eq!(
        li.post(&format!("{at}/reassign"), json!({ "to": wang.id, "reason": " " }))
            .await
            .status,
        422
    );
    assert_eq!(
        li.post(&format!("{at}/reassign"), json!({ "to": li.id, "reason": "x" }))
            .await
            .code(),
        "inquiry-same-assignee"
    );
    li.post(
        &format!("{at}/reassign"),
        json!({ "to": wang.id, "reason": "li 出差" }),
    )
    .await
    .ok();

    let event = &company.events("inquiry.reassigned").await[0]["facts"];
    assert_eq!(
        (&event["from"], &event["to"], &event["has_reason"]),
        (&json!(li.id), &json!(wang.id), &json!(true))
    );
}

#[tokio::test]
async fn whoever_handles_an_inquiry_sees_the_customers_file() {
    let (company, li) = company().await;
    let customer = super::customer(&li).await;
    let wang = company.member("wang").allowed(&ALL, Reach::Team).await;
    let at = format!("/customers/{}", customer.as_str().unwrap());
    assert_eq!(wang.get(&at).await.status, 404);

    let inquiry = li
        .post(
            "/inquiries",
            json!({ "channel": "phone", "customer_id": customer, "question": "a" }),
        )
        .await
        .ok();
    li.post(&format!("{}/assign", path(&inquiry)), json!({ "to": wang.id }))
        .await
        .ok();

    assert_eq!(wang.get(&at).await.status, 200);
}

#[tokio::test]
async fn what_one_may_not_see_does_not_exist() {
    let (company, li) = company().await;
    let wang = company.member("wang").allowed(&ALL, Reach::Own).await;
    let inquiry = li
        .post("/inquiries", json!({ "channel": "phone", "question": "a" }))
        .await
        .ok();
    assert_eq!(wang.get(&path(&inquiry)).await.status, 404);
    assert_eq!(
        wang.post(&format!("{}/take", path(&inquiry)), json!({}))
            .await
            .status,
        404
    );
    assert_eq!(wang.get("/inquiries").await.ok()["total"]["count"], 0);
}
