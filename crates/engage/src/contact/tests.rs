use serde_json::{Value, json};
use xianji_platform::Reach;
use xianji_platform::testing::{TestCompany, TestMember};

async fn company() -> (TestCompany, TestMember, String) {
    let company = TestCompany::open(vec![xianji_governance::module(), crate::module()]).await;
    let li = company
        .member("li")
        .allowed(&["customer.*", "contact.*"], Reach::Own)
        .await;
    let customer = li
        .post("/customers", json!({ "name": "杭州滨江智造" }))
        .await
        .ok();
    (
        company,
        li,
        format!("/customers/{}", customer["id"].as_str().unwrap()),
    )
}

async fn wang(li: &TestMember, customer: &str) -> Value {
    let body = json!({ "name": "王芳", "mobile": "+86 138-1234-5678", "email": "Wang.Fang@binjiang.cn", "wechat": "wangfang88" });
    li.post(&format!("{customer}/contacts"), body).await.ok()
}

#[tokio::test]
async fn what_is_confidential_comes_masked_in_every_read() {
    let (_company, li, customer) = company().await;
    let made = wang(&li, &customer).await;

    let path = format!("/contacts/{}", made["id"].as_str().unwrap());
    let listed = li.get(&format!("{customer}/contacts")).await.ok()["items"][0].clone();
    for read in [made, li.get(&path).await.ok(), listed] {
        assert_eq!(read["mobile"], "+86****5678");
        assert_eq!(read["email"], "W***@binjiang.cn");
        assert_eq!(read["wechat"], "wa***");
    }
}

#[tokio::test]
async fn showing_a_confidential_field_asks_a_right_of_its_own_and_is_evidence() {
    let (company, li, customer) = company().await;
    let made = wang(&li, &customer).await;
    let reveal = format!("/contacts/{}/reveal", made["id"].as_str().unwrap());

    let shown = li
        .post(&reveal, json!({ "field": "mobile", "reason": "回电" }))
        .await
        .ok();
    assert_eq!(shown["value"], "+86 138-1234-5678");
    let evidence = &company.events("contact.revealed").await[0];
    assert_eq!(
        (&evidence["facts"]["field"], &evidence["member"]),
        (&json!("mobile"), &json!(li.id))
    );

    let chief = company
        .member("chief")
        .allowed(&["customer.read", "contact.read"], Reach::Company)
        .await;
    assert_eq!(
        chief.post(&reveal, json!({ "field": "mobile" })).await.status,
        403
    );
    assert_eq!(company.events("contact.revealed").await.len(), 1);
}

#[tokio::test]
async fn no_event_holds_a_phone_number() {
    let (company, li, customer) = company().await;
    let made = wang(&li, &customer).await;
    let path = format!("/contacts/{}", made["id"].as_str().unwrap());
    li.patch(&path, 1, json!({ "mobile": "13900000000" })).await.ok();
    li.post(&format!("{path}/reveal"), json!({ "field": "mobile" }))
        .await
        .ok();

    for name in ["contact.created", "contact.updated", "contact.revealed"] {
        for event in company.events(name).await {
            assert!(
                !event.to_string().contains("138-1234") && !event.to_string().contains("13900000000"),
                "{event}"
            );
        }
    }
}

#[tokio::test]
async fn a_number_or_address_that_cannot_be_one_is_refused_with_all_that_is_wrong() {
    let (_company, li, customer) = company().await;
    let refused = li
        .post(
            &format!("{customer}/contacts"),
            json!({ "name": "王", "phone": "call me", "email": "wang" }),
        )
        .await;
    assert_eq!(refused.status, 422);
    let pointers: Vec<_> = refused.body["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| fault["pointer"].clone())
        .collect();
    assert_eq!(pointers, [json!("/phone"), json!("/email")]);
}

#[tokio::test]
async fn a_customer_is_recognised_by_its_contacts_phone_address_and_domain() {
    let (_company, li, customer) = company().await;
    wang(&li, &customer).await;
    for (query, why) in [
        ("phone=138%201234%205678", "phone"),
        ("email=wang.fang%40BINJIANG.cn", "email"),
        ("email=somebody%40binjiang.cn", "mail_domain"),
    ] {
        let found = li.get(&format!("/customers/duplicates?{query}")).await.ok();
        assert_eq!(found["items"][0]["why"][0], why, "{query}: {found}");
    }
    assert_eq!(
        li.get("/customers/duplicates?email=somebody%40qq.com").await.ok()["items"],
        json!([])
    );
}

#[tokio::test]
async fn a_contact_counts_for_its_customer_while_it_is_live() {
    let (_company, li, customer) = company().await;
    let made = wang(&li, &customer).await;
    assert_eq!(li.get(&customer).await.ok()["contact_count"], 1);
    let path = format!("/contacts/{}", made["id"].as_str().unwrap());
    li.post(&format!("{path}/archive"), json!({})).await.ok();
    assert_eq!(li.get(&customer).await.ok()["contact_count"], 0);
    li.post(&format!("{path}/unarchive"), json!({})).await.ok();
    assert_eq!(li.get(&customer).await.ok()["contact_count"], 1);
}
