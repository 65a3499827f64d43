//! Tasks and milestones that a filed sheet makes on its project.

use chrono::NaiveDate;
use futures_util::future::BoxFuture;
use serde_json::{Map, Value};
use xianji_platform::{Failure, Maker, MemberId, Owned, Subject, Work};

use super::actions::{NewMilestone, NewTask, create_on, plan_on, project_of_sheet, works_here};
use crate::id::ProjectId;

/// As the house registers them.
pub fn makers() -> Vec<Maker> {
    vec![
        Maker {
            record: "task",
            make: make_task,
        },
        Maker {
            record: "milestone",
            make: make_milestone,
        },
    ]
}

/// The sheet's words.
struct Words {
    title: String,
    owner: Option<MemberId>,
    due_on: Option<NaiveDate>,
    notes: Option<String>,
}

async fn read(work: &Work, fields: &Map<String, Value>) -> Result<Words, Failure> {
    let text = |name: &str| fields.get(name).and_then(Value::as_str).map(str::to_owned);
    let owner = text("owner").and_then(|id| id.parse().ok());
    if let Some(owner) = owner {
        works_here(work, "/owner", owner).await?;
    }
    Ok(Words {
        title: text("title").unwrap_or_default(),
        owner,
        due_on: text("due_on").and_then(|day| day.parse().ok()),
        notes: text("notes"),
    })
}

fn make_task<'a>(
    work: &'a mut Work,
    on: &'a Subject,
    fields: &'a Map<String, Value>,
) -> BoxFuture<'a, Result<Subject, Failure>> {
    Box::pin(async move {
        let project = project_of_sheet(work, ProjectId(on.id)).await?;
        let words = read(work, fields).await?;
        let new = NewTask {
            title: words.title,
            owner: words.owner,
            due_on: words.due_on,
            notes: words.notes,
            ..NewTask::default()
        };
        Ok(create_on(work, &project, new).await?.subject())
    })
}

fn make_milestone<'a>(
    work: &'a mut Work,
    on: &'a Subject,
    fields: &'a Map<String, Value>,
) -> BoxFuture<'a, Result<Subject, Failure>> {
    Box::pin(async move {
        let project = project_of_sheet(work, ProjectId(on.id)).await?;
        let words = read(work, fields).await?;
        let new = NewMilestone {
            title: words.title,
            owner: words.owner,
            due_on: words.due_on,
            notes: words.notes,
        };
        Ok(plan_on(work, &project, new).await?.subject())
    })
}
