//! Controls of initiation and appointment, each kept and broken through the API, its compliance read before and after.

use chrono::TimeDelta;
use serde_json::json;
use xianji_platform::testing::{pack, shipped};

use crate::company::Whole;
use crate::deal::{Deal, Figure, list, missing, opinion, package, text};

const SMALL: i64 = 900_000;
const LARGE: i64 = 60_000_000;

/// An incomplete application is not handed in; handed in later it was not complete at first. Its revisions stay.
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
    let refused = before.moves_by(&house, "CTL-PRJ-04", 0, 0, &id).await;

    deal.package().await;
    deal.graded(json!({})).await;
    let handed = house.sales.post(&submit, json!({})).await.ok();
    assert_eq!(handed["state"], "in_review");
    let kept = refused.moves_by(&house, "CTL-PRJ-04", 0, 1, &id).await;

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

    deal.decide(&house.sales_manager, json!({ "opinion": opinion() }))
        .await;
    let page = house
        .executive
        .get("/compliance/controls/CTL-PRJ-04?period=2026-03")
        .await
        .ok();
    let measures = list(&page["measures"]);
    let packages = measures.iter().find(|one| one["id"] == "packages-complete");
    assert_eq!(
        packages.unwrap()["value"],
        100.0,
        "approved with its final package"
    );
}

/// Nobody designs a solution or wins without an approved initiation, unless exempted, which counts against it.
#[tokio::test]
async fn ctl_prj_05() {
    let house = Whole::open().await;
    let early = Deal::in_requirements(&house, "山城燃气", SMALL).await;
    early.analysis().await;
    let before = Figure::of(&house, "CTL-PRJ-05").await;
    assert_eq!(early.missing_before("solution").await, ["approved:initiation"]);
    assert_eq!(
        missing(&early.win(SMALL, "2026-03-02").await),
        ["approved:initiation", "cel:project.stage == 'signing'"]
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
    let before = Figure::of(&house, "CTL-PRJ-05").await;
    let prompt = Deal::in_requirements(&house, "山城燃气", SMALL).await;
    house.company.advance_time(TimeDelta::days(1)).await;
    assert_eq!(prompt.obligations("initiation-due").await[0]["state"], "open");
    prompt.applied_for().await;
    house.company.advance_time(TimeDelta::days(1)).await;
    let deal = Deal::in_requirements(&house, "江城水务", SMALL).await;
    let listed = house.executive.get("/projects/uninitiated").await.ok();
    assert_eq!(
        (list(&listed["items"]).len(), text(&listed["items"][0]["id"])),
        (1, deal.id.clone())
    );

    house.company.advance_time(TimeDelta::days(13)).await;
    assert_eq!(
        prompt.obligations("initiation-due").await[0]["state"],
        "fulfilled"
    );
    let kept = before.moves_by(&house, "CTL-PRJ-05", 1, 1, &prompt.id).await;

    house.company.advance_time(TimeDelta::days(3)).await;
    assert_eq!(deal.obligations("initiation-due").await[0]["overdue"], true);
    kept.moves_by(&house, "CTL-PRJ-05", 0, 1, &deal.id).await;
}

/// What the gate asks of no small deal is owed for none either.
#[tokio::test]
async fn ctl_prj_05_below_the_amount_from_which_deals_are_initiated() {
    let house = Whole::open().await;
    let mut packs = shipped("standard");
    let mut own = pack(
        "small-deals",
        "extends = [\"standard\"]\n[settings]\ninitiation-from = \"CNY 1000000\"\n",
    );
    own.files
        .iter_mut()
        .for_each(|file| file.text = file.text.replace("\n\n", "\n"));
    packs.insert(0, own);
    house.company.adopt(&packs, None).await;
    let small = Deal::in_requirements(&house, "江城水务", SMALL).await;
    let large = Deal::in_requirements(&house, "山城燃气", 2_000_000).await;
    house.company.advance_time(TimeDelta::hours(1)).await;
    assert_eq!(large.obligations("initiation-due").await[0]["state"], "open");
    assert!(small.obligations("initiation-due").await.is_empty());
    assert_eq!(
        missing(&small.win(SMALL, "2026-03-02").await),
        ["cel:project.stage == 'signing'"]
    );
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
    let late = kept.moves_by(&house, "CTL-PRJ-06", 0, 1, &slow.id).await;

    // The condition was set in the review: fulfilled by its day, it counts as kept.
    let owed = house.engineer.get("/workbench").await.ok();
    let set = list(&owed["obligations"])
        .into_iter()
        .find(|one| one["name"] == json!("补充现场勘察"))
        .unwrap();
    let done = format!("/obligations/{}/complete", text(&set["id"]));
    house.engineer.post(&done, json!({ "note": "已勘察" })).await.ok();
    house.company.advance_time(TimeDelta::days(25)).await;
    late.moves_by(&house, "CTL-PRJ-06", 1, 1, &deal.id).await;
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
    let appointed = before.moves_by(&house, "CTL-PRJ-07", 1, 1, &deal.id).await;
    assert_eq!(house.company.events("project.appointed").await.len(), 1);

    deal.advance("solution").await;
    deal.strategy().await;
    deal.milestone("方案评审", "2026-03-20").await;
    let lacks = house.sales.get(&deal.path("/gate?to=negotiation")).await.ok();
    let plan = list(&lacks["items"]);
    let plan = plan.iter().find(|one| one["need"] == "cel:project.planned");
    assert_eq!(
        plan.unwrap()["address"],
        json!(format!("/projects/{}?tab=plan", deal.id)),
        "the gate leads to the plan"
    );
    deal.baselined().await;
    deal.put(&house.engineer, "solution", &[]).await;
    deal.advance("negotiation").await;
    let kept = appointed.moves_by(&house, "CTL-PRJ-07", 1, 1, &deal.id).await;

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

/// Nobody but the authority that the grade names appoints, whatever right they have.
#[tokio::test]
async fn ctl_prj_07_the_authority_follows_the_grade() {
    let house = Whole::open().await;
    let office = house
        .company
        .member("沈静")
        .with_positions(&["sales-manager", "body:sales-office"])
        .await;
    let deal = Deal::in_requirements(&house, "江城水务", LARGE).await;
    deal.analysis().await;
    deal.applied_for().await;
    let given = || json!({ "opinion": opinion() });
    deal.decide(&house.sales_manager, given()).await;
    for reviewer in [&house.finance, &house.engineer] {
        deal.decide(reviewer, given()).await;
    }
    deal.decide(&house.executive, json!({ "words": "同意" })).await;

    let team = json!({ "team": [{ "member": house.sales.id, "role": "manager", "duty": "全程" }] });
    let wrong = house
        .sales_manager
        .post(&deal.path("/appoint"), team.clone())
        .await;
    assert_eq!((wrong.status, wrong.code()), (403, "forbidden"), "{wrong}");
    assert!(house.company.events("project.appointed").await.is_empty());
    assert_eq!(
        house.company.events("action.refused").await.len(),
        1,
        "that is evidence"
    );
    office.post(&deal.path("/appoint"), team).await.ok();
    assert_eq!(
        house.company.events("project.appointed").await[0]["facts"]["by"],
        json!(office.id)
    );
}
