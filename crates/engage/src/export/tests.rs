use chrono::TimeDelta;
use serde_json::{Value, json};
use xianji_platform::testing::{Answer, TestCompany, TestMember};

fn text(answer: &Answer) -> String {
    String::from_utf8(answer.bytes.clone()).unwrap()
}

struct Office {
    company: TestCompany,
    head: TestMember,
    sun: TestMember,
    customer: String,
}

/// A sales office under `standard`: its head, a salesperson, a customer with a contact.
async fn office() -> Office {
    let company = TestCompany::open(vec![xianji_governance::module(), crate::module()]).await;
    company.adopt_shipped("standard").await;
    let chief = company.department("总部", None).await;
    let sales = company.department("销售部", Some(chief)).await;
    company
        .member("chief")
        .with_positions(&["executive"])
        .in_department(chief)
        .as_head()
        .await;
    let head = company
        .member("head")
        .with_positions(&["sales-manager"])
        .in_department(sales)
        .as_head()
        .await;
    let sun = company
        .member("sun")
        .with_positions(&["sales"])
        .in_department(sales)
        .await;
    let made = sun
        .post("/customers", json!({ "name": "=杭州滨江智造", "region": "杭州" }))
        .await
        .ok();
    let customer = made["id"].as_str().unwrap().to_owned();
    let contact = json!({ "name": "王芳", "mobile": "13812345678", "email": "wang@binjiang.cn" });
    sun.post(&format!("/customers/{customer}/contacts"), contact)
        .await
        .ok();
    Office {
        company,
        head,
        sun,
        customer,
    }
}

impl Office {
    async fn ask(&self, confidential: bool) -> String {
        let body = json!({ "reason": "年会邀请", "confidential": confidential });
        let run = self.sun.post("/customers/export", body).await.ok();
        assert_eq!(
            (&run["state"], &run["can"]["make"]),
            (&json!("asked"), &json!(false))
        );
        format!("/exports/{}", run["id"].as_str().unwrap())
    }

    async fn decide(&self, by: &TestMember, run: &str, verdict: &str) {
        let request = self.sun.get(run).await.ok()["approval_id"]
            .as_str()
            .unwrap()
            .to_owned();
        by.post(
            &format!("/approvals/{request}/{verdict}"),
            json!({ "words": "好" }),
        )
        .await
        .ok();
    }

    async fn facts(&self, event: &str) -> Value {
        self.company.events(event).await.remove(0)["facts"].clone()
    }
}

#[tokio::test]
async fn a_file_is_made_only_after_somebody_agreed_and_a_refusal_is_evidence() {
    let office = office().await;
    let run = office.ask(false).await;
    let early = office.sun.post(&format!("{run}/make"), json!({})).await;
    assert_eq!(
        (early.status, early.code()),
        (409, "gate-not-met"),
        "{}",
        early.body
    );
    assert_eq!(
        office.company.events("gate:export-approved.refused").await.len(),
        1
    );

    office.decide(&office.head, &run, "approve").await;
    assert_eq!(office.sun.get(&run).await.ok()["can"]["make"], true);
    let made = office.sun.post(&format!("{run}/make"), json!({})).await.ok();
    assert_eq!(
        (&made["run"]["state"], &made["link"]),
        (&json!("made"), &Value::Null)
    );
    let facts = office.facts("export_run.made").await;
    assert_eq!(
        (&facts["approved"], &facts["count"], &facts["revealed"]),
        (&json!(true), &json!(1), &json!(0))
    );
    assert_eq!(office.facts("customer.exported").await["approved"], true);
    let again = office.sun.post(&format!("{run}/make"), json!({})).await;
    assert_eq!((again.status, again.code()), (409, "export-made"));

    let other = office.ask(false).await;
    office.decide(&office.head, &other, "reject").await;
    assert_eq!(office.sun.get(&other).await.ok()["state"], "refused");
    assert_eq!(
        office.sun.post(&format!("{other}/make"), json!({})).await.code(),
        "gate-not-met"
    );
}

#[tokio::test]
async fn the_file_holds_masked_fields_unless_clear_ones_were_asked_for_by_a_reader_of_them() {
    let office = office().await;
    let mut files = Vec::new();
    for confidential in [false, true] {
        let run = office.ask(confidential).await;
        office.decide(&office.head, &run, "approve").await;
        office.sun.post(&format!("{run}/make"), json!({})).await.ok();
        let file = office.sun.post(&format!("{run}/download"), json!({})).await;
        assert_eq!(file.status, 200);
        files.push(text(&file));
    }
    assert!(
        files[0].contains("138****5678") && !files[0].contains("13812345678"),
        "{}",
        files[0]
    );
    assert!(files[1].contains("13812345678"), "{}", files[1]);
    assert!(
        files[0].contains("\"'=杭州滨江智造\""),
        "no spreadsheet takes a name for a formula"
    );
    assert_eq!(
        office.company.events("contact.revealed").await.len(),
        1,
        "a clear field is a reading"
    );
    assert_eq!(
        office.company.events("export_run.opened").await.len(),
        2,
        "so is each download"
    );
}

#[tokio::test]
async fn the_file_can_be_read_for_a_while_by_its_asker_alone() {
    let office = office().await;
    let run = office.ask(false).await;
    office.decide(&office.head, &run, "approve").await;
    office.sun.post(&format!("{run}/make"), json!({})).await.ok();
    let wang = office.company.member("wang").with_positions(&["sales"]).await;
    assert_eq!(wang.post(&format!("{run}/download"), json!({})).await.status, 404);
    office.company.advance_time(TimeDelta::days(8)).await;
    let late = office.sun.post(&format!("{run}/download"), json!({})).await;
    assert_eq!((late.status, late.code()), (409, "export-ended"));
}

#[tokio::test]
async fn nobody_exports_without_a_reason_or_the_right() {
    let office = office().await;
    let silent = office
        .sun
        .post("/customers/export", json!({ "reason": "  " }))
        .await;
    assert_eq!(
        (silent.status, &silent.body["errors"][0]["pointer"]),
        (422, &json!("/reason"))
    );
    let nothing = json!({ "reason": "x", "words": "没有这家" });
    let nothing = office.sun.post("/customers/export", nothing).await;
    assert_eq!(nothing.body["errors"][0]["code"], "finds-nothing");
    let engineer = office
        .company
        .member("li")
        .with_positions(&["presales-engineer"])
        .await;
    assert_eq!(
        engineer
            .post("/customers/export", json!({ "reason": "x" }))
            .await
            .status,
        403,
        "without the right"
    );
}

#[tokio::test]
async fn a_sharing_ends_and_each_reading_outside_is_evidence() {
    let office = office().await;
    let share = format!("/customers/{}/share", office.customer);
    let body =
        |ends_on: &str| json!({ "recipient": "某招标代理", "reason": "投标资格预审", "ends_on": ends_on });
    for (ends_on, code) in [("2026-03-01", "in-the-past"), ("2026-05-01", "too-late")] {
        let refused = office.sun.post(&share, body(ends_on)).await;
        assert_eq!(
            (refused.status, &refused.body["errors"][0]["code"]),
            (422, &json!(code)),
            "{}",
            refused.body
        );
    }
    let run = office.sun.post(&share, body("2026-03-05")).await.ok();
    let run = format!("/exports/{}", run["id"].as_str().unwrap());
    office.decide(&office.head, &run, "approve").await;
    assert_eq!(
        office.sun.post(&format!("{run}/make"), json!({})).await.code(),
        "gate-not-met",
        "two have to agree"
    );
    let chief = office.company.member("chief").await;
    office.decide(&chief, &run, "approve").await;
    let made = office.sun.post(&format!("{run}/make"), json!({})).await.ok();
    let token = made["link"]
        .as_str()
        .unwrap()
        .rsplit('/')
        .next()
        .unwrap()
        .to_owned();
    assert_eq!(office.facts("customer.shared").await["approved"], true);

    let link = format!("/public/shared/{token}");
    assert_eq!(
        office.company.public_get(&link).await.ok()["recipient"],
        "某招标代理"
    );
    assert!(
        office.company.events("export_run.opened").await.is_empty(),
        "looking is no reading"
    );
    let file = office.company.public_post(&link, json!({})).await;
    assert!(
        file.status == 200 && text(&file).contains("138****5678"),
        "{}",
        text(&file)
    );
    assert_eq!(office.facts("export_run.opened").await["outside"], true);
    let key = [("idempotency-key", "read-1")];
    for _ in 0..2 {
        let again = office
            .company
            .send(None, "POST", &link, &key, Some(json!({})))
            .await;
        assert!(again.status == 200 && text(&again).contains("138****5678"));
    }
    assert_eq!(
        office.company.events("export_run.opened").await.len(),
        2,
        "an answer that was lost on its way is no second reading"
    );
    assert_eq!(office.sun.get(&run).await.ok()["readings"], 2);
    assert_eq!(
        office.company.public_get("/public/shared/none").await.code(),
        "export-ended"
    );

    office.company.advance_time(TimeDelta::days(4)).await;
    assert_eq!(
        office.company.public_post(&link, json!({})).await.code(),
        "export-ended"
    );
}

#[tokio::test]
async fn a_sharing_that_is_ended_early_leads_nowhere() {
    let office = office().await;
    let share = format!("/customers/{}/share", office.customer);
    let body = json!({ "recipient": "某招标代理", "reason": "预审", "ends_on": "2026-03-05" });
    let run = office.sun.post(&share, body).await.ok();
    let run = format!("/exports/{}", run["id"].as_str().unwrap());
    let request = office.sun.get(&run).await.ok()["approval_id"]
        .as_str()
        .unwrap()
        .to_owned();
    assert_eq!(
        office.sun.post(&format!("{run}/end"), json!({})).await.ok()["state"],
        "ended"
    );
    let gone = office
        .head
        .post(&format!("/approvals/{request}/approve"), json!({}))
        .await;
    assert_eq!(gone.status, 409, "what was being decided is called off");
    assert_eq!(
        office.sun.post(&format!("{run}/make"), json!({})).await.code(),
        "export-ended"
    );
}

#[tokio::test]
async fn a_list_longer_than_a_page_goes_on_where_it_ended() {
    let office = office().await;
    for _ in 0..51 {
        let asked = json!({ "reason": "年会邀请" });
        office.sun.post("/customers/export", asked).await.ok();
    }
    let first = office.sun.get("/exports").await.ok();
    assert_eq!(
        (first["items"].as_array().map(Vec::len), &first["total"]["count"]),
        (Some(50), &json!(51))
    );
    let path = format!("/exports?cursor={}", first["next"].as_str().unwrap());
    let rest = office.sun.get(&path).await.ok();
    assert_eq!(
        (rest["items"].as_array().map(Vec::len), &rest["next"]),
        (Some(1), &json!(null))
    );
}
