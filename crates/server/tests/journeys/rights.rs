//! Permissions that hang on a record: on its circumstances, on a role in its team, on what a reader has done before.

use serde_json::{Value, json};
use xianji_platform::testing::{TestCompany, TestMember};

use crate::company::Whole;
use crate::desk::id;

const OWN: &str = r#"
[[lifecycle]]
id = "deal"
of = "project"
stages = { active = ["guidance", "proposal"] }

[[stage]]
id = "guidance"
name = { zh = "引导", en = "Guidance" }

[[stage]]
id = "proposal"
name = { zh = "方案", en = "Proposal" }

[[position]]
id = "seller"
name = { zh = "销售", en = "Seller" }
may = ["project.create", "project.read", "project.change_member", { do = "project.update", when = "!project.public_sector" }]
reach = "own"

[[position]]
id = "helper"
of = "project"
name = { zh = "协助人", en = "Helper" }
may = ["project.read", "project.update", { do = "task.create", when = "project.amount > money('CNY', 1000)" }, "task.complete"]
"#;

async fn own() -> (TestCompany, TestMember, TestMember) {
    let company = TestCompany::open(xianji_server::house::modules()).await;
    company.adopt_text("own", OWN).await;
    let seller = company.member("li").with_positions(&["seller"]).await;
    // Held like a post of the house, a role in a team is no right at all.
    let helper = company.member("wang").with_positions(&["helper"]).await;
    (company, seller, helper)
}

async fn project(by: &TestMember, yuan: i64) -> String {
    let money = json!({ "amount": yuan * 100, "currency": "CNY" });
    id(&by
        .post("/projects", json!({ "name": "南湖", "amount": money }))
        .await
        .ok())
}

fn may(page: &Value, action: &str) -> bool {
    page["can"]["actions"]
        .as_array()
        .unwrap()
        .iter()
        .any(|one| one == action)
}

#[tokio::test]
async fn a_permission_with_a_condition_holds_as_long_as_the_condition_does() {
    let (_company, seller, _) = own().await;
    let path = format!("/projects/{}", project(&seller, 100).await);
    assert!(may(&seller.get(&path).await.ok(), "project.update"));
    seller
        .patch(&path, 1, json!({ "public_sector": true }))
        .await
        .ok();

    assert!(
        !may(&seller.get(&path).await.ok(), "project.update"),
        "the screen is told so"
    );
    let refused = seller.patch(&path, 2, json!({ "notes": "不行" })).await;
    assert_eq!((refused.status, refused.code()), (403, "forbidden"), "{refused}");
}

#[tokio::test]
async fn what_the_desk_may_assign_is_what_nobody_has() {
    let house = Whole::with_skills().await;
    let asked = json!({ "channel": "phone", "question": "怎么选型？" });
    let path = format!(
        "/inquiries/{}",
        id(&house.lead.post("/inquiries", asked).await.ok())
    );
    assert_eq!(house.consultant.get(&path).await.ok()["can"]["assign"], true);
    let to = json!({ "to": house.consultant.id });
    house
        .consultant
        .post(&format!("{path}/assign"), to.clone())
        .await
        .ok();
    assert_eq!(house.consultant.get(&path).await.ok()["can"]["assign"], false);
    assert_eq!(
        house.consultant.post(&format!("{path}/assign"), to).await.status,
        403
    );
}

#[tokio::test]
async fn whoever_fills_a_role_in_a_records_team_may_there_what_the_role_permits() {
    let (_company, seller, helper) = own().await;
    let (here, elsewhere) = (project(&seller, 5_000).await, project(&seller, 5_000).await);
    let path = format!("/projects/{here}");
    assert_eq!(helper.get(&path).await.status, 404, "a stranger so far");
    let joined = json!({ "member": helper.id, "role": "helper" });
    seller.post(&format!("{path}/team"), joined).await.ok();

    let page = helper.get(&path).await.ok();
    assert!(
        may(&page, "project.update") && !may(&page, "project.change_member"),
        "{}",
        page["can"]
    );
    let version = page["version"].as_i64().unwrap();
    helper
        .patch(&path, version, json!({ "notes": "看过" }))
        .await
        .ok();
    let task = helper
        .post(&format!("{path}/tasks"), json!({ "title": "量房" }))
        .await
        .ok();
    assert_eq!(
        task["can"],
        json!(["task.complete"]),
        "what belongs to the record, too"
    );
    helper
        .post(&format!("/tasks/{}/complete", id(&task)), json!({}))
        .await
        .ok();

    let list = helper.get("/projects").await.ok();
    assert_eq!(
        (list["items"].as_array().unwrap().len(), &list["items"][0]["id"]),
        (1, &json!(here))
    );
    let board = helper.get("/projects/board").await.ok();
    assert_eq!(board["columns"][0]["count"], 1, "{board}");
    assert_eq!(
        helper.get(&format!("/projects/{elsewhere}")).await.status,
        404,
        "and only there"
    );
    assert_eq!(
        helper.post("/projects", json!({ "name": "另一个" })).await.status,
        403
    );
}

#[tokio::test]
async fn a_role_permits_under_its_condition_and_ends_with_its_place() {
    let (_company, seller, helper) = own().await;
    let path = format!("/projects/{}", project(&seller, 500).await);
    let joined = json!({ "member": helper.id, "role": "helper" });
    seller.post(&format!("{path}/team"), joined).await.ok();
    assert_eq!(
        helper
            .post(&format!("{path}/tasks"), json!({ "title": "量房" }))
            .await
            .status,
        403,
        "too small"
    );

    let team = seller.get(&format!("{path}/team")).await.ok();
    let place = team["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["role"] == "helper")
        .unwrap();
    seller
        .post(&format!("{path}/team/{}/end", id(place)), json!({}))
        .await
        .ok();
    assert_eq!(helper.get(&path).await.status, 404);
}

const SECRET: &str = r#"
secrecy = [{ id = "contacts", name = { zh = "联系信息", en = "Contacts" }, holds = ["contact.mobile"], readers = ["customer.owner", "position:seller"], needs = ["done:pledge", { need = "form:promise", say = { zh = "先签保密承诺", en = "Sign the promise first" } }] }]

[[form]]
id = "promise"
on = "company"
name = { zh = "保密承诺", en = "Promise" }
fields = [{ id = "read", type = "flag", required = true, name = { zh = "已阅", en = "Read" } }]
valid = "30 days"

[[obligation]]
id = "pledge"
name = { zh = "保密培训", en = "Training" }
opens_on = "contact.created"
responsible = "customer.owner"
due = "1 working day"
fulfilled_by = "hand"

[[position]]
id = "seller"
name = { zh = "销售", en = "Seller" }
may = ["customer.*", "contact.*", "form.*", "obligation.*"]
reach = "company"
"#;

#[tokio::test]
async fn a_secret_is_shown_to_readers_who_have_done_what_is_asked_of_them() {
    let company = TestCompany::open(xianji_server::house::modules()).await;
    company.adopt_text("secret", SECRET).await;
    let (li, wang) = (
        company.member("li").with_positions(&["seller"]).await,
        company.member("wang").with_positions(&["seller"]).await,
    );
    let customer = id(&li.post("/customers", json!({ "name": "南湖水务" })).await.ok());
    let contact = json!({ "name": "王芳", "mobile": "13812345678" });
    let contact = id(&li
        .post(&format!("/customers/{customer}/contacts"), contact)
        .await
        .ok());
    let (reveal, field) = (
        format!("/contacts/{contact}/reveal"),
        json!({ "field": "mobile" }),
    );

    let refused = li.post(&reveal, field.clone()).await;
    assert_eq!(
        (refused.status, refused.code()),
        (409, "gate-not-met"),
        "{refused}"
    );
    let items = refused.body["items"].as_array().unwrap();
    let told: Vec<_> = items
        .iter()
        .map(|item| (&item["need"], &item["met"], &item["from"]))
        .collect();
    assert_eq!(
        told,
        [
            (&json!("done:pledge"), &json!(false), &json!("li")),
            (&json!("form:promise"), &json!(false), &json!("li")),
        ]
    );
    assert_eq!(items[1]["name"], "Sign the promise first");
    assert_eq!(
        company.events("action.refused").await.len(),
        1,
        "that it was tried is evidence"
    );

    let owed = li.get("/obligations").await.ok()["items"][0].clone();
    li.post(&format!("/obligations/{}/complete", id(&owed)), json!({}))
        .await
        .ok();
    let promise = json!({ "form": "promise", "subject": { "kind": "company", "id": company.root() }, "fields": { "read": true } });
    li.post("/filings", promise).await.ok();
    let shown = li.post(&reveal, field.clone()).await;
    assert_eq!(shown.body["value"], "13812345678", "{}", shown.body);
    let other = wang.post(&reveal, field.clone()).await;
    assert_eq!(
        other.code(),
        "gate-not-met",
        "another's promise is no reader's own"
    );

    company.advance_time(chrono::TimeDelta::days(31)).await;
    assert_eq!(
        li.post(&reveal, field).await.code(),
        "gate-not-met",
        "it has run out"
    );
}
