use serde_json::json;
use xianji_platform::Reach;
use xianji_platform::testing::{TestCompany, TestMember};

async fn company() -> (TestCompany, TestMember) {
    let company = TestCompany::open(vec![xianji_governance::module(), crate::module()]).await;
    let li = company
        .member("li")
        .allowed(&["customer.*", "lead.*"], Reach::Own)
        .await;
    (company, li)
}

#[tokio::test]
async fn a_lead_is_contacted_qualified_and_ends_once() {
    let (company, li) = company().await;
    let lead = li
        .post("/leads", json!({ "title": "展会上认识的", "source": "展会" }))
        .await
        .ok();
    let at = format!("/leads/{}", lead["id"].as_str().unwrap());
    assert_eq!(
        (&lead["state"], &lead["first_on"]),
        (&json!("new"), &json!("2026-03-02"))
    );

    assert_eq!(
        li.post(&format!("{at}/contact"), json!({})).await.ok()["state"],
        "contacted"
    );
    assert_eq!(
        li.post(&format!("{at}/qualify"), json!({})).await.ok()["state"],
        "qualified"
    );
    assert_eq!(
        li.post(&format!("{at}/contact"), json!({})).await.code(),
        "lead-not-next"
    );
    let discarded = li
        .post(&format!("{at}/discard"), json!({ "reason": "预算取消" }))
        .await
        .ok();

    assert_eq!(
        discarded["can"],
        json!({ "update": false, "contact": false, "qualify": false, "convert": false, "discard": false })
    );
    assert_eq!(
        company.events("lead.discarded").await[0]["facts"]["reason"],
        "预算取消"
    );
}

#[tokio::test]
async fn a_lead_is_first_heard_of_today_at_the_latest() {
    let (_company, li) = company().await;
    let refused = li
        .post("/leads", json!({ "title": "x", "first_on": "2026-03-03" }))
        .await;
    assert_eq!(
        (refused.status, &refused.body["errors"][0]["pointer"]),
        (422, &json!("/first_on"))
    );
}

#[tokio::test]
async fn a_lead_that_became_a_project_names_it() {
    let (company, li) = company().await;
    let lead = li.post("/leads", json!({ "title": "x" })).await.ok();
    let project = uuid::Uuid::from_u128(7);
    let mut work = li.work().await;
    let id = lead["id"].as_str().unwrap().parse().unwrap();

    let converted = super::mark_converted(&mut work, id, project).await.unwrap();
    work.commit().await.unwrap();

    assert_eq!(
        (converted.state, converted.project_id),
        (super::LeadState::Converted, Some(project))
    );
    assert_eq!(
        company.events("lead.converted").await[0]["facts"]["project"],
        json!(project)
    );
}

#[tokio::test]
async fn a_lead_of_no_known_customer_gets_one_as_long_as_it_is_worked_on() {
    let (company, li) = company().await;
    let lead = li.post("/leads", json!({ "title": "展会" })).await.ok();
    let customer = li
        .post("/customers", json!({ "name": "杭州滨江智造" }))
        .await
        .ok();
    let at = format!("/leads/{}", lead["id"].as_str().unwrap());

    let changed = li
        .patch(
            &at,
            1,
            json!({ "title": "展会上的滨江", "customer_id": customer["id"], "first_on": "2026-03-01" }),
        )
        .await
        .ok();

    assert_eq!(
        (&changed["title"], &changed["customer_id"], &changed["first_on"]),
        (&json!("展会上的滨江"), &customer["id"], &json!("2026-03-01"))
    );
    assert_eq!(
        company.events("lead.updated").await[0]["facts"]["fields"],
        json!(["title", "customer_id", "first_on"])
    );
    let timeline = li
        .get(&format!(
            "/customers/{}/timeline",
            customer["id"].as_str().unwrap()
        ))
        .await
        .ok();
    assert_eq!(timeline["items"][0]["name"], "lead.updated", "{timeline}");
    assert_eq!(li.patch(&at, 1, json!({ "title": "x" })).await.status, 412);
    let wrong = li
        .patch(&at, 2, json!({ "title": " ", "first_on": "2026-03-03" }))
        .await;
    assert_eq!(
        (wrong.status, wrong.body["errors"].as_array().map(Vec::len)),
        (422, Some(2))
    );

    li.post(&format!("{at}/discard"), json!({ "reason": "预算取消" }))
        .await
        .ok();
    let late = li.patch(&at, 3, json!({ "needs": "一条产线" })).await;
    assert_eq!((late.status, late.code()), (409, "lead-ended"));
}
