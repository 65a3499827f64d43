//! Whom a rule means: empty lists, posts that nobody holds, absence and delegation, majorities.

use serde_json::{Value, json};

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
