//! Many rows in few statements.

use std::time::Instant;

use sea_orm::{ActiveModelTrait, EntityTrait, Iterable};
use xianji_platform::{Database, Failure};

/// Rows a transaction holds before it commits.
const TRANSACTION: usize = 50_000;
/// Values a statement may bind: SQLite allows 32,766.
const VALUES: usize = 30_000;

/// Writes all rows of an entity; says how many and how long it took.
pub async fn write<A>(database: &Database, name: &str, rows: impl Iterator<Item = A>) -> Result<u64, Failure>
where
    A: ActiveModelTrait + Send,
{
    let begun = Instant::now();
    let width = <<A::Entity as EntityTrait>::Column as Iterable>::iter().count();
    let portion = (VALUES / width.max(1)).min(2_000);
    let (mut all, mut open, mut part) = (0_u64, 0, Vec::with_capacity(portion));
    let mut tx = database.begin().await?;
    for row in rows {
        part.push(row);
        if part.len() < portion {
            continue;
        }
        open += part.len();
        all += part.len() as u64;
        A::Entity::insert_many(std::mem::take(&mut part))
            .exec_without_returning(&tx)
            .await?;
        if open >= TRANSACTION {
            tx.commit().await?;
            tx = database.begin().await?;
            open = 0;
        }
    }
    all += part.len() as u64;
    if !part.is_empty() {
        A::Entity::insert_many(part).exec_without_returning(&tx).await?;
    }
    tx.commit().await?;
    println!("  {all:>9} {name} in {:.1} s", begun.elapsed().as_secs_f64());
    Ok(all)
}
