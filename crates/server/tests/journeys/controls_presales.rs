//! Controls of projects, each kept and broken through the API, its compliance read before and after.

use chrono::TimeDelta;
use serde_json::json;
use xianji_platform::testing::TestMember;

use crate::company::Whole;
use crate::deal::{Deal, Figure, list, missing, text};

const SMALL: i64 = 900_000;

/// Stages have a gate and a limit; a passing with everything there is kept, one by exemption is broken, one refused is none.
#[tokio::test]
async fn ctl_prj_01() {
    let house = Whole::open().await;
    let deal = Deal::begin(&house, "江城水务", SMALL).await;
    let none = Figure::of(&house, "CTL-PRJ-01").await;

    assert_eq!(
        deal.missing_before("requirements").await,
        ["deliverable:investigation-report"]
    );
    none.moves_by(&house, "CTL-PRJ-01", 0, 0, &deal.id).await;
    deal.research().await;
    let page = deal.advance("requirements").await;
    assert_eq!(
        (
            &page["stages"][0]["state"],
            page["stages"][1]["due_at"].is_string()
        ),
        (&json!("done"), true)
    );
    assert_eq!(deal.obligations("requirements.limit").await[0]["state"], "open");
    let kept = none.moves_by(&house, "CTL-PRJ-01", 1, 1, &deal.id).await;

    let other = Deal::begin(&house, "山城燃气", SMALL).await;
    other.exempted("stage:requirements").await;
    other.advance("requirements").await;
    let broken = kept.moves_by(&house, "CTL-PRJ-01", 0, 1, &other.id).await;

    // Both left their first stage on the first day, and stand in the next still when the limits of both stages have passed.
    house.company.advance_time(TimeDelta::days(15)).await;
    let limits = Figure::of(&house, "CTL-PRJ-01").await;
    assert_eq!(
        (limits.kept - broken.kept, limits.of - broken.of),
        (2, 4),
        "limits of stages count beside the passings"
    );
}

/// A deal is won in the signing stage; one won before by exemption counts against it.
#[tokio::test]
async fn ctl_prj_01_a_deal_is_won_after_its_five_stages() {
    let house = Whole::open().await;
    let deal = Deal::in_signing(&house, "江城水务", SMALL).await;
    let early = Deal::initiated(&house, "山城燃气", SMALL).await;
    let before = Figure::of(&house, "CTL-PRJ-01").await;
    assert_eq!(deal.win(SMALL, "2026-03-02").await.ok()["state"], "won");
    let kept = before.moves_by(&house, "CTL-PRJ-01", 1, 1, &deal.id).await;

    assert_eq!(
        missing(&early.win(SMALL, "2026-03-02").await),
        ["cel:project.stage == 'signing'"]
    );
    let refused = kept.moves_by(&house, "CTL-PRJ-01", 0, 0, &early.id).await;
    early.exempted("project.win").await;
    assert_eq!(early.win(SMALL, "2026-03-02").await.ok()["state"], "won");
    refused.moves_by(&house, "CTL-PRJ-01", 0, 1, &early.id).await;
}

/// Won as lost, a deal says why.
#[tokio::test]
async fn a_won_deal_says_why() {
    let house = Whole::open().await;
    let deal = Deal::in_signing(&house, "江城水务", SMALL).await;
    assert_eq!(deal.read().await["reasons"]["won_required"], true);
    let silent = json!({ "amount": crate::deal::yuan(SMALL), "signed_on": "2026-03-02" });
    let refused = house.sales.post(&deal.path("/win"), silent).await;
    assert_eq!(
        (
            refused.status,
            refused.code(),
            &refused.body["errors"][0]["pointer"]
        ),
        (409, "project-fields-missing", &json!("/reason"))
    );
    assert_eq!(deal.win(SMALL, "2026-03-02").await.ok()["reason"], "solution");
}

/// A plan to win with a measurable goal, made inside the limit and revised after a setback, every version kept.
#[tokio::test]
async fn ctl_prj_12() {
    let house = Whole::open().await;
    let deal = Deal::initiated(&house, "江城水务", SMALL).await;
    let before = Figure::of(&house, "CTL-PRJ-12").await;
    deal.strategy().await;
    house.company.advance_time(TimeDelta::days(8)).await;
    let kept = before.moves_by(&house, "CTL-PRJ-12", 1, 1, &deal.id).await;

    deal.advance("solution").await;
    house
        .sales_manager
        .post(&deal.path("/return"), json!({ "to": "requirements" }))
        .await
        .ok();
    assert_eq!(deal.obligations("strategy-revision").await[0]["state"], "open");
    house.company.advance_time(TimeDelta::days(6)).await;
    let late = kept.moves_by(&house, "CTL-PRJ-12", 0, 1, &deal.id).await;
    deal.strategy().await;
    late.moves_by(&house, "CTL-PRJ-12", 0, 0, &deal.id).await;
    let filed = house
        .sales
        .get(&format!(
            "/filings?subject_kind=project&subject_id={}&form=win-strategy",
            deal.id
        ))
        .await
        .ok();
    assert_eq!(list(filed.get("items").unwrap_or(&filed)).len(), 2);

    let bare = Deal::initiated(&house, "山城燃气", SMALL).await;
    bare.advance("solution").await;
    let missing = bare.missing_before("negotiation").await;
    assert!(missing.contains(&"form:win-strategy".to_owned()), "{missing:?}");
}

/// Milestones are measured against their baseline, tasks against their day; a slip is told to those who watch.
#[tokio::test]
async fn ctl_prj_13() {
    let house = Whole::open().await;
    let deal = Deal::begin(&house, "江城水务", SMALL).await;
    deal.join(&house.executive, "monitor").await;
    deal.join(&house.engineer, "technical").await;
    let survey = deal.milestone("现场勘察", "2026-03-04").await;
    let draft = deal.milestone("方案初稿", "2026-03-09").await;
    deal.baselined().await;
    let before = Figure::of(&house, "CTL-PRJ-13").await;

    house
        .sales
        .post(&format!("/milestones/{}/reach", text(&survey["id"])), json!({}))
        .await
        .ok();
    house.company.advance_time(TimeDelta::days(3)).await;
    let kept = before
        .moves_by(&house, "CTL-PRJ-13", 1, 1, &text(&survey["id"]))
        .await;

    let path = format!("/milestones/{}", text(&draft["id"]));
    let read = house.sales.get(&path).await.ok();
    let slipped = house
        .sales
        .patch(
            &path,
            read["version"].as_i64().unwrap(),
            json!({ "due_on": "2026-03-20" }),
        )
        .await
        .ok();
    assert_eq!(
        (&slipped["slip_days"], &slipped["baseline_on"]),
        (&json!(11), &json!("2026-03-09"))
    );
    let told = house.executive.get("/notifications").await.ok();
    assert!(
        list(&told["items"])
            .iter()
            .any(|one| one["subject"]["id"] == draft["id"] || one["subject"]["id"] == json!(deal.id)),
        "{told}"
    );
    house.company.advance_time(TimeDelta::days(6)).await;
    let late = kept
        .moves_by(&house, "CTL-PRJ-13", 0, 1, &text(&draft["id"]))
        .await;

    let task = json!({ "title": "画拓扑图", "owner": house.engineer.id, "due_on": "2026-03-13" });
    let task = house.sales.post(&deal.path("/tasks"), task).await.ok();
    house
        .engineer
        .post(&format!("/tasks/{}/complete", text(&task["id"])), json!({}))
        .await
        .ok();
    house.company.advance_time(TimeDelta::days(4)).await;
    late.moves_by(&house, "CTL-PRJ-13", 1, 1, &text(&task["id"]))
        .await;
}

/// A report every week, and news read by everybody on the list inside the limit.
#[tokio::test]
async fn ctl_prj_20() {
    let house = Whole::open().await;
    let deal = Deal::begin(&house, "江城水务", SMALL).await;
    deal.join(&house.engineer, "technical").await;
    house.company.advance_time(TimeDelta::days(4)).await;
    let before = Figure::of(&house, "CTL-PRJ-20").await;
    let owed = deal.obligations("weekly-report").await.remove(0);
    assert_eq!(
        (&owed["state"], &owed["due_at"]),
        (&json!("open"), &json!("2026-03-06T10:00:00Z"))
    );
    deal.file(
        &house.sales,
        "weekly-report",
        json!({ "progress": "完成勘察", "next_week": "出方案" }),
    )
    .await;
    house.company.advance_time(TimeDelta::days(3)).await;
    let kept = before.moves_by(&house, "CTL-PRJ-20", 1, 1, &deal.id).await;
    house.company.advance_time(TimeDelta::days(7)).await;
    let missed = kept.moves_by(&house, "CTL-PRJ-20", 0, 1, &deal.id).await;

    let news = |words: &str| json!({ "kind": "call", "content": words });
    house
        .sales
        .post(&deal.path("/dynamic-items"), news("客户换了负责人"))
        .await
        .ok();
    // Nobody watches over the deal yet: an empty list of monitors is told nothing.
    read_news(&house.engineer).await;
    house.company.advance_time(TimeDelta::days(2)).await;
    let heard = missed.moves_by(&house, "CTL-PRJ-20", 1, 1, &deal.id).await;
    house
        .sales
        .post(&deal.path("/dynamic-items"), news("对手降价"))
        .await
        .ok();
    house.company.advance_time(TimeDelta::days(2)).await;
    heard.moves_by(&house, "CTL-PRJ-20", 0, 1, &deal.id).await;
}

/// Reads the one copy of a dynamic item that waits.
async fn read_news(reader: &TestMember) {
    let told = list(&reader.get("/notifications?unread=true").await.ok()["items"]);
    let copies = told
        .iter()
        .filter(|one| one["kind"] == "notice" && text(&one["words"]).contains("dynamic"));
    let copies: Vec<String> = copies.map(|one| text(&one["id"])).collect();
    assert_eq!(copies.len(), 1, "{} was told: {told:?}", reader.name);
    reader
        .post(&format!("/notifications/{}/read", copies[0]), json!({}))
        .await
        .ok();
}

/// An archive is closed when nothing is missing; one closed by exemption counts against it.
#[tokio::test]
async fn ctl_prj_27() {
    let house = Whole::open().await;
    let deal = Deal::begin(&house, "江城水务", SMALL).await;
    let other = Deal::begin(&house, "山城燃气", SMALL).await;
    for deal in [&deal, &other] {
        deal.lost().await;
        deal.summary().await;
        house.sales.post(&deal.path("/summarise"), json!({})).await.ok();
    }
    let before = Figure::of(&house, "CTL-PRJ-27").await;
    assert_eq!(
        missing(&house.sales.post(&deal.path("/archive"), json!({})).await),
        ["deliverable:all"]
    );
    let archive = house.sales.get(&deal.path("/archive")).await.ok();
    let lacks: Vec<_> = list(&archive["deliverables"])
        .iter()
        .filter(|one| one["standing"] == "missing")
        .map(|one| text(&one["id"]))
        .collect();
    assert_eq!(
        (archive["complete"].as_bool(), lacks),
        (
            Some(false),
            vec!["risk-control".to_owned(), "visit-minutes".to_owned()]
        )
    );
    for deliverable in ["risk-control", "visit-minutes"] {
        deal.put(&house.sales, deliverable, &[]).await;
    }
    house.sales.post(&deal.path("/archive"), json!({})).await.ok();
    let kept = before.moves_by(&house, "CTL-PRJ-27", 1, 1, &deal.id).await;

    other.exempted("project.archive").await;
    house.sales.post(&other.path("/archive"), json!({})).await.ok();
    kept.moves_by(&house, "CTL-PRJ-27", 0, 1, &other.id).await;
    let seal = house.sales.get(&other.path("/archive")).await.ok()["seal"].clone();
    assert_eq!(seal["complete"], false);
}

/// Won or lost, a deal is summed up inside fifteen days and not closed before.
#[tokio::test]
async fn ctl_prj_31() {
    let house = Whole::open().await;
    let deal = Deal::begin(&house, "江城水务", SMALL).await;
    deal.lost().await;
    let before = Figure::of(&house, "CTL-PRJ-31").await;
    assert_eq!(
        missing(&house.sales.post(&deal.path("/summarise"), json!({})).await),
        ["form:project-summary"]
    );
    deal.summary().await;
    house.sales.post(&deal.path("/summarise"), json!({})).await.ok();
    house.company.advance_time(TimeDelta::days(9)).await;
    let other = Deal::begin(&house, "山城燃气", SMALL).await;
    other.lost().await;
    house.company.advance_time(TimeDelta::days(7)).await;
    let kept = before.moves_by(&house, "CTL-PRJ-31", 1, 1, &deal.id).await;
    house.company.advance_time(TimeDelta::days(10)).await;
    let broken = kept.moves_by(&house, "CTL-PRJ-31", 0, 1, &other.id).await;
    other.summary().await;
    broken.moves_by(&house, "CTL-PRJ-31", 0, 0, &other.id).await;
}
