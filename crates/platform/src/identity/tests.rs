use chrono::{NaiveDate, TimeDelta};
use serde_json::json;

use super::{Reach, actions, grants, queries};
use crate::id::MemberId;
use crate::identity::member::At;
use crate::testing::{TestCompany, TestMember};

const POSITIONS: &str = r#"
[[position]]
id = "sales-manager"
reach = "tree"
may = ["member.read", "position.*"]

[[position]]
id = "sales"
reach = "own"
may = ["member.read"]

[[position]]
id = "executive"
reach = "company"
may = ["*.read"]
"#;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

async fn sees(member: &TestMember) -> Vec<String> {
    let body = member.get("/members").await.ok();
    let names = body["items"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|item| item["name"].as_str().unwrap_or_default().to_owned());
    names.collect()
}

#[tokio::test]
async fn a_position_reaches_as_far_as_its_pack_says() {
    let company = TestCompany::open(vec![]).await;
    company.adopt_text("own", POSITIONS).await;
    let west = company.department("西区", None).await;
    let team = company.department("西区一组", Some(west)).await;
    let east = company.department("东区", None).await;
    let zhou = company
        .member("zhou")
        .with_positions(&["sales-manager"])
        .in_department(west)
        .await;
    let li = company
        .member("li")
        .with_positions(&["sales"])
        .in_department(team)
        .await;
    let an = company
        .member("an")
        .with_positions(&["executive"])
        .in_department(east)
        .await;
    let wu = company.member("wu").in_department(east).await;

    assert_eq!(sees(&zhou).await, ["li", "zhou"]);
    assert_eq!(sees(&li).await, ["li"]);
    assert_eq!(sees(&an).await, ["an", "li", "wu", "zhou"]);
    assert_eq!(sees(&wu).await, [""; 0]);
    assert_eq!(zhou.get(&format!("/members/{}", wu.id)).await.status, 404);
    let position = json!({ "position": "sales" });
    assert_eq!(
        zhou.post(&format!("/members/{}/positions", li.id), position.clone())
            .await
            .status,
        200
    );
    assert_eq!(
        zhou.post(&format!("/members/{}/positions", wu.id), position.clone())
            .await
            .status,
        404
    );
    assert_eq!(
        an.post(&format!("/members/{}/positions", li.id), position)
            .await
            .status,
        403
    );
}

#[tokio::test]
async fn a_department_lives_by_its_own_pack_and_those_below_by_the_nearest() {
    let company = TestCompany::open(vec![]).await;
    company
        .adopt_text(
            "whole",
            "[[position]]\nid = \"sales\"\nreach = \"own\"\nmay = [\"member.read\"]\n",
        )
        .await;
    let west = company.department("西区", None).await;
    let team = company.department("西区一组", Some(west)).await;
    let pack = crate::testing::pack(
        "west",
        "[[position]]\nid = \"sales\"\nreach = \"company\"\nmay = [\"member.*\"]\n",
    );
    company.adopt(&[pack], Some(west)).await;
    let li = company
        .member("li")
        .with_positions(&["sales"])
        .in_department(team)
        .await;
    let an = company.member("an").with_positions(&["sales"]).await;
    assert_eq!(
        li.act().await.grants().reach("member.update"),
        Some(Reach::Company)
    );
    assert_eq!(an.act().await.grants().reach("member.update"), None);
}

#[tokio::test]
async fn the_first_administrator_may_set_up_and_nothing_else() {
    let company = TestCompany::open(vec![]).await;
    let mut work = company.work().await;
    let admin = actions::create_first_administrator(&mut work, "admin", "管理员", "long enough 1")
        .await
        .unwrap();
    work.commit().await.unwrap();
    let rights = grants::of(company.app(), &company.app().reader(), admin.id)
        .await
        .unwrap();
    assert_eq!(rights.reach("member.create"), Some(Reach::Company));
    assert_eq!(rights.reach("policy.publish"), Some(Reach::Company));
    assert_eq!(rights.reach("file.upload"), None);

    company
        .adopt_text(
            "own",
            "[[position]]\nid = \"administrator\"\nreach = \"company\"\nmay = [\"member.read\"]\n",
        )
        .await;
    let rights = grants::of(company.app(), &company.app().reader(), admin.id)
        .await
        .unwrap();
    assert_eq!(rights.reach("member.read"), Some(Reach::Company));
    assert_eq!(
        rights.reach("member.create"),
        None,
        "what the pack says of the position counts now"
    );
}

#[tokio::test]
async fn a_position_is_sought_near_first_then_upwards_then_anywhere() {
    let company = TestCompany::open(vec![]).await;
    let west = company.department("西区", None).await;
    let team = company.department("西区一组", Some(west)).await;
    let east = company.department("东区", None).await;
    let zhou = company
        .member("zhou")
        .with_positions(&["sales-manager"])
        .in_department(west)
        .await;
    let an = company
        .member("an")
        .with_positions(&["sales-manager", "finance", "group:desk"])
        .in_department(east)
        .await;
    let li = company
        .member("li")
        .with_positions(&["group:desk"])
        .in_department(team)
        .await;
    let db = company.app().reader();
    let today = day("2026-03-02");
    let who = async |position: &str, near| queries::holders(&db, position, Some(near), today).await.unwrap();
    assert_eq!(who("sales-manager", team).await, [zhou.id]);
    assert_eq!(who("sales-manager", east).await, [an.id]);
    assert_eq!(who("finance", team).await, [an.id]);
    assert_eq!(who("group:desk", team).await, [an.id, li.id]);
    assert_eq!(who("nobody", team).await, [] as [MemberId; 0]);
    let before = queries::holders(&db, "finance", None, day("2026-03-01"))
        .await
        .unwrap();
    assert_eq!(before, [] as [MemberId; 0], "not held yesterday");
}

#[tokio::test]
async fn the_superior_of_a_head_is_the_next_head_above() {
    let company = TestCompany::open(vec![]).await;
    let west = company.department("西区", None).await;
    let team = company.department("西区一组", Some(west)).await;
    let boss = company.member("boss").as_head().await;
    let zhou = company.member("zhou").as_head().in_department(west).await;
    let li = company.member("li").in_department(team).await;
    let db = company.app().reader();
    let today = day("2026-03-02");
    assert_eq!(queries::above(&db, li.id, today).await.unwrap(), Some(zhou.id));
    assert_eq!(queries::above(&db, zhou.id, today).await.unwrap(), Some(boss.id));
    assert_eq!(queries::above(&db, boss.id, today).await.unwrap(), None);
    assert_eq!(queries::head_of(&db, team, today).await.unwrap(), Some(zhou.id));
    assert_eq!(
        queries::above_department(&db, west, today).await.unwrap(),
        Some(boss.id)
    );
}

#[tokio::test]
async fn who_is_away_and_who_stands_in_is_told_by_the_clock() {
    let company = TestCompany::open(vec![]).await;
    let (li, an) = (company.member("li").await, company.member("an").await);
    let (from, until) = (
        company.now() + TimeDelta::hours(1),
        company.now() + TimeDelta::days(2),
    );
    let period = json!({ "from_at": from, "until_at": until });
    assert_eq!(
        li.post(&format!("/members/{}/absences", li.id), period.clone())
            .await
            .status,
        200
    );
    let mut stand_in = period.clone();
    stand_in["delegate_id"] = json!(an.id);
    assert_eq!(
        li.post(&format!("/members/{}/delegations", li.id), stand_in.clone())
            .await
            .status,
        200
    );
    assert_eq!(
        an.post(&format!("/members/{}/delegations", li.id), stand_in)
            .await
            .status,
        404,
        "nobody gives away another's"
    );
    let db = company.app().reader();
    assert!(!queries::is_absent(&db, li.id, company.now()).await.unwrap());
    assert!(queries::is_absent(&db, li.id, from).await.unwrap());
    assert!(!queries::is_absent(&db, li.id, until).await.unwrap());
    assert_eq!(queries::delegates_of(&db, li.id, from).await.unwrap(), [an.id]);
    assert_eq!(
        queries::delegates_of(&db, li.id, until).await.unwrap(),
        [] as [MemberId; 0]
    );
}

#[tokio::test]
async fn a_stand_in_acts_with_the_others_reach_and_owns_what_the_other_owns() {
    let company = TestCompany::open(vec![]).await;
    let (li, an) = (
        company.member("li").allowed(&["member.update"], Reach::Own).await,
        company.member("an").await,
    );
    let grants = std::sync::Arc::new(li.act().await.grants().clone());
    let actor = super::Actor::of_member(an.id, Some(li.id), xianji_kernel::text::Language::En, grants);
    let own = |member| At {
        member,
        department: None,
    };
    assert!(actor.may_plainly("member.update", &own(li.id)));
    assert!(!actor.may_plainly("member.update", &own(an.id)));
    assert_eq!(actor.scope("member.update").member, Some(li.id));
    let mut work = company.app().begin(actor).await.unwrap();
    let changes = super::member::Changes {
        phone: Some(Some("1".into())),
        ..Default::default()
    };
    super::member::actions::change(&mut work, li.id, changes)
        .await
        .unwrap();
    work.commit().await.unwrap();
    let event = company.events("member.changed").await.remove(0);
    assert_eq!(
        (event["member"].clone(), event["on_behalf_of"].clone()),
        (json!(an.id), json!(li.id))
    );
}
