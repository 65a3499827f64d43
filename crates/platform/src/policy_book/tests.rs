use xianji_policy::read::Mode;

use super::actions::{adopt, publish};
use crate::failure::Failure;
use crate::testing::{TestCompany, pack};

const SALES: &str = "[[position]]\nid = \"sales\"\nmay = [\"member.read\"]\n";

#[tokio::test]
async fn every_mistake_of_a_pack_is_said_at_once_and_nothing_is_stored() {
    let company = TestCompany::open(vec![]).await;
    let mut work = company.work().await;
    let broken = pack(
        "own",
        "[[position]]\nid = \"sales\"\nmay = [\"member.fly\"]\nreach = \"moon\"\n",
    );
    let refused = match publish(&mut work, &[broken], Mode::Strict).await {
        Err(Failure::Refused(refused)) => refused,
        other => panic!("{other:?}"),
    };
    assert_eq!((refused.code, refused.status.as_u16()), ("pack-mistakes", 422));
    let mistakes = refused.extra["mistakes"].as_array().unwrap();
    assert!(mistakes.len() >= 2, "{mistakes:?}");
    assert!(
        mistakes
            .iter()
            .all(|one| one["file"] == "own.toml" && one["line"].as_u64() > Some(4))
    );
}

#[tokio::test]
async fn the_same_text_published_twice_is_one_version() {
    let company = TestCompany::open(vec![]).await;
    let mut work = company.work().await;
    let one = publish(&mut work, &[pack("own", SALES)], Mode::Strict)
        .await
        .unwrap();
    let two = publish(&mut work, &[pack("own", SALES)], Mode::Strict)
        .await
        .unwrap();
    work.commit().await.unwrap();
    assert_eq!(one, two);
    assert_eq!(company.events("policy.published").await.len(), 1);
}

#[tokio::test]
async fn a_version_is_in_force_from_its_day_and_the_stored_text_alone_carries_it() {
    let company = TestCompany::open(vec![]).await;
    let first = company.adopt_text("own", SALES).await;
    let mut work = company.work().await;
    let later = publish(
        &mut work,
        &[pack("own", "[[position]]\nid = \"desk\"\n")],
        Mode::Strict,
    )
    .await
    .unwrap();
    let from = "2026-03-05".parse().unwrap();
    adopt(&mut work, company.root(), later, from).await.unwrap();
    let past = adopt(&mut work, company.root(), first, "2026-03-01".parse().unwrap())
        .await
        .unwrap_err();
    assert_eq!(past.code(), Some("invalid"));
    work.commit().await.unwrap();

    let book = super::PolicyBook::load(
        &company.app().reader(),
        &company.app().registry().vocabulary,
        None,
    )
    .await
    .unwrap();
    let on = |day: &str| book.in_force(company.root(), day.parse().unwrap()).unwrap();
    assert_eq!(on("2026-03-04").0, first);
    assert!(on("2026-03-04").1.positions.has("sales"));
    assert_eq!(on("2026-03-05").0, later);
    assert!(on("2026-03-05").1.positions.has("desk"));
}

#[tokio::test]
async fn only_who_may_publish_publishes() {
    let company = TestCompany::open(vec![]).await;
    let mut work = company.member("li").await.work().await;
    let refused = publish(&mut work, &[pack("own", SALES)], Mode::Strict)
        .await
        .unwrap_err();
    assert_eq!(refused.code(), Some("forbidden"));
}
