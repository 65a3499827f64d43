//! `xianji policy`.

use sea_orm::ConnectionTrait;
use serde_json::json;
use xianji_platform::Reach;
use xianji_platform::testing::TestCompany;

use crate::{on, xianji};

#[test]
fn check_finds_no_mistake_in_what_is_shipped() {
    let said = xianji(&["policy", "check"]).well();
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), xianji_server::packs::names().len(), "{said}");
    assert!(lines.iter().all(|line| line.ends_with(": no mistakes")), "{said}");
}

#[test]
fn check_names_file_and_line_of_every_mistake_and_ends_with_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let pack = folder.path().join("own");
    std::fs::create_dir(&pack).unwrap();
    let text = include_str!("../../../policy/tests/broken/twenty.toml");
    std::fs::write(pack.join("pack.toml"), text).unwrap();
    let said = xianji(&["policy", "check", &pack.display().to_string()]);
    assert!(!said.well, "{}", said.out);
    let last = said.out.lines().last().unwrap();
    let count: usize = last.split(' ').next().unwrap().parse().unwrap();
    assert!(count >= 20, "{last}");
    assert!(said.out.contains("pack.toml:"), "{}", said.out);
}

#[test]
fn coverage_has_a_line_for_every_control_and_counts_those_that_are_bound() {
    let said = xianji(&["policy", "coverage", "standard"]).well();
    let lines: Vec<&str> = said.lines().collect();
    let (last, controls) = lines.split_last().unwrap();
    let catalogue = xianji_server::packs::CONTROLS
        .lines()
        .filter(|line| line.starts_with("CTL-"));
    assert_eq!(controls.len(), catalogue.count(), "{said}");
    let bound = controls
        .iter()
        .filter(|line| line.split_whitespace().any(|word| word == "bound"))
        .count();
    assert!(bound > 0);
    assert_eq!(*last, format!("{bound} of {} controls bound", controls.len()));
}

#[tokio::test]
async fn recount_finds_nothing_on_a_company_at_work_and_mends_a_sum_that_is_wrong() {
    let company = TestCompany::open(xianji_server::house::modules()).await;
    company.adopt_shipped("standard").await;
    let li = company.member("li").allowed(&["*"], Reach::Company).await;
    let made = li.post("/customers", json!({ "name": "南湖水务" })).await.ok();
    li.post("/projects", json!({ "name": "监测平台", "customer": made["id"] }))
        .await
        .ok();
    company.tick().await;
    let right = ["entries of 0 sources", " 0 daily sums", " 0 sums of projects"];
    let untouched = on(&company, &["policy", "recount"]).well();
    assert!(right.iter().all(|part| untouched.contains(part)), "{untouched}");
    let db = company.app().database().writer();
    db.execute_unprepared("UPDATE project_tally SET count = count + 7")
        .await
        .unwrap();
    let mended = on(&company, &["policy", "recount"]).well();
    assert!(!mended.contains(" 0 sums of projects"), "{mended}");
    let again = on(&company, &["policy", "recount"]).well();
    assert!(right.iter().all(|part| again.contains(part)), "{again}");
}
