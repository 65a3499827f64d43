//! Sealing and finding what was tampered with.

use sea_orm::{ConnectionTrait, EntityTrait, PaginatorTrait};
use serde_json::json;

use super::{entity, verify};
use crate::id::Subject;
use crate::testing::TestCompany;

async fn company_with_events(count: usize) -> TestCompany {
    let company = TestCompany::open(vec![]).await;
    for n in 0..count {
        let mut work = company.work().await;
        let subject = Subject::new("thing", uuid::Uuid::from_u128(7));
        work.record_named(
            "thing.happened",
            subject.clone(),
            json!({ "n": n, "words": "立项" }),
        )
        .await
        .unwrap();
        work.record_named("thing.happened", subject, json!({ "n": n, "again": true }))
            .await
            .unwrap();
        work.commit().await.unwrap();
        if n % 3 == 2 {
            super::seal(company.app(), company.now()).await.unwrap();
        }
    }
    company
}

async fn found(company: &TestCompany) -> String {
    let report = verify(company.app().database(), company.app().files())
        .await
        .unwrap();
    let broken = report.broken.map_or("whole".to_owned(), |trouble| {
        format!("seal {} {}", trouble.seal, trouble.what)
    });
    format!(
        "{} seals, {} events, {} unsealed: {broken}",
        report.seals, report.events, report.unsealed
    )
}

async fn tamper(company: &TestCompany, sql: &str) {
    company
        .app()
        .database()
        .writer()
        .execute_unprepared(sql)
        .await
        .unwrap();
}

#[tokio::test]
async fn an_untouched_ledger_is_whole_and_says_what_is_not_sealed() {
    let company = company_with_events(7).await;
    insta::assert_snapshot!(found(&company).await, @"2 seals, 12 events, 2 unsealed: whole");
}

#[tokio::test]
async fn what_is_written_and_sealed_while_it_is_verified_is_no_break() {
    let company = company_with_events(30).await;
    let writing = async {
        for _ in 0..40 {
            let mut work = company.work().await;
            let subject = Subject::new("thing", uuid::Uuid::from_u128(1));
            work.record_named("thing.happened", subject, json!({}))
                .await
                .unwrap();
            work.commit().await.unwrap();
            super::seal(company.app(), company.now()).await.unwrap();
        }
    };
    let verifying = async {
        for _ in 0..40 {
            let report = verify(company.app().database(), company.app().files())
                .await
                .unwrap();
            assert!(report.broken.is_none(), "{report:?}");
        }
    };
    tokio::join!(writing, verifying);
}

#[tokio::test]
async fn a_changed_event_is_found() {
    let company = company_with_events(6).await;
    tamper(
        &company,
        "UPDATE event SET body = REPLACE(body, '\"n\":4', '\"n\":5')",
    )
    .await;
    insta::assert_snapshot!(found(&company).await, @"2 seals, 12 events, 0 unsealed: seal 2 event-changed");
}

#[tokio::test]
async fn a_changed_event_with_a_new_hash_is_found() {
    let company = company_with_events(6).await;
    let row = entity::event::Entity::find()
        .one(&company.app().reader())
        .await
        .unwrap()
        .unwrap();
    let body = row.body.replace("\"n\":0", "\"n\":9");
    let hash = super::hash(body.as_bytes());
    tamper(
        &company,
        &format!(
            "UPDATE event SET body = '{body}', hash = '{hash}' WHERE hash = '{}'",
            row.hash
        ),
    )
    .await;
    insta::assert_snapshot!(found(&company).await, @"1 seals, 6 events, 0 unsealed: seal 1 seal-changed");
}

#[tokio::test]
async fn a_missing_event_is_found() {
    let company = company_with_events(6).await;
    tamper(&company, "DELETE FROM event WHERE body LIKE '%\"n\":1%'").await;
    insta::assert_snapshot!(found(&company).await, @"1 seals, 6 events, 0 unsealed: seal 1 event-missing");
}

#[tokio::test]
async fn swapped_events_are_found() {
    let company = company_with_events(3).await;
    tamper(&company, "UPDATE event_sealed SET place = place + 100").await;
    tamper(
        &company,
        "UPDATE event_sealed SET place = 105 - place + 0 WHERE place >= 100",
    )
    .await;
    insta::assert_snapshot!(found(&company).await, @"1 seals, 6 events, 0 unsealed: seal 1 seal-changed");
}

#[tokio::test]
async fn a_ledger_cut_off_at_its_end_is_found() {
    let company = company_with_events(6).await;
    for sql in [
        "DELETE FROM event WHERE id IN (SELECT event_id FROM event_sealed WHERE seal_number = 2)",
        "DELETE FROM event_sealed WHERE seal_number = 2",
        "DELETE FROM seal WHERE number = 2",
    ] {
        tamper(&company, sql).await;
    }
    insta::assert_snapshot!(found(&company).await, @"1 seals, 6 events, 0 unsealed: seal 2 cut-off");
}

#[tokio::test]
async fn an_event_slipped_in_under_no_seal_is_found() {
    let company = company_with_events(3).await;
    tamper(
        &company,
        "INSERT INTO event (id, name, subject_kind, subject_id, happened_at, recorded_at, body, hash) \
         SELECT subject_id, name, subject_kind, subject_id, happened_at, recorded_at, body, hash FROM event LIMIT 1",
    )
    .await;
    insta::assert_snapshot!(found(&company).await, @"1 seals, 6 events, 0 unsealed: seal 2 event-uncovered");
}

#[tokio::test]
async fn a_personal_value_can_be_erased_and_the_chain_stays_whole() {
    let company = TestCompany::open(vec![]).await;
    let mut work = company.work().await;
    let mut facts = json!({ "phone": "13800138000", "kind": "mobile" });
    let personal = super::personal(&mut facts, vec![("phone", "13800138000".into())]);
    assert!(facts.get("phone").is_none() && facts.get("phone_hash").is_some());
    let recorded = crate::work::Recorded {
        id: work.next_id(),
        name: "contact.created".into(),
        subject: Subject::new("contact", uuid::Uuid::from_u128(1)),
        member: None,
        on_behalf_of: None,
        happened_at: work.now,
        recorded_at: work.now,
        facts,
    };
    super::append(
        work.tx(),
        vec![super::Entry::of(&recorded, 1, "system", personal).unwrap()],
    )
    .await
    .unwrap();
    work.commit().await.unwrap();
    super::seal(company.app(), company.now()).await.unwrap();
    assert_eq!(
        entity::personal::Entity::find()
            .count(&company.app().reader())
            .await
            .unwrap(),
        1
    );
    tamper(&company, "DELETE FROM event_personal").await;
    insta::assert_snapshot!(found(&company).await, @"1 seals, 1 events, 0 unsealed: whole");
}

#[tokio::test]
async fn a_stranger_verifies_an_exported_ledger_with_a_few_lines() {
    use sha2::{Digest, Sha256};
    let company = company_with_events(6).await;
    let mut out = Vec::new();
    let count = super::export(&company.app().reader(), &mut out).await.unwrap();
    assert_eq!(count, 12);
    let (mut hashes, mut previous, mut seals) = (Vec::new(), String::new(), 0);
    for line in String::from_utf8(out).unwrap().lines() {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        if let Some(number) = value.get("seal") {
            let text = format!("{previous}\n{number}\n{}", hashes.join("\n"));
            assert_eq!(value["hash"], hex::encode(Sha256::digest(text)));
            previous = value["hash"].as_str().unwrap().to_owned();
            hashes.clear();
            seals += 1;
        } else {
            hashes.push(hex::encode(Sha256::digest(line)));
        }
    }
    assert_eq!(seals, 2);
}
