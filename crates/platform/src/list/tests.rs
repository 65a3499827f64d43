//! The filter language, order and paging, on the jobs table of a real database.

use sea_orm::EntityTrait;
use serde_json::json;

use super::*;
use crate::identity::Actor;
use crate::job::{Column, Entity};
use crate::testing::TestCompany;

fn shape() -> Shape<Entity> {
    Shape {
        fields: vec![
            Field::column("kind", FieldKind::Text, Column::Kind),
            Field::column("state", FieldKind::Choice, Column::State),
            Field::column("attempts", FieldKind::Integer, Column::Attempts),
            Field::maybe("error", FieldKind::Text, Column::Error),
            Field::column("created_at", FieldKind::Instant, Column::CreatedAt),
        ],
        id: Column::Id,
        search: None,
    }
}

async fn company_with_jobs(count: i32) -> TestCompany {
    let company = TestCompany::open(vec![]).await;
    let mut work = company.work().await;
    for n in 0..count {
        let id = work
            .later(if n % 2 == 0 { "mail.send" } else { "import_100%" }, json!({}))
            .await
            .unwrap();
        let mut row: crate::job::ActiveModel = Entity::find_by_id(id)
            .one(&work.db())
            .await
            .unwrap()
            .unwrap()
            .into();
        row.attempts = sea_orm::ActiveValue::Set(n / 3);
        row.error = sea_orm::ActiveValue::Set((n % 4 == 0).then(|| format!("错误{n:02}")));
        row.state = sea_orm::ActiveValue::Set("failed".into());
        Entity::update(row).exec(&work.db()).await.unwrap();
    }
    work.commit().await.unwrap();
    company
}

async fn ask(company: &TestCompany, query: ListQuery) -> Result<Paged<crate::job::Job>, Failure> {
    let context = Context::of(&Actor::system(), &company.app().policies(), company.now());
    page(
        &company.app().reader(),
        Entity::find(),
        &shape(),
        &query,
        &context,
        "-created_at",
    )
    .await
}

fn filtered(filter: serde_json::Value) -> ListQuery {
    ListQuery {
        filter: Some(filter.to_string()),
        ..ListQuery::default()
    }
}

async fn faults(company: &TestCompany, filter: serde_json::Value) -> String {
    match ask(company, filtered(filter)).await {
        Ok(_) => "no fault".into(),
        Err(failure) => failure.to_string(),
    }
}

#[tokio::test]
async fn every_order_walks_all_pages_without_loss_or_repeat() {
    let company = company_with_jobs(23).await;
    for sort in [
        "attempts",
        "-attempts",
        "error",
        "-error",
        "-error,kind,-attempts",
        "created_at",
    ] {
        let mut seen = Vec::new();
        let mut cursor = None;
        loop {
            let query = ListQuery {
                sort: Some(sort.into()),
                limit: Some(4),
                cursor: cursor.clone(),
                ..ListQuery::default()
            };
            let page = ask(&company, query).await.unwrap();
            assert_eq!(
                page.total,
                Total {
                    count: 23,
                    exact: true
                }
            );
            seen.extend(page.rows.iter().map(|row| row.id));
            cursor = page.next;
            if cursor.is_none() {
                break;
            }
        }
        assert_eq!(seen.len(), 23, "{sort}");
        let mut once = seen.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), 23, "{sort}");
        let whole = ask(
            &company,
            ListQuery {
                sort: Some(sort.into()),
                ..ListQuery::default()
            },
        )
        .await
        .unwrap();
        assert_eq!(
            whole.rows.iter().map(|row| row.id).collect::<Vec<_>>(),
            seen,
            "{sort}"
        );
    }
}

#[tokio::test]
async fn empty_values_come_last_in_either_direction() {
    let company = company_with_jobs(8).await;
    for sort in ["error", "-error"] {
        let page = ask(
            &company,
            ListQuery {
                sort: Some(sort.into()),
                ..ListQuery::default()
            },
        )
        .await
        .unwrap();
        let empty: Vec<bool> = page.rows.iter().map(|row| row.error.is_none()).collect();
        assert_eq!(
            empty,
            [false, false, true, true, true, true, true, true],
            "{sort}"
        );
    }
}

#[tokio::test]
async fn groups_and_relative_dates_filter() {
    let company = company_with_jobs(12).await;
    let count = async |filter| ask(&company, filtered(filter)).await.unwrap().rows.len();
    assert_eq!(
        count(json!({ "field": "kind", "op": "eq", "value": "mail.send" })).await,
        6
    );
    assert_eq!(
        count(json!({ "field": "kind", "op": "contains", "value": "0%" })).await,
        6
    );
    assert_eq!(
        count(json!({ "field": "kind", "op": "contains", "value": "_%" })).await,
        0
    );
    assert_eq!(count(json!({ "field": "error", "op": "empty" })).await, 9);
    assert_eq!(
        count(json!({ "field": "error", "op": "ne", "value": "错误00" })).await,
        11
    );
    assert_eq!(
        count(json!({ "field": "created_at", "op": "eq", "value": "@today" })).await,
        12
    );
    assert_eq!(
        count(json!({ "field": "created_at", "op": "lt", "value": "@today-1d" })).await,
        0
    );
    let tree = json!({ "all": [
        { "any": [{ "field": "attempts", "op": "lt", "value": 1 }, { "field": "attempts", "op": "gte", "value": 3 }] },
        { "not": { "field": "kind", "op": "in", "value": ["mail.send"] } },
    ] });
    assert_eq!(count(tree).await, 3);
}

#[tokio::test]
async fn a_wrong_filter_names_every_fault_at_once() {
    let company = company_with_jobs(1).await;
    let wrong = json!({ "all": [
        { "field": "colour", "op": "eq", "value": 1 },
        { "field": "attempts", "op": "eq", "value": "many" },
        { "field": "state", "op": "lt", "value": "failed" },
        { "field": "kind", "op": "eq", "value": "x", "also": 1 },
    ] });
    insta::assert_snapshot!(faults(&company, wrong).await, @"422 invalid: 4 thing(s) are wrong with what was sent [/filter/all/0/field unknown-field] [/filter/all/1/value not-allowed] [/filter/all/2/op not-allowed] [/filter/all/3/also unknown-field]");
    let leaf = json!({ "field": "attempts", "op": "eq", "value": 1 });
    let deep = json!({ "all": [{ "all": [{ "all": [{ "all": [{ "all": [leaf] }] }] }] }] });
    insta::assert_snapshot!(faults(&company, deep).await, @"422 invalid: 1 thing(s) are wrong with what was sent [/filter/all/0/all/0/all/0/all/0 too-deep]");
    let many = json!({ "any": vec![leaf; 31] });
    insta::assert_snapshot!(faults(&company, many).await, @"422 invalid: 1 thing(s) are wrong with what was sent [/filter too-many]");
}

#[tokio::test]
async fn a_cursor_belongs_to_its_own_list() {
    let company = company_with_jobs(5).await;
    let first = ask(
        &company,
        ListQuery {
            limit: Some(2),
            ..ListQuery::default()
        },
    )
    .await
    .unwrap();
    let other = ListQuery {
        cursor: first.next,
        limit: Some(2),
        sort: Some("kind".into()),
        ..ListQuery::default()
    };
    insta::assert_snapshot!(ask(&company, other).await.err().unwrap(), @"400 bad-cursor: the cursor belongs to another list");
    let garbage = ListQuery {
        cursor: Some("zz".into()),
        ..ListQuery::default()
    };
    insta::assert_snapshot!(ask(&company, garbage).await.err().unwrap(), @"400 bad-cursor: the cursor belongs to another list");
}

#[tokio::test]
async fn a_total_counts_what_is_filtered_not_what_is_shown() {
    let company = company_with_jobs(9).await;
    let query = ListQuery {
        limit: Some(2),
        ..filtered(json!({ "field": "kind", "op": "starts", "value": "mail" }))
    };
    let page = ask(&company, query).await.unwrap();
    assert_eq!(
        (page.rows.len(), page.total),
        (
            2,
            Total {
                count: 5,
                exact: true
            }
        )
    );
}
