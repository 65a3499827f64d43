//! What gates ask of archives, and what archives learn from sheets and moves.

use futures_util::future::BoxFuture;
use serde_json::Value;
use uuid::Uuid;
use xianji_platform::{Conn, Failure, NeedKind, Reaction, Recorded, Scope, SubjectFacts, Work};
use xianji_policy::model::{Deliverable, RuleKind};

use super::{actions, queries};
use crate::id::ProjectId;
use crate::project;

/// `deliverable:solution` and `deliverable:all`.
pub fn deliverable() -> NeedKind {
    NeedKind {
        word: "deliverable",
        met,
    }
}

fn met<'a>(db: &'a Conn<'a>, facts: &'a SubjectFacts, what: &'a str) -> BoxFuture<'a, Result<bool, Failure>> {
    Box::pin(async move {
        if facts.subject.kind != "project" {
            return Ok(false);
        }
        if what == "all" {
            return Ok(facts.facts.get("archive_missing").and_then(Value::as_i64) == Some(0));
        }
        queries::has(db, ProjectId(facts.subject.id), what).await
    })
}

/// A sheet that is a deliverable goes on file; whatever moves what is asked for is counted again.
pub fn reaction() -> Reaction {
    Reaction {
        name: "presales.archive",
        on: &[],
        run: react,
    }
}

/// After these the number of missing documents may be another.
const MOVES: [&str; 12] = [
    "project.created",
    "project.updated",
    "project.advanced",
    "project.returned",
    "project.skipped",
    "project.won",
    "project.lost",
    "project.dropped",
    "project.summarised",
    "project.evaluated",
    "project.deliverable_filed",
    "project.plan_baselined",
];

fn react<'a>(work: &'a mut Work, event: &'a Recorded) -> BoxFuture<'a, Result<(), Failure>> {
    Box::pin(async move {
        if event.subject.kind != "project" {
            return Ok(());
        }
        let id = ProjectId(event.subject.id);
        if let Some(form) = event
            .name
            .strip_prefix("form:")
            .and_then(|rest| rest.strip_suffix(".filed"))
        {
            return sheet_filed(work, id, form, event).await;
        }
        if event.name.starts_with("grading:") {
            project::actions::watched(work, id).await?;
            return actions::recount(work, id).await;
        }
        if MOVES.contains(&event.name.as_str()) {
            return actions::recount(work, id).await;
        }
        Ok(())
    })
}

async fn sheet_filed(work: &mut Work, id: ProjectId, form: &str, event: &Recorded) -> Result<(), Failure> {
    let passed = event.fact("passed").and_then(Value::as_bool) == Some(true);
    let filing: Option<Uuid> = event.text("filing").and_then(|text| text.parse().ok());
    let (true, Some(filing)) = (passed, filing) else {
        return Ok(());
    };
    let project = project::queries::find(&work.db(), &Scope::whole(), id).await?;
    let pack = project::actions::pack_of(work, &project)?;
    let comes_from = |one: &&Deliverable| {
        one.from
            .as_ref()
            .is_some_and(|from| from.kind == RuleKind::Form && from.id == form)
    };
    let wanted: Vec<Deliverable> = pack
        .deliverables_of("project")
        .filter(comes_from)
        .cloned()
        .collect();
    for deliverable in wanted {
        let title = deliverable.name.get(work.actor().language).to_owned();
        actions::file_sheet(work, &project, &deliverable, filing, &title).await?;
    }
    Ok(())
}
