//! The one company of this installation: name, time zone, home currency; holidays beyond those shipped.

use chrono::{DateTime, Utc};
use sea_orm::ExprTrait;
use sea_orm::entity::prelude::*;
use xianji_kernel::calendar::Holidays;

use crate::database::Conn;
use crate::failure::Failure;

/// The company. The migration writes its one row.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "company")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i32,
    pub name: String,
    pub zone: String,
    pub currency: String,
    /// Raised by whatever changes rights, departments or packs; caches hang on it.
    pub generation: i64,
    pub version: i64,
    pub updated_at: DateTime<Utc>,
}

pub use Model as Company;

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// Reads the company's row.
pub async fn read(db: &Conn<'_>) -> Result<Company, Failure> {
    Entity::find_by_id(1).one(db).await?.ok_or_else(|| Failure::broken("the company's row is missing: the database is not migrated"))
}

/// Tells every cache that rights, departments or packs have changed.
pub async fn raise_generation(db: &Conn<'_>) -> Result<(), Failure> {
    Entity::update_many().col_expr(Column::Generation, Expr::col(Column::Generation).add(1)).exec(db).await?;
    Ok(())
}

/// A year's holidays loaded without a release, as the text of its table.
pub mod holiday_year {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "holiday_year")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub year: i32,
        pub text: String,
    }
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// China's shipped holidays and those loaded later.
pub async fn holidays(db: &Conn<'_>) -> Result<Holidays, Failure> {
    let mut all = Holidays::cn();
    for year in holiday_year::Entity::find().all(db).await? {
        let more = Holidays::parse(&year.text).map_err(|error| Failure::broken(format!("holidays of {}: {error}", year.year)))?;
        all.extend(more);
    }
    Ok(all)
}
