//! R04, the rules of a consulting desk: a question from any channel is answered inside its limit, completed with all fields, handed over to
//! sales, followed up and surveyed.

use serde_json::{Value, json};

use crate::company::Whole;
use crate::desk::{Standing, id, march};

const MAIL: &str = "From: Wang Fang <wang@binjiang.cn>\r\nTo: desk@ours.cn\r\nSubject: =?utf-8?B?6YCJ5Z6L?=\r\n\
    Message-ID: <1@binjiang.cn>\r\nDate: Mon, 2 Mar 2026 08:55:00 +0800\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\
    两条产线怎么选型？\r\n";

/// One inquiry by each way in, all of one customer: by telephone, by a mail file, by the form on the company's site.
async fn three_questions(house: &Whole, customer: &str) -> Vec<String> {
    let called = house.inquiry_by("phone", customer).await;
    let file = house.company.folder().join("one.eml");
    std::fs::write(&file, MAIL).unwrap();
    let counts = xianji_engage::mail::import(house.company.app(), &[file])
        .await
        .unwrap();
    assert_eq!((counts.new, counts.broken), (1, 0));
    let form = json!({ "name": "陈立", "company": "杭州滨江智造", "email": "chen@binjiang.cn", "question": "有没有样机？" });
    assert_eq!(
        house.company.public_post("/public/inquiries", form).await.status,
        202
    );

    let list = house.lead.get("/inquiries?sort=number").await.ok();
    let all: Vec<Value> = list["items"].as_array().unwrap().clone();
    let channels: Vec<&str> = all.iter().map(|one| one["channel"].as_str().unwrap()).collect();
    assert_eq!(channels, ["phone", "mail", "web"], "one register for all: {list}");
    for one in &all {
        assert_eq!(
            one["customer_id"], customer,
            "matched to the customer by what the sender left: {one}"
        );
    }
    assert_eq!(id(&all[0]), called);
    all.iter().map(id).collect()
}

#[tokio::test]
async fn an_inquiry_from_any_channel_is_answered_completed_handed_over_followed_up_and_surveyed() {
    let house = Whole::with_skills().await;
    let customer = house
        .customer_of(&house.consultant, "杭州滨江智造", "wang@binjiang.cn")
        .await;
    let inquiries = three_questions(&house, &customer).await;

    // Sorted and assigned in minutes, answered inside the limit.
    for inquiry in &inquiries {
        let step = |step: &str| format!("/inquiries/{inquiry}/{step}");
        let sorted = house
            .lead
            .post(
                &step("classify"),
                json!({ "class": "product", "priority": "normal" }),
            )
            .await
            .ok();
        assert_eq!(sorted["assignee"]["name"], "周敏", "{sorted}");
        let assessment =
            json!({ "background": "扩产", "aim": "降低漏检", "clarity": "clear", "needs": "两级检测" });
        house.lead.post(&step("assess"), assessment).await.ok();
    }
    house.until(march(2, 9, 20)).await;
    for inquiry in &inquiries {
        house.reply(inquiry).await;
        assert_eq!(house.states("inquiry-first-reply", inquiry).await, ["fulfilled"]);
    }

    // The needs go to sales, who decide inside the limit.
    for inquiry in &inquiries {
        let offer = json!({ "to": house.sales.id, "intent": "high", "summary": "两条产线，年内采购" });
        let handover = id(&house.consult(inquiry, "handovers", offer).await.ok());
        let accepted = house
            .sales
            .post(&format!("/handovers/{handover}/accept"), json!({}))
            .await
            .ok();
        assert!(
            accepted["lead_id"].is_string(),
            "it goes on as a lead: {accepted}"
        );
    }

    // Nothing incomplete is closed; closed, the customer is asked, and says so.
    for inquiry in &inquiries {
        let refused = house.consult(inquiry, "close", json!({})).await;
        assert_eq!(Whole::missing(&refused), ["cel:inquiry.purchase_intent != null"]);
        house.close(inquiry).await;
        house.respond(inquiry, 4).await;
    }

    // Followed up after 3, 7 and 30 days, until the outcome is known.
    for day in [4, 8, 31] {
        house.until(march(day, 10, 0)).await;
        let outcome = (day == 31).then_some("dormant");
        for inquiry in &inquiries {
            house
                .consult(
                    inquiry,
                    "follow-up",
                    json!({ "note": "进展如何？", "outcome": outcome }),
                )
                .await
                .ok();
        }
    }

    // A month later each control of the desk is kept in full.
    let each = |outcome: &str| -> Vec<(String, String)> {
        inquiries
            .iter()
            .map(|one| (one.clone(), outcome.to_owned()))
            .collect()
    };
    for (control, outcome) in [
        ("CTL-INQ-02", "on_time"),
        ("CTL-INQ-03", "on_time"),
        ("CTL-INQ-04", ""),
    ] {
        let records: Vec<(String, String)> = each(outcome);
        let records: Vec<(&str, &str)> = records
            .iter()
            .map(|(one, outcome)| (one.as_str(), outcome.as_str()))
            .collect();
        assert_eq!(
            house.control(control).await,
            Standing::of(3, 3, &records),
            "{control}"
        );
    }
    for (control, cases) in [
        ("CTL-INQ-01", 3.0),
        ("CTL-INQ-06", 3.0),
        ("CTL-INQ-08", 6.0),
        ("CTL-SAT-02", 3.0),
    ] {
        let standing = house.control(control).await;
        assert_eq!(
            (standing.kept, standing.of),
            (Some(cases), Some(cases)),
            "{control}: {standing:?}"
        );
    }
    for inquiry in &inquiries {
        let last = house.consultant.get(&format!("/inquiries/{inquiry}")).await.ok();
        assert_eq!(
            (&last["state"], &last["outcome"]),
            (&json!("closed"), &json!("dormant"))
        );
        assert_eq!(house.states("inquiry-completion", inquiry).await, ["fulfilled"]);
    }
    assert_eq!(
        house.measure("CTL-SAT-02", "inquiry-satisfaction").await,
        Some(80.0),
        "four stars of five"
    );
}

#[tokio::test]
async fn what_the_desk_lets_slip_is_seen_by_the_desk_lead_and_stays_on_record() {
    let house = Whole::with_skills().await;
    let form = json!({ "name": "陈立", "email": "chen@haishu.cn", "question": "有没有样机？" });
    assert_eq!(
        house.company.public_post("/public/inquiries", form).await.status,
        202
    );
    let list = house.lead.get("/inquiries").await.ok();
    let inquiry = id(&list["items"][0]);
    house.until(march(2, 12, 0)).await;

    assert_eq!(house.states("inquiry-triage", &inquiry).await, ["open"]);
    let board = house.lead.get("/workbench").await.ok();
    assert!(
        board.to_string().contains(&inquiry),
        "it stands on the desk lead's workbench: {board}"
    );
    assert_eq!(
        house.control("CTL-INQ-02").await,
        Standing::of(0, 1, &[(&inquiry, "open")])
    );
    assert_eq!(
        house.control("CTL-INQ-03").await,
        Standing::of(0, 1, &[(&inquiry, "open")])
    );
}
