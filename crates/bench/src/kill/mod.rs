//! Killed at any moment under load the program loses nothing that it answered: sixteen writers post, the process is ended as by a power
//! cut, starts again by itself, and everything is looked up.

mod cluster;
mod round;
mod writer;

use std::io;
use std::path::PathBuf;
use std::time::Instant;

use clap::{Args, ValueEnum};

use crate::program::Installation;

/// What is done.
#[derive(Args, Clone, Debug)]
pub struct Wanted {
    /// How often it is killed.
    #[arg(long, default_value_t = 50, overrides_with = "rounds")]
    pub rounds: u64,
    /// Decides when it is killed and what is written; printed, so that a run can be had again.
    #[arg(long)]
    pub seed: Option<u64>,
    /// Writers at once.
    #[arg(long, default_value_t = 16)]
    pub writers: u64,
    /// A round's load lasts this many seconds at most.
    #[arg(long, default_value_t = 2.0)]
    pub seconds: f64,
    /// The database. That of PostgreSQL is found in XIANJI_TEST_POSTGRES and XIANJI_TEST_POSTGRES_FOLDER; its server is killed once too.
    #[arg(long, value_enum, default_value = "sqlite")]
    pub database: Which,
    /// The built program.
    #[arg(long, default_value = "target/release/xianji")]
    pub program: PathBuf,
    /// Folder that it works in; removed when all went well. Made in the temporary folder when absent.
    #[arg(long)]
    pub folder: Option<PathBuf>,
}

/// Which database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Which {
    Sqlite,
    Postgres,
}

/// What was found.
#[derive(Clone, Copy, Debug, Default)]
pub struct Outcome {
    /// Writes that were answered with 2xx and are there.
    pub kept: u64,
    /// Writes without an answer that had happened.
    pub unanswered_done: u64,
    /// Writes without an answer that had not.
    pub unanswered_undone: u64,
    /// The longest start after a kill, in milliseconds.
    pub slowest_start_ms: f64,
}

/// Runs all rounds; an error says what was lost.
pub fn run(wanted: &Wanted) -> io::Result<Outcome> {
    let seed = wanted.seed.unwrap_or_else(|| {
        use std::hash::{BuildHasher, Hasher};
        std::collections::hash_map::RandomState::new()
            .build_hasher()
            .finish()
            % 1_000_000
    });
    let folder = wanted
        .folder
        .clone()
        .unwrap_or_else(|| std::env::temp_dir().join(format!("xianji-kill.{}", std::process::id())));
    let (database, cluster) = match wanted.database {
        Which::Sqlite => (None, None),
        Which::Postgres => {
            let cluster = cluster::Cluster::of_environment()?;
            (Some(cluster.url.clone()), Some(cluster))
        }
    };
    println!(
        "{} rounds on {:?}, {} writers, seed {seed}, in {}",
        wanted.rounds,
        wanted.database,
        wanted.writers,
        folder.display()
    );
    let begun = Instant::now();
    let installation = Installation {
        program: wanted.program.canonicalize()?,
        data: folder.join("data"),
        database,
    };
    std::fs::create_dir_all(&installation.data)?;
    let outcome = round::all(wanted, seed, &folder, &installation, cluster.as_ref())?;
    println!(
        "Nothing lost: {} answered writes are there; of {} without an answer {} had happened; every ledger whole; slowest start {:.0} ms; {:.0} s",
        outcome.kept,
        outcome.unanswered_done + outcome.unanswered_undone,
        outcome.unanswered_done,
        outcome.slowest_start_ms,
        begun.elapsed().as_secs_f64()
    );
    std::fs::remove_dir_all(&folder)?;
    Ok(outcome)
}
