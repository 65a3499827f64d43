//! `xianji import customers` and the like.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, ValueEnum};
use xianji_kernel::clock::SystemClock;
use xianji_kernel::text::Language;
use xianji_platform::identity::{self, grants};
use xianji_platform::import_run::{self, ImportState, OnDuplicate, RepairFormat, Source, queries};
use xianji_platform::{Actor, App, Failure};

use crate::cli::Installation;

/// Rows to take in.
#[derive(Debug, Args)]
pub struct Rows {
    #[command(flatten)]
    installation: Installation,
    /// The file: xlsx, csv, or vCard for contacts.
    file: PathBuf,
    /// Log-in name of the member who imports and to whom the records belong; without it they belong to nobody.
    #[arg(long)]
    owner: Option<String>,
    /// What is done with rows whose record is there.
    #[arg(long, value_enum, default_value = "skip")]
    on_duplicate: Choice,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Choice {
    Skip,
    Fill,
    Make,
}

impl From<Choice> for OnDuplicate {
    fn from(choice: Choice) -> Self {
        match choice {
            Choice::Skip => Self::Skip,
            Choice::Fill => Self::Fill,
            Choice::Make => Self::Make,
        }
    }
}

impl Rows {
    pub(crate) async fn run(self, kind: &str) -> Result<ExitCode, Failure> {
        let house = self.installation.place().open(Arc::new(SystemClock)).await?;
        let app = &house.app;
        let actor = self.actor(app).await?;
        let bytes = tokio::fs::read(&self.file).await?;
        let name = self
            .file
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let kept = app.files().keep_bytes(bytes.into()).await?;
        let looked = import_run::look(app, &actor, kind, &kept.sha256).await?;
        let mut work = app.begin(actor).await?;
        let source = Source {
            kind,
            name: &name,
            kept: &kept,
        };
        let run = import_run::upload(&mut work, source, looked.clone()).await?;
        import_run::map(&mut work, run.id, looked, None, Some(self.on_duplicate.into())).await?;
        import_run::start(&mut work, run.id).await?;
        work.commit().await?;
        loop {
            for (_, outcome) in app.labour(app.now()).await {
                outcome?;
            }
            let run = queries::read(&app.reader(), run.id).await?;
            if run.state != ImportState::Running {
                return self.tell(app, &run).await;
            }
            // Somebody else works on it, or the database was busy.
            tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        }
    }

    async fn actor(&self, app: &App) -> Result<Actor, Failure> {
        let Some(login) = &self.owner else {
            return Ok(Actor::system());
        };
        let member = identity::queries::by_login(&app.reader(), login).await?;
        let rights = grants::of(app, &app.reader(), member.id).await?;
        Ok(Actor::of_member(
            member.id,
            None,
            Language::from_accept(&member.language),
            rights,
        ))
    }

    async fn tell(&self, app: &App, run: &import_run::ImportRun) -> Result<ExitCode, Failure> {
        let counts = run.counts();
        println!(
            "seen {}: made {}, updated {}, skipped {}, failed {}",
            counts.seen, counts.made, counts.updated, counts.skipped, counts.failed
        );
        if counts.failed > 0 {
            let file =
                import_run::repair(app, Language::from_accept(&run.language), run, RepairFormat::Csv).await?;
            let place = self.file.with_file_name(&file.name);
            tokio::fs::write(&place, file.bytes).await?;
            println!("The rows that failed are in {}", place.display());
        }
        let done = run.state == ImportState::Finished;
        if !done {
            eprintln!("The import is not complete: {:?}", run.state);
        }
        Ok(if done {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        })
    }
}
