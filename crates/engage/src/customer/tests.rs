use serde_json::{Value, json};
use xianji_platform::Reach;
use xianji_platform::testing::{TestCompany, TestMember};

async fn company() -> (TestCompany, TestMember) {
    let company = TestCompany::open(vec![xianji_governance::module(), crate::module()]).await;
    let li = company.member("li").allowed(&["customer.*"], Reach::Own).await;
    (company, li)
}

/// What a small pack asks of a customer's file.
const FILE: &str = r#"
[[field]]
on = "customer"
id = "region"
type = "text"
name = { zh = "地区", en = "Region" }
required_at = "complete"

[[field]]
on = "customer"
id = "contact_count"
type = "number"
name = { zh = "联系人", en = "Contacts" }
when = "customer.kind != 'person'"
required_at = "complete"

[[field]]
on = "customer"
id = "tax_number"
type = "text"
name = { zh = "税号", en = "Tax number" }
required_at = "complete"
"#;

#[tokio::test]
async fn a_customer_gets_a_number_an_owner_and_says_what_its_file_lacks() {
    let (company, li) = company().await;
    company.adopt_text("file", FILE).await;

    let made = li
        .post(
            "/customers",
            json!({ "name": " 杭州滨江智造有限公司 ", "region": "杭州" }),
        )
        .await;

    assert_eq!(made.status, 201, "{}", made.body);
    assert_eq!(made.body["number"], "KH-2026-000001");
    assert_eq!(made.body["name"], "杭州滨江智造有限公司");
    assert_eq!(made.body["owner"]["name"], "li");
    assert_eq!(made.body["complete"], false);
    assert_eq!(
        made.body["missing"],
        json!([
            { "field": "contact_count", "name": "Contacts", "added": false },
            { "field": "tax_number", "name": "Tax number", "added": true },
        ]),
        "what the pack asks for, the record's own fields and added ones"
    );
    assert_eq!(
        company.events("customer.created").await[0]["facts"]["complete"],
        false
    );
}

#[tokio::test]
async fn a_file_is_complete_once_all_is_there_that_the_pack_asks_of_such_a_customer() {
    let (company, li) = company().await;
    company.adopt_text("file", FILE).await;
    let path = |body: &Value| format!("/customers/{}", body["id"].as_str().unwrap());
    let made = li
        .post("/customers", json!({ "name": "甲公司", "region": "杭州" }))
        .await
        .ok();
    li.patch(&path(&made), 1, json!({ "extra": { "tax_number": "1" } }))
        .await
        .ok();
    assert_eq!(li.get(&path(&made)).await.ok()["complete"], false);
    let chen = company.member("li").allowed(&["contact.*"], Reach::Own).await;
    chen.post(&format!("{}/contacts", path(&made)), json!({ "name": "王芳" }))
        .await
        .ok();
    assert_eq!(li.get(&path(&made)).await.ok()["complete"], true);

    let person =
        json!({ "name": "李四", "kind": "person", "region": "杭州", "extra": { "tax_number": "2" } });
    let person = li.post("/customers", person).await.ok();
    assert_eq!(
        (&person["complete"], &person["missing"]),
        (&json!(true), &json!([])),
        "a person needs no contact"
    );
}

#[tokio::test]
async fn a_gate_before_a_new_file_refuses_it_and_nothing_is_kept() {
    let (company, li) = company().await;
    let gate = r#"
[[gate]]
id = "source-first"
before = ["customer.create"]
needs = [{ need = "cel:customer.source != null", say = { zh = "来源", en = "The source" } }]
"#;
    company.adopt_text("gate", gate).await;
    let refused = li.post("/customers", json!({ "name": "甲公司" })).await;
    assert_eq!((refused.status, refused.code()), (409, "gate-not-met"));
    assert_eq!(li.get("/customers").await.ok()["items"], json!([]));
    li.post("/customers", json!({ "name": "甲公司", "source": "展会" }))
        .await
        .ok();
}

#[tokio::test]
async fn a_foreign_budget_counts_at_the_rate_of_the_day() {
    let company = TestCompany::open(vec![crate::module()]).await;
    let li = company
        .member("li")
        .allowed(&["customer.*", "setting.*"], Reach::Own)
        .await;
    let body = json!({ "name": "甲公司", "budget": { "amount": 10_000, "currency": "USD" } });
    assert_eq!(
        li.post("/customers", body.clone()).await.body["errors"][0]["code"],
        "no-rate"
    );
    let rate = json!({ "currency": "USD", "from_on": "2026-03-02", "rate_ppm": 7_100_000 });
    li.post("/rates", rate).await.ok();
    assert_eq!(
        li.post("/customers", body).await.ok()["budget"]["currency"],
        "USD"
    );
    let rich = "%7B%22field%22%3A%22budget%22%2C%22op%22%3A%22gte%22%2C%22value%22%3A71000%7D";
    assert_eq!(
        li.get(&format!("/customers?filter={rich}")).await.ok()["total"]["count"],
        1
    );
}

#[tokio::test]
async fn a_second_file_of_the_same_company_is_refused_until_somebody_says_why_it_is_another() {
    let (_company, li) = company().await;
    li.post("/customers", json!({ "name": "杭州滨江智造有限公司" }))
        .await
        .ok();

    let refused = li
        .post("/customers", json!({ "name": "杭州滨江智造股份有限公司" }))
        .await;
    assert_eq!((refused.status, refused.code()), (409, "possible-duplicate"));
    assert_eq!(refused.body["candidates"][0]["why"], json!(["name"]));

    let silent = li
        .post(
            "/customers",
            json!({ "name": "杭州滨江智造股份有限公司", "confirmed_not_duplicate": true }),
        )
        .await;
    assert_eq!(silent.status, 422);
    let told = json!({ "name": "杭州滨江智造股份有限公司", "confirmed_not_duplicate": true, "not_duplicate_reason": "同名的另一家" });
    assert_eq!(li.post("/customers", told).await.status, 201);
}

#[tokio::test]
async fn duplicates_are_found_while_typing_even_those_of_others() {
    let (company, li) = company().await;
    li.post(
        "/customers",
        json!({ "name": "Acme (Shanghai) Co., Ltd.", "short_name": "艾克美" }),
    )
    .await
    .ok();
    let wang = company.member("wang").allowed(&["customer.*"], Reach::Own).await;

    for typed in ["acme", "%E8%89%BE%E5%85%8B%E7%BE%8E"] {
        let found = wang
            .get(&format!("/customers/duplicates?name={typed}"))
            .await
            .ok();
        assert_eq!(found["items"].as_array().unwrap().len(), 1, "{typed}");
        assert_eq!(found["items"][0]["owner"]["name"], "li");
    }
    assert_eq!(
        wang.get("/customers/duplicates?name=beta").await.ok()["items"],
        json!([])
    );
}

#[tokio::test]
async fn a_credit_code_is_checked_and_stands_on_one_file_alone() {
    let (_company, li) = company().await;
    let wrong = li
        .post(
            "/customers",
            json!({ "name": "甲", "credit_code": "91350100M000100Y44" }),
        )
        .await;
    assert_eq!(wrong.status, 422);
    assert_eq!(
        wrong.body["errors"][0]["pointer"], "/credit_code",
        "{}",
        wrong.body
    );

    li.post(
        "/customers",
        json!({ "name": "甲", "credit_code": "91350100m000100y43" }),
    )
    .await
    .ok();
    let other = json!({ "name": "乙", "credit_code": "91350100M000100Y43", "confirmed_not_duplicate": true, "not_duplicate_reason": "x" });
    assert_eq!(li.post("/customers", other).await.status, 422);
}

#[tokio::test]
async fn a_change_names_the_version_it_was_made_on_and_leaves_what_it_does_not_mention() {
    let (company, li) = company().await;
    let made = li
        .post(
            "/customers",
            json!({ "name": "甲公司", "region": "杭州", "industry": "制造" }),
        )
        .await
        .ok();
    let path = format!("/customers/{}", made["id"].as_str().unwrap());

    let changed = li
        .patch(&path, 1, json!({ "region": null, "needs": "一条产线" }))
        .await
        .ok();
    assert_eq!(
        (&changed["region"], &changed["industry"], &changed["version"]),
        (&Value::Null, &json!("制造"), &json!(2))
    );
    assert_eq!(
        company.events("customer.updated").await[0]["facts"]["fields"],
        json!(["region", "needs"])
    );

    assert_eq!(
        li.patch(&path, 1, json!({ "region": "上海" })).await.code(),
        "stale"
    );
    assert_eq!(li.patch(&path, 2, json!({ "nonsense": 1 })).await.status, 422);
    assert_eq!(li.send("PATCH", &path, &[], Some(json!({}))).await.status, 428);
}

#[tokio::test]
async fn what_one_may_not_see_does_not_exist() {
    let (company, li) = company().await;
    let made = li.post("/customers", json!({ "name": "甲公司" })).await.ok();
    let path = format!("/customers/{}", made["id"].as_str().unwrap());
    let wang = company.member("wang").allowed(&["customer.*"], Reach::Own).await;
    let chief = company
        .member("chief")
        .allowed(&["customer.read"], Reach::Company)
        .await;

    assert_eq!(wang.get(&path).await.status, 404);
    assert_eq!(wang.get("/customers").await.ok()["items"], json!([]));
    let seen = chief.get(&path).await.ok();
    assert_eq!(seen["can"]["update"], false);
    assert_eq!(chief.patch(&path, 1, json!({ "region": "x" })).await.status, 403);
}

#[tokio::test]
async fn a_customer_goes_over_to_another_owner() {
    let (company, li) = company().await;
    let made = li.post("/customers", json!({ "name": "甲公司" })).await.ok();
    let path = format!("/customers/{}", made["id"].as_str().unwrap());
    let wang = company.member("wang").allowed(&["customer.*"], Reach::Own).await;

    let moved = li
        .post(
            &format!("{path}/transfer"),
            json!({ "to": wang.id, "reason": "区域调整" }),
        )
        .await
        .ok();

    assert_eq!(moved["owner"]["name"], "wang");
    assert_eq!(li.get(&path).await.status, 404);
    assert_eq!(wang.get(&path).await.status, 200);
}

#[tokio::test]
async fn an_archived_customer_leaves_the_list_and_comes_back() {
    let (_company, li) = company().await;
    let made = li.post("/customers", json!({ "name": "甲公司" })).await.ok();
    let path = format!("/customers/{}", made["id"].as_str().unwrap());

    li.post(&format!("{path}/archive"), json!({})).await.ok();
    assert_eq!(li.get("/customers").await.ok()["total"]["count"], 0);
    assert_eq!(
        li.patch(&path, 2, json!({ "region": "x" })).await.code(),
        "customer-archived"
    );
    li.post(&format!("{path}/unarchive"), json!({})).await.ok();
    assert_eq!(li.get("/customers").await.ok()["total"]["count"], 1);
}

#[tokio::test]
async fn the_list_is_filtered_by_name_and_sorted_by_sound() {
    let (_company, li) = company().await;
    for name in ["张江科技", "阿里巴巴", "白云电器"] {
        li.post("/customers", json!({ "name": name })).await.ok();
    }
    let names = |answer: Value| {
        answer["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["name"].clone())
            .collect::<Vec<_>>()
    };

    assert_eq!(
        names(li.get("/customers").await.ok()),
        [json!("阿里巴巴"), json!("白云电器"), json!("张江科技")]
    );
    let filter = "%7B%22field%22%3A%22name%22%2C%22op%22%3A%22contains%22%2C%22value%22%3A%22%E4%BA%91%22%7D";
    assert_eq!(
        names(li.get(&format!("/customers?filter={filter}")).await.ok()),
        [json!("白云电器")]
    );
    let first = li.get("/customers?limit=2&sort=-name").await.ok();
    assert_eq!(names(first.clone()), [json!("张江科技"), json!("白云电器")]);
    let rest = li
        .get(&format!(
            "/customers?limit=2&sort=-name&cursor={}",
            first["next"].as_str().unwrap()
        ))
        .await
        .ok();
    assert_eq!(names(rest), [json!("阿里巴巴")]);
}

#[tokio::test]
async fn the_timeline_holds_what_happened_newest_first_in_pages() {
    let (company, li) = company().await;
    let made = li.post("/customers", json!({ "name": "甲公司" })).await.ok();
    let path = format!("/customers/{}", made["id"].as_str().unwrap());
    company.clock().advance(chrono::TimeDelta::minutes(1));
    li.patch(&path, 1, json!({ "region": "杭州" })).await.ok();

    let page = li.get(&format!("{path}/timeline?limit=1")).await.ok();
    assert_eq!(page["items"][0]["name"], "customer.updated");
    assert_eq!(page["total"]["count"], 2);
    let rest = li
        .get(&format!(
            "{path}/timeline?limit=1&cursor={}",
            page["next"].as_str().unwrap()
        ))
        .await
        .ok();
    assert_eq!(rest["items"][0]["name"], "customer.created");
    assert_eq!(rest["items"][0]["facts"]["complete"], true);
    assert_eq!(rest["next"], Value::Null);
}

#[tokio::test]
async fn a_customer_with_whom_nothing_happens_for_ninety_days_is_no_longer_active() {
    let (company, li) = company().await;
    let made = li.post("/customers", json!({ "name": "甲公司" })).await.ok();
    let path = format!("/customers/{}", made["id"].as_str().unwrap());

    company.advance_time(chrono::TimeDelta::days(91)).await;
    assert_eq!(li.get(&path).await.ok()["active"], false);
    li.patch(&path, 1, json!({ "region": "杭州" })).await.ok();
    assert_eq!(li.get(&path).await.ok()["active"], true);
}
