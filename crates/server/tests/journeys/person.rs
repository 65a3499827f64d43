//! What the house knows of a person: where somebody is logged in, and what is left when the law asks for the rest.

use chrono::TimeDelta;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};
use xianji_platform::ledger::entity::personal;
use xianji_platform::ledger::{seal, verify};

use crate::company::Whole;
use crate::desk::id;

const PASSWORD: &str = "a password of its own";

/// A member who can log in.
async fn hired(house: &Whole) -> Value {
    let new = json!({
        "name": "郑远", "login": "zheng", "email": "zheng@example.com", "phone": "13900001111", "password": PASSWORD,
        "department_id": house.company.root(),
    });
    house.administrator.post("/members", new).await.ok()
}

async fn log_in(house: &Whole) -> String {
    let given = json!({ "login": "zheng", "password": PASSWORD });
    let answer = house.company.public_post("/session", given).await;
    assert_eq!(answer.status, 200, "{answer}");
    let set = answer.headers["set-cookie"].to_str().unwrap();
    set.split(';').next().unwrap().to_owned()
}

async fn is_in(house: &Whole, cookie: &str) -> bool {
    let answer = house
        .company
        .send(None, "GET", "/session", &[("cookie", cookie)], None)
        .await;
    answer.status == 200
}

#[tokio::test]
async fn the_administrator_sees_where_a_member_is_logged_in_and_ends_it() {
    let house = Whole::open().await;
    let path = format!("/members/{}/sessions", id(&hired(&house).await));
    let (first, second) = (log_in(&house).await, log_in(&house).await);
    let listed = house.administrator.get(&path).await.ok();
    let items = listed["items"].as_array().unwrap();
    assert_eq!(items.len(), 2, "{listed}");
    assert!(
        !listed.to_string().contains(first.split('=').next_back().unwrap()),
        "no key is shown"
    );

    let ended = house
        .administrator
        .post(&format!("{path}/{}/end", id(&items[0])), json!({}))
        .await;
    assert_eq!(ended.status, 204, "{ended}");
    assert_ne!(
        is_in(&house, &first).await,
        is_in(&house, &second).await,
        "one of the two is out"
    );
    let again = house
        .administrator
        .post(&format!("{path}/{}/end", id(&items[0])), json!({}))
        .await;
    assert_eq!(again.status, 404);
    house
        .administrator
        .post(&format!("{path}/end"), json!({}))
        .await
        .ok();
    assert!(!is_in(&house, &first).await && !is_in(&house, &second).await);
    let counts: Vec<Value> = house.company.events("member.sessions_ended").await;
    let counts: Vec<&Value> = counts.iter().map(|event| &event["facts"]["count"]).collect();
    assert_eq!(counts, [1, 1]);
}

#[tokio::test]
async fn log_ins_are_ones_own_business_and_the_administrators() {
    let house = Whole::open().await;
    let member = id(&hired(&house).await);
    let path = format!("/members/{member}/sessions");
    let cookie = log_in(&house).await;
    let own = house
        .company
        .send(None, "GET", &path, &[("cookie", &cookie)], None)
        .await
        .ok();
    assert_eq!(own["items"].as_array().unwrap().len(), 1);
    for (other, status) in [(&house.sales, 403), (&house.engineer, 403), (&house.finance, 403)] {
        assert_eq!(other.get(&path).await.status, status, "{}", other.name);
        assert_eq!(
            other.post(&format!("{path}/end"), json!({})).await.status,
            status,
            "{}",
            other.name
        );
    }
    assert!(is_in(&house, &cookie).await);
    house.company.clock().advance(TimeDelta::days(8));
    assert_eq!(
        house.administrator.get(&path).await.ok()["items"],
        json!([]),
        "what ran out is not shown"
    );
}

/// Personal values beside events, in all.
async fn kept(house: &Whole) -> u64 {
    personal::Entity::find()
        .count(&house.company.app().reader())
        .await
        .unwrap()
}

async fn is_whole(house: &Whole) -> bool {
    seal(house.company.app(), house.company.now()).await.unwrap();
    let app = house.company.app();
    let report = verify(app.database(), app.files()).await.unwrap();
    report.broken.is_none() && report.events > 0
}

#[tokio::test]
async fn case_16_erasing_a_member_leaves_what_was_done_and_the_chain_whole() {
    let house = Whole::open().await;
    let before = kept(&house).await;
    let member = hired(&house).await;
    let path = format!("/members/{}", id(&member));
    let known = kept(&house).await;
    assert!(known > before && is_whole(&house).await);

    let active = house
        .administrator
        .post(&format!("{path}/erase"), json!({}))
        .await;
    assert_eq!((active.status, active.code()), (409, "member-active"));
    house
        .administrator
        .post(&format!("{path}/deactivate"), json!({}))
        .await
        .ok();
    assert_eq!(
        house
            .sales_manager
            .post(&format!("{path}/erase"), json!({}))
            .await
            .status,
        404
    );
    assert_eq!(
        house
            .finance
            .post(&format!("{path}/erase"), json!({}))
            .await
            .status,
        403
    );
    let events = house.company.events("member.created").await.len();
    assert_eq!(
        house
            .administrator
            .post(&format!("{path}/erase"), json!({}))
            .await
            .status,
        204
    );

    let left = house.administrator.get(&path).await.ok();
    assert_eq!(
        (&left["name"], &left["email"], &left["phone"]),
        (&json!("—"), &Value::Null, &Value::Null)
    );
    assert!(!left.to_string().contains("zheng"), "{left}");
    assert_eq!(
        kept(&house).await,
        before,
        "the values beside the events are gone"
    );
    assert_eq!(
        house.company.events("member.created").await.len(),
        events,
        "the events are not"
    );
    let said = house.company.events("member.erased").await;
    assert_eq!(said[0]["facts"]["values"], json!(known - before));
    assert!(is_whole(&house).await);
}

#[tokio::test]
async fn case_16_erasing_a_contact_leaves_counts_and_times() {
    let house = Whole::with_skills().await;
    let customer = house
        .customer_of(&house.consultant, "杭州滨江智造", "wang@binjiang.cn")
        .await;
    let inquiry = house.closed_inquiry("phone", &customer).await;
    let contacts = house
        .consultant
        .get(&format!("/customers/{customer}/contacts"))
        .await
        .ok();
    let contact = id(&contacts["items"][0]);
    let named = json!({ "channel": "phone", "customer_id": customer, "contact_id": contact,
        "question": "我是王芳，请回 wang@binjiang.cn 或 13812345678", "sender_name": "王芳" });
    let said = id(&house.consultant.post("/inquiries", named).await.ok());
    let before = (
        house.control("CTL-INQ-03").await,
        house.consultant.get(&format!("/inquiries/{inquiry}")).await.ok(),
    );

    let path = format!("/contacts/{contact}/erase");
    assert_eq!(
        house.consultant.post(&path, json!({})).await.status,
        403,
        "the owner may not"
    );
    assert_eq!(
        house.engineer.post(&path, json!({})).await.status,
        404,
        "a stranger learns nothing"
    );
    assert_eq!(house.administrator.post(&path, json!({})).await.status, 204);

    let left = house.consultant.get(&format!("/contacts/{contact}")).await.ok();
    assert_eq!(
        (&left["name"], &left["mobile"], &left["email"]),
        (&json!("—"), &Value::Null, &Value::Null)
    );
    for path in [
        format!("/inquiries/{said}"),
        format!("/inquiries/{said}/messages"),
    ] {
        let words = house.consultant.get(&path).await.ok().to_string();
        for trace in ["王芳", "wang@binjiang.cn", "13812345678"] {
            assert!(!words.contains(trace), "{trace} is left in {words}");
        }
        assert!(words.contains("请回"), "what was asked stays: {words}");
    }
    let after = house.consultant.get(&format!("/inquiries/{inquiry}")).await.ok();
    assert_eq!(after["closed_at"], before.1["closed_at"]);
    assert_eq!(house.control("CTL-INQ-03").await, before.0, "the figures stand");
    assert_eq!(house.company.events("contact.erased").await.len(), 1);
    assert!(is_whole(&house).await);
}
