//! The schema's history, one file a step, for both databases from one text. A step is never changed once released; programs of two
//! versions overlap in an update, so: add, then use, and remove a release later.

pub mod table;

mod dialect;
mod m0001_platform;
mod m0002_governance;
mod m0002_governance_decisions;
mod m0002_governance_measures;
mod m0003_engage;
mod m0004_presales;
mod m0005_service;
mod m0006_engage_asker;
mod m0008_import;
mod m0011_live;

pub use sea_orm_migration::MigratorTrait;
use sea_orm_migration::prelude::*;

/// All steps in order.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_platform::Migration),
            Box::new(m0002_governance::Migration),
            Box::new(m0002_governance_decisions::Migration),
            Box::new(m0002_governance_measures::Migration),
            Box::new(m0003_engage::Migration),
            Box::new(m0004_presales::Migration),
            Box::new(m0005_service::Migration),
            Box::new(m0006_engage_asker::Migration),
            Box::new(m0008_import::Migration),
            Box::new(m0011_live::Migration),
        ]
    }
}
