//! Records that a filed sheet makes.

use serde_json::json;

use crate::testing::piece;
use crate::testing::*;

const REVIEW: &str = r#"
[[form]]
id = "review"
name = { zh = "评审" }
on = "thing"
fields = [
  { id = "mark", type = "score", name = { zh = "分" }, required = true },
  { id = "due_on", type = "date", name = { zh = "日期" }, required = true },
  { id = "owner", type = "member", name = { zh = "负责人" } },
]
makes = [{ record = "piece", when = "form.mark < 80" }]
"#;

#[tokio::test]
async fn a_sheet_makes_a_record_from_its_fields_once() {
    let company = company(REVIEW).await;
    let people = cast(&company).await;
    let thing = thing(&company, &people.li).await;
    let sheet = |mark: i64| {
        json!({ "form": "review", "subject": { "kind": "thing", "id": thing },
            "fields": { "mark": mark, "due_on": "2026-03-09", "owner": people.wang.id } })
    };
    let good = people.li.post("/filings", sheet(90)).await.ok();
    assert_eq!(good["made"], json!([]));
    assert!(piece::of_thing(&company.app().reader(), thing).await.is_empty());

    let bad = people.li.post("/filings", sheet(60)).await.ok();
    let made = piece::of_thing(&company.app().reader(), thing).await;
    assert_eq!(made.len(), 1);
    assert_eq!(made[0].owner_id, people.wang.id);
    assert_eq!(made[0].due_on, "2026-03-09".parse().ok());
    assert_eq!(bad["made"], json!([{ "kind": "piece", "id": made[0].id }]));
    assert_eq!(company.events("form.made").await.len(), 1);

    let again = people.li.post("/filings", sheet(50)).await.ok();
    assert_eq!(
        piece::of_thing(&company.app().reader(), thing).await.len(),
        1,
        "not a second time"
    );
    assert_eq!(
        again["made"], bad["made"],
        "the sheet that takes its place knows it"
    );
}
