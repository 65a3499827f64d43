//! `xianji import`.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, Subcommand};
use xianji_kernel::clock::SystemClock;
use xianji_platform::identity::company::actions;
use xianji_platform::{Actor, Failure};

use super::Installation;

mod rows;

/// Take in what other systems left.
#[derive(Debug, Subcommand)]
pub enum Import {
    /// Mail: .eml files, folders of them, or maildirs. Each becomes a message of an inquiry; a second run adds nothing.
    Mail(Mail),
    /// Public holidays and make-up working days of a year, as a table date,kind,name_en,name_zh. They replace what was known of that year.
    Holidays(HolidayTable),
    /// Customers: rows of an xlsx or csv file. Rows whose record is there are left out; those that cannot be taken in are written beside
    /// the file, with the reason.
    Customers(rows::Rows),
    /// Contacts: rows of an xlsx or csv file, or vCards, each with its customer.
    Contacts(rows::Rows),
    /// Members: rows of an xlsx or csv file, each with its department.
    Members(rows::Rows),
    /// Projects: rows of an xlsx or csv file.
    Projects(rows::Rows),
}

/// Holidays to take in.
#[derive(Debug, Args)]
pub struct HolidayTable {
    #[command(flatten)]
    installation: Installation,
    /// The table, as UTF-8.
    file: PathBuf,
}

/// Mail to take in.
#[derive(Debug, Args)]
pub struct Mail {
    #[command(flatten)]
    installation: Installation,
    /// Files, folders or maildirs.
    #[arg(required = true)]
    paths: Vec<PathBuf>,
}

impl Import {
    pub(crate) async fn run(self) -> Result<ExitCode, Failure> {
        match self {
            Self::Mail(mail) => mail.run().await,
            Self::Holidays(table) => table.run().await,
            Self::Customers(rows) => rows.run("customer").await,
            Self::Contacts(rows) => rows.run("contact").await,
            Self::Members(rows) => rows.run("member").await,
            Self::Projects(rows) => rows.run("project").await,
        }
    }
}

impl HolidayTable {
    async fn run(self) -> Result<ExitCode, Failure> {
        let text = std::fs::read_to_string(&self.file)?;
        let house = self.installation.place().open(Arc::new(SystemClock)).await?;
        let mut work = house.app.begin(Actor::system()).await?;
        let years = actions::load_holidays(&mut work, &text).await?;
        work.commit().await?;
        let years: Vec<String> = years.iter().map(i32::to_string).collect();
        println!("Holidays of {} are loaded.", years.join(", "));
        Ok(ExitCode::SUCCESS)
    }
}

impl Mail {
    async fn run(self) -> Result<ExitCode, Failure> {
        let mail = self;
        let house = mail.installation.place().open(Arc::new(SystemClock)).await?;
        let counts = xianji_engage::mail::import(&house.app, &mail.paths).await?;
        println!(
            "files {}: seen {}, new {}, threaded {}, repeated {}, broken {}",
            counts.files, counts.seen, counts.new, counts.threaded, counts.repeated, counts.broken
        );
        Ok(ExitCode::SUCCESS)
    }
}
