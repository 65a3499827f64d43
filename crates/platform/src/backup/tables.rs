//! Which tables there are, and how their rows are read in one order on both databases.

use std::collections::HashSet;

use futures_util::{Stream, TryStreamExt};
use sea_orm::sea_query::{Alias, Expr, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr, QueryResult, StreamTrait};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::WrongArchive;
use super::paper::Content;
use super::value;
use crate::database::{Conn, dialect};
use crate::failure::Failure;

/// Tables that belong to running programs or to this database alone.
const STAY: [&str; 4] = ["lease", "login_attempt", "seaql_migrations", "session"];

/// Where the steps of the schema are noted.
const STEPS: &str = "seaql_migrations";

/// The one table that the schema's steps themselves write into.
pub(super) const PLANTED: &str = "company";

/// A table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Columns of its primary key, by which its rows are ordered.
    pub key: Vec<String>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: ColumnKind,
    /// Whether this database keeps its integers in 32 bits.
    #[serde(skip)]
    pub narrow: bool,
}

/// What a column holds, whatever the database calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnKind {
    /// An id.
    Uuid,
    /// Text.
    Text,
    /// A whole number.
    Integer,
    /// True or false.
    Flag,
    /// An instant in UTC.
    Instant,
    /// A day.
    Date,
    /// JSON.
    Json,
    /// A number with a fraction.
    Real,
    /// Bytes, written in hexadecimal.
    Bytes,
}

fn kind_of(word: &str) -> Option<(ColumnKind, bool)> {
    let kind = match word {
        "uuid" | "uuid_text" => ColumnKind::Uuid,
        "text" | "varchar" | "character varying" => ColumnKind::Text,
        "bigint" => ColumnKind::Integer,
        "integer" => return Some((ColumnKind::Integer, true)),
        "boolean" => ColumnKind::Flag,
        "timestamp with time zone" | "timestamp_with_timezone_text" => ColumnKind::Instant,
        "date" | "date_text" => ColumnKind::Date,
        "json" | "jsonb" | "json_text" | "jsonb_text" => ColumnKind::Json,
        "double precision" | "double" | "real" => ColumnKind::Real,
        "bytea" | "blob" => ColumnKind::Bytes,
        _ => return None,
    };
    Some((kind, false))
}

/// All tables that a backup holds, by name; `derived` are those that are made from others.
pub(super) async fn all(db: &Conn<'_>, derived: &HashSet<&'static str>) -> Result<Vec<Table>, Failure> {
    let wide = dialect::pick(db, true, false);
    let mut tables: Vec<Table> = Vec::new();
    let mut keys: Vec<(i64, String)> = Vec::new();
    for row in db.query_all_raw(dialect::columns_of_tables(db)).await? {
        let name: String = row.try_get("", "table")?;
        if STAY.contains(&name.as_str()) || derived.contains(name.as_str()) {
            continue;
        }
        let column: String = row.try_get("", "column")?;
        let word: String = row.try_get("", "kind")?;
        let place: i64 = row.try_get("", "place")?;
        let Some((kind, narrow)) = kind_of(&word) else {
            return Err(Failure::broken(format!(
                "a backup does not know columns like {name}.{column} ({word})"
            )));
        };
        if tables.last().is_none_or(|table| table.name != name) {
            end_key(&mut tables, &mut keys);
            tables.push(Table {
                name,
                columns: Vec::new(),
                key: Vec::new(),
            });
        }
        if place >= 0 {
            keys.push((place, column.clone()));
        }
        if let Some(table) = tables.last_mut() {
            table.columns.push(Column {
                name: column,
                kind,
                narrow: narrow && !wide,
            });
        }
    }
    end_key(&mut tables, &mut keys);
    Ok(tables)
}

fn end_key(tables: &mut [Table], keys: &mut Vec<(i64, String)>) {
    keys.sort();
    if let Some(table) = tables.last_mut() {
        table.key = keys.drain(..).map(|(_, column)| column).collect();
    }
}

/// The schema's steps that were taken, in order; none where there is no schema.
pub async fn steps(db: &Conn<'_>) -> Result<Vec<String>, Failure> {
    let known = db.query_all_raw(dialect::columns_of_tables(db)).await?;
    let there = known
        .iter()
        .any(|row| row.try_get::<String>("", "table").is_ok_and(|name| name == STEPS));
    if !there {
        return Ok(Vec::new());
    }
    let select = Query::select()
        .column(Alias::new("version"))
        .from(Alias::new(STEPS))
        .to_owned();
    let rows = db.query_all(&select).await?;
    let steps = rows.iter().map(|row| row.try_get("", "version"));
    let mut steps = steps.collect::<Result<Vec<String>, DbErr>>()?;
    steps.sort();
    Ok(steps)
}

impl Table {
    fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// Its rows in the order of its key, texts by their bytes.
    fn select(&self, db: &impl ConnectionTrait) -> SelectStatement {
        let mut select = Query::select();
        select
            .columns(self.columns.iter().map(|column| Alias::new(&column.name)))
            .from(Alias::new(&self.name));
        let bytewise = dialect::pick(db, "", " COLLATE \"C\"");
        for key in &self.key {
            let text = self
                .column(key)
                .is_some_and(|column| column.kind == ColumnKind::Text);
            let by = if text { bytewise } else { "" };
            select.order_by_expr(Expr::cust(format!("\"{key}\"{by}")), Order::Asc);
        }
        select
    }

    /// Its rows, one after the other.
    pub(super) async fn rows<'t>(
        &self,
        db: &'t DatabaseTransaction,
    ) -> Result<impl Stream<Item = Result<QueryResult, DbErr>> + Send + use<'t>, DbErr> {
        db.stream(&self.select(db)).await
    }

    /// A row as a line of the backup.
    pub(super) fn line(&self, row: &QueryResult) -> Result<String, Failure> {
        let mut object = serde_json::Map::new();
        for (place, column) in self.columns.iter().enumerate() {
            object.insert(column.name.clone(), value::read(row, place, column)?);
        }
        let mut line = crate::ledger::canonical(&serde_json::Value::Object(object))?;
        line.push('\n');
        Ok(line)
    }

    /// What it holds now.
    pub(super) async fn content(&self, db: &DatabaseTransaction) -> Result<Content, Failure> {
        let mut rows = std::pin::pin!(self.rows(db).await?);
        let (mut hash, mut count) = (Sha256::new(), 0);
        while let Some(row) = rows.try_next().await? {
            hash.update(self.line(&row)?.as_bytes());
            count += 1;
        }
        Ok(Content {
            rows: count,
            sha256: hex::encode(hash.finalize()),
        })
    }

    /// Whether nothing stands in it.
    pub(super) async fn is_empty(&self, db: &Conn<'_>) -> Result<bool, DbErr> {
        let select = Query::select()
            .expr(Expr::val(1))
            .from(Alias::new(&self.name))
            .limit(1)
            .to_owned();
        Ok(db.query_one(&select).await?.is_none())
    }

    /// Writes lines of a backup into it.
    pub(super) async fn write(&self, db: &DatabaseTransaction, lines: &[u8]) -> Result<u64, Failure> {
        // SQLite takes 32,766 values a statement.
        let portion = (30_000 / self.columns.len().max(1)).clamp(1, 500);
        let wrong = |what: String| WrongArchive::Unreadable(format!("table {}: {what}", self.name));
        let text = std::str::from_utf8(lines).map_err(|error| wrong(error.to_string()))?;
        let mut lines = text.lines().peekable();
        let mut count = 0;
        while lines.peek().is_some() {
            let mut insert = Query::insert();
            insert
                .into_table(Alias::new(&self.name))
                .columns(self.columns.iter().map(|column| Alias::new(&column.name)));
            for line in lines.by_ref().take(portion) {
                let object: serde_json::Map<String, serde_json::Value> =
                    serde_json::from_str(line).map_err(|error| wrong(error.to_string()))?;
                let row = self.columns.iter().map(|column| {
                    value::write(column, object.get(&column.name))
                        .map(Expr::val)
                        .ok_or_else(|| wrong(format!("{} holds something else", column.name)))
                });
                let row = row.collect::<Result<Vec<_>, _>>()?;
                insert.values(row).map_err(|error| wrong(error.to_string()))?;
                count += 1;
            }
            db.execute(&insert).await?;
        }
        Ok(count)
    }
}
