//! One's dues in a calendar.

use chrono::TimeDelta;
use serde_json::json;
use xianji_platform::testing::{TestCompany, TestMember};

use crate::testing::*;

const RULE: &str = r#"
[[obligation]]
id = "reply"
name = { zh = "答复", en = "Reply" }
opens_on = "thing.opened"
responsible = "thing.keeper"
due = "service:reply"
paused_while = "thing.waits"
fulfilled_by = "thing.replied"
"#;

/// The link as a calendar program opens it.
async fn share(member: &TestMember) -> String {
    let made = member.post("/calendar", json!({})).await.ok();
    let address = made["address"].as_str().unwrap();
    assert!(address.ends_with(".ics"), "{address}");
    address.split("/api/v1").last().unwrap().to_owned()
}

/// What stands in the calendar, lines unfolded.
async fn read(company: &TestCompany, link: &str) -> String {
    let answer = company.public_get(link).await;
    assert_eq!(answer.status, 200, "{answer}");
    String::from_utf8(answer.bytes).unwrap().replace("\r\n ", "")
}

#[tokio::test]
async fn what_one_owes_stands_in_ones_calendar_until_it_is_done() {
    let company = company(RULE).await;
    let people = cast(&company).await;
    let (of_li, of_wang) = (share(&people.li).await, share(&people.wang).await);
    let id = thing(&company, &people.li).await;
    let shown = read(&company, &of_li).await;
    assert!(shown.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"), "{shown}");
    for line in [
        "SUMMARY:Reply",
        "DTEND:20260302T030000Z",
        "DTSTART:20260302T023000Z",
        "SEQUENCE:1",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    ] {
        assert!(shown.contains(line), "{line} is missing in {shown}");
    }
    assert!(
        !read(&company, &of_wang).await.contains("VEVENT"),
        "another's dues"
    );
    happens(&people.li, id, "thing.replied").await;
    assert!(!read(&company, &of_li).await.contains("VEVENT"));
}

#[tokio::test]
async fn what_moves_is_the_same_event_at_another_time_and_what_is_taken_over_changes_calendars() {
    let company = company(RULE).await;
    let people = cast(&company).await;
    let (of_li, of_wang) = (share(&people.li).await, share(&people.wang).await);
    let id = thing(&company, &people.li).await;
    let uid = |text: &str| {
        text.lines()
            .find(|line| line.starts_with("UID:"))
            .map(str::to_owned)
    };
    let before = read(&company, &of_li).await;
    changes(&people.li, id, "thing.changed", |row| row.waits = true).await;
    company.clock().advance(TimeDelta::hours(1));
    changes(&people.li, id, "thing.changed", |row| row.waits = false).await;
    let after = read(&company, &of_li).await;
    assert_eq!(uid(&before), uid(&after));
    assert!(after.contains("DTEND:20260302T040000Z"), "{after}");
    changes(&people.li, id, "thing.changed", |row| {
        row.keeper_id = people.wang.id
    })
    .await;
    assert!(!read(&company, &of_li).await.contains("VEVENT"));
    assert_eq!(uid(&read(&company, &of_wang).await), uid(&before));
}

#[tokio::test]
async fn a_link_works_until_it_is_taken_back_replaced_or_its_member_leaves() {
    let company = company(RULE).await;
    let people = cast(&company).await;
    let first = share(&people.li).await;
    assert_eq!(people.li.get("/calendar").await.ok()["used_at"], json!(null));
    read(&company, &first).await;
    let shown = people.li.get("/calendar").await.ok();
    assert!(
        shown["used_at"].is_string() && shown["address"].is_null(),
        "{shown}"
    );
    let second = share(&people.li).await;
    assert_eq!(company.public_get(&first).await.status, 404);
    read(&company, second.strip_suffix(".ics").unwrap()).await;
    people.li.post("/calendar/revoke", json!({})).await.ok();
    assert_eq!(company.public_get(&second).await.status, 404);
    assert_eq!(people.li.post("/calendar/revoke", json!({})).await.status, 404);
    assert_eq!(
        company.public_get("/public/calendars/guess.ics").await.status,
        404
    );
}
