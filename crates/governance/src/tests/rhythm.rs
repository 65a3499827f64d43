//! What comes again: repetitions and their end, beats of a grade, beats of the company, needs that fulfil, and a month without the house.

use chrono::TimeDelta;
use serde_json::json;

use crate::obligation::State;
use crate::testing::*;

const AGAIN: &str = r#"
[[obligation]]
id = "call"
name = { zh = "回访" }
opens_on = "thing.called"
responsible = "thing.owner"
due = "2 days"
fulfilled_by = "thing.answered"
repeat = "5 days"
until = ["thing.visited", "cel:thing.amount > 100"]
"#;

#[tokio::test]
async fn what_repeats_opens_again_so_long_after_it_was_closed_until_its_end() {
    let company = company(AGAIN).await;
    let people = cast(&company).await;
    let thing = thing(&company, &people.li).await;
    happens(&people.zhao, thing, "thing.called").await;
    company.advance_time(TimeDelta::days(4)).await;
    assert_eq!(of_rule(&company, "call").await.len(), 1, "it is still open");
    happens(&people.li, thing, "thing.answered").await;
    assert_eq!(of_rule(&company, "call").await[0].state, State::Late);

    company.advance_time(TimeDelta::days(4)).await;
    assert_eq!(of_rule(&company, "call").await.len(), 1);
    company.advance_time(TimeDelta::days(1)).await;
    let again = of_rule(&company, "call").await;
    assert_eq!(again.len(), 2, "five days after the closing");
    assert_eq!(again[1].state, State::Open);

    happens(&people.li, thing, "thing.visited").await;
    assert_eq!(of_rule(&company, "call").await[1].state, State::Void);
    company.advance_time(TimeDelta::days(10)).await;
    assert_eq!(
        of_rule(&company, "call").await.len(),
        2,
        "nothing is asked for again"
    );
}

#[tokio::test]
async fn a_need_ends_the_repeating_too() {
    let company = company(AGAIN).await;
    let people = cast(&company).await;
    let thing = thing(&company, &people.li).await;
    happens(&people.zhao, thing, "thing.called").await;
    changes(&people.li, thing, "thing.changed", |row| row.amount = 200).await;
    assert_eq!(only(&company, "call").await.state, State::Void);
    company.advance_time(TimeDelta::days(10)).await;
    assert_eq!(of_rule(&company, "call").await.len(), 1);
}

#[tokio::test]
async fn case_18_until_closes_what_a_condition_opened() {
    let company = company(
        r#"
[[obligation]]
id = "large"
name = { zh = "大额" }
opens_when = "thing.amount > 100"
for_each = "thing"
until = "cel:thing.amount <= 100"
responsible = "position:boss"
due = "3 working days"
fulfilled_by = "hand"
"#,
    )
    .await;
    let people = cast(&company).await;
    let thing = thing(&company, &people.li).await;
    changes(&people.li, thing, "thing.changed", |row| row.amount = 200).await;
    assert_eq!(only(&company, "large").await.state, State::Open);
    changes(&people.li, thing, "thing.changed", |row| row.amount = 50).await;
    assert_eq!(only(&company, "large").await.state, State::Void);
}

#[tokio::test]
async fn the_grade_gives_the_beat_and_whom_it_is_for() {
    let company = company(
        r#"
[[grading]]
id = "level"
name = { zh = "等级" }
of = "thing"

[[grade]]
id = "small"
grading = "level"
rank = 1
name = { zh = "小" }

[[grade]]
id = "large"
grading = "level"
rank = 2
name = { zh = "大" }
any = ["cel:thing.amount > 100"]
gives = { supervise = "1 week", watcher = "position:boss" }

[[obligation]]
id = "supervise"
name = { zh = "督查" }
every = "given:supervise"
for_each = "thing"
responsible = "given:watcher"
fulfilled_by = "thing.visited"
"#,
    )
    .await;
    let people = cast(&company).await;
    let small = thing(&company, &people.li).await;
    let large = thing(&company, &people.li).await;
    changes(&people.li, large, "thing.changed", |row| row.amount = 200).await;
    happens(&people.li, small, "thing.changed").await;
    company.tick().await;

    company.advance_time(TimeDelta::days(15)).await;
    let rows = of_rule(&company, "supervise").await;
    assert!(!rows.is_empty());
    assert!(
        rows.iter().all(|row| row.subject_id == large.0),
        "the small one has no beat"
    );
    assert_eq!(owners(&company, &rows[0]).await, [people.zhao.id]);
}

const MONTHLY: &str = r#"
[[obligation]]
id = "monthly"
name = { zh = "月报" }
every = "month"
responsible = "position:boss"
fulfilled_by = "thing.reported"
"#;

#[tokio::test]
async fn case_13_a_rule_without_a_subject_changes_on_the_effective_date() {
    let company = company(MONTHLY).await;
    let people = cast(&company).await;
    company.tick().await;
    company.advance_time(TimeDelta::days(35)).await;
    let first = only(&company, "monthly").await;
    assert_eq!(owners(&company, &first).await, [people.zhao.id]);

    let by_clerk = [COMPANY, MONTHLY]
        .concat()
        .replace("\"position:boss\"", "\"all(position:clerk)\"");
    company.adopt_text("by-clerk", &by_clerk).await;
    company.advance_time(TimeDelta::days(31)).await;
    let rows = of_rule(&company, "monthly").await;
    assert_eq!(rows.len(), 1 + 2, "the month after is each clerk's");
    assert_eq!(rows[0].id, first.id);
    assert_eq!(
        owners(&company, &rows[0]).await,
        [people.zhao.id],
        "the month before stays the boss's"
    );

    let thing = thing(&company, &people.li).await;
    happens(&people.zhao, thing, "thing.reported").await;
    assert_eq!(
        of_rule(&company, "monthly").await[0].state,
        State::Late,
        "what happens to a record fulfils it"
    );
}

#[tokio::test]
async fn needs_that_are_met_fulfil() {
    let company = company(
        r#"
[[form]]
id = "note"
name = { zh = "记录" }
on = "thing"
fields = [{ id = "text", type = "text", name = { zh = "内容" }, required = true }]

[[obligation]]
id = "complete"
name = { zh = "完备" }
opens_on = "thing.called"
responsible = "thing.owner"
due = "2 working days"
fulfilled_when = ["form:note", "cel:thing.amount > 100"]
"#,
    )
    .await;
    let people = cast(&company).await;
    let thing = thing(&company, &people.li).await;
    happens(&people.zhao, thing, "thing.called").await;
    let sheet =
        json!({ "form": "note", "subject": { "kind": "thing", "id": thing }, "fields": { "text": "ok" } });
    people.li.post("/filings", sheet).await.ok();
    assert_eq!(only(&company, "complete").await.state, State::Open, "one of two");
    changes(&people.li, thing, "thing.changed", |row| row.amount = 200).await;
    assert_eq!(only(&company, "complete").await.state, State::Fulfilled);
}

#[tokio::test]
async fn case_02_a_month_without_the_house_escalates_once_to_the_step_that_holds() {
    let company = company(
        r#"
[[obligation]]
id = "reply"
name = { zh = "答复" }
opens_on = "thing.opened"
responsible = "thing.keeper"
due = "2 working hours"
fulfilled_by = "thing.replied"
warn = "50%"
escalate = [
  { after = "0m", to = "position:boss" },
  { after = "2 working hours", to = "position:clerk" },
  { after = "3 working days", to = "head(thing.department)" },
]
"#,
    )
    .await;
    let people = cast(&company).await;
    for _ in 0..3 {
        thing(&company, &people.li).await;
    }
    company.tick().await;
    company.clock().advance(TimeDelta::days(31));
    company.tick().await;
    company.tick().await;

    assert_eq!(
        told(&people.qian).await,
        ["escalation"; 3],
        "once for each, at the step that holds"
    );
    for silent in [&people.li, &people.wang, &people.zhao] {
        assert!(
            told(silent).await.is_empty(),
            "what no longer holds is told to nobody"
        );
    }
    assert_eq!(company.events("obligation:reply.escalated").await.len(), 3);
    assert_eq!(company.events("obligation:reply.overdue").await.len(), 3);
}
