//! What packs and filters may ask of an interaction.

use futures_util::future::BoxFuture;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use serde_json::json;
use uuid::Uuid;
use xianji_platform::database::Conn;
use xianji_platform::ledger::instant;
use xianji_platform::{Failure, Kind, Owned, Subject, SubjectFacts};
use xianji_policy::{FactType, KindDecl};

use super::entity::{Column, Entity, InteractionState};
use super::{events, queries};
use crate::customer;
use xianji_platform::record::rows;

/// The kind, as the house registers it.
pub fn kind() -> Kind {
    Kind {
        declared: declared(),
        address: "/interactions/{id}",
        titled: None,
        load,
        visible: |scope| {
            queries::visible(scope)
                .select_only()
                .column(Column::Id)
                .into_query()
        },
        running: || {
            let planned = Entity::find().select_only().column(Column::Id);
            planned
                .filter(Column::State.eq(InteractionState::Planned))
                .into_query()
        },
    }
}

fn declared() -> KindDecl {
    let mut kind = rows::kind("interaction")
        .following()
        .with_fact("customer", FactType::kind("customer"), "with whom")
        .with_owner("customer", "customer")
        .with_fact(
            "project",
            FactType::Text,
            "id of the project that it was about, if any",
        )
        .with_fact(
            "kind",
            FactType::choice(&["call", "mail", "meeting", "visit", "negotiation", "other"]),
            "how they met",
        )
        .with_fact(
            "happened_at",
            FactType::Instant,
            "when it was held; when it is planned, as long as it was not",
        )
        .with_fact(
            "planned_at",
            FactType::Instant,
            "for when it was planned, if it was",
        )
        .with_fact(
            "lag_minutes",
            FactType::Integer,
            "working minutes between holding and entry",
        )
        .with_fact("inbound", FactType::Flag, "the customer came to us")
        .with_fact(
            "inquiry",
            FactType::Text,
            "id of the inquiry in which it is registered, if it is",
        )
        .with_fact("next_action", FactType::Text, "what comes next, if anything")
        .with_states(&["planned", "recorded", "cancelled"])
        .with_beginning("interaction.plan", Some("customer"))
        .with_beginning("interaction.record", Some("customer"))
        .with_actions(&[
            "interaction.plan",
            "interaction.record",
            "interaction.cancel",
            "interaction.register",
            "interaction.read",
        ]);
    kind.events = events::declared();
    kind
}

fn load<'a>(db: &'a Conn<'a>, id: Uuid) -> BoxFuture<'a, Result<Option<SubjectFacts>, Failure>> {
    Box::pin(async move {
        let Some(one) = Entity::find_by_id(id).one(db).await? else {
            return Ok(None);
        };
        let Some(customer) = customer::entity::Entity::find_by_id(one.customer_id)
            .one(db)
            .await?
        else {
            return Ok(None);
        };
        let mut facts = rows::facts(one.extra.clone());
        facts.extend(rows::common("", one.owner_id, one.department_id, one.created_at));
        facts.extend(rows::facts(json!({
            "customer": customer::facts::of(&customer).facts,
            "project": one.project_id,
            "kind": one.kind,
            "happened_at": one.happened_at.or(one.planned_at).map(instant),
            "planned_at": one.planned_at.map(instant),
            "lag_minutes": one.lag_minutes.unwrap_or(0),
            "inbound": one.inbound,
            "inquiry": one.inquiry_id,
            "next_action": one.next_action,
        })));
        let mut belongs_to = vec![customer.subject()];
        belongs_to.extend(one.project_id.map(|id| Subject::new("project", id)));
        Ok(Some(SubjectFacts {
            subject: one.subject(),
            number: String::new(),
            title: customer.name,
            owner: one.owner_id,
            department: one.department_id,
            pack_version: customer.pack_version_id,
            version: one.version,
            ended: one.state == InteractionState::Cancelled,
            suspended: false,
            roles: Vec::new(),
            belongs_to,
            facts,
        }))
    })
}
