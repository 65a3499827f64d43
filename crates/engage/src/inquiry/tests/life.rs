use chrono::TimeDelta;
use serde_json::{Value, json};

use super::{company, customer, path};

#[tokio::test]
async fn an_inquiry_goes_from_the_first_call_to_its_outcome() {
    let (company, li) = company().await;
    let customer = customer(&li).await;
    let asked =
        json!({ "channel": "phone", "customer_id": customer, "question": "两条产线的视觉检测怎么选型？" });
    let inquiry = li.post("/inquiries", asked).await.ok();
    let at = path(&inquiry);
    assert_eq!(
        (&inquiry["number"], &inquiry["state"]),
        (&json!("ZX-2026-000001"), &json!("received"))
    );

    li.post(
        &format!("{at}/classify"),
        json!({ "class": "technical", "priority": "high" }),
    )
    .await
    .ok();
    li.post(
        &format!("{at}/assess"),
        json!({ "background": "扩产", "aim": "降低漏检", "clarity": "partly" }),
    )
    .await
    .ok();
    let taken = li.post(&format!("{at}/take"), json!({})).await.ok();
    assert_eq!(
        (&taken["state"], &taken["assignee"]["name"]),
        (&json!("assigned"), &json!("li"))
    );

    company.clock().advance(TimeDelta::minutes(90));
    let replied = li
        .post(
            &format!("{at}/reply"),
            json!({ "body": "建议两级检测", "source": "知识条目 K-12" }),
        )
        .await
        .ok();
    assert_eq!(
        (&replied["state"], &replied["answer"]),
        (&json!("replied"), &json!("建议两级检测"))
    );
    let reply = &company.events("inquiry.replied").await[0]["facts"];
    assert_eq!(
        *reply,
        json!({ "first": true, "has_source": true, "working_minutes": 90 })
    );

    let heard = li
        .post(&format!("{at}/messages"), json!({ "body": "能来现场看看吗？" }))
        .await
        .ok();
    assert_eq!(heard["state"], "following");
    let closed = li.post(&format!("{at}/close"), json!({})).await.ok();
    assert_eq!(
        (&closed["state"], &closed["outcome"]),
        (&json!("closed"), &json!("answered"))
    );

    let lost = li
        .post(
            &format!("{at}/follow-up"),
            json!({ "note": "选了别家", "outcome": "lost" }),
        )
        .await
        .ok();
    assert_eq!(lost["outcome"], "lost");
    assert_eq!(
        company.events("inquiry.outcome_set").await[0]["facts"]["outcome"],
        "lost"
    );
    let again = li
        .post(&format!("{at}/follow-up"), json!({ "outcome": "dormant" }))
        .await;
    assert_eq!((again.status, again.code()), (409, "inquiry-outcome-known"));
}

#[tokio::test]
async fn an_incomplete_inquiry_cannot_be_closed_and_says_what_is_missing() {
    let (company, li) = company().await;
    let asked = r#"field = [
  { on = "inquiry", id = "customer", type = "text", name = { zh = "客户" }, required_at = "closed" },
  { on = "inquiry", id = "question", type = "text", name = { zh = "问题" }, required_at = "closed" },
  { on = "inquiry", id = "answer", type = "text", name = { zh = "答复" }, required_at = "closed" },
]"#;
    company.adopt_text("asked", asked).await;
    let inquiry = li
        .post("/inquiries", json!({ "channel": "walk_in", "title": "来访" }))
        .await
        .ok();
    let at = path(&inquiry);

    let refused = li.post(&format!("{at}/close"), json!({})).await;
    assert_eq!((refused.status, refused.code()), (409, "inquiry-incomplete"));
    let missing: Vec<_> = refused.body["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| fault["pointer"].clone())
        .collect();
    assert_eq!(
        missing,
        [json!("/customer"), json!("/question"), json!("/answer")]
    );
    assert!(company.events("inquiry.closed").await.is_empty());

    li.post(
        &format!("{at}/match"),
        json!({ "customer_id": customer(&li).await }),
    )
    .await
    .ok();
    let changes = json!({ "outcome": "dormant", "changes": { "question": "能做吗", "answer": "能" } });
    assert_eq!(
        li.post(&format!("{at}/close"), changes).await.ok()["outcome"],
        "dormant"
    );
}

#[tokio::test]
async fn an_answer_is_given_only_once_somebody_has_the_inquiry() {
    let (_company, li) = company().await;
    let inquiry = li
        .post("/inquiries", json!({ "channel": "chat", "question": "多少钱？" }))
        .await
        .ok();
    let refused = li
        .post(&format!("{}/reply", path(&inquiry)), json!({ "body": "面议" }))
        .await;
    assert_eq!((refused.status, refused.code()), (409, "inquiry-not-assigned"));
}

#[tokio::test]
async fn waiting_for_the_customer_ends_when_the_customer_answers() {
    let (company, li) = company().await;
    let inquiry = li
        .post("/inquiries", json!({ "channel": "im", "question": "尺寸？" }))
        .await
        .ok();
    let at = path(&inquiry);
    assert_eq!(
        li.post(&format!("{at}/wait"), json!({})).await.ok()["waits_for_customer"],
        true
    );
    assert_eq!(
        li.post(&format!("{at}/wait"), json!({})).await.code(),
        "inquiry-waiting"
    );

    assert_eq!(
        li.post(&format!("{at}/messages"), json!({ "body": "2 米" }))
            .await
            .ok()["waits_for_customer"],
        false
    );

    assert_eq!(company.events("inquiry.resumed").await.len(), 1);
    assert_eq!(
        li.post(&format!("{at}/resume"), json!({})).await.code(),
        "inquiry-not-waiting"
    );
}

#[tokio::test]
async fn a_new_message_opens_a_closed_inquiry_again() {
    let (company, li) = company().await;
    let customer = customer(&li).await;
    let inquiry = li
        .post(
            "/inquiries",
            json!({ "channel": "phone", "customer_id": customer, "question": "a" }),
        )
        .await
        .ok();
    let at = path(&inquiry);
    li.post(&format!("{at}/take"), json!({})).await.ok();
    li.post(&format!("{at}/reply"), json!({ "body": "b" })).await.ok();
    li.post(&format!("{at}/close"), json!({})).await.ok();

    let open = li
        .post(&format!("{at}/messages"), json!({ "body": "还有一个问题" }))
        .await
        .ok();

    assert_eq!(
        (&open["state"], &open["outcome"]),
        (&json!("following"), &Value::Null)
    );
    assert_eq!(company.events("inquiry.reopened").await.len(), 1);
}

#[tokio::test]
async fn a_change_after_closing_is_a_correction() {
    let (company, li) = company().await;
    let customer = customer(&li).await;
    let inquiry = li
        .post(
            "/inquiries",
            json!({ "channel": "phone", "customer_id": customer, "question": "a" }),
        )
        .await
        .ok();
    let at = path(&inquiry);
    let closed = li
        .post(&format!("{at}/close"), json!({ "changes": { "answer": "b" } }))
        .await
        .ok();

    li.patch(
        &at,
        closed["version"].as_i64().unwrap(),
        json!({ "answer": "c", "needs": "d" }),
    )
    .await
    .ok();

    let fields: Vec<_> = company
        .events("inquiry.corrected")
        .await
        .iter()
        .map(|one| one["facts"]["field"].clone())
        .collect();
    assert_eq!(fields, [json!("needs"), json!("answer")]);
}

#[tokio::test]
async fn the_timeline_of_the_customer_tells_its_inquiries_even_those_matched_later() {
    let (_company, li) = company().await;
    let customer = customer(&li).await;
    let inquiry = li
        .post("/inquiries", json!({ "channel": "fax", "question": "a" }))
        .await
        .ok();
    li.post(
        &format!("{}/match", path(&inquiry)),
        json!({ "customer_id": customer }),
    )
    .await
    .ok();

    let timeline = li
        .get(&format!("/customers/{}/timeline", customer.as_str().unwrap()))
        .await
        .ok();
    let names: Vec<_> = timeline["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["name"].as_str().unwrap().to_owned())
        .collect();
    assert!(names.contains(&"inquiry.matched".to_owned()), "{names:?}");
}

#[tokio::test]
async fn how_whoever_asked_is_reached_is_shown_on_request_and_that_is_evidence() {
    let (company, li) = company().await;
    let asked = json!({ "channel": "web", "question": "a", "sender_phone": "13812345678", "sender_email": "wang@binjiang.cn" });
    let inquiry = li.post("/inquiries", asked).await.ok();
    assert_eq!(inquiry["sender_phone"], "138****5678");

    let shown = li
        .post(
            &format!("{}/reveal", path(&inquiry)),
            json!({ "field": "sender_phone" }),
        )
        .await
        .ok();

    assert_eq!(shown["value"], "13812345678");
    assert_eq!(
        company.events("inquiry.revealed").await[0]["facts"]["field"],
        "sender_phone"
    );
    let wang = company
        .member("wang")
        .allowed(&["inquiry.read"], xianji_platform::Reach::Company)
        .await;
    assert_eq!(
        wang.post(
            &format!("{}/reveal", path(&inquiry)),
            json!({ "field": "sender_phone" })
        )
        .await
        .status,
        403
    );
}

#[tokio::test]
async fn an_inquiry_names_only_a_contact_that_one_may_see() {
    let (_company, li) = company().await;
    let nobody = uuid::Uuid::from_u128(7);
    let answer = li
        .post("/inquiries", json!({ "channel": "web", "contact_id": nobody }))
        .await;
    assert_eq!(answer.status, 404, "{answer}");
}

#[tokio::test]
async fn an_address_that_is_none_is_refused_from_staff_as_from_anybody() {
    let (_company, li) = company().await;
    let asked = json!({ "channel": "phone", "question": "?", "sender_email": "nobody", "sender_phone": "x" });
    let refused = li.post("/inquiries", asked).await;
    let pointers: Vec<&Value> = refused.body["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| &fault["pointer"])
        .collect();
    assert_eq!(
        (refused.status, pointers),
        (422, vec![&json!("/sender_email"), &json!("/sender_phone")])
    );
}

#[tokio::test]
async fn whoever_asks_is_a_contact_of_the_customer_that_asks() {
    let (_company, li) = company().await;
    let customer = customer(&li).await;
    let other = li
        .post("/customers", json!({ "name": "宁波海曙精工" }))
        .await
        .ok();
    let stranger = li
        .post(
            &format!("/customers/{}/contacts", other["id"].as_str().unwrap()),
            json!({ "name": "赵六", "email": "zhao@haishu.cn" }),
        )
        .await
        .ok();
    let asked = json!({ "channel": "phone", "customer_id": customer, "question": "?" });
    let inquiry = li.post("/inquiries", asked).await.ok();
    let refused = li
        .patch(&path(&inquiry), 1, json!({ "contact_id": stranger["id"] }))
        .await;
    assert_eq!(
        (refused.status, &refused.body["errors"][0]["pointer"]),
        (422, &json!("/contact_id"))
    );
}

#[tokio::test]
async fn what_a_follow_up_found_is_a_note_of_ours_and_no_answer_to_the_customer() {
    let (company, li) = company().await;
    let customer = customer(&li).await;
    let asked = json!({ "channel": "phone", "customer_id": customer, "question": "?" });
    let inquiry = li.post("/inquiries", asked).await.ok();
    let at = path(&inquiry);
    li.post(&format!("{at}/take"), json!({})).await.ok();
    li.post(&format!("{at}/close"), json!({})).await.ok();
    let sent = company.events("message.sent").await.len();

    li.post(
        &format!("{at}/follow-up"),
        json!({ "note": "打了电话，还在考虑" }),
    )
    .await
    .ok();

    let said = li.get(&format!("{at}/messages")).await.ok();
    let note = said["items"].as_array().unwrap().last().unwrap();
    assert_eq!(
        (&note["body"], &note["internal"]),
        (&json!("打了电话，还在考虑"), &json!(true))
    );
    assert_eq!(
        company.events("message.sent").await.len(),
        sent,
        "nobody was written to"
    );
    assert_eq!(company.events("message.noted").await.len(), 1);
}
