//! What packs and filters may ask of a contact. Confidential values come masked: a pack may ask whether one is there, not what it is.

use futures_util::future::BoxFuture;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use serde_json::json;
use uuid::Uuid;
use xianji_platform::database::Conn;
use xianji_platform::{Failure, Kind, Owned, Subject, SubjectFacts};
use xianji_policy::{FactType, KindDecl};

use super::entity::{Column, Entity};
use super::model::Confidential;
use super::{events, queries};
use crate::customer;
use xianji_platform::record::rows;

/// The kind, as the house registers it.
pub fn kind() -> Kind {
    Kind {
        declared: declared(),
        address: "/contacts/{id}",
        titled: None,
        load,
        visible: |scope| {
            queries::visible(scope)
                .select_only()
                .column(Column::Id)
                .into_query()
        },
        running: || {
            Entity::find()
                .select_only()
                .column(Column::Id)
                .filter(Column::ArchivedAt.is_null())
                .into_query()
        },
    }
}

fn declared() -> KindDecl {
    let mut kind = rows::kind("contact")
        .serving(&["secrecy"])
        .following()
        .with_fact(
            "customer",
            FactType::kind("customer"),
            "the customer they belong to",
        )
        .with_owner("customer", "customer")
        .with_fact("name", FactType::Text, "their name")
        .with_fact("phone", FactType::Text, "their phone, masked, if known")
        .with_fact("mobile", FactType::Text, "their mobile, masked, if known")
        .with_fact("email", FactType::Text, "their mail address, masked, if known")
        .with_fact("wechat", FactType::Text, "their WeChat name, masked, if known")
        .with_fact("position", FactType::Text, "their position, if known")
        .with_beginning("contact.create", Some("customer"))
        .with_actions(&[
            "contact.create",
            "contact.update",
            "contact.reveal",
            "contact.archive",
            "contact.read",
        ]);
    kind.events = events::declared();
    kind
}

fn load<'a>(db: &'a Conn<'a>, id: Uuid) -> BoxFuture<'a, Result<Option<SubjectFacts>, Failure>> {
    Box::pin(async move {
        let Some(contact) = Entity::find_by_id(id).one(db).await? else {
            return Ok(None);
        };
        let Some(customer) = customer::entity::Entity::find_by_id(contact.customer_id)
            .one(db)
            .await?
        else {
            return Ok(None);
        };
        let mut facts = rows::facts(contact.extra.clone());
        facts.extend(rows::common(
            "",
            customer.owner_id,
            customer.department_id,
            contact.created_at,
        ));
        facts.extend(rows::facts(json!({
            "customer": customer::facts::of(&customer).facts,
            "name": contact.name,
            "phone": contact.masked(Confidential::Phone),
            "mobile": contact.masked(Confidential::Mobile),
            "email": contact.masked(Confidential::Email),
            "wechat": contact.masked(Confidential::Wechat),
            "position": contact.position,
        })));
        Ok(Some(SubjectFacts {
            subject: Subject::new("contact", contact.id),
            number: String::new(),
            title: contact.name,
            owner: customer.owner_id,
            department: customer.department_id,
            pack_version: customer.pack_version_id,
            version: contact.version,
            ended: contact.archived_at.is_some(),
            suspended: false,
            roles: Vec::new(),
            belongs_to: vec![customer.subject()],
            facts,
        }))
    })
}
