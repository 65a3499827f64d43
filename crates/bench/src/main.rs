//! `xianji-bench`: makes a large company, measures the program on it, kills the program under load.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use clap::{Args, Parser, Subcommand, ValueEnum};
use xianji_bench::data::{Cache, make};
use xianji_bench::{kill, load};
use xianji_platform::Failure;

/// Measures 先机 Xianji and shakes it.
#[derive(Parser)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make the company, unless it is kept from before.
    Data(Where),
    /// Measure every row and compare with goals and floors; makes the company first when it is not there.
    Load {
        #[command(flatten)]
        place: Where,
        /// Seconds that each part of a row runs at most.
        #[arg(long, default_value_t = 4.0)]
        seconds: f64,
        /// Requests of the single client at most.
        #[arg(long, default_value_t = 500)]
        single: u64,
        /// Clients at once.
        #[arg(long, default_value_t = 16)]
        clients: u64,
        /// Only rows whose name holds this; such a run is not kept.
        #[arg(long)]
        only: Option<String>,
    },
    /// Kill the program under load and look for what was lost.
    Kill(kill::Wanted),
    /// The bare handler; run by `load`.
    #[command(hide = true)]
    Floor { address: SocketAddr, payload: PathBuf },
}

#[derive(Clone, Copy, ValueEnum)]
enum Which {
    Sqlite,
    Postgres,
}

#[derive(Args)]
struct Where {
    /// The database; for PostgreSQL its address is read from XIANJI_TEST_POSTGRES.
    #[arg(long, value_enum, default_value = "sqlite")]
    database: Which,
    /// 1: a hundred thousand customers and projects, a million events; 10: ten times that; 0: a fiftieth, for trying the bench.
    #[arg(long, default_value_t = 1)]
    scale: u64,
    /// The built program.
    #[arg(long, default_value = "target/release/xianji")]
    program: PathBuf,
    /// Where companies are kept.
    #[arg(long, default_value = ".cache/bench")]
    cache: PathBuf,
    /// Take the company that is kept, though schema or packs have changed since: the program brings it up to date as an update does.
    #[arg(long)]
    as_kept: bool,
}

impl Where {
    fn cache(&self) -> Result<Cache, Failure> {
        let (name, cluster) = match self.database {
            Which::Sqlite => ("sqlite", None),
            Which::Postgres => ("postgres", Some(std::env::var("XIANJI_TEST_POSTGRES"))),
        };
        let cluster = cluster.transpose().map_err(|_| {
            Failure::broken("XIANJI_TEST_POSTGRES names no PostgreSQL; script/bench starts one")
        })?;
        let folder = self.cache.join(format!("{}-{name}", self.scale));
        std::fs::create_dir_all(&folder)?;
        Ok(Cache {
            folder: folder.canonicalize()?,
            scale: self.scale,
            cluster,
            program: self.program.canonicalize()?,
            as_kept: self.as_kept,
        })
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Cli::parse().command).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("xianji-bench: {failure}");
            ExitCode::FAILURE
        }
    }
}

async fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::Data(place) => make(&place.cache()?).await.map(drop),
        Command::Load {
            place,
            seconds,
            single,
            clients,
            only,
        } => {
            let cache = place.cache()?;
            let shape = make(&cache).await?;
            let wanted = load::Wanted {
                effort: load::Effort {
                    single,
                    clients,
                    lasts: Duration::from_secs_f64(seconds),
                },
                results: only.is_none().then(|| "bench/results".into()),
                only,
            };
            load::run(&cache, shape, &wanted).await
        }
        Command::Kill(wanted) => Ok(kill::run(&wanted).map(drop)?),
        Command::Floor { address, payload } => Ok(load::serve_floor(address, &payload).await?),
    }
}
