//! A company-level deal from its initiation to its archive: watched over by monitors, reported on to all on its list, evaluated at its end.

use chrono::TimeDelta;
use serde_json::{Value, json};
use xianji_platform::testing::TestMember;

use crate::company::Whole;
use crate::deal::{Deal, list, missing, opinion, text};

const LARGE: i64 = 60_000_000;

/// Approved by everybody whom the grade names, its team appointed by the sales office with the head of finance as monitor.
async fn appointed<'a>(house: &'a Whole, office: &TestMember) -> Deal<'a> {
    let deal = Deal::in_requirements(house, "江城水务", LARGE).await;
    deal.analysis().await;
    deal.applied_for().await;
    for reviewer in [&house.sales_manager, &house.finance, &house.engineer] {
        deal.decide(reviewer, json!({ "opinion": opinion() })).await;
    }
    deal.decide(&house.executive, json!({ "words": "同意" })).await;
    let line = |member: &TestMember, role: &str| json!({ "member": member.id, "role": role, "duty": format!("{role}的职责") });
    let team = [
        line(&house.sales_manager, "director"),
        line(&house.sales, "manager"),
        line(&house.sales, "planning-manager"),
        line(&house.engineer, "technical"),
        line(&house.sales, "commercial"),
        line(&house.finance, "monitor"),
    ];
    office
        .post(&deal.path("/appoint"), json!({ "team": team }))
        .await
        .ok();
    deal
}

async fn office(house: &Whole) -> TestMember {
    house
        .company
        .member("沈静")
        .with_positions(&["sales-manager", "body:sales-office"])
        .await
}

/// Who is told of something on the deal.
async fn is_told(reader: &TestMember, deal: &Deal<'_>, of: &str) -> bool {
    let told = list(&reader.get("/notifications?unread=true").await.ok()["items"]);
    told.iter().any(|one| {
        one["kind"] == "notice" && one["subject"]["id"] == json!(deal.id) && text(&one["words"]).contains(of)
    })
}

fn named(members: &[&TestMember]) -> Vec<String> {
    members.iter().map(|one| one.name.clone()).collect()
}

fn people(owed: &Value) -> Vec<String> {
    list(&owed["people"])
        .iter()
        .map(|one| text(&one["name"]))
        .collect()
}

#[tokio::test]
async fn a_monitor_evaluates_the_strategy_every_month_and_whoever_watches_reads_the_report() {
    let house = Whole::open().await;
    let office = office(&house).await;
    let deal = appointed(&house, &office).await;
    deal.strategy().await;

    let report = json!({ "progress": "完成勘察", "next_week": "出方案" });
    deal.file(&house.sales, "weekly-report", report).await;
    for reader in [&house.engineer, &house.finance, &house.sales_manager] {
        assert!(
            is_told(reader, &deal, "weekly").await,
            "{} reads the report",
            reader.name
        );
    }
    assert!(!is_told(&house.consultant, &deal, "weekly").await);

    // The first whole month is April; it is evaluated at its end.
    house.company.advance_time(TimeDelta::days(61)).await;
    let owed = deal.obligations("strategy-evaluation").await.remove(0);
    assert_eq!(
        (&owed["state"], people(&owed)),
        (&json!("open"), named(&[&house.finance, &house.sales_manager]))
    );
    deal.file(&house.finance, "strategy-evaluation", json!({ "progress": 80 }))
        .await;
    let kept = deal.obligations("strategy-evaluation").await.remove(0);
    assert_eq!(kept["state"], "fulfilled");
    house.company.advance_time(TimeDelta::days(20)).await;
    let page = house
        .executive
        .get("/compliance/controls/CTL-PRJ-12/records?period=2026-05&limit=200")
        .await
        .ok();
    assert!(page.to_string().contains(&text(&kept["id"])), "{page}");
}

#[tokio::test]
async fn a_company_level_deal_is_evaluated_by_its_monitor_before_its_archive() {
    let house = Whole::open().await;
    let office = office(&house).await;
    let deal = appointed(&house, &office).await;
    deal.advance("solution").await;
    deal.strategy().await;
    deal.milestone("方案评审", "2026-03-20").await;
    deal.baselined().await;
    deal.to_signing().await;
    deal.win(LARGE, "2026-03-02").await.ok();
    deal.summary().await;
    house.sales.post(&deal.path("/summarise"), json!({})).await.ok();

    let owed = deal.obligations("project-evaluation").await.remove(0);
    assert_eq!(
        (&owed["state"], people(&owed)),
        (&json!("open"), named(&[&house.finance, &house.executive]))
    );
    let evaluate = deal.path("/evaluate");
    assert_eq!(
        missing(&house.sales_manager.post(&evaluate, json!({})).await),
        ["form:project-evaluation"],
        "nothing is evaluated without its sheet"
    );
    let early = missing(&house.sales.post(&deal.path("/archive"), json!({})).await);
    assert!(early.contains(&"form:project-evaluation".to_owned()), "{early:?}");

    let sheet = json!({ "process": 80, "result": 90, "remarks": "按期" });
    deal.file(&house.finance, "project-evaluation", sheet).await;
    let done = deal.obligations("project-evaluation").await.remove(0);
    assert_eq!(done["state"], "fulfilled");
    let evaluated = house.sales_manager.post(&evaluate, json!({})).await.ok();
    assert_eq!(evaluated["state"], "evaluated");

    let archive = house.sales.get(&deal.path("/archive")).await.ok();
    for lacking in list(&archive["deliverables"])
        .iter()
        .filter(|one| one["standing"] == "missing")
    {
        let paper = [("paper", "true"), ("place", "三号柜")];
        deal.put(&house.officer, &text(&lacking["id"]), &paper).await;
    }
    let closed = house.sales.post(&deal.path("/archive"), json!({})).await.ok();
    assert_eq!(closed["state"], "archived");
}

/// An evaluation is no matter of the grade alone: an ordinary deal is called evaluated with its sheet too, or goes to the archive without.
#[tokio::test]
async fn an_ordinary_deal_is_archived_unevaluated_but_never_called_evaluated_without_a_sheet() {
    let house = Whole::open().await;
    let deal = Deal::begin(&house, "江城水务", 900_000).await;
    deal.lost().await;
    deal.summary().await;
    house.sales.post(&deal.path("/summarise"), json!({})).await.ok();
    let refused = house.sales_manager.post(&deal.path("/evaluate"), json!({})).await;
    assert_eq!(missing(&refused), ["form:project-evaluation"]);
    for document in ["risk-control", "visit-minutes"] {
        deal.put(&house.sales, document, &[]).await;
    }
    let closed = house.sales.post(&deal.path("/archive"), json!({})).await.ok();
    assert_eq!(closed["state"], "archived");
}
