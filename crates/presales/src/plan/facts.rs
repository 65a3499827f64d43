//! What packs may ask of tasks and milestones.

use futures_util::future::BoxFuture;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::SelectStatement;
use sea_orm::{QuerySelect, QueryTrait};
use serde_json::json;
use xianji_platform::{
    Conn, DepartmentId, Failure, Kind, MemberId, Owned, PackVersionId, Parts, Scope, Subject, SubjectFacts,
};
use xianji_policy::{FactType, KindDecl};

use super::entity::{MilestoneState, TaskState, milestone, task};
use super::model::{Milestone, Task};
use super::{events, queries};
use crate::gates::Kept;
use xianji_platform::record::rows;

/// Tasks, as the house registers them.
pub fn task_kind() -> Kind {
    Kind {
        declared: task_declared(),
        address: "/tasks/{id}",
        titled: Some("title"),
        load: load_task,
        visible: visible_tasks,
        running: open_tasks,
    }
}

/// Milestones, as the house registers them.
pub fn milestone_kind() -> Kind {
    Kind {
        declared: milestone_declared(),
        address: "/milestones/{id}",
        titled: Some("title"),
        load: load_milestone,
        visible: visible_milestones,
        running: open_milestones,
    }
}

/// Tasks and milestones as parts of their project.
pub fn parts() -> Vec<Parts> {
    let of = |name, of_record| Parts {
        of: "project",
        name,
        of_record,
    };
    vec![of("tasks", tasks_of), of("milestones", milestones_of)]
}

fn tasks_of(project: Uuid) -> SelectStatement {
    let mut select = open_tasks();
    select.and_where(task::Column::ProjectId.eq(project));
    select
}

fn milestones_of(project: Uuid) -> SelectStatement {
    let mut select = open_milestones();
    select.and_where(milestone::Column::ProjectId.eq(project));
    select
}

/// What a sheet may give a task or a milestone.
fn made_from() -> [(&'static str, FactType, bool); 4] {
    [
        ("title", FactType::Text, true),
        ("owner", FactType::Member, false),
        ("due_on", FactType::Date, false),
        ("notes", FactType::Text, false),
    ]
}

fn task_declared() -> KindDecl {
    let states = ["open", "done", "cancelled"];
    let mut kind = rows::kind("task")
        .with_fact("project", FactType::kind("project"), "whose plan it stands in")
        .with_fact("title", FactType::Text, "what is to be done")
        .with_fact("due_on", FactType::Date, "by when, if said")
        .with_fact("state", FactType::choice(&states), "where it is")
        .with_owner("project", "project")
        .with_making("project", &made_from())
        .with_beginning("task.create", Some("project"))
        .with_actions(&[
            "task.create",
            "task.assign",
            "task.complete",
            "task.cancel",
            "task.update",
        ])
        .with_states(&states);
    kind.events = events::of_tasks();
    kind
}

fn milestone_declared() -> KindDecl {
    let states = ["open", "reached", "cancelled"];
    let mut kind = rows::kind("milestone")
        .with_fact("project", FactType::kind("project"), "whose plan it stands in")
        .with_fact("title", FactType::Text, "what is promised")
        .with_fact(
            "baseline_on",
            FactType::Date,
            "when it was promised first, if it was",
        )
        .with_fact("due_on", FactType::Date, "when it is expected, if said")
        .with_fact("state", FactType::choice(&states), "where it is")
        .with_owner("project", "project")
        .with_making("project", &made_from())
        .with_beginning("milestone.plan", Some("project"))
        .with_actions(&["milestone.plan", "milestone.reach", "milestone.update"])
        .with_states(&states);
    kind.events = events::of_milestones();
    kind
}

macro_rules! part_of_a_project {
    ($row:ty, $kind:literal) => {
        impl Owned for $row {
            fn subject(&self) -> Subject {
                Subject::new($kind, self.id)
            }
            fn owner(&self) -> Option<MemberId> {
                self.owner_id
            }
            fn department(&self) -> Option<DepartmentId> {
                self.department_id
            }
            fn named(&self) -> &[MemberId] {
                &self.named
            }
        }
        impl Kept for $row {
            fn kept(&self) -> Option<PackVersionId> {
                self.pack_version_id
            }
        }
    };
}
part_of_a_project!(Task, "task");
part_of_a_project!(Milestone, "milestone");

fn visible_tasks(scope: &Scope) -> SelectStatement {
    queries::visible_tasks(scope)
        .select_only()
        .column(task::Column::Id)
        .into_query()
}

fn visible_milestones(scope: &Scope) -> SelectStatement {
    queries::visible_milestones(scope)
        .select_only()
        .column(milestone::Column::Id)
        .into_query()
}

fn open_tasks() -> SelectStatement {
    let all = task::Entity::find().select_only().column(task::Column::Id);
    all.filter(task::Column::State.eq(TaskState::Open)).into_query()
}

fn open_milestones() -> SelectStatement {
    let all = milestone::Entity::find()
        .select_only()
        .column(milestone::Column::Id);
    all.filter(milestone::Column::State.eq(MilestoneState::Open))
        .into_query()
}

fn load_task<'a>(db: &'a Conn<'a>, id: Uuid) -> BoxFuture<'a, Result<Option<SubjectFacts>, Failure>> {
    Box::pin(async move {
        let Some(task) = task::Entity::find_by_id(id).one(db).await? else {
            return Ok(None);
        };
        let mut facts = rows::common(&task.number, task.owner_id, task.department_id, task.created_at);
        facts.extend(rows::facts(json!({
            "project": null,
            "title": task.title,
            "due_on": task.due_on,
            "state": task.state.word(),
        })));
        Ok(Some(SubjectFacts {
            subject: task.subject(),
            number: task.number,
            title: task.title,
            owner: task.owner_id,
            department: task.department_id,
            pack_version: task.pack_version_id,
            version: task.version,
            ended: task.state != TaskState::Open,
            suspended: false,
            roles: Vec::new(),
            belongs_to: vec![Subject::new("project", task.project_id)],
            facts,
        }))
    })
}

fn load_milestone<'a>(db: &'a Conn<'a>, id: Uuid) -> BoxFuture<'a, Result<Option<SubjectFacts>, Failure>> {
    Box::pin(async move {
        let Some(milestone) = milestone::Entity::find_by_id(id).one(db).await? else {
            return Ok(None);
        };
        let owner = milestone.owner_id;
        let mut facts = rows::common(
            &milestone.number,
            owner,
            milestone.department_id,
            milestone.created_at,
        );
        facts.extend(rows::facts(json!({
            "project": null,
            "title": milestone.title,
            "baseline_on": milestone.baseline_on,
            "due_on": milestone.due_on,
            "state": milestone.state.word(),
        })));
        Ok(Some(SubjectFacts {
            subject: milestone.subject(),
            number: milestone.number,
            title: milestone.title,
            owner,
            department: milestone.department_id,
            pack_version: milestone.pack_version_id,
            version: milestone.version,
            ended: milestone.state != MilestoneState::Open,
            suspended: false,
            roles: Vec::new(),
            belongs_to: vec![Subject::new("project", milestone.project_id)],
            facts,
        }))
    })
}
