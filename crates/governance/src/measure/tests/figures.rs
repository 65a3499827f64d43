//! What figures come to.

use chrono::TimeDelta;
use serde_json::json;
use xianji_kernel::beat::Stretch;
use xianji_platform::testing::TestCompany;
use xianji_platform::{DepartmentId, Reach};

use super::company::{DealAnswered, DealFiled, close, deal, happens, moves, open, won};
use crate::engine::Context;
use crate::measure::model::plain;
use crate::measure::queries::{self, By, Days, Whose};

async fn figure(company: &TestCompany, metric: &str, period: &str, whose: Whose) -> Option<f64> {
    let ctx = Context::read(company.app());
    let stretch: Stretch = period.parse().unwrap();
    queries::figure(&ctx, metric, Days::of(&stretch, ctx.today()), &whose)
        .await
        .unwrap()
}

fn of(department: DepartmentId) -> Whose {
    Whose {
        departments: Some(vec![department]),
        ..Whose::default()
    }
}

#[tokio::test]
async fn case_12_reorganised() {
    let company = open().await;
    let (west, east) = (
        company.department("西区", None).await,
        company.department("东区", None).await,
    );
    let li = company.member("li").in_department(west).await;
    let deal = deal(&company, &li, west, None).await;
    happens(&li, won(deal, 100)).await;
    let before = figure(&company, "won-amount", "2026-03-02", of(west)).await;

    company.advance_time(TimeDelta::days(3)).await;
    moves(&company, &li, east).await;
    happens(&li, won(deal, 200)).await;

    assert_eq!(before, Some(100.0));
    assert_eq!(
        figure(&company, "won-amount", "2026-03", of(west)).await,
        Some(100.0),
        "what was earned there stays there"
    );
    assert_eq!(
        figure(&company, "won-amount", "2026-03", of(east)).await,
        Some(200.0)
    );
    assert_eq!(
        figure(
            &company,
            "won-amount",
            "2026-03",
            Whose {
                member: Some(li.id),
                ..Whose::default()
            }
        )
        .await,
        Some(300.0)
    );
}

#[tokio::test]
async fn a_share_that_finds_nobody_is_nobodys_so_that_sums_stay_whole() {
    let company = open().await;
    let (li, wang) = (company.member("li").await, company.member("wang").await);
    let shared = deal(&company, &li, company.root(), Some(&wang)).await;
    let alone = deal(&company, &li, company.root(), None).await;
    happens(&wang, won(shared, 1)).await;
    happens(&wang, won(alone, 1)).await;

    let mine = |member| Whose {
        member: Some(member),
        ..Whose::default()
    };
    assert_eq!(
        figure(&company, "won-shared", "2026-03", mine(li.id)).await,
        Some(1.4)
    );
    assert_eq!(
        figure(&company, "won-shared", "2026-03", mine(wang.id)).await,
        Some(0.3)
    );
    assert_eq!(
        figure(&company, "won-shared", "2026-03", Whose::default()).await,
        Some(2.0)
    );
}

#[tokio::test]
async fn a_metric_is_kept_apart_by_a_fact() {
    let company = open().await;
    let li = company.member("li").await;
    let deal = deal(&company, &li, company.root(), None).await;
    happens(&li, won(deal, 1)).await;
    happens(
        &li,
        super::company::DealWon {
            deal,
            amount: 1,
            channel: "web".into(),
        },
    )
    .await;

    let ctx = Context::read(company.app());
    let days = Days {
        from: ctx.today(),
        to: ctx.today(),
    };
    let groups = queries::sums(
        &ctx,
        &["won-by-channel".into()],
        days,
        &Whose::default(),
        By::default(),
    )
    .await
    .unwrap();
    let slices: Vec<(&str, f64)> = groups
        .iter()
        .map(|group| (group.slice.as_str(), plain(group.sums.numerator_e4)))
        .collect();
    assert_eq!(slices.len(), 2);
    assert!(slices.contains(&("event.channel=mail", 1.0)) && slices.contains(&("event.channel=web", 1.0)));
}

#[tokio::test]
async fn a_ratio_without_anything_due_is_no_value() {
    let company = open().await;
    let li = company.member("li").await;
    let deal = deal(&company, &li, company.root(), None).await;
    assert_eq!(
        figure(&company, "complete", "2026-03", Whose::default()).await,
        None
    );
    for complete in [true, true, true, false] {
        happens(&li, DealFiled { deal, complete }).await;
    }
    assert_eq!(
        figure(&company, "complete", "2026-03", Whose::default()).await,
        Some(75.0)
    );
    assert_eq!(
        figure(&company, "complete", "2026-02", Whose::default()).await,
        None
    );
}

#[tokio::test]
async fn medians_means_maxima_and_formulas_follow_their_entries() {
    let company = open().await;
    let li = company.member("li").await;
    let deal = deal(&company, &li, company.root(), None).await;
    for minutes in [40, 10, 30, 20, 100] {
        happens(&li, DealAnswered { deal, minutes }).await;
    }
    let of = |metric| figure(&company, metric, "2026-03", Whose::default());
    assert_eq!(of("median").await, Some(30.0));
    assert_eq!(of("average").await, Some(40.0));
    assert_eq!(of("slowest").await, Some(100.0));
    assert_eq!(of("spread").await, Some(70.0));
}

#[tokio::test]
async fn what_stands_is_counted_once_a_night() {
    let company = open().await;
    let li = company.member("li").await;
    for _ in 0..3 {
        deal(&company, &li, company.root(), None).await;
    }
    company.advance_time(TimeDelta::days(1)).await;
    company.tick().await;

    assert_eq!(
        figure(&company, "standing", "2026-03-02", Whose::default()).await,
        Some(3.0)
    );
    assert_eq!(
        figure(&company, "standing", "2026-03-03", Whose::default()).await,
        None,
        "that day has not ended"
    );
}

#[tokio::test]
async fn a_standing_figure_opens_the_records_that_it_was_counted_from() {
    let company = open().await;
    let li = company
        .member("li")
        .allowed(&["measure.read", "deal.read"], Reach::Company)
        .await;
    let mut deals = Vec::new();
    for _ in 0..3 {
        deals.push(deal(&company, &li, company.root(), None).await);
    }
    company.advance_time(TimeDelta::days(1)).await;
    close(&company, deals[0]).await;
    company.advance_time(TimeDelta::days(1)).await;
    company.tick().await;

    let records = async |period: &str| -> Vec<String> {
        let (mut path, mut found) = (
            format!("/measures/standing/records?period={period}&limit=2"),
            Vec::new(),
        );
        loop {
            let page = li.get(&path).await.ok();
            for item in page["items"].as_array().unwrap() {
                assert_eq!(item["event_id"], json!(null));
                assert_eq!(item["number"], "D-1");
                found.push(item["subject"]["id"].as_str().unwrap().to_owned());
            }
            let Some(next) = page["next"].as_str() else {
                assert_eq!(page["total"]["count"], found.len());
                return found;
            };
            path = format!("/measures/standing/records?period={period}&limit=2&cursor={next}");
        }
    };
    assert_eq!(records("2026-03-02").await.len(), 3);
    let after = records("2026-03-03").await;
    assert_eq!(after.len(), 2);
    assert!(
        !after.contains(&deals[0].to_string()),
        "what was closed on that day stands no more"
    );
    for (period, number) in [("2026-03-02", 3.0), ("2026-03-03", 2.0)] {
        assert_eq!(
            figure(&company, "standing", period, Whose::default()).await,
            Some(number)
        );
    }
}

#[tokio::test]
async fn one_sees_as_far_as_one_may() {
    let company = open().await;
    let west = company.department("西区", None).await;
    let li = company
        .member("li")
        .in_department(west)
        .allowed(&["measure.read"], Reach::Own)
        .await;
    let wang = company
        .member("wang")
        .in_department(west)
        .allowed(&["measure.read"], Reach::Department)
        .await;
    let zhao = company
        .member("zhao")
        .allowed(&["measure.read"], Reach::Tree)
        .await;
    let sun = company.member("sun").await;
    for owner in [&li, &wang, &zhao] {
        let of = if owner.id == zhao.id { company.root() } else { west };
        let deal = deal(&company, owner, of, None).await;
        happens(owner, won(deal, 100)).await;
    }
    let value = async |member: &xianji_platform::testing::TestMember| {
        member.get("/measures/won-amount?period=2026-03").await.ok()["figure"]["value"]
            .as_f64()
            .unwrap()
    };
    assert_eq!(value(&li).await, 100.0);
    assert_eq!(value(&wang).await, 200.0);
    assert_eq!(value(&zhao).await, 300.0);
    assert_eq!(sun.get("/measures/won-amount").await.status, 403);
    assert_eq!(zhao.get("/measures/no-such-metric").await.status, 404);
    assert_eq!(zhao.get("/measures/won-amount?period=soon").await.status, 422);
}

#[tokio::test]
async fn the_records_behind_a_figure_come_page_by_page() {
    let company = open().await;
    let li = company
        .member("li")
        .allowed(&["measure.read", "deal.read"], Reach::Company)
        .await;
    for amount in 1..=5 {
        let deal = deal(&company, &li, company.root(), None).await;
        happens(&li, won(deal, amount)).await;
    }
    let (mut path, mut amounts) = (
        "/measures/won-amount/records?period=2026-03&limit=2".to_owned(),
        Vec::new(),
    );
    loop {
        let page = li.get(&path).await.ok();
        assert_eq!(page["total"]["count"], 5);
        for item in page["items"].as_array().unwrap() {
            assert_eq!(item["number"], "D-1");
            assert!(item["address"].as_str().unwrap().starts_with("/deals/"));
            amounts.push(item["value"].as_f64().unwrap());
        }
        let Some(next) = page["next"].as_str() else { break };
        path = format!("/measures/won-amount/records?period=2026-03&limit=2&cursor={next}");
    }
    assert_eq!(amounts, [1.0, 2.0, 3.0, 4.0, 5.0]);
    assert_eq!(li.get("/measures/won-amount/records?cursor=zz").await.status, 400);
}
