//! People named, people who go, people whose turn comes on a day: what they owe and decide.

use chrono::{NaiveDate, TimeDelta};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use uuid::Uuid;
use xianji_platform::identity::entity::{absence, delegation, holding};
use xianji_platform::testing::{TestCompany, TestMember};

use super::affair::{self, affair, asks, good_sheet, people, set_amount, subject};
use crate::obligation::State;
use crate::testing::*;

const OWED: &str = r#"
[[obligation]]
id = "keep"
name = { zh = "看管" }
opens_on = "thing.called"
responsible = "thing.keeper"
due = "9 working days"
fulfilled_by = "hand"
confirm = { by = "position:boss", within = "9 working days" }

[[obligation]]
id = "boss"
name = { zh = "批示" }
opens_on = "thing.called"
responsible = "position:boss"
due = "9 working days"
fulfilled_by = "hand"

[[obligation]]
id = "each"
name = { zh = "各自" }
opens_on = "thing.called"
responsible = "all(position:clerk, thing.keeper)"
due = "9 working days"
fulfilled_by = "thing.answered"
"#;

/// Leaves the company.
async fn leaves(company: &TestCompany, who: &TestMember) {
    let mut work = company.work().await;
    xianji_platform::identity::member::actions::deactivate(&mut work, who.id)
        .await
        .unwrap();
    work.commit().await.unwrap();
}

/// Is away for some hours from now, perhaps with somebody standing in; nobody is told.
async fn is_away(company: &TestCompany, who: &TestMember, hours: (i64, i64), delegate: Option<&TestMember>) {
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

/// What a member holds ends on a day that was written down long before.
async fn holds_until(company: &TestCompany, who: &TestMember, day: &str) {
    let work = company.work().await;
    let day: NaiveDate = day.parse().unwrap();
    holding::Entity::update_many()
        .col_expr(holding::Column::UntilDate, Expr::value(day))
        .filter(holding::Column::MemberId.eq(who.id))
        .exec(&work.db())
        .await
        .unwrap();
    work.commit().await.unwrap();
}

async fn holds_from(company: &TestCompany, who: &TestMember, position: &str, day: &str) {
    let mut work = company.work().await;
    let row = holding::ActiveModel {
        id: Set(work.next_id()),
        member_id: Set(who.id),
        position: Set(position.into()),
        department_id: Set(None),
        from_date: Set(day.parse().unwrap()),
        until_date: Set(None),
        version: Set(1),
        created_at: Set(work.now),
        updated_at: Set(work.now),
    };
    holding::Entity::insert(row)
        .exec_without_returning(&work.db())
        .await
        .unwrap();
    work.commit().await.unwrap();
}

async fn approve(by: &TestMember, request: Uuid) -> xianji_platform::testing::Answer {
    by.post(&format!("/approvals/{request}/approve"), json!({})).await
}

async fn deciders(by: &TestMember, request: Uuid) -> Vec<(String, String)> {
    let page: Value = by.get(&format!("/approvals/{request}")).await.ok();
    let deciders = page["steps"][0]["deciders"].as_array().unwrap().clone();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    deciders
        .iter()
        .map(|one| (text(&one["person"]["name"]), text(&one["state"])))
        .collect()
}

#[tokio::test]
async fn nothing_is_given_to_somebody_who_is_not_here() {
    let company = company(OWED).await;
    let on = cast(&company).await;
    let gone = company.member("gone").await;
    leaves(&company, &gone).await;
    let thing = thing(&company, &on.li).await;
    happens(&on.zhao, thing, "thing.called").await;
    let row = only(&company, "keep").await;
    for to in [Uuid::from_u128(7), gone.id.0] {
        let place = format!("/obligations/{}/hand-over", row.id);
        let refused = on.li.post(&place, json!({ "to": to })).await;
        assert_eq!(refused.status, 422, "{refused}");
        assert!(refused.to_string().contains("[/to no-such-member]"), "{refused}");
    }
    assert_eq!(owners(&company, &row).await, [on.li.id]);
}

#[tokio::test]
async fn sheets_and_conditions_name_only_people_who_are_here() {
    let company = affair::open().await;
    let on = people(&company).await;
    let gone = company.member("gone").await;
    leaves(&company, &gone).await;
    let id = affair(&company, &on.li, 500).await;
    let request = asks(&on.li, id, "signing").await;
    for owner in [Uuid::from_u128(7), gone.id.0] {
        let condition = json!({ "what": "a bond", "owner": owner, "due_on": "2026-03-09" });
        let refused = on
            .wang
            .post(
                &format!("/approvals/{request}/approve"),
                json!({ "conditions": [condition] }),
            )
            .await;
        assert_eq!(refused.status, 422, "{refused}");
        assert!(
            refused
                .to_string()
                .contains("[/conditions/0/owner no-such-member]"),
            "{refused}"
        );
        let mut sheet = good_sheet(id);
        sheet["fields"]["next_steps"] = json!([{ "what": "call", "owner": owner, "due_on": "2026-03-05" }]);
        let refused = on.li.post("/filings", sheet).await;
        assert_eq!(refused.status, 422, "{refused}");
        assert!(
            refused
                .to_string()
                .contains("[/fields/next_steps/0/owner no-such-member]"),
            "{refused}"
        );
        let minutes = json!({ "form": "minutes", "subject": subject(id), "fields": { "text": "we met" }, "present": [owner] });
        let refused = on.li.post("/filings", minutes).await;
        assert!(
            refused.to_string().contains("[/present/0 no-such-member]"),
            "{refused}"
        );
    }
}

#[tokio::test]
async fn case_07_a_position_that_ends_on_a_day_ends_its_part_in_deciding() {
    let company = affair::open().await;
    let on = people(&company).await;
    let sun = company.member("sun").await;
    let id = affair(&company, &on.li, 500).await;
    holds_until(&company, &on.wang, "2026-03-03").await;
    holds_from(&company, &sun, "reviewer", "2026-03-03").await;
    let request = asks(&on.li, id, "opening").await;
    company.tick().await;
    assert_eq!(
        deciders(&on.li, request).await,
        [("wang".into(), "open".into())],
        "today it is still wang's"
    );

    company.advance_time(TimeDelta::days(1)).await;
    assert_eq!(approve(&on.wang, request).await.code(), "approval-not-yours");
    assert_eq!(approve(&sun, request).await.ok()["state"], json!("approved"));
    assert_eq!(company.events("approval.replaced").await.len(), 1);
}

#[tokio::test]
async fn case_07_whoever_lost_the_position_cannot_decide_before_the_tick_either() {
    let company = affair::open().await;
    let on = people(&company).await;
    let id = affair(&company, &on.li, 500).await;
    let request = asks(&on.li, id, "opening").await;
    holds_until(&company, &on.wang, "2026-03-03").await;
    company.clock().advance(TimeDelta::days(1));
    assert_eq!(approve(&on.wang, request).await.code(), "approval-not-yours");
}

#[tokio::test]
async fn an_obligation_of_a_position_goes_to_whoever_holds_it_from_a_day_on() {
    let company = company(OWED).await;
    let on = cast(&company).await;
    let sun = company.member("sun").await;
    let thing = thing(&company, &on.li).await;
    holds_until(&company, &on.zhao, "2026-03-03").await;
    holds_from(&company, &sun, "boss", "2026-03-03").await;
    happens(&on.li, thing, "thing.called").await;
    company.tick().await;
    let row = only(&company, "boss").await;
    assert_eq!(owners(&company, &row).await, [on.zhao.id]);
    company.advance_time(TimeDelta::days(1)).await;
    assert_eq!(owners(&company, &row).await, [sun.id]);
    assert_eq!(only(&company, "boss").await.due_at, row.due_at);
}

#[tokio::test]
async fn a_confirmation_is_asked_of_whoever_holds_the_position_then() {
    let company = company(OWED).await;
    let on = cast(&company).await;
    let sun = company.member("sun").await;
    let thing = thing(&company, &on.li).await;
    holds_until(&company, &on.zhao, "2026-03-03").await;
    holds_from(&company, &sun, "boss", "2026-03-03").await;
    happens(&on.qian, thing, "thing.called").await;
    let done = only(&company, "keep").await.id;
    on.li
        .post(&format!("/obligations/{done}/complete"), json!({}))
        .await
        .ok();
    company.tick().await;
    let asked = only(&company, "keep.confirm").await;
    assert_eq!(owners(&company, &asked).await, [on.zhao.id]);
    company.advance_time(TimeDelta::days(1)).await;
    assert_eq!(owners(&company, &asked).await, [sun.id]);
}

#[tokio::test]
async fn an_absence_that_begins_later_replaces_who_decides() {
    let company = affair::open().await;
    let on = people(&company).await;
    let id = affair(&company, &on.li, 500).await;
    let request = asks(&on.li, id, "opening").await;
    company.tick().await;
    is_away(&company, &on.wang, (2, 30), Some(&on.zhao)).await;
    company.advance_time(TimeDelta::hours(1)).await;
    assert_eq!(deciders(&on.li, request).await, [("wang".into(), "open".into())]);
    company.advance_time(TimeDelta::hours(2)).await;
    assert_eq!(
        deciders(&on.li, request).await,
        [("wang".into(), "replaced".into()), ("zhao".into(), "open".into())]
    );
    assert_eq!(approve(&on.zhao, request).await.ok()["state"], json!("approved"));
}

#[tokio::test]
async fn case_06_what_was_handed_to_somebody_who_leaves_is_the_rules_again() {
    let company = company(OWED).await;
    let on = cast(&company).await;
    let sun = company.member("sun").await;
    let thing = thing(&company, &on.li).await;
    happens(&on.zhao, thing, "thing.called").await;
    let row = only(&company, "keep").await;
    on.li
        .post(
            &format!("/obligations/{}/hand-over", row.id),
            json!({ "to": sun.id }),
        )
        .await
        .ok();
    company.tick().await;
    assert_eq!(owners(&company, &row).await, [sun.id]);
    leaves(&company, &sun).await;
    company.tick().await;
    assert_eq!(owners(&company, &row).await, [on.li.id]);
    let faults: Value = on.li.get("/faults").await.ok();
    assert_eq!(faults["items"][0]["code"], json!("left"));
}

#[tokio::test]
async fn case_06_what_was_handed_to_somebody_who_is_away_goes_to_the_head_until_they_are_back() {
    let company = company(OWED).await;
    let on = cast(&company).await;
    let sun = company.member("sun").await;
    let thing = thing(&company, &on.li).await;
    happens(&on.zhao, thing, "thing.called").await;
    let row = only(&company, "keep").await;
    on.li
        .post(
            &format!("/obligations/{}/hand-over", row.id),
            json!({ "to": sun.id }),
        )
        .await
        .ok();
    company.tick().await;
    is_away(&company, &sun, (1, 30), None).await;
    company.advance_time(TimeDelta::hours(2)).await;
    assert_eq!(owners(&company, &row).await, [on.qian.id]);
    company.advance_time(TimeDelta::hours(30)).await;
    assert_eq!(owners(&company, &row).await, [sun.id]);
}

#[tokio::test]
async fn case_03_each_ones_share_moves_when_that_person_leaves() {
    let company = company(OWED).await;
    let on = cast(&company).await;
    let thing = thing(&company, &on.qian).await;
    changes(&on.qian, thing, "thing.changed", |row| row.keeper_id = on.zhao.id).await;
    happens(&on.qian, thing, "thing.called").await;
    let rows = of_rule(&company, "each").await;
    assert_eq!(rows.len(), 3, "li, wang and zhao");

    // Zhao keeps the thing still: the head above does it instead. Li was one of the clerks, and the other does theirs.
    leaves(&company, &on.zhao).await;
    leaves(&company, &on.li).await;
    company.tick().await;
    let mut owed = Vec::new();
    for row in of_rule(&company, "each").await {
        owed.push((row.state, owners(&company, &row).await));
    }
    assert!(owed.contains(&(State::Open, vec![on.qian.id])), "{owed:?}");
    assert!(owed.contains(&(State::Open, vec![on.wang.id])), "{owed:?}");
    assert!(owed.contains(&(State::Void, vec![])), "{owed:?}");
}

#[tokio::test]
async fn what_a_sheet_gave_to_somebody_who_leaves_goes_to_the_head_above() {
    let company = affair::open().await;
    let on = people(&company).await;
    let id = affair(&company, &on.li, 500).await;
    let mut sheet = good_sheet(id);
    sheet["fields"]["next_steps"] = json!([{ "what": "call", "owner": on.wang.id, "due_on": "2026-03-05" }]);
    on.li.post("/filings", sheet).await.ok();
    leaves(&company, &on.wang).await;
    company.tick().await;
    let owed = on.qian.get("/workbench").await.ok();
    assert_eq!(owed["obligations"][0]["name"], json!("call"));
}

#[tokio::test]
async fn a_decision_handed_to_somebody_who_leaves_goes_to_the_head_above() {
    let company = affair::open().await;
    let on = people(&company).await;
    let sun = company.member("sun").await;
    let id = affair(&company, &on.li, 500).await;
    let request = asks(&on.li, id, "opening").await;
    on.wang
        .post(
            &format!("/approvals/{request}/hand-over"),
            json!({ "member": sun.id, "words": "please" }),
        )
        .await
        .ok();
    company.tick().await;
    leaves(&company, &sun).await;
    company.tick().await;
    assert_eq!(
        deciders(&on.li, request).await,
        [
            ("wang".into(), "handed_over".into()),
            ("sun".into(), "replaced".into()),
            ("qian".into(), "open".into())
        ]
    );
    assert_eq!(approve(&on.qian, request).await.ok()["state"], json!("approved"));
}

#[tokio::test]
async fn a_signer_who_was_added_and_leaves_holds_nothing_up() {
    let company = affair::open().await;
    let on = people(&company).await;
    let sun = company.member("sun").await;
    let id = affair(&company, &on.li, 500).await;
    let request = asks(&on.li, id, "committee").await;
    on.qian
        .post(
            &format!("/approvals/{request}/add-signer"),
            json!({ "member": sun.id }),
        )
        .await
        .ok();
    for one in [&on.wang, &on.zhao, &on.qian] {
        approve(one, request).await.ok();
    }
    leaves(&company, &sun).await;
    company.tick().await;
    let page = on.li.get(&format!("/approvals/{request}")).await.ok();
    assert_eq!(page["state"], json!("approved"), "{page}");
}

#[tokio::test]
async fn case_10_what_was_asked_about_a_record_that_ends_is_called_off() {
    let company = affair::open().await;
    let on = people(&company).await;
    let id = affair(&company, &on.li, 500).await;
    set_amount(&on.li, id, 501).await;
    let request = asks(&on.li, id, "opening").await;
    affair::ends(&on.li, id, Some("signing")).await;
    let page = on.li.get(&format!("/approvals/{request}")).await.ok();
    assert_eq!(page["state"], json!("withdrawn"));
    let waiting = on.wang.get("/workbench").await.ok();
    assert_eq!(
        waiting["approvals"].as_array().unwrap().len(),
        1,
        "what the ending itself asked for lives on"
    );
    assert_eq!(waiting["approvals"][0]["part"], json!("signing"), "{waiting}");
}

#[tokio::test]
async fn a_waiver_that_is_still_asked_for_is_called_off_when_its_obligation_closes() {
    let company = affair::open().await;
    let on = people(&company).await;
    let id = affair(&company, &on.li, 500).await;
    set_amount(&on.li, id, 501).await;
    let owed = on.li.get("/workbench").await.ok();
    let obligation = owed["obligations"][0]["id"].as_str().unwrap().to_owned();
    let asked = on
        .li
        .post(
            &format!("/obligations/{obligation}/waive"),
            json!({ "words": "the customer is away" }),
        )
        .await
        .ok();
    let request: Uuid = asked["request"].as_str().unwrap().parse().unwrap();
    let mut sheet = good_sheet(id);
    sheet["fields"]["budget"]["amount"] = json!(501);
    on.li.post("/filings", sheet).await.ok();
    let page = on.qian.get(&format!("/approvals/{request}")).await.ok();
    assert_eq!(page["state"], json!("withdrawn"));
    assert_eq!(on.qian.get("/workbench").await.ok()["approvals"], json!([]));
    assert_eq!(approve(&on.qian, request).await.code(), "approval-decided");
}
