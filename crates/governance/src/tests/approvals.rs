//! Approvals.

use chrono::TimeDelta;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use uuid::Uuid;
use xianji_platform::identity::entity::holding;
use xianji_platform::testing::{TestCompany, TestMember};

use super::affair::{People, affair, asks, good_sheet, open, people, set_amount, subject};
use crate::{Govern, Mode};

async fn page(by: &TestMember, request: Uuid) -> Value {
    by.get(&format!("/approvals/{request}")).await.ok()
}

async fn approve(by: &TestMember, request: Uuid) -> xianji_platform::testing::Answer {
    by.post(&format!("/approvals/{request}/approve"), json!({})).await
}

async fn set_up() -> (TestCompany, People) {
    let company = open().await;
    let on = people(&company).await;
    (company, on)
}

#[tokio::test]
async fn steps_are_asked_in_order_and_those_whose_condition_does_not_hold_are_skipped() {
    let (company, on) = set_up().await;
    let small = affair(&company, &on.li, 500).await;
    let request = asks(&on.li, small, "opening").await;
    assert_eq!(approve(&on.zhao, request).await.code(), "approval-not-yours");
    let done = approve(&on.wang, request).await.ok();
    assert_eq!(done["state"], json!("approved"));
    assert_eq!(done["steps"][1]["state"], json!("skipped"));

    let large = affair(&company, &on.li, 500_000).await;
    let request = asks(&on.li, large, "opening").await;
    assert_eq!(approve(&on.wang, request).await.ok()["state"], json!("pending"));
    assert_eq!(approve(&on.zhao, request).await.ok()["state"], json!("approved"));
    assert_eq!(company.events("approval:opening.asked").await.len(), 2);
    assert_eq!(company.events("approval:opening.approved").await.len(), 2);
    assert_eq!(company.events("approval.decided").await.len(), 3);
}

#[tokio::test]
async fn a_step_is_an_obligation_of_its_deciders_and_done_by_deciding() {
    let (company, on) = set_up().await;
    let id = affair(&company, &on.li, 500).await;
    let request = asks(&on.li, id, "opening").await;
    let owed = on.wang.get("/workbench").await.ok();
    assert_eq!(owed["obligations"][0]["rule"], json!("approval:opening"));
    assert_eq!(owed["obligations"][0]["due_at"], json!("2026-03-03T01:00:00Z"));
    assert_eq!(owed["approvals"][0]["id"], json!(request));
    approve(&on.wang, request).await.ok();
    let owed = on.wang.get("/workbench").await.ok();
    assert_eq!(
        (
            owed["obligations"].as_array().unwrap().len(),
            owed["approvals"].as_array().unwrap().len()
        ),
        (0, 0)
    );
    assert_eq!(company.events("obligation.fulfilled").await.len(), 1);
}

#[tokio::test]
async fn deciding_twice_and_asking_twice_are_refused() {
    let (company, on) = set_up().await;
    let id = affair(&company, &on.li, 500).await;
    let request = asks(&on.li, id, "signing").await;
    approve(&on.wang, request).await.ok();
    assert_eq!(approve(&on.wang, request).await.code(), "approval-decided-by-you");
    let mut work = on.li.work().await;
    assert_eq!(
        work.ask_approval(&subject(id), "signing", None)
            .await
            .unwrap_err()
            .code(),
        Some("approval-pending")
    );
    drop(work);
    let refused = on
        .zhao
        .post(
            &format!("/approvals/{request}/reject"),
            json!({ "words": "too dear" }),
        )
        .await
        .ok();
    assert_eq!(refused["state"], json!("rejected"));
    let late = approve(&on.qian, request).await;
    assert_eq!((late.status, late.code()), (409, "approval-decided"));
    assert_eq!(company.events("approval:signing-off.rejected").await.len(), 1);
}

#[tokio::test]
async fn each_of_all_has_to_agree_and_more_than_half_of_most() {
    let (company, on) = set_up().await;
    let id = affair(&company, &on.li, 500).await;
    let request = asks(&on.li, id, "signing").await;
    assert_eq!(
        approve(&on.wang, request).await.ok()["steps"][0]["state"],
        json!("open")
    );
    assert_eq!(
        approve(&on.zhao, request).await.ok()["steps"][0]["state"],
        json!("passed")
    );

    let request = asks(&on.li, id, "committee").await;
    on.wang
        .post(&format!("/approvals/{request}/reject"), json!({ "words": "no" }))
        .await
        .ok();
    assert_eq!(approve(&on.zhao, request).await.ok()["state"], json!("pending"));
    assert_eq!(approve(&on.qian, request).await.ok()["state"], json!("approved"));
}

#[tokio::test]
async fn a_condition_of_an_approver_is_an_obligation() {
    let (company, on) = set_up().await;
    let id = affair(&company, &on.li, 500).await;
    let request = asks(&on.li, id, "signing").await;
    let set =
        json!({ "conditions": [{ "what": "insure the goods", "owner": on.li.id, "due_on": "2026-03-06" }] });
    on.wang
        .post(&format!("/approvals/{request}/approve"), set.clone())
        .await
        .ok();
    let owed = on.li.get("/workbench").await.ok();
    assert_eq!(owed["obligations"][0]["name"], json!("insure the goods"));
    let opening = asks(&on.li, id, "opening").await;
    let refused = on.wang.post(&format!("/approvals/{opening}/approve"), set).await;
    assert!(
        refused.to_string().contains("[/conditions not-asked]"),
        "{refused}"
    );
    assert_eq!(company.events("obligation.opened").await.len(), 4);
}

#[tokio::test]
async fn an_opinion_is_filed_with_the_decision() {
    let (company, on) = set_up().await;
    let id = affair(&company, &on.li, 500).await;
    let request = asks(&on.li, id, "opinion").await;
    let place = format!("/approvals/{request}/approve");
    assert!(
        on.zhao
            .post(&place, json!({}))
            .await
            .to_string()
            .contains("[/opinion required]")
    );
    assert!(
        on.zhao
            .post(&place, json!({ "opinion": {} }))
            .await
            .to_string()
            .contains("[/opinion/view required]")
    );
    let done = on
        .zhao
        .post(&place, json!({ "opinion": { "view": "sound" } }))
        .await
        .ok();
    assert!(done["steps"][0]["deciders"][0]["filing_id"].is_string());
    assert_eq!(company.events("form:opinion.filed").await.len(), 1);
}

#[tokio::test]
async fn sending_back_to_an_earlier_step_asks_it_again_and_to_the_asker_ends_it() {
    let (company, on) = set_up().await;
    let id = affair(&company, &on.li, 500_000).await;
    let request = asks(&on.li, id, "opening").await;
    approve(&on.wang, request).await.ok();
    let place = format!("/approvals/{request}/return");
    assert_eq!(
        on.zhao
            .post(&place, json!({ "words": "look again", "to_step": 5 }))
            .await
            .code(),
        "approval-no-such-step"
    );
    let back = on
        .zhao
        .post(&place, json!({ "words": "look again", "to_step": 0 }))
        .await
        .ok();
    assert_eq!(back["state"], json!("pending"));
    approve(&on.wang, request).await.ok();
    let ended = on
        .zhao
        .post(&place, json!({ "words": "not like this" }))
        .await
        .ok();
    assert_eq!(ended["state"], json!("returned"));
    assert_eq!(company.events("approval:opening.returned").await.len(), 1);
    assert_eq!(company.events("approval.sent_back").await.len(), 1);
}

#[tokio::test]
async fn whoever_asked_takes_it_back_and_nobody_else() {
    let (company, on) = set_up().await;
    let id = affair(&company, &on.li, 500).await;
    let request = asks(&on.li, id, "opening").await;
    let place = format!("/approvals/{request}/withdraw");
    assert_eq!(on.wang.post(&place, json!({})).await.code(), "approval-not-asker");
    assert_eq!(
        on.li.post(&place, json!({})).await.ok()["state"],
        json!("withdrawn")
    );
    assert_eq!(on.wang.get("/workbench").await.ok()["obligations"], json!([]));
    assert_eq!(company.events("approval:opening.withdrawn").await.len(), 1);
}

#[tokio::test]
async fn a_decision_is_handed_over_and_a_signer_added_who_must_agree_too() {
    let (company, on) = set_up().await;
    let sun = company.member("sun").await;
    let id = affair(&company, &on.li, 500).await;
    let request = asks(&on.li, id, "opening").await;
    let to = |member: &TestMember| json!({ "member": member.id, "words": "please" });
    assert_eq!(
        on.wang
            .post(&format!("/approvals/{request}/hand-over"), to(&on.li))
            .await
            .code(),
        "approval-own"
    );
    on.wang
        .post(&format!("/approvals/{request}/hand-over"), to(&on.zhao))
        .await
        .ok();
    assert_eq!(approve(&on.wang, request).await.code(), "approval-not-yours");
    on.zhao
        .post(&format!("/approvals/{request}/add-signer"), to(&sun))
        .await
        .ok();
    assert_eq!(approve(&on.zhao, request).await.ok()["state"], json!("pending"));
    assert_eq!(
        sun.get("/workbench").await.ok()["obligations"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    assert_eq!(approve(&sun, request).await.ok()["state"], json!("approved"));
}

#[tokio::test]
async fn case_07_self_approval() {
    let (company, on) = set_up().await;
    // Wang asks and would decide: it goes to the head above.
    let id = affair(&company, &on.wang, 500).await;
    let request = asks(&on.wang, id, "opening").await;
    assert_eq!(approve(&on.wang, request).await.code(), "approval-not-yours");
    let asked = page(&on.qian, request).await;
    assert_eq!(asked["steps"][0]["deciders"][0]["reason"], json!("above"));
    assert_eq!(approve(&on.qian, request).await.ok()["state"], json!("approved"));
}

#[tokio::test]
async fn case_07_the_same_person_in_two_steps_decides_once_and_both_are_recorded() {
    let (company, on) = set_up().await;
    company.member("wang").with_positions(&["finance"]).await;
    let id = affair(&company, &on.li, 500_000).await;
    let request = asks(&on.li, id, "opening").await;
    let done = approve(&on.wang, request).await.ok();
    assert_eq!(done["state"], json!("approved"));
    let reasons: Vec<&Value> = done["steps"][1]["deciders"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["reason"])
        .collect();
    assert!(reasons.contains(&&json!("decided-before")), "{done}");
    assert_eq!(company.events("approval.decided").await.len(), 2);
}

#[tokio::test]
async fn case_07_one_opinion_serves_two_steps_in_a_row_that_ask_for_the_same_sheet() {
    let (company, on) = set_up().await;
    let id = affair(&company, &on.li, 500).await;
    let request = asks(&on.li, id, "twice").await;
    let opinion = json!({ "words": "sound", "opinion": { "view": "the money is there" } });
    let done = on
        .zhao
        .post(&format!("/approvals/{request}/approve"), opinion)
        .await
        .ok();
    assert_eq!(done["state"], json!("approved"), "{done}");
    let decider = |step: usize| done["steps"][step]["deciders"][0].clone();
    assert_eq!(decider(0)["reason"], json!("rule"));
    for step in [1, 2] {
        assert_eq!(decider(step)["reason"], json!("decided-before"));
    }
    let filed = |step: usize| decider(step)["filing_id"].clone();
    assert_eq!(filed(1), filed(0), "the same sheet");
    assert_eq!(company.events("form:opinion.filed").await.len(), 1);
    assert_eq!(
        company.events("approval.decided").await.len(),
        3,
        "each step is recorded"
    );
}

#[tokio::test]
async fn case_07_who_lost_the_position_is_replaced() {
    let (company, on) = set_up().await;
    let id = affair(&company, &on.li, 500).await;
    let request = asks(&on.li, id, "opening").await;
    lose_position(&company, &on.wang).await;
    let sun = company.member("sun").with_positions(&["reviewer"]).await;
    company.tick().await;
    company.clock().advance(TimeDelta::days(1));
    company.tick().await;
    assert_eq!(approve(&on.wang, request).await.code(), "approval-not-yours");
    assert_eq!(
        sun.get("/workbench").await.ok()["obligations"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    assert_eq!(approve(&sun, request).await.ok()["state"], json!("approved"));
    assert_eq!(company.events("approval.replaced").await.len(), 1);
}

async fn lose_position(company: &TestCompany, member: &TestMember) {
    let work = company.work().await;
    let tomorrow = work.policies().today(work.now).succ_opt().unwrap();
    holding::Entity::update_many()
        .col_expr(holding::Column::UntilDate, Expr::value(tomorrow))
        .filter(holding::Column::MemberId.eq(member.id))
        .exec(&work.db())
        .await
        .unwrap();
    work.commit().await.unwrap();
}

#[tokio::test]
async fn case_08_decided_on_facts() {
    let (company, on) = set_up().await;
    let id = affair(&company, &on.li, 1_000).await;
    let request = asks(&on.li, id, "opening").await;
    approve(&on.wang, request).await.ok();
    let amount = |page: Value| {
        let facts = page["facts"].as_array().unwrap().clone();
        facts
            .into_iter()
            .find(|fact| fact["fact"] == json!("affair.amount"))
            .unwrap()
    };
    set_amount(&on.li, id, 1_100).await;
    let shown = amount(page(&on.li, request).await);
    assert_eq!(
        (&shown["then"], &shown["now"], &shown["changed"]),
        (&json!(1_000), &json!(1_100), &json!(true))
    );
    assert_eq!(
        company.events("approval:opening.asked").await.len(),
        1,
        "ten percent is not more than ten percent"
    );

    set_amount(&on.li, id, 1_200).await;
    let asked = company.events("approval:opening.asked").await;
    assert_eq!(asked.len(), 2);
    assert_eq!(asked[1]["facts"]["follows"], json!(request));
    assert_eq!(asked[1]["facts"]["asked_by"], json!(on.li.id));
    on.li.post("/filings", good_sheet_of(id, 1_200)).await.ok();
    let items = on
        .li
        .get(&format!(
            "/gates?subject_kind=affair&subject_id={id}&point=stage:solution"
        ))
        .await
        .ok();
    assert_eq!(
        items["items"][0]["met"],
        json!(false),
        "what was decided on other facts no longer stands"
    );
    let again: Uuid = asked[1]["facts"]["request"].as_str().unwrap().parse().unwrap();
    approve(&on.wang, again).await.ok();
    set_amount(&on.li, id, 1_210).await;
    assert_eq!(
        company.events("approval:opening.asked").await.len(),
        2,
        "now it is judged against what was decided last"
    );
}

fn good_sheet_of(id: super::affair::AffairId, amount: i64) -> Value {
    let mut sheet = good_sheet(id);
    sheet["fields"]["budget"]["amount"] = json!(amount);
    sheet
}

#[tokio::test]
async fn an_obligation_is_waived_by_approval_alone() {
    let (company, on) = set_up().await;
    let id = affair(&company, &on.li, 500).await;
    set_amount(&on.li, id, 501).await;
    let owed = on.li.get("/workbench").await.ok();
    let obligation = owed["obligations"][0]["id"].as_str().unwrap().to_owned();
    let asked = on
        .li
        .post(
            &format!("/obligations/{obligation}/waive"),
            json!({ "words": "the customer is away" }),
        )
        .await
        .ok();
    assert_eq!(asked["state"], json!("pending"));
    let request: Uuid = asked["request"].as_str().unwrap().parse().unwrap();
    approve(&on.qian, request).await.ok();
    assert_eq!(company.events("obligation:report.waived").await.len(), 1);
    assert_eq!(on.li.get("/workbench").await.ok()["obligations"], json!([]));
}

#[tokio::test]
async fn two_who_decide_at_once_do_not_both_decide_the_same_step() {
    let (company, on) = set_up().await;
    let west = company.department("西区", None).await;
    let sun = company
        .member("sun")
        .in_department(west)
        .with_positions(&["reviewer"])
        .await;
    let id = affair(&company, &on.li, 500).await;
    let request = asks(&on.li, id, "opening").await;
    let (one, other) = tokio::join!(approve(&on.wang, request), approve(&sun, request));
    let mut told = [one.status, other.status];
    told.sort_unstable();
    assert_eq!(told, [200, 409], "{one} {other}");
    assert_eq!(company.events("approval:opening.approved").await.len(), 1);
}

#[tokio::test]
async fn the_centre_shows_what_waits_for_me_and_what_i_asked_for() {
    let (company, on) = set_up().await;
    let sun = company.member("sun").await;
    let id = affair(&company, &on.li, 500).await;
    let request = asks(&on.li, id, "opening").await;
    let of = |field: &str| {
        format!(
            "/approvals?filter=%7B%22field%22%3A%22{field}%22%2C%22op%22%3A%22eq%22%2C%22value%22%3Atrue%7D"
        )
    };
    assert_eq!(
        on.wang.get(&of("to_decide")).await.ok()["items"][0]["can"][0],
        json!("approve")
    );
    assert_eq!(
        on.li.get(&of("asked_by_me")).await.ok()["items"][0]["id"],
        json!(request)
    );
    assert_eq!(on.li.get(&of("to_decide")).await.ok()["items"], json!([]));
    assert_eq!(
        sun.get(&format!("/approvals/{request}")).await.status,
        404,
        "what one may not see does not exist"
    );
    assert_eq!(Mode::One.word(), "one");
}

#[tokio::test]
async fn standing_in_for_another_is_recorded_as_both_and_never_serves_ones_own_request() {
    let (company, on) = set_up().await;
    let sun = company.member("sun").await;
    let standing_in = |member: &TestMember| {
        let grants = std::sync::Arc::default();
        xianji_platform::Actor::of_member(
            member.id,
            Some(on.wang.id),
            xianji_kernel::text::Language::En,
            grants,
        )
    };
    let decision = || crate::approval::Decision {
        verdict: crate::approval::Verdict::Approve,
        words: None,
        opinion: None,
        conditions: Vec::new(),
    };
    let id = affair(&company, &on.li, 500).await;
    let request = crate::approval::ApprovalId(asks(&on.li, id, "opening").await);
    let mut own = company.app().begin(standing_in(&on.li)).await.unwrap();
    assert_eq!(
        crate::approval::decide(&mut own, request, decision())
            .await
            .unwrap_err()
            .code(),
        Some("approval-own")
    );
    drop(own);
    let mut work = company.app().begin(standing_in(&sun)).await.unwrap();
    crate::approval::decide(&mut work, request, decision())
        .await
        .unwrap();
    work.commit().await.unwrap();
    let decided = company.events("approval.decided").await;
    assert_eq!(
        (&decided[0]["member"], &decided[0]["on_behalf_of"]),
        (&json!(sun.id), &json!(on.wang.id))
    );
    let shown = page(&on.li, request.0).await;
    assert_eq!(
        shown["steps"][0]["deciders"][0]["decided_by"]["name"],
        json!("sun")
    );
}
