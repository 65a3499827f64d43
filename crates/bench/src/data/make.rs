//! Making the company and keeping it for the next time.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};
use xianji_kernel::clock::{Clock, SystemClock, to_micros};
use xianji_platform::{Failure, Subject, ledger, series};
use xianji_server::house::{House, Place};

use super::people::{self, BUSY};
use super::projects::project_id;
use super::shape::{OWNERS, Shape, owner, stage};
use super::{customers, events, inquiries, projects};
use crate::program::Installation;

/// Raised when what is made changes.
const EDITION: u32 = 1;

/// Name of the kept database, and of the copy that a run may spoil.
const KEPT: &str = "xianji_bench";
const COPY: &str = "xianji_bench_run";

/// Where a company is kept.
#[derive(Clone, Debug)]
pub struct Cache {
    /// `.cache/bench/<scale>-<database>`.
    pub folder: PathBuf,
    /// 1 or 10.
    pub scale: u64,
    /// Address of a PostgreSQL cluster, its maintenance database named; SQLite when absent.
    pub cluster: Option<String>,
    /// The built program.
    pub program: PathBuf,
    /// A company that an earlier program made is measured as an update finds it.
    pub as_kept: bool,
}

impl Cache {
    /// `sqlite` or `postgres`.
    pub fn database_name(&self) -> &'static str {
        if self.cluster.is_some() {
            "postgres"
        } else {
            "sqlite"
        }
    }

    fn installation(&self, data: &str, database: &str) -> Installation {
        Installation {
            program: self.program.clone(),
            data: self.folder.join(data),
            database: self.cluster.as_ref().map(|cluster| beside(cluster, database)),
        }
    }

    /// The company as it is kept.
    pub fn kept(&self) -> Installation {
        self.installation("data", KEPT)
    }

    /// When it was made, if it is there and whole.
    pub fn made(&self) -> Option<DateTime<Utc>> {
        let text = std::fs::read_to_string(self.folder.join("made")).ok()?;
        let (stamp, at) = text.trim().split_once(' ')?;
        (self.as_kept || stamp == self.stamp()).then(|| at.parse().ok())?
    }

    /// Changes with whatever would make other rows.
    fn stamp(&self) -> String {
        let schema = include_str!("../../../../docs/schema/sqlite.sql");
        let packs: Vec<String> = xianji_server::packs::all()
            .iter()
            .map(|pack| format!("{pack:?}"))
            .collect();
        let text = format!("{EDITION} {} {schema} {}", self.scale, packs.join(" "));
        ledger::hash(text.as_bytes())[..16].to_owned()
    }

    /// A copy that a run may spoil.
    pub async fn copy(&self) -> Result<Installation, Failure> {
        let copy = self.installation("run", COPY);
        let _ = std::fs::remove_dir_all(&copy.data);
        copy_folder(&self.kept().data, &copy.data)?;
        if let Some(cluster) = &self.cluster {
            let admin = sea_orm::Database::connect(cluster).await?;
            admin
                .execute_unprepared(&format!("DROP DATABASE IF EXISTS {COPY} WITH (FORCE)"))
                .await?;
            admin
                .execute_unprepared(&format!("CREATE DATABASE {COPY} TEMPLATE {KEPT}"))
                .await?;
            admin.close().await?;
        }
        Ok(copy)
    }
}

fn beside(cluster: &str, database: &str) -> String {
    match cluster.rsplit_once('/') {
        Some((start, _)) => format!("{start}/{database}"),
        None => cluster.to_owned(),
    }
}

fn copy_folder(from: &Path, to: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// Makes the company unless it is there.
pub async fn make(cache: &Cache) -> Result<Shape, Failure> {
    if let Some(now) = cache.made() {
        return Ok(Shape {
            scale: cache.scale,
            now,
        });
    }
    let begun = Instant::now();
    println!(
        "Making a company of scale {} on {}",
        cache.scale,
        cache.database_name()
    );
    let place = empty(cache).await?;
    let now = to_micros(SystemClock.now());
    let shape = Shape {
        scale: cache.scale,
        now,
    };
    fill(&place, shape).await?;
    let kept = cache.kept();
    for words in [&["policy", "recount"][..], &["ledger", "seal"]] {
        step(&kept, words)?;
    }
    night(&place).await?;
    step(&kept, &["ledger", "seal"])?;
    step(&kept, &["ledger", "verify"])?;
    std::fs::write(
        cache.folder.join("made"),
        format!("{} {}\n", cache.stamp(), now.to_rfc3339()),
    )?;
    println!("Made in {:.0} s", begun.elapsed().as_secs_f64());
    Ok(shape)
}

fn step(kept: &Installation, words: &[&str]) -> Result<(), Failure> {
    let begun = Instant::now();
    let said = kept.run(words)?;
    println!(
        "  xianji {} in {:.1} s\n{said}",
        words.join(" "),
        begun.elapsed().as_secs_f64()
    );
    Ok(())
}

async fn empty(cache: &Cache) -> Result<Place, Failure> {
    let kept = cache.kept();
    let _ = std::fs::remove_file(cache.folder.join("made"));
    let _ = std::fs::remove_dir_all(&kept.data);
    if let Some(cluster) = &cache.cluster {
        let admin = sea_orm::Database::connect(cluster).await?;
        admin
            .execute_unprepared(&format!("DROP DATABASE IF EXISTS {KEPT} WITH (FORCE)"))
            .await?;
        admin
            .execute_unprepared(&format!("CREATE DATABASE {KEPT}"))
            .await?;
        admin.close().await?;
    }
    Ok(Place {
        data: kept.data,
        database: kept.database,
        outside: Default::default(),
    })
}

async fn fill(place: &Place, shape: Shape) -> Result<(), Failure> {
    let house = place.open(Arc::new(SystemClock)).await?;
    xianji_server::starter::load(&house.app).await?;
    let people = people::hire(&house.app).await?;
    let database = house.app.database().clone();
    customers::make(&database, shape, &people).await?;
    projects::make(&database, shape, &people).await?;
    inquiries::make(&database, shape, &people).await?;
    events::make(&database, shape, &people).await?;
    number(&house, shape).await?;
    let busy = BUSY
        .rsplit('-')
        .next()
        .and_then(|place| place.parse().ok())
        .unwrap_or(0);
    let theirs: Vec<Subject> = (0..shape.customers())
        .filter(|n| owner(*n) == busy % OWNERS && stage(*n) == 0)
        .take(20)
        .map(|n| Subject::new("project", project_id(&shape, n)))
        .collect();
    let member = people.owners[usize::try_from(busy).unwrap_or(0)].id;
    people::keep_busy(&house.app, member, &theirs).await?;
    if database.reader().get_database_backend() == sea_orm::DbBackend::Postgres {
        database.writer().execute_unprepared("VACUUM ANALYZE").await?;
    }
    Ok(database.close().await?)
}

/// New records are numbered after those made here.
async fn number(house: &House, shape: Shape) -> Result<(), Failure> {
    let year = house.app.policies().year(shape.now);
    let last = i64::try_from(shape.customers()).unwrap_or(i64::MAX) + 1000;
    let rows = ["customer", "project", "inquiry"].map(|kind| series::ActiveModel {
        kind: Set(kind.into()),
        year: Set(year),
        last: Set(last),
    });
    let again = OnConflict::columns([series::Column::Kind, series::Column::Year])
        .update_column(series::Column::Last)
        .to_owned();
    let tx = house.app.database().begin().await?;
    series::Entity::insert_many(rows)
        .on_conflict(again)
        .exec_without_returning(&tx)
        .await?;
    Ok(tx.commit().await?)
}

/// Lets a night pass: what the clock would bring within its first hours is done before anything is measured.
async fn night(place: &Place) -> Result<(), Failure> {
    let house = place.open(Arc::new(SystemClock)).await?;
    for pass in 1..=50 {
        let begun = Instant::now();
        let done = house.app.tick(house.app.now()).await;
        let mut total = 0;
        for (name, outcome) in done {
            match outcome {
                Ok(count) => {
                    if count > 0 {
                        println!("  tick {pass}: {name} {count}");
                    }
                    total += count;
                }
                Err(failure) => return Err(Failure::broken(format!("tick {name}: {failure}"))),
            }
        }
        println!("  tick {pass} in {:.1} s", begun.elapsed().as_secs_f64());
        if total == 0 || begun.elapsed().as_secs() < 1 {
            break;
        }
    }
    Ok(house.app.database().clone().close().await?)
}
