//! R02, the presales rules of seventeen articles, as far as their records exist: a deal passes the five stages through its gates, stage
//! results being deliverables, and what is assessed (deals won, their amount, new customers, satisfaction) is counted by member and quarter.
//! Contracts, channels and upkeep have no records yet.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::company::Whole;
use crate::deal::{Deal, list, missing, opinion, text};

/// Articles 6 and 7: research and requirements, and the initiation that every marketing project needs.
async fn researched_and_initiated(deal: &Deal<'_>) {
    let house = deal.house;
    assert_eq!(
        deal.missing_before("requirements").await,
        ["deliverable:investigation-report"]
    );
    deal.research().await;
    assert_eq!(deal.advance("requirements").await["stage"], "requirements");

    assert_eq!(
        deal.missing_before("solution").await,
        ["deliverable:analysis-report", "approved:initiation"]
    );
    deal.analysis().await;
    let request = deal.applied_for().await;
    assert_eq!(deal.read().await["grade"]["grade"], "department");
    let page = house
        .sales_manager
        .get(&format!("/approvals/{request}"))
        .await
        .ok();
    assert_eq!(
        (&page["approval"], list(&page["steps"]).len()),
        (&json!("initiation-department"), 2)
    );
    // The head's opinion for the department serves for marketing too.
    for reviewer in [&house.sales_manager, &house.finance] {
        deal.decide(reviewer, json!({ "opinion": opinion() })).await;
    }
    assert_eq!(deal.read().await["initiated"], true);
    let after: Vec<Value> = owed_by(deal, &["appointment", "win-strategy", "project-plan"]).await;
    assert!(after.iter().all(|owed| owed["state"] == "open"), "{after:?}");
    assert_eq!(deal.advance("solution").await["stage"], "solution");
}

/// The first obligation of each rule.
async fn owed_by(deal: &Deal<'_>, rules: &[&str]) -> Vec<Value> {
    let mut all = Vec::new();
    for rule in rules {
        all.push(deal.obligations(rule).await.remove(0));
    }
    all
}

/// Article 8: a team, a strategy, a plan and the solution with its explanation.
async fn designed(deal: &Deal<'_>) {
    let house = deal.house;
    let lacks = deal.missing_before("negotiation").await;
    for need in [
        "deliverable:solution",
        "filled:director",
        "form:win-strategy",
        "cel:project.planned",
    ] {
        assert!(lacks.contains(&need.to_owned()), "{lacks:?}");
    }
    deal.appointed().await;
    deal.strategy().await;
    let milestone = deal.milestone("方案评审", "2026-03-06").await;
    deal.baselined().await;
    deal.put(&house.engineer, "solution", &[]).await;
    house
        .sales
        .post(
            &format!("/milestones/{}/reach", text(&milestone["id"])),
            json!({}),
        )
        .await
        .ok();
    let after = owed_by(deal, &["appointment", "win-strategy", "project-plan"]).await;
    assert!(after.iter().all(|owed| owed["state"] == "fulfilled"), "{after:?}");
    assert_eq!(deal.advance("negotiation").await["stage"], "negotiation");
}

/// Articles 9 and 10: negotiation with a report every week, and signing.
async fn negotiated_and_won(deal: &Deal<'_>) {
    let house = deal.house;
    house.company.advance_time(TimeDelta::days(4)).await;
    let reports = deal.obligations("weekly-report").await;
    assert!(reports.iter().any(|one| one["state"] == "open"), "{reports:?}");
    deal.file(
        &house.sales,
        "weekly-report",
        json!({ "progress": "第二轮谈判", "next_week": "合同文本" }),
    )
    .await;
    assert_eq!(
        deal.missing_before("signing").await,
        ["deliverable:negotiation-minutes"]
    );
    deal.put(&house.sales, "negotiation-minutes", &[]).await;
    assert_eq!(deal.advance("signing").await["stage"], "signing");
    let won = deal.win(24_000_000, "2026-03-06").await.ok();
    assert_eq!(
        (&won["state"], &won["stage"]),
        (&json!("won"), &json!("after-signing"))
    );
    assert_eq!(owed_by(deal, &["weekly-report"]).await[0]["state"], "fulfilled");
}

/// Summed up, every mandatory document on file, closed and sealed.
async fn summed_up_and_archived(deal: &Deal<'_>) {
    let house = deal.house;
    assert_eq!(
        missing(&house.sales.post(&deal.path("/summarise"), json!({})).await),
        ["form:project-summary"]
    );
    deal.summary().await;
    house.sales.post(&deal.path("/summarise"), json!({})).await.ok();
    assert_eq!(owed_by(deal, &["project-summary"]).await[0]["state"], "fulfilled");
    assert_eq!(
        missing(&house.sales.post(&deal.path("/archive"), json!({})).await),
        ["deliverable:all"]
    );

    let archive = house.sales.get(&deal.path("/archive")).await.ok();
    for lacking in list(&archive["deliverables"])
        .iter()
        .filter(|one| one["standing"] == "missing")
    {
        let paper = [("paper", "true"), ("place", "三号柜")];
        let more: &[(&str, &str)] = if list(&lacking["copies"]).contains(&json!("paper")) {
            &paper
        } else {
            &[]
        };
        deal.put(&house.officer, &text(&lacking["id"]), more).await;
    }
    let closed = house.sales.post(&deal.path("/archive"), json!({})).await.ok();
    assert_eq!(
        (&closed["state"], &closed["can"]["actions"]),
        (&json!("archived"), &json!([]))
    );
    let archive = house.sales.get(&deal.path("/archive")).await.ok();
    assert_eq!(
        (
            &archive["complete"],
            &archive["missing"],
            &archive["seal"]["complete"]
        ),
        (&json!(true), &json!(0), &json!(true))
    );
    assert_eq!(list(&archive["deliverables"]).len(), 18);
    let report = house.sales.get(&deal.path("/archive/verify")).await.ok();
    assert_eq!(
        (&report["sound"], &report["hash"]),
        (&json!(true), &archive["seal"]["hash"]),
        "{report}"
    );
}

/// What a metric comes to for a member in a quarter.
async fn counted(
    house: &Whole,
    metric: &str,
    member: xianji_platform::MemberId,
    quarter: &str,
) -> Option<f64> {
    let path = format!("/measures/{metric}?period={quarter}&member={member}");
    house.executive.get(&path).await.ok()["figure"]["value"].as_f64()
}

#[tokio::test]
async fn a_deal_passes_five_stages_is_won_archived_and_counted() {
    let house = Whole::with_skills().await;
    let deal = Deal::begin(&house, "江城水务", 25_000_000).await;
    researched_and_initiated(&deal).await;
    designed(&deal).await;
    negotiated_and_won(&deal).await;
    summed_up_and_archived(&deal).await;

    let page = deal.read().await;
    let stages: Vec<String> = list(&page["stages"]).iter().map(|one| text(&one["id"])).collect();
    assert_eq!(
        stages,
        [
            "research",
            "requirements",
            "solution",
            "negotiation",
            "signing",
            "after-signing"
        ]
    );
    for control in ["CTL-PRJ-01", "CTL-PRJ-05", "CTL-PRJ-27"] {
        let total = house
            .executive
            .get(&format!("/compliance/controls/{control}?period=2026-03"))
            .await
            .ok()["total"]
            .clone();
        assert_eq!(total["percent"], 100.0, "{control}: {total}");
    }
}

#[tokio::test]
async fn deals_won_new_customers_and_satisfaction_are_counted_by_member_and_quarter() {
    let house = Whole::with_skills().await;
    let deal = Deal::in_signing(&house, "江城水务", 900_000).await;
    deal.win(880_000, "2026-03-02").await.ok();
    let lost = Deal::begin(&house, "山城燃气", 500_000).await;
    lost.lost().await;
    let asked = house
        .closed_inquiry(
            "phone",
            &house
                .customer_of(&house.consultant, "滨江智造", "wang@binjiang.cn")
                .await,
        )
        .await;
    house.respond(&asked, 4).await;

    let (sales, consultant) = (house.sales.id, house.consultant.id);
    assert_eq!(counted(&house, "won-deals", sales, "2026-Q1").await, Some(1.0));
    assert_eq!(
        counted(&house, "won-amount", sales, "2026-Q1").await,
        Some(88_000_000.0),
        "in fen"
    );
    assert_eq!(
        counted(&house, "new-customers", sales, "2026-Q1").await,
        Some(2.0)
    );
    assert_eq!(
        counted(&house, "new-customers", consultant, "2026-Q1").await,
        Some(1.0)
    );
    assert_eq!(
        counted(&house, "inquiry-satisfaction", consultant, "2026-Q1").await,
        Some(80.0)
    );
    assert_eq!(
        counted(&house, "won-deals", consultant, "2026-Q1")
            .await
            .unwrap_or(0.0),
        0.0
    );
    assert_eq!(
        counted(&house, "won-deals", sales, "2025-Q4")
            .await
            .unwrap_or(0.0),
        0.0
    );

    let behind = house
        .executive
        .get("/measures/won-deals/records?period=2026-Q1")
        .await
        .ok();
    let subjects: Vec<String> = list(&behind["items"])
        .iter()
        .map(|one| text(&one["subject"]["id"]))
        .collect();
    assert_eq!(subjects, std::slice::from_ref(&deal.id));
}

/// What R02 asks for beyond the records that there are is named where compliance is read, with the records that it waits for.
#[tokio::test]
async fn what_the_rules_ask_for_beyond_the_records_there_are_is_named() {
    let house = Whole::open().await;
    let waiting = [
        ("CTL-CUS-11", "open", json!(["partner"])),
        ("CTL-CUS-12", "partly", json!(["partner", "contract", "upkeep"])),
        ("CTL-CON-02", "open", json!(["contract"])),
        ("CTL-CON-03", "open", json!(["contract"])),
        ("CTL-PER-01", "open", json!(["assessment_scheme"])),
        (
            "CTL-PER-03",
            "partly",
            json!(["contract", "goal", "ticket", "assessment_scheme"]),
        ),
        (
            "CTL-PER-04",
            "partly",
            json!(["partner", "contract", "campaign", "upkeep", "assessment_scheme"]),
        ),
        (
            "CTL-PRJ-20",
            "bound",
            json!(["partner", "resource_request", "progress_report"]),
        ),
        ("CTL-PRJ-31", "bound", json!(["meeting", "lesson"])),
    ];
    for (control, state, records) in waiting {
        let page = house
            .executive
            .get(&format!("/compliance/controls/{control}?period=2026-03"))
            .await
            .ok();
        assert_eq!(
            (&page["state"], &page["waits_for"]),
            (&json!(state), &records),
            "{control}"
        );
    }
}
