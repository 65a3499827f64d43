//! `xianji policy migrate`: which version of a pack running records keep.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;
use xianji_governance::adoption::{MovedSubject, Moving, WhatBecame, move_portion};
use xianji_kernel::clock::SystemClock;
use xianji_platform::{Actor, App, Failure, PackVersionId};

use super::Installation;

/// From which version to which.
#[derive(Debug, Args)]
pub struct Migrate {
    #[command(flatten)]
    installation: Installation,
    /// The published version that they keep: its id, or a pack of the same text.
    from: PathBuf,
    /// The published version that they shall keep.
    to: PathBuf,
    /// Records of this kind alone: project, inquiry.
    #[arg(long)]
    kind: Option<String>,
    /// Change them. Without it, only what would change is printed.
    #[arg(long, requires = "reason")]
    apply: bool,
    /// Why; kept in the ledger with every record.
    #[arg(long)]
    reason: Option<String>,
}

impl Migrate {
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        let house = self.installation.place().open(Arc::new(SystemClock)).await?;
        let (from, _) = super::policy::published(&house.app, &self.from)?;
        let (to, _) = super::policy::published(&house.app, &self.to)?;
        if !self.apply {
            print_dry_run(&house.app, from, to, self.kind).await?;
            println!("Nothing was changed. Say --apply --reason \"…\" to do it.");
            return Ok(ExitCode::SUCCESS);
        }
        let moving = Moving {
            from,
            to,
            kind: self.kind,
            reason: self.reason.unwrap_or_default(),
        };
        walk(&house.app, &moving, true).await?;
        Ok(ExitCode::SUCCESS)
    }
}

/// What moving would change, and nothing changed.
pub(super) async fn print_dry_run(
    app: &App,
    from: PackVersionId,
    to: PackVersionId,
    kind: Option<String>,
) -> Result<(), Failure> {
    let moving = Moving {
        from,
        to,
        kind,
        reason: String::new(),
    };
    walk(app, &moving, false).await
}

async fn walk(app: &App, moving: &Moving, apply: bool) -> Result<(), Failure> {
    let (mut after, mut moved, mut refused) = (None, 0_usize, 0_usize);
    loop {
        let mut work = app.begin(Actor::system()).await?;
        let portion = move_portion(&mut work, moving, after.as_ref()).await?;
        if apply {
            work.commit().await?;
        }
        for one in &portion.subjects {
            print_subject(one);
            match one.refused {
                Some(_) => refused += 1,
                None => moved += 1,
            }
        }
        after = portion.next_place();
        if after.is_none() {
            break;
        }
    }
    let would = if apply { "moved" } else { "would move" };
    println!("{moved} {would}, {refused} cannot");
    Ok(())
}

fn print_subject(one: &MovedSubject) {
    let kept = match one.refused {
        Some(why) => format!("stays: {why}"),
        None => format!("{} obligations go on", one.kept),
    };
    println!("{} {} {} ({kept})", one.subject.kind, one.number, one.title);
    for became in &one.changed {
        let word = match became.what {
            WhatBecame::Opened => "opens",
            WhatBecame::DueMoved => "is due otherwise",
            WhatBecame::Ended => "ends",
            WhatBecame::Fulfilled => "is fulfilled",
            WhatBecame::Reassigned => "goes to others",
        };
        let due = |at: Option<chrono::DateTime<chrono::Utc>>| at.map_or("-".to_owned(), |at| at.to_rfc3339());
        println!(
            "    {} {word}: {} → {}",
            became.rule,
            due(became.due_before),
            due(became.due_at)
        );
    }
}
