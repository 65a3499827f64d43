//! Filing sheets.

use chrono::TimeDelta;
use serde_json::json;

use super::affair::{advances, affair, asks, good_sheet, open, people, subject};

#[tokio::test]
async fn every_fault_of_a_sheet_comes_at_once_with_its_place() {
    let company = open().await;
    let on = people(&company).await;
    let id = affair(&company, &on.li, 500).await;
    let sheet = json!({ "form": "check-list", "subject": subject(id), "fields": {
        "chance": "certain", "margin": "much", "budget": { "amount": 1, "currency": "USD" }, "colour": "red" } });
    let answer = on.li.post("/filings", sheet).await;
    assert_eq!(answer.status, 422);
    let said = answer.to_string();
    for fault in [
        "/fields/colour unknown-field",
        "/fields/chance not-a-choice",
        "/fields/margin wrong-type",
        "/fields/budget wrong-currency",
    ] {
        assert!(said.contains(fault), "{said}");
    }
}

#[tokio::test]
async fn a_field_is_required_while_its_condition_holds_and_dropped_when_not() {
    let company = open().await;
    let on = people(&company).await;
    let id = affair(&company, &on.li, 500).await;
    let sheet = |fields| json!({ "form": "check-list", "subject": subject(id), "fields": fields });
    let low = on
        .li
        .post(
            "/filings",
            sheet(json!({ "chance": "low", "budget": { "amount": 500, "currency": "CNY" } })),
        )
        .await;
    assert!(low.to_string().contains("[/fields/why_low required]"), "{low}");
    let high = on
        .li
        .post(
            "/filings",
            sheet(
                json!({ "chance": "high", "why_low": "no", "budget": { "amount": 500, "currency": "CNY" } }),
            ),
        )
        .await;
    assert_eq!(high.ok()["values"]["why_low"], json!(null));
}

#[tokio::test]
async fn a_reason_is_asked_when_a_pre_filled_value_is_changed() {
    let company = open().await;
    let on = people(&company).await;
    let id = affair(&company, &on.li, 500).await;
    let form = on
        .li
        .get(&format!("/forms/check-list?subject_kind=affair&subject_id={id}"))
        .await
        .ok();
    assert_eq!(
        form["values"]["budget"],
        json!({ "amount": 500, "currency": "CNY" })
    );
    assert_eq!(form["can"]["file"], json!(true));
    let mut sheet = good_sheet(id);
    sheet["fields"]["budget"]["amount"] = json!(700);
    sheet["reasons"] = json!({});
    let refused = on.li.post("/filings", sheet.clone()).await;
    assert!(
        refused.to_string().contains("[/reasons/budget required]"),
        "{refused}"
    );
    sheet["reasons"] = json!({ "budget": "the customer wants more" });
    assert_eq!(on.li.post("/filings", sheet).await.status, 201);
}

#[tokio::test]
async fn points_curves_and_weights_make_the_score_and_a_red_cross_fails_it() {
    let company = open().await;
    let on = people(&company).await;
    let id = affair(&company, &on.li, 500).await;
    let mut sheet = good_sheet(id);
    sheet["fields"]["chance"] = json!("even");
    sheet["fields"]["margin"] = json!(15);
    assert_eq!(
        on.li.post("/filings", sheet.clone()).await.ok()["score"],
        json!(60)
    );
    sheet["fields"]["lawful"] = json!(false);
    let failed = on.li.post("/filings", sheet).await.ok();
    assert_eq!((&failed["score"], &failed["passed"]), (&json!(60), &json!(false)));
    assert_eq!(company.events("form:check-list.filed").await.len(), 2);
    assert_eq!(company.events("form:check-list.failed").await.len(), 1);
}

#[tokio::test]
async fn case_20_sheet() {
    let company = open().await;
    let on = people(&company).await;
    let id = affair(&company, &on.li, 500).await;
    let request = asks(&on.li, id, "opening").await;
    on.wang
        .post(&format!("/approvals/{request}/approve"), json!({}))
        .await
        .ok();

    let first = on.li.post("/filings", good_sheet(id)).await.ok();
    let second = on.li.post("/filings", good_sheet(id)).await.ok();
    let read = on
        .li
        .get(&format!("/filings/{}", first["id"].as_str().unwrap()))
        .await
        .ok();
    assert_eq!(
        second["replaces"], first["id"],
        "a new filing replaces the old one"
    );
    assert_eq!(read["replaced_by"], second["id"]);
    assert_eq!(read["values"], first["values"], "and does not edit it");
    assert_eq!(read["holds"], json!(false));

    // Expired, it fails the gate that rests on it.
    company.clock().advance(TimeDelta::days(31));
    let refused = advances(&on.li, id, "solution").await.unwrap_err();
    assert_eq!(refused.code(), Some("gate-not-met"));
    on.li.post("/filings", good_sheet(id)).await.ok();
    advances(&on.li, id, "solution").await.unwrap();

    // What is asked of its fields by conditions asks in vain from then on, too.
    let seen = |id| {
        let company = company.clone();
        async move {
            let ctx = crate::Context::read(company.app());
            let sheet = crate::form::latest(&ctx, &subject(id), "check-list")
                .await
                .unwrap();
            sheet["chance"].clone()
        }
    };
    assert_eq!(seen(id).await, json!("high"));
    company.clock().advance(TimeDelta::days(31));
    assert_eq!(seen(id).await, json!(null));

    // A version with another field leaves old sheets readable.
    let more = super::affair::PACK.replace(
        r#"{ id = "lawful","#,
        r#"{ id = "new_one", type = "text", name = { zh = "新" } }, { id = "lawful","#,
    );
    company.adopt_text("more", &more).await;
    let old = on
        .li
        .get(&format!("/filings/{}", first["id"].as_str().unwrap()))
        .await
        .ok();
    assert_eq!(old["fields"].as_array().unwrap().len(), 6);
}

#[tokio::test]
async fn rows_of_actions_become_obligations_of_whom_they_name() {
    let company = open().await;
    let on = people(&company).await;
    let id = affair(&company, &on.li, 500).await;
    let mut sheet = good_sheet(id);
    sheet["fields"]["next_steps"] = json!([{ "what": "call", "owner": on.wang.id, "due_on": "2026-03-05" }]);
    on.li.post("/filings", sheet.clone()).await.ok();
    let owed = on.wang.get("/workbench").await.ok();
    assert_eq!(owed["obligations"][0]["name"], json!("call"));
    sheet["fields"]["next_steps"] = json!([{ "what": "call" }]);
    let refused = on.li.post("/filings", sheet).await.to_string();
    assert!(
        refused.contains("/fields/next_steps/0/owner required"),
        "{refused}"
    );
}

#[tokio::test]
async fn a_register_numbers_its_sheets_and_minutes_name_those_present() {
    let company = open().await;
    let on = people(&company).await;
    let id = affair(&company, &on.li, 500).await;
    let mut sheet = json!({ "form": "minutes", "subject": subject(id), "fields": { "text": "we met" } });
    assert!(
        on.li
            .post("/filings", sheet.clone())
            .await
            .to_string()
            .contains("[/present required]")
    );
    sheet["present"] = json!([on.wang.id]);
    assert_eq!(
        on.li.post("/filings", sheet.clone()).await.ok()["number"],
        json!("JY-2026-000001")
    );
    let second = on.li.post("/filings", sheet).await.ok();
    assert_eq!(
        (&second["number"], &second["replaces"]),
        (&json!("JY-2026-000002"), &json!(null))
    );
}

#[tokio::test]
async fn only_whom_the_form_names_fills_it_in() {
    let company = open().await;
    let on = people(&company).await;
    let id = affair(&company, &on.li, 500).await;
    let sheet = json!({ "form": "opinion", "subject": subject(id), "fields": { "view": "fine" } });
    assert_eq!(
        on.li.post("/filings", sheet.clone()).await.code(),
        "form-not-yours"
    );
    assert_eq!(on.zhao.post("/filings", sheet).await.status, 201);
}

#[tokio::test]
async fn a_customer_answers_once_through_a_link_that_runs_out() {
    let company = open().await;
    let on = people(&company).await;
    let id = affair(&company, &on.li, 500).await;
    let mut work = company.work().await;
    let now = work.now;
    let until = now + TimeDelta::days(7);
    let token = crate::form::link::make(&mut work, "answer", &subject(id), until)
        .await
        .unwrap();
    let late = crate::form::link::make(&mut work, "answer", &subject(id), now)
        .await
        .unwrap();
    work.commit().await.unwrap();
    let place = format!("/public/forms/{token}");
    assert_eq!(
        company.public_get(&place).await.ok()["fields"][0]["id"],
        json!("stars")
    );
    assert_eq!(
        company
            .public_post(&place, json!({ "fields": { "stars": 9 } }))
            .await
            .status,
        422
    );
    assert_eq!(
        company
            .public_post(&place, json!({ "fields": { "stars": 5 } }))
            .await
            .status,
        204
    );
    assert_eq!(
        company
            .public_post(&place, json!({ "fields": { "stars": 1 } }))
            .await
            .code(),
        "link-closed"
    );
    company.clock().advance(TimeDelta::minutes(1));
    assert_eq!(
        company.public_get(&format!("/public/forms/{late}")).await.code(),
        "link-closed"
    );
    assert_eq!(company.public_get("/public/forms/nothing").await.status, 404);
    let filed = company.events("form:answer.filed").await;
    assert_eq!(
        (&filed[0]["actor"], &filed[0]["facts"]["score"]),
        (&json!("customer"), &json!(100))
    );
}
