//! Reading a backup, from its first byte to its last, on a thread of its own. Nothing in the file is trusted: what stands where, how long
//! it is, and that all of it is there and unchanged is looked at before [`Piece::Summary`] is handed out.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

use bytes::Bytes;
use sha2::{Digest, Sha256};
use tar::{Entry, EntryType};
use thiserror::Error;
use tokio::sync::mpsc;

use super::paper::{FORMAT, Manifest, Summary};

/// Bytes of a paper or of a portion of rows at most.
const PAPER: u64 = 64 << 20;

/// Bytes that are handed on at once.
const PORTION: usize = 256 << 10;

/// What is wrong with a file that should be a backup.
#[derive(Clone, Debug, Error)]
pub enum WrongArchive {
    /// It is something else.
    #[error("this is no backup of Xianji: {0}")]
    NoBackup(String),
    /// A later program made it.
    #[error(
        "this backup was made by Xianji {version}, in a form that this program does not know; use that version or a later one"
    )]
    Newer {
        /// Which.
        version: String,
    },
    /// Bytes are missing or changed.
    #[error("this backup is damaged or cut off: {0}")]
    Damaged(String),
    /// A line cannot be understood.
    #[error("this backup is damaged, or somebody changed it: {0}")]
    Unreadable(String),
    /// It unpacks to far more than its size lets expect.
    #[error(
        "this backup unpacks to more than {0} bytes, far more than its size lets expect; if it is your own, say so (--trust-size)"
    )]
    Bomb(u64),
}

impl From<WrongArchive> for crate::failure::Failure {
    fn from(wrong: WrongArchive) -> Self {
        Self::Broken(Box::new(wrong))
    }
}

/// What comes out of a backup after its manifest.
#[derive(Debug)]
pub enum Piece {
    /// Lines of a table, a portion.
    Rows(String, Vec<u8>),
    /// A file of the store begins, under its SHA-256.
    File(String),
    /// The copy of the seals begins.
    Seals,
    /// Bytes of what began.
    Bytes(Bytes),
    /// All of it.
    End,
    /// Everything was there.
    Summary(Summary),
}

/// A backup that is being read.
pub struct Archive {
    pieces: mpsc::Receiver<Result<Piece, WrongArchive>>,
    manifest: Manifest,
    trouble: Option<WrongArchive>,
}

impl Archive {
    /// Opens it and reads its manifest. Whoever trusts its size lets it unpack to anything.
    pub async fn open(path: &Path, trust_size: bool) -> Result<Self, WrongArchive> {
        let (sender, pieces) = mpsc::channel(4);
        let (first, manifest) = tokio::sync::oneshot::channel();
        let path = path.to_owned();
        tokio::task::spawn_blocking(move || {
            let mut reader = Reader {
                out: sender.clone(),
                first: Some(first),
                state: State::default(),
            };
            if let Err(wrong) = reader.run(&path, trust_size)
                && let Err(wrong) = reader.tell_first(Err(wrong))
            {
                let _ = sender.blocking_send(Err(wrong));
            }
        });
        let manifest = manifest
            .await
            .unwrap_or_else(|_| Err(WrongArchive::Damaged("it has no manifest".into())))?;
        Ok(Self {
            pieces,
            manifest,
            trouble: None,
        })
    }

    /// What it promises.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The next piece; nothing after the summary.
    pub async fn next(&mut self) -> Result<Option<Piece>, WrongArchive> {
        match self.pieces.recv().await {
            Some(Ok(piece)) => Ok(Some(piece)),
            Some(Err(wrong)) => {
                self.trouble = Some(wrong.clone());
                Err(wrong)
            }
            None => Ok(None),
        }
    }

    /// What went wrong, where somebody between could not say it.
    pub(super) fn trouble(&mut self) -> Option<WrongArchive> {
        self.trouble.take()
    }
}

/// What was seen so far.
#[derive(Default)]
struct State {
    manifest: Option<Manifest>,
    seen: Summary,
    /// The table that is being read: its place in the manifest, its last portion, the hash of its lines.
    table: Option<(usize, u32, Sha256)>,
    damaged: BTreeSet<String>,
    summary: Option<Summary>,
    has_seals: bool,
}

struct Reader {
    out: mpsc::Sender<Result<Piece, WrongArchive>>,
    first: Option<tokio::sync::oneshot::Sender<Result<Manifest, WrongArchive>>>,
    state: State,
}

/// Counts what comes out of the compression, up to a limit.
struct Counted<R> {
    inner: R,
    left: u64,
    burst: bool,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(buffer)?;
        match self.left.checked_sub(read as u64) {
            Some(left) => self.left = left,
            None => {
                self.burst = true;
                return Err(std::io::Error::other("too much"));
            }
        }
        Ok(read)
    }
}

fn damaged(error: impl std::fmt::Display) -> WrongArchive {
    WrongArchive::Damaged(error.to_string())
}

fn strange(name: &str) -> WrongArchive {
    WrongArchive::Damaged(format!("{name} does not belong where it stands"))
}

impl Reader {
    fn run(&mut self, path: &PathBuf, trust_size: bool) -> Result<(), WrongArchive> {
        let no_backup = |error: std::io::Error| WrongArchive::NoBackup(error.to_string());
        let file = File::open(path).map_err(no_backup)?;
        let size = file.metadata().map_err(no_backup)?.len();
        let most = match trust_size {
            true => u64::MAX,
            false => size.saturating_mul(200).saturating_add(10 << 30),
        };
        let decoder = flate2::read::GzDecoder::new(BufReader::new(file));
        let mut archive = tar::Archive::new(Counted {
            inner: decoder,
            left: most,
            burst: false,
        });
        let outcome = self.entries(&mut archive);
        let mut rest = archive.into_inner();
        if rest.burst {
            return Err(WrongArchive::Bomb(most));
        }
        outcome?;
        // To the last byte, because the compression's own sum stands there.
        std::io::copy(&mut rest, &mut std::io::sink()).map_err(damaged)?;
        let Some(summary) = self.state.summary.take() else {
            return Err(WrongArchive::Damaged("its end is missing".into()));
        };
        self.send(Piece::Summary(summary))
    }

    fn entries<R: Read>(&mut self, archive: &mut tar::Archive<R>) -> Result<(), WrongArchive> {
        for entry in archive.entries().map_err(damaged)?.raw(true) {
            let mut entry = match entry {
                Ok(entry) => entry,
                Err(error) if self.state.manifest.is_none() => {
                    return Err(WrongArchive::NoBackup(error.to_string()));
                }
                Err(error) => return Err(damaged(error)),
            };
            let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
            if entry.header().entry_type() != EntryType::Regular || self.state.summary.is_some() {
                return Err(strange(&name));
            }
            match (
                self.state.manifest.is_some(),
                name.split('/').collect::<Vec<_>>().as_slice(),
            ) {
                (false, ["manifest.json"]) => self.manifest(&mut entry)?,
                (false, _) => return Err(WrongArchive::NoBackup(format!("{name} stands first in it"))),
                (true, ["tables", table, part]) => self.rows(&mut entry, table, part)?,
                (true, ["files", hash]) => self.file(&mut entry, hash)?,
                (true, ["seals.log"]) => self.seals(&mut entry)?,
                (true, ["summary.json"]) => self.summary(&mut entry)?,
                (true, _) => return Err(strange(&name)),
            }
        }
        Ok(())
    }

    fn manifest<R: Read>(&mut self, entry: &mut Entry<'_, R>) -> Result<(), WrongArchive> {
        let text = paper(entry)?;
        let loose: serde_json::Value =
            serde_json::from_slice(&text).map_err(|error| WrongArchive::NoBackup(error.to_string()))?;
        if loose["product"] != "xianji" {
            return Err(WrongArchive::NoBackup(
                "its manifest names another product".into(),
            ));
        }
        if loose["format"]
            .as_u64()
            .is_none_or(|format| format > u64::from(FORMAT))
        {
            let version = loose["version"].as_str().unwrap_or("?").to_owned();
            return Err(WrongArchive::Newer { version });
        }
        let manifest: Manifest =
            serde_json::from_value(loose).map_err(|error| WrongArchive::NoBackup(error.to_string()))?;
        self.state.manifest = Some(manifest.clone());
        self.tell_first(Ok(manifest))
    }

    /// Answers whoever opens the file; gives the word back where that was done before.
    fn tell_first(&mut self, word: Result<Manifest, WrongArchive>) -> Result<(), WrongArchive> {
        match self.first.take() {
            Some(first) => {
                let _ = first.send(word);
                Ok(())
            }
            None => word.map(drop),
        }
    }

    fn rows<R: Read>(
        &mut self,
        entry: &mut Entry<'_, R>,
        table: &str,
        part: &str,
    ) -> Result<(), WrongArchive> {
        let here = || format!("tables/{table}/{part}");
        let place = self
            .state
            .manifest
            .as_ref()
            .and_then(|manifest| manifest.tables.iter().position(|one| one.name == table))
            .ok_or_else(|| strange(&here()))?;
        let last = match &self.state.table {
            Some((before, _, _)) if *before > place => return Err(strange(&here())),
            Some((before, last, _)) if *before == place => *last,
            _ => {
                self.end_table();
                self.state.table = Some((place, 0, Sha256::new()));
                0
            }
        };
        if part != format!("{:06}.jsonl", last + 1) {
            return Err(strange(&here()));
        }
        let lines = paper(entry)?;
        let count = lines.iter().filter(|byte| **byte == b'\n').count() as u64;
        if let Some((_, last, hash)) = &mut self.state.table {
            *last += 1;
            hash.update(&lines);
        }
        self.state.seen.tables.entry(table.to_owned()).or_default().rows += count;
        self.send(Piece::Rows(table.to_owned(), lines))
    }

    fn end_table(&mut self) {
        let Some((place, _, hash)) = self.state.table.take() else {
            return;
        };
        let name = self
            .state
            .manifest
            .as_ref()
            .map(|manifest| &manifest.tables[place].name);
        if let Some(content) = name.and_then(|name| self.state.seen.tables.get_mut(name)) {
            content.sha256 = hex::encode(hash.finalize());
        }
    }

    fn file<R: Read>(&mut self, entry: &mut Entry<'_, R>, hash: &str) -> Result<(), WrongArchive> {
        if hash.len() != 64 || !hash.bytes().all(|byte| byte.is_ascii_hexdigit()) || self.state.has_seals {
            return Err(strange(&format!("files/{hash}")));
        }
        self.send(Piece::File(hash.to_owned()))?;
        let mut sum = Sha256::new();
        let bytes = self.pass(entry, |part| sum.update(part))?;
        self.state.seen.files.count += 1;
        self.state.seen.files.bytes += bytes;
        if hex::encode(sum.finalize()) != hash {
            self.state.damaged.insert(hash.to_owned());
        }
        self.send(Piece::End)
    }

    fn seals<R: Read>(&mut self, entry: &mut Entry<'_, R>) -> Result<(), WrongArchive> {
        if std::mem::replace(&mut self.state.has_seals, true) {
            return Err(strange("seals.log"));
        }
        self.send(Piece::Seals)?;
        let mut lines = 0;
        self.pass(entry, |part| {
            lines += part.iter().filter(|byte| **byte == b'\n').count() as u64
        })?;
        self.state.seen.seals = lines;
        self.send(Piece::End)
    }

    fn pass<R: Read>(
        &mut self,
        entry: &mut Entry<'_, R>,
        mut see: impl FnMut(&[u8]),
    ) -> Result<u64, WrongArchive> {
        let (size, mut total) = (entry.size(), 0);
        while total < size {
            let mut part = vec![0; PORTION];
            let read = entry.read(&mut part).map_err(damaged)?;
            if read == 0 {
                return Err(damaged("a file ends too early"));
            }
            part.truncate(read);
            total += read as u64;
            see(&part);
            self.send(Piece::Bytes(part.into()))?;
        }
        Ok(total)
    }

    /// Compares what the file says of itself with what was seen.
    fn summary<R: Read>(&mut self, entry: &mut Entry<'_, R>) -> Result<(), WrongArchive> {
        let said: Summary = serde_json::from_slice(&paper(entry)?).map_err(damaged)?;
        self.end_table();
        let seen = &self.state.seen;
        for (table, content) in &said.tables {
            let found = seen.tables.get(table).cloned().unwrap_or_default();
            if content.rows != found.rows || (content.rows > 0 && content.sha256 != found.sha256) {
                return Err(damaged(format!("table {table} is not as it was written")));
            }
        }
        if seen.tables.keys().any(|table| !said.tables.contains_key(table)) {
            return Err(damaged("it holds a table that it does not name"));
        }
        if (said.files, said.seals) != (seen.files, seen.seals) {
            return Err(damaged("its files are not those that were written"));
        }
        if !self
            .state
            .damaged
            .iter()
            .eq(said.damaged.iter().collect::<BTreeSet<_>>())
        {
            return Err(damaged("a file in it has changed"));
        }
        self.state.summary = Some(said);
        Ok(())
    }

    fn send(&self, piece: Piece) -> Result<(), WrongArchive> {
        self.out
            .blocking_send(Ok(piece))
            .map_err(|_| damaged("nobody reads on"))
    }
}

/// A small part of the file, whole.
fn paper<R: Read>(entry: &mut Entry<'_, R>) -> Result<Vec<u8>, WrongArchive> {
    if entry.size() > PAPER {
        return Err(damaged("a part of it is far too long"));
    }
    let mut text = Vec::new();
    entry.read_to_end(&mut text).map_err(damaged)?;
    match text.len() as u64 == entry.size() {
        true => Ok(text),
        false => Err(damaged("a part of it ends too early")),
    }
}
