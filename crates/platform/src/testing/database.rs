//! A database of its own for each test: a copy of one that was migrated once in this process.

use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};

use sea_orm::ConnectionTrait;
use tempfile::TempDir;
use tokio::sync::OnceCell;
use xianji_migration::{Migrator, MigratorTrait};

use crate::database::Database;

/// Where a test's database and files lie; dropping it removes both.
pub(super) struct Place {
    pub(super) database: Database,
    url: String,
    folder: TempDir,
    drop: Option<(String, String)>,
}

impl Place {
    pub(super) async fn make() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        match std::env::var("TEST_DATABASE") {
            Ok(server) if server.starts_with("postgres") => Self::on_server(server, folder).await,
            _ => Self::in_file(folder).await,
        }
    }

    pub(super) fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub(super) fn url(&self) -> &str {
        &self.url
    }

    async fn in_file(folder: TempDir) -> Self {
        static TEMPLATE: OnceCell<Vec<u8>> = OnceCell::const_new();
        let bytes = TEMPLATE.get_or_init(file_template).await;
        let file = folder.path().join("company.db");
        std::fs::write(&file, bytes).expect("a copy");
        let url = format!("sqlite://{}", file.display());
        let database = Database::open(&url).await.expect("a database");
        Self {
            database,
            url,
            folder,
            drop: None,
        }
    }

    async fn on_server(server: String, folder: TempDir) -> Self {
        static TEMPLATE: OnceCell<String> = OnceCell::const_new();
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let template = TEMPLATE.get_or_init(|| server_template(server.clone())).await;
        let name = format!(
            "xianji_test_{}_{}",
            std::process::id(),
            COUNT.fetch_add(1, Ordering::Relaxed)
        );
        run(&server, &[format!("CREATE DATABASE {name} TEMPLATE {template}")]).await;
        let url = beside(&server, &name);
        let database = Database::open(&url).await.expect("a database");
        Self {
            database,
            url,
            folder,
            drop: Some((server, name)),
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let Some((server, name)) = self.drop.take() else {
            return;
        };
        // A drop cannot wait; a thread with a runtime of its own can.
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.expect("a runtime").block_on(run(
                &server,
                &[format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")],
            ));
        });
        if thread.join().is_err() {
            eprintln!("a test database was left behind");
        }
    }
}

async fn file_template() -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("template.db");
    let database = Database::open(&format!("sqlite://{}", file.display()))
        .await
        .expect("a database");
    Migrator::up(database.writer(), None).await.expect("migrated");
    database.close().await.expect("closed");
    std::fs::read(&file).expect("the template")
}

/// Also drops what processes that are gone left behind.
async fn server_template(server: String) -> String {
    let admin = sea_orm::Database::connect(&server).await.expect("a server");
    let listed = "SELECT datname FROM pg_database WHERE datname LIKE 'xianji_test_%'".to_owned();
    let rows = admin
        .query_all_raw(sea_orm::Statement::from_string(
            admin.get_database_backend(),
            listed,
        ))
        .await;
    for row in rows.expect("databases") {
        let name: String = row.try_get("", "datname").expect("a name");
        let process = name.split('_').nth(2).unwrap_or_default();
        if !Path::new(&format!("/proc/{process}")).exists() {
            // Another process may be dropping it too.
            let _ = admin
                .execute_unprepared(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
                .await;
        }
    }
    let name = format!("xianji_test_{}_template", std::process::id());
    run(
        &server,
        &[
            format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"),
            format!("CREATE DATABASE {name}"),
        ],
    )
    .await;
    let database = Database::open(&beside(&server, &name)).await.expect("a database");
    Migrator::up(database.writer(), None).await.expect("migrated");
    database.close().await.expect("closed");
    name
}

async fn run(server: &str, statements: &[String]) {
    let admin = sea_orm::Database::connect(server).await.expect("a server");
    for statement in statements {
        admin
            .execute_unprepared(statement)
            .await
            .unwrap_or_else(|error| panic!("{statement}: {error}"));
    }
    admin.close().await.expect("closed");
}

/// The same server, another database.
fn beside(server: &str, name: &str) -> String {
    let (address, options) = server
        .split_once('?')
        .map_or((server, String::new()), |(a, o)| (a, format!("?{o}")));
    let (start, _) = address.rsplit_once('/').expect("postgres://…/database");
    format!("{start}/{name}{options}")
}
