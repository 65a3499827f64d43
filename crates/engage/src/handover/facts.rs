//! What packs and filters may ask of a handover.

use futures_util::future::BoxFuture;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use serde_json::json;
use uuid::Uuid;
use xianji_platform::database::Conn;
use xianji_platform::{Failure, Kind, Owned, Subject, SubjectFacts};
use xianji_policy::{FactType, KindDecl};

use super::entity::{Column, Entity, HandoverState};
use super::{events, queries};
use crate::{customer, inquiry};
use xianji_platform::record::rows;

/// The kind, as the house registers it.
pub fn kind() -> Kind {
    Kind {
        declared: declared(),
        address: "/handovers/{id}",
        titled: None,
        load,
        visible: |scope| {
            queries::visible(scope)
                .select_only()
                .column(Column::Id)
                .into_query()
        },
        running: || {
            let open = Entity::find().select_only().column(Column::Id);
            open.filter(Column::State.eq(HandoverState::Offered)).into_query()
        },
    }
}

fn declared() -> KindDecl {
    let mut kind = rows::kind("handover")
        .following()
        .with_fact(
            "inquiry",
            FactType::kind("inquiry"),
            "in which the needs were found",
        )
        .with_owner("inquiry", "inquiry")
        .with_fact(
            "customer",
            FactType::kind("customer"),
            "whose needs they are, once known",
        )
        .with_fact("from", FactType::Member, "who offers")
        .with_fact("to", FactType::Member, "who accepts or refuses")
        .with_fact(
            "intent",
            FactType::choice(&["high", "medium", "low"]),
            "how much the customer wants to buy",
        )
        .with_fact(
            "state",
            FactType::choice(&["offered", "accepted", "refused"]),
            "where it is in its life",
        )
        .with_states(&["offered", "accepted", "refused"])
        .with_roles(&["from", "to"])
        .with_beginning("handover.offer", Some("inquiry"))
        .with_actions(&[
            "handover.offer",
            "handover.accept",
            "handover.refuse",
            "handover.read",
        ]);
    kind.events = events::declared();
    kind
}

fn load<'a>(db: &'a Conn<'a>, id: Uuid) -> BoxFuture<'a, Result<Option<SubjectFacts>, Failure>> {
    Box::pin(async move {
        let Some(row) = Entity::find_by_id(id).one(db).await? else {
            return Ok(None);
        };
        let inquiry = inquiry::entity::Entity::find_by_id(row.inquiry_id)
            .one(db)
            .await?;
        let customer = match inquiry.as_ref().and_then(|inquiry| inquiry.customer_id) {
            Some(id) => customer::entity::Entity::find_by_id(id).one(db).await?,
            None => None,
        };
        let mut facts = rows::common("", Some(row.to_id), row.department_id, row.created_at);
        facts.extend(rows::facts(json!({
            "inquiry": inquiry.as_ref().map(|inquiry| inquiry::facts::of(inquiry, customer.as_ref()).facts),
            "customer": customer.as_ref().map(|customer| customer::facts::of(customer).facts),
            "from": row.from_id,
            "to": row.to_id,
            "intent": row.intent,
            "state": row.state,
        })));
        Ok(Some(SubjectFacts {
            subject: row.subject(),
            number: String::new(),
            title: inquiry
                .as_ref()
                .map(|inquiry| inquiry.title.clone())
                .unwrap_or_default(),
            owner: Some(row.to_id),
            department: row.department_id,
            pack_version: inquiry.as_ref().and_then(|inquiry| inquiry.pack_version_id),
            version: row.version,
            ended: row.state != HandoverState::Offered,
            suspended: false,
            roles: vec![("from".into(), row.from_id), ("to".into(), row.to_id)],
            belongs_to: vec![Subject::new("inquiry", row.inquiry_id)],
            facts,
        }))
    })
}
