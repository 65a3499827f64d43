//! What comes next on a project: of its open tasks and obligations the one that is due first. A recurring obligation counts only when it
//! is overdue, else a weekly report would always stand in front.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use xianji_governance::Context;
use xianji_governance::obligation::{Obligation, queries as obligations};
use xianji_kernel::text::{Language, Text};
use xianji_platform::{Failure, Owned};
use xianji_policy::model::Opening;

use super::model::Project;
use crate::plan;

/// What comes next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct NextStep {
    /// `task` or `obligation`.
    pub kind: &'static str,
    /// Its id.
    pub id: Uuid,
    /// What is to be done, in the reader's language.
    pub title: String,
    /// By when, if said; of a task the end of its day in the company's zone.
    pub due_at: Option<DateTime<Utc>>,
}

/// What comes next on this project, if anything.
pub async fn next_step(
    context: &Context<'_>,
    project: &Project,
    language: Language,
) -> Result<Option<NextStep>, Failure> {
    let task = plan::queries::next_task(&context.db, project.id)
        .await?
        .map(|task| NextStep {
            kind: "task",
            id: task.id.into(),
            title: task.title,
            due_at: task.due_on.map(|on| end_of(context, on)),
        });
    let owed = obligations::open_on(&context.db, &[project.subject()]).await?;
    let owed = owed
        .into_iter()
        .filter(|one| !is_routine(context, project, one))
        .map(|one| NextStep {
            kind: "obligation",
            id: one.id.into(),
            title: serde_json::from_value(one.name)
                .map_or(one.rule, |name: Text| name.get(language).to_owned()),
            due_at: one.due_at,
        });
    Ok(owed
        .chain(task)
        .min_by_key(|step| (step.due_at.is_none(), step.due_at)))
}

fn end_of(context: &Context<'_>, day: NaiveDate) -> DateTime<Utc> {
    context.book.standard_calendar().end_of_day(day)
}

fn is_routine(context: &Context<'_>, project: &Project, one: &Obligation) -> bool {
    let overdue = one.due_at.is_some_and(|due| due < context.now);
    let pack = one
        .pack_version_id
        .or(project.pack_version_id)
        .and_then(|id| context.book.version(id));
    let rule = pack.and_then(|pack| pack.obligations.get(&one.rule));
    !overdue && rule.is_some_and(|rule| matches!(rule.trigger.opening, Opening::Every(_)))
}
