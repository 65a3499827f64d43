use serde_json::json;

use super::{company, customer};

#[tokio::test]
async fn anybody_may_ask_and_gets_the_number_alone() {
    let (company, li) = company().await;
    let customer = customer(&li).await;
    let body =
        json!({ "name": "王芳", "email": "wang@binjiang.cn", "class": "price", "question": "两台多少钱？" });

    let answered = company.public_post("/public/inquiries", body).await;

    assert_eq!(
        (answered.status, &answered.body),
        (202, &json!({ "number": "ZX-2026-000001" }))
    );
    let listed = li.get("/inquiries").await.ok()["items"][0].clone();
    assert_eq!(
        (&listed["channel"], &listed["class"], &listed["customer_id"]),
        (&json!("web"), &json!("price"), &customer)
    );
    assert_eq!(company.events("inquiry.received").await[0]["actor"], "public");
    assert_eq!(
        company.events("message.received").await[0]["facts"],
        json!({ "broken": false, "channel": "web", "registered": true })
    );
}

#[tokio::test]
async fn what_is_wrong_is_said_at_once() {
    let (company, _li) = company().await;
    let wrong = company
        .public_post(
            "/public/inquiries",
            json!({ "name": " ", "email": "nobody", "question": "?" }),
        )
        .await;
    assert_eq!(wrong.status, 422);
    let pointers: Vec<_> = wrong.body["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| fault["pointer"].clone())
        .collect();
    assert_eq!(pointers, [json!("/email"), json!("/name")]);
    assert_eq!(
        company
            .public_post("/public/inquiries", json!({ "name": "a", "question": "b" }))
            .await
            .status,
        422
    );
}

#[tokio::test]
async fn a_program_that_fills_the_hidden_field_in_is_answered_and_not_kept() {
    let (company, li) = company().await;
    let body = json!({ "name": "bot", "email": "a@b.cn", "question": "buy", "website": "http://spam" });
    assert_eq!(company.public_post("/public/inquiries", body).await.status, 202);
    assert_eq!(li.get("/inquiries").await.ok()["total"]["count"], 0);
}

#[tokio::test]
async fn one_address_asks_a_few_times_and_then_waits() {
    let (company, _li) = company().await;
    let body = json!({ "name": "a", "email": "a@b.cn", "question": "?" });
    for _ in 0..10 {
        assert_eq!(
            company
                .public_post("/public/inquiries", body.clone())
                .await
                .status,
            202
        );
    }
    assert_eq!(company.public_post("/public/inquiries", body).await.status, 429);
}

#[tokio::test]
async fn a_question_that_is_sent_twice_under_one_key_is_registered_once() {
    let (company, li) = company().await;
    let body = json!({ "name": "王芳", "email": "wang@binjiang.cn", "question": "多少钱？" });
    let key = [("idempotency-key", "ask-1")];
    let ask = |body| company.send(None, "POST", "/public/inquiries", &key, Some(body));
    let (first, again) = (ask(body.clone()).await, ask(body).await);
    assert_eq!((first.status, &first.body), (again.status, &again.body));
    assert_eq!(li.get("/inquiries").await.ok()["total"]["count"], 1);
    let other = ask(json!({ "name": "李", "email": "li@b.cn", "question": "别的" })).await;
    assert_eq!((other.status, other.code()), (422, "key-reused"));
}

#[tokio::test]
async fn a_question_is_kept_with_the_language_in_which_it_was_asked() {
    let (company, li) = company().await;
    let body = json!({ "name": "Ann", "email": "ann@b.com", "question": "How much?" });
    let english = [("accept-language", "en-GB")];
    company
        .send(None, "POST", "/public/inquiries", &english, Some(body))
        .await
        .ok();
    let listed = li.get("/inquiries").await.ok();
    assert_eq!(listed["items"][0]["language"], "en");
}
