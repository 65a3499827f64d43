//! The work on runs: one after the other, each in portions. A stop in the middle is made good by whoever comes next.

mod check;
mod portion;
mod take;
mod undo;

use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::ExprTrait;
use xianji_kernel::text::Language;

pub use check::CheckCounts;
pub(super) use check::{Checked, Example};

use super::entity::{Column as RunColumn, Entity, ImportState, Model as ImportRun};
use super::events::ImportFailed;
use super::model::{Column, Home, ImportField, Reason};
use super::{Import, actions, queries};
use crate::app::App;
use crate::failure::{Failure, Forbidden};
use crate::identity::{self, Actor, grants};
use crate::module::Tick;

/// Times that a run fails through no fault of its file before it is given up.
const ATTEMPTS: i32 = 5;

/// Works on all runs that wait for it.
pub fn labour() -> Tick {
    Tick {
        name: "imports",
        run: work_on_all,
    }
}

fn work_on_all(app: &App, _: DateTime<Utc>) -> BoxFuture<'_, Result<u64, Failure>> {
    Box::pin(async move {
        let mut done = 0;
        for run in queries::worked_on(&app.reader()).await? {
            if let Err(failure) = work_on(app, &run).await {
                give_up(app, run, failure).await?;
            }
            done += 1;
        }
        Ok(done)
    })
}

async fn work_on(app: &App, run: &ImportRun) -> Result<(), Failure> {
    match run.state {
        ImportState::Checking => check::all(app, run).await,
        ImportState::Running => take::all(app, run).await,
        ImportState::Undoing => undo::all(app, run).await,
        ImportState::Uploaded
        | ImportState::Checked
        | ImportState::Finished
        | ImportState::Cancelled
        | ImportState::Failed
        | ImportState::Undone => Ok(()),
    }
}

/// What a refusal says ends the run; what is nobody's fault is tried again a few times.
async fn give_up(app: &App, run: ImportRun, failure: Failure) -> Result<(), Failure> {
    let reason = match &failure {
        Failure::Refused(refused) if passes(&failure) => {
            tracing::warn!(run = %run.id, code = refused.code, "an import waits");
            return Ok(());
        }
        Failure::Refused(refused) => Reason::of_refusal(refused).into_iter().next(),
        Failure::Replayed(_) => None,
        Failure::Broken(error) => {
            tracing::error!(run = %run.id, %error, "an import failed");
            (run.attempts + 1 >= ATTEMPTS).then(|| Reason::of_row("internal"))
        }
    };
    let mut work = app.begin(Actor::system()).await?;
    let mut now = queries::read(&work.db(), run.id).await?;
    if now.state != run.state {
        return Ok(());
    }
    now.attempts += 1;
    if let Some(reason) = reason {
        // A look that failed can be taken again with another format.
        let begun = run.state != ImportState::Checking;
        now.state = if begun {
            ImportState::Failed
        } else {
            ImportState::Uploaded
        };
        now.finished_at = begun.then_some(work.now);
        now.problem = Some(serde_json::to_value(&reason)?);
        actions::save(&work, &mut now).await?;
        work.record(ImportFailed {
            run: now.id,
            code: reason.code,
            seen: now.seen,
            made: now.made,
        })
        .await?;
    } else {
        actions::save(&work, &mut now).await?;
    }
    work.commit().await
}

/// Whether asking again later is all that is needed.
fn passes(failure: &Failure) -> bool {
    matches!(failure.code(), Some("try-again" | "unavailable" | "stale"))
}

/// All that stays the same while a run is worked on.
struct Task<'a> {
    app: &'a App,
    import: &'a Import,
    actor: Actor,
    fields: Vec<ImportField>,
    columns: Vec<Option<String>>,
    home: Home,
}

impl<'a> Task<'a> {
    async fn of(app: &'a App, run: &ImportRun) -> Result<Self, Failure> {
        let import = actions::import_of(app, &run.kind)?;
        let actor = actor_of(app, run).await?;
        let columns: Vec<Column> = serde_json::from_value(run.columns.clone())?;
        let currency = app.policies().company().currency.parse();
        let currency = currency.map_err(|_| Failure::broken("the company's currency is none"))?;
        Ok(Self {
            app,
            import,
            fields: (import.fields)(app, &actor),
            actor,
            columns: columns.into_iter().map(|column| column.field).collect(),
            home: Home { currency },
        })
    }

    /// The same with the rights that the member has by now.
    async fn renewed(&mut self, run: &ImportRun) -> Result<(), Failure> {
        self.actor = actor_of(self.app, run).await?;
        Ok(())
    }
}

/// Whoever began the run, with today's rights; refuses one who has lost the right to import or has left.
async fn actor_of(app: &App, run: &ImportRun) -> Result<Actor, Failure> {
    let Some(member) = run.member_id else {
        return Ok(Actor::system());
    };
    let undoing = run.state == ImportState::Undoing;
    let principal = run.owner_id.filter(|owner| *owner != member && !undoing);
    let known = identity::queries::member(&app.reader(), member).await?;
    let rights = grants::of(app, &app.reader(), principal.unwrap_or(member)).await?;
    let language = Language::from_accept(&run.language);
    let actor = Actor::of_member(member, principal, language, rights);
    let permission = actions::import_of(app, &run.kind)?.permission();
    if known.deactivated_at.is_some() || (!undoing && !actor.may(&permission)) {
        return Err(Forbidden {
            permission,
            subject: None,
        }
        .into());
    }
    Ok(actor)
}

/// An update of a run that holds only as long as nobody stopped it and nobody else has come further.
fn still(run: &ImportRun) -> sea_orm::UpdateMany<Entity> {
    Entity::update_many()
        .col_expr(RunColumn::Version, Expr::col(RunColumn::Version).add(1))
        .filter(RunColumn::Id.eq(run.id))
        .filter(RunColumn::State.eq(run.state))
        .filter(RunColumn::Position.eq(run.position))
}
