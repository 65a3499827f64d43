use chrono::{NaiveDate, TimeDelta};
use serde_json::json;

use crate::id::MemberId;
use crate::identity::{Reach, actions, queries};
use crate::testing::{TestCompany, TestMember};

async fn administrator(company: &TestCompany) -> TestMember {
    company.member("admin").with_positions(&["administrator"]).await
}

#[tokio::test]
async fn everything_wrong_with_a_new_member_is_said_at_once() {
    let company = TestCompany::open(vec![]).await;
    let admin = administrator(&company).await;
    let body = json!({ "name": "", "login": "x".repeat(101), "department_id": "nowhere", "boss": true });
    let answer = admin.post("/members", body).await;
    assert_eq!(answer.status, 422);
    let mut faults: Vec<String> = answer.body["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|f| f["pointer"].to_string() + &f["code"].to_string())
        .collect();
    faults.sort();
    assert_eq!(
        faults,
        [
            r#""/boss""unknown-field""#,
            r#""/department_id""wrong-format""#,
            r#""/login""too-long""#,
            r#""/name""required""#,
        ]
    );
    let body = json!({ "name": " ", "login": "ADMIN", "department_id": company.root(), "password": "short" });
    let answer = admin.post("/members", body).await.to_string();
    assert_eq!(
        answer,
        "422 invalid: Some things need correcting [/name required] [/login taken] [/password too-short]"
    );
}

#[tokio::test]
async fn a_members_personal_values_stand_beside_the_ledger() {
    let company = TestCompany::open(vec![]).await;
    let admin = administrator(&company).await;
    let body = json!({ "name": "李伟", "login": "li.wei", "email": "li@example.com", "department_id": company.root() });
    let made = admin.post("/members", body).await;
    assert_eq!(made.status, 201, "{made}");
    let event = company.events("member.created").await.remove(0);
    assert!(!event.to_string().contains("李伟") && !event.to_string().contains("li@example.com"));
    assert_eq!(event["facts"]["email_hash"].as_str().map(str::len), Some(64));
    assert_eq!(event["member"], json!(admin.id));
}

#[tokio::test]
async fn the_same_request_twice_makes_one_member() {
    let company = TestCompany::open(vec![]).await;
    let admin = administrator(&company).await;
    let body = json!({ "name": "李伟", "login": "li", "department_id": company.root() });
    let first = admin.post_once("/members", "k1", body.clone()).await;
    let again = admin.post_once("/members", "k1", body).await;
    assert_eq!((first.status, again.status), (201, 201));
    assert_eq!(first.body, again.body);
    let other = json!({ "name": "李娜", "login": "na", "department_id": company.root() });
    assert_eq!(
        admin.post_once("/members", "k1", other).await.code(),
        "key-reused"
    );
    assert_eq!(company.events("member.created").await.len(), 1);
}

#[tokio::test]
async fn a_change_over_an_old_version_is_refused() {
    let company = TestCompany::open(vec![]).await;
    let admin = administrator(&company).await;
    let li = company.member("li").await;
    let path = format!("/members/{}", li.id);
    let changed = admin.patch(&path, 1, json!({ "phone": "138" })).await;
    assert_eq!((changed.status, changed.version()), (200, Some(2)));
    assert_eq!(admin.patch(&path, 1, json!({ "phone": null })).await.status, 412);
    assert_eq!(
        admin
            .send("PATCH", &path, &[], Some(json!({ "phone": null })))
            .await
            .status,
        428
    );
    let emptied = admin.patch(&path, 2, json!({ "phone": null })).await.ok();
    assert_eq!(
        (emptied["phone"].clone(), emptied["email"].clone()),
        (json!(null), json!("li@example.com"))
    );
}

#[tokio::test]
async fn moving_keeps_where_one_was() {
    let company = TestCompany::open(vec![]).await;
    let admin = administrator(&company).await;
    let west = company.department("西区", None).await;
    let li = company.member("li").await;
    company.advance_time(TimeDelta::days(3)).await;
    let answer = admin
        .post(
            &format!("/members/{}/move", li.id),
            json!({ "department_id": west, "head": true }),
        )
        .await
        .ok();
    assert_eq!(
        (answer["department"]["name"].clone(), answer["head"].clone()),
        (json!("西区"), json!(true))
    );
    let db = company.app().reader();
    let on = |text: &str| text.parse::<NaiveDate>().unwrap();
    assert_eq!(
        queries::department_of(&db, li.id, on("2026-03-04"))
            .await
            .unwrap(),
        Some(company.root())
    );
    assert_eq!(
        queries::department_of(&db, li.id, on("2026-03-05"))
            .await
            .unwrap(),
        Some(west)
    );
    assert_eq!(li.act().await.department(), Some(west), "rights follow at once");
}

#[tokio::test]
async fn the_last_administrator_stays() {
    let company = TestCompany::open(vec![]).await;
    let admin = administrator(&company).await;
    let held = admin.get(&format!("/members/{}", admin.id)).await.ok()["positions"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    assert_eq!(
        admin
            .post(&format!("/members/{}/deactivate", admin.id), json!(null))
            .await
            .code(),
        "last-administrator"
    );
    let end = format!("/members/{}/positions/{held}/end", admin.id);
    assert_eq!(admin.post(&end, json!(null)).await.code(), "last-administrator");
    company.member("wu").with_positions(&["administrator"]).await;
    assert_eq!(admin.post(&end, json!(null)).await.status, 200);
    assert!(!admin.act().await.may("member.create"));
}

#[tokio::test]
async fn who_has_left_holds_nothing_and_is_given_nothing() {
    let company = TestCompany::open(vec![]).await;
    let admin = administrator(&company).await;
    let li = company.member("li").with_positions(&["finance"]).as_head().await;
    admin
        .post(&format!("/members/{}/deactivate", li.id), json!(null))
        .await
        .ok();
    let db = company.app().reader();
    let today = "2026-03-02".parse().unwrap();
    assert_eq!(
        queries::holders(&db, "finance", None, today).await.unwrap(),
        [] as [MemberId; 0]
    );
    assert_eq!(queries::head_of(&db, company.root(), today).await.unwrap(), None);
    let answer = admin
        .post(
            &format!("/members/{}/positions", li.id),
            json!({ "position": "administrator" }),
        )
        .await;
    assert_eq!(answer.code(), "member-deactivated");
}

#[tokio::test]
async fn a_new_skill_level_replaces_the_old_one() {
    let company = TestCompany::open(vec![]).await;
    company
        .adopt_text("own", "[[skill]]\nid = \"pricing\"\nlevels = 4\n")
        .await;
    let hr = company
        .member("hr")
        .allowed(&["skill.record"], Reach::Company)
        .await;
    let (li, an) = (company.member("li").await, company.member("an").await);
    let path = format!("/members/{}/skills", li.id);
    hr.post(&path, json!({ "skill": "pricing", "level": 2 }))
        .await
        .ok();
    hr.post(&path, json!({ "skill": "pricing", "level": 3 }))
        .await
        .ok();
    hr.post(
        &format!("/members/{}/skills", an.id),
        json!({ "skill": "pricing", "level": 1 }),
    )
    .await
    .ok();
    let wrong = hr.post(&path, json!({ "skill": "cooking", "level": 1 })).await;
    assert_eq!(wrong.body["errors"][0]["pointer"], "/skill");
    let db = company.app().reader();
    let today = "2026-03-02".parse().unwrap();
    assert_eq!(
        queries::skill_level(&db, li.id, "pricing", today).await.unwrap(),
        Some(3)
    );
    assert_eq!(
        queries::with_skill(&db, "pricing", 1, today).await.unwrap(),
        [li.id, an.id]
    );
    assert_eq!(
        queries::with_skill(&db, "pricing", 2, today).await.unwrap(),
        [li.id]
    );
}

#[tokio::test]
async fn departments_form_a_tree_and_never_a_ring() {
    let company = TestCompany::open(vec![]).await;
    let admin = administrator(&company).await;
    let west = admin
        .post(
            "/departments",
            json!({ "name": "西区", "parent_id": company.root() }),
        )
        .await;
    let west_id = west.body["id"].clone();
    let team = admin
        .post("/departments", json!({ "name": "一组", "parent_id": west_id }))
        .await;
    let path = format!("/departments/{}", west_id.as_str().unwrap());
    let ring = admin
        .patch(&path, 1, json!({ "parent_id": team.body["id"] }))
        .await;
    assert_eq!(ring.code(), "department-below-itself");
    assert_eq!(
        admin.post(&format!("{path}/archive"), json!(null)).await.code(),
        "department-not-empty"
    );
    let team_path = format!("/departments/{}", team.body["id"].as_str().unwrap());
    assert_eq!(
        admin
            .post(&format!("{team_path}/archive"), json!(null))
            .await
            .status,
        200
    );
    assert_eq!(
        admin.patch(&path, 1, json!({ "name": "华西" })).await.ok()["name"],
        "华西"
    );
    let listed = admin.get("/departments").await.ok();
    assert_eq!(listed["items"].as_array().map(Vec::len), Some(2));
}

#[tokio::test]
async fn an_administrator_made_again_has_a_new_password_and_one_position() {
    let company = TestCompany::open(vec![]).await;
    for password in ["long enough 1", "long enough 2"] {
        let mut work = company.work().await;
        actions::create_first_administrator(&mut work, "root", "根", password)
            .await
            .unwrap();
        work.commit().await.unwrap();
    }
    assert_eq!(company.events("member.created").await.len(), 1);
    assert_eq!(company.events("position.assigned").await.len(), 1);
    assert_eq!(company.events("member.password_changed").await.len(), 1);
}

#[tokio::test]
async fn the_company_takes_only_a_zone_and_a_currency_that_exist() {
    let company = TestCompany::open(vec![]).await;
    let admin = administrator(&company).await;
    let wrong = admin
        .patch("/company", 1, json!({ "zone": "Mars/Base", "currency": "Q" }))
        .await;
    assert_eq!(wrong.body["errors"].as_array().map(Vec::len), Some(2), "{wrong}");
    let changed = admin
        .patch("/company", 1, json!({ "name": "先机科技", "zone": "Asia/Tokyo" }))
        .await
        .ok();
    assert_eq!(changed["version"], 2);
    assert_eq!(company.app().policies().zone(), chrono_tz::Asia::Tokyo);
    assert_eq!(
        company
            .member("li")
            .await
            .patch("/company", 2, json!({ "name": "x" }))
            .await
            .status,
        403
    );
}

#[tokio::test]
async fn another_years_holidays_are_loaded_without_a_release_and_a_wrong_line_is_named() {
    let company = TestCompany::open(vec![]).await;
    let root = company
        .member("root")
        .allowed(&["setting.update"], Reach::Company)
        .await;
    let known = root.get("/holidays").await.ok();
    assert_eq!(
        (&known["items"][0]["year"], &known["items"][0]["loaded"]),
        (&json!(2026), &json!(false))
    );

    let broken = json!({ "text": "date,kind,name_en,name_zh\n2027-02-30,holiday,A,甲\n" });
    let refused = root.post("/holidays", broken).await;
    assert_eq!(refused.status, 422);
    let refused = refused.body;
    assert_eq!(refused["errors"][0]["pointer"], "/text");
    assert!(
        refused["errors"][0]["detail"]
            .as_str()
            .unwrap()
            .contains("2027-02-30"),
        "{refused}"
    );
    let nothing = json!({ "text": "date,kind,name_en,name_zh\n" });
    assert_eq!(root.post("/holidays", nothing).await.status, 422);

    let table = "date,kind,name_en,name_zh\r\n2027-01-01,holiday,New Year's Day,元旦\r\n2027-01-03,make-up working day,New Year's Day,元旦\r\n";
    let li = company.member("li").await;
    assert_eq!(li.post("/holidays", json!({ "text": table })).await.status, 403);
    let loaded = root.post("/holidays", json!({ "text": table })).await.ok();
    assert_eq!(loaded["years"], json!([2027]));

    let known = li.get("/holidays").await.ok();
    let year = &known["items"][0];
    assert_eq!((&year["year"], &year["loaded"]), (&json!(2027), &json!(true)));
    assert_eq!(
        year["days"][1],
        json!({ "date": "2027-01-03", "make_up": true, "name": "New Year's Day" })
    );
    let calendar = company.app().policies().standard_calendar();
    assert!(
        calendar.is_working_day("2027-01-03".parse().unwrap()),
        "a Sunday worked"
    );
    assert!(
        !calendar.is_working_day("2027-01-01".parse().unwrap()),
        "a Friday off"
    );
    assert_eq!(company.events("company.holidays_loaded").await.len(), 1);
}

#[tokio::test]
async fn a_skill_holds_as_long_as_the_pack_says_unless_somebody_says_otherwise() {
    let company = TestCompany::open(vec![]).await;
    company
        .adopt_text(
            "own",
            "[[skill]]\nid = \"pricing\"\nlevels = 4\nvalid = \"2 years\"\n",
        )
        .await;
    let hr = company
        .member("hr")
        .allowed(&["skill.record", "member.read"], Reach::Company)
        .await;
    let path = format!("/members/{}/skills", company.member("li").await.id);
    let until = async || {
        let recorded = company.events("skill.recorded").await;
        recorded.last().unwrap()["facts"]["until_date"].clone()
    };
    assert_eq!(hr.get("/skills").await.ok()["items"][0]["until"], "2028-03-02");

    hr.post(&path, json!({ "skill": "pricing", "level": 2 }))
        .await
        .ok();
    assert_eq!(until().await, "2028-03-02");
    hr.post(
        &path,
        json!({ "skill": "pricing", "level": 2, "until": "2026-06-01" }),
    )
    .await
    .ok();
    assert_eq!(until().await, "2026-06-01");
    let high = hr.post(&path, json!({ "skill": "pricing", "level": 5 })).await;
    assert_eq!(
        (high.status, &high.body["errors"][0]["pointer"]),
        (422, &json!("/level"))
    );
}
