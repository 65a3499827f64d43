//! Moving running records to another version of a pack, and what adopting one warns of.

use sea_orm::EntityTrait;
use serde_json::{Value, json};
use xianji_platform::testing::{TestCompany, TestMember};
use xianji_platform::{PackVersionId, Reach};

use crate::obligation::State;
use crate::testing::*;

const OLD: &str = r#"
[[obligation]]
id = "reply"
name = { zh = "答复" }
opens_on = "thing.opened"
responsible = "thing.keeper"
due = "2 working days"
fulfilled_by = "thing.replied"

[[obligation]]
id = "weigh"
name = { zh = "称重" }
opens_on = "thing.opened"
responsible = "thing.keeper"
due = "2 working days"
fulfilled_by = "hand"
also = true
"#;

const NEW: &str = r#"
[[obligation]]
id = "reply"
name = { zh = "及时答复" }
opens_on = "thing.opened"
responsible = "thing.keeper"
due = "1 working day"
fulfilled_by = "thing.replied"

[[obligation]]
id = "large"
name = { zh = "大额" }
opens_when = "thing.amount > 100"
for_each = "thing"
responsible = "position:boss"
due = "3 working days"
fulfilled_by = "hand"
"#;

async fn kept(company: &TestCompany, thing: ThingId) -> PackVersionId {
    let row = Entity::find_by_id(thing).one(&company.app().reader()).await;
    row.unwrap().unwrap().pack_version_id.unwrap()
}

async fn moves(by: &TestMember, from: PackVersionId, body: Value) -> xianji_platform::testing::Answer {
    by.post(&format!("/policies/{from}/migrate"), body).await
}

#[tokio::test]
async fn running_records_are_moved_by_an_explicit_act_after_a_dry_run() {
    let company = company(OLD).await;
    let people = cast(&company).await;
    let keeper = company
        .member("sun")
        .allowed(&["policy.*", "thing.*", "obligation.*"], Reach::Company)
        .await;
    let open = thing(&company, &people.li).await;
    changes(&people.li, open, "thing.changed", |row| row.amount = 200).await;
    let answered = thing(&company, &people.li).await;
    happens(&people.li, answered, "thing.replied").await;
    let over = thing(&company, &people.li).await;
    changes(&people.li, over, "thing.closed", |row| row.state = "ended".into()).await;
    let from = kept(&company, open).await;
    let to = company.adopt_text("newer", &[COMPANY, NEW].concat()).await;
    let before = of_rule(&company, "reply").await;

    let dry = moves(&keeper, from, json!({ "to": to, "dry_run": true }))
        .await
        .ok();
    let first = dry["subjects"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["subject"]["id"] == json!(open))
        .unwrap()
        .clone();
    let mut changes: Vec<(&str, &str)> = first["changed"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["rule"].as_str().unwrap(), one["what"].as_str().unwrap()))
        .collect();
    changes.sort_unstable();
    assert_eq!(
        changes,
        [("large", "opened"), ("reply", "due_moved"), ("weigh", "ended")]
    );
    assert_eq!(
        dry["subjects"].as_array().unwrap().len(),
        2,
        "what has ended stays"
    );
    assert_eq!(
        of_rule(&company, "reply").await,
        before,
        "a dry run changes nothing"
    );
    assert_eq!(kept(&company, open).await, from);

    let silent = moves(&keeper, from, json!({ "to": to, "dry_run": false })).await;
    assert_eq!(silent.status, 422);
    let forbidden = moves(&people.li, from, json!({ "to": to, "dry_run": true })).await;
    assert_eq!(forbidden.status, 403);
    let order = json!({ "to": to, "dry_run": false, "reason": "the council decided" });
    moves(&keeper, from, order.clone()).await.ok();

    assert_eq!(kept(&company, open).await, to);
    assert_eq!(kept(&company, over).await, from);
    let reply = of_rule(&company, "reply").await;
    let of = |thing: ThingId| reply.iter().find(|row| row.subject_id == thing.0).unwrap();
    assert_eq!(of(open).due_at, Some(at("2026-03-03", "09:00:00")));
    assert_eq!(of(open).pack_version_id, Some(to));
    assert_eq!(
        of(answered).pack_version_id,
        Some(from),
        "what is closed never moves"
    );
    assert_eq!(of(answered).state, State::Fulfilled);
    let weigh = of_rule(&company, "weigh").await;
    assert!(weigh.iter().all(|row| row.state == State::Void));
    let page: Value = people.li.get(&format!("/obligations/{}", of(open).id)).await.ok();
    assert_eq!(page["history"]["before"].as_array().unwrap().len(), 1);
    let acts = company.events("policy.migrated").await;
    assert_eq!(acts.len(), 2);
    assert_eq!(acts[0]["facts"]["reason"], "the council decided");

    let again = moves(&keeper, from, order).await.ok();
    assert_eq!(
        again["subjects"],
        json!([]),
        "once moved, there is nothing to move"
    );
}

#[tokio::test]
async fn adopting_warns_of_each_position_that_nobody_holds() {
    let company = company("").await;
    let keeper = company.member("sun").allowed(&["policy.*"], Reach::Company).await;
    company.member("li").with_positions(&["clerk"]).await;
    let other = [
        COMPANY,
        "\n[[setting]]\nid = \"x\"\nname = { zh = \"一\" }\ntype = \"number\"\ndefault = 1\n",
    ]
    .concat();
    let version = company.adopt_text("other", &other).await;
    let body = json!({ "department_id": company.root() });
    let answer = keeper
        .post(&format!("/policies/{version}/adopt"), body)
        .await
        .ok();
    assert_eq!(answer["vacant"], json!([{ "id": "boss", "name": "总经理" }]));
}
