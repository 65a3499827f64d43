//! Leases as rows: one node at a time seals, sweeps and migrates. A lease runs out by itself, so a dead node holds nobody up.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::ExprTrait;
use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, DatabaseTransaction, sea_query::OnConflict};

use crate::failure::Failure;

/// A lease row.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "lease")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub name: String,
    pub holder: Uuid,
    pub until: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// How long a node keeps a lease without asking again.
const LENGTH: TimeDelta = TimeDelta::seconds(60);

/// This process, for the length of its life.
fn holder() -> Uuid {
    static HOLDER: std::sync::OnceLock<Uuid> = std::sync::OnceLock::new();
    *HOLDER.get_or_init(Uuid::new_v4)
}

/// Takes or prolongs a lease inside a transaction; false while another node holds it.
pub async fn take(tx: &DatabaseTransaction, name: &str, now: DateTime<Utc>) -> Result<bool, Failure> {
    let row = ActiveModel {
        name: Set(name.to_owned()),
        holder: Set(holder()),
        until: Set(now + LENGTH),
    };
    let conflict = OnConflict::column(Column::Name)
        .update_columns([Column::Holder, Column::Until])
        .action_and_where(
            Expr::col((Entity, Column::Holder))
                .eq(holder())
                .or(Expr::col((Entity, Column::Until)).lt(now)),
        )
        .to_owned();
    let done = Entity::insert(row)
        .on_conflict(conflict)
        .exec_without_returning(tx)
        .await;
    match done {
        Ok(rows) => Ok(rows > 0),
        Err(DbErr::RecordNotInserted) => Ok(false),
        Err(error) => Err(error.into()),
    }
}
