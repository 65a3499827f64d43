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

/// The file behind an address, where there is one.
pub fn file_of(url: &str) -> Option<std::path::PathBuf> {
    let rest = url.strip_prefix("sqlite:")?;
    let path = rest.strip_prefix("//").unwrap_or(rest);
    let path = path.split('?').next().unwrap_or(path);
    (!path.is_empty() && path != ":memory:").then(|| path.into())
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

/// Every column of every ordinary table, table by table in the order of their columns: `table`, `column`, `kind` as the database calls it,
/// `place` in the primary key (-1 outside). What the database makes for itself (virtual tables and their shadows) is left out.
pub fn columns_of_tables(db: &impl ConnectionTrait) -> Statement {
    let sql = pick(
        db,
        "SELECT t.name AS \"table\", c.name AS \"column\", lower(c.type) AS \"kind\", c.pk - 1 AS \"place\" \
         FROM pragma_table_list t JOIN pragma_table_info(t.name) c \
         WHERE t.schema = 'main' AND t.type = 'table' AND substr(t.name, 1, 7) <> 'sqlite_' ORDER BY t.name, c.cid",
        "SELECT t.relname::text AS \"table\", c.attname::text AS \"column\", format_type(c.atttypid, NULL) AS \"kind\", \
         COALESCE(array_position(k.indkey::int2[], c.attnum), -1)::bigint AS \"place\" \
         FROM pg_class t JOIN pg_attribute c ON c.attrelid = t.oid AND c.attnum > 0 AND NOT c.attisdropped AND c.attgenerated = '' \
         LEFT JOIN pg_index k ON k.indrelid = t.oid AND k.indisprimary \
         WHERE t.relnamespace = current_schema()::regnamespace AND t.relkind = 'r' ORDER BY t.relname::text COLLATE \"C\", c.attnum",
    );
    Statement::from_string(db.get_database_backend(), sql)
}

/// References that were let go for a while, with the words that bring them back.
pub type LooseReferences = Vec<String>;

/// Lets rows of a transaction come in any order: what refers to what is looked at when it ends ([`tie_references`]).
pub async fn loosen_references(db: &impl ConnectionTrait) -> Result<LooseReferences, DbErr> {
    if pick(db, true, false) {
        db.execute_unprepared("PRAGMA defer_foreign_keys = ON").await?;
        return Ok(Vec::new());
    }
    let named = "SELECT quote_ident(t.relname) AS \"table\", quote_ident(c.conname) AS \"name\", pg_get_constraintdef(c.oid) AS \"words\" \
                 FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid \
                 WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace";
    let rows = db
        .query_all_raw(Statement::from_string(db.get_database_backend(), named))
        .await?;
    let mut loose = Vec::new();
    for row in rows {
        let part = |name: &str| row.try_get::<String>("", name);
        let (table, name, words) = (part("table")?, part("name")?, part("words")?);
        db.execute_unprepared(&format!("ALTER TABLE {table} DROP CONSTRAINT {name}"))
            .await?;
        loose.push(format!("ALTER TABLE {table} ADD CONSTRAINT {name} {words}"));
    }
    Ok(loose)
}

/// Brings the references back; one that leads nowhere fails here, or on SQLite when the transaction commits.
pub async fn tie_references(db: &impl ConnectionTrait, loose: LooseReferences) -> Result<(), DbErr> {
    for words in loose {
        db.execute_unprepared(&words).await?;
    }
    Ok(())
}
