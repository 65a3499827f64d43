use chrono::TimeDelta;
use serde_json::{Value, json};

use super::look;
use crate::identity::Reach;
use crate::testing::{TestCompany, TestMember};

async fn company() -> (TestCompany, TestMember, TestMember) {
    let company = TestCompany::open(vec![]).await;
    let boss = company.member("boss").allowed(&["*"], Reach::Company).await;
    let li = company.member("li").await;
    (company, boss, li)
}

/// Changes something of a member that hangs on nobody's rights.
async fn change(boss: &TestMember, member: &TestMember) {
    let path = format!("/members/{}", member.id);
    let version = boss.get(&path).await.version().unwrap();
    boss.patch(&path, version, json!({ "phone": "13900000000" }))
        .await
        .ok();
}

fn about(member: &TestMember) -> Value {
    json!({ "kind": "member", "id": member.id })
}

#[tokio::test]
async fn whoever_comes_is_told_how_things_stand_and_then_what_changes() {
    let (_company, boss, li) = company().await;
    let mut following = boss.follow().await;
    let first = following.next().await.unwrap();
    assert_eq!(
        (&first["changed"], &first["everything"]),
        (&json!([]), &json!(false))
    );
    change(&boss, &li).await;
    let news = following.next().await.unwrap();
    assert_eq!(news["changed"], json!([about(&li)]));
    assert!(news["last"].as_str() > first["last"].as_str(), "{news}");
}

#[tokio::test]
async fn what_somebody_may_not_see_is_not_told() {
    let (company, boss, li) = company().await;
    let wang = company.member("wang").allowed(&["member.read"], Reach::Own).await;
    let (mut of_boss, mut of_wang) = (boss.follow().await, wang.follow().await);
    of_boss.next().await;
    of_wang.next().await;
    for member in [&li, &wang] {
        change(&boss, member).await;
        assert_eq!(of_boss.next().await.unwrap()["changed"], json!([about(member)]));
    }
    let told = of_wang.next().await.unwrap();
    assert_eq!(told["changed"], json!([about(&wang)]));
}

#[tokio::test]
async fn whoever_comes_again_is_told_what_was_missed_or_to_read_everything() {
    let (company, boss, li) = company().await;
    change(&boss, &boss).await;
    let last = boss.get("/events").await.ok()["last"]
        .as_str()
        .unwrap()
        .to_owned();
    change(&boss, &li).await;
    let mut again = company
        .follow(boss.id, Some(&last))
        .await
        .unwrap_or_else(|_| panic!());
    let missed = again.next().await.unwrap();
    assert_eq!(missed["changed"], json!([about(&li)]));
    company.clock().set(company.now() + TimeDelta::hours(1));
    let long_after = boss.get(&format!("/events?after={last}")).await.ok();
    assert_eq!(long_after["everything"], true);
}

#[tokio::test]
async fn what_another_program_wrote_is_found_once() {
    let (company, boss, li) = company().await;
    assert_eq!(look(company.app()).await.unwrap(), 0, "nobody listens");
    change(&boss, &li).await;
    let mut following = boss.follow().await;
    following.next().await;
    // The event was recorded before anybody listened here, as another program's would be.
    assert!(look(company.app()).await.unwrap() > 0);
    let news = following.next().await.unwrap();
    let changed = news["changed"].as_array().unwrap();
    assert!(changed.contains(&about(&li)), "{news}");
    assert_eq!(look(company.app()).await.unwrap(), 0);
}

#[tokio::test]
async fn a_member_has_eight_seats_and_one_that_is_left_is_free() {
    let (company, boss, _) = company().await;
    let mut open = Vec::new();
    for _ in 0..8 {
        open.push(boss.follow().await);
    }
    assert_eq!(company.follow(boss.id, None).await.err(), Some(429));
    open.pop();
    assert!(company.follow(boss.id, None).await.is_ok());
}

#[tokio::test]
async fn the_line_ends_when_rights_change_and_when_the_program_stops() {
    let (company, boss, li) = company().await;
    let mut following = li.follow().await;
    following.next().await;
    company.member("li").with_positions(&["sales"]).await;
    company.app().reload_policies().await.unwrap();
    change(&boss, &boss).await;
    assert_eq!(following.next().await, None);
    let mut following = li.follow().await;
    following.next().await;
    company.app().live().close();
    assert_eq!(following.next().await, None);
}
