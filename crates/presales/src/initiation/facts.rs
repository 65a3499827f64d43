//! What packs may ask of an application.

use futures_util::future::BoxFuture;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::SelectStatement;
use sea_orm::{QuerySelect, QueryTrait};
use serde_json::json;
use xianji_platform::{
    Conn, DepartmentId, Failure, Kind, MemberId, Owned, PackVersionId, Scope, Subject, SubjectFacts,
};
use xianji_policy::{FactType, KindDecl};

use super::entity::{Column, Entity, State};
use super::model::Initiation;
use super::{events, queries};
use crate::gates::Kept;
use xianji_platform::record::rows;

/// The kind, as the house registers it.
pub fn kind() -> Kind {
    Kind {
        declared: declared(),
        address: "/initiations/{id}",
        titled: None,
        load,
        visible,
        running,
    }
}

fn visible(scope: &Scope) -> SelectStatement {
    queries::visible(scope)
        .select_only()
        .column(Column::Id)
        .into_query()
}

fn running() -> SelectStatement {
    let live = Entity::find().select_only().column(Column::Id);
    live.filter(Column::State.is_in([State::Draft, State::Submitted, State::InReview]))
        .into_query()
}

fn declared() -> KindDecl {
    let mut kind = rows::kind("initiation")
        .with_fact(
            "project",
            FactType::kind("project"),
            "the project that is to start in earnest",
        )
        .with_fact("state", FactType::choice(&STATES), "how far it has come")
        .with_fact("revision", FactType::Integer, "counted from 1")
        .with_fact("budget", FactType::Money, "what it asks for, if anything")
        .with_owner("project", "project")
        .with_beginning("initiation.draft", Some("project"))
        .with_actions(&["initiation.draft", "initiation.submit", "initiation.withdraw"])
        .with_states(&STATES);
    kind.events = events::declared();
    kind
}

const STATES: [&str; 6] = [
    "draft",
    "submitted",
    "in_review",
    "approved",
    "returned",
    "rejected",
];

impl Owned for Initiation {
    fn subject(&self) -> Subject {
        Subject::new("initiation", self.id)
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

impl Kept for Initiation {
    fn kept(&self) -> Option<PackVersionId> {
        self.pack_version_id
    }
}

fn load<'a>(db: &'a Conn<'a>, id: Uuid) -> BoxFuture<'a, Result<Option<SubjectFacts>, Failure>> {
    Box::pin(async move {
        Ok(Entity::find_by_id(id)
            .one(db)
            .await?
            .map(|initiation| of(&initiation)))
    })
}

fn of(initiation: &Initiation) -> SubjectFacts {
    let mut facts = rows::common(
        &initiation.number,
        initiation.owner_id,
        initiation.department_id,
        initiation.created_at,
    );
    facts.extend(rows::facts(json!({
        "project": null,
        "state": initiation.state.word(),
        "revision": initiation.revision,
        "budget": initiation.budget_home,
    })));
    SubjectFacts {
        subject: initiation.subject(),
        number: initiation.number.clone(),
        title: initiation.number.clone(),
        owner: initiation.owner_id,
        department: initiation.department_id,
        pack_version: initiation.pack_version_id,
        version: initiation.version,
        ended: !initiation.is_open(),
        suspended: false,
        roles: Vec::new(),
        belongs_to: vec![Subject::new("project", initiation.project_id)],
        facts,
    }
}
