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
        let prefix = *self
            .app()
            .registry()
            .series
            .get(kind)
            .ok_or_else(|| Failure::broken(format!("{kind} has no number series")))?;
        self.number_as(kind, prefix).await
    }

    /// The same under a prefix that a pack gives, as for a register.
    pub async fn number_as(&mut self, kind: &str, prefix: &str) -> Result<String, Failure> {
        let year = self.policies().year(self.now);
        let insert = Query::insert()
            .into_table(Entity)
            .columns([Column::Kind, Column::Year, Column::Last])
            .values_panic([kind.into(), year.into(), 1_i64.into()])
            .on_conflict(
                OnConflict::columns([Column::Kind, Column::Year])
                    .value(Column::Last, Expr::col((Entity, Column::Last)).add(1))
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
        Ok(format!("{prefix}-{year}-{last:06}"))
    }
}
