use chrono::TimeDelta;

use super::{TestCompany, start};
use crate::identity::Reach;

#[tokio::test]
async fn each_company_has_a_database_of_its_own() {
    let (one, other) = (TestCompany::open(vec![]).await, TestCompany::open(vec![]).await);
    one.department("西区", None).await;
    assert_eq!(one.app().policies().tree().all().count(), 2);
    assert_eq!(other.app().policies().tree().all().count(), 1);
}

#[tokio::test]
async fn a_member_has_the_rights_that_the_test_gives_and_no_others() {
    let company = TestCompany::open(vec![]).await;
    let li = company.member("li").await;
    assert!(!li.act().await.may("ledger.read"));
    let again = company.member("li").allowed(&["*"], Reach::Company).await;
    assert_eq!(again.id, li.id);
    assert_eq!(li.act().await.department(), Some(company.root()));
}

#[tokio::test]
async fn the_clock_moves_only_when_told() {
    let company = TestCompany::open(vec![]).await;
    assert_eq!(company.now(), start());
    company.advance_time(TimeDelta::days(10)).await;
    assert_eq!(company.now(), start() + TimeDelta::days(10));
}

#[tokio::test]
async fn an_address_that_is_not_there_is_a_problem_like_any_other() {
    let company = TestCompany::open(vec![]).await;
    assert!(
        company
            .public_get("/nowhere")
            .await
            .to_string()
            .starts_with("404 not-found: ")
    );
}
