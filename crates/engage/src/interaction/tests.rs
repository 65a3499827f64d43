use serde_json::{Value, json};
use xianji_platform::Reach;
use xianji_platform::testing::{TestCompany, TestMember};

async fn company() -> (TestCompany, TestMember, Value) {
    let company = TestCompany::open(vec![xianji_governance::module(), crate::module()]).await;
    let li = company
        .member("li")
        .allowed(&["customer.*", "interaction.*"], Reach::Own)
        .await;
    let customer = li
        .post("/customers", json!({ "name": "杭州滨江智造" }))
        .await
        .ok();
    (company, li, customer["id"].clone())
}

fn visit(customer: &Value, at: &str) -> Value {
    json!({ "customer_id": customer, "kind": "visit", "happened_at": at, "content": "看了产线" })
}

#[tokio::test]
async fn the_lag_between_holding_and_entry_is_counted_in_working_minutes() {
    let (company, li, customer) = company().await;

    // Friday 16:00 in Shanghai, now Monday 09:00: 90 minutes of Friday, the Saturday (a make-up day of the Spring Festival), no Sunday.
    let made = li
        .post("/interactions", visit(&customer, "2026-02-27T08:00:00Z"))
        .await
        .ok();

    let lag = made["lag_minutes"].as_i64().unwrap();
    assert_eq!(lag, 90 + 480);
    let event = &company.events("interaction.recorded").await[0];
    assert_eq!(event["facts"]["lag_minutes"], lag);
    assert_eq!(event["happened_at"], "2026-02-27T08:00:00.000000Z");
}

#[tokio::test]
async fn what_has_not_happened_cannot_be_written_down() {
    let (_company, li, customer) = company().await;
    let refused = li
        .post("/interactions", visit(&customer, "2026-03-03T08:00:00Z"))
        .await;
    assert_eq!(
        (refused.status, &refused.body["errors"][0]["code"]),
        (422, &json!("in-the-future"))
    );
}

#[tokio::test]
async fn every_promise_is_recorded_with_who_keeps_it_and_until_when() {
    let (company, li, customer) = company().await;
    let wang = company.member("wang").await;
    let mut body = visit(&customer, "2026-03-02T00:30:00Z");
    body["promises"] = json!([{ "what": "寄样品", "due_on": "2026-03-05" }, { "what": "报价", "owner": wang.id, "due_on": "2026-03-06" }]);

    li.post("/interactions", body.clone()).await.ok();

    let promised = company.events("interaction.promised").await;
    assert_eq!(promised.len(), 2);
    assert_eq!(
        (&promised[0]["facts"]["owner"], &promised[0]["facts"]["due_on"]),
        (&json!(li.id), &json!("2026-03-05"))
    );
    assert_eq!(promised[1]["facts"]["owner"], json!(wang.id));

    body["promises"][0]["due_on"] = json!("2026-03-01");
    assert_eq!(
        li.post("/interactions", body).await.body["errors"][0]["pointer"],
        "/promises/0/due_on"
    );
}

#[tokio::test]
async fn a_planned_visit_is_kept_or_cancelled_once() {
    let (_company, li, customer) = company().await;
    let plan = json!({ "customer_id": customer, "kind": "visit", "planned_at": "2026-03-02T02:00:00Z" });
    let planned = li.post("/interactions/plan", plan.clone()).await.ok();
    let mut body = visit(&customer, "2026-03-02T00:30:00Z");
    body["planned"] = planned["id"].clone();

    let kept = li.post("/interactions", body.clone()).await.ok();
    assert_eq!(
        (&kept["id"], &kept["state"]),
        (&planned["id"], &json!("recorded"))
    );
    assert_eq!(
        li.post("/interactions", body).await.code(),
        "interaction-not-planned"
    );

    let other = li.post("/interactions/plan", plan).await.ok();
    let cancel = format!("/interactions/{}/cancel", other["id"].as_str().unwrap());
    assert_eq!(
        li.post(&cancel, json!({ "reason": "客户出差" })).await.ok()["state"],
        "cancelled"
    );
    assert_eq!(
        li.post(&cancel, json!({})).await.code(),
        "interaction-not-planned"
    );
}

#[tokio::test]
async fn whoever_sees_the_customer_sees_what_was_said_to_it() {
    let (company, li, customer) = company().await;
    let path = format!("/customers/{}", customer.as_str().unwrap());
    company.clock().advance(chrono::TimeDelta::minutes(1));
    li.post("/interactions", visit(&customer, "2026-03-02T00:30:00Z"))
        .await
        .ok();
    company.clock().advance(chrono::TimeDelta::minutes(1));
    let wang = company
        .member("wang")
        .allowed(&["customer.*", "interaction.read"], Reach::Own)
        .await;
    assert_eq!(wang.get("/interactions").await.ok()["items"], json!([]));

    li.post(
        &format!("{path}/transfer"),
        json!({ "to": wang.id, "reason": "休假" }),
    )
    .await
    .ok();

    assert_eq!(
        wang.get("/interactions").await.ok()["items"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    let timeline = wang.get(&format!("{path}/timeline")).await.ok();
    let names: Vec<_> = timeline["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["name"].clone())
        .collect();
    assert_eq!(
        names,
        [
            json!("customer.transferred"),
            json!("interaction.recorded"),
            json!("customer.created")
        ]
    );
}

#[tokio::test]
async fn a_customer_who_came_to_us_is_registered_in_an_inquiry_or_counted_as_not() {
    let (company, _, customer) = company().await;
    let li = company.member("li").allowed(&["inquiry.*"], Reach::Own).await;
    let mut call = visit(&customer, "2026-03-02T00:30:00Z");
    call["kind"] = json!("call");
    call["inbound"] = json!(true);
    li.post("/interactions", call.clone()).await.ok();
    let asked = json!({ "channel": "phone", "customer_id": customer, "question": "交期？" });
    let inquiry = li.post("/inquiries", asked).await.ok();
    call["inquiry_id"] = inquiry["id"].clone();
    assert_eq!(
        li.post("/interactions", call.clone()).await.ok()["inquiry_id"],
        inquiry["id"]
    );
    let came: Vec<Value> = company
        .events("interaction.came_in")
        .await
        .iter()
        .map(|one| one["facts"]["registered"].clone())
        .collect();
    assert_eq!(came, [json!(false), json!(true)]);

    let other = li
        .post("/customers", json!({ "name": "宁波海曙精工" }))
        .await
        .ok();
    call["customer_id"] = other["id"].clone();
    let refused = li.post("/interactions", call).await;
    assert_eq!(
        (refused.status, &refused.body["errors"][0]["code"]),
        (422, &json!("of-another-customer"))
    );
}

#[tokio::test]
async fn a_gate_before_writing_down_refuses_what_lacks_its_need() {
    let (company, li, _) = company().await;
    let gate = r#"
[[gate]]
id = "next-first"
before = ["interaction.record"]
needs = [{ need = "cel:interaction.next_action != null", say = { zh = "下一步", en = "What comes next" } }]
"#;
    company.adopt_text("gate", gate).await;
    let made = li.post("/customers", json!({ "name": "甲公司" })).await.ok();
    let mut body = visit(&made["id"], "2026-03-02T00:30:00Z");
    let refused = li.post("/interactions", body.clone()).await;
    assert_eq!((refused.status, refused.code()), (409, "gate-not-met"));
    assert!(company.events("interaction.recorded").await.is_empty());
    body["next_action"] = json!("周五再访");
    li.post("/interactions", body).await.ok();
}

#[tokio::test]
async fn whoever_took_part_is_known_and_of_this_customer() {
    let (company, li, customer) = company().await;
    let other = li
        .post("/customers", json!({ "name": "宁波海曙精工" }))
        .await
        .ok();
    let li = company.member("li").allowed(&["contact.*"], Reach::Own).await;
    let contact_of = |customer: &Value| format!("/customers/{}/contacts", customer.as_str().unwrap());
    let ours = li
        .post(&contact_of(&customer), json!({ "name": "王芳" }))
        .await
        .ok();
    let theirs = li
        .post(&contact_of(&other["id"]), json!({ "name": "赵六" }))
        .await
        .ok();
    let nobody = uuid::Uuid::from_u128(7);
    let mut body = visit(&customer, "2026-03-02T00:30:00Z");
    body["contacts"] = json!([ours["id"], theirs["id"], nobody]);
    body["members"] = json!([li.id, nobody]);
    body["project_id"] = json!(nobody);

    let refused = li.post("/interactions", body.clone()).await;

    let faults: Vec<(&str, &str)> = refused.body["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["pointer"].as_str().unwrap(), one["code"].as_str().unwrap()))
        .collect();
    assert_eq!(
        faults,
        [
            ("/contacts/1", "of-another-customer"),
            ("/contacts/2", "unknown"),
            ("/members/1", "no-such-member"),
            ("/project_id", "unknown"),
        ]
    );
    let mut plan = json!({ "customer_id": customer, "kind": "visit", "planned_at": "2026-03-02T02:00:00Z" });
    plan["contacts"] = json!([theirs["id"]]);
    assert_eq!(li.post("/interactions/plan", plan).await.status, 422);

    body["contacts"] = json!([ours["id"]]);
    body["members"] = json!([li.id]);
    body["project_id"] = json!(null);
    let made = li.post("/interactions", body).await.ok();
    assert_eq!(
        (&made["contacts"][0]["name"], &made["members"][0]["name"]),
        (&json!("王芳"), &json!("li"))
    );
}

#[tokio::test]
async fn a_call_that_nobody_registered_is_put_into_an_inquiry_afterwards() {
    let (company, _, customer) = company().await;
    let li = company.member("li").allowed(&["inquiry.*"], Reach::Own).await;
    let mut call = visit(&customer, "2026-03-02T00:30:00Z");
    call["inbound"] = json!(true);
    let call = li.post("/interactions", call).await.ok();
    assert_eq!(call["can"]["register"], true);
    let asked = json!({ "channel": "phone", "customer_id": customer, "question": "交期？" });
    let inquiry = li.post("/inquiries", asked).await.ok();
    let register = format!("/interactions/{}/register", call["id"].as_str().unwrap());

    let put = li
        .post(&register, json!({ "inquiry_id": inquiry["id"] }))
        .await
        .ok();

    assert_eq!(
        (&put["inquiry_id"], &put["can"]["register"]),
        (&inquiry["id"], &json!(false))
    );
    assert_eq!(
        company.events("interaction.registered").await[0]["facts"],
        json!({ "inquiry": inquiry["id"], "registered": true })
    );
    let again = li.post(&register, json!({ "inquiry_id": inquiry["id"] })).await;
    assert_eq!((again.status, again.code()), (409, "interaction-registered"));
}

#[tokio::test]
async fn a_visit_is_written_down_as_long_after_its_plan_as_the_setting_says() {
    let (company, li, _) = company().await;
    let rule = r#"
[[setting]]
id = "visit-limit"
type = "duration"
default = "2 working days"
name = { zh = "时限", en = "Limit" }

[[obligation]]
id = "visit-record"
name = { zh = "记录拜访", en = "Record the visit" }
opens_on = "interaction.planned"
responsible = "interaction.owner"
due = "interaction.planned_at + setting:visit-limit"
fulfilled_by = "interaction.recorded"
"#;
    company.adopt_text("visits", rule).await;
    let made = li.post("/customers", json!({ "name": "甲公司" })).await.ok();
    // Monday at ten in Shanghai.
    let plan = json!({ "customer_id": made["id"], "kind": "visit", "planned_at": "2026-03-02T02:00:00Z" });
    li.post("/interactions/plan", plan).await.ok();
    let owed = li.get("/workbench").await.ok()["obligations"][0].clone();
    assert_eq!(owed["due_at"], "2026-03-04T02:00:00Z", "{owed}");
}
