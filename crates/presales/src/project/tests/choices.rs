//! What the pack decides about a project's own and added fields, its endings and its people.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde_json::{Value, json};
use xianji_platform::Reach;
use xianji_platform::testing::{TestCompany, TestMember};

use super::super::entity::{Column, Entity, tally};
use crate::testing::{ALL, SMALL, company, company_under, project, project_of};

/// The small pack with reasons, an added field and a skip that somebody decides on.
fn pack() -> String {
    let skip = r#"skip = { when = "project.kind == 'product'" }"#;
    assert!(SMALL.contains(skip));
    let decided = r#"skip = { when = "project.kind == 'product'", by = "approval:skip" }"#;
    let more = r#"
[[approval]]
id = "skip"
subject = "skip:project"
steps = [{ by = "head(project.department)", within = "1 working day" }]

[[field]]
on = "project"
id = "lost_reason"
type = "choice"
name = { zh = "丢单原因", en = "Why it was lost" }
choices = [{ id = "price", name = { zh = "价格", en = "Price" } }, { id = "weather", name = { zh = "天气", en = "Weather" } }]
required_at = "lost"

[[field]]
on = "project"
id = "won_reason"
type = "choice"
name = { zh = "赢单原因", en = "Why it was won" }
choices = [{ id = "solution", name = { zh = "方案", en = "Solution" } }]
required_at = "won"

[[field]]
on = "project"
id = "tender_number"
type = "text"
name = { zh = "招标编号", en = "Tender number" }
required_at = "bid"
"#;
    format!("{}{more}", SMALL.replace(skip, decided))
}

async fn li() -> (TestCompany, TestMember) {
    let company = company_under(&pack()).await;
    let li = company.member("li").allowed(&ALL, Reach::Own).await;
    (company, li)
}

#[tokio::test]
async fn a_deal_ends_for_a_reason_that_its_pack_offers() {
    let (company, li) = li().await;
    let lost = project(&li, "甲").await;
    let path = format!("/projects/{lost}/lose");
    let unknown = li
        .post(&path, json!({ "reason": "budget", "words": "没钱" }))
        .await;
    assert_eq!(
        (unknown.status, &unknown.body["errors"][0]["pointer"]),
        (422, &json!("/reason"))
    );
    assert_eq!(unknown.body["errors"][0]["code"], "not-a-choice");
    let ended = li
        .post(&path, json!({ "reason": "weather", "words": "下雨" }))
        .await
        .ok();
    assert_eq!(
        (&ended["reason"], &ended["reason_name"]),
        (&json!("weather"), &json!("Weather"))
    );

    let won = project(&li, "乙").await;
    let page = li.get(&format!("/projects/{won}")).await.ok();
    assert_eq!(
        page["reasons"]["won"],
        json!([{ "id": "solution", "name": "Solution" }])
    );
    let path = format!("/projects/{won}/win");
    let mut body = json!({ "amount": { "amount": 500, "currency": "CNY" }, "signed_on": "2026-03-02" });
    let silent = li.post(&path, body.clone()).await;
    assert_eq!(
        (silent.status, silent.code()),
        (409, "project-fields-missing"),
        "the pack asks why"
    );
    body["reason"] = json!("solution");
    assert_eq!(li.post(&path, body).await.ok()["reason_name"], "Solution");
    assert_eq!(
        company.events("project.won").await[0]["facts"]["reason"],
        "solution"
    );
}

#[tokio::test]
async fn a_field_that_the_pack_adds_is_checked_kept_and_asked_for_in_time() {
    let (company, li) = li().await;
    let wrong = li
        .post("/projects", json!({ "name": "甲", "extra": { "colour": "red" } }))
        .await;
    assert_eq!(
        (wrong.status, &wrong.body["errors"][0]["pointer"]),
        (422, &json!("/extra/colour"))
    );
    let own = li
        .post(
            "/projects",
            json!({ "name": "甲", "extra": { "lost_reason": "price" } }),
        )
        .await;
    assert_eq!(
        (own.status, own.body["errors"][0]["code"].as_str()),
        (422, Some("unknown-field"))
    );

    let id = project(&li, "甲").await;
    let path = format!("/projects/{id}");
    let page = li.get(&path).await.ok();
    let names: Vec<_> = page["fields"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["id"].clone())
        .collect();
    assert_eq!(
        names,
        [json!("tender_number")],
        "its own fields are not shown as added ones"
    );
    li.post(&format!("{path}/advance"), json!({ "to": "proposal" }))
        .await
        .ok();
    let early = li.post(&format!("{path}/advance"), json!({ "to": "bid" })).await;
    assert_eq!((early.status, early.code()), (409, "project-fields-missing"));
    assert_eq!(early.body["errors"][0]["pointer"], "/extra/tender_number");

    let version = li.get(&path).await.version().unwrap();
    let number = li
        .patch(&path, version, json!({ "extra": { "tender_number": 7 } }))
        .await;
    assert_eq!(number.status, 422, "of its type");
    let filled = li
        .patch(&path, version, json!({ "extra": { "tender_number": "ZB-7" } }))
        .await
        .ok();
    assert_eq!(filled["extra"], json!({ "tender_number": "ZB-7" }));
    assert_eq!(
        company.events("project.updated").await[0]["facts"]["fields"],
        json!(["extra"])
    );
    assert_eq!(
        li.post(&format!("{path}/advance"), json!({ "to": "bid" }))
            .await
            .ok()["stage"],
        "bid"
    );
}

#[tokio::test]
async fn a_stage_is_skipped_only_after_whoever_decides_has_agreed() {
    let (company, li) = li().await;
    let head = company
        .member("head")
        .allowed(&["*"], Reach::Company)
        .as_head()
        .await;
    let id = project_of(
        &li,
        json!({ "name": "甲", "kind": "product", "extra": { "tender_number": "ZB-1" } }),
    )
    .await;
    let path = format!("/projects/{id}");

    let asked = li
        .post(&format!("{path}/skip"), json!({ "stage": "proposal" }))
        .await
        .ok();
    assert_eq!(asked["stage"], "guidance", "it waits for the decision");
    assert_eq!(company.events("approval:skip.asked").await.len(), 1);
    li.post(&format!("{path}/skip"), json!({ "stage": "proposal" }))
        .await
        .ok();
    assert_eq!(company.events("approval:skip.asked").await.len(), 1, "asked once");

    let waiting = head.get("/approvals").await.ok();
    let request = waiting["items"][0]["id"].as_str().unwrap().to_owned();
    head.post(&format!("/approvals/{request}/approve"), json!({}))
        .await
        .ok();
    let skipped = li
        .post(&format!("{path}/skip"), json!({ "stage": "proposal" }))
        .await
        .ok();
    assert_eq!(skipped["stage"], "bid");
    assert_eq!(skipped["stages"][1]["state"], "skipped");
    assert_eq!(company.events("project.skipped").await.len(), 1);

    let other = project_of(&li, json!({ "name": "乙", "kind": "product" })).await;
    li.post(&format!("/projects/{other}/skip"), json!({ "stage": "proposal" }))
        .await
        .ok();
    let waiting = head.get("/approvals").await.ok();
    let pending: Vec<&Value> = waiting["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["state"] == "pending")
        .collect();
    let request = pending[0]["id"].as_str().unwrap().to_owned();
    head.post(
        &format!("/approvals/{request}/reject"),
        json!({ "words": "不可" }),
    )
    .await
    .ok();
    assert_eq!(
        li.get(&format!("/projects/{other}")).await.ok()["stage"],
        "guidance",
        "a refusal skips nothing"
    );
}

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
