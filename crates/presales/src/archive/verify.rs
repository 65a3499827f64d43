//! Whether a closed archive is still what it was: the manifest against its hash, every document against the manifest, byte by byte.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use xianji_platform::ledger::{canonical, hash};
use xianji_platform::{App, Conn, Failure};

use super::model::{ArchiveError, ArchiveItem, Manifest, ManifestItem};
use super::queries;
use crate::id::ProjectId;

/// What is wrong with a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct ArchiveTrouble {
    /// The document; nothing where the manifest itself is wrong.
    pub item: Option<Uuid>,
    /// What it is called.
    pub title: String,
    /// `manifest-changed`, `item-missing`, `item-added`, `item-changed`, `bytes-changed` or `bytes-missing`.
    pub what: &'static str,
}

/// What a look at a closed archive found.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ArchiveReport {
    /// SHA-256 of the manifest.
    pub hash: String,
    /// Documents looked at.
    pub checked: usize,
    /// Nothing is wrong.
    pub sound: bool,
    /// Everything that is wrong.
    pub troubles: Vec<ArchiveTrouble>,
}

/// Looks at every document of a closed archive.
pub async fn verify(app: &App, db: &Conn<'_>, project: ProjectId) -> Result<ArchiveReport, Failure> {
    let seal = queries::seal(db, project).await?.ok_or(ArchiveError::NotSealed)?;
    let mut troubles = Vec::new();
    if hash(seal.manifest.as_bytes()) != seal.hash {
        troubles.push(ArchiveTrouble {
            item: None,
            title: "manifest".into(),
            what: "manifest-changed",
        });
    }
    let manifest: Manifest = serde_json::from_str(&seal.manifest)?;
    let items = queries::items(db, project).await?;
    let mut there: BTreeMap<Uuid, &ArchiveItem> = items.iter().map(|item| (item.id.into(), item)).collect();
    for promised in &manifest.items {
        let what = match there.remove(&promised.id) {
            None => Some("item-missing"),
            Some(item) if ManifestItem::of(item) != *promised => Some("item-changed"),
            Some(item) => bytes(app, db, item).await?,
        };
        let trouble = |what| ArchiveTrouble {
            item: Some(promised.id),
            title: promised.title.clone(),
            what,
        };
        troubles.extend(what.map(trouble));
    }
    let added = |item: &ArchiveItem| ArchiveTrouble {
        item: Some(item.id.into()),
        title: item.title.clone(),
        what: "item-added",
    };
    troubles.extend(there.values().map(|item| added(item)));
    Ok(ArchiveReport {
        hash: seal.hash,
        checked: manifest.items.len(),
        sound: troubles.is_empty(),
        troubles,
    })
}

/// Whether the bytes behind a document are those that were filed.
async fn bytes(app: &App, db: &Conn<'_>, item: &ArchiveItem) -> Result<Option<&'static str>, Failure> {
    let Some(promised) = &item.sha256 else {
        return Ok(None);
    };
    let found = match item.record_id {
        Some(filing) => match xianji_governance::form::queries::find(db, filing.into()).await {
            Ok(filing) => hash(canonical(&filing.fields)?.as_bytes()),
            Err(failure) if failure.code().is_some() => return Ok(Some("bytes-missing")),
            Err(failure) => return Err(failure),
        },
        None => match app.files().read(promised).await {
            Ok(bytes) => hash(&bytes),
            Err(_) => return Ok(Some("bytes-missing")),
        },
    };
    Ok((found != *promised).then_some("bytes-changed"))
}
