//! Grades.

use serde_json::{Value, json};
use uuid::Uuid;
use xianji_platform::testing::{TestCompany, TestMember};

use super::affair::{AffairId, affair, open, people, set_amount, subject};
use crate::engine::{Case, Context};
use crate::grading;
use xianji_policy::model::Given;

async fn files_sheet(by: &TestMember, id: AffairId, future: bool) {
    by.post(
        "/filings",
        json!({ "form": "sheet", "subject": subject(id), "fields": { "future_market": future } }),
    )
    .await
    .ok();
}

async fn confirms(company: &TestCompany, by: &TestMember) -> Value {
    let asked = company.events("approval:grade.asked").await;
    let request: Uuid = asked.last().unwrap()["facts"]["request"]
        .as_str()
        .unwrap()
        .parse()
        .unwrap();
    by.post(&format!("/approvals/{request}/approve"), json!({}))
        .await
        .ok()
}

async fn grade(company: &TestCompany, id: AffairId) -> Option<String> {
    grading::of(&Context::read(company.app()), &subject(id), "level")
        .await
        .unwrap()
        .map(|graded| graded.grade)
}

#[tokio::test]
async fn nothing_is_graded_before_its_sheet_is_filed_nor_counts_before_it_is_confirmed() {
    let company = open().await;
    let on = people(&company).await;
    let id = affair(&company, &on.li, 500).await;
    set_amount(&on.li, id, 600).await;
    assert_eq!(company.events("grading.proposed").await.len(), 0);
    files_sheet(&on.li, id, true).await;
    assert_eq!(grade(&company, id).await, None);
    confirms(&company, &on.qian).await;
    assert_eq!(
        grade(&company, id).await.as_deref(),
        Some("large"),
        "a tick on the sheet is enough"
    );
    let changed = company.events("grading:level.changed").await;
    assert_eq!(
        (&changed[0]["facts"]["from"], &changed[0]["facts"]["rank"]),
        (&json!(null), &json!(2))
    );
}

#[tokio::test]
async fn case_21_graded_anew() {
    let company = open().await;
    let on = people(&company).await;
    let id = affair(&company, &on.li, 500).await;
    files_sheet(&on.li, id, false).await;
    confirms(&company, &on.qian).await;
    assert_eq!(grade(&company, id).await.as_deref(), Some("ordinary"));

    // The amount puts it higher: the confirmed grade counts until the next is confirmed.
    set_amount(&on.li, id, 600_000).await;
    assert_eq!(grade(&company, id).await.as_deref(), Some("ordinary"));
    let grades = on
        .li
        .get(&format!("/grades?subject_kind=affair&subject_id={id}"))
        .await
        .ok();
    assert_eq!(
        (&grades["items"][0]["state"], &grades["items"][0]["grade"]),
        (&json!("proposed"), &json!("large"))
    );

    confirms(&company, &on.qian).await;
    assert_eq!(grade(&company, id).await.as_deref(), Some("large"));
    let changed = company.events("grading:level.changed").await;
    assert_eq!(
        (&changed[1]["facts"]["from"], &changed[1]["facts"]["to"]),
        (&json!("ordinary"), &json!("large"))
    );
    let ctx = Context::read(company.app());
    let case = Case::load(&ctx, &subject(id)).await.unwrap().unwrap();
    assert_eq!(
        grading::given(&ctx, &case, "affair", "monitors").await.unwrap(),
        Some(Given::Number(2))
    );
}

#[tokio::test]
async fn case_21_open_obligations_follow_the_confirmed_grade_and_decided_approvals_stand() {
    let company = open().await;
    let pack = super::affair::PACK
        .replace(
            "gives = { monitors = 1 }",
            "gives = { monitors = 1, look = \"9 days\" }",
        )
        .replace(
            "gives = { monitors = 2 }",
            "gives = { monitors = 2, look = \"2 days\" }",
        );
    let rule = r#"
[[obligation]]
id = "look"
name = { zh = "查看" }
opens_on = "affair.updated"
responsible = "affair.owner"
due = "given:look"
fulfilled_by = "hand"
"#;
    company.adopt_text("graded", &[&pack, rule].concat()).await;
    let on = people(&company).await;
    let id = affair(&company, &on.li, 500).await;
    files_sheet(&on.li, id, false).await;
    confirms(&company, &on.qian).await;
    set_amount(&on.li, id, 501).await;
    let request = super::affair::asks(&on.li, id, "opening").await;
    let decided = on
        .wang
        .post(&format!("/approvals/{request}/approve"), json!({}))
        .await
        .ok();
    assert_eq!(decided["state"], json!("approved"));
    let due = || async {
        let rows = crate::testing::of_rule(&company, "look").await;
        (rows.len(), rows[0].due_at.unwrap() - rows[0].start_at)
    };
    assert_eq!(due().await, (1, chrono::TimeDelta::days(9)));

    files_sheet(&on.li, id, true).await;
    assert_eq!(
        due().await,
        (1, chrono::TimeDelta::days(9)),
        "the confirmed grade counts until the next is confirmed"
    );
    confirms(&company, &on.qian).await;
    assert_eq!(grade(&company, id).await.as_deref(), Some("large"));
    assert_eq!(due().await, (1, chrono::TimeDelta::days(2)));
    let stands = on.li.get(&format!("/approvals/{request}")).await.ok();
    assert_eq!(stands["state"], json!("approved"));
    assert_eq!(company.events("approval:opening.asked").await.len(), 1);
    assert_eq!(company.events("approval.outdated").await.len(), 0);
}

#[tokio::test]
async fn a_proposal_that_the_facts_overtake_is_called_off() {
    let company = open().await;
    let on = people(&company).await;
    let id = affair(&company, &on.li, 500).await;
    files_sheet(&on.li, id, false).await;
    confirms(&company, &on.qian).await;
    set_amount(&on.li, id, 600_000).await;
    set_amount(&on.li, id, 500).await;
    assert_eq!(company.events("approval:grade.withdrawn").await.len(), 1);
    assert_eq!(grade(&company, id).await.as_deref(), Some("ordinary"));
    let waiting = on.qian.get("/workbench").await.ok();
    assert_eq!(waiting["approvals"], json!([]));
}

#[tokio::test]
async fn a_grade_that_was_refused_is_not_proposed_again_on_the_same_facts_and_sheet() {
    let company = open().await;
    let on = people(&company).await;
    let id = affair(&company, &on.li, 500).await;
    files_sheet(&on.li, id, true).await;
    let proposed = || async { company.events("grading.proposed").await.len() };
    let refuse = || async {
        let asked = company.events("approval:grade.asked").await;
        let request = asked.last().unwrap()["facts"]["request"]
            .as_str()
            .unwrap()
            .to_owned();
        let place = format!("/approvals/{request}/reject");
        on.qian
            .post(&place, json!({ "words": "not that large" }))
            .await
            .ok();
    };
    refuse().await;
    let mut work = on.li.work().await;
    work.record(super::affair::AffairUpdated { affair: id })
        .await
        .unwrap();
    work.commit().await.unwrap();
    company.advance_time(chrono::TimeDelta::days(1)).await;
    assert_eq!(proposed().await, 1, "nothing it rests on has changed");

    set_amount(&on.li, id, 600).await;
    assert_eq!(proposed().await, 2, "another amount is another question");
    refuse().await;
    files_sheet(&on.li, id, true).await;
    assert_eq!(proposed().await, 3, "and so is another sheet");
}

#[tokio::test]
async fn facts_that_moved_without_an_event_are_judged_again_at_night() {
    let company = open().await;
    let on = people(&company).await;
    let id = affair(&company, &on.li, 500).await;
    files_sheet(&on.li, id, false).await;
    confirms(&company, &on.qian).await;
    company.tick().await;
    super::affair::move_amount(&company, id, 600_000).await;
    company.tick().await;
    assert_eq!(
        company.events("grading.proposed").await.len(),
        1,
        "today was judged already"
    );
    company.advance_time(chrono::TimeDelta::days(1)).await;
    assert_eq!(company.events("grading.proposed").await.len(), 2);
}
