//! The cases that the engine must get right, by the numbers of the list, and the screens over them.

use chrono::TimeDelta;
use serde_json::{Value, json};
use xianji_platform::Reach;

use super::entity::person;
use super::{Obligation, State, queries};
use crate::testing::*;
use sea_orm::{EntityTrait, QueryOrder};

const REPLY: &str = r#"
[[obligation]]
id = "reply"
name = { zh = "答复", en = "Reply" }
opens_on = "thing.opened"
responsible = "thing.keeper"
due = "service:reply"
paused_while = "thing.waits"
fulfilled_by = "thing.replied"
warn = "50%"
escalate = [{ after = "0m", to = "position:boss" }, { after = "2 working hours", to = "head(thing.department)" }]
"#;

#[tokio::test]
async fn case_01_once() {
    let company = company(REPLY).await;
    let people = cast(&company).await;
    thing(&company, &people.li).await;
    let first = only(&company, "reply").await;

    company.tick().await;
    company.tick().await;

    assert_eq!(only(&company, "reply").await.id, first.id);
    assert_eq!(first.due_at, Some(at("2026-03-02", "11:00:00")));
    assert_eq!(company.events("obligation:reply.opened").await.len(), 1);
    let opened_again = {
        let mut work = company.work().await;
        let case = crate::Case::load(&crate::Context::of(&work), &first.subject())
            .await
            .unwrap()
            .unwrap();
        let pack = case.pack.clone();
        let occasion = super::actions::Occasion {
            key: first.occurrence.clone(),
            start: first.start_at,
            due_at: None,
            event: None,
        };
        let rule = pack.obligations.get("reply").unwrap();
        let opened = super::actions::open_rule(&mut work, &case, rule, &occasion, &crate::Roots::none())
            .await
            .unwrap();
        work.commit().await.unwrap();
        opened
    };
    assert!(opened_again.is_empty());
}

#[tokio::test]
async fn case_02_after_an_outage_what_was_missed_is_caught_up_without_a_flood() {
    let company = company(
        &[
            REPLY,
            r#"
[[obligation]]
id = "report"
name = { zh = "周报" }
every = "RRULE:FREQ=WEEKLY;BYDAY=FR"
at = "18:00"
for_each = "thing"
when = "thing.state == 'active'"
responsible = "thing.owner"
fulfilled_by = "thing.reported"
"#,
        ]
        .concat(),
    )
    .await;
    let people = cast(&company).await;
    thing(&company, &people.li).await;
    company.tick().await;

    // Nothing ran for three weeks.
    company.clock().advance(TimeDelta::days(21));
    company.tick().await;

    let due: Vec<_> = of_rule(&company, "report")
        .await
        .iter()
        .map(|row| row.due_at.unwrap())
        .collect();
    assert_eq!(
        due,
        [
            at("2026-03-06", "18:00:00"),
            at("2026-03-13", "18:00:00"),
            at("2026-03-20", "18:00:00")
        ]
    );
    assert_eq!(
        told(&people.qian).await,
        ["escalation"],
        "only the step that holds now"
    );
    assert!(told(&people.zhao).await.is_empty());
    assert!(only(&company, "reply").await.overdue_at.is_some());
    assert_eq!(company.events("obligation:reply.overdue").await.len(), 1);
}

#[tokio::test]
async fn case_03_reassigned_the_due_time_stays_and_shares_are_told_apart() {
    let company = company(REPLY).await;
    let people = cast(&company).await;
    let thing = thing(&company, &people.li).await;
    let before = only(&company, "reply").await;
    company.clock().advance(TimeDelta::minutes(30));

    changes(&people.li, thing, "thing.changed", |row| {
        row.keeper_id = people.wang.id
    })
    .await;

    let after = only(&company, "reply").await;
    assert_eq!(owners(&company, &after).await, [people.wang.id]);
    assert_eq!(after.due_at, before.due_at);
    assert!(workbench(&people.li).await.is_empty());
    assert_eq!(workbench(&people.wang).await, ["reply"]);
    let shares = queries::shares(&company.app().reader(), after.id).await.unwrap();
    let shown: Vec<_> = shares
        .iter()
        .map(|one| (one.member_id, one.state.as_str(), one.until_at))
        .collect();
    assert_eq!(
        shown,
        [
            (people.li.id, "moved", Some(company.now())),
            (people.wang.id, "open", None)
        ]
    );
}

#[tokio::test]
async fn case_03_the_due_time_starts_again_where_the_rule_says_so() {
    let company = company(&REPLY.replace(
        "due = \"service:reply\"",
        "due = \"service:reply\"\nrestart = true",
    ))
    .await;
    let people = cast(&company).await;
    let thing = thing(&company, &people.li).await;
    company.clock().advance(TimeDelta::minutes(30));
    changes(&people.li, thing, "thing.changed", |row| {
        row.keeper_id = people.wang.id
    })
    .await;
    assert_eq!(
        only(&company, "reply").await.due_at,
        Some(at("2026-03-02", "11:30:00"))
    );
}

#[tokio::test]
async fn case_04_waiting_for_the_customer_stops_the_clock_and_the_account_shows_it() {
    let company = company(REPLY).await;
    let people = cast(&company).await;
    let thing = thing(&company, &people.li).await;
    company.clock().set(at("2026-03-02", "10:00:00"));
    changes(&people.li, thing, "thing.changed", |row| row.waits = true).await;
    assert!(
        only(&company, "reply").await.next_step_at.is_none(),
        "nobody is warned meanwhile"
    );

    company.clock().set(at("2026-03-03", "10:00:00"));
    company.tick().await;
    changes(&people.li, thing, "thing.changed", |row| row.waits = false).await;

    let row = only(&company, "reply").await;
    assert_eq!(
        row.due_at,
        Some(at("2026-03-03", "11:00:00")),
        "one hour was left"
    );
    assert!(row.overdue_at.is_none());
    let page: Value = people.li.get(&format!("/obligations/{}", row.id)).await.ok();
    let why = page["why"].as_str().unwrap();
    assert!(why.contains("10:00"), "the pause is told: {why}");
    assert_eq!(
        page["history"]["account"]["due"]["pauses"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[tokio::test]
async fn case_05_priority_changed_is_due_again_from_the_first_start_with_the_old_value_kept() {
    let company = company(REPLY).await;
    let people = cast(&company).await;
    let thing = thing(&company, &people.li).await;
    company.clock().advance(TimeDelta::minutes(10));

    changes(&people.li, thing, "thing.changed", |row| {
        row.priority = "urgent".into()
    })
    .await;

    let row = only(&company, "reply").await;
    assert_eq!(row.due_at, Some(at("2026-03-02", "09:30:00")));
    let page: Value = people.li.get(&format!("/obligations/{}", row.id)).await.ok();
    assert_eq!(page["history"]["before"][0]["due_at"], "2026-03-02T03:00:00Z");
    assert_eq!(company.events("obligation:reply.due_again").await.len(), 1);
}

#[tokio::test]
async fn case_05_calendar_changed_moves_open_ones_and_never_closed_ones() {
    let rules = r#"
[[obligation]]
id = "slow"
name = { zh = "慢" }
opens_on = "thing.opened"
responsible = "thing.owner"
due = "2 working days"
fulfilled_by = "thing.replied"
"#;
    let company = company(rules).await;
    let people = cast(&company).await;
    let done = thing(&company, &people.li).await;
    happens(&people.li, done, "thing.replied").await;
    thing(&company, &people.li).await;

    let day_off = "date,kind,name_en,name_zh\n2026-03-03,holiday,Founding day,司庆\n";
    let mut work = company.work().await;
    let row = xianji_platform::identity::company::holiday_year::ActiveModel {
        year: sea_orm::ActiveValue::Set(2026),
        text: sea_orm::ActiveValue::Set(day_off.into()),
    };
    xianji_platform::identity::company::holiday_year::Entity::insert(row)
        .exec_without_returning(&work.db())
        .await
        .unwrap();
    work.raise_generation().await.unwrap();
    work.commit().await.unwrap();
    company.tick().await;

    let rows = of_rule(&company, "slow").await;
    assert_eq!(rows[0].state, State::Fulfilled);
    assert_eq!(rows[0].due_at, Some(at("2026-03-04", "09:00:00")));
    assert_eq!(rows[1].due_at, Some(at("2026-03-05", "09:00:00")));
}

#[tokio::test]
async fn case_06_nobody_there_goes_to_the_head_and_is_shown_as_a_fault() {
    let rules = r#"
[[obligation]]
id = "check"
name = { zh = "检查" }
opens_on = "thing.opened"
responsible = "position:boss"
due = "1 working day"
fulfilled_by = "hand"
"#;
    let company = company(rules).await;
    let li = company
        .member("li")
        .allowed(&["thing.*", "fault.read"], Reach::Company)
        .await;
    let qian = company.member("qian").as_head().await;
    thing(&company, &li).await;

    assert_eq!(owners(&company, &only(&company, "check").await).await, [qian.id]);
    let faults: Value = li.get("/faults").await.ok();
    assert_eq!(faults["items"][0]["meant"], "position:boss");
    assert_eq!(faults["items"][0]["instead"], json!(qian.id));
}

#[tokio::test]
async fn case_09_recorded_late_is_late_unless_the_rule_judges_by_when_it_happened() {
    let rules = r#"
[[obligation]]
id = "note"
name = { zh = "记录" }
opens_on = "thing.visited"
responsible = "thing.owner"
due = "2 hours"
fulfilled_by = "thing.noted"

[[obligation]]
id = "note-kindly"
name = { zh = "记录" }
opens_on = "thing.visited"
responsible = "thing.owner"
due = "2 hours"
fulfilled_by = "thing.noted"
on_time_by = "happened"
also = true
"#;
    let company = company(rules).await;
    let people = cast(&company).await;
    let thing = thing(&company, &people.li).await;
    happens(&people.li, thing, "thing.visited").await;
    company.clock().advance(TimeDelta::hours(5));

    note(&people.li, thing, company.now() - TimeDelta::hours(4)).await;

    assert_eq!(only(&company, "note").await.state, State::Late);
    let kindly = only(&company, "note-kindly").await;
    assert_eq!(kindly.state, State::Fulfilled);
    assert_eq!(kindly.happened_at, Some(company.now() - TimeDelta::hours(4)));
    assert_eq!(kindly.closed_at, Some(company.now()));
}

#[tokio::test]
async fn case_10_an_ended_subject_voids_what_is_open_and_what_its_end_opens_lives_on() {
    let rules = [
        REPLY,
        r#"
[[obligation]]
id = "follow-up"
name = { zh = "跟进" }
opens_on = "thing.closed"
responsible = "thing.owner"
due = ["3 days", "7 days"]
fulfilled_by = "thing.followed_up"
"#,
    ]
    .concat();
    let company = company(&rules).await;
    let people = cast(&company).await;
    let thing = thing(&company, &people.li).await;

    changes(&people.li, thing, "thing.closed", |row| {
        row.state = "ended".into()
    })
    .await;

    assert_eq!(only(&company, "reply").await.state, State::Void);
    assert_eq!(company.events("obligation:reply.void").await.len(), 1);
    let states = |rows: Vec<Obligation>| rows.iter().map(|row| row.state).collect::<Vec<_>>();
    assert_eq!(
        states(of_rule(&company, "follow-up").await),
        [State::Open, State::Open]
    );

    // One event fulfils only the earliest open occurrence.
    happens(&people.li, thing, "thing.followed_up").await;
    assert_eq!(
        states(of_rule(&company, "follow-up").await),
        [State::Fulfilled, State::Open]
    );

    // Reopened and closed again: new occurrences, the old ones as they were.
    changes(&people.li, thing, "thing.changed", |row| {
        row.state = "active".into()
    })
    .await;
    changes(&people.li, thing, "thing.closed", |row| {
        row.state = "ended".into()
    })
    .await;
    let again = states(of_rule(&company, "follow-up").await);
    assert_eq!(again.len(), 4);
    assert_eq!(
        again.iter().filter(|state| **state == State::Fulfilled).count(),
        1
    );
}

#[tokio::test]
async fn case_13_two_packs_each_subject_is_judged_by_its_own() {
    let company = company(REPLY).await;
    let people = cast(&company).await;
    thing(&company, &people.li).await;
    let stricter = [COMPANY, REPLY]
        .concat()
        .replace("reply = \"2 working hours\"", "reply = \"1 working hour\"");
    company.adopt_text("stricter", &stricter).await;
    thing(&company, &people.li).await;

    let due: Vec<_> = of_rule(&company, "reply")
        .await
        .iter()
        .map(|row| row.due_at.unwrap())
        .collect();
    assert_eq!(due, [at("2026-03-02", "10:00:00"), at("2026-03-02", "11:00:00")]);
    let list: Value = people.li.get("/obligations").await.ok();
    assert_eq!(
        list["items"].as_array().unwrap().len(),
        2,
        "they stand in the same list"
    );
}

const CALLED: &str = r#"
[[obligation]]
id = "share"
name = { zh = "分担" }
opens_on = "thing.called"
responsible = "position:clerk"
due = "1 working day"
fulfilled_by = "hand"

[[obligation]]
id = "each"
name = { zh = "各自" }
opens_on = "thing.called"
responsible = "all(position:clerk)"
due = "1 working day"
fulfilled_by = "thing.answered"
"#;

#[tokio::test]
async fn case_15_a_position_with_two_holders_one_takes_what_is_shared_and_each_owes_what_is_each_ones() {
    let company = company(CALLED).await;
    let people = cast(&company).await;
    let thing = thing(&company, &people.li).await;
    happens(&people.zhao, thing, "thing.called").await;
    assert_eq!(of_rule(&company, "each").await.len(), 2);
    let shared = only(&company, "share").await;
    assert_eq!(workbench(&people.wang).await.len(), 2);

    people
        .li
        .post(&format!("/obligations/{}/take", shared.id), json!({}))
        .await
        .ok();

    assert_eq!(
        workbench(&people.wang).await,
        ["each"],
        "it leaves the others' lists"
    );
    assert_eq!(workbench(&people.li).await.len(), 2);
    let refused = people
        .wang
        .post(&format!("/obligations/{}/take", shared.id), json!({}))
        .await;
    assert_eq!(refused.code(), "obligation-taken");

    happens(&people.wang, thing, "thing.answered").await;
    assert!(workbench(&people.wang).await.is_empty(), "wang has done wang's");
    assert_eq!(workbench(&people.li).await.len(), 2, "li still owes li's");

    let answer = people
        .li
        .post(
            &format!("/obligations/{}/complete", shared.id),
            json!({ "note": "done" }),
        )
        .await;
    assert_eq!(answer.ok()["state"], "fulfilled");
    let twice = people
        .li
        .post(&format!("/obligations/{}/complete", shared.id), json!({}))
        .await;
    assert_eq!(twice.code(), "obligation-not-open");
}

#[tokio::test]
async fn case_17_silence_opens_once_and_a_suspended_subject_stops_the_count() {
    let rules = r#"
[[obligation]]
id = "stalled"
name = { zh = "停滞" }
silent = ["thing.touched"]
lasts = "10 days"
for_each = "thing"
responsible = "thing.owner"
due = "2 days"
fulfilled_by = "hand"
"#;
    let company = company(rules).await;
    let people = cast(&company).await;
    let thing = thing(&company, &people.li).await;
    company.advance_time(TimeDelta::days(5)).await;
    changes(&people.li, thing, "thing.changed", |row| {
        row.state = "suspended".into()
    })
    .await;
    company.advance_time(TimeDelta::days(20)).await;
    changes(&people.li, thing, "thing.changed", |row| {
        row.state = "active".into()
    })
    .await;
    company.advance_time(TimeDelta::days(4)).await;
    assert!(
        of_rule(&company, "stalled").await.is_empty(),
        "nine days have counted"
    );

    company.advance_time(TimeDelta::days(2)).await;
    let row = only(&company, "stalled").await;
    people
        .li
        .post(&format!("/obligations/{}/complete", row.id), json!({}))
        .await
        .ok();
    company.advance_time(TimeDelta::days(30)).await;
    assert_eq!(
        of_rule(&company, "stalled").await.len(),
        1,
        "nothing has happened since"
    );

    happens(&people.li, thing, "thing.touched").await;
    company.advance_time(TimeDelta::days(11)).await;
    assert_eq!(of_rule(&company, "stalled").await.len(), 2);
}

#[tokio::test]
async fn case_18_a_condition_that_turns_true_opens_once_and_again_when_it_turns_true_again() {
    let rules = r#"
[[obligation]]
id = "large"
name = { zh = "大额" }
opens_when = "thing.amount > 100"
for_each = "thing"
responsible = "position:boss"
due = "3 working days"
fulfilled_by = "hand"
"#;
    let company = company(rules).await;
    let people = cast(&company).await;
    let thing = thing(&company, &people.li).await;
    changes(&people.li, thing, "thing.changed", |row| row.amount = 200).await;
    changes(&people.li, thing, "thing.changed", |row| row.amount = 300).await;
    company.tick().await;
    assert_eq!(only(&company, "large").await.state, State::Open);

    changes(&people.li, thing, "thing.changed", |row| row.amount = 50).await;
    assert_eq!(
        only(&company, "large").await.state,
        State::Open,
        "false again, it closes nothing"
    );
    changes(&people.li, thing, "thing.changed", |row| row.amount = 500).await;
    assert_eq!(of_rule(&company, "large").await.len(), 2);
}

#[tokio::test]
async fn case_18_a_condition_that_is_true_when_the_rule_comes_into_force_opens_once() {
    let company = company("").await;
    let people = cast(&company).await;
    let keeper = company.member("sun").allowed(&["policy.*"], Reach::Company).await;
    let thing = thing(&company, &people.li).await;
    changes(&people.li, thing, "thing.changed", |row| row.amount = 200).await;
    company.tick().await;
    let from = Entity::find_by_id(thing)
        .one(&company.app().reader())
        .await
        .unwrap()
        .unwrap()
        .pack_version_id
        .unwrap();

    let rules = r#"
[[obligation]]
id = "large"
name = { zh = "大额" }
opens_when = "thing.amount > 100"
for_each = "thing"
responsible = "position:boss"
due = "3 working days"
fulfilled_by = "hand"
"#;
    let to = company.adopt_text("newer", &[COMPANY, rules].concat()).await;
    company.tick().await;
    assert!(
        of_rule(&company, "large").await.is_empty(),
        "a running record keeps the version that it began under"
    );
    let order = json!({ "to": to, "dry_run": false, "reason": "the council decided" });
    keeper
        .post(&format!("/policies/{from}/migrate"), order)
        .await
        .ok();
    for _ in 0..3 {
        company.advance_time(TimeDelta::days(1)).await;
    }
    assert_eq!(only(&company, "large").await.state, State::Open);

    // One that is new begins under it, and is no exception.
    let other = self::thing(&company, &people.li).await;
    changes(&people.li, other, "thing.changed", |row| row.amount = 300).await;
    company.tick().await;
    assert_eq!(of_rule(&company, "large").await.len(), 2);
}

#[tokio::test]
async fn case_17_a_silence_whose_rule_does_not_apply_is_not_over() {
    let rules = r#"
[[obligation]]
id = "stalled"
name = { zh = "停滞" }
silent = ["thing.touched"]
lasts = "10 days"
for_each = "thing"
when = "thing.amount > 100"
responsible = "thing.owner"
due = "2 days"
fulfilled_by = "hand"
"#;
    let company = company(rules).await;
    let people = cast(&company).await;
    let thing = thing(&company, &people.li).await;
    company.advance_time(TimeDelta::days(11)).await;
    assert!(
        of_rule(&company, "stalled").await.is_empty(),
        "a small one may be silent"
    );
    changes(&people.li, thing, "thing.changed", |row| row.amount = 200).await;
    company.tick().await;
    assert_eq!(only(&company, "stalled").await.state, State::Open);
    company.advance_time(TimeDelta::days(30)).await;
    assert_eq!(of_rule(&company, "stalled").await.len(), 1);
}

#[tokio::test]
async fn handed_over_the_givers_share_stays_on_record() {
    let company = company(CALLED).await;
    let people = cast(&company).await;
    let thing = thing(&company, &people.li).await;
    happens(&people.zhao, thing, "thing.called").await;
    let row = only(&company, "share").await;

    people
        .li
        .post(
            &format!("/obligations/{}/hand-over", row.id),
            json!({ "to": people.zhao.id, "note": "busy" }),
        )
        .await
        .ok();

    assert_eq!(workbench(&people.zhao).await, ["share"]);
    let shares = person::Entity::find()
        .order_by_asc(person::Column::Id)
        .all(&company.app().reader())
        .await
        .unwrap();
    let moved = shares
        .iter()
        .filter(|one| one.obligation_id == row.id && one.state == "moved")
        .count();
    assert_eq!(moved, 2);
    let refused = people
        .li
        .post(&format!("/obligations/{}/hand-over", row.id), json!({ "too": 1 }))
        .await;
    assert_eq!(refused.status, 422);
}

#[tokio::test]
async fn a_notice_is_told_and_must_be_read_in_time() {
    let rules = r#"
[[notice]]
id = "copy"
name = { zh = "抄送", en = "Copy" }
opens_on = "thing.touched"
to = ["position:clerk"]
read = "1 working day"
"#;
    let company = company(rules).await;
    let people = cast(&company).await;
    let thing = thing(&company, &people.li).await;
    happens(&people.li, thing, "thing.touched").await;
    assert!(told(&people.li).await.is_empty(), "whoever did it knows");

    let page: Value = people.wang.get("/notifications").await.ok();
    assert_eq!(page["unread"], 1);
    let owed: Value = people.wang.get("/workbench").await.ok();
    let about = &owed["obligations"][0];
    assert_eq!(about["name"], "Copy", "the record stands beside it");
    let words = page["items"][0]["words"].as_str().unwrap();
    assert!(
        words.starts_with("Copy ") && words.contains(about["subject"]["number"].as_str().unwrap()),
        "{words}"
    );
    let id = page["items"][0]["id"].as_str().unwrap();
    people
        .wang
        .post(&format!("/notifications/{id}/read"), json!({}))
        .await
        .ok();

    assert_eq!(only(&company, "copy.read").await.state, State::Fulfilled);
    assert_eq!(company.events("notice:copy.read").await.len(), 1);
    let foreign = people
        .li
        .post(&format!("/notifications/{id}/read"), json!({}))
        .await;
    assert_eq!(foreign.status, 404);
}

#[tokio::test]
async fn what_must_be_read_is_read_from_the_workbench_and_never_with_all_others() {
    let rules = r#"
[[notice]]
id = "copy"
name = { zh = "抄送", en = "Copy" }
opens_on = "thing.touched"
to = ["position:clerk"]
read = "1 working day"

[[notice]]
id = "news"
name = { zh = "动态", en = "News" }
opens_on = "thing.touched"
to = ["position:clerk"]
"#;
    let company = company(rules).await;
    let people = cast(&company).await;
    let thing = thing(&company, &people.li).await;
    happens(&people.li, thing, "thing.touched").await;

    let owed: Value = people.wang.get("/workbench").await.ok();
    let action = &owed["obligations"][0]["action"];
    assert_eq!(action["kind"], "read");
    let left: Value = people.wang.post("/notifications/read", json!({})).await.ok();
    assert_eq!(left["unread"], 1, "what must be read stays");
    assert_eq!(company.events("notice:news.read").await.len(), 1);
    assert_eq!(only(&company, "copy.read").await.state, State::Open);

    let id = action["notification"].as_str().unwrap();
    let read: Value = people
        .wang
        .post(&format!("/notifications/{id}/read"), json!({}))
        .await
        .ok();
    assert_eq!(read["must_read"], false);
    assert_eq!(only(&company, "copy.read").await.state, State::Fulfilled);
}

#[tokio::test]
async fn warned_overdue_and_escalated_in_order() {
    let company = company(REPLY).await;
    let people = cast(&company).await;
    thing(&company, &people.li).await;
    for (time, who, kind) in [
        ("10:00:00", &people.li, "warning"),
        ("11:00:01", &people.zhao, "escalation"),
        ("14:01:00", &people.qian, "escalation"),
    ] {
        company.clock().set(at("2026-03-02", time));
        company.tick().await;
        assert_eq!(told(who).await.first().map(String::as_str), Some(kind), "{time}");
    }
    let late: Value = people.li.get("/workbench").await.ok();
    assert_eq!(late["obligations"][0]["overdue"], true);
}

#[tokio::test]
async fn an_action_item_is_closed_by_its_owner() {
    let company = company("").await;
    let people = cast(&company).await;
    let thing = thing(&company, &people.li).await;
    let mut work = people.zhao.work().await;
    let due_on = "2026-03-05".parse().unwrap();

    assert!(
        super::open_action_item(
            &mut work,
            &subject(thing),
            people.wang.id,
            due_on,
            "整理资料",
            "minutes-1/0"
        )
        .await
        .unwrap()
        .is_some()
    );
    assert!(
        super::open_action_item(
            &mut work,
            &subject(thing),
            people.wang.id,
            due_on,
            "整理资料",
            "minutes-1/0"
        )
        .await
        .unwrap()
        .is_none()
    );
    work.commit().await.unwrap();

    let row = only(&company, "action-item").await;
    assert_eq!(row.due_at.unwrap().date_naive().to_string(), "2026-03-05");
    let answer = people
        .wang
        .post(&format!("/obligations/{}/complete", row.id), json!({}))
        .await;
    assert_eq!(answer.ok()["state"], "fulfilled");
}
