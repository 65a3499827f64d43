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
        json!({ "contact": false, "qualify": false, "convert": false, "discard": false })
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
