use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::id::MemberId;
use crate::identity::member::{NewMember, actions};
use crate::testing::{Answer, TestCompany};

const PASSWORD: &str = "three green apples";

async fn company_with(names: &[&str]) -> (TestCompany, Vec<MemberId>) {
    let company = TestCompany::open(vec![]).await;
    let mut ids = Vec::new();
    for name in names {
        let mut work = company.work().await;
        let new = NewMember {
            name: (*name).to_owned(),
            login: (*name).to_owned(),
            email: None,
            phone: None,
            language: xianji_kernel::text::Language::En,
            password: Some(PASSWORD.to_owned()),
            department: company.root(),
            head: false,
        };
        ids.push(actions::create(&mut work, new).await.unwrap().id);
        work.commit().await.unwrap();
    }
    (company, ids)
}

async fn log_in(company: &TestCompany, login: &str, password: &str) -> Answer {
    company
        .public_post("/session", json!({ "login": login, "password": password }))
        .await
}

fn cookie(answer: &Answer) -> String {
    let set = answer
        .headers
        .get("set-cookie")
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    set.split(';').next().unwrap_or_default().to_owned()
}

async fn with(company: &TestCompany, cookie: &str, method: &str, path: &str, body: Option<Value>) -> Answer {
    company
        .send(None, method, path, &[("cookie", cookie)], body)
        .await
}

#[tokio::test]
async fn a_log_in_lasts_until_it_is_ended() {
    let (company, ids) = company_with(&["li"]).await;
    assert_eq!(with(&company, "", "GET", "/session", None).await.status, 401);
    let answer = log_in(&company, "LI ", PASSWORD).await;
    assert_eq!(answer.status, 200, "{answer}");
    assert_eq!(answer.body["member"]["id"], json!(ids[0]));
    assert_eq!(answer.body["company"]["zone"], "Asia/Shanghai");
    let set = answer.headers["set-cookie"].to_str().unwrap();
    assert!(
        set.contains("HttpOnly") && set.contains("SameSite=Lax") && !set.contains("Max-Age"),
        "{set}"
    );
    let cookie = cookie(&answer);
    assert_eq!(
        with(&company, &cookie, "GET", "/session", None).await.body["department"]["name"],
        "总公司"
    );
    assert_eq!(
        with(&company, &cookie, "DELETE", "/session", None).await.status,
        204
    );
    assert_eq!(with(&company, &cookie, "GET", "/session", None).await.status, 401);
}

#[tokio::test]
async fn an_unknown_name_and_a_wrong_password_are_answered_alike() {
    let (company, _) = company_with(&["li"]).await;
    let wrong = log_in(&company, "li", "something else").await;
    let unknown = log_in(&company, "nobody", "something else").await;
    assert_eq!(
        wrong.to_string(),
        "401 wrong-login: Log-in name or password is wrong"
    );
    assert_eq!((wrong.status, wrong.body), (unknown.status, unknown.body));
    assert!(wrong.headers.get("set-cookie").is_none());
}

#[tokio::test]
async fn guessing_is_stopped_for_one_account_and_not_for_the_others() {
    let (company, _) = company_with(&["li", "an"]).await;
    for _ in 0..10 {
        assert_eq!(log_in(&company, "li", "wrong").await.status, 401);
    }
    assert_eq!(log_in(&company, "li", PASSWORD).await.code(), "too-many-requests");
    assert_eq!(log_in(&company, "an", PASSWORD).await.status, 200);
    company.clock().advance(TimeDelta::minutes(16));
    assert_eq!(log_in(&company, "li", PASSWORD).await.status, 200);
}

#[tokio::test]
async fn a_log_in_that_goes_well_forgets_the_failures_before() {
    let (company, _) = company_with(&["li"]).await;
    for _ in 0..3 {
        for _ in 0..8 {
            log_in(&company, "li", "wrong").await;
        }
        assert_eq!(log_in(&company, "li", PASSWORD).await.status, 200);
    }
}

#[tokio::test]
async fn an_idle_session_ends_after_twelve_hours_and_any_after_seven_days() {
    let (company, _) = company_with(&["li"]).await;
    let idle = cookie(&log_in(&company, "li", PASSWORD).await);
    company.clock().advance(TimeDelta::hours(11));
    assert_eq!(with(&company, &idle, "GET", "/session", None).await.status, 200);
    company.clock().advance(TimeDelta::hours(11));
    assert_eq!(
        with(&company, &idle, "GET", "/session", None).await.status,
        200,
        "a read is a use"
    );
    company.clock().advance(TimeDelta::hours(12));
    assert_eq!(with(&company, &idle, "GET", "/session", None).await.status, 401);

    let busy = cookie(&log_in(&company, "li", PASSWORD).await);
    for _ in 0..15 {
        company.clock().advance(TimeDelta::hours(11));
        assert_eq!(with(&company, &busy, "GET", "/session", None).await.status, 200);
    }
    company.clock().advance(TimeDelta::hours(11));
    assert_eq!(with(&company, &busy, "GET", "/session", None).await.status, 401);
}

#[tokio::test]
async fn who_stays_logged_in_stays_thirty_days() {
    let (company, _) = company_with(&["li"]).await;
    let body = json!({ "login": "li", "password": PASSWORD, "stay": true });
    let answer = company.public_post("/session", body).await;
    assert!(
        answer.headers["set-cookie"]
            .to_str()
            .unwrap()
            .contains("Max-Age=2592000")
    );
    let cookie = cookie(&answer);
    company.clock().advance(TimeDelta::days(29));
    assert_eq!(with(&company, &cookie, "GET", "/session", None).await.status, 200);
    company.clock().advance(TimeDelta::days(1));
    assert_eq!(with(&company, &cookie, "GET", "/session", None).await.status, 401);
}

#[tokio::test]
async fn a_new_password_ends_every_session_but_the_one_that_set_it() {
    let (company, _) = company_with(&["li"]).await;
    let (here, there) = (
        cookie(&log_in(&company, "li", PASSWORD).await),
        cookie(&log_in(&company, "li", PASSWORD).await),
    );
    let wrong = json!({ "old": "not this one", "password": "four yellow pears" });
    assert_eq!(
        with(&company, &here, "POST", "/session/password", Some(wrong))
            .await
            .status,
        422
    );
    let body = json!({ "old": PASSWORD, "password": "four yellow pears" });
    let changed = with(&company, &here, "POST", "/session/password", Some(body)).await;
    assert_eq!(changed.status, 204, "{changed}");
    assert_eq!(with(&company, &there, "GET", "/session", None).await.status, 401);
    assert_eq!(
        with(&company, &here, "GET", "/session", None).await.status,
        401,
        "the id has changed"
    );
    assert_eq!(
        with(&company, &cookie(&changed), "GET", "/session", None)
            .await
            .status,
        200
    );
    assert_eq!(log_in(&company, "li", PASSWORD).await.status, 401);
    assert_eq!(log_in(&company, "li", "four yellow pears").await.status, 200);
}

#[tokio::test]
async fn who_is_deactivated_is_out_at_once() {
    let (company, ids) = company_with(&["li"]).await;
    let cookie = cookie(&log_in(&company, "li", PASSWORD).await);
    let mut work = company.work().await;
    actions::deactivate(&mut work, ids[0]).await.unwrap();
    work.commit().await.unwrap();
    assert_eq!(with(&company, &cookie, "GET", "/session", None).await.status, 401);
    assert_eq!(log_in(&company, "li", PASSWORD).await.status, 401);
}

#[tokio::test]
async fn a_session_planted_before_the_log_in_is_worth_nothing_after_it() {
    let (company, _) = company_with(&["li", "an"]).await;
    let planted = cookie(&log_in(&company, "an", PASSWORD).await);
    let body = json!({ "login": "li", "password": PASSWORD });
    let answer = with(&company, &planted, "POST", "/session", Some(body)).await;
    assert_eq!(answer.body["member"]["name"], "li");
    assert_ne!(cookie(&answer), planted);
    assert_eq!(
        with(&company, &planted, "GET", "/session", None).await.status,
        401
    );
}

#[tokio::test]
async fn the_database_holds_no_session_id_that_opens_anything() {
    use crate::identity::entity::session;
    use sea_orm::EntityTrait;
    let (company, _) = company_with(&["li"]).await;
    let cookie = cookie(&log_in(&company, "li", PASSWORD).await);
    let id = cookie.split_once('=').unwrap().1.to_owned();
    let row = session::Entity::find()
        .one(&company.app().reader())
        .await
        .unwrap()
        .unwrap();
    assert!(row.member_id.is_some() && row.id_hash != id && !row.data.contains(&id));
}

#[tokio::test]
async fn standing_in_brings_the_others_rights_and_ends_with_the_delegation() {
    let (company, ids) = company_with(&["li", "an"]).await;
    let mut work = company.work().await;
    let until = company.now() + TimeDelta::hours(5);
    let new = crate::identity::member::NewDelegation {
        delegate_id: ids[1],
        from_at: company.now(),
        until_at: until,
        reason: String::new(),
    };
    crate::identity::member::standing::delegate(&mut work, ids[0], new)
        .await
        .unwrap();
    work.commit().await.unwrap();
    let an = cookie(&log_in(&company, "an", PASSWORD).await);
    let session = with(&company, &an, "GET", "/session", None).await.body;
    assert_eq!(session["on_behalf_of_choices"][0]["name"], "li");
    let refused = with(
        &company,
        &an,
        "POST",
        "/session/stand-in",
        Some(json!({ "member": ids[1] })),
    )
    .await;
    assert_eq!(refused.status, 422);
    let answer = with(
        &company,
        &an,
        "POST",
        "/session/stand-in",
        Some(json!({ "member": ids[0] })),
    )
    .await;
    assert_eq!(answer.body["on_behalf_of"]["name"], "li", "{answer}");
    let absence = json!({ "from_at": company.now(), "until_at": until });
    let done = with(
        &company,
        &an,
        "POST",
        &format!("/members/{}/absences", ids[0]),
        Some(absence),
    )
    .await;
    assert_eq!(done.status, 200, "{done}");
    let event = company.events("absence.recorded").await.remove(0);
    assert_eq!(
        (event["member"].clone(), event["on_behalf_of"].clone()),
        (json!(ids[1]), json!(ids[0]))
    );
    company.clock().set(until);
    assert_eq!(
        with(&company, &an, "GET", "/session", None).await.body["on_behalf_of"],
        json!(null)
    );
}

#[tokio::test]
async fn another_sites_page_cannot_write_with_our_cookie() {
    let (company, _) = company_with(&["li"]).await;
    let cookie = cookie(&log_in(&company, "li", PASSWORD).await);
    let headers = [("cookie", cookie.as_str()), ("sec-fetch-site", "cross-site")];
    assert_eq!(
        company
            .send(None, "DELETE", "/session", &headers, None)
            .await
            .code(),
        "cross-site"
    );
    assert_eq!(
        company.send(None, "GET", "/session", &headers, None).await.status,
        200
    );
}

#[tokio::test]
async fn what_has_ended_is_swept_out() {
    use crate::identity::entity::{attempt, session};
    use sea_orm::{EntityTrait, PaginatorTrait};
    let (company, _) = company_with(&["li"]).await;
    log_in(&company, "li", PASSWORD).await;
    log_in(&company, "li", "wrong").await;
    company.advance_time(TimeDelta::days(2)).await;
    let db = company.app().reader();
    assert_eq!(session::Entity::find().count(&db).await.unwrap(), 0);
    assert_eq!(attempt::Entity::find().count(&db).await.unwrap(), 0);
}

#[tokio::test]
async fn a_database_out_of_reach_is_said_in_words_and_to_be_tried_again() {
    let (company, _) = company_with(&["li"]).await;
    let cookie = cookie(&log_in(&company, "li", PASSWORD).await);
    company.app().database().clone().close().await.unwrap();
    for (cookie, path) in [
        (cookie.as_str(), "/session"),
        (cookie.as_str(), "/members"),
        ("", "/members"),
    ] {
        let answer = with(&company, cookie, "GET", path, None).await;
        if cookie.is_empty() {
            assert_eq!(
                answer.status, 401,
                "who has no session is not asked for by the database"
            );
        } else {
            assert_eq!(
                (answer.status, &answer.body["code"]),
                (503, &json!("unavailable")),
                "{answer}"
            );
            assert_eq!(answer.headers["retry-after"], "5");
        }
    }
}

#[tokio::test]
async fn many_attempts_at_once_are_no_more_than_many_in_turn() {
    let company = TestCompany::open(vec![]).await;
    let attempt = super::limit::Attempt::of("li", None);
    let all = (0..20).map(|_| attempt.begin(company.app()));
    let through = futures_util::future::join_all(all)
        .await
        .into_iter()
        .filter(Result::is_ok)
        .count();
    assert_eq!(through, 10);
}

#[tokio::test]
async fn a_screen_that_listens_is_let_go_when_its_log_in_ends() {
    let (company, _) = company_with(&["li"]).await;
    let (one, other) = (
        cookie(&log_in(&company, "li", PASSWORD).await),
        cookie(&log_in(&company, "li", PASSWORD).await),
    );
    let follow = async |cookie: &str| {
        let following = company.follow_with(&[("cookie", cookie)]).await;
        let mut following = following.unwrap_or_else(|status| panic!("{status}"));
        following.next().await.unwrap();
        following
    };
    let (mut of_one, mut of_other) = (follow(&one).await, follow(&other).await);
    assert_eq!(with(&company, &one, "DELETE", "/session", None).await.status, 204);
    assert_eq!(of_one.next().await, None);
    let new = json!({ "old": PASSWORD, "password": "four green apples" });
    let (company_later, third) = (&company, cookie(&log_in(&company, "li", PASSWORD).await));
    company.clock().advance(TimeDelta::minutes(1));
    let changed = with(company_later, &third, "POST", "/session/password", Some(new)).await;
    assert_eq!(changed.status, 204, "{changed}");
    assert_eq!(of_other.next().await, None, "a new password ends the others");
    assert_eq!(company.follow_with(&[("cookie", &one)]).await.err(), Some(401));
}
