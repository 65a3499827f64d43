//! `xianji ledger`.

use std::process::ExitCode;
use std::sync::Arc;

use clap::Subcommand;
use xianji_kernel::clock::SystemClock;
use xianji_platform::file::FileStore;
use xianji_platform::{Failure, ledger};

use super::Installation;

/// The tamper-evident ledger.
#[derive(Debug, Subcommand)]
pub enum Ledger {
    /// Compare every event with its hash, every seal with its events and the seal before, and the seals with their copy beside the
    /// database. Ends with an error when something does not fit, naming the first broken seal.
    Verify(Installation),
    /// Seal at once what the serving program would seal within seconds.
    Seal(Installation),
    /// Write the sealed ledger as JSON Lines: the events of each seal in order, then the seal.
    Export(Installation),
}

impl Ledger {
    pub(crate) async fn run(self) -> Result<ExitCode, Failure> {
        match self {
            Self::Verify(installation) => verify(&installation).await,
            Self::Seal(installation) => {
                let house = installation.place().open(Arc::new(SystemClock)).await?;
                let sealed = ledger::seal(&house.app, house.app.now()).await?;
                println!("{sealed} events sealed.");
                house.app.database().clone().close().await?;
                Ok(ExitCode::SUCCESS)
            }
            Self::Export(installation) => {
                let database = installation.place().open_database().await?;
                let mut out = std::io::BufWriter::new(std::io::stdout());
                ledger::export(&database.reader(), &mut out).await?;
                Ok(ExitCode::SUCCESS)
            }
        }
    }
}

async fn verify(installation: &Installation) -> Result<ExitCode, Failure> {
    let place = installation.place();
    let database = place.open_database().await?;
    let files = FileStore::open(&place.data)?;
    let report = ledger::verify(&database, &files).await?;
    println!(
        "{} seals over {} events; {} events not sealed yet",
        report.seals, report.events, report.unsealed
    );
    match report.broken {
        None => {
            println!("The ledger is whole.");
            Ok(ExitCode::SUCCESS)
        }
        Some(trouble) => {
            let event = trouble
                .event
                .map(|id| format!(", event {id}"))
                .unwrap_or_default();
            println!("BROKEN at seal {}: {}{event}", trouble.seal, trouble.what);
            Ok(ExitCode::FAILURE)
        }
    }
}
