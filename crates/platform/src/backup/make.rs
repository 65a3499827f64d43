//! Making a backup while people work: one moment of the database, then the files, then a second look at what was written.

use std::collections::HashSet;
use std::fs::File;
use std::io::{BufWriter, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use bytes::Bytes;
use chrono::{DateTime, Utc};
use futures_util::{StreamExt, TryStreamExt};
use sea_orm::DatabaseTransaction;
use sha2::{Digest, Sha256};
use tokio::io::AsyncReadExt;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use super::archive::{Archive, Piece};
use super::paper::{Content, FORMAT, Manifest, Summary};
use super::tables::{self, Table};
use super::{Progress, Tell, WrongArchive};
use crate::database::{Conn, Database};
use crate::failure::Failure;
use crate::file::FileStore;
use crate::ledger;

/// Bytes of rows that are written at once.
const PORTION: usize = 1 << 20;

/// A backup that was made and looked at.
#[derive(Debug)]
pub struct Made {
    /// What it promises.
    pub manifest: Manifest,
    /// What it holds.
    pub summary: Summary,
    /// The ledger at that moment.
    pub ledger: ledger::Report,
    /// Length of the file.
    pub bytes: u64,
}

/// Writes everything of one moment into a new file, reads it again, and only then gives it its name. A broken ledger or a damaged file of
/// the store does not keep a backup from being made; it is told.
pub async fn make(
    database: &Database,
    files: &FileStore,
    derived: &HashSet<&'static str>,
    made_at: DateTime<Utc>,
    target: &Path,
    tell: Tell<'_>,
) -> Result<Made, Failure> {
    let passing = beside(target);
    if target.exists() {
        return Err(Failure::broken(format!("{} is there already", target.display())));
    }
    let written = write(database, files, derived, made_at, &passing, tell).await;
    let made = match written {
        Ok((manifest, summary, ledger)) => {
            tell(Progress::Checking);
            match check(&passing, &summary).await {
                Ok(()) => Ok((manifest, summary, ledger)),
                Err(wrong) => Err(wrong),
            }
        }
        Err(failure) => Err(failure),
    };
    let (manifest, summary, ledger) = match made {
        Ok(made) => made,
        Err(failure) => {
            let _ = tokio::fs::remove_file(&passing).await;
            return Err(failure);
        }
    };
    let bytes = tokio::fs::metadata(&passing).await?.len();
    tokio::fs::rename(&passing, target).await?;
    Ok(Made {
        manifest,
        summary,
        ledger,
        bytes,
    })
}

fn beside(target: &Path) -> PathBuf {
    let mut name = target.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    target.with_file_name(name)
}

async fn write(
    database: &Database,
    files: &FileStore,
    derived: &HashSet<&'static str>,
    made_at: DateTime<Utc>,
    path: &Path,
    tell: Tell<'_>,
) -> Result<(Manifest, Summary, ledger::Report), Failure> {
    // Read before the moment: the copy only ever follows the database.
    let copies = files.read_seals().await?;
    let seals = length(&files.seals()).await?;
    let moment = database.moment().await?;
    let tables = tables::all(&Conn::Transaction(&moment), derived).await?;
    let manifest = Manifest {
        product: "xianji".into(),
        format: FORMAT,
        version: env!("CARGO_PKG_VERSION").into(),
        made_at,
        schema: tables::steps(&Conn::Transaction(&moment)).await?,
        tables,
    };
    let paper = Paper::begin(path, made_at)?;
    let mut summary = Summary::default();
    let mut named = HashSet::new();
    let outcome = async {
        paper
            .whole("manifest.json", serde_json::to_vec_pretty(&manifest)?)
            .await?;
        for table in &manifest.tables {
            let content = paper.table(&moment, table, &mut named).await?;
            tell(Progress::Table(table.name.clone(), content.rows));
            summary.tables.insert(table.name.clone(), content);
        }
        let report = ledger::verify_at(&Conn::Transaction(&moment), &copies).await?;
        moment.rollback().await?;
        paper.files(files, &mut named, &mut summary).await?;
        tell(Progress::Files(summary.files.count, summary.files.bytes));
        summary.seals = paper.seals(&files.seals(), seals).await?;
        summary.missing = named.iter().map(hex::encode).collect();
        summary.missing.sort();
        paper
            .whole("summary.json", serde_json::to_vec_pretty(&summary)?)
            .await?;
        Ok::<_, Failure>(report)
    }
    .await;
    let ended = paper.end().await;
    match outcome {
        // What the writing thread could not do is the cause of what was noticed here.
        Err(Failure::Broken(error)) if error.is::<WriterGone>() => {
            Err(ended.err().unwrap_or(Failure::Broken(error)))
        }
        Err(failure) => Err(failure),
        Ok(report) => ended.map(|()| (manifest, summary, report)),
    }
}

async fn length(path: &Path) -> Result<u64, Failure> {
    match tokio::fs::metadata(path).await {
        Ok(found) => Ok(found.len()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(0),
        Err(error) => Err(error.into()),
    }
}

/// Reads the file again: every count and every hash.
async fn check(path: &Path, summary: &Summary) -> Result<(), Failure> {
    let mut archive = Archive::open(path, true).await?;
    let mut whole = None;
    while let Some(piece) = archive.next().await? {
        if let Piece::Summary(said) = piece {
            whole = Some(said);
        }
    }
    match whole {
        Some(said) if said == *summary => Ok(()),
        _ => Err(WrongArchive::Damaged("it is not what was written".into()).into()),
    }
}

/// The writing thread has ended before its time; why, it says itself.
#[derive(Debug, thiserror::Error)]
#[error("the backup cannot be written")]
struct WriterGone;

/// What the writing thread is told.
enum Item {
    Whole(String, Vec<u8>),
    Begin(String, u64),
    Bytes(Bytes),
}

/// The file in the making, written by a thread of its own.
struct Paper {
    items: Option<mpsc::Sender<Item>>,
    thread: JoinHandle<std::io::Result<()>>,
}

impl Paper {
    fn begin(path: &Path, made_at: DateTime<Utc>) -> Result<Self, Failure> {
        // It holds everything that the company keeps: nobody else reads it.
        let file = File::options()
            .write(true)
            .create(true)
            .truncate(true)
            .mode(0o600)
            .open(path)?;
        let (items, receiver) = mpsc::channel(4);
        let time = u64::try_from(made_at.timestamp()).unwrap_or_default();
        let thread = tokio::task::spawn_blocking(move || write_all(file, receiver, time));
        Ok(Self {
            items: Some(items),
            thread,
        })
    }

    async fn put(&self, item: Item) -> Result<(), Failure> {
        match &self.items {
            Some(items) if items.send(item).await.is_ok() => Ok(()),
            _ => Err(Failure::Broken(Box::new(WriterGone))),
        }
    }

    async fn whole(&self, name: &str, bytes: Vec<u8>) -> Result<(), Failure> {
        self.put(Item::Whole(name.to_owned(), bytes)).await
    }

    async fn table(
        &self,
        moment: &DatabaseTransaction,
        table: &Table,
        named: &mut HashSet<[u8; 32]>,
    ) -> Result<Content, Failure> {
        let names_files = (table.name == "file")
            .then(|| table.columns.iter().position(|one| one.name == "sha256"))
            .flatten();
        let mut rows = std::pin::pin!(table.rows(moment).await?);
        let (mut hash, mut count, mut part) = (Sha256::new(), 0, 0_u32);
        let mut lines = Vec::new();
        while let Some(row) = rows.try_next().await? {
            if let Some(place) = names_files {
                let name: String = row.try_get_by_index(place)?;
                named.extend(
                    hex::decode(name)
                        .ok()
                        .and_then(|bytes| <[u8; 32]>::try_from(bytes).ok()),
                );
            }
            lines.extend_from_slice(table.line(&row)?.as_bytes());
            count += 1;
            if lines.len() >= PORTION {
                part += 1;
                hash.update(&lines);
                self.whole(&part_name(table, part), std::mem::take(&mut lines))
                    .await?;
            }
        }
        if !lines.is_empty() {
            hash.update(&lines);
            self.whole(&part_name(table, part + 1), lines).await?;
        }
        Ok(Content {
            rows: count,
            sha256: hex::encode(hash.finalize()),
        })
    }

    async fn files(
        &self,
        files: &FileStore,
        named: &mut HashSet<[u8; 32]>,
        summary: &mut Summary,
    ) -> Result<(), Failure> {
        let mut listed = std::pin::pin!(files.list());
        while let Some((name, size)) = listed.try_next().await? {
            // One that nothing names may be swept in between.
            let Ok(mut bytes) = files.read_stream(&name).await else {
                continue;
            };
            self.put(Item::Begin(format!("files/{name}"), size)).await?;
            let mut hash = Sha256::new();
            while let Some(part) = bytes.next().await {
                let part = part.map_err(|error| Failure::Broken(Box::new(error)))?;
                hash.update(&part);
                self.put(Item::Bytes(part)).await?;
            }
            summary.files.count += 1;
            summary.files.bytes += size;
            let sum: [u8; 32] = hash.finalize().into();
            match hex::encode(sum) == name {
                true => drop(named.remove(&sum)),
                false => summary.damaged.push(name),
            }
        }
        summary.damaged.sort();
        Ok(())
    }

    /// The first `length` bytes of the copy, as long as it was before the moment. Answers its lines.
    async fn seals(&self, path: &Path, length: u64) -> Result<u64, Failure> {
        if length == 0 {
            return Ok(0);
        }
        self.put(Item::Begin("seals.log".into(), length)).await?;
        let mut copy = tokio::fs::File::open(path).await?.take(length);
        let mut lines = 0;
        loop {
            let mut part = Vec::with_capacity(PORTION / 4);
            if copy.read_buf(&mut part).await? == 0 {
                return Ok(lines);
            }
            lines += part.iter().filter(|byte| **byte == b'\n').count() as u64;
            self.put(Item::Bytes(part.into())).await?;
        }
    }

    async fn end(mut self) -> Result<(), Failure> {
        self.items = None;
        match self.thread.await {
            Ok(written) => Ok(written?),
            Err(error) => Err(Failure::Broken(Box::new(error))),
        }
    }
}

fn part_name(table: &Table, part: u32) -> String {
    format!("tables/{}/{part:06}.jsonl", table.name)
}

fn write_all(file: File, mut items: mpsc::Receiver<Item>, time: u64) -> std::io::Result<()> {
    let encoder = flate2::write::GzEncoder::new(BufWriter::new(file), flate2::Compression::new(4));
    let mut tar = tar::Builder::new(encoder);
    while let Some(item) = items.blocking_recv() {
        match item {
            Item::Whole(name, bytes) => {
                tar.append_data(&mut header(bytes.len() as u64, time), name, bytes.as_slice())?;
            }
            Item::Begin(name, size) => {
                let body = Body {
                    items: &mut items,
                    rest: Bytes::new(),
                    left: size,
                };
                tar.append_data(&mut header(size, time), name, body)?;
            }
            Item::Bytes(_) => return Err(std::io::Error::other("a file is longer than it was")),
        }
    }
    let mut buffer = tar.into_inner()?.finish()?;
    buffer.flush()?;
    buffer.get_ref().sync_all()
}

fn header(size: u64, time: u64) -> tar::Header {
    let mut header = tar::Header::new_gnu();
    header.set_size(size);
    header.set_mode(0o600);
    header.set_mtime(time);
    header
}

/// The bytes of one file as they come in; exactly as many as were announced.
struct Body<'a> {
    items: &'a mut mpsc::Receiver<Item>,
    rest: Bytes,
    left: u64,
}

impl Read for Body<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.left == 0 {
            return Ok(0);
        }
        while self.rest.is_empty() {
            match self.items.blocking_recv() {
                Some(Item::Bytes(bytes)) => self.rest = bytes,
                _ => return Err(std::io::Error::other("a file is shorter than it was")),
            }
        }
        let most = usize::try_from(self.left).unwrap_or(usize::MAX);
        let length = buffer.len().min(self.rest.len()).min(most);
        buffer[..length].copy_from_slice(&self.rest.split_to(length));
        self.left -= length as u64;
        if self.left == 0 && !self.rest.is_empty() {
            return Err(std::io::Error::other("a file is longer than it was"));
        }
        Ok(length)
    }
}
