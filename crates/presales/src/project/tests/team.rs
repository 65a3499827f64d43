//! Who works on a project, as what, and what for; what a page of its news holds.

use serde_json::json;
use xianji_platform::Reach;

use super::li;
use crate::testing::{ALL, SMALL, company_under, project};

#[tokio::test]
async fn whoever_is_appointed_again_answers_for_what_was_written_last() {
    let (company, li) = li().await;
    let wang = company.member("wang").allowed(&ALL, Reach::Own).await;
    let id = project(&li, "甲").await;
    let appoint = async |duty: &str| {
        let line = json!({ "member": wang.id, "role": "technical", "duty": duty });
        let path = format!("/projects/{id}/appoint");
        li.post(&path, json!({ "team": [line] })).await.ok()
    };
    appoint("方案").await;
    let page = appoint("方案与样机").await;
    assert_eq!(page["team"][0]["duty"], "方案与样机");
    let history = li.get(&format!("/projects/{id}/team")).await.ok();
    assert_eq!(
        history["items"].as_array().unwrap().len(),
        1,
        "nobody left: {history}"
    );
}

#[tokio::test]
async fn a_team_has_the_roles_of_the_house_and_of_its_pack_which_says_what_they_answer_for() {
    let pack = format!(
        r#"{SMALL}
[[position]]
id = "scribe"
of = "project"
name = {{ zh = "记录员", en = "Scribe" }}
duties = [{{ zh = "记录每次会议", en = "Keeps the minutes" }}]
"#
    );
    let company = company_under(&pack).await;
    let li = company.member("li").allowed(&ALL, Reach::Own).await;
    let id = project(&li, "甲").await;
    let team = li.get(&format!("/projects/{id}/team")).await.ok();
    let roles = team["roles"].as_array().unwrap();
    assert_eq!(roles[0], json!({ "id": "director", "name": null }));
    assert_eq!(roles.last(), Some(&json!({ "id": "scribe", "name": "Scribe" })));

    let line = json!({ "member": li.id, "role": "scribe" });
    let page = li.post(&format!("/projects/{id}/team"), line).await.ok();
    let scribe = page["team"].as_array().unwrap();
    let scribe = scribe.iter().find(|one| one["role"] == "scribe").unwrap();
    assert_eq!(scribe["duty"], "Keeps the minutes");
}

#[tokio::test]
async fn a_card_names_the_stage_that_follows_in_its_own_lifecycle() {
    let (_company, li) = li().await;
    let id = project(&li, "甲").await;
    let page = async || li.get(&format!("/projects/{id}")).await.ok();
    assert_eq!(page().await["next_stage"], "proposal");
    li.post(&format!("/projects/{id}/suspend"), json!({})).await.ok();
    assert_eq!(page().await["next_stage"], json!(null));
    let begin = li.get("/projects/beginning").await.ok();
    assert_eq!(begin["required"], json!([]));
    assert_eq!(
        begin["stages"][1],
        json!({ "id": "proposal", "name": "Proposal" })
    );
}

#[tokio::test]
async fn news_come_page_by_page_the_newest_first() {
    let (_company, li) = li().await;
    let id = project(&li, "甲").await;
    let path = format!("/projects/{id}/dynamic-items");
    for (words, at) in [
        ("一", "2026-03-01T01:00:00Z"),
        ("三", "2026-03-02T00:30:00Z"),
        ("二", "2026-03-01T02:00:00Z"),
    ] {
        let news = json!({ "kind": "call", "content": words, "happened_at": at });
        li.post(&path, news).await.ok();
    }
    let first = li.get(&format!("{path}?limit=2")).await.ok();
    let words = |page: &serde_json::Value| {
        let items = page["items"].as_array().unwrap().iter();
        items
            .map(|one| one["content"].as_str().unwrap().to_owned())
            .collect::<String>()
    };
    assert_eq!(words(&first), "三二");
    let before = first["next"].as_str().unwrap();
    let second = li.get(&format!("{path}?limit=2&before={before}")).await.ok();
    assert_eq!((words(&second), &second["next"]), ("一".to_owned(), &json!(null)));
}
