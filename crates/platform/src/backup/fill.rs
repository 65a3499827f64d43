//! Taking a backup back into an empty installation: all of it or nothing.

use std::collections::HashSet;
use std::path::PathBuf;

use sea_orm::sea_query::{Alias, Query};
use sea_orm::{ConnectionTrait, DatabaseTransaction};
use tokio::io::AsyncWriteExt;

use super::archive::{Archive, Piece};
use super::paper::Summary;
use super::tables::{self, PLANTED, Table};
use super::{Progress, Tell, WrongArchive};
use crate::database::{Database, dialect};
use crate::failure::Failure;
use crate::file::FileStore;

/// A file of the store at most.
const LARGEST: u64 = 64 << 30;

/// What was taken in.
#[derive(Debug)]
pub struct Filled {
    /// As the backup says, and as the database then held.
    pub summary: Summary,
}

/// Fills an installation whose database has the schema of the backup and holds nothing. Every table is read again and compared before
/// anything becomes durable; what goes wrong leaves the installation as empty as it was.
pub async fn fill(
    mut archive: Archive,
    database: &Database,
    files: &FileStore,
    derived: &HashSet<&'static str>,
    tell: Tell<'_>,
) -> Result<Filled, Failure> {
    let tables = tables::all(&database.reader(), derived).await?;
    expect_empty(database, files, &tables).await?;
    expect_same(&archive.manifest().tables, &tables)?;
    let outcome = pour(&mut archive, database, files, &tables, tell).await;
    if outcome.is_err() {
        let _ = tokio::fs::remove_file(passing(files)).await;
        files.clear().await?;
    }
    match (outcome, archive.trouble()) {
        (Err(_), Some(wrong)) => Err(wrong.into()),
        (outcome, _) => outcome,
    }
}

async fn expect_empty(database: &Database, files: &FileStore, tables: &[Table]) -> Result<(), Failure> {
    if !files.is_empty().await? {
        return Err(Failure::broken(
            "the data folder holds files or seals already: a backup is taken into an empty installation only",
        ));
    }
    for table in tables.iter().filter(|table| table.name != PLANTED) {
        if !table.is_empty(&database.reader()).await? {
            return Err(Failure::broken(format!(
                "the database holds records already (table {}): a backup is taken into an empty installation only",
                table.name
            )));
        }
    }
    Ok(())
}

/// The schema's steps are the same, so this only fails on a file or a database that somebody changed by hand.
fn expect_same(said: &[Table], here: &[Table]) -> Result<(), WrongArchive> {
    let shape = |tables: &[Table]| {
        let mut shape: Vec<_> = tables
            .iter()
            .flat_map(|table| {
                table
                    .columns
                    .iter()
                    .map(|column| (table.name.clone(), column.name.clone(), column.kind))
            })
            .map(|(table, column, kind)| format!("{table}.{column} {kind:?}"))
            .collect();
        shape.sort();
        shape
    };
    let (said, here) = (shape(said), shape(here));
    let differs = said
        .iter()
        .find(|one| !here.contains(one))
        .or_else(|| here.iter().find(|one| !said.contains(one)));
    match differs {
        Some(one) => Err(WrongArchive::Unreadable(format!("{one} is not in both"))),
        None => Ok(()),
    }
}

fn passing(files: &FileStore) -> PathBuf {
    files.seals().with_extension("log.part")
}

async fn pour(
    archive: &mut Archive,
    database: &Database,
    files: &FileStore,
    tables: &[Table],
    tell: Tell<'_>,
) -> Result<Filled, Failure> {
    let tx = database.begin().await?;
    let loose = dialect::loosen_references(&tx).await?;
    let planted = Query::delete().from_table(Alias::new(PLANTED)).to_owned();
    tx.execute(&planted).await?;
    let (mut now, mut rows) = (None::<String>, 0);
    let (mut count, mut bytes) = (0, 0);
    let summary = loop {
        match archive.next().await? {
            Some(Piece::Rows(name, lines)) => {
                let table = tables.iter().find(|table| table.name == name);
                let table = table.ok_or_else(|| Failure::broken(format!("nobody knows the table {name}")))?;
                let before = now.replace(name);
                if let Some(before) = before.filter(|before| Some(before) != now.as_ref()) {
                    tell(Progress::Table(before, std::mem::take(&mut rows)));
                }
                rows += table.write(&tx, &lines).await?;
            }
            Some(Piece::File(_)) => {
                bytes += keep(archive, files).await?;
                count += 1;
            }
            Some(Piece::Seals) => keep_seals(archive, files).await?,
            Some(Piece::Summary(summary)) => break summary,
            Some(Piece::Bytes(_) | Piece::End) => {}
            None => return Err(WrongArchive::Damaged("its end is missing".into()).into()),
        }
    };
    if let Some(last) = now {
        tell(Progress::Table(last, rows));
    }
    tell(Progress::Files(count, bytes));
    tell(Progress::Checking);
    dialect::tie_references(&tx, loose).await?;
    compare(&tx, tables, &summary).await?;
    tx.commit().await?;
    if summary.seals > 0 {
        tokio::fs::rename(passing(files), files.seals()).await?;
    }
    Ok(Filled { summary })
}

/// Every table as it now is against what the backup says.
async fn compare(tx: &DatabaseTransaction, tables: &[Table], summary: &Summary) -> Result<(), Failure> {
    for table in tables {
        let content = table.content(tx).await?;
        if summary.tables.get(&table.name) != Some(&content) {
            return Err(Failure::broken(format!(
                "table {} did not arrive as it stands in the backup ({} rows)",
                table.name, content.rows
            )));
        }
    }
    Ok(())
}

async fn keep(archive: &mut Archive, files: &FileStore) -> Result<u64, Failure> {
    let parts = futures_util::stream::try_unfold(archive, |archive| async move {
        Ok::<_, WrongArchive>(match archive.next().await? {
            Some(Piece::Bytes(part)) => Some((part, archive)),
            _ => None,
        })
    });
    Ok(files.keep_stream(Box::pin(parts), LARGEST).await?.size)
}

async fn keep_seals(archive: &mut Archive, files: &FileStore) -> Result<(), Failure> {
    let mut copy = tokio::fs::File::create(passing(files)).await?;
    while let Some(Piece::Bytes(part)) = archive.next().await? {
        copy.write_all(&part).await?;
    }
    copy.sync_all().await?;
    Ok(())
}
