//! The file store: bytes on disk (or S3 later) addressed by their SHA-256; name, rights and class belong to the file row.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use object_store::local::LocalFileSystem;
use object_store::{ObjectStore, ObjectStoreExt, PutPayload, path::Path as Key};
use tokio::io::AsyncWriteExt;

use crate::failure::Failure;

/// Where bytes lie.
#[derive(Clone)]
pub struct FileStore {
    store: Arc<dyn ObjectStore>,
    folder: PathBuf,
    last_seal: Arc<AtomicI64>,
}

impl FileStore {
    /// Opens (and makes) a folder.
    pub fn open(folder: &Path) -> Result<Self, Failure> {
        std::fs::create_dir_all(folder)?;
        let store = LocalFileSystem::new_with_prefix(folder).map_err(|error| Failure::Broken(Box::new(error)))?;
        Ok(Self { store: Arc::new(store), folder: folder.to_owned(), last_seal: Arc::new(AtomicI64::new(0)) })
    }

    /// Keeps bytes; answers their SHA-256. Keeping the same bytes twice is the same as once.
    pub async fn keep(&self, bytes: bytes::Bytes) -> Result<String, Failure> {
        let hash = crate::ledger::hash(&bytes);
        self.store.put(&key(&hash), PutPayload::from_bytes(bytes)).await.map_err(|error| Failure::Broken(Box::new(error)))?;
        Ok(hash)
    }

    /// Reads bytes by their SHA-256.
    pub async fn read(&self, hash: &str) -> Result<bytes::Bytes, Failure> {
        let found = self.store.get(&key(hash)).await.map_err(|error| Failure::Broken(Box::new(error)))?;
        found.bytes().await.map_err(|error| Failure::Broken(Box::new(error)))
    }

    /// The last seal that this process has copied.
    pub fn last_seal(&self) -> i64 {
        self.last_seal.load(Ordering::Relaxed)
    }

    /// Adds a seal to the copy outside the database.
    pub async fn append_seal(&self, number: i64, count: i32, hash: &str) -> Result<(), Failure> {
        let path = self.folder.join("seals.log");
        let mut file = tokio::fs::OpenOptions::new().create(true).append(true).open(path).await?;
        file.write_all(format!("{number} {count} {hash}\n").as_bytes()).await?;
        file.sync_data().await?;
        self.last_seal.store(number, Ordering::Relaxed);
        Ok(())
    }

    /// Reads the copy: number and hash. A half-written last line is left out.
    pub async fn read_seals(&self) -> Result<BTreeMap<i64, String>, Failure> {
        let text = match tokio::fs::read_to_string(self.folder.join("seals.log")).await {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(error.into()),
        };
        let mut seals = BTreeMap::new();
        for line in text.lines() {
            let mut words = line.split(' ');
            if let (Some(number), Some(_), Some(hash)) = (words.next().and_then(|n| n.parse().ok()), words.next(), words.next())
                && hash.len() == 64
            {
                seals.insert(number, hash.to_owned());
            }
        }
        Ok(seals)
    }
}

fn key(hash: &str) -> Key {
    let (first, rest) = hash.split_at(hash.len().min(2));
    Key::from(format!("files/{first}/{rest}"))
}
