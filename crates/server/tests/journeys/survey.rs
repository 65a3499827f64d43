//! The customer's own word: a closed inquiry asks for it by a link that is used once, by nobody else, and not for ever.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::company::Whole;
use crate::desk::id;

fn stars(number: i32) -> Value {
    json!({ "fields": {
        "speed": number, "professionalism": number, "attitude": number, "usefulness": number, "beyond_expectation": number,
        "suggestion": "再快一点",
    } })
}

/// An inquiry of the customer's first contact, answered and closed.
async fn closed_for_contact(house: &Whole, customer: &str, changes: Value) -> String {
    let inquiry = house.inquiry_by("phone", customer).await;
    let contacts = house
        .consultant
        .get(&format!("/customers/{customer}/contacts"))
        .await
        .ok();
    let mut changes = changes;
    changes["contact_id"] = contacts["items"][0]["id"].clone();
    house.triage(&inquiry).await;
    let version = house.consultant.get(&format!("/inquiries/{inquiry}")).await.ok()["version"]
        .as_i64()
        .unwrap();
    house
        .consultant
        .patch(&format!("/inquiries/{inquiry}"), version, changes)
        .await
        .ok();
    house.reply(&inquiry).await;
    house.close(&inquiry).await;
    inquiry
}

/// The mails to the customer in an inquiry's conversation.
async fn mails(house: &Whole, inquiry: &str) -> Vec<Value> {
    let path = format!("/inquiries/{inquiry}/messages");
    let messages = house.consultant.get(&path).await.ok();
    let is_mail = |one: &&Value| one["direction"] == "out" && one["channel"] == "mail";
    messages["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(is_mail)
        .cloned()
        .collect()
}

/// The only survey about an inquiry.
async fn survey(house: &Whole, inquiry: &str) -> Value {
    let path = format!("/surveys?subject_kind=inquiry&subject_id={inquiry}");
    let list = house.consultant.get(&path).await.ok();
    assert_eq!(list.as_array().map(Vec::len), Some(1), "{list}");
    list[0].clone()
}

/// A fresh link's way to the form.
async fn form(house: &Whole, survey: &Value) -> String {
    let link = house
        .consultant
        .post(&format!("/surveys/{}/link", id(survey)), json!({}))
        .await
        .ok();
    format!(
        "/public/forms/{}",
        link["link"].as_str().unwrap().rsplit('/').next().unwrap()
    )
}

#[tokio::test]
async fn closing_sends_the_customer_a_link_and_the_answer_is_kept_with_its_score() {
    let house = Whole::with_skills().await;
    let customer = house
        .customer_of(&house.consultant, "杭州滨江智造", "wang@binjiang.cn")
        .await;
    let inquiry = closed_for_contact(&house, &customer, json!({})).await;
    let asked = survey(&house, &inquiry).await;
    assert_eq!(
        (&asked["form"], &asked["state"]),
        (&json!("inquiry-response"), &json!("sent"))
    );
    let sent = mails(&house, &inquiry).await;
    assert_eq!(sent.len(), 1, "a mail waits to go out: {sent:?}");
    assert!(
        sent[0]["body"].as_str().unwrap().contains("/p/response/…"),
        "the link is the customer's alone: {sent:?}"
    );

    let form = form(&house, &asked).await;
    assert_eq!(house.company.public_post(&form, stars(4)).await.status, 204);
    let answered = survey(&house, &inquiry).await;
    assert_eq!(
        (&answered["state"], &answered["score"]),
        (&json!("answered"), &json!(80))
    );
    assert_eq!(house.states("inquiry-response", &inquiry).await, ["fulfilled"]);
    let late = house
        .consultant
        .post(&format!("/surveys/{}/link", id(&asked)), json!({}))
        .await;
    assert_eq!((late.status, late.code()), (409, "survey-answered"));
}

#[tokio::test]
async fn a_link_is_used_once_and_runs_out_and_a_wrong_one_opens_nothing() {
    let house = Whole::with_skills().await;
    let customer = house
        .customer_of(&house.consultant, "杭州滨江智造", "wang@binjiang.cn")
        .await;
    let inquiry = house.closed_inquiry("phone", &customer).await;
    let asked = survey(&house, &inquiry).await;
    let (first, second) = (form(&house, &asked).await, form(&house, &asked).await);

    let wrong = house.company.public_post(&first, stars(6)).await;
    assert_eq!(
        (wrong.status, wrong.body["errors"].as_array().map(Vec::len)),
        (422, Some(5)),
        "five stars at most: {wrong}"
    );
    let half = house
        .company
        .public_post(&first, json!({ "fields": { "speed": 5 } }))
        .await;
    assert_eq!(half.status, 422, "{half}");
    assert_eq!(house.company.public_post(&first, stars(5)).await.status, 204);
    let again = house.company.public_post(&first, stars(1)).await;
    assert_eq!((again.status, again.code()), (410, "link-closed"));
    assert_eq!(
        house
            .company
            .public_get("/public/forms/0123456789abcdef")
            .await
            .status,
        404
    );

    house.company.clock().advance(TimeDelta::days(31));
    let expired = house.company.public_get(&second).await;
    assert_eq!((expired.status, expired.code()), (410, "link-closed"));
}

#[tokio::test]
async fn where_no_address_is_known_somebody_hands_the_link_over_and_nobody_else_may() {
    let house = Whole::with_skills().await;
    let customer = id(&house
        .consultant
        .post("/customers", json!({ "name": "宁波海曙精工" }))
        .await
        .ok());
    let inquiry = house.closed_inquiry("walk_in", &customer).await;
    let asked = survey(&house, &inquiry).await;
    assert_eq!(asked["state"], "unaddressed");
    let link = format!("/surveys/{}/link", id(&asked));
    assert_eq!(
        house.sales.post(&link, json!({})).await.status,
        404,
        "not one's inquiry"
    );
    assert_eq!(
        house.executive.post(&link, json!({})).await.status,
        403,
        "to see it is not to hand it over"
    );
    house.respond(&inquiry, 3).await;
    let events = house.company.events("survey.link_made").await;
    assert_eq!(events.len(), 1, "who made a link is evidence");
}

#[tokio::test]
async fn nobody_is_asked_about_what_another_contact_of_the_customer_was_told() {
    let house = Whole::with_skills().await;
    let customer = house
        .customer_of(&house.consultant, "杭州滨江智造", "wang@binjiang.cn")
        .await;
    let inquiry = house.closed_inquiry("phone", &customer).await;
    assert_eq!(survey(&house, &inquiry).await["state"], "unaddressed");
    assert_eq!(mails(&house, &inquiry).await, Vec::<Value>::new());
}

#[tokio::test]
async fn whoever_asked_in_english_is_written_to_and_asked_in_english() {
    let house = Whole::with_skills().await;
    let customer = house
        .customer_of(&house.consultant, "杭州滨江智造", "wang@binjiang.cn")
        .await;
    let inquiry = closed_for_contact(&house, &customer, json!({ "language": "en" })).await;
    let sent = mails(&house, &inquiry).await;
    let subject = sent[0]["subject"].as_str().unwrap();
    assert!(subject.starts_with("How did we do"), "{subject}");

    let chinese = closed_for_contact(&house, &customer, json!({})).await;
    let sent = mails(&house, &chinese).await;
    assert!(sent[0]["subject"].as_str().unwrap().starts_with("请评价"));
}

#[tokio::test]
async fn an_answer_that_is_sent_twice_under_one_key_is_kept_once() {
    let house = Whole::with_skills().await;
    let customer = house
        .customer_of(&house.consultant, "杭州滨江智造", "wang@binjiang.cn")
        .await;
    let inquiry = house.closed_inquiry("phone", &customer).await;
    let asked = survey(&house, &inquiry).await;
    let form = form(&house, &asked).await;
    let key = [("idempotency-key", "answer-1")];
    for _ in 0..2 {
        let answered = house
            .company
            .send(None, "POST", &form, &key, Some(stars(4)))
            .await;
        assert_eq!(answered.status, 204, "{answered}");
    }
    let other = house
        .company
        .send(None, "POST", &form, &key, Some(stars(1)))
        .await;
    assert_eq!((other.status, other.code()), (422, "key-reused"));
    assert_eq!(house.company.events("survey.answered").await.len(), 1);
}
