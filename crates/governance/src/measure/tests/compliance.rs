//! Obligations, gates and controls by what fell due.

use chrono::TimeDelta;
use sea_orm::EntityTrait;
use serde_json::{Value, json};
use xianji_platform::testing::TestCompany;
use xianji_platform::{Reach, Subject};

use super::company::{DealFiled, DealId, PACK, deal, happens, open, open_with, won};
use crate::engine::Context;
use crate::measure::Counts;
use crate::measure::queries::{self, By, Days, Whose};
use crate::obligation::entity::{Column, Entity};
use crate::obligation::{self, ObligationId};

async fn counts(company: &TestCompany, rule: &str, period: &str) -> Counts {
    let ctx = Context::read(company.app());
    let days = Days::of(&period.parse().unwrap(), ctx.today());
    queries::counts(
        &queries::sums(&ctx, &[rule.to_owned()], days, &Whose::default(), By::default())
            .await
            .unwrap(),
    )
}

async fn owed(company: &TestCompany, deal: DealId) -> ObligationId {
    use sea_orm::{ColumnTrait, QueryFilter};
    Entity::find()
        .filter(Column::SubjectId.eq(deal.0))
        .one(&company.app().reader())
        .await
        .unwrap()
        .unwrap()
        .id
}

/// Five deals won: papers in time, late, never, waived; and one that is not due yet.
async fn five_deals(company: &TestCompany) -> Vec<DealId> {
    let li = company.member("li").allowed(&["*"], Reach::Company).await;
    let mut deals = Vec::new();
    for _ in 0..4 {
        let deal = deal(company, &li, company.root(), None).await;
        happens(&li, won(deal, 1)).await;
        deals.push(deal);
    }
    happens(
        &li,
        DealFiled {
            deal: deals[0],
            complete: true,
        },
    )
    .await;
    let waived = owed(company, deals[3]).await;
    let mut work = company.work().await;
    obligation::waive(&mut work, waived, Some("the customer asked".into()))
        .await
        .unwrap();
    work.commit().await.unwrap();
    company.advance_time(TimeDelta::days(3)).await;
    happens(
        &li,
        DealFiled {
            deal: deals[1],
            complete: false,
        },
    )
    .await;
    let early = deal(company, &li, company.root(), None).await;
    happens(&li, won(early, 1)).await;
    deals.push(early);
    deals
}

#[tokio::test]
async fn case_14_compliance_of_a_period() {
    let company = open().await;
    five_deals(&company).await;

    let march = counts(&company, "obligation:paper", "2026-03").await;
    assert_eq!(
        march,
        Counts {
            due: 4,
            on_time: 1,
            late: 1,
            open: 1,
            waived: 1,
            ..Counts::default()
        }
    );
    assert_eq!(march.percent(), Some(25.0));
    assert_eq!(
        counts(&company, "obligation:paper", "2026-02").await,
        Counts::default()
    );

    company.advance_time(TimeDelta::days(2)).await;
    assert_eq!(
        counts(&company, "obligation:paper", "2026-03").await.open,
        2,
        "the last has fallen due by now"
    );
}

#[tokio::test]
async fn what_falls_due_later_today_is_not_due_yet() {
    let company = open().await;
    let li = company.member("li").await;
    let deal = deal(&company, &li, company.root(), None).await;
    happens(&li, won(deal, 1)).await;
    company.clock().advance(TimeDelta::hours(47));
    assert_eq!(
        counts(&company, "obligation:paper", "2026-03").await,
        Counts::default()
    );
    company.clock().advance(TimeDelta::hours(2));
    assert_eq!(counts(&company, "obligation:paper", "2026-03").await.open, 1);
}

#[tokio::test]
async fn a_void_obligation_counts_neither_way() {
    let company = open().await;
    let li = company.member("li").await;
    let deal = deal(&company, &li, company.root(), None).await;
    happens(&li, won(deal, 1)).await;
    let mut work = company.work().await;
    obligation::void(&mut work, owed(&company, deal).await)
        .await
        .unwrap();
    work.commit().await.unwrap();
    company.clock().advance(TimeDelta::days(5));
    assert_eq!(
        counts(&company, "obligation:paper", "2026-03").await,
        Counts::default()
    );
}

#[tokio::test]
async fn a_gate_passed_by_exemption_counts_against_it() {
    let company = open().await;
    let li = company.member("li").await;
    let deal = deal(&company, &li, company.root(), None).await;
    for (met, exempted) in [(true, false), (true, false), (false, true), (false, false)] {
        let mut work = li.work().await;
        let facts = json!({ "met": met, "exempted": exempted });
        work.record_named("gate:papers-first.passed", Subject::new("deal", deal), facts)
            .await
            .unwrap();
        work.commit().await.unwrap();
    }
    let passed = counts(&company, "gate:papers-first", "2026-03").await;
    assert_eq!(
        passed,
        Counts {
            due: 4,
            met: 2,
            exempted: 1,
            unmet: 1,
            ..Counts::default()
        }
    );
}

#[tokio::test]
async fn the_heat_map_opens_exactly_the_records_it_counted() {
    let company = open().await;
    five_deals(&company).await;
    let li = company.member("li").await;

    let map = li.get("/compliance?period=2026-03").await.ok();
    let row = map["controls"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["id"] == "CTL-T-1")
        .unwrap()
        .clone();
    assert_eq!(row["name"], "Papers in time");
    assert_eq!(row["state"], "bound");
    assert_eq!(row["total"]["percent"], 25.0);
    assert_eq!(row["cells"][0]["counts"]["waived"], 1);
    assert_eq!(map["departments"][0]["name"], "总公司");
    assert_eq!(map["summary"]["counts"]["due"], 4);

    let records = li
        .get("/compliance/controls/CTL-T-1/records?period=2026-03")
        .await
        .ok();
    assert_eq!(records["total"]["count"], 4);
    let mut outcomes: Vec<&str> = records["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|item| item["outcome"].as_str())
        .collect();
    outcomes.sort_unstable();
    assert_eq!(outcomes, ["late", "on_time", "open", "waived"]);
    let late = li
        .get("/compliance/controls/CTL-T-1/records?period=2026-03&outcome=late")
        .await
        .ok();
    assert_eq!(late["total"]["count"], 1);

    let all = li.get("/compliance/records?period=2026-03").await.ok();
    assert_eq!(all["total"]["count"], map["summary"]["counts"]["due"]);
    let open = li
        .get("/compliance/records?period=2026-03&outcome=open")
        .await
        .ok();
    assert_eq!(open["total"]["count"], map["summary"]["counts"]["open"]);

    let control = li.get("/compliance/controls/CTL-T-1?period=2026-03").await.ok();
    assert_eq!(control["trend"].as_array().map(Vec::len), Some(12));
    assert_eq!(control["trend"][11]["total"]["percent"], 25.0);
    assert_eq!(control["clauses"][0]["id"], "C-1");
    assert_eq!(
        control["rules"][0],
        json!({ "id": "obligation:paper", "name": "Hand in the papers", "on": true })
    );
    assert_eq!(li.get("/compliance/controls/CTL-NO-99").await.status, 404);
}

#[tokio::test]
async fn a_control_measured_by_a_ratio_first_comes_to_that_ratio() {
    let company = open().await;
    five_deals(&company).await;
    let li = company.member("li").await;
    let control = li.get("/compliance/controls/CTL-T-2?period=2026-03").await.ok();
    assert_eq!(control["total"]["percent"], 50.0);
    assert_eq!(control["measures"].as_array().map(Vec::len), Some(2));
}

#[tokio::test]
async fn a_clause_whose_rule_is_switched_off_shows_why() {
    let company = open_with(&PACK.replace("measured_by = [\"obligation:paper\"]", "measured_by = []")).await;
    let li = company
        .member("li")
        .allowed(&["control.read"], Reach::Company)
        .await;
    let clauses = li.get("/compliance/clauses").await.ok();
    let clause: &Value = clauses
        .as_array()
        .unwrap()
        .iter()
        .find(|clause| clause["id"] == "C-1")
        .unwrap();
    assert_eq!(clause["state"], "partly");
    assert_eq!(clause["controls"][0]["state"], "partly");
    assert_eq!(
        clause["controls"][0]["lacks"],
        json!([{ "code": "no-measure", "what": "" }])
    );
}

#[tokio::test]
async fn compliance_is_shown_as_far_as_one_may_see() {
    let company = open().await;
    five_deals(&company).await;
    let wang = company
        .member("wang")
        .allowed(&["control.read"], Reach::Own)
        .await;
    let map = wang.get("/compliance?period=2026-03").await.ok();
    assert_eq!(map["departments"], json!([]));
    assert_eq!(map["summary"]["counts"]["due"], 0);
    let sun = company.member("sun").await;
    assert_eq!(sun.get("/compliance").await.status, 403);
}
