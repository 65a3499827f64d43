//! Controls of projects, each kept and broken through the API, its compliance read before and after.

use chrono::TimeDelta;
use serde_json::json;
use xianji_platform::testing::TestMember;

use crate::company::Whole;
use crate::deal::{Deal, Figure, list, missing, opinion, package, text, yuan};

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
    kept.moves_by(&house, "CTL-PRJ-01", 0, 1, &other.id).await;
}

/// An incomplete application is not handed in and counts as one; a complete one is, and its revisions stay.
#[tokio::test]
async fn ctl_prj_04() {
    let house = Whole::open().await;
    let deal = Deal::in_requirements(&house, "江城水务", SMALL).await;
    let before = Figure::of(&house, "CTL-PRJ-04").await;
    let id = deal.draft().await;
    let submit = format!("/initiations/{id}/submit");

    let mut partial = package(&house);
    partial["feasibility"] = json!(null);
    let sheet = json!({ "form": "initiation-package", "subject": deal.subject(), "fields": partial });
    assert!(
        house
            .sales
            .post("/filings", sheet)
            .await
            .to_string()
            .contains("[/fields/feasibility required]")
    );
    let refused = missing(&house.sales.post(&submit, json!({})).await);
    assert_eq!(
        refused,
        [
            "form:initiation-package",
            "form:grading-sheet",
            "deliverable:feasibility-analysis"
        ]
    );
    let broken = before.moves_by(&house, "CTL-PRJ-04", 0, 1, &id).await;

    deal.package().await;
    deal.graded(json!({})).await;
    let handed = house.sales.post(&submit, json!({})).await.ok();
    assert_eq!(handed["state"], "in_review");
    let kept = broken.moves_by(&house, "CTL-PRJ-04", 1, 1, &id).await;

    let request = text(&handed["approval_id"]);
    house
        .sales_manager
        .post(
            &format!("/approvals/{request}/return"),
            json!({ "words": "补充预算" }),
        )
        .await
        .ok();
    deal.submit().await;
    let all = list(&house.sales.get(&deal.path("/initiations")).await.ok()["items"]);
    let revisions: Vec<_> = all
        .iter()
        .map(|one| (one["revision"].as_i64().unwrap(), text(&one["state"])))
        .collect();
    assert_eq!(
        revisions,
        [(2, "in_review".to_owned()), (1, "returned".to_owned())]
    );
    kept.moves_by(&house, "CTL-PRJ-04", 1, 1, &text(&all[0]["id"]))
        .await;
}

/// Nobody designs a solution or wins without an approved initiation, unless exempted, which counts against it.
#[tokio::test]
async fn ctl_prj_05() {
    let house = Whole::open().await;
    let early = Deal::in_requirements(&house, "山城燃气", SMALL).await;
    early.analysis().await;
    let before = Figure::of(&house, "CTL-PRJ-05").await;
    assert_eq!(early.missing_before("solution").await, ["approved:initiation"]);
    let win = json!({ "amount": yuan(SMALL), "signed_on": "2026-03-02" });
    assert_eq!(
        missing(&house.sales.post(&early.path("/win"), win).await),
        ["approved:initiation"]
    );
    early.exempted("stage:solution").await;
    early.advance("solution").await;
    let broken = before.moves_by(&house, "CTL-PRJ-05", 0, 1, &early.id).await;

    let deal = Deal::initiated(&house, "江城水务", SMALL).await;
    deal.advance("solution").await;
    broken.moves_by(&house, "CTL-PRJ-05", 1, 1, &deal.id).await;
    let days = house
        .executive
        .get("/measures/lead-to-application?period=2026-03")
        .await
        .ok();
    assert_eq!(days["figure"]["value"], 0.0);
}

/// What should have been applied for is listed, and owed until it is.
#[tokio::test]
async fn ctl_prj_05_an_application_that_is_due() {
    let house = Whole::open().await;
    let deal = Deal::in_requirements(&house, "江城水务", SMALL).await;
    let before = Figure::of(&house, "CTL-PRJ-05").await;
    let listed = house.executive.get("/projects/uninitiated").await.ok();
    assert_eq!(
        (list(&listed["items"]).len(), text(&listed["items"][0]["id"])),
        (1, deal.id.clone())
    );

    house.company.advance_time(TimeDelta::days(16)).await;
    assert_eq!(deal.obligations("initiation-due").await[0]["overdue"], true);
    before.moves_by(&house, "CTL-PRJ-05", 0, 1, &deal.id).await;

    let other = Deal::in_requirements(&house, "山城燃气", SMALL).await;
    let broken = Figure::of(&house, "CTL-PRJ-05").await;
    house.company.tick().await;
    other.applied_for().await;
    house.company.advance_time(TimeDelta::days(12)).await;
    assert_eq!(other.obligations("initiation-due").await[0]["state"], "fulfilled");
    broken.moves_by(&house, "CTL-PRJ-05", 0, 0, &other.id).await;
}

/// A review takes every opinion and a limit; conditions become obligations.
#[tokio::test]
async fn ctl_prj_06() {
    let house = Whole::open().await;
    let deal = Deal::in_requirements(&house, "江城水务", SMALL).await;
    let before = Figure::of(&house, "CTL-PRJ-06").await;
    let request = deal.applied_for().await;
    let approve = format!("/approvals/{request}/approve");
    assert!(
        house
            .sales_manager
            .post(&approve, json!({}))
            .await
            .to_string()
            .contains("[/opinion required]")
    );
    let strange = house
        .finance
        .post(&approve, json!({ "opinion": opinion() }))
        .await;
    assert_eq!((strange.status, strange.code()), (403, "approval-not-yours"));
    let condition = json!({ "what": "补充现场勘察", "owner": house.engineer.id, "due_on": "2026-03-31" });
    let decided = json!({ "opinion": opinion(), "conditions": [condition] });
    house.sales_manager.post(&approve, decided).await.ok();
    assert_eq!(deal.read().await["initiated"], true);
    let owed = house.engineer.get("/workbench").await.ok();
    assert!(owed.to_string().contains("补充现场勘察"), "{owed}");
    house.company.advance_time(TimeDelta::days(3)).await;
    let kept = before.moves_by(&house, "CTL-PRJ-06", 1, 1, &deal.id).await;

    let slow = Deal::in_requirements(&house, "山城燃气", SMALL).await;
    slow.applied_for().await;
    house.company.advance_time(TimeDelta::days(6)).await;
    slow.decide(&house.sales_manager, json!({ "opinion": opinion() }))
        .await;
    kept.moves_by(&house, "CTL-PRJ-06", 0, 1, &slow.id).await;
}

/// The grade says who reviews: at company level everybody named, each with an opinion, and then the executive.
#[tokio::test]
async fn ctl_prj_06_at_company_level() {
    let house = Whole::open().await;
    let deal = Deal::in_requirements(&house, "江城水务", 60_000_000).await;
    deal.applied_for().await;
    assert_eq!(deal.read().await["grade"]["grade"], "company");
    let given = || json!({ "opinion": opinion() });
    deal.decide(&house.sales_manager, given()).await;
    assert!(deal.waiting_for(&house.executive).await.is_empty());
    assert!(
        deal.waiting_for(&house.sales_manager).await.is_empty(),
        "who reviewed as head gives no second opinion for marketing"
    );
    for reviewer in [&house.finance, &house.engineer] {
        deal.decide(reviewer, given()).await;
    }
    assert_eq!(deal.read().await["initiated"], false);
    deal.decide(&house.executive, json!({ "words": "同意" })).await;
    assert_eq!(deal.read().await["initiated"], true);
}

/// After approval the team is appointed inside the limit by whom the grade names, and complete before prices are talked of.
#[tokio::test]
async fn ctl_prj_07() {
    let house = Whole::open().await;
    let deal = Deal::initiated(&house, "江城水务", SMALL).await;
    let before = Figure::of(&house, "CTL-PRJ-07").await;
    let owed = deal.obligations("appointment").await.remove(0);
    assert_eq!(
        (&owed["state"], &owed["people"][0]["name"]),
        (&json!("open"), &json!("吴桐"))
    );
    let appointed = deal.appointed().await;
    assert_eq!(
        (
            list(&appointed["team"]).len(),
            appointed["team"][0]["duty"].is_string()
        ),
        (5, true)
    );
    house.company.advance_time(TimeDelta::days(4)).await;
    let kept = before.moves_by(&house, "CTL-PRJ-07", 1, 1, &deal.id).await;
    assert_eq!(house.company.events("project.appointed").await.len(), 1);

    let bare = Deal::initiated(&house, "山城燃气", SMALL).await;
    house.company.advance_time(TimeDelta::days(6)).await;
    let broken = kept.moves_by(&house, "CTL-PRJ-07", 0, 1, &bare.id).await;
    bare.advance("solution").await;
    let roles = bare.missing_before("negotiation").await;
    for role in [
        "director",
        "manager",
        "planning-manager",
        "technical",
        "commercial",
    ] {
        assert!(roles.contains(&format!("filled:{role}")), "{roles:?}");
    }
    broken.moves_by(&house, "CTL-PRJ-07", 0, 0, &bare.id).await;
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
