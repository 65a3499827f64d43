//! All floors put together: modules in the order of the floors, the database migrated, one router.

use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use sea_orm_migration::MigratorTrait;
use serde_json::Value;
use xianji_kernel::clock::Clock;
use xianji_platform::database::dialect;
use xianji_platform::file::FileStore;
use xianji_platform::http::Outside;
use xianji_platform::module::Module;
use xianji_platform::{App, Database, Failure, Registry};

/// The floors that are furnished, lowest first.
pub fn modules() -> Vec<Module> {
    vec![
        xianji_platform::module(),
        xianji_governance::module(),
        xianji_engage::module(),
        xianji_presales::module(),
        xianji_service::module(),
        Module {
            name: "server",
            packs: crate::packs::all(),
            ..Module::default()
        },
    ]
}

/// Where an installation keeps its things.
#[derive(Clone, Debug)]
pub struct Place {
    /// Folder of database, files and secret.
    pub data: PathBuf,
    /// Database address; an SQLite file in the folder when absent.
    pub database: Option<String>,
    /// The way that leads to the house.
    pub outside: Outside,
}

impl Place {
    /// The database's address.
    pub fn database_url(&self) -> String {
        self.database
            .clone()
            .unwrap_or_else(|| dialect::file_url(&self.data.join("xianji.db")))
    }

    /// Opens the database as it is; refuses where there is none.
    pub async fn open_as_it_is(&self) -> Result<Database, Failure> {
        let url = self.database_url();
        if let Some(file) = dialect::file_of(&url).filter(|file| !file.exists()) {
            return Err(Failure::broken(format!(
                "there is no database at {}",
                file.display()
            )));
        }
        Ok(Database::open(&url).await?)
    }

    /// Opens the database, made and migrated when needed.
    pub async fn open_database(&self) -> Result<Database, Failure> {
        std::fs::create_dir_all(&self.data)?;
        let database = Database::open(&self.database_url()).await?;
        migrate(&database).await?;
        Ok(database)
    }

    /// Opens the whole house on a clock.
    pub async fn open(&self, clock: Arc<dyn Clock>) -> Result<House, Failure> {
        let database = self.open_database().await?;
        House::open(database, self, clock).await
    }
}

/// Brings the schema up to date. Two nodes that start at once meet here: the loser of the race tries again and finds it done.
pub async fn migrate(database: &Database) -> Result<(), Failure> {
    let mut tries = 0;
    loop {
        match xianji_migration::Migrator::up(database.writer(), None).await {
            Ok(()) => return Ok(()),
            Err(error) if tries < 5 => {
                tries += 1;
                tracing::warn!(%error, "migration met another one, trying again");
                tokio::time::sleep(std::time::Duration::from_secs(2)).await;
            }
            Err(error) => return Err(error.into()),
        }
    }
}

/// The names of the schema's steps that this program knows, in order.
pub fn steps() -> Vec<String> {
    let steps = xianji_migration::Migrator::migrations();
    let mut names: Vec<String> = steps.iter().map(|step| step.name().to_owned()).collect();
    names.sort();
    names
}

/// Takes the first so many steps of the schema, in a database that has none.
pub async fn migrate_to(database: &Database, steps: usize) -> Result<(), Failure> {
    let steps = u32::try_from(steps).unwrap_or(u32::MAX);
    Ok(xianji_migration::Migrator::up(database.writer(), Some(steps)).await?)
}

/// The running house with its routes.
pub struct House {
    /// Database, clock, files, packs.
    pub app: App,
    /// Everything under one router: API, public pages, web app.
    pub router: Router,
    /// The API's description.
    pub openapi: Value,
}

impl House {
    /// Puts the floors together on an open database.
    pub async fn open(database: Database, place: &Place, clock: Arc<dyn Clock>) -> Result<Self, Failure> {
        let files = FileStore::open(&place.data)?;
        let (registry, routes) = Registry::of(modules())?;
        let app = App::open(database, clock, files, registry).await?;
        let (api, openapi) = xianji_platform::http::assemble_with(&app, routes, place.outside);
        let router = crate::web::mount(api, &app, &openapi)?;
        Ok(Self { app, router, openapi })
    }
}

/// The API's description without a database, for `xianji openapi` and the test that keeps the committed document current.
pub fn describe() -> Result<Value, Failure> {
    let (_, routes) = Registry::of(modules())?;
    Ok(xianji_platform::http::describe(routes))
}
