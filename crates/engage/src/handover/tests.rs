use serde_json::{Value, json};
use xianji_platform::Reach;
use xianji_platform::testing::{TestCompany, TestMember};

const ALL: [&str; 5] = ["customer.*", "inquiry.*", "handover.*", "lead.*", "message.*"];

struct Scene {
    company: TestCompany,
    li: TestMember,
    sun: TestMember,
    inquiry: String,
}

async fn scene() -> Scene {
    let company = TestCompany::open(vec![xianji_governance::module(), crate::module()]).await;
    let li = company.member("li").allowed(&ALL, Reach::Own).await;
    let sun = company.member("sun").allowed(&ALL, Reach::Team).await;
    let customer = li
        .post("/customers", json!({ "name": "杭州滨江智造" }))
        .await
        .ok();
    let inquiry = li
        .post(
            "/inquiries",
            json!({ "channel": "phone", "customer_id": customer["id"], "question": "选型" }),
        )
        .await
        .ok();
    let inquiry = format!("/inquiries/{}", inquiry["id"].as_str().unwrap());
    Scene {
        company,
        li,
        sun,
        inquiry,
    }
}

async fn offer(scene: &Scene) -> Value {
    let body = json!({ "to": scene.sun.id, "intent": "high", "summary": "两条产线，预算六百万" });
    scene
        .li
        .post(&format!("{}/handovers", scene.inquiry), body)
        .await
        .ok()
}

fn at(handover: &Value, what: &str) -> String {
    format!("/handovers/{}/{what}", handover["id"].as_str().unwrap())
}

#[tokio::test]
async fn an_accepted_handover_becomes_the_sales_owners_lead() {
    let scene = scene().await;
    let offered = offer(&scene).await;
    assert_eq!(scene.sun.get(&scene.inquiry).await.status, 200);
    assert_eq!(
        scene.sun.get("/handovers?state=offered").await.ok()["items"][0]["can"]["accept"],
        true
    );

    let accepted = scene.sun.post(&at(&offered, "accept"), json!({})).await.ok();

    assert_eq!(accepted["state"], "accepted");
    let lead = scene
        .sun
        .get(&format!("/leads/{}", accepted["lead_id"].as_str().unwrap()))
        .await
        .ok();
    assert_eq!(
        (&lead["owner"]["name"], &lead["source"], &lead["needs"]),
        (&json!("sun"), &json!("inquiry"), &json!("两条产线，预算六百万"))
    );
    assert_eq!(lead["number"], "XS-2026-000001");
}

#[tokio::test]
async fn a_refusal_needs_a_reason_and_a_handover_is_decided_once() {
    let scene = scene().await;
    let offered = offer(&scene).await;
    assert_eq!(
        scene
            .sun
            .post(&at(&offered, "refuse"), json!({ "reason": "  " }))
            .await
            .status,
        422
    );
    scene
        .sun
        .post(&at(&offered, "refuse"), json!({ "reason": "不在我的区域" }))
        .await
        .ok();
    assert_eq!(
        scene.sun.post(&at(&offered, "accept"), json!({})).await.code(),
        "handover-decided"
    );
    assert_eq!(
        scene.company.events("handover.refused").await[0]["facts"]["has_reason"],
        true
    );
    assert!(scene.company.events("lead.created").await.is_empty());
}

#[tokio::test]
async fn only_whom_it_was_offered_to_decides() {
    let scene = scene().await;
    let offered = offer(&scene).await;
    assert_eq!(
        scene.li.post(&at(&offered, "accept"), json!({})).await.status,
        403
    );
    let zhao = scene.company.member("zhao").allowed(&ALL, Reach::Own).await;
    assert_eq!(zhao.post(&at(&offered, "accept"), json!({})).await.status, 404);
}

#[tokio::test]
async fn one_handover_of_an_inquiry_is_open_at_a_time() {
    let scene = scene().await;
    let offered = offer(&scene).await;
    let body = json!({ "to": scene.sun.id, "intent": "low", "summary": "x" });
    assert_eq!(
        scene
            .li
            .post(&format!("{}/handovers", scene.inquiry), body.clone())
            .await
            .code(),
        "handover-open"
    );
    scene
        .sun
        .post(&at(&offered, "refuse"), json!({ "reason": "忙" }))
        .await
        .ok();
    assert_eq!(
        scene
            .li
            .post(&format!("{}/handovers", scene.inquiry), body)
            .await
            .status,
        201
    );
}

#[tokio::test]
async fn what_became_of_the_lead_is_reported_back() {
    let scene = scene().await;
    let offered = offer(&scene).await;
    let accepted = scene.sun.post(&at(&offered, "accept"), json!({})).await.ok();
    let lead = format!("/leads/{}", accepted["lead_id"].as_str().unwrap());

    scene
        .sun
        .post(&format!("{lead}/discard"), json!({ "reason": "预算取消" }))
        .await
        .ok();

    assert_eq!(
        scene.company.events("handover.reported").await[0]["facts"]["result"],
        "discarded"
    );
    let seen = scene.li.get(&format!("{}/handovers", scene.inquiry)).await.ok();
    assert_eq!(seen["items"][0]["result"], "discarded");
}
