//! Rules that are opened for each part of a record, and samples drawn from a list.

use chrono::TimeDelta;
use serde_json::Value;
use xianji_platform::ledger::hash;
use xianji_platform::testing::TestCompany;

use crate::obligation::State;
use crate::testing::piece::{self, piece};
use crate::testing::*;

const EACH: &str = r#"
[[obligation]]
id = "check"
name = { zh = "检查" }
opens_on = "thing.called"
for_each = "thing.pieces"
when = "pieces.due_on != null"
responsible = "pieces.owner"
due = "pieces.due_on - 1 working day"
fulfilled_by = "piece.checked"
until = "thing.answered"
"#;

#[tokio::test]
async fn each_part_owes_what_an_event_of_its_record_opens() {
    let company = company(EACH).await;
    let people = cast(&company).await;
    let one = thing(&company, &people.li).await;
    let (first, second) = (
        piece(&people.li, one, "2026-03-05").await,
        piece(&people.wang, one, "2026-03-06").await,
    );
    let other = thing(&company, &people.li).await;
    piece(&people.li, other, "2026-03-05").await;

    happens(&people.zhao, one, "thing.called").await;

    let rows = of_rule(&company, "check").await;
    let about: Vec<_> = rows
        .iter()
        .map(|row| (row.subject_kind.as_str(), row.subject_id))
        .collect();
    assert_eq!(about, [("piece", first.0), ("piece", second.0)]);
    assert_eq!(rows[0].due_at, Some(at("2026-03-04", "18:00:00")));
    assert_eq!(owners(&company, &rows[1]).await, [people.wang.id]);

    piece::happens(&people.wang, second, "piece.checked").await;
    let states: Vec<_> = of_rule(&company, "check")
        .await
        .iter()
        .map(|row| row.state)
        .collect();
    assert_eq!(
        states,
        [State::Open, State::Fulfilled],
        "each is closed by its own event"
    );
}

#[tokio::test]
async fn parts_that_come_later_owe_it_too_until_the_rule_ends() {
    let company = company(EACH).await;
    let people = cast(&company).await;
    let thing = thing(&company, &people.li).await;
    happens(&people.zhao, thing, "thing.called").await;
    assert!(of_rule(&company, "check").await.is_empty());
    company.clock().advance(TimeDelta::hours(1));

    let late = piece(&people.li, thing, "2026-03-05").await;
    assert_eq!(only(&company, "check").await.subject_id, late.0);
    piece::happens(&people.li, late, "piece.made").await;
    assert_eq!(of_rule(&company, "check").await.len(), 1, "once only");
    piece(&people.li, thing, "no day").await;
    assert_eq!(
        of_rule(&company, "check").await.len(),
        1,
        "its condition does not hold"
    );

    happens(&people.zhao, thing, "thing.answered").await;
    assert_eq!(only(&company, "check").await.state, State::Void);
    piece(&people.li, thing, "2026-03-06").await;
    assert_eq!(
        of_rule(&company, "check").await.len(),
        1,
        "nothing more is asked for"
    );
}

#[tokio::test]
async fn what_is_open_on_the_parts_ends_with_their_record() {
    let company = company(EACH).await;
    let people = cast(&company).await;
    let thing = thing(&company, &people.li).await;
    piece(&people.li, thing, "2026-03-05").await;
    happens(&people.zhao, thing, "thing.called").await;
    changes(&people.li, thing, "thing.closed", |row| {
        row.state = "ended".into()
    })
    .await;
    assert_eq!(only(&company, "check").await.state, State::Void);
}

#[tokio::test]
async fn beats_conditions_and_silences_go_over_parts() {
    let company = company(
        r#"
[[obligation]]
id = "weekly"
name = { zh = "周检" }
every = "RRULE:FREQ=WEEKLY;BYDAY=FR"
at = "18:00"
for_each = "thing.pieces"
responsible = "pieces.owner"
fulfilled_by = "piece.checked"

[[obligation]]
id = "large"
name = { zh = "大额" }
opens_when = "thing.amount > 100 && pieces.due_on != null"
for_each = "thing.pieces"
responsible = "thing.owner"
due = "3 working days"
fulfilled_by = "hand"

[[obligation]]
id = "quiet"
name = { zh = "静默" }
silent = ["piece.checked", "thing.touched"]
lasts = "10 days"
for_each = "thing.pieces"
responsible = "pieces.owner"
due = "2 days"
fulfilled_by = "hand"
"#,
    )
    .await;
    let people = cast(&company).await;
    let one = thing(&company, &people.li).await;
    let piece = piece(&people.wang, one, "2026-05-05").await;
    company.tick().await;
    assert!(of_rule(&company, "large").await.is_empty());
    changes(&people.li, one, "thing.changed", |row| row.amount = 200).await;
    assert_eq!(
        only(&company, "large").await.subject_id,
        piece.0,
        "the record's facts count for its parts"
    );

    company.advance_time(TimeDelta::days(6)).await;
    assert_eq!(of_rule(&company, "weekly").await.len(), 1);
    happens(&people.li, one, "thing.touched").await;
    company.advance_time(TimeDelta::days(8)).await;
    assert!(
        of_rule(&company, "quiet").await.is_empty(),
        "the record was heard of"
    );
    company.advance_time(TimeDelta::days(3)).await;
    assert_eq!(
        owners(&company, &only(&company, "quiet").await).await,
        [people.wang.id]
    );

    let before = of_rule(&company, "weekly").await.len();
    changes(&people.li, one, "thing.changed", |row| {
        row.state = "suspended".into()
    })
    .await;
    company.advance_time(TimeDelta::days(14)).await;
    assert_eq!(
        of_rule(&company, "weekly").await.len(),
        before,
        "parts rest with their record"
    );
}

const SAMPLE: &str = r#"
[[obligation]]
id = "spot-check"
name = { zh = "抽查" }
every = "month"
for_each = "thing"
when = "thing.state == 'active'"
sample = { per = "thing.keeper", take = "30%", least = 2 }
responsible = "position:boss"
due = "3 working days"
fulfilled_by = "hand"

[[obligation]]
id = "weekly-check"
name = { zh = "周抽查" }
opens_on = "thing.called"
for_each = "thing.pieces"
sample = { take = 2 }
responsible = "pieces.owner"
due = "3 working days"
fulfilled_by = "hand"
"#;

fn ids(value: &Value) -> Vec<String> {
    let list = value.as_array().unwrap();
    list.iter().map(|id| id.as_str().unwrap().to_owned()).collect()
}

async fn draws(company: &TestCompany) -> Vec<Value> {
    let events = company.events("sample.drawn").await;
    events
        .into_iter()
        .map(|mut event| event["facts"].take())
        .collect()
}

/// As anybody outside would repeat it.
fn repeated(draw: &Value) -> Vec<String> {
    let seed = draw["seed"].as_str().unwrap();
    let mut order = ids(&draw["list"]);
    order.sort_by_key(|id| hash(format!("{seed}:{id}").as_bytes()));
    order.truncate(draw["taken"].as_array().unwrap().len());
    order.sort();
    order
}

#[tokio::test]
async fn case_19_the_draw_its_seed_and_the_list_are_evidence_and_a_short_list_is_taken_whole() {
    let company = company(SAMPLE).await;
    let people = cast(&company).await;
    for _ in 0..10 {
        thing(&company, &people.li).await;
    }
    let mut short = Vec::new();
    for _ in 0..2 {
        let made = thing(&company, &people.wang).await;
        short.push(made.0);
    }
    company.tick().await;

    // The first whole month is April; with a limit of its own it opens at its end.
    company.advance_time(TimeDelta::days(65)).await;
    let first = of_rule(&company, "spot-check").await;
    let mut wangs: Vec<_> = first
        .iter()
        .map(|row| row.subject_id)
        .filter(|id| short.contains(id))
        .collect();
    wangs.sort();
    assert_eq!(first.len(), 3 + 2, "30 % of ten, and the short list whole");
    assert_eq!(wangs, short);

    let draws = draws(&company).await;
    assert_eq!(draws.len(), 2, "one for each keeper");
    for draw in &draws {
        assert_eq!(draw["rule"], "spot-check");
        assert_eq!(
            repeated(draw),
            ids(&draw["taken"]),
            "the seed gives the draw again"
        );
        let drawn: Vec<String> = first
            .iter()
            .map(|row| row.subject_id.to_string())
            .filter(|id| ids(&draw["list"]).contains(id))
            .collect();
        assert_eq!(drawn.len(), ids(&draw["taken"]).len());
    }

    company.tick().await;
    assert_eq!(
        of_rule(&company, "spot-check").await.len(),
        5,
        "the same beat draws once"
    );
}

#[tokio::test]
async fn case_19_a_sample_is_drawn_from_the_parts_of_the_record_that_an_event_happens_to() {
    let company = company(SAMPLE).await;
    let people = cast(&company).await;
    let thing = thing(&company, &people.li).await;
    for _ in 0..6 {
        piece(&people.li, thing, "2026-03-05").await;
    }
    happens(&people.zhao, thing, "thing.called").await;

    assert_eq!(of_rule(&company, "weekly-check").await.len(), 2);
    let draws = draws(&company).await;
    assert_eq!(draws.len(), 1);
    assert_eq!(ids(&draws[0]["list"]).len(), 6);
    assert_eq!(repeated(&draws[0]), ids(&draws[0]["taken"]));
    piece(&people.li, thing, "2026-03-06").await;
    assert_eq!(
        of_rule(&company, "weekly-check").await.len(),
        2,
        "what comes later was not on the list"
    );
}

#[tokio::test]
async fn nothing_that_a_pack_may_say_of_lists_is_a_fault_of_the_engine() {
    let company = company(&[EACH, SAMPLE].concat()).await;
    let people = cast(&company).await;
    let thing = thing(&company, &people.li).await;
    piece(&people.li, thing, "2026-03-05").await;
    happens(&people.zhao, thing, "thing.called").await;
    let faults: Value = people.li.get("/faults").await.ok();
    assert_eq!(faults["items"], serde_json::json!([]));
}

#[tokio::test]
async fn an_event_of_a_record_fulfils_its_own_parts_however_many_others_there_are() {
    use crate::obligation::Obligation;
    use crate::obligation::entity::Entity as Obligations;
    use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
    let company = company(
        r#"
[[obligation]]
id = "count"
name = { zh = "清点" }
opens_on = "piece.made"
responsible = "piece.owner"
due = "3 working days"
fulfilled_by = "thing.answered"
"#,
    )
    .await;
    let people = cast(&company).await;
    let thing = thing(&company, &people.li).await;
    piece(&people.li, thing, "2026-03-05").await;
    let mine = only(&company, "count").await;

    // More of other records than one look would go through, all of them older.
    let others: Vec<Obligation> = (1..=1_100_u128)
        .map(|number| Obligation {
            id: uuid::Uuid::from_u128(number).into(),
            subject_id: uuid::Uuid::from_u128(number),
            ..mine.clone()
        })
        .collect();
    for part in others.chunks(100) {
        let rows = part
            .iter()
            .cloned()
            .map(|row| row.into_active_model().reset_all());
        Obligations::insert_many(rows)
            .exec_without_returning(company.app().database().writer())
            .await
            .unwrap();
    }
    happens(&people.li, thing, "thing.answered").await;
    let rows = of_rule(&company, "count").await;
    let now = rows.iter().find(|row| row.id == mine.id).unwrap();
    assert_eq!(now.state, State::Fulfilled);
}
