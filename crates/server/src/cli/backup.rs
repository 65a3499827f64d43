//! `xianji backup` and `xianji restore`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use chrono::{DateTime, NaiveDateTime, Timelike, Utc};
use clap::Args;
use xianji_kernel::clock::{Clock, SystemClock};
use xianji_platform::backup::{self, Archive, Manifest, Progress};
use xianji_platform::file::FileStore;
use xianji_platform::{App, Database, Failure, Registry, ledger};

use super::Installation;
use crate::house::{migrate, migrate_to, modules, steps};

/// Write everything into one file.
#[derive(Debug, Args)]
pub struct Backup {
    #[command(flatten)]
    installation: Installation,
    /// The file to be made, or a folder in which it is named by the day and time.
    target: PathBuf,
    /// In a folder: keep only the newest so many of the files that were named by this command.
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..))]
    keep: Option<u16>,
}

/// Take a backup into an empty installation.
#[derive(Debug, Args)]
pub struct Restore {
    #[command(flatten)]
    installation: Installation,
    /// The backup.
    archive: PathBuf,
    /// The file is our own: let it unpack to far more than its size lets expect.
    #[arg(long)]
    trust_size: bool,
}

/// How files in a folder are called.
const NAME: (&str, &str) = ("xianji-", ".tar.gz");

/// How the time stands in their names, in UTC.
const TIME: &str = "%Y%m%d-%H%M%S";

impl Backup {
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        let place = self.installation.place();
        let database = place.open_as_it_is().await?;
        let files = FileStore::open(&place.data)?;
        let taken = backup::steps(&database.reader()).await?;
        if taken.is_empty() || !taken.iter().all(|step| steps().contains(step)) {
            return Err(Failure::broken(
                "the database does not have the schema of this program: use the program that serves it",
            ));
        }
        let now = SystemClock.now();
        let folder = self.target.is_dir().then(|| self.target.clone());
        let target = match &folder {
            Some(folder) => in_folder(folder, now),
            None => self.target,
        };
        let (registry, _) = Registry::of(modules())?;
        let made = backup::make(&database, &files, &registry.derived, now, &target, &mut tell).await?;
        let summary = &made.summary;
        println!(
            "{}: {} rows, {} events, {} files, {} MB; read again and whole.",
            target.display(),
            summary.rows(),
            summary.rows_of("event"),
            summary.files.count,
            megabytes(made.bytes)
        );
        if let (Some(folder), Some(keep)) = (&folder, self.keep) {
            sweep(folder, usize::from(keep))?;
        }
        let whole = print_ledger(&made.ledger);
        for name in &summary.damaged {
            println!("DAMAGED in the store: files/{name}");
        }
        for name in &summary.missing {
            println!("MISSING in the store: {name}");
        }
        let well = whole && summary.damaged.is_empty() && summary.missing.is_empty();
        Ok(if well {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        })
    }
}

impl Restore {
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        let archive = Archive::open(&self.archive, self.trust_size).await?;
        let manifest = archive.manifest().clone();
        expect_known(&manifest)?;
        let place = self.installation.place();
        std::fs::create_dir_all(&place.data)?;
        let files = FileStore::open(&place.data)?;
        let database = Database::open(&place.database_url()).await?;
        let taken = backup::steps(&database.reader()).await?;
        if taken.is_empty() {
            migrate_to(&database, manifest.schema.len()).await?;
        } else if taken != manifest.schema {
            return Err(Failure::broken(format!(
                "the database already has tables, of another version than the backup's ({}): take a database without any",
                manifest.version
            )));
        }
        let (registry, _) = Registry::of(modules())?;
        let filled = backup::fill(archive, &database, &files, &registry.derived, &mut tell).await?;
        migrate(&database).await?;
        let report = ledger::verify(&database, &files).await?;
        println!(
            "{} rows and {} files of {} are taken in, each table compared with the backup.",
            filled.summary.rows(),
            filled.summary.files.count,
            manifest.made_at.to_rfc3339()
        );
        let whole = print_ledger(&report);
        println!(
            "Log-ins were left behind: everybody logs in again. Links that customers hold and keys of requests go on."
        );
        database.close().await?;
        Ok(if whole {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        })
    }
}

/// Backups that the serving program makes by itself.
#[derive(Clone, Debug, Args)]
pub struct Nightly {
    /// Back up into this folder every night after two o'clock (in the company's zone). Of several programs on one database, tell one.
    #[arg(long, env = "XIANJI_BACKUP_DIR")]
    backup_dir: Option<PathBuf>,
    /// How many of them stay.
    #[arg(long, env = "XIANJI_BACKUP_KEEP", default_value_t = 14, value_parser = clap::value_parser!(u16).range(1..))]
    backup_keep: u16,
}

/// The hour from which on the night's backup is made.
const HOUR: u32 = 2;

/// How often it is looked whether the hour has come.
const LOOK: Duration = Duration::from_secs(60);

impl Nightly {
    /// Backs up night after night, as long as it is asked to.
    pub(super) async fn run(self, app: App) {
        let Some(folder) = self.backup_dir else { return };
        let mut timer = tokio::time::interval(LOOK);
        timer.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            timer.tick().await;
            match tonight(&app, &folder, usize::from(self.backup_keep)).await {
                Ok(None) => {}
                Ok(Some(made)) => tracing::info!(file = %made.display(), "backed up"),
                Err(failure) => tracing::error!(%failure, "there is no backup of this night yet"),
            }
        }
    }
}

/// Makes the night's backup if it is time and there is none of today.
async fn tonight(app: &App, folder: &Path, keep: usize) -> Result<Option<PathBuf>, Failure> {
    let now = app.now();
    let local = now.with_timezone(&app.policies().zone());
    let midnight = local.date_naive();
    let is_todays = |at: DateTime<Utc>| at.with_timezone(&local.timezone()).date_naive() == midnight;
    if local.hour() < HOUR
        || ours(folder)?
            .iter()
            .filter_map(|path| made_at(path))
            .any(is_todays)
    {
        return Ok(None);
    }
    let target = in_folder(folder, now);
    let derived = &app.registry().derived;
    let made = backup::make(app.database(), app.files(), derived, now, &target, &mut |_| {}).await?;
    if let Some(trouble) = &made.ledger.broken {
        tracing::error!(
            seal = trouble.seal,
            what = trouble.what,
            "the ledger in this backup is broken"
        );
    }
    for name in made.summary.damaged.iter().chain(&made.summary.missing) {
        tracing::error!(name, "a file is damaged or missing in the store");
    }
    sweep(folder, keep)?;
    Ok(Some(target))
}

fn in_folder(folder: &Path, now: DateTime<Utc>) -> PathBuf {
    folder.join(format!("{}{}{}", NAME.0, now.format(TIME), NAME.1))
}

/// When a file in the folder was made, by its name.
fn made_at(path: &Path) -> Option<DateTime<Utc>> {
    let name = path.file_name()?.to_str()?;
    let time = name.strip_prefix(NAME.0)?.strip_suffix(NAME.1)?;
    Some(NaiveDateTime::parse_from_str(time, TIME).ok()?.and_utc())
}

/// A backup of a later schema is refused before anything is touched.
fn expect_known(manifest: &Manifest) -> Result<(), Failure> {
    let known = steps();
    match manifest
        .schema
        .iter()
        .zip(known.iter().map(Some).chain(std::iter::repeat(None)))
        .find(|(said, known)| Some(*said) != *known)
    {
        None => Ok(()),
        Some((step, _)) => Err(Failure::broken(format!(
            "this backup was made by Xianji {}, whose database is newer than this program ({step}); use that version or a later one",
            manifest.version
        ))),
    }
}

fn print_ledger(report: &ledger::Report) -> bool {
    match &report.broken {
        None => {
            println!(
                "The ledger is whole: {} seals over {} events; {} events not sealed yet.",
                report.seals, report.events, report.unsealed
            );
            true
        }
        Some(trouble) => {
            println!("The ledger is BROKEN at seal {}: {}", trouble.seal, trouble.what);
            false
        }
    }
}

fn tell(progress: Progress) {
    match progress {
        Progress::Table(_, 0) => {}
        Progress::Table(name, rows) => eprintln!("  {name}: {rows} rows"),
        Progress::Files(count, bytes) => eprintln!("  {count} files, {} MB", megabytes(bytes)),
        Progress::Checking => eprintln!("  reading it again"),
    }
}

fn megabytes(bytes: u64) -> String {
    format!("{}.{}", bytes / 1_000_000, bytes % 1_000_000 / 100_000)
}

/// Removes all but the newest of the files that this command named.
fn sweep(folder: &Path, keep: usize) -> Result<(), Failure> {
    for old in ours(folder)?.iter().rev().skip(keep) {
        std::fs::remove_file(old)?;
        tracing::info!(file = %old.display(), "an old backup is removed");
    }
    Ok(())
}

/// The files that were named by their time, oldest first.
fn ours(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let entries = std::fs::read_dir(folder)?.filter_map(Result::ok);
    let mut ours: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| made_at(path).is_some())
        .collect();
    ours.sort();
    Ok(ours)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use chrono::TimeDelta;
    use xianji_kernel::clock::ManualClock;

    use super::*;

    #[tokio::test]
    async fn each_night_has_one_backup_and_the_oldest_goes() {
        let (data, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let clock = ManualClock::new("2026-03-01T17:00:00Z".parse().unwrap());
        let place = crate::house::Place {
            data: data.path().to_owned(),
            database: None,
            outside: Default::default(),
        };
        let house = place.open(Arc::new(clock.clone())).await.unwrap();
        let mut made = Vec::new();
        for _ in 0..48 {
            made.extend(tonight(&house.app, folder.path(), 1).await.unwrap());
            clock.advance(TimeDelta::hours(1));
        }
        let times: Vec<_> = made.iter().filter_map(|path| made_at(path)).collect();
        let nights = ["2026-03-01T18:00:00Z", "2026-03-02T18:00:00Z"];
        assert_eq!(
            times,
            nights.map(|at| at.parse::<DateTime<Utc>>().unwrap()),
            "two o'clock in Shanghai"
        );
        assert_eq!(ours(folder.path()).unwrap(), made[1..]);
    }
}
