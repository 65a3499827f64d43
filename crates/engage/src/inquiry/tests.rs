mod assigning;
mod desk;
mod life;
mod outbox;
mod public;

use serde_json::{Value, json};
use xianji_platform::Reach;
use xianji_platform::testing::{TestCompany, TestMember};

const ALL: [&str; 6] = [
    "customer.*",
    "contact.*",
    "inquiry.*",
    "handover.*",
    "lead.*",
    "message.*",
];

async fn company() -> (TestCompany, TestMember) {
    let company = TestCompany::open(vec![xianji_governance::module(), crate::module()]).await;
    let li = company.member("li").allowed(&ALL, Reach::Department).await;
    (company, li)
}

async fn customer(li: &TestMember) -> Value {
    let customer = li
        .post("/customers", json!({ "name": "杭州滨江智造" }))
        .await
        .ok();
    let contact = json!({ "name": "王芳", "email": "wang@binjiang.cn", "mobile": "13812345678" });
    li.post(
        &format!("/customers/{}/contacts", customer["id"].as_str().unwrap()),
        contact,
    )
    .await
    .ok();
    customer["id"].clone()
}

fn path(inquiry: &Value) -> String {
    format!("/inquiries/{}", inquiry["id"].as_str().unwrap())
}
