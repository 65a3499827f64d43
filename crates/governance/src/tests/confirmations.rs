//! Confirming that something was done, and refusing to.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::obligation::{Obligation, State};
use crate::testing::*;

const CONFIRMED: &str = r#"
[[obligation]]
id = "visit"
name = { zh = "拜访", en = "Visit" }
opens_on = "thing.called"
responsible = "thing.keeper"
due = "1 working day"
fulfilled_by = "thing.visited"
confirm = { by = "position:boss", within = "2 working days" }
escalate = [{ after = "1 working hour", to = "head(thing.department)" }]

[[obligation]]
id = "tidy"
name = { zh = "整理" }
opens_on = "thing.reported"
responsible = "thing.keeper"
due = "1 working day"
fulfilled_when = ["cel:thing.amount > 100"]
confirm = { by = "position:boss" }

[[form]]
id = "response"
name = { zh = "回应" }
on = "thing"
pass = 60
fields = [{ id = "good", type = "score", name = { zh = "评分" }, required = true }]

[[obligation]]
id = "graded"
name = { zh = "评定" }
opens_on = "thing.answered"
responsible = "thing.keeper"
due = "1 working day"
fulfilled_by = "hand"
confirm = { by = "position:boss", form = "response" }
"#;

async fn last(company: &xianji_platform::testing::TestCompany, rule: &str) -> Obligation {
    let mut rows = of_rule(company, rule).await;
    rows.sort_by_key(|row| row.id);
    rows.pop().unwrap()
}

#[tokio::test]
async fn a_refused_confirmation_opens_it_again_with_the_due_time_that_it_had() {
    let company = company(CONFIRMED).await;
    let people = cast(&company).await;
    let thing = thing(&company, &people.li).await;
    happens(&people.zhao, thing, "thing.called").await;
    let due = only(&company, "visit").await.due_at;
    happens(&people.li, thing, "thing.visited").await;
    let asked = only(&company, "visit.confirm").await;

    let page: Value = people.zhao.get(&format!("/obligations/{}", asked.id)).await.ok();
    assert!(page["can"].as_array().unwrap().contains(&json!("refuse")));
    let silent = people
        .zhao
        .post(
            &format!("/obligations/{}/refuse", asked.id),
            json!({ "reason": " " }),
        )
        .await;
    assert_eq!(silent.status, 422);
    people
        .zhao
        .post(
            &format!("/obligations/{}/refuse", asked.id),
            json!({ "reason": "nobody was met" }),
        )
        .await
        .ok();

    let row = only(&company, "visit").await;
    assert_eq!((row.state, row.due_at), (State::Open, due));
    assert!(row.closed_at.is_none() && row.next_step_at.is_some());
    assert_eq!(workbench(&people.li).await, ["visit"], "its owner owes it again");
    assert!(workbench(&people.zhao).await.is_empty());
    assert_eq!(company.events("obligation:visit.refused").await.len(), 1);
    assert!(company.events("obligation:visit.confirmed").await.is_empty());
    let page: Value = people.li.get(&format!("/obligations/{}", row.id)).await.ok();
    assert_eq!(page["history"]["confirmations"][0]["refused"], true);
    assert_eq!(page["history"]["confirmations"][0]["words"], "nobody was met");

    // The due time runs on as if nothing had been done.
    company.advance_time(TimeDelta::days(2)).await;
    assert_eq!(told(&people.qian).await, ["escalation"]);
    happens(&people.li, thing, "thing.visited").await;
    assert_eq!(only(&company, "visit").await.state, State::Late);
    let again = last(&company, "visit.confirm").await;
    assert_eq!(again.state, State::Open);
    people
        .zhao
        .post(&format!("/obligations/{}/complete", again.id), json!({}))
        .await
        .ok();
    assert_eq!(company.events("obligation:visit.confirmed").await.len(), 1);
    assert_eq!(only(&company, "visit").await.state, State::Late);
}

#[tokio::test]
async fn only_what_somebody_is_asked_to_confirm_can_be_refused_and_only_by_them() {
    let company = company(CONFIRMED).await;
    let people = cast(&company).await;
    let thing = thing(&company, &people.li).await;
    happens(&people.zhao, thing, "thing.called").await;
    let visit = only(&company, "visit").await;
    let refuse = |id| (format!("/obligations/{id}/refuse"), json!({ "reason": "no" }));
    let (path, body) = refuse(visit.id);
    assert_eq!(
        people.li.post(&path, body).await.code(),
        "obligation-not-confirming"
    );

    happens(&people.li, thing, "thing.visited").await;
    let (path, body) = refuse(only(&company, "visit.confirm").await.id);
    let stranger = company
        .member("sun")
        .allowed(&["thing.*", "obligation.read"], xianji_platform::Reach::Company)
        .await;
    assert_eq!(stranger.post(&path, body.clone()).await.status, 403);
    people.zhao.post(&path, body.clone()).await.ok();
    assert_eq!(people.zhao.post(&path, body).await.code(), "obligation-not-open");
}

#[tokio::test]
async fn what_needs_fulfil_is_done_again_by_its_owners_hand_while_they_are_met() {
    let company = company(CONFIRMED).await;
    let people = cast(&company).await;
    let thing = thing(&company, &people.li).await;
    happens(&people.zhao, thing, "thing.reported").await;
    changes(&people.li, thing, "thing.changed", |row| row.amount = 200).await;
    assert_eq!(only(&company, "tidy").await.state, State::Fulfilled);
    let asked = only(&company, "tidy.confirm").await;
    people
        .zhao
        .post(
            &format!("/obligations/{}/refuse", asked.id),
            json!({ "reason": "wrong figure" }),
        )
        .await
        .ok();
    let row = only(&company, "tidy").await;
    assert_eq!(
        row.state,
        State::Open,
        "that its needs are met still does not close it"
    );

    changes(&people.li, thing, "thing.changed", |row| row.amount = 50).await;
    let complete = format!("/obligations/{}/complete", row.id);
    assert_eq!(
        people.li.post(&complete, json!({})).await.code(),
        "obligation-by-evidence"
    );
    changes(&people.li, thing, "thing.changed", |row| row.amount = 300).await;
    people.li.post(&complete, json!({})).await.ok();
    assert_eq!(only(&company, "tidy").await.state, State::Fulfilled);
    assert_eq!(of_rule(&company, "tidy.confirm").await.len(), 2);
}

#[tokio::test]
async fn a_sheet_that_does_not_pass_refuses_what_it_was_to_confirm() {
    let company = company(CONFIRMED).await;
    let people = cast(&company).await;
    let thing = thing(&company, &people.li).await;
    happens(&people.zhao, thing, "thing.answered").await;
    let row = only(&company, "graded").await;
    let complete = format!("/obligations/{}/complete", row.id);
    let sheet = |good: i64| json!({ "form": "response", "subject": { "kind": "thing", "id": thing }, "fields": { "good": good } });
    people.li.post(&complete, json!({})).await.ok();
    people.zhao.post("/filings", sheet(20)).await.ok();
    assert_eq!(only(&company, "graded").await.state, State::Open);

    people.li.post(&complete, json!({})).await.ok();
    people.zhao.post("/filings", sheet(90)).await.ok();
    assert_eq!(only(&company, "graded").await.state, State::Fulfilled);
    assert_eq!(company.events("obligation:graded.confirmed").await.len(), 1);
}
