//! What packs and filters may ask of a project.

use futures_util::future::BoxFuture;
use sea_orm::entity::prelude::*;
use sea_orm::{QuerySelect, QueryTrait};
use serde_json::{Map, Value, json};
use xianji_platform::module::Seal;
use xianji_platform::{Conn, Failure, Kind, MemberId, Owned, PackVersionId, Scope, Subject, SubjectFacts};
use xianji_policy::{FactType, KindDecl};

use super::entity::{Column, Entity, State, team_member};
use super::model::{Project, ProjectError};
use super::{events, queries};
use crate::gates::Kept;
use xianji_platform::record::rows;

/// Roles that the house itself knows in a project's team; the pack's positions with `of = "project"` come on top.
pub const ROLES: [&str; 11] = [
    "director",
    "manager",
    "planning-manager",
    "technical",
    "commercial",
    "design",
    "engineering",
    "procurement",
    "finance",
    "assistant",
    "monitor",
];

/// The kind, as the house registers it.
pub fn kind() -> Kind {
    Kind {
        declared: declared(),
        address: "/projects/{id}",
        titled: Some("name"),
        load,
        visible,
        running,
    }
}

/// An archived project takes nothing any more.
pub fn seal() -> Seal {
    Seal {
        of: "project",
        still_written: |facts| {
            let state = facts.facts.get("state").and_then(Value::as_str);
            if state == Some(State::Archived.word()) {
                Err(ProjectError::NotNow(State::Archived).into())
            } else {
                Ok(())
            }
        },
    }
}

fn visible(scope: &Scope) -> sea_orm::sea_query::SelectStatement {
    queries::visible_ids(scope)
}

fn running() -> sea_orm::sea_query::SelectStatement {
    let live = Entity::find().select_only().column(Column::Id);
    live.filter(Column::State.is_in([State::Active, State::Suspended, State::Won]))
        .into_query()
}

fn declared() -> KindDecl {
    let mut kind = rows::kind("project")
        .serving(&["lifecycle", "deliverable", "approval:initiation", "approval:skip"])
        .with_parts("tasks", "task")
        .with_parts("milestones", "milestone")
        .with_fact(
            "customer",
            FactType::kind("customer"),
            "whose project it is, if known",
        )
        .with_fact(
            "inquiry",
            FactType::kind("inquiry"),
            "the inquiry that it came from, if any",
        )
        .with_fact("name", FactType::Text, "what it is called")
        .with_fact("amount", FactType::Money, "what it is worth, if known")
        .with_fact("margin", FactType::Percent, "expected margin, if known")
        .with_fact(
            "kind",
            FactType::choice(&["product", "service", "integration", "other"]),
            "what is sold",
        )
        .with_fact("state", FactType::choice(&STATES), "where it is in its life")
        .with_fact("stage", FactType::Text, "id of its stage")
        .with_fact("stage_since", FactType::Instant, "when it entered the stage")
        .with_fact(
            "active",
            FactType::Flag,
            "it is being worked on: not won, lost, dropped, suspended or later",
        )
        .with_fact("initiated", FactType::Flag, "an initiation is approved")
        .with_fact("appointed", FactType::Flag, "its team was appointed")
        .with_fact("planned", FactType::Flag, "its plan has a baseline")
        .with_fact(
            "public_sector",
            FactType::Flag,
            "the customer is of the public sector",
        )
        .with_fact(
            "first_lead_on",
            FactType::Date,
            "when the customer first spoke of it",
        )
        .with_fact(
            "expected_sign_on",
            FactType::Date,
            "when it should be signed, if known",
        )
        .with_fact("won_on", FactType::Date, "when it was signed, if it was")
        .with_fact("director", FactType::Member, "who directs it, if anybody")
        .with_fact(
            "manager",
            FactType::Member,
            "who manages it: until one is appointed, its owner",
        )
        .with_fact("planning_manager", FactType::Member, "who plans it, if anybody")
        .with_fact("team", FactType::list(FactType::Member), "everybody in its team")
        .with_fact(
            "monitors",
            FactType::list(FactType::Member),
            "who watches over it",
        )
        .with_fact(
            "watchers",
            FactType::list(FactType::Member),
            "who reads it because of its grade",
        )
        .with_fact(
            "archive_missing",
            FactType::Integer,
            "mandatory archive items that are not on file",
        )
        .with_fact("goal", FactType::Text, "what it is to reach, if written down")
        .with_fact(
            "won_reason",
            FactType::Text,
            "why it was won, if it was and somebody said so",
        )
        .with_fact("lost_reason", FactType::Text, "why it was lost, if it was")
        .with_fact("dropped_reason", FactType::Text, "why it was given up, if it was")
        .with_place(
            "?panel=edit",
            &[
                "customer",
                "name",
                "amount",
                "margin",
                "kind",
                "public_sector",
                "first_lead_on",
                "expected_sign_on",
                "goal",
            ],
        )
        .with_place_of_added("?panel=edit")
        .with_place("?tab=overview", &["stage", "state", "active"])
        .with_place("?tab=approval", &["initiated"])
        .with_place(
            "?tab=team",
            &[
                "appointed",
                "director",
                "manager",
                "planning_manager",
                "team",
                "monitors",
            ],
        )
        .with_place("?tab=plan", &["planned"])
        .with_place("?tab=archive", &["archive_missing"])
        .with_owner("customer", "customer")
        .with_owner("inquiry", "inquiry")
        .with_beginning("project.create", None)
        .with_team()
        .with_actions(&ACTIONS)
        .with_states(&STATES)
        .with_roles(&ROLES);
    kind.events = events::declared();
    kind
}

const STATES: [&str; 8] = [
    "active",
    "won",
    "lost",
    "dropped",
    "suspended",
    "summarised",
    "evaluated",
    "archived",
];

const ACTIONS: [&str; 20] = [
    "project.transfer",
    "project.create",
    "project.update",
    "project.advance",
    "project.return",
    "project.skip",
    "project.suspend",
    "project.resume",
    "project.win",
    "project.lose",
    "project.drop",
    "project.appoint",
    "project.change_member",
    "project.baseline_plan",
    "project.file_dynamic_item",
    "project.file_deliverable",
    "project.summarise",
    "project.evaluate",
    "project.archive",
    "project.grade",
];

impl Owned for Project {
    fn subject(&self) -> Subject {
        Subject::new("project", self.id)
    }
    fn owner(&self) -> Option<MemberId> {
        self.owner_id
    }
    fn department(&self) -> Option<xianji_platform::DepartmentId> {
        self.department_id
    }
    fn named(&self) -> &[MemberId] {
        &self.named
    }
}

impl Kept for Project {
    fn kept(&self) -> Option<PackVersionId> {
        self.pack_version_id
    }
}

fn load<'a>(db: &'a Conn<'a>, id: Uuid) -> BoxFuture<'a, Result<Option<SubjectFacts>, Failure>> {
    Box::pin(async move {
        let Some(project) = Entity::find_by_id(id).one(db).await? else {
            return Ok(None);
        };
        let team = queries::named_today(db, project.id).await?;
        Ok(Some(of(&project, &team)))
    })
}

/// The facts of a project and team that are at hand; those of what it belongs to are added by whoever judges.
pub fn of(project: &Project, team: &[team_member::Model]) -> SubjectFacts {
    let mut facts = rows::facts(project.extra.clone());
    facts.extend(rows::common(
        &project.number,
        project.owner_id,
        project.department_id,
        project.created_at,
    ));
    facts.extend(own(project));
    facts.extend(people(project, team));
    SubjectFacts {
        subject: project.subject(),
        number: project.number.clone(),
        title: project.name.clone(),
        owner: project.owner_id,
        department: project.department_id,
        pack_version: project.pack_version_id,
        version: project.version,
        ended: project.is_ended(),
        suspended: project.state == State::Suspended,
        roles: team
            .iter()
            .map(|member| (member.role.clone(), member.member_id))
            .collect(),
        belongs_to: belongs_to(project),
        facts,
    }
}

fn own(project: &Project) -> Map<String, Value> {
    rows::facts(json!({
        "customer": null,
        "inquiry": null,
        "name": project.name,
        "amount": project.amount_home,
        "margin": project.margin_percent,
        "kind": project.kind.word(),
        "state": project.state.word(),
        "stage": project.stage,
        "stage_since": xianji_platform::ledger::instant(project.stage_since),
        "active": project.state == State::Active,
        "initiated": project.initiated_at.is_some(),
        "appointed": project.appointed_at.is_some(),
        "planned": project.baselined_at.is_some(),
        "public_sector": project.public_sector,
        "first_lead_on": project.first_lead_on,
        "expected_sign_on": project.expected_sign_on,
        "won_on": project.won_on,
        "archive_missing": project.archive_missing,
        "goal": project.goal,
        "won_reason": reason_of(project, "won"),
        "lost_reason": reason_of(project, "lost"),
        "dropped_reason": reason_of(project, "dropped"),
    }))
}

fn reason_of<'a>(project: &'a Project, outcome: &str) -> Option<&'a str> {
    project
        .reason
        .as_deref()
        .filter(|_| project.outcome.as_deref() == Some(outcome))
}

fn people(project: &Project, team: &[team_member::Model]) -> Map<String, Value> {
    let in_role = |role: &str| team.iter().find(|one| one.role == role).map(|one| one.member_id);
    let all_in = |role: &str| {
        team.iter()
            .filter(|one| one.role == role)
            .map(|one| one.member_id)
            .collect::<Vec<_>>()
    };
    let working = team
        .iter()
        .filter(|one| one.role != "monitor" && one.role != queries::WATCHER);
    let mut all: Vec<_> = working.map(|one| one.member_id).collect();
    all.sort();
    all.dedup();
    rows::facts(json!({
        "director": in_role("director"),
        "manager": in_role("manager").or(project.owner_id),
        "planning_manager": in_role("planning-manager"),
        "team": all,
        "monitors": all_in("monitor"),
        "watchers": all_in(queries::WATCHER),
    }))
}

fn belongs_to(project: &Project) -> Vec<Subject> {
    let customer = project.customer_id.map(|id| Subject::new("customer", id));
    let inquiry = project.inquiry_id.map(|id| Subject::new("inquiry", id));
    customer.into_iter().chain(inquiry).collect()
}
