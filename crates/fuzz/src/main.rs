//! `xianji-fuzz`: random and broken input for everything that reads input. A 5xx, an answer that the description does not know, a panic or
//! an input that takes too long is a fault; each is kept with what brings it back. `TEST_DATABASE` names the database, as for tests.

mod chance;
mod faults;
mod mail;
mod packs;
mod requests;
mod values;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use clap::{Parser, ValueEnum};
use faults::Faults;
use rand::SeedableRng;
use rand::rngs::StdRng;

/// Searches for input that ends the program or gets a 5xx.
#[derive(Parser)]
struct Cli {
    /// Seconds in all, shared evenly.
    #[arg(long, default_value_t = 60)]
    seconds: u64,
    /// Decides everything; printed, so that a run can be had again.
    #[arg(long)]
    seed: Option<u64>,
    /// One kind of input alone.
    #[arg(long, value_enum)]
    only: Option<Part>,
    /// Where the input of faults is kept.
    #[arg(long, default_value = ".cache/fuzz")]
    folder: PathBuf,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    Requests,
    Packs,
    Mail,
}

#[tokio::main]
async fn main() -> ExitCode {
    let cli = Cli::parse();
    let seed = cli.seed.unwrap_or_else(|| u64::from(rand::random::<u32>()));
    println!("seed {seed}");
    let parts = match cli.only {
        Some(part) => vec![part],
        None => vec![Part::Packs, Part::Mail, Part::Requests],
    };
    let each = Duration::from_secs(cli.seconds) / u32::try_from(parts.len()).unwrap_or(1);
    let mut faults = Faults::kept_in(cli.folder);
    faults::listen_to_panics();
    for part in parts {
        let mut chance = StdRng::seed_from_u64(seed);
        let until = Instant::now() + each;
        let (name, tried) = match part {
            Part::Requests => (
                "requests",
                requests::search(&mut chance, until, &mut faults).await,
            ),
            Part::Packs => ("packs", packs::search(&mut chance, until, &mut faults)),
            Part::Mail => ("mails", mail::search(&mut chance, until, &mut faults).await),
        };
        println!("{tried} {name} tried");
    }
    faults.tell()
}
