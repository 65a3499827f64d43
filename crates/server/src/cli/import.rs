//! `xianji import`.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, Subcommand};
use xianji_kernel::clock::SystemClock;
use xianji_platform::Failure;

use super::Installation;

/// Take in what other systems left.
#[derive(Debug, Subcommand)]
pub enum Import {
    /// Mail: .eml files, folders of them, or maildirs. Each becomes a message of an inquiry; a second run adds nothing.
    Mail(Mail),
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
        let Self::Mail(mail) = self;
        let house = mail.installation.place().open(Arc::new(SystemClock)).await?;
        let counts = xianji_engage::mail::import(&house.app, &mail.paths).await?;
        println!(
            "files {}: seen {}, new {}, threaded {}, repeated {}, broken {}",
            counts.files, counts.seen, counts.new, counts.threaded, counts.repeated, counts.broken
        );
        Ok(ExitCode::SUCCESS)
    }
}
