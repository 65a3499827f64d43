//! The one company of this installation: name, time zone, home currency; holidays beyond those shipped.

pub mod actions;
pub mod api;

use chrono::{DateTime, Utc};
use sea_orm::ExprTrait;
use sea_orm::entity::prelude::*;
use xianji_kernel::calendar::Holidays;

use crate::database::Conn;
use crate::failure::Failure;
use crate::work::Work;

/// The company. The migration writes its one row.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "company")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i32,
    pub name: String,
    pub zone: String,
    pub currency: String,
    /// Address under which people and customers reach this installation, `https://xianji.example.com`; empty until set up.
    pub url: String,
    /// Raised by whatever changes rights, departments or packs; caches hang on it.
    pub generation: i64,
    pub version: i64,
    pub updated_at: DateTime<Utc>,
}

pub use Model as Company;

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// A full address for mails and hand-outs; the path alone until the company's own address is set up.
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.url.trim_end_matches('/'))
    }
}

/// Reads the company's row.
pub async fn read(db: &Conn<'_>) -> Result<Company, Failure> {
    Entity::find_by_id(1)
        .one(db)
        .await?
        .ok_or_else(|| Failure::broken("the company's row is missing: the database is not migrated"))
}

/// Tells every cache that rights, departments or packs have changed.
async fn raise_generation(db: &Conn<'_>) -> Result<(), Failure> {
    Entity::update_many()
        .col_expr(Column::Generation, Expr::col(Column::Generation).add(1))
        .exec(db)
        .await?;
    Ok(())
}

/// Whether this unit of work changed what the book of packs, departments and rights is made of.
#[derive(Default)]
pub(crate) struct Changed(pub(crate) bool);

impl Work {
    /// Tells every cache, here and on other nodes, that rights, departments or packs have changed; here they are read anew right after
    /// the commit.
    pub async fn raise_generation(&mut self) -> Result<(), Failure> {
        raise_generation(&self.db()).await?;
        self.shelf::<Changed>().0 = true;
        Ok(())
    }
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

/// The years that somebody loaded; of these the shipped table counts no more.
pub async fn loaded_years(db: &Conn<'_>) -> Result<Vec<i32>, Failure> {
    let rows = holiday_year::Entity::find().all(db).await?;
    Ok(rows.into_iter().map(|row| row.year).collect())
}

/// China's shipped holidays and those loaded later.
pub async fn holidays(db: &Conn<'_>) -> Result<Holidays, Failure> {
    let mut all = Holidays::cn();
    for year in holiday_year::Entity::find().all(db).await? {
        let more = Holidays::parse(&year.text)
            .map_err(|error| Failure::broken(format!("holidays of {}: {error}", year.year)))?;
        all.extend(more);
    }
    Ok(all)
}
