mod choices;
mod ending;
mod team;
mod whose;

use serde_json::json;
use xianji_platform::Reach;
use xianji_platform::testing::{TestCompany, TestMember};

use crate::testing::{ALL, company, project, project_of};

async fn li() -> (TestCompany, TestMember) {
    let company = company().await;
    let li = company.member("li").allowed(&ALL, Reach::Own).await;
    (company, li)
}

#[tokio::test]
async fn a_project_begins_in_the_first_stage_of_its_pack() {
    let (company, li) = li().await;

    let made = li
        .post(
            "/projects",
            json!({ "name": " 江城智慧水务 ", "amount": { "amount": 6_280_000_000_i64, "currency": "CNY" } }),
        )
        .await;

    assert_eq!(made.status, 201, "{}", made.body);
    assert_eq!(made.body["number"], "XM-2026-000001");
    assert_eq!(
        (&made.body["name"], &made.body["stage"], &made.body["state"]),
        (&json!("江城智慧水务"), &json!("guidance"), &json!("active"))
    );
    assert_eq!(made.body["stage_name"], "Guidance");
    assert_eq!(made.body["stages"][0]["state"], "current");
    assert_eq!(made.body["stages"][0]["due_at"], "2026-03-09T01:00:00Z");
    assert_eq!(made.body["can"]["advance_to"], json!(["proposal"]));
    assert_eq!(made.version(), Some(1));
    assert_eq!(
        company.events("project.created").await[0]["facts"]["source"],
        "hand"
    );
    assert_eq!(company.events("stage:guidance.entered").await.len(), 1);
}

#[tokio::test]
async fn a_project_without_a_name_or_in_foreign_money_is_refused_with_all_faults() {
    let (_company, li) = li().await;
    let nameless = li.post("/projects", json!({ "name": "  " })).await;
    assert_eq!(
        (nameless.status, &nameless.body["errors"][0]["pointer"]),
        (422, &json!("/name"))
    );
    let foreign = li
        .post(
            "/projects",
            json!({ "name": "甲", "amount": { "amount": 1, "currency": "USD" } }),
        )
        .await;
    assert_eq!(
        (foreign.status, &foreign.body["errors"][0]["code"]),
        (422, &json!("no-rate"))
    );
    let unknown = li
        .post(
            "/projects",
            json!({ "name": "甲", "colour": "red", "kind": "boat" }),
        )
        .await;
    assert_eq!(
        (unknown.status, unknown.body["errors"].as_array().unwrap().len()),
        (422, 2),
        "{}",
        unknown.body
    );
}

#[tokio::test]
async fn a_stage_cannot_be_passed_over() {
    let (company, li) = li().await;
    let id = project(&li, "甲").await;

    let over = li
        .post(&format!("/projects/{id}/advance"), json!({ "to": "bid" }))
        .await;
    assert_eq!(
        (over.status, over.code()),
        (409, "stage-not-next"),
        "{}",
        over.body
    );

    let on = li
        .post(&format!("/projects/{id}/advance"), json!({ "to": "proposal" }))
        .await;
    assert_eq!(
        (on.status, &on.body["stage"]),
        (200, &json!("proposal")),
        "{}",
        on.body
    );
    assert_eq!(on.body["stages"][0]["state"], "done");
    assert_eq!(
        company.events("project.advanced").await[0]["facts"],
        json!({ "from": "guidance", "to": "proposal" })
    );
    assert_eq!(company.events("stage:guidance.left").await.len(), 1);
    assert_eq!(company.events("stage:proposal.entered").await.len(), 1);
}

#[tokio::test]
async fn a_project_goes_back_only_where_the_pack_allows() {
    let (_company, li) = li().await;
    let id = project(&li, "甲").await;
    for to in ["proposal", "bid"] {
        li.post(&format!("/projects/{id}/advance"), json!({ "to": to }))
            .await
            .ok();
    }
    let wrong = li
        .post(&format!("/projects/{id}/return"), json!({ "to": "proposal" }))
        .await;
    assert_eq!((wrong.status, wrong.code()), (409, "stage-not-back"));
    let back = li
        .post(&format!("/projects/{id}/return"), json!({ "to": "guidance" }))
        .await
        .ok();
    assert_eq!(
        (&back["stage"], &back["stages"][2]["state"]),
        (&json!("guidance"), &json!("ahead"))
    );
}

#[tokio::test]
async fn a_stage_is_left_out_only_where_the_pack_lets_such_a_project() {
    let (company, li) = li().await;
    let service = project_of(&li, json!({ "name": "甲", "kind": "service" })).await;
    let product = project_of(&li, json!({ "name": "乙", "kind": "product" })).await;

    let no = li
        .post(
            &format!("/projects/{service}/skip"),
            json!({ "stage": "proposal" }),
        )
        .await;
    assert_eq!(
        (no.status, no.code()),
        (409, "stage-not-skippable"),
        "{}",
        no.body
    );
    let yes = li
        .post(
            &format!("/projects/{product}/skip"),
            json!({ "stage": "proposal" }),
        )
        .await
        .ok();
    assert_eq!(
        (&yes["stage"], &yes["stages"][1]["state"]),
        (&json!("bid"), &json!("skipped"))
    );
    assert_eq!(
        company.events("project.skipped").await[0]["facts"]["stage"],
        "proposal"
    );
}

#[tokio::test]
async fn a_changed_project_must_be_read_again_before_it_is_changed() {
    let (company, li) = li().await;
    let id = project(&li, "甲").await;
    let path = format!("/projects/{id}");

    let blind = li
        .send("PATCH", &path, &[], Some(json!({ "goal": "拿下" })))
        .await;
    assert_eq!(blind.status, 428);
    let first = li
        .patch(
            &path,
            1,
            json!({ "goal": "三季度签约", "amount": { "amount": 100, "currency": "CNY" } }),
        )
        .await;
    assert_eq!((first.status, first.version()), (200, Some(2)), "{}", first.body);
    let stale = li.patch(&path, 1, json!({ "goal": "四季度签约" })).await;
    assert_eq!((stale.status, stale.code()), (412, "stale"));
    let emptied = li.patch(&path, 2, json!({ "goal": null })).await.ok();
    assert_eq!(emptied["goal"], json!(null));
    let facts = company.events("project.updated").await.remove(0)["facts"].clone();
    assert_eq!(
        facts,
        json!({ "fields": ["goal", "amount"], "amount_changed": true })
    );
}

#[tokio::test]
async fn what_one_may_not_see_does_not_exist_and_what_one_may_not_do_is_refused() {
    let (company, li) = li().await;
    let id = project(&li, "甲").await;
    let wang = company
        .member("wang")
        .allowed(&["project.read"], Reach::Team)
        .await;
    assert_eq!(wang.get(&format!("/projects/{id}")).await.status, 404);

    li.post(
        &format!("/projects/{id}/team"),
        json!({ "member": wang.id, "role": "technical" }),
    )
    .await
    .ok();
    let seen = wang.get(&format!("/projects/{id}")).await.ok();
    assert_eq!(seen["can"]["actions"], json!([]));
    let refused = wang
        .post(&format!("/projects/{id}/advance"), json!({ "to": "proposal" }))
        .await;
    assert_eq!((refused.status, refused.code()), (403, "forbidden"));
}

#[tokio::test]
async fn a_team_is_appointed_changed_and_remembered() {
    let (company, li) = li().await;
    let (wang, zhao) = (company.member("wang").await, company.member("zhao").await);
    let id = project(&li, "甲").await;

    let unknown = li
        .post(
            &format!("/projects/{id}/appoint"),
            json!({ "team": [{ "member": wang.id, "role": "cook" }] }),
        )
        .await;
    assert_eq!((unknown.status, unknown.code()), (409, "no-such-role"));
    let lines = json!({ "team": [
        { "member": wang.id, "role": "director", "duty": "对结果负责" },
        { "member": zhao.id, "role": "monitor" },
    ] });
    let appointed = li.post(&format!("/projects/{id}/appoint"), lines).await.ok();
    assert_eq!(appointed["team"].as_array().unwrap().len(), 2);
    assert_eq!(company.events("project.appointed").await[0]["facts"]["roles"], 2);

    let place = appointed["team"][1]["id"].as_str().unwrap().to_owned();
    li.post(&format!("/projects/{id}/team/{place}/end"), json!({}))
        .await
        .ok();
    let history = li.get(&format!("/projects/{id}/team")).await.ok();
    assert_eq!(history["items"].as_array().unwrap().len(), 2);
    assert!(history["items"][1]["until_at"].is_string());
    assert_eq!(
        company.events("project.member_changed").await[0]["facts"]["role"],
        "monitor"
    );
}

#[tokio::test]
async fn a_list_is_filtered_by_team_and_stage_and_counts_exactly() {
    let (company, li) = li().await;
    let wang = company
        .member("wang")
        .allowed(&["project.read"], Reach::Team)
        .await;
    let first = project(&li, "甲").await;
    let second = project(&li, "乙").await;
    for id in [first, second] {
        li.post(
            &format!("/projects/{id}/team"),
            json!({ "member": wang.id, "role": "design" }),
        )
        .await
        .ok();
    }
    li.post(
        &format!("/projects/{second}/advance"),
        json!({ "to": "proposal" }),
    )
    .await
    .ok();

    let filter = r#"{"all":[{"field":"stage","op":"eq","value":"proposal"},{"field":"team","op":"eq","value":"@me"}]}"#;
    let query: String = filter.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let found = wang.get(&format!("/projects?filter={query}")).await.ok();
    assert_eq!(
        (&found["items"][0]["name"], &found["total"]["count"]),
        (&json!("乙"), &json!(1))
    );
    assert_eq!(wang.get("/projects?sort=name").await.ok()["total"]["count"], 2);
}

#[tokio::test]
async fn a_recount_mends_sums_that_do_not_fit_the_projects() {
    use sea_orm::EntityTrait;
    let (company, li) = li().await;
    project(&li, "甲").await;
    project(&li, "乙").await;
    let board = li.get("/projects/board").await.ok();
    assert_eq!(super::tally::recount(company.app()).await.unwrap(), 0);

    let work = company.work().await;
    super::entity::tally::Entity::delete_many()
        .exec(&work.db())
        .await
        .unwrap();
    work.commit().await.unwrap();
    assert_ne!(li.get("/projects/board").await.ok(), board);

    assert_eq!(super::tally::recount(company.app()).await.unwrap(), 1);
    assert_eq!(li.get("/projects/board").await.ok(), board);
}
