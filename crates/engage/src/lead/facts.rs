//! What packs and filters may ask of a lead.

use futures_util::future::BoxFuture;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use serde_json::json;
use uuid::Uuid;
use xianji_platform::database::Conn;
use xianji_platform::{Failure, Kind, Owned, SubjectFacts};
use xianji_policy::{FactType, KindDecl};

use super::entity::{Column, Entity, LeadState};
use super::{events, queries};
use crate::customer;
use xianji_platform::record::rows;

/// The kind, as the house registers it.
pub fn kind() -> Kind {
    Kind {
        declared: declared(),
        address: "/leads/{id}",
        titled: None,
        load,
        visible: |scope| {
            queries::visible(scope)
                .select_only()
                .column(Column::Id)
                .into_query()
        },
        running: || {
            let open = Entity::find()
                .select_only()
                .column(Column::Id)
                .filter(Column::ArchivedAt.is_null());
            open.filter(Column::State.is_not_in([LeadState::Converted, LeadState::Discarded]))
                .into_query()
        },
    }
}

fn declared() -> KindDecl {
    let mut kind = rows::kind("lead")
        .with_fact(
            "customer",
            FactType::kind("customer"),
            "whose business it may be, once known",
        )
        .with_owner("customer", "customer")
        .with_fact("source", FactType::Text, "where it comes from, if known")
        .with_fact(
            "state",
            FactType::choice(&["new", "contacted", "qualified", "converted", "discarded"]),
            "where it is in its life",
        )
        .with_fact(
            "first_on",
            FactType::Date,
            "the day on which it was first heard of",
        )
        .with_states(&["new", "contacted", "qualified", "converted", "discarded"])
        .with_beginning("lead.create", None)
        .with_actions(&[
            "lead.create",
            "lead.update",
            "lead.contact",
            "lead.qualify",
            "lead.convert",
            "lead.discard",
            "lead.read",
        ]);
    kind.events = events::declared();
    kind
}

fn load<'a>(db: &'a Conn<'a>, id: Uuid) -> BoxFuture<'a, Result<Option<SubjectFacts>, Failure>> {
    Box::pin(async move {
        let Some(lead) = Entity::find_by_id(id).one(db).await? else {
            return Ok(None);
        };
        let customer = match lead.customer_id {
            Some(id) => customer::entity::Entity::find_by_id(id).one(db).await?,
            None => None,
        };
        let mut facts = rows::facts(lead.extra.clone());
        facts.extend(rows::common(
            &lead.number,
            lead.owner_id,
            lead.department_id,
            lead.created_at,
        ));
        facts.extend(rows::facts(json!({
            "customer": customer.as_ref().map(|customer| customer::facts::of(customer).facts),
            "source": lead.source,
            "state": lead.state,
            "first_on": lead.first_on,
        })));
        Ok(Some(SubjectFacts {
            subject: lead.subject(),
            number: lead.number.clone(),
            title: lead.title.clone(),
            owner: lead.owner_id,
            department: lead.department_id,
            pack_version: lead.pack_version_id,
            version: lead.version,
            ended: lead.state.next().is_empty() || lead.archived_at.is_some(),
            suspended: false,
            roles: Vec::new(),
            belongs_to: customer.iter().map(Owned::subject).collect(),
            facts,
        }))
    })
}
