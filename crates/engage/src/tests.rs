//! Each control of this floor kept and broken under the shipped packs.

use chrono::TimeDelta;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};
use xianji_governance::obligation::entity as obligation;
use xianji_platform::Reach;
use xianji_platform::identity::entity::{absence, skill};
use xianji_platform::testing::{TestCompany, TestMember};

struct Desk {
    company: TestCompany,
    lead: TestMember,
    chen: TestMember,
    sun: TestMember,
}

/// A desk under `consulting-desk`: its lead, a consultant with technical skill, a salesperson.
async fn desk() -> Desk {
    let company = TestCompany::open(vec![xianji_governance::module(), crate::module()]).await;
    company.adopt_shipped("consulting-desk").await;
    let lead = company
        .member("lead")
        .with_positions(&["desk-lead"])
        .as_head()
        .await;
    let chen = company.member("chen").with_positions(&["consultant"]).await;
    let sun = company.member("sun").with_positions(&["sales"]).await;
    learn(&company, &chen, "technical", 3, None).await;
    Desk {
        company,
        lead,
        chen,
        sun,
    }
}

async fn learn(
    company: &TestCompany,
    member: &TestMember,
    name: &str,
    level: i32,
    until: Option<chrono::NaiveDate>,
) {
    let mut work = company.work().await;
    let row = skill::ActiveModel {
        id: Set(work.next_id()),
        member_id: Set(member.id),
        skill: Set(name.to_owned()),
        level: Set(level),
        from_date: Set("2025-01-01".parse().unwrap()),
        until_date: Set(until),
        version: Set(1),
        created_at: Set(work.now),
        updated_at: Set(work.now),
    };
    skill::Entity::insert(row)
        .exec_without_returning(&work.db())
        .await
        .unwrap();
    work.commit().await.unwrap();
}

/// From now on away for a week.
async fn leave(company: &TestCompany, member: &TestMember) {
    let mut work = company.work().await;
    let row = absence::ActiveModel {
        id: Set(work.next_id()),
        member_id: Set(member.id),
        from_at: Set(work.now),
        until_at: Set(work.now + TimeDelta::days(7)),
        reason: Set("休假".to_owned()),
        version: Set(1),
        created_at: Set(work.now),
        updated_at: Set(work.now),
    };
    absence::Entity::insert(row)
        .exec_without_returning(&work.db())
        .await
        .unwrap();
    work.commit().await.unwrap();
}

/// States of a rule's obligations, oldest first.
async fn states(company: &TestCompany, rule: &str) -> Vec<obligation::State> {
    let rows = obligation::Entity::find()
        .filter(obligation::Column::Rule.eq(rule))
        .order_by_asc(obligation::Column::DueAt);
    rows.all(&company.app().reader())
        .await
        .unwrap()
        .into_iter()
        .map(|row| row.state)
        .collect()
}

async fn customer(by: &TestMember) -> Value {
    by.post("/customers", json!({ "name": "杭州滨江智造" }))
        .await
        .ok()["id"]
        .clone()
}

async fn received(by: &TestMember, customer: Option<&Value>) -> String {
    let body = json!({ "channel": "phone", "customer_id": customer, "question": "怎么选型？" });
    format!(
        "/inquiries/{}",
        by.post("/inquiries", body).await.ok()["id"].as_str().unwrap()
    )
}

async fn assigned(desk: &Desk) -> String {
    let customer = customer(&desk.chen).await;
    let at = received(&desk.chen, Some(&customer)).await;
    desk.chen
        .post(
            &format!("{at}/classify"),
            json!({ "class": "technical", "priority": "normal" }),
        )
        .await
        .ok();
    at
}

#[tokio::test]
async fn ctl_cus_01_one_file_a_customer() {
    let desk = desk().await;
    customer(&desk.chen).await;
    let twice = desk
        .sun
        .post("/customers", json!({ "name": "杭州滨江智造有限公司" }))
        .await;
    assert_eq!((twice.status, twice.code()), (409, "possible-duplicate"));
    assert_eq!(desk.company.events("customer.created").await.len(), 1);
}

#[tokio::test]
async fn ctl_cus_07_what_was_promised_is_owed() {
    let desk = desk().await;
    let customer = customer(&desk.chen).await;
    let body = json!({ "customer_id": customer, "kind": "call", "happened_at": "2026-03-02T00:30:00Z", "content": "谈了选型",
        "promises": [{ "what": "寄样品", "due_on": "2026-03-04" }] });
    desk.chen.post("/interactions", body).await.ok();
    let owed = obligation::Entity::find().filter(obligation::Column::SubjectKind.eq("interaction"));
    let owed = owed.all(&desk.company.app().reader()).await.unwrap();
    assert!(
        owed.iter().any(|one| one.state == obligation::State::Open),
        "{owed:?}"
    );
}

#[tokio::test]
async fn ctl_cus_13_a_confidential_field_is_read_by_those_the_pack_names_alone() {
    let company = TestCompany::open(vec![xianji_governance::module(), crate::module()]).await;
    let secrecy = r#"secrecy = [{ id = "contact-data", name = { zh = "联系信息" }, holds = ["contact.mobile"], readers = ["customer.owner"] }]"#;
    company.adopt_text("secret", secrecy).await;
    let chen = company
        .member("chen")
        .allowed(&["customer.*", "contact.*"], Reach::Own)
        .await;
    let lead = company
        .member("lead")
        .allowed(&["customer.*", "contact.*"], Reach::Company)
        .await;
    let customer = customer(&chen).await;
    let contacts = format!("/customers/{}/contacts", customer.as_str().unwrap());
    let contact = chen
        .post(&contacts, json!({ "name": "王芳", "mobile": "13812345678" }))
        .await
        .ok();
    let reveal = format!("/contacts/{}/reveal", contact["id"].as_str().unwrap());

    assert_eq!(
        chen.post(&reveal, json!({ "field": "mobile" })).await.ok()["value"],
        "13812345678"
    );
    let refused = lead.post(&reveal, json!({ "field": "mobile" })).await;
    assert_eq!(
        (refused.status, refused.code()),
        (403, "forbidden"),
        "{}",
        refused.body
    );
    assert_eq!(company.events("contact.revealed").await.len(), 1);

    leave(&company, &chen).await;
    chen.post(&reveal, json!({ "field": "mobile" })).await.ok();
}

#[tokio::test]
async fn ctl_inq_01_an_answer_is_given_inside_a_registered_inquiry() {
    let desk = desk().await;
    let at = received(&desk.chen, None).await;
    desk.chen.post(&format!("{at}/take"), json!({})).await.ok();
    let refused = desk
        .chen
        .post(&format!("{at}/reply"), json!({ "body": "两级检测" }))
        .await;
    assert_eq!((refused.status, refused.code()), (409, "gate-not-met"));

    desk.chen
        .post(
            &format!("{at}/match"),
            json!({ "customer_id": customer(&desk.chen).await }),
        )
        .await
        .ok();
    assert_eq!(
        desk.chen
            .post(&format!("{at}/reply"), json!({ "body": "两级检测" }))
            .await
            .status,
        200
    );
}

#[tokio::test]
async fn ctl_inq_02_the_skilled_and_least_loaded_gets_it_and_triage_is_kept() {
    let desk = desk().await;
    let wu = desk.company.member("wu").with_positions(&["consultant"]).await;
    let old = desk.company.member("old").with_positions(&["consultant"]).await;
    learn(&desk.company, &wu, "technical", 1, None).await;
    learn(
        &desk.company,
        &old,
        "technical",
        4,
        Some("2026-03-01".parse().unwrap()),
    )
    .await;
    let at = assigned(&desk).await;

    let inquiry = desk.chen.get(&at).await.ok();
    assert_eq!(inquiry["assignee"]["name"], "chen");
    let why = &inquiry["assigned_why"];
    assert_eq!(
        (&why["route"], &why["pick"]),
        (&json!("technical"), &json!("least_loaded"))
    );
    let lacks = |name: &str| {
        let candidates = why["candidates"].as_array().unwrap();
        candidates
            .iter()
            .find(|one| one["name"] == name)
            .map(|one| one["lacks"].clone())
            .unwrap()
    };
    assert_eq!(
        (lacks("chen"), lacks("wu"), lacks("old")),
        (json!([]), json!(["technical>=2"]), json!(["technical>=2"]))
    );
    assert_eq!(
        desk.company.events("inquiry.assigned").await[0]["facts"]["qualified"],
        true
    );

    desk.chen
        .post(
            &format!("{at}/assess"),
            json!({ "background": "扩产", "aim": "降漏检", "clarity": "clear" }),
        )
        .await
        .ok();
    assert_eq!(
        states(&desk.company, "inquiry-triage").await,
        [obligation::State::Fulfilled]
    );

    // Chen owes more now: the next one goes to whoever has the skill and less to do.
    learn(&desk.company, &old, "technical", 2, None).await;
    let next = assigned_without_customer(&desk).await;
    assert_eq!(desk.lead.get(&next).await.ok()["assignee"]["name"], "old");
}

async fn assigned_without_customer(desk: &Desk) -> String {
    let at = received(&desk.lead, None).await;
    desk.lead
        .post(
            &format!("{at}/classify"),
            json!({ "class": "technical", "priority": "normal" }),
        )
        .await
        .ok();
    at
}

#[tokio::test]
async fn ctl_inq_03_the_first_reply_is_owed_and_late_ones_show() {
    let desk = desk().await;
    let at = assigned(&desk).await;
    let late = received(&desk.lead, None).await;
    desk.company.clock().advance(TimeDelta::minutes(20));
    desk.chen
        .post(
            &format!("{at}/reply"),
            json!({ "body": "两级检测", "source": "K-12" }),
        )
        .await
        .ok();
    assert!(
        states(&desk.company, "inquiry-first-reply")
            .await
            .contains(&obligation::State::Fulfilled)
    );

    desk.company.advance_time(TimeDelta::hours(4)).await;
    assert_eq!(desk.lead.get(&late).await.ok()["overdue"], true);
    assert_eq!(
        desk.company
            .events("obligation:inquiry-first-reply.overdue")
            .await
            .len(),
        1
    );
}

#[tokio::test]
async fn ctl_inq_04_an_incomplete_inquiry_is_not_closed() {
    let desk = desk().await;
    let at = assigned(&desk).await;
    let refused = desk.chen.post(&format!("{at}/close"), json!({})).await;
    assert_eq!(
        (refused.status, refused.code()),
        (409, "gate-not-met"),
        "{}",
        refused.body
    );
    let missing = refused.body["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|item| item["met"] == false)
        .count();
    assert_eq!(missing, 6, "{}", refused.body);

    desk.chen
        .post(
            &format!("{at}/reply"),
            json!({ "body": "两级检测", "source": "K-12" }),
        )
        .await
        .ok();
    let wrong = json!({ "changes": { "extra": { "purchase_intent": "perhaps", "colour": "red" } } });
    assert_eq!(desk.chen.post(&format!("{at}/close"), wrong).await.status, 422);
    let changes = json!({ "background": "扩产", "aim": "降漏检", "needs": "两条产线", "extra": { "purchase_intent": "now" } });
    assert_eq!(
        desk.chen
            .post(&format!("{at}/close"), json!({ "changes": changes }))
            .await
            .ok()["state"],
        "closed"
    );
}

#[tokio::test]
async fn ctl_inq_06_a_handover_is_decided_inside_its_limit() {
    let desk = desk().await;
    let at = assigned(&desk).await;
    let offer = json!({ "to": desk.sun.id, "intent": "high", "summary": "两条产线" });
    let offered = desk.chen.post(&format!("{at}/handovers"), offer).await.ok();
    assert_eq!(
        states(&desk.company, "handover-decision").await,
        [obligation::State::Open]
    );

    desk.sun
        .post(
            &format!("/handovers/{}/accept", offered["id"].as_str().unwrap()),
            json!({}),
        )
        .await
        .ok();

    assert_eq!(
        states(&desk.company, "handover-decision").await,
        [obligation::State::Fulfilled]
    );
}

#[tokio::test]
async fn ctl_inq_08_follow_ups_outlive_the_closing_until_the_outcome_is_known() {
    use obligation::State::{Fulfilled, Open};
    let desk = desk().await;
    let at = assigned(&desk).await;
    desk.chen
        .post(
            &format!("{at}/reply"),
            json!({ "body": "两级检测", "source": "K-12" }),
        )
        .await
        .ok();
    let changes = json!({ "background": "扩产", "aim": "降漏检", "needs": "两条产线", "extra": { "purchase_intent": "later" } });
    desk.chen
        .post(&format!("{at}/close"), json!({ "changes": changes }))
        .await
        .ok();
    assert_eq!(
        states(&desk.company, "inquiry-follow-up").await,
        [Open, Open, Open]
    );

    desk.company.clock().advance(TimeDelta::days(2));
    desk.chen
        .post(&format!("{at}/follow-up"), json!({ "note": "还在考虑" }))
        .await
        .ok();
    assert_eq!(
        states(&desk.company, "inquiry-follow-up").await,
        [Fulfilled, Open, Open]
    );

    desk.chen
        .post(&format!("{at}/follow-up"), json!({ "outcome": "lost" }))
        .await
        .ok();
    let now = states(&desk.company, "inquiry-follow-up").await;
    assert!(!now.contains(&Open), "{now:?}");
}

#[tokio::test]
async fn an_inquiry_is_no_longer_overdue_once_all_that_was_late_is_done() {
    let desk = desk().await;
    let at = received(&desk.lead, None).await;
    desk.company.advance_time(TimeDelta::hours(4)).await;
    let overdue = async || desk.lead.get(&at).await.ok()["overdue"].clone();
    assert_eq!(overdue().await, true, "neither classified nor answered");

    let customer = customer(&desk.chen).await;
    desk.lead
        .post(&format!("{at}/match"), json!({ "customer_id": customer }))
        .await;
    let class = json!({ "class": "technical", "priority": "normal" });
    desk.lead.post(&format!("{at}/classify"), class).await.ok();
    let assessed = json!({ "background": "扩产", "aim": "降漏检", "clarity": "clear" });
    desk.lead.post(&format!("{at}/assess"), assessed).await.ok();
    assert_eq!(overdue().await, true, "sorted late, and still not answered");

    let owner = desk.lead.get(&at).await.ok();
    let matched = json!({ "customer_id": customer });
    if owner["customer_id"].is_null() {
        desk.chen.post(&format!("{at}/match"), matched).await.ok();
    }
    let reply = json!({ "body": "两级检测", "source": "K-12" });
    desk.chen.post(&format!("{at}/reply"), reply).await.ok();
    assert_eq!(overdue().await, false, "answered, and nothing else is late");
}

#[tokio::test]
async fn load_goes_by_the_standard_hours_of_the_pack() {
    let mut loads = Vec::new();
    for hours in ["1 working hour", "4 working hours"] {
        let company = TestCompany::open(vec![xianji_governance::module(), crate::module()]).await;
        let pack = format!(
            r#"
setting = [{{ id = "standard-hours", type = "duration", default = "{hours}", name = {{ zh = "标准工时" }} }}]
route = [{{ id = "desk", of = "inquiry", to = "position:consultant", pick = "least-loaded", name = {{ zh = "咨询台" }} }}]
position = [{{ id = "consultant", name = {{ zh = "顾问" }}, reach = "company", may = ["inquiry.*", "customer.*"] }}]

[[obligation]]
id = "answer"
name = {{ zh = "答复", en = "Answer" }}
opens_on = "inquiry.received"
responsible = "inquiry.receiver"
due = "3 working days"
fulfilled_by = "inquiry.replied"
"#
        );
        company.adopt_text("load", &pack).await;
        let chen = company.member("chen").with_positions(&["consultant"]).await;
        let at = received(&chen, None).await;
        let class = json!({ "class": "technical", "priority": "normal" });
        let given = chen.post(&format!("{at}/classify"), class).await.ok();
        loads.push(
            given["assigned_why"]["candidates"][0]["load_percent"]
                .as_i64()
                .unwrap(),
        );
    }
    assert!(loads[0] > 0 && (loads[1] - loads[0] * 4).abs() <= 4, "{loads:?}");
}
