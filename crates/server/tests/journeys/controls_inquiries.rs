//! Controls of inquiries and the customer's own word: each kept once and broken once through the API, and what compliance then says.

use serde_json::json;

use crate::company::Whole;
use crate::deal::Figure;
use crate::desk::{Standing, id, march};

#[tokio::test]
async fn ctl_inq_01() {
    let house = Whole::with_skills().await;
    let customer = house
        .customer_of(&house.consultant, "杭州滨江智造", "wang@binjiang.cn")
        .await;
    assert_eq!(house.control("CTL-INQ-01").await, Standing::nothing());
    let before = Figure::of(&house, "CTL-INQ-01").await;

    let unknown = json!({ "channel": "phone", "question": "交期多久？" });
    let inquiry = house.consultant.post("/inquiries", unknown).await.ok();
    assert_eq!(
        (&inquiry["number"], &inquiry["receiver"]["name"]),
        (&json!("ZX-2026-000001"), &json!("周敏"))
    );
    let inquiry = id(&inquiry);
    let question = house.first_message(&inquiry).await;
    let rung = before.moves_by(&house, "CTL-INQ-01", 1, 1, &question).await;

    house.triage(&inquiry).await;
    let refused = house
        .consult(&inquiry, "reply", json!({ "body": "四周", "source": "产能表" }))
        .await;
    assert_eq!(Whole::missing(&refused), ["cel:inquiry.customer != null"]);
    let refusals = house.company.events("action.refused").await;
    assert_eq!(refusals.len(), 1, "what a gate refuses is evidence");
    assert_eq!(refusals[0]["facts"]["rules"], json!(["gate:registered-first"]));
    house
        .consult(&inquiry, "match", json!({ "customer_id": customer }))
        .await
        .ok();
    house.reply(&inquiry).await;

    let asked = json!({ "name": "陈立", "email": "chen@binjiang.cn", "question": "有没有现货？" });
    let answer = house.company.public_post("/public/inquiries", asked).await;
    assert_eq!(
        (answer.status, &answer.body["number"]),
        (202, &json!("ZX-2026-000002"))
    );
    let listed = house.lead.get("/inquiries?q=ZX-2026-000002").await.ok();
    let question = house.first_message(&id(&listed["items"][0])).await;
    let online = rung.moves_by(&house, "CTL-INQ-01", 1, 1, &question).await;
    assert_eq!(
        house.measure("CTL-INQ-01", "inquiries-by-channel").await,
        Some(2.0)
    );

    let call = json!({ "customer_id": customer, "kind": "call", "happened_at": "2026-03-02T00:30:00Z", "content": "问交期", "inbound": true });
    let missed = id(&house.consultant.post("/interactions", call.clone()).await.ok());
    // A call that nobody registered.
    let rung = online.moves_by(&house, "CTL-INQ-01", 0, 1, &missed).await;
    let mut registered = call.clone();
    registered["inquiry_id"] = json!(inquiry);
    let registered = id(&house.consultant.post("/interactions", registered).await.ok());
    let all = rung.moves_by(&house, "CTL-INQ-01", 1, 1, &registered).await;
    let mut ours = call;
    ours["inbound"] = json!(false);
    house.consultant.post("/interactions", ours).await.ok();
    // What we began ourselves is no inquiry.
    all.moves_by(&house, "CTL-INQ-01", 0, 0, "").await;

    let late = json!({ "inquiry_id": inquiry });
    house
        .consultant
        .post(&format!("/interactions/{missed}/register"), late)
        .await
        .ok();
    let standing = house.control("CTL-INQ-01").await;
    assert_eq!(
        (standing.kept, standing.of),
        (Some(4.0), Some(4.0)),
        "put into an inquiry afterwards: {standing:?}"
    );
}

#[tokio::test]
async fn ctl_inq_02() {
    let house = Whole::with_skills().await;
    let customer = house
        .customer_of(&house.consultant, "杭州滨江智造", "wang@binjiang.cn")
        .await;
    assert_eq!(house.control("CTL-INQ-02").await, Standing::nothing());

    let kept = house.inquiry_by("phone", &customer).await;
    house.triage(&kept).await;
    assert_eq!(house.states("inquiry-triage", &kept).await, ["fulfilled"]);
    assert_eq!(
        house.measure("CTL-INQ-02", "assigned-qualified").await,
        Some(100.0)
    );
    let why = house.consultant.get(&format!("/inquiries/{kept}")).await.ok()["assigned_why"].clone();
    assert_eq!(
        (&why["route"], &why["candidates"][0]["lacks"]),
        (&json!("product"), &json!([])),
        "{why}"
    );

    let broken = house.inquiry_by("phone", &customer).await;
    house.until(march(2, 10, 0)).await;
    assert_eq!(
        house.control("CTL-INQ-02").await,
        Standing::of(1, 2, &[(&kept, "on_time"), (&broken, "open")])
    );

    let by_lead = |step: &str| format!("/inquiries/{broken}/{step}");
    let classified = house
        .lead
        .post(
            &by_lead("classify"),
            json!({ "class": "price", "priority": "high" }),
        )
        .await
        .ok();
    assert_eq!(classified["assignee"], json!(null), "nobody knows prices");
    house
        .lead
        .post(
            &by_lead("assess"),
            json!({ "background": "比价", "aim": "定点", "clarity": "partly" }),
        )
        .await
        .ok();
    house
        .lead
        .post(&by_lead("assign"), json!({ "to": house.consultant.id }))
        .await
        .ok();
    assert_eq!(
        house.control("CTL-INQ-02").await,
        Standing::of(1, 2, &[(&kept, "on_time"), (&broken, "late")])
    );
    assert_eq!(
        house.measure("CTL-INQ-02", "assigned-qualified").await,
        Some(50.0)
    );

    let silent = house
        .lead
        .post(
            &by_lead("reassign"),
            json!({ "to": house.lead.id, "reason": " " }),
        )
        .await;
    assert_eq!(silent.status, 422, "{silent}");
    house
        .lead
        .post(
            &by_lead("reassign"),
            json!({ "to": house.lead.id, "reason": "周敏不熟悉价格" }),
        )
        .await
        .ok();
    assert_eq!(
        house.company.events("inquiry.reassigned").await[0]["facts"]["has_reason"],
        true
    );
}

#[tokio::test]
async fn ctl_inq_03() {
    let house = Whole::with_skills().await;
    let customer = house
        .customer_of(&house.consultant, "杭州滨江智造", "wang@binjiang.cn")
        .await;
    assert_eq!(house.control("CTL-INQ-03").await, Standing::nothing());

    let kept = house.inquiry_by("phone", &customer).await;
    let broken = house.inquiry_by("fax", &customer).await;
    house.triage(&kept).await;
    house.triage(&broken).await;
    house.until(march(2, 9, 20)).await;
    house.reply(&kept).await;
    house.until(march(2, 9, 55)).await;
    house.until(march(2, 10, 30)).await;
    assert_eq!(
        house.control("CTL-INQ-03").await,
        Standing::of(1, 2, &[(&kept, "on_time"), (&broken, "open")])
    );
    assert_eq!(
        house.escalated("inquiry-first-reply", &broken).await,
        ["赵倩"],
        "to the desk lead at once"
    );
    let told = house.consultant.get("/notifications").await.ok();
    let warned = told["items"].as_array().unwrap().iter().filter(|one| {
        one["kind"] == "warning"
            && one["words"].to_string().contains("First reply")
            && one.to_string().contains(&broken)
    });
    assert_eq!(warned.count(), 1, "warned before it ran out: {told}");

    house.reply(&broken).await;
    assert_eq!(
        house.control("CTL-INQ-03").await,
        Standing::of(1, 2, &[(&kept, "on_time"), (&broken, "late")])
    );
    assert_eq!(
        house.measure("CTL-INQ-03", "reply-time-median").await,
        Some(20.0),
        "the lower of 20 and 90 working minutes"
    );
    assert_eq!(house.measure("CTL-INQ-03", "reply-time-p90").await, Some(90.0));

    let forgotten = house.inquiry_by("fax", &customer).await;
    house.triage(&forgotten).await;
    house.until(march(3, 17, 0)).await;
    assert_eq!(
        house.escalated("inquiry-first-reply", &forgotten).await,
        ["赵倩", "林岚"],
        "and later to the manager above"
    );
}

#[tokio::test]
async fn ctl_inq_03_waiting_for_the_customer_stops_the_clock() {
    let house = Whole::with_skills().await;
    let customer = house
        .customer_of(&house.consultant, "杭州滨江智造", "wang@binjiang.cn")
        .await;
    let inquiry = house.inquiry_by("phone", &customer).await;
    house.triage(&inquiry).await;
    house.reply(&inquiry).await;
    let limits = house.owed("inquiry-completion", &inquiry).await;
    let before = limits[0]["due_at"].as_str().unwrap().to_owned();
    house.consult(&inquiry, "wait", json!({})).await.ok();
    assert_eq!(
        house.owed("inquiry-completion", &inquiry).await[0]["paused"],
        true
    );
    house.until(march(20, 9, 0)).await;
    let waiting = house.owed("inquiry-completion", &inquiry).await.remove(0);
    assert_eq!(
        waiting["overdue"], false,
        "nobody is late while the customer thinks: {waiting}"
    );

    house.consult(&inquiry, "resume", json!({})).await.ok();
    let after = house.owed("inquiry-completion", &inquiry).await.remove(0);
    assert!(after["due_at"].as_str().unwrap() > before.as_str());
    assert_eq!(
        (&after["paused"], &after["overdue"]),
        (&json!(false), &json!(false))
    );
}

#[tokio::test]
async fn ctl_inq_04() {
    let house = Whole::with_skills().await;
    let customer = house
        .customer_of(&house.consultant, "杭州滨江智造", "wang@binjiang.cn")
        .await;
    assert_eq!(house.control("CTL-INQ-04").await, Standing::nothing());

    let inquiry = house.inquiry_by("phone", &customer).await;
    let refused = house.consult(&inquiry, "close", json!({})).await;
    let missing = [
        "background",
        "aim",
        "reply_count",
        "answer_source",
        "needs",
        "purchase_intent",
    ];
    let said = Whole::missing(&refused);
    assert!(
        missing
            .iter()
            .all(|field| said.iter().any(|need| need.contains(field)))
            && said.len() == 6,
        "{said:?}"
    );
    assert_eq!(
        house.control("CTL-INQ-04").await,
        Standing::nothing(),
        "a refusal closes nothing"
    );
    let refusals = house.company.events("action.refused").await;
    assert_eq!(refusals.len(), 1, "what a gate refuses is evidence");
    assert_eq!(refusals[0]["facts"]["rules"], json!(["gate:inquiry-complete"]));

    house.triage(&inquiry).await;
    house.reply(&inquiry).await;
    let refused = house.consult(&inquiry, "close", json!({})).await;
    assert_eq!(Whole::missing(&refused), ["cel:inquiry.purchase_intent != null"]);
    house.close(&inquiry).await;
    assert_eq!(
        house.control("CTL-INQ-04").await,
        Standing::of(1, 1, &[(&inquiry, "")])
    );
    let timeline = house
        .consultant
        .get(&format!("/customers/{customer}/timeline"))
        .await
        .ok();
    let closed = timeline["items"]
        .as_array()
        .unwrap()
        .iter()
        .any(|item| item.to_string().contains("inquiry.closed"));
    assert!(closed, "the record stands on the customer's timeline: {timeline}");

    let path = format!("/inquiries/{inquiry}");
    for (needs, why, opened) in [
        ("三级检测", "corrected later", 2),
        ("四级检测", "a second correction takes nothing more back", 3),
    ] {
        let version = house.consultant.get(&path).await.version().unwrap();
        house
            .consultant
            .patch(&path, version, json!({ "needs": needs }))
            .await
            .ok();
        assert_eq!(
            house.control("CTL-INQ-04").await,
            Standing::of(0, 1, &vec![(inquiry.as_str(), ""); opened]),
            "{why}"
        );
    }
}

#[tokio::test]
async fn ctl_inq_06() {
    let house = Whole::with_skills().await;
    let customer = house
        .customer_of(&house.consultant, "杭州滨江智造", "wang@binjiang.cn")
        .await;
    assert_eq!(house.control("CTL-INQ-06").await, Standing::nothing());
    let (one, two) = (
        house.inquiry_by("phone", &customer).await,
        house.inquiry_by("chat", &customer).await,
    );
    house.triage(&one).await;
    house.triage(&two).await;
    let offer = json!({ "to": house.sales.id, "intent": "high", "summary": "两条产线，年内采购" });
    let kept = id(&house.consult(&one, "handovers", offer.clone()).await.ok());
    let broken = id(&house.consult(&two, "handovers", offer).await.ok());
    assert_eq!(
        house.owed("handover-decision", &kept).await[0]["people"][0]["name"],
        "王凯"
    );

    house.until(march(2, 10, 0)).await;
    let accepted = house
        .sales
        .post(
            &format!("/handovers/{kept}/accept"),
            json!({ "goes_on_as": "lead" }),
        )
        .await
        .ok();
    let lead = house
        .sales
        .get(&format!("/leads/{}", accepted["lead_id"].as_str().unwrap()))
        .await
        .ok();
    assert_eq!(lead["owner"]["name"], "王凯");
    house.until(march(4, 12, 0)).await;
    assert_eq!(
        house.control("CTL-INQ-06").await,
        Standing::of(1, 2, &[(&kept, "on_time"), (&broken, "open")])
    );
    assert_eq!(house.escalated("handover-decision", &broken).await, ["吴桐"]);

    let silent = house
        .sales
        .post(&format!("/handovers/{broken}/refuse"), json!({ "reason": "" }))
        .await;
    assert_eq!(silent.status, 422, "{silent}");
    house
        .sales
        .post(
            &format!("/handovers/{broken}/refuse"),
            json!({ "reason": "同一项目已在跟进" }),
        )
        .await
        .ok();
    assert_eq!(
        house.control("CTL-INQ-06").await,
        Standing::of(1, 2, &[(&kept, "on_time"), (&broken, "late")])
    );

    assert_eq!(house.measure("CTL-INQ-06", "inquiry-to-project").await, Some(0.0));
    let project = id(&house
        .sales
        .post("/projects", json!({ "lead": lead["id"] }))
        .await
        .ok());
    let told = house.consultant.get(&format!("/handovers/{kept}")).await.ok();
    assert_eq!(
        told["result"], "converted",
        "what became of it is reported back: {told}"
    );
    assert_eq!(
        house.measure("CTL-INQ-06", "inquiry-to-project").await,
        Some(50.0),
        "the lead brought its inquiry along"
    );

    assert_eq!(
        house
            .notices(&house.consultant, "What became of the handover")
            .await,
        0
    );
    let lost = json!({ "reason": "price", "words": "太贵" });
    house
        .sales
        .post(&format!("/projects/{project}/lose"), lost)
        .await
        .ok();
    assert_eq!(
        house
            .notices(&house.consultant, "What became of the handover")
            .await,
        1,
        "whoever handed over hears how it ended"
    );
}

#[tokio::test]
async fn ctl_inq_08() {
    let house = Whole::with_skills().await;
    let customer = house
        .customer_of(&house.consultant, "杭州滨江智造", "wang@binjiang.cn")
        .await;
    assert_eq!(house.control("CTL-INQ-08").await, Standing::nothing());
    let kept = house.closed_inquiry("phone", &customer).await;
    let broken = house.closed_inquiry("chat", &customer).await;
    assert_eq!(
        house.states("inquiry-follow-up", &kept).await,
        ["open", "open", "open"],
        "they outlive the closing"
    );

    let asked = json!({ "note": "方案在看" });
    house.until(march(4, 10, 0)).await;
    house.consult(&kept, "follow-up", asked.clone()).await.ok();
    house.until(march(8, 10, 0)).await;
    house.consult(&kept, "follow-up", asked).await.ok();
    house.until(march(10, 9, 0)).await;
    let both = [
        (&*kept, "on_time"),
        (&*kept, "on_time"),
        (&*broken, "open"),
        (&*broken, "open"),
    ];
    assert_eq!(house.control("CTL-INQ-08").await, Standing::of(2, 4, &both));
    assert_eq!(house.measure("CTL-INQ-08", "definite-outcomes").await, Some(0.0));

    house
        .consult(
            &broken,
            "follow-up",
            json!({ "note": "选了别家", "outcome": "lost" }),
        )
        .await
        .ok();
    assert_eq!(
        house.states("inquiry-follow-up", &broken).await,
        ["late", "void", "void"],
        "an outcome ends the asking"
    );
    let rest = [(&*kept, "on_time"), (&*kept, "on_time"), (&*broken, "late")];
    assert_eq!(house.control("CTL-INQ-08").await, Standing::of(2, 3, &rest));
    assert_eq!(house.measure("CTL-INQ-08", "definite-outcomes").await, Some(50.0));
}

#[tokio::test]
async fn ctl_sat_02() {
    let house = Whole::with_skills().await;
    let customer = house
        .customer_of(&house.consultant, "杭州滨江智造", "wang@binjiang.cn")
        .await;
    assert_eq!(house.control("CTL-SAT-02").await, Standing::nothing());
    let none = Figure::of(&house, "CTL-SAT-02").await;
    let kept = house.closed_inquiry("phone", &customer).await;
    let one = none.moves_by(&house, "CTL-SAT-02", 0, 1, &kept).await;
    let broken = house.closed_inquiry("chat", &customer).await;
    let two = one.moves_by(&house, "CTL-SAT-02", 0, 1, &broken).await;

    house.respond(&kept, 5).await;
    let standing = house.control("CTL-SAT-02").await;
    assert_eq!(
        (standing.kept, standing.of),
        (Some(1.0), Some(2.0)),
        "{standing:?}"
    );
    assert_eq!((two.kept, two.of), (0, 2), "the answer moved it");
    assert_eq!(
        house.measure("CTL-SAT-02", "inquiry-satisfaction").await,
        Some(100.0)
    );
    assert!(
        house.states("call-back", &kept).await.is_empty(),
        "a content customer is not called back"
    );

    house.respond(&broken, 2).await;
    let owed = house.owed("call-back", &broken).await;
    assert_eq!((owed.len(), &owed[0]["people"][0]["name"]), (1, &json!("赵倩")));
    let cause = json!({ "cause": "答复太慢", "remedy": "道歉并补充资料", "settled": true });
    house
        .file(&house.lead, "call-back", "inquiry", &broken, cause)
        .await
        .ok();
    assert_eq!(house.states("call-back", &broken).await, ["fulfilled"]);
    let forgotten = house.closed_inquiry("im", &customer).await;
    house.respond(&forgotten, 1).await;
    house.until(march(6, 9, 0)).await;
    assert_eq!(house.states("call-back", &forgotten).await, ["open"]);
    assert_eq!(
        house.measure("CTL-SAT-02", "obligation:call-back").await,
        Some(50.0)
    );
    let standing = house.control("CTL-SAT-02").await;
    assert_eq!(
        (standing.kept, standing.of),
        (Some(4.0), Some(5.0)),
        "answers and call-backs count together: {standing:?}"
    );
}
