//! What comes by mail, when, and how often: once.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta, Utc};
use futures_util::future::BoxFuture;
use serde_json::{Value, json};
use xianji_kernel::calendar::{Holidays, WorkCalendar};
use xianji_platform::MemberId;
use xianji_platform::mailer::{Letter, Mailer, NotSent};
use xianji_platform::testing::TestCompany;

use super::{Setting, When};
use crate::testing::*;

const RULE: &str = r#"
[[obligation]]
id = "reply"
name = { zh = "答复", en = "Reply" }
opens_on = "thing.opened"
responsible = "thing.keeper"
due = "service:reply"
fulfilled_by = "thing.replied"
warn = "50%"
escalate = [{ after = "2 working hours", to = "position:boss" }]
"#;

/// Takes down what leaves, and says for each letter what comes of it.
#[derive(Clone, Default)]
struct Desk {
    letters: Arc<Mutex<Vec<Letter>>>,
    troubles: Arc<Mutex<Vec<NotSent>>>,
}

impl Mailer for Desk {
    fn send(&self, letter: Letter) -> BoxFuture<'_, Result<(), NotSent>> {
        Box::pin(async move {
            if let Some(trouble) = self.troubles.lock().unwrap().pop() {
                return Err(trouble);
            }
            self.letters.lock().unwrap().push(letter);
            Ok(())
        })
    }
}

impl Desk {
    fn to(&self, name: &str) -> Vec<Letter> {
        let address = format!("{name}@example.com");
        let all = self.letters.lock().unwrap();
        all.iter()
            .filter(|letter| letter.to == address)
            .cloned()
            .collect()
    }

    fn subjects(&self, name: &str) -> Vec<String> {
        self.to(name).into_iter().map(|letter| letter.subject).collect()
    }
}

async fn company_with_mail() -> (TestCompany, Cast, Desk) {
    let company = company(RULE).await;
    let people = cast(&company).await;
    let desk = Desk::default();
    company.app().send_mail_through(Box::new(desk.clone()));
    (company, people, desk)
}

/// Time goes by, and what was written last leaves too.
async fn pass(company: &TestCompany, by: TimeDelta) {
    company.advance_time(by).await;
    company.tick().await;
}

fn wish(change: Value) -> Value {
    let mut wish = json!({
        "notice": "digest", "warning": "digest", "overdue": "now", "digest_hour": 8,
        "quiet_from": null, "quiet_until": null, "working_time": true,
    });
    let all = wish.as_object_mut().unwrap();
    all.extend(change.as_object().unwrap().clone());
    wish
}

#[tokio::test]
async fn what_is_overdue_comes_at_once_and_what_is_escalated_to_whom_it_is_taken() {
    let (company, people, desk) = company_with_mail().await;
    people
        .li
        .put(
            "/mail-settings",
            0,
            wish(json!({ "digest_hour": null, "notice": "never", "warning": "never" })),
        )
        .await
        .ok();
    people
        .zhao
        .put(
            "/mail-settings",
            0,
            wish(json!({ "digest_hour": null, "notice": "never", "warning": "never", "overdue": "never" })),
        )
        .await
        .ok();
    let id = thing(&company, &people.li).await;
    pass(&company, TimeDelta::hours(1)).await;
    assert_eq!(desk.subjects("li"), [""; 0], "a warning that nobody wants");
    pass(&company, TimeDelta::minutes(61)).await;
    let letters = desk.to("li");
    assert_eq!(desk.subjects("li"), ["Overdue: Reply T-1 Thing"]);
    assert!(
        letters[0].body.contains("Due 2026-03-02 11:00"),
        "{}",
        letters[0].body
    );
    assert!(
        letters[0].body.contains(&format!("/things/{id}")),
        "{}",
        letters[0].body
    );
    assert!(
        letters[0].body.contains("/notifications/settings"),
        "{}",
        letters[0].body
    );
    for _ in 0..3 {
        company.tick().await;
    }
    assert_eq!(desk.subjects("li").len(), 1, "nothing is sent twice");
    pass(&company, TimeDelta::hours(3)).await;
    assert_eq!(
        desk.subjects("zhao"),
        ["Escalated to you: Reply T-1 Thing"],
        "whatever one wants"
    );
}

#[tokio::test]
async fn the_days_summary_comes_once_at_the_hour_and_only_where_something_waits() {
    let (company, people, desk) = company_with_mail().await;
    people
        .li
        .put("/mail-settings", 0, wish(json!({ "digest_hour": 10 })))
        .await
        .ok();
    company.tick().await;
    thing(&company, &people.li).await;
    company.clock().advance(TimeDelta::minutes(59));
    company.tick().await;
    assert_eq!(desk.subjects("li"), [""; 0]);
    pass(&company, TimeDelta::hours(1)).await;
    assert_eq!(desk.subjects("li"), ["2026-03-02: 0 overdue, 1 due today"]);
    let body = desk.to("li")[0].body.clone();
    assert!(
        body.contains("Due today: 1") && body.contains("2026-03-02 11:00  Reply"),
        "{body}"
    );
    pass(&company, TimeDelta::hours(5)).await;
    let summaries = |name: &str| {
        desk.subjects(name)
            .iter()
            .filter(|one| one.starts_with("2026-"))
            .count()
    };
    assert_eq!((summaries("li"), summaries("wang")), (1, 0));
    pass(&company, TimeDelta::days(1)).await;
    assert_eq!(summaries("li"), 2);
    // Friday noon to Sunday noon: two summaries for whoever works on working days alone would be one too many.
    pass(&company, TimeDelta::days(2)).await;
    let by_friday = summaries("li");
    pass(&company, TimeDelta::days(2)).await;
    assert_eq!(
        (by_friday, summaries("li")),
        (4, 5),
        "Tuesday to Friday, and nothing at the weekend"
    );
}

#[tokio::test]
async fn without_a_mail_server_nothing_is_written_and_the_page_says_so() {
    let company = company(RULE).await;
    let people = cast(&company).await;
    thing(&company, &people.li).await;
    pass(&company, TimeDelta::days(2)).await;
    let admin = company
        .member("root")
        .allowed(&["*"], xianji_platform::Reach::Company)
        .await;
    let jobs = admin.get("/jobs").await.ok();
    assert_eq!(jobs["items"], json!([]));
    let shown = people.li.get("/mail-settings").await.ok();
    assert_eq!(
        (&shown["sends"], &shown["address"], &shown["version"]),
        (&json!(false), &json!("li@example.com"), &json!(0))
    );
}

#[tokio::test]
async fn a_mail_that_did_not_leave_is_shown_and_tried_again_unless_it_was_refused_for_good() {
    let (company, people, desk) = company_with_mail().await;
    people
        .li
        .put(
            "/mail-settings",
            0,
            wish(json!({ "digest_hour": null, "notice": "never", "warning": "never" })),
        )
        .await
        .ok();
    thing(&company, &people.li).await;
    desk.troubles
        .lock()
        .unwrap()
        .push(NotSent::Later("greylisted".into()));
    pass(&company, TimeDelta::minutes(121)).await;
    let shown = people.li.get("/mail-settings").await.ok();
    assert_eq!(
        (&shown["failed_why"], &shown["sent_at"]),
        (&json!("greylisted"), &Value::Null)
    );
    company.clock().advance(TimeDelta::minutes(2));
    company.tick().await;
    assert_eq!(desk.subjects("li").len(), 1);
    let shown = people.li.get("/mail-settings").await.ok();
    assert!(
        shown["failed_why"].is_null() && shown["sent_at"].is_string(),
        "{shown}"
    );
    thing(&company, &people.li).await;
    pass(&company, TimeDelta::minutes(179)).await;
    desk.troubles
        .lock()
        .unwrap()
        .push(NotSent::Refused("no such mailbox".into()));
    pass(&company, TimeDelta::hours(1)).await;
    let shown = people.li.get("/mail-settings").await.ok();
    assert_eq!(shown["failed_why"], "no such mailbox");
    assert_eq!(desk.subjects("li").len(), 1);
}

#[tokio::test]
async fn a_notice_that_was_read_before_its_mail_may_leave_is_not_sent() {
    let (company, people, desk) = company_with_mail().await;
    people.li.put("/mail-settings", 0, wish(json!({ "digest_hour": null, "notice": "never", "warning": "never", "quiet_from": 11, "quiet_until": 14 }))).await.ok();
    thing(&company, &people.li).await;
    pass(&company, TimeDelta::hours(3)).await;
    assert_eq!(desk.subjects("li"), [""; 0], "at rest");
    people.li.post("/notifications/read", json!({})).await.ok();
    pass(&company, TimeDelta::hours(6)).await;
    assert_eq!(desk.subjects("li"), [""; 0]);
}

#[tokio::test]
async fn a_wish_is_whole_and_names_the_version_that_it_changes() {
    let (_company, people, _) = company_with_mail().await;
    let half = people
        .li
        .put(
            "/mail-settings",
            0,
            wish(json!({ "digest_hour": null, "quiet_from": 22 })),
        )
        .await;
    assert_eq!(half.status, 422);
    let pointers: Vec<_> = half.body["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["pointer"].clone())
        .collect();
    assert_eq!(pointers, ["/digest_hour", "/quiet_until"]);
    let saved = people
        .li
        .put("/mail-settings", 0, wish(json!({ "digest_hour": 17 })))
        .await;
    assert_eq!(
        (saved.version(), saved.ok()["digest_hour"].clone()),
        (Some(1), json!(17))
    );
    assert_eq!(
        people.li.put("/mail-settings", 0, wish(json!({}))).await.status,
        412
    );
    assert_eq!(
        people.wang.get("/mail-settings").await.ok()["digest_hour"],
        8,
        "everybody's own"
    );
}

fn calendar() -> WorkCalendar {
    WorkCalendar::standard(chrono_tz::Asia::Shanghai, Holidays::cn())
}

fn local(text: &str) -> DateTime<Utc> {
    format!("{text}:00+08:00").parse().unwrap()
}

#[test]
fn what_comes_at_once_waits_for_working_time_and_for_the_end_of_ones_rest() {
    let setting = |working_time: bool, rest: Option<(i32, i32)>| Setting {
        working_time,
        quiet_from: rest.map(|(from, _)| from),
        quiet_until: rest.map(|(_, until)| until),
        overdue: When::Now,
        ..Setting::usual(MemberId(uuid::Uuid::nil()))
    };
    let cases = [
        (true, None, "2026-03-02T10:00", "2026-03-02T10:00"),
        (true, None, "2026-03-02T22:00", "2026-03-03T09:00"),
        (true, None, "2026-03-07T10:00", "2026-03-09T09:00"),
        (false, None, "2026-03-07T03:00", "2026-03-07T03:00"),
        (false, Some((22, 7)), "2026-03-02T23:30", "2026-03-03T07:00"),
        (false, Some((22, 7)), "2026-03-03T06:59", "2026-03-03T07:00"),
        (false, Some((22, 7)), "2026-03-03T07:00", "2026-03-03T07:00"),
        (true, Some((9, 11)), "2026-03-02T09:30", "2026-03-02T11:00"),
        (true, Some((18, 10)), "2026-03-02T19:00", "2026-03-03T10:00"),
        (false, Some((8, 8)), "2026-03-02T08:30", "2026-03-02T08:30"),
    ];
    for (working_time, rest, from, to) in cases {
        let at = setting(working_time, rest).leaves_at("overdue", local(from), &calendar());
        assert_eq!(at, Some(local(to)), "{working_time} {rest:?} {from}");
    }
    let never_open = setting(true, Some((8, 20)));
    assert_eq!(
        never_open.leaves_at("escalation", local("2026-03-08T03:00"), &calendar()),
        Some(local("2026-03-08T03:00"))
    );
    assert!(
        never_open
            .leaves_at("overdue", local("2026-03-02T09:30"), &calendar())
            .is_some()
    );
    assert_eq!(
        never_open.leaves_at("warning", local("2026-03-02T09:30"), &calendar()),
        None
    );
}
