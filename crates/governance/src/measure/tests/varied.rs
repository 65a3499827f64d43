//! A recount after a varied life of obligations gives what the writes have counted.

use chrono::TimeDelta;
use sea_orm::{EntityTrait, QueryOrder};
use serde_json::json;
use xianji_platform::testing::TestCompany;

use crate::measure::entity::{daily, entry};
use crate::measure::recount;
use crate::obligation::State;
use crate::testing::piece::{self, piece};
use crate::testing::*;

const LIFE: &str = r#"
[[obligation]]
id = "reply"
name = { zh = "答复" }
opens_on = "thing.opened"
responsible = "thing.keeper"
due = "service:reply"
paused_while = "thing.waits"
fulfilled_by = "thing.replied"
escalate = [{ after = "0m", to = "position:boss" }]

[[obligation]]
id = "visit"
name = { zh = "拜访" }
opens_on = "thing.called"
responsible = "position:clerk"
due = "1 working day"
fulfilled_by = "thing.visited"
confirm = { by = "position:boss", within = "1 working day" }

[[obligation]]
id = "check"
name = { zh = "检查" }
opens_on = "thing.called"
for_each = "thing.pieces"
responsible = "all(pieces.owner, thing.keeper)"
due = "2 working days"
fulfilled_by = "piece.checked"

[[obligation]]
id = "weekly"
name = { zh = "周报" }
every = "RRULE:FREQ=WEEKLY;BYDAY=FR"
at = "18:00"
for_each = "thing"
when = "thing.state == 'active'"
responsible = "thing.owner"
fulfilled_by = "thing.reported"

[[notice]]
id = "copy"
name = { zh = "抄送" }
opens_on = "thing.touched"
to = ["position:boss"]
read = "1 working day"

[[metric]]
id = "replies"
name = { zh = "答复数" }
value = { event = "thing.replied", sum = "1" }
credit = { "thing.owner" = "60%", "thing.keeper" = "40%" }
by = ["member", "department"]

[[metric]]
id = "in-time"
name = { zh = "及时" }
numerator = { event = "obligation:reply.fulfilled", sum = "1" }
denominator = { event = "obligation:reply.opened", sum = "1" }
"#;

async fn sums(company: &TestCompany) -> Vec<daily::Model> {
    let rows = daily::Entity::find()
        .order_by_asc(daily::Column::Metric)
        .order_by_asc(daily::Column::Day)
        .order_by_asc(daily::Column::DepartmentId)
        .order_by_asc(daily::Column::MemberId)
        .order_by_asc(daily::Column::Slice)
        .all(&company.app().reader())
        .await
        .unwrap();
    rows.into_iter()
        .filter(|row| row.numerator_e4 != 0 || row.denominator_e4 != 0)
        .collect()
}

/// Answered late, in time, never; reassigned, paused, refused, ended, reopened, reported and forgotten.
async fn live(company: &TestCompany) {
    let people = cast(company).await;
    let (li, wang, zhao) = (&people.li, &people.wang, &people.zhao);
    let first = thing(company, li).await;
    happens(li, first, "thing.replied").await;
    let second = thing(company, wang).await;
    changes(wang, second, "thing.changed", |row| row.waits = true).await;
    company.advance_time(TimeDelta::hours(5)).await;
    changes(wang, second, "thing.changed", |row| {
        row.waits = false;
        row.keeper_id = li.id;
    })
    .await;
    let third = thing(company, wang).await;
    company.advance_time(TimeDelta::days(1)).await;
    happens(wang, third, "thing.replied").await;

    let part = piece(li, first, "2026-03-20").await;
    happens(zhao, first, "thing.called").await;
    happens(li, first, "thing.visited").await;
    let asked = only(company, "visit.confirm").await;
    zhao.post(
        &format!("/obligations/{}/refuse", asked.id),
        json!({ "reason": "no" }),
    )
    .await
    .ok();
    piece::happens(li, part, "piece.checked").await;
    company.advance_time(TimeDelta::days(5)).await;
    happens(wang, first, "thing.visited").await;
    happens(li, first, "thing.reported").await;
    happens(li, second, "thing.touched").await;
    changes(wang, third, "thing.closed", |row| row.state = "ended".into()).await;
    let fourth = thing(company, li).await;
    changes(li, fourth, "thing.closed", |row| row.state = "ended".into()).await;
    company.advance_time(TimeDelta::days(12)).await;
    happens(wang, second, "thing.reported").await;
    changes(li, fourth, "thing.changed", |row| row.state = "active".into()).await;
    company.advance_time(TimeDelta::days(9)).await;
}

#[tokio::test]
async fn a_recount_after_a_varied_life_equals_what_the_writes_counted() {
    let company = company(LIFE).await;
    live(&company).await;
    let counted = sums(&company).await;
    let metrics: std::collections::BTreeSet<&str> = counted.iter().map(|row| row.metric.as_str()).collect();
    for metric in ["check", "copy", "reply", "visit", "weekly"] {
        assert!(
            metrics.iter().any(|known| known.ends_with(&format!(":{metric}"))),
            "{metric} was counted: {metrics:?}"
        );
    }
    assert!(metrics.contains("confirm:visit.confirm") && metrics.contains("replies"));
    let states: Vec<State> = of_rule(&company, "reply")
        .await
        .iter()
        .map(|row| row.state)
        .collect();
    for state in [State::Fulfilled, State::Late, State::Void] {
        assert!(states.contains(&state), "{states:?}");
    }

    let unchanged = recount(company.app()).await.unwrap();
    assert_eq!((unchanged.corrected, unchanged.sums), (0, 0), "nothing was wrong");

    let work = company.work().await;
    daily::Entity::delete_many().exec(&work.db()).await.unwrap();
    entry::Entity::delete_many().exec(&work.db()).await.unwrap();
    work.commit().await.unwrap();
    recount(company.app()).await.unwrap();
    assert_eq!(sums(&company).await, counted);
}
