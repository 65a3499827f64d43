//! Gates.

use serde_json::json;

use super::affair::{advance, advances, affair, asks, good_sheet, open, people, subject};
use crate::Govern;
use crate::gate::entity::{Column, Entity};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

#[tokio::test]
async fn a_gate_lists_every_item_met_and_missing_with_who_supplies_it_and_where() {
    let company = open().await;
    let on = people(&company).await;
    let id = affair(&company, &on.li, 500).await;
    on.li.post("/filings", good_sheet(id)).await.ok();
    let answer = on
        .li
        .get(&format!(
            "/gates?subject_kind=affair&subject_id={id}&point=stage:solution"
        ))
        .await
        .ok();
    assert_eq!(answer["open"], json!(false));
    let items = answer["items"].as_array().unwrap();
    assert_eq!(
        (&items[0]["need"], &items[0]["met"], &items[0]["name"]),
        (
            &json!("approved:opening"),
            &json!(false),
            &json!("Approved: Opening")
        )
    );
    assert_eq!(
        (&items[0]["from"], &items[0]["address"]),
        (
            &json!("li"),
            &json!(format!("/affairs/{id}?tab=approval&approval=opening"))
        )
    );
    assert_eq!(
        (&items[1]["need"], &items[1]["met"], &items[1]["name"]),
        (&json!("form:check-list"), &json!(true), &json!("The check list"))
    );
    assert_eq!(
        company.events("gate:solution.enter.passed").await.len(),
        0,
        "looking leaves no evidence"
    );
}

#[tokio::test]
async fn what_a_gate_refuses_changes_nothing_and_names_what_is_missing() {
    let company = open().await;
    let on = people(&company).await;
    let id = affair(&company, &on.li, 500).await;
    let refused = advances(&on.li, id, "solution").await.unwrap_err();
    let xianji_platform::Failure::Refused(refused) = refused else {
        panic!("{refused}")
    };
    assert_eq!((refused.status.as_u16(), refused.code), (409, "gate-not-met"));
    let evidence = refused.evidence.unwrap();
    assert_eq!(evidence.rules, ["gate:solution.enter"]);
    assert_eq!(evidence.missing, ["approved:opening", "form:check-list"]);
    assert_eq!(refused.extra["items"].as_array().unwrap().len(), 2);
    assert_eq!(
        Entity::find().all(&company.app().reader()).await.unwrap().len(),
        0
    );
}

#[tokio::test]
async fn passing_a_gate_is_evidence() {
    let company = open().await;
    let on = people(&company).await;
    let id = affair(&company, &on.li, 500).await;
    let request = asks(&on.li, id, "opening").await;
    on.wang
        .post(&format!("/approvals/{request}/approve"), json!({}))
        .await
        .ok();
    on.li.post("/filings", good_sheet(id)).await.ok();
    let passage = advances(&on.li, id, "solution").await.unwrap();
    assert_eq!(passage.gates, ["solution.enter"]);
    let passed = company.events("gate:solution.enter.passed").await;
    assert_eq!(
        (&passed[0]["facts"]["met"], &passed[0]["facts"]["exempted"]),
        (&json!(true), &json!(false))
    );
    let row = Entity::find()
        .filter(Column::Gate.eq("solution.enter"))
        .one(&company.app().reader())
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        (row.met, row.point.as_str(), row.member_id),
        (true, "stage:solution", Some(on.li.id))
    );
}

#[tokio::test]
async fn a_gate_that_warns_lets_pass_and_notes_what_was_missing() {
    let company = open().await;
    let on = people(&company).await;
    let id = affair(&company, &on.li, 500).await;
    let mut work = on.li.work().await;
    let passage = work.gate(&subject(id), "affair.close").await.unwrap();
    work.commit().await.unwrap();
    assert_eq!(passage.warnings.len(), 1);
    assert_eq!(
        company.events("gate:only-a-hint.passed").await[0]["facts"]["met"],
        json!(false)
    );
}

#[tokio::test]
async fn a_refusal_lists_what_blocks_and_what_is_only_warned_of() {
    let company = open().await;
    let on = people(&company).await;
    let id = affair(&company, &on.li, 500).await;
    let mut work = on.li.work().await;
    let refused = work.gate(&subject(id), "affair.update").await.unwrap_err();
    drop(work);
    let xianji_platform::Failure::Refused(refused) = refused else {
        panic!("not refused");
    };
    let items = refused.extra["items"].as_array().unwrap();
    let effects: Vec<_> = items.iter().map(|item| (&item["effect"], &item["met"])).collect();
    assert_eq!(
        effects,
        [(&json!("block"), &json!(false)), (&json!("warn"), &json!(false))]
    );
    let count = refused.fields.iter().find(|(name, _)| *name == "count").unwrap();
    assert_eq!(count.1, "1", "one thing keeps the gate shut");
}

#[tokio::test]
async fn an_exemption_is_approved_with_a_reason_and_used_up_by_one_passing() {
    let company = open().await;
    let on = people(&company).await;
    let id = affair(&company, &on.li, 500).await;
    let ask =
        json!({ "subject": subject(id), "point": "stage:signing", "reason": "the customer signs today" });
    let asked = on.li.post("/exemptions", ask.clone()).await.ok();
    let request = asked["items"][0]["request"].as_str().unwrap().to_owned();
    assert!(
        advances(&on.li, id, "signing").await.is_err(),
        "asking alone opens nothing"
    );
    assert_eq!(
        on.wang
            .post(&format!("/approvals/{request}/approve"), json!({}))
            .await
            .code(),
        "approval-not-yours"
    );
    on.qian
        .post(&format!("/approvals/{request}/approve"), json!({}))
        .await
        .ok();

    let passage = advances(&on.li, id, "signing").await.unwrap();
    assert_eq!(passage.exempted, ["boss-knows"]);
    assert_eq!(company.events("gate:boss-knows.exempted").await.len(), 1);
    assert_eq!(
        company.events("gate:boss-knows.passed").await[0]["facts"]["met"],
        json!(false)
    );
    assert_eq!(
        advances(&on.li, id, "signing").await.unwrap_err().code(),
        Some("gate-not-met"),
        "it was for one passing"
    );
    on.li.post("/filings", good_sheet(id)).await.ok();
    assert_eq!(on.li.post("/exemptions", ask).await.code(), "exemption-nothing");
}

#[tokio::test]
async fn an_open_objection_keeps_a_gate_shut_until_it_is_answered() {
    let company = open().await;
    let on = people(&company).await;
    let id = affair(&company, &on.li, 500).await;
    on.li.post("/filings", good_sheet(id)).await.ok();
    let raised = on
        .wang
        .post(
            "/objections",
            json!({ "subject": subject(id), "words": "the price is too low" }),
        )
        .await
        .ok();
    let objection = raised["items"][0]["id"].as_str().unwrap().to_owned();
    assert!(advances(&on.li, id, "signing").await.is_err());
    on.li
        .post(
            &format!("/objections/{objection}/answer"),
            json!({ "answer": "it was agreed" }),
        )
        .await
        .ok();
    advances(&on.li, id, "signing").await.unwrap();
    assert_eq!(
        on.wang
            .post(&format!("/objections/{objection}/withdraw"), json!({}))
            .await
            .code(),
        "objection-closed"
    );
}

#[tokio::test]
async fn case_11_race() {
    let company = open().await;
    let on = people(&company).await;
    let id = affair(&company, &on.li, 500).await;
    on.li.post("/filings", good_sheet(id)).await.ok();
    let (first, second) = tokio::join!(advances_twice(&on.li, id), advances_twice(&on.wang, id));
    let won = [&first, &second].iter().filter(|outcome| outcome.is_ok()).count();
    assert_eq!(won, 1, "{first:?} {second:?}");
    let told = [first, second].into_iter().find_map(Result::err).unwrap();
    assert!(
        matches!(told.code(), Some("stale" | "not-there" | "try-again")),
        "{told}"
    );
    assert_eq!(company.events("gate:boss-knows.passed").await.len(), 1);
}

/// Reads the affair in its first stage, then enters the next over the version it read.
async fn advances_twice(
    by: &xianji_platform::testing::TestMember,
    id: super::affair::AffairId,
) -> Result<(), xianji_platform::Failure> {
    let mut work = by.work().await;
    let row = super::affair::Entity::find_by_id(id)
        .one(&work.db())
        .await?
        .unwrap();
    if row.stage != "research" {
        return Err(xianji_platform::failure::Stale.into());
    }
    advance(&mut work, id, "signing").await?;
    work.commit().await
}

#[tokio::test]
async fn a_gate_is_judged_by_the_version_that_the_record_keeps() {
    let company = open().await;
    let on = people(&company).await;
    let old = affair(&company, &on.li, 500).await;
    company
        .adopt_text(
            "strict",
            &super::affair::PACK.replace(
                r#"enter = ["none-open:objection"]"#,
                r#"enter = ["approved:opening"]"#,
            ),
        )
        .await;
    let new = affair(&company, &on.li, 500).await;
    for id in [old, new] {
        on.li.post("/filings", good_sheet(id)).await.ok();
    }
    advances(&on.li, old, "signing").await.unwrap();
    assert_eq!(
        advances(&on.li, new, "signing").await.unwrap_err().code(),
        Some("gate-not-met")
    );
}

#[tokio::test]
async fn a_gate_that_holds_lets_the_record_wait_and_whoever_supplies_owes_it() {
    let company = open().await;
    let on = people(&company).await;
    let id = affair(&company, &on.li, 500).await;
    for _ in 0..2 {
        let mut work = on.wang.work().await;
        assert!(work.gate(&subject(id), "affair.release").await.unwrap().waits());
        work.commit().await.unwrap();
    }
    let owed = on.li.get("/workbench").await.ok();
    assert_eq!(
        owed["obligations"].as_array().unwrap().len(),
        1,
        "asked twice, owed once"
    );
    assert_eq!(owed["obligations"][0]["due_at"], json!("2026-03-03T01:00:00Z"));
    on.li.post("/filings", good_sheet(id)).await.ok();
    let mut work = on.wang.work().await;
    assert!(!work.gate(&subject(id), "affair.release").await.unwrap().waits());
    work.commit().await.unwrap();
    assert_eq!(on.li.get("/workbench").await.ok()["obligations"], json!([]));
}

#[tokio::test]
async fn a_field_of_a_sheet_is_asked_from_its_stage_on() {
    let company = open().await;
    let on = people(&company).await;
    let id = affair(&company, &on.li, 500).await;
    let refused = advances(&on.li, id, "handing").await.unwrap_err();
    assert!(refused.to_string().contains("field:plan.price"), "{refused}");
    let plan = |fields| json!({ "form": "plan", "subject": subject(id), "fields": fields });
    on.li.post("/filings", plan(json!({}))).await.ok();
    assert!(advances(&on.li, id, "handing").await.is_err());
    on.li.post("/filings", plan(json!({ "price": 12 }))).await.ok();
    advances(&on.li, id, "handing").await.unwrap();
}

#[tokio::test]
async fn a_gate_may_wait_for_what_was_agreed_and_for_whatever_is_due() {
    use crate::testing as things;
    let rules = r#"
[[form]]
id = "talk"
name = { zh = "会谈" }
on = "thing"
fields = [{ id = "next", type = "actions", name = { zh = "行动" } }]

[[gate]]
id = "settled"
before = ["thing.close"]
needs = ["none-open:action", "none-open:obligation"]

[[obligation]]
id = "call"
name = { zh = "去电" }
opens_on = "thing.called"
responsible = "thing.keeper"
due = "3 days"
fulfilled_by = "thing.answered"
"#;
    let company = things::company(rules).await;
    let on = things::cast(&company).await;
    let thing = things::thing(&company, &on.li).await;
    let met = || async {
        let path = format!("/gates?subject_kind=thing&subject_id={thing}&point=thing.close");
        let items = on.li.get(&path).await.ok()["items"].clone();
        let met = |place: usize| items[place]["met"].as_bool().unwrap();
        (met(0), met(1))
    };
    assert_eq!(met().await, (true, true));
    let next = json!([{ "what": "send the plan", "owner": on.wang.id, "due_on": "2026-03-05" }]);
    let sheet = json!({ "form": "talk", "subject": things::subject(thing), "fields": { "next": next } });
    on.li.post("/filings", sheet).await.ok();
    assert_eq!(met().await, (false, true));
    things::happens(&on.zhao, thing, "thing.called").await;
    assert_eq!(met().await, (false, false));

    let item = things::only(&company, "action-item").await.id;
    on.wang
        .post(&format!("/obligations/{item}/complete"), json!({}))
        .await
        .ok();
    things::happens(&on.li, thing, "thing.answered").await;
    assert_eq!(met().await, (true, true));
}
