//! Mail from files: `.eml` files, folders of them, maildirs. The oldest first, so that an answer finds what it answers; each in a unit of
//! work of its own, so that an import that is stopped is simply started again.

use std::path::{Path, PathBuf};

use serde::Serialize;
use utoipa::ToSchema;
use xianji_platform::ledger;
use xianji_platform::{Actor, App, Failure};

use super::parse::{LARGEST, Mail, parse};
use super::place::{Taken, keep, take_in};

/// What a run did: `new`, `threaded`, `repeated` and `broken` add up to `seen`, and `seen` to `files`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct Counts {
    pub files: u64,
    pub seen: u64,
    pub new: u64,
    pub threaded: u64,
    pub repeated: u64,
    pub broken: u64,
}

impl Counts {
    fn note(&mut self, taken: Taken) {
        self.seen += 1;
        match taken {
            Taken::New => self.new += 1,
            Taken::Threaded => self.threaded += 1,
            Taken::Repeated => self.repeated += 1,
            Taken::Broken => self.broken += 1,
        }
    }
}

/// Takes in all mails under these files and folders. A second run adds nothing.
pub async fn import(app: &App, paths: &[PathBuf]) -> Result<Counts, Failure> {
    let mut files = Vec::new();
    for path in paths {
        gather(path, 0, true, &mut files)?;
    }
    files.sort();
    files.dedup();
    let mut dated: Vec<(i64, PathBuf)> = Vec::with_capacity(files.len());
    for path in files {
        dated.push((date_of(&path).await, path));
    }
    dated.sort();
    let mut counts = Counts {
        files: dated.len() as u64,
        ..Counts::default()
    };
    for (_, path) in dated {
        counts.note(one(app, &path).await?);
    }
    Ok(counts)
}

/// Folders within folders at most.
const DEEPEST: usize = 16;

/// A file named by itself is a mail whatever its ending; in folders `.eml` files and what lies in a maildir's `cur` and `new` are.
fn gather(path: &Path, depth: usize, named: bool, found: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let kind = if named {
        std::fs::metadata(path)?
    } else {
        std::fs::symlink_metadata(path)?
    };
    if kind.is_file() {
        if named || is_eml(path) || is_in_maildir(path) {
            found.push(path.to_owned());
        }
        return Ok(());
    }
    if !kind.is_dir() || depth > DEEPEST {
        return Ok(());
    }
    for entry in std::fs::read_dir(path)? {
        gather(&entry?.path(), depth + 1, false, found)?;
    }
    Ok(())
}

fn is_eml(path: &Path) -> bool {
    path.extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("eml"))
}

/// `cur` and `new` beside a `tmp` are a maildir's.
fn is_in_maildir(path: &Path) -> bool {
    let Some(folder) = path.parent() else { return false };
    let name = folder.file_name().and_then(|name| name.to_str());
    let hidden = path
        .file_name()
        .and_then(|name| name.to_str())
        .is_none_or(|name| name.starts_with('.'));
    let beside = |other: &str| {
        folder
            .parent()
            .is_some_and(|maildir| maildir.join(other).is_dir())
    };
    !hidden && matches!(name, Some("cur" | "new")) && beside("tmp")
}

/// The date in a mail's headers, to sort by; a mail without one comes first.
async fn date_of(path: &Path) -> i64 {
    match read(path, 64 * 1024).await {
        Ok((head, _)) => parse(&head).sent_at.map_or(i64::MIN, |at| at.timestamp()),
        Err(_) => i64::MIN,
    }
}

/// The beginning of a file, and its whole length.
async fn read(path: &Path, most: u64) -> std::io::Result<(Vec<u8>, u64)> {
    use tokio::io::AsyncReadExt;
    let file = tokio::fs::File::open(path).await?;
    let length = file.metadata().await?.len();
    let mut bytes = Vec::with_capacity(usize::try_from(length.min(most)).unwrap_or(0));
    file.take(most).read_to_end(&mut bytes).await?;
    Ok((bytes, length))
}

async fn one(app: &App, path: &Path) -> Result<Taken, Failure> {
    let (raw, length) = read(path, LARGEST as u64 + 1).await?;
    let mut mail = parse(&raw);
    let sha256 = ledger::hash(&if raw.len() as u64 == length {
        raw.clone()
    } else {
        [raw.as_slice(), &length.to_le_bytes()].concat()
    });
    if mail.subject.is_none() && mail.body.trim().is_empty() {
        mail.subject = path.file_name().and_then(|name| name.to_str()).map(str::to_owned);
    }
    let mut files = Vec::new();
    for attachment in std::mem::take(&mut mail.attachments) {
        files.push(keep(app, &attachment.name, attachment.bytes).await?);
    }
    if !mail.broken.is_empty() && raw.len() as u64 == length {
        files.push(keep(app, "mail.eml", raw).await?);
    }
    store(app, &mail, &sha256, files).await
}

async fn store(
    app: &App,
    mail: &Mail,
    sha256: &str,
    files: Vec<(String, xianji_platform::file::Kept)>,
) -> Result<Taken, Failure> {
    let mut work = app.begin(Actor::system()).await?;
    let taken = take_in(&mut work, mail, sha256, files).await?;
    work.commit().await?;
    Ok(taken)
}
