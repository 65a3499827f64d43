//! The command line. Each command says in its help what it does and what it leaves behind.

mod backup;
mod import;
mod keeping;
mod ledger;
mod policy;
mod serve;
mod user;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use xianji_platform::Failure;
use xianji_platform::http::Outside;

use crate::house::Place;

/// 先机 Xianji: makes a presales regulation executable.
#[derive(Debug, Parser)]
#[command(name = "xianji", version, about, long_about = None)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

/// Where an installation keeps its things.
#[derive(Clone, Debug, Args)]
pub struct Installation {
    /// Folder that holds the embedded database, the files and the installation's secret.
    #[arg(long, env = "XIANJI_DATA", default_value = "./data", global = true)]
    data: PathBuf,
    /// Database address: sqlite:///path/to/file.db or postgres://user:password@host/name. Without it, an SQLite file in the data folder.
    #[arg(long, env = "XIANJI_DATABASE", global = true)]
    database: Option<String>,
}

impl Installation {
    pub(crate) fn place(&self) -> Place {
        Place {
            data: self.data.clone(),
            database: self.database.clone(),
            outside: Outside::default(),
        }
    }
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the web app and the API; brings the schema up to date first.
    Serve(serve::Serve),
    /// Bring the database's schema up to date and stop.
    Migrate(Installation),
    /// Members who may log in; the first administrator is made here.
    #[command(subcommand)]
    User(user::User),
    /// Take in what other systems left: customers, contacts, members, projects, mail.
    #[command(subcommand)]
    Import(import::Import),
    /// Policy packs: check, compare, see what is covered, move running records to another version.
    #[command(subcommand)]
    Policy(policy::Policy),
    /// The tamper-evident ledger: verify and export.
    #[command(subcommand)]
    Ledger(ledger::Ledger),
    /// Write all that the installation holds at one moment into one file, while it serves; then read the file again and compare.
    Backup(backup::Backup),
    /// Take a backup into an empty installation, on either database; then compare, and verify the ledger.
    Restore(backup::Restore),
    /// Print the API's description (OpenAPI 3.1).
    Openapi,
}

/// Runs a command.
pub async fn run(cli: Cli) -> Result<ExitCode, Failure> {
    let quiet = !matches!(cli.command, Command::Serve(_));
    logging(quiet);
    match cli.command {
        Command::Serve(serve) => serve.run().await,
        Command::Migrate(installation) => {
            installation.place().open_database().await?;
            println!("The schema is up to date.");
            Ok(ExitCode::SUCCESS)
        }
        Command::User(user) => user.run().await,
        Command::Import(import) => import.run().await,
        Command::Policy(policy) => policy.run().await,
        Command::Ledger(ledger) => ledger.run().await,
        Command::Backup(backup) => backup.run().await,
        Command::Restore(restore) => restore.run().await,
        Command::Openapi => {
            println!("{}", serde_json::to_string_pretty(&crate::house::describe()?)?);
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn logging(quiet: bool) {
    let usual = if quiet {
        "warn"
    } else {
        "info,sqlx=warn,sea_orm=warn"
    };
    let filter = tracing_subscriber::EnvFilter::try_from_env("XIANJI_LOG").unwrap_or_else(|_| usual.into());
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .init();
}
