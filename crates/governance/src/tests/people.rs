//! Whom a rule means: empty lists, posts that nobody holds, absence and delegation, majorities.

use chrono::TimeDelta;
use sea_orm::{ActiveValue::Set, EntityTrait};
use serde_json::{Value, json};
use xianji_platform::identity::entity::{absence, delegation};
use xianji_platform::testing::{TestCompany, TestMember};

use crate::obligation::State;
use crate::testing::*;

const WATCHED: &str = r#"
[[obligation]]
id = "watch"
name = { zh = "监控" }
opens_on = "thing.called"
responsible = "thing.watchers"
due = "1 working day"
fulfilled_by = "hand"

[[obligation]]
id = "watch-all"
name = { zh = "共同监控" }
opens_on = "thing.called"
responsible = "all(thing.watchers, thing.keeper)"
due = "1 working day"
fulfilled_by = "hand"
also = true
"#;

#[tokio::test]
async fn an_empty_list_of_people_is_no_vacancy_and_nothing_opens_for_nobody() {
    let company = company(WATCHED).await;
    let people = cast(&company).await;
    let thing = thing(&company, &people.li).await;
    happens(&people.zhao, thing, "thing.called").await;
    assert!(of_rule(&company, "watch").await.is_empty());
    let rest = only(&company, "watch-all").await;
    assert_eq!(
        owners(&company, &rest).await,
        [people.li.id],
        "those who are there owe it"
    );
    let faults: Value = people.li.get("/faults").await.ok();
    assert_eq!(faults["items"], json!([]));

    changes(&people.li, thing, "thing.changed", |row| {
        row.watcher_id = Some(people.wang.id)
    })
    .await;
    happens(&people.zhao, thing, "thing.called").await;
    assert_eq!(
        owners(&company, &only(&company, "watch").await).await,
        [people.wang.id]
    );
}

const SHARED: &str = r#"
[[obligation]]
id = "keep"
name = { zh = "看管" }
opens_on = "thing.called"
responsible = "thing.keeper"
due = "3 working days"
fulfilled_by = "hand"

[[obligation]]
id = "duty"
name = { zh = "值班" }
opens_on = "thing.called"
responsible = "position:clerk"
due = "3 working days"
fulfilled_by = "hand"
"#;

/// Away from one moment to another, with or without somebody who stands in.
async fn leaves(company: &TestCompany, who: &TestMember, hours: (i64, i64), delegate: Option<&TestMember>) {
    let mut work = company.work().await;
    let (from_at, until_at) = (
        work.now + TimeDelta::hours(hours.0),
        work.now + TimeDelta::hours(hours.1),
    );
    let away = absence::ActiveModel {
        id: Set(work.next_id()),
        member_id: Set(who.id),
        from_at: Set(from_at),
        until_at: Set(until_at),
        reason: Set("leave".into()),
        version: Set(1),
        created_at: Set(work.now),
        updated_at: Set(work.now),
    };
    absence::Entity::insert(away)
        .exec_without_returning(&work.db())
        .await
        .unwrap();
    if let Some(delegate) = delegate {
        let acting = delegation::ActiveModel {
            id: Set(work.next_id()),
            member_id: Set(who.id),
            delegate_id: Set(delegate.id),
            from_at: Set(from_at),
            until_at: Set(until_at),
            reason: Set("leave".into()),
            ended_at: Set(None),
            version: Set(1),
            created_at: Set(work.now),
            updated_at: Set(work.now),
        };
        delegation::Entity::insert(acting)
            .exec_without_returning(&work.db())
            .await
            .unwrap();
    }
    work.commit().await.unwrap();
}

#[tokio::test]
async fn whoever_is_away_is_stood_in_for_by_the_delegate_while_it_lasts() {
    let company = company(SHARED).await;
    let people = cast(&company).await;
    let thing = thing(&company, &people.li).await;
    happens(&people.zhao, thing, "thing.called").await;
    company.tick().await;
    leaves(&company, &people.li, (2, 30), Some(&people.wang)).await;
    company.tick().await;
    let row = only(&company, "keep").await;
    assert_eq!(owners(&company, &row).await, [people.li.id], "not away yet");

    company.advance_time(TimeDelta::hours(3)).await;
    assert_eq!(owners(&company, &row).await, [people.wang.id]);
    assert_eq!(only(&company, "keep").await.due_at, row.due_at);
    company.advance_time(TimeDelta::hours(30)).await;
    assert_eq!(owners(&company, &row).await, [people.li.id], "back again");
    let faults: Value = people.li.get("/faults").await.ok();
    assert_eq!(faults["items"], json!([]), "a delegate was named");
}

#[tokio::test]
async fn case_06_an_absence_without_delegate_goes_to_the_head_and_is_a_fault() {
    let company = company(SHARED).await;
    let people = cast(&company).await;
    let thing = thing(&company, &people.li).await;
    leaves(&company, &people.li, (0, 30), None).await;
    happens(&people.zhao, thing, "thing.called").await;
    assert_eq!(
        owners(&company, &only(&company, "keep").await).await,
        [people.qian.id]
    );
    let faults: Value = people.li.get("/faults").await.ok();
    assert_eq!(faults["items"][0]["code"], "absent");
}

#[tokio::test]
async fn what_somebody_took_and_left_is_on_everybodys_list_again() {
    let company = company(SHARED).await;
    let people = cast(&company).await;
    let thing = thing(&company, &people.zhao).await;
    happens(&people.zhao, thing, "thing.called").await;
    let row = only(&company, "duty").await;
    people
        .li
        .post(&format!("/obligations/{}/take", row.id), json!({}))
        .await
        .ok();
    assert!(!workbench(&people.wang).await.contains(&"duty".to_owned()));

    leaves(&company, &people.li, (0, 30), Some(&people.qian)).await;
    company.tick().await;
    let row = only(&company, "duty").await;
    assert_eq!(row.taken_by, None);
    assert!(workbench(&people.wang).await.contains(&"duty".to_owned()));
    assert!(workbench(&people.qian).await.contains(&"duty".to_owned()));
}

#[tokio::test]
async fn more_than_half_of_most_are_enough_and_the_rest_need_not() {
    let company = company(
        r#"
[[obligation]]
id = "vote"
name = { zh = "表决" }
opens_on = "thing.called"
responsible = "most(position:clerk, position:boss)"
due = "1 working day"
fulfilled_by = "thing.answered"
"#,
    )
    .await;
    let people = cast(&company).await;
    let thing = thing(&company, &people.li).await;
    happens(&people.qian, thing, "thing.called").await;
    assert_eq!(of_rule(&company, "vote").await.len(), 3);

    happens(&people.li, thing, "thing.answered").await;
    assert_eq!(
        workbench(&people.wang).await,
        ["vote"],
        "one of three is no majority"
    );
    happens(&people.zhao, thing, "thing.answered").await;
    assert!(workbench(&people.wang).await.is_empty());
    let mut states: Vec<State> = of_rule(&company, "vote")
        .await
        .iter()
        .map(|row| row.state)
        .collect();
    states.sort_by_key(|state| format!("{state:?}"));
    assert_eq!(states, [State::Fulfilled, State::Fulfilled, State::Void]);
}
