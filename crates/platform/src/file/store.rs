//! Where bytes lie.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use bytes::Bytes;
use futures_util::{Stream, StreamExt};
use object_store::local::LocalFileSystem;
use object_store::{ObjectStore, ObjectStoreExt, PutPayload, path::Path as Key};
use sha2::{Digest, Sha256};
use tokio::io::AsyncWriteExt;

use crate::failure::{Failure, TooLarge};

/// Bytes that were kept.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Their SHA-256.
    pub sha256: String,
    /// How many.
    pub size: u64,
    /// The first few, for telling what they are.
    pub head: Bytes,
}

/// Where bytes lie.
#[derive(Clone)]
pub struct FileStore {
    store: Arc<dyn ObjectStore>,
    folder: PathBuf,
    last_seal: Arc<AtomicI64>,
}

fn broken(error: object_store::Error) -> Failure {
    Failure::Broken(Box::new(error))
}

impl FileStore {
    /// Opens (and makes) a folder.
    pub fn open(folder: &Path) -> Result<Self, Failure> {
        std::fs::create_dir_all(folder)?;
        let store = LocalFileSystem::new_with_prefix(folder).map_err(broken)?;
        Ok(Self {
            store: Arc::new(store),
            folder: folder.to_owned(),
            last_seal: Arc::new(AtomicI64::new(0)),
        })
    }

    /// Keeps bytes; answers their SHA-256. Keeping the same bytes twice is the same as once.
    pub async fn keep(&self, bytes: Bytes) -> Result<String, Failure> {
        let hash = crate::ledger::hash(&bytes);
        self.store
            .put(&key(&hash), PutPayload::from_bytes(bytes))
            .await
            .map_err(broken)?;
        Ok(hash)
    }

    /// The same, with what a stream would tell of itself.
    pub async fn keep_bytes(&self, bytes: Bytes) -> Result<Kept, Failure> {
        let (size, head) = (bytes.len() as u64, bytes.slice(..bytes.len().min(512)));
        let sha256 = self.keep(bytes).await?;
        Ok(Kept { sha256, size, head })
    }

    /// Keeps a stream without holding it in memory; refuses one longer than `most`.
    pub async fn keep_stream<S, E>(&self, mut stream: S, most: u64) -> Result<Kept, Failure>
    where
        S: Stream<Item = Result<Bytes, E>> + Unpin,
        E: std::error::Error + Send + Sync + 'static,
    {
        let passing = Key::from(format!("incoming/{}", uuid::Uuid::new_v4()));
        let mut upload = self.store.put_multipart(&passing).await.map_err(broken)?;
        let mut hash = Sha256::new();
        let (mut size, mut head) = (0_u64, Vec::new());
        while let Some(part) = stream.next().await {
            let part = match part {
                Ok(part) => part,
                Err(error) => {
                    upload.abort().await.map_err(broken)?;
                    return Err(crate::failure::Invalid(vec![
                        crate::failure::FieldFault::at("/file", "unreadable").with("words", error),
                    ])
                    .into());
                }
            };
            size += part.len() as u64;
            if size > most {
                upload.abort().await.map_err(broken)?;
                return Err(TooLarge.into());
            }
            hash.update(&part);
            if head.len() < 512 {
                head.extend_from_slice(&part[..part.len().min(512 - head.len())]);
            }
            upload
                .put_part(PutPayload::from_bytes(part))
                .await
                .map_err(broken)?;
        }
        upload.complete().await.map_err(broken)?;
        let sha256 = hex::encode(hash.finalize());
        self.store.rename(&passing, &key(&sha256)).await.map_err(broken)?;
        Ok(Kept {
            sha256,
            size,
            head: head.into(),
        })
    }

    /// Reads bytes by their SHA-256.
    pub async fn read(&self, hash: &str) -> Result<Bytes, Failure> {
        let found = self.store.get(&key(hash)).await.map_err(broken)?;
        found.bytes().await.map_err(broken)
    }

    /// The same as a stream.
    pub async fn read_stream(
        &self,
        hash: &str,
    ) -> Result<impl Stream<Item = Result<Bytes, object_store::Error>> + Send + 'static, Failure> {
        Ok(self.store.get(&key(hash)).await.map_err(broken)?.into_stream())
    }

    /// All that is kept: SHA-256 and bytes.
    pub fn list(&self) -> impl Stream<Item = Result<(String, u64), Failure>> + Send + 'static {
        self.store.list(Some(&Key::from("files"))).map(|found| {
            let found = found.map_err(broken)?;
            let hash = found
                .location
                .parts()
                .skip(1)
                .fold(String::new(), |hash, part| hash + part.as_ref());
            Ok((hash, found.size))
        })
    }

    /// Whether nothing is kept here, and no seals.
    pub async fn is_empty(&self) -> Result<bool, Failure> {
        let seals = tokio::fs::try_exists(self.seals()).await?;
        let first = std::pin::pin!(self.list()).next().await.transpose()?;
        Ok(!seals && first.is_none())
    }

    /// Takes everything away again, for whoever filled an empty store in vain.
    pub(crate) async fn clear(&self) -> Result<(), Failure> {
        for folder in ["files", "incoming"] {
            match tokio::fs::remove_dir_all(self.folder.join(folder)).await {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
                _ => {}
            }
        }
        Ok(())
    }

    /// Where the copy of the seals lies.
    pub(crate) fn seals(&self) -> PathBuf {
        self.folder.join("seals.log")
    }

    /// Where bytes lie on this machine's disk, for readers that jump about in them.
    pub fn path(&self, hash: &str) -> PathBuf {
        self.folder.join(key(hash).as_ref())
    }

    /// The last seal that this process has copied.
    pub fn last_seal(&self) -> i64 {
        self.last_seal.load(Ordering::Relaxed)
    }

    /// Adds a seal to the copy outside the database.
    pub async fn append_seal(&self, number: i64, count: i32, hash: &str) -> Result<(), Failure> {
        let path = self.seals();
        let mut file = tokio::fs::OpenOptions::new()
            .create(true)
            .append(true)
            .open(path)
            .await?;
        file.write_all(format!("{number} {count} {hash}\n").as_bytes())
            .await?;
        file.sync_data().await?;
        self.last_seal.store(number, Ordering::Relaxed);
        Ok(())
    }

    /// Reads the copy: number and hash. A half-written last line is left out.
    pub async fn read_seals(&self) -> Result<BTreeMap<i64, String>, Failure> {
        let text = match tokio::fs::read_to_string(self.seals()).await {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(error.into()),
        };
        let mut seals = BTreeMap::new();
        for line in text.lines() {
            let mut words = line.split(' ');
            if let (Some(number), Some(_), Some(hash)) = (
                words.next().and_then(|n| n.parse().ok()),
                words.next(),
                words.next(),
            ) && hash.len() == 64
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
