//! The only place that knows which database it is.

use std::time::Duration;

use log::LevelFilter;
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{ConnectOptions, ConnectionTrait, DbBackend, DbErr, RuntimeErr, Statement};

/// Whether an address names an SQLite file.
pub fn is_sqlite_url(url: &str) -> bool {
    url.starts_with("sqlite:")
}

/// Address of an SQLite file.
pub fn file_url(path: &std::path::Path) -> String {
    format!("sqlite://{}", path.display())
}

/// A statement that takes this long stands in the log with its text, without its values.
const SLOW: Duration = Duration::from_millis(500);

/// Logs no statement but those that take long.
pub fn tell_slow_statements(options: &mut ConnectOptions) {
    options
        .sqlx_logging(true)
        .sqlx_logging_level(LevelFilter::Off)
        .sqlx_slow_statements_logging_settings(LevelFilter::Warn, SLOW);
}

/// Options of an SQLite pool. `synchronous = FULL`: what was acknowledged survives a power cut, not only a crash.
pub fn sqlite_options(url: &str, connections: u32, read_only: bool) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    tell_slow_statements(&mut options);
    options
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(Duration::from_secs(30))
        .test_before_acquire(false)
        .map_sqlx_sqlite_opts(move |sqlite| {
            let sqlite = sqlite
                .create_if_missing(true)
                .foreign_keys(true)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .busy_timeout(Duration::from_secs(15))
                .statement_cache_capacity(400)
                .pragma("cache_size", "-16000")
                .pragma("temp_store", "memory");
            if read_only {
                sqlite.pragma("query_only", "on")
            } else {
                sqlite
            }
        });
    options
}

/// Lets SQLite look at a few hundred rows of each index that has grown, so that it knows which of two narrows more: without it a stage
/// seems rarer than an owner. PostgreSQL does so by itself. Readers know what was gathered before they connected.
pub async fn gather_statistics(db: &impl ConnectionTrait) -> Result<(), DbErr> {
    let words = pick(db, "PRAGMA analysis_limit = 400; PRAGMA optimize = 0x10002", "");
    if words.is_empty() {
        return Ok(());
    }
    db.execute_unprepared(words).await.map(drop)
}

/// Keeps other writers of a table out until the transaction ends. SQLite's writer is alone anyway.
pub async fn lock_table(db: &impl ConnectionTrait, table: &str) -> Result<(), DbErr> {
    match pick(db, false, true) {
        true => db
            .execute_unprepared(&format!("LOCK TABLE \"{table}\" IN EXCLUSIVE MODE"))
            .await
            .map(drop),
        false => Ok(()),
    }
}

/// Whether the same write may succeed when asked again: a deadlock, a serialisation failure, a busy database.
pub fn is_try_again(error: &DbErr) -> bool {
    let code = match error {
        DbErr::Exec(RuntimeErr::SqlxError(inner)) | DbErr::Query(RuntimeErr::SqlxError(inner)) => inner
            .as_database_error()
            .and_then(|error| error.code().map(|code| code.into_owned())),
        _ => None,
    };
    matches!(code.as_deref(), Some("40P01" | "40001" | "55P03" | "5" | "517"))
}

/// Whether the database could not be spoken to at all: it is down, starting, stopping, or has no connection left.
pub fn is_out_of_reach(error: &DbErr) -> bool {
    let inner = match error {
        DbErr::Conn(_) | DbErr::ConnectionAcquire(_) => return true,
        DbErr::Exec(RuntimeErr::SqlxError(inner)) | DbErr::Query(RuntimeErr::SqlxError(inner)) => inner,
        _ => return false,
    };
    match inner.as_database_error().and_then(|error| error.code()) {
        Some(code) => {
            code.starts_with("08") || matches!(code.as_ref(), "57P01" | "57P02" | "57P03" | "53300")
        }
        None => matches!(
            **inner,
            sqlx::Error::Io(_)
                | sqlx::Error::PoolTimedOut
                | sqlx::Error::PoolClosed
                | sqlx::Error::WorkerCrashed
        ),
    }
}

/// Whether a write met a unique index.
pub fn is_unique_violation(error: &DbErr) -> bool {
    matches!(
        error.sql_err(),
        Some(sea_orm::SqlErr::UniqueConstraintViolation(_))
    )
}

/// `FOR UPDATE` where rows are locked one by one; SQLite's writer holds the whole database already.
pub fn lock_rows(db: &impl ConnectionTrait) -> bool {
    db.get_database_backend() == DbBackend::Postgres
}

/// A test on JSON text columns or a full-text match differs; callers pass both and get theirs.
pub fn pick<T>(db: &impl ConnectionTrait, sqlite: T, postgres: T) -> T {
    match db.get_database_backend() {
        DbBackend::Postgres => postgres,
        _ => sqlite,
    }
}

/// The `n`-th placeholder of a hand-written statement, counted from 1.
pub fn placeholder(db: &impl ConnectionTrait, n: usize) -> String {
    pick(db, "?".to_owned(), format!("${n}"))
}

/// Lets one transaction at a time pass here under a name, until it ends. SQLite's writers pass one by one already.
pub async fn one_by_one(db: &impl ConnectionTrait, name: &str) -> Result<(), DbErr> {
    if db.get_database_backend() == DbBackend::Postgres {
        let lock = Statement::from_sql_and_values(
            DbBackend::Postgres,
            "select pg_advisory_xact_lock(hashtextextended($1, 0))",
            [name.into()],
        );
        db.execute_raw(lock).await?;
    }
    Ok(())
}
