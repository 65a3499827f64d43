//! Where the two databases need different words.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

/// PostgreSQL puts empty values first where a column falls, lists put them last: it needs an index of its own for that. SQLite walks the
/// rising one backwards.
pub async fn falling_with_empty_last(m: &SchemaManager<'_>, table: &str, column: &str) -> Result<(), DbErr> {
    if m.get_database_backend() != DbBackend::Postgres {
        return Ok(());
    }
    let index = format!(
        "CREATE INDEX \"{table}_{column}_falling\" ON \"{table}\" (\"{column}\" DESC NULLS LAST, \"id\" DESC)"
    );
    m.get_connection().execute_unprepared(&index).await.map(drop)
}
