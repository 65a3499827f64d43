//! What the pack decides about a project's own and added fields, its endings and its people.

use serde_json::{Value, json};
use xianji_platform::Reach;
use xianji_platform::testing::{TestCompany, TestMember};

use crate::testing::{ALL, SMALL, company_under, project, project_of};

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
