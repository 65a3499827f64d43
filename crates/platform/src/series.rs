//! Human numbers (`XM-2026-000042`): drawn inside the write, unique and rising within a kind and a year of the company's zone; gaps allowed.

use sea_orm::ConnectionTrait;
use sea_orm::ExprTrait;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, OnConflict, Query};

use crate::failure::Failure;
use crate::work::Work;

/// The last number of a kind and year.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "number_series")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub kind: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub year: i32,
    pub last: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

impl Work {
    /// Draws the next number of a kind.
    pub async fn number(&mut self, kind: &str) -> Result<String, Failure> {
        let prefix = self.prefix(kind)?;
        self.number_as(kind, prefix).await
    }

    /// The same under a prefix that a pack gives, as for a register.
    pub async fn number_as(&mut self, kind: &str, prefix: &str) -> Result<String, Failure> {
        let mut drawn = self.draw(kind, prefix, 1).await?;
        drawn
            .pop()
            .ok_or_else(|| Failure::broken("the series gave no number"))
    }

    /// So many numbers of a kind at once, in their order.
    pub async fn numbers(&mut self, kind: &str, count: usize) -> Result<Vec<String>, Failure> {
        if count == 0 {
            return Ok(Vec::new());
        }
        let prefix = self.prefix(kind)?;
        self.draw(kind, prefix, i64::try_from(count).unwrap_or(i64::MAX))
            .await
    }

    fn prefix(&self, kind: &str) -> Result<&'static str, Failure> {
        let known = self.app().registry().series.get(kind).copied();
        known.ok_or_else(|| Failure::broken(format!("{kind} has no number series")))
    }

    async fn draw(&mut self, kind: &str, prefix: &str, count: i64) -> Result<Vec<String>, Failure> {
        let year = self.policies().year(self.now);
        let insert = Query::insert()
            .into_table(Entity)
            .columns([Column::Kind, Column::Year, Column::Last])
            .values_panic([kind.into(), year.into(), count.into()])
            .on_conflict(
                OnConflict::columns([Column::Kind, Column::Year])
                    .value(Column::Last, Expr::col((Entity, Column::Last)).add(count))
                    .to_owned(),
            )
            .returning_col(Column::Last)
            .to_owned();
        let row = self
            .db()
            .query_one(&insert)
            .await?
            .ok_or_else(|| Failure::broken("the series gave no number"))?;
        let last: i64 = row.try_get("", "last")?;
        let first = last - count + 1;
        Ok((first..=last)
            .map(|number| format!("{prefix}-{year}-{number:06}"))
            .collect())
    }
}
