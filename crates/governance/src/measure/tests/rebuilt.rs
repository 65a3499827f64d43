//! A recount gives what was moved.

use chrono::TimeDelta;
use sea_orm::{EntityTrait, QueryOrder};
use xianji_platform::testing::TestCompany;

use super::company::{DealAnswered, DealFiled, deal, happens, moves, open, won};
use crate::measure::entity::{daily, entry};
use crate::measure::recount;

async fn sums(company: &TestCompany) -> Vec<daily::Model> {
    let rows = daily::Entity::find()
        .order_by_asc(daily::Column::Metric)
        .order_by_asc(daily::Column::Day)
        .order_by_asc(daily::Column::DepartmentId)
        .order_by_asc(daily::Column::MemberId)
        .order_by_asc(daily::Column::Slice)
        .all(&company.app().reader())
        .await
        .unwrap();
    rows.into_iter()
        .filter(|row| row.numerator_e4 != 0 || row.denominator_e4 != 0)
        .collect()
}

/// A small generator, so that a failure can be repeated.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

#[tokio::test]
async fn a_recount_of_random_events_equals_what_was_moved() {
    let company = open().await;
    let (west, east) = (
        company.department("西区", None).await,
        company.department("东区", None).await,
    );
    let people = [
        company.member("li").in_department(west).await,
        company.member("wang").in_department(east).await,
    ];
    let mut deals = Vec::new();
    for owner in &people {
        deals.push(deal(&company, owner, west, Some(&people[1])).await);
    }
    let mut dice = Dice(7);
    for _ in 0..60 {
        let who = &people[usize::try_from(dice.below(2)).unwrap()];
        let deal = deals[usize::try_from(dice.below(2)).unwrap()];
        match dice.below(8) {
            0..3 => happens(who, won(deal, i64::try_from(dice.below(1_000)).unwrap())).await,
            3..5 => {
                happens(
                    who,
                    DealFiled {
                        deal,
                        complete: dice.below(2) == 0,
                    },
                )
                .await
            }
            5..7 => {
                happens(
                    who,
                    DealAnswered {
                        deal,
                        minutes: i64::try_from(dice.below(600)).unwrap(),
                    },
                )
                .await
            }
            _ => {
                company.advance_time(TimeDelta::hours(20)).await;
                moves(&company, who, if dice.below(2) == 0 { west } else { east }).await;
            }
        }
    }
    // What is not due yet follows its owner; by then all of it is.
    company.advance_time(TimeDelta::days(4)).await;
    let moved = sums(&company).await;
    assert!(!moved.is_empty());

    let unchanged = recount(company.app()).await.unwrap();
    assert_eq!((unchanged.corrected, unchanged.sums), (0, 0), "nothing was wrong");

    let work = company.work().await;
    daily::Entity::delete_many().exec(&work.db()).await.unwrap();
    entry::Entity::delete_many().exec(&work.db()).await.unwrap();
    work.commit().await.unwrap();
    recount(company.app()).await.unwrap();
    assert_eq!(sums(&company).await, moved);
}

#[tokio::test]
async fn a_recount_mends_a_sum_that_was_tampered_with() {
    let company = open().await;
    let li = company.member("li").await;
    let deal = deal(&company, &li, company.root(), None).await;
    happens(&li, won(deal, 500)).await;
    let moved = sums(&company).await;

    let work = company.work().await;
    let lie = sea_orm::sea_query::Expr::value(1_i64);
    daily::Entity::update_many()
        .col_expr(daily::Column::NumeratorE4, lie)
        .exec(&work.db())
        .await
        .unwrap();
    work.commit().await.unwrap();
    let done = recount(company.app()).await.unwrap();

    assert!(done.sums > 0);
    assert_eq!(sums(&company).await, moved);
}
