//! Controls of customers: each kept once and broken once through the API, and what compliance then says.

use serde_json::json;

use crate::company::Whole;
use crate::deal::Figure;
use crate::desk::{Standing, id, march};

/// All that a customer file must hold beside a contact.
fn whole_file() -> serde_json::Value {
    json!({
        "industry": "装备制造", "region": "杭州", "source": "展会", "needs": "视觉检测", "preferences": "先看样机",
        "budget": { "amount": 100_000_000, "currency": "CNY" }, "purchase_behaviour": "年度招标",
    })
}

#[tokio::test]
async fn ctl_cus_01() {
    let house = Whole::open().await;
    assert_eq!(house.control("CTL-CUS-01").await, Standing::nothing());

    let kept = house
        .customer_of(&house.sales, "杭州滨江智造", "wang@binjiang.cn")
        .await;
    let before = Figure::of(&house, "CTL-CUS-01").await;
    let again = house
        .sales
        .post("/customers", json!({ "name": "杭州滨江智造" }))
        .await;
    assert_eq!(
        (again.status, again.code()),
        (409, "possible-duplicate"),
        "one file for each customer"
    );
    let version = house
        .sales
        .get(&format!("/customers/{kept}"))
        .await
        .version()
        .unwrap();
    let file = house
        .sales
        .patch(&format!("/customers/{kept}"), version, whole_file())
        .await
        .ok();
    assert_eq!(file["complete"], true, "{file}");
    assert_eq!(house.states("customer-file", &kept).await, ["fulfilled"]);
    house.until(march(3, 9, 0)).await;
    let whole = before.moves_by(&house, "CTL-CUS-01", 1, 1, &kept).await;

    let broken = house
        .customer_of(&house.sales, "宁波海曙精工", "li@haishu.cn")
        .await;

    let stray = house.sales.post("/projects", json!({ "name": "视觉检测" })).await;
    assert_eq!(
        (stray.status, stray.code(), &stray.body["errors"][0]["pointer"]),
        (409, "project-fields-missing", &json!("/customer")),
        "no project without a customer's file"
    );
    let asked = house.sales.get("/projects/beginning").await.ok();
    assert_eq!(asked["required"], json!(["customer"]), "the screen is told so");

    let begun = json!({ "name": "视觉检测一期", "customer": broken });
    let begun = id(&house.sales.post("/projects", begun).await.ok());
    let page = house.sales.get(&format!("/projects/{begun}")).await;
    let emptied = house
        .sales
        .patch(
            &format!("/projects/{begun}"),
            page.version().unwrap(),
            json!({ "customer": null }),
        )
        .await;
    assert_eq!((emptied.status, emptied.code()), (409, "project-fields-missing"));
    let application = house
        .sales
        .post(&format!("/projects/{begun}/initiations"), json!({}))
        .await
        .ok();
    let gate = format!(
        "/gates?subject_kind=initiation&subject_id={}&point=initiation.submit",
        id(&application)
    );
    let asked = house.sales.get(&gate).await.ok();
    let items = asked["items"].as_array().unwrap();
    let file = items.iter().find(|one| one["gate"] == "customer-file-first");
    assert_eq!(
        file.unwrap()["address"],
        json!(format!("/customers/{broken}?tab=overview")),
        "the gate leads to the customer's file: {asked}"
    );
    house.until(march(10, 9, 0)).await;
    assert_eq!(house.states("customer-file", &broken).await, ["open"]);
    assert_eq!(house.escalated("customer-file", &broken).await, ["吴桐"]);
    assert_eq!((whole.kept, whole.of), (1, 1));
    let standing = house.control("CTL-CUS-01").await;
    assert_eq!(
        (standing.kept, standing.of),
        (Some(2.0), Some(4.0)),
        "whole, and whole in time: {standing:?}"
    );
    let of_broken = standing.records.iter().filter(|(about, _)| *about == broken);
    assert_eq!(of_broken.count(), 2, "{standing:?}");
    assert_eq!(
        house.measure("CTL-CUS-01", "obligation:customer-file").await,
        Some(50.0)
    );

    let refused = house
        .sales
        .post("/projects", json!({ "name": "视觉检测", "customer": broken }))
        .await
        .ok();
    let draft = house
        .sales
        .post(&format!("/projects/{}/initiations", id(&refused)), json!({}))
        .await;
    let submitted = match draft.status {
        201 => {
            house
                .sales
                .post(&format!("/initiations/{}/submit", id(&draft.body)), json!({}))
                .await
        }
        _ => draft,
    };
    assert!(
        Whole::missing(&submitted)
            .iter()
            .any(|need| need.contains("customer.complete")),
        "{}",
        submitted.body
    );
}

#[tokio::test]
async fn ctl_cus_07() {
    let house = Whole::open().await;
    let customer = house
        .customer_of(&house.sales, "杭州滨江智造", "wang@binjiang.cn")
        .await;
    assert_eq!(house.control("CTL-CUS-07").await, Standing::nothing());

    let call = |happened_at: &str| json!({ "customer_id": customer, "kind": "call", "happened_at": happened_at, "content": "谈了交期" });
    let kept = house
        .sales
        .post("/interactions", call("2026-03-02T00:30:00Z"))
        .await
        .ok();
    assert_eq!(
        house.control("CTL-CUS-07").await,
        Standing::of(1, 1, &[(&id(&kept), "")])
    );
    house.until(march(5, 9, 0)).await;
    let broken = house
        .sales
        .post("/interactions", call("2026-03-03T01:30:00Z"))
        .await
        .ok();
    assert_eq!(house.control("CTL-CUS-07").await.of, Some(2.0));
    let (first, second) = (id(&kept), id(&broken));
    assert_eq!(
        house.control("CTL-CUS-07").await,
        Standing::of(1, 2, &[(&first, ""), (&second, "")])
    );

    let promise = json!({ "what": "送样机", "due_on": "2026-03-06" });
    let mut visit = call("2026-03-05T00:45:00Z");
    visit["promises"] = json!([promise, promise]);
    let visit = id(&house.sales.post("/interactions", visit).await.ok());
    let promises = house.owed("promise", &visit).await;
    assert_eq!(promises.len(), 2, "each promise is owed");
    house
        .sales
        .post(
            &format!("/obligations/{}/complete", id(&promises[0])),
            json!({ "note": "已送到" }),
        )
        .await
        .ok();
    house.until(march(9, 9, 0)).await;
    let mut states = house.states("promise", &visit).await;
    states.sort();
    assert_eq!(states, ["fulfilled", "open"]);
    assert_eq!(
        house.measure("CTL-CUS-07", "obligation:promise").await,
        Some(50.0)
    );
    let standing = house.control("CTL-CUS-07").await;
    assert_eq!(
        (standing.kept, standing.of),
        (Some(3.0), Some(5.0)),
        "contacts and promises count together: {standing:?}"
    );

    let planned = json!({ "customer_id": customer, "kind": "visit", "planned_at": "2026-03-09T06:00:00Z" });
    let planned = id(&house.sales.post("/interactions/plan", planned).await.ok());
    assert_eq!(house.states("visit-record", &planned).await, ["open"]);
    house.until(march(9, 16, 0)).await;
    let mut held = call("2026-03-09T06:00:00Z");
    held["planned"] = json!(planned);
    house.sales.post("/interactions", held).await.ok();
    assert_eq!(house.states("visit-record", &planned).await, ["fulfilled"]);
}

/// What is said to a customer is shared at once with its owner and with the teams of its projects.
#[tokio::test]
async fn ctl_cus_07_what_is_said_is_shared_with_owner_and_project_team() {
    let house = Whole::open().await;
    let customer = house
        .customer_of(&house.sales, "杭州滨江智造", "wang@binjiang.cn")
        .await;
    let project = json!({ "name": "视觉检测", "customer": customer });
    let project = id(&house.sales.post("/projects", project).await.ok());
    let member = json!({ "member": house.engineer.id, "role": "technical" });
    house
        .sales
        .post(&format!("/projects/{project}/team"), member)
        .await
        .ok();
    let said = json!({ "customer_id": customer, "project_id": project, "kind": "call",
        "happened_at": "2026-03-02T00:30:00Z", "content": "谈了交期" });

    house.sales.post("/interactions", said.clone()).await.ok();
    assert_eq!(house.notices(&house.engineer, "Copy of a contact").await, 1);
    assert_eq!(house.notices(&house.finance, "Copy of a contact").await, 0);

    let before = house.notices(&house.sales, "Copy of a contact").await;
    house.engineer.post("/interactions", said).await.ok();
    assert_eq!(house.notices(&house.sales, "Copy of a contact").await, before + 1);

    let filter = format!(r#"{{"field":"project","op":"eq","value":"{project}"}}"#);
    let filter = filter.replace('"', "%22").replace('{', "%7B").replace('}', "%7D");
    let named = house
        .engineer
        .get(&format!("/interactions?filter={filter}"))
        .await
        .ok();
    assert_eq!(named["items"].as_array().map(Vec::len), Some(2), "{named}");
}

#[tokio::test]
async fn ctl_cus_13() {
    let house = Whole::open().await;
    let customer = house
        .customer_of(&house.sales, "杭州滨江智造", "wang@binjiang.cn")
        .await;
    let contacts = house
        .sales
        .get(&format!("/customers/{customer}/contacts"))
        .await
        .ok();
    let contact = &contacts["items"][0];
    assert_eq!(
        contact["mobile"], "138****5678",
        "masked for everybody, the owner too"
    );
    assert_eq!(house.measure("CTL-CUS-13", "confidential-reads").await, Some(0.0));

    let reveal = format!("/contacts/{}/reveal", id(contact));
    let shown = house
        .sales
        .post(&reveal, json!({ "field": "mobile", "reason": "约时间" }))
        .await
        .ok();
    assert_eq!(shown["value"], "13812345678");
    assert_eq!(house.measure("CTL-CUS-13", "confidential-reads").await, Some(1.0));
    let other = house
        .sales_manager
        .post(&reveal, json!({ "field": "mobile" }))
        .await;
    assert_eq!(
        (other.status, other.code()),
        (403, "forbidden"),
        "the right to reveal does not make a reader"
    );
    assert_eq!(
        house
            .consultant
            .post(&reveal, json!({ "field": "mobile" }))
            .await
            .status,
        404
    );
    assert_eq!(house.measure("CTL-CUS-13", "confidential-reads").await, Some(1.0));

    let blocked = house.measure("CTL-CUS-13", "attempts-blocked").await;
    assert_eq!(blocked, Some(1.0), "what the secrecy refused is counted");
    assert_eq!(
        house.control("CTL-CUS-13").await,
        Standing::nothing(),
        "who reads inside lets nothing out"
    );
}

/// What leaves the system is asked for, agreed to and made; made without agreement it is refused, which counts against it.
#[tokio::test]
async fn ctl_cus_13_what_leaves_the_system() {
    let house = Whole::open().await;
    let customer = house
        .customer_of(&house.sales, "杭州滨江智造", "wang@binjiang.cn")
        .await;
    assert_eq!(house.control("CTL-CUS-13").await, Standing::nothing());
    let before = Figure::of(&house, "CTL-CUS-13").await;

    let run = id(&house
        .sales
        .post("/customers/export", json!({ "reason": "年会邀请" }))
        .await
        .ok());
    let make = format!("/exports/{run}/make");
    let early = house.sales.post(&make, json!({})).await;
    assert_eq!(Whole::missing(&early), ["approved:customer-export"]);
    let refused = before.moves_by(&house, "CTL-CUS-13", 0, 1, &run).await;

    house.agree(&house.sales_manager, &run).await;
    house.sales.post(&make, json!({})).await.ok();
    let agreed = refused.moves_by(&house, "CTL-CUS-13", 1, 1, &run).await;

    let share = json!({ "recipient": "某招标代理", "reason": "资格预审", "ends_on": "2026-03-05" });
    let run = id(&house
        .sales
        .post(&format!("/customers/{customer}/share"), share)
        .await
        .ok());
    house.agree(&house.sales_manager, &run).await;
    house.agree(&house.executive, &run).await;
    let made = house
        .sales
        .post(&format!("/exports/{run}/make"), json!({}))
        .await
        .ok();
    agreed.moves_by(&house, "CTL-CUS-13", 1, 1, &run).await;
    let token = made["link"].as_str().unwrap().rsplit('/').next().unwrap();
    let read = house
        .company
        .public_post(&format!("/public/shared/{token}"), json!({}))
        .await;
    assert_eq!(read.status, 200);
    assert_eq!(house.company.events("export_run.opened").await.len(), 1);
    let timeline = house
        .sales
        .get(&format!("/customers/{customer}/timeline"))
        .await
        .ok();
    assert!(timeline.to_string().contains("customer.shared"), "{timeline}");
}

/// A suspected leak is investigated inside its limit, or goes up.
#[tokio::test]
async fn ctl_cus_13_a_leak_is_investigated() {
    let house = Whole::open().await;
    let customer = house
        .customer_of(&house.sales, "杭州滨江智造", "wang@binjiang.cn")
        .await;
    let leak = json!({ "kind": "leak", "what": "名单出现在外部群里" });
    let second = house
        .customer_of(&house.sales, "宁波海曙精工", "li@haishu.cn")
        .await;
    for about in [&customer, &second] {
        house
            .file(&house.officer, "incident-report", "customer", about, leak.clone())
            .await
            .ok();
        assert_eq!(house.states("incident-investigation", about).await, ["open"]);
    }
    let finding = json!({ "finding": "离职人员带走", "measures": "收回权限", "penalty_asked": true });
    house
        .file(
            &house.officer,
            "incident-investigation",
            "customer",
            &customer,
            finding,
        )
        .await
        .ok();
    house.until(march(9, 9, 0)).await;
    assert_eq!(
        house
            .measure("CTL-CUS-13", "obligation:incident-investigation")
            .await,
        Some(50.0)
    );
    let standing = house.control("CTL-CUS-13").await;
    assert_eq!(
        (standing.kept, standing.of),
        (Some(1.0), Some(2.0)),
        "{standing:?}"
    );
    assert_eq!(house.escalated("incident-investigation", &second).await, ["林岚"]);
}
