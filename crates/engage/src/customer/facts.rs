//! What packs and filters may ask of a customer.

use futures_util::future::BoxFuture;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use serde_json::json;
use uuid::Uuid;
use xianji_platform::database::Conn;
use xianji_platform::{Failure, Kind, Owned, SubjectFacts};
use xianji_policy::{FactType, KindDecl};

use super::entity::{Column, Entity, Model as Customer};
use super::{events, queries};
use xianji_platform::record::rows;

/// The kind, as the house registers it.
pub fn kind() -> Kind {
    Kind {
        declared: declared(),
        address: "/customers/{id}",
        titled: Some("name"),
        load,
        visible: |scope| {
            queries::visible(scope)
                .select_only()
                .column(Column::Id)
                .into_query()
        },
        running: || {
            let live = Entity::find().select_only().column(Column::Id);
            live.filter(Column::ArchivedAt.is_null())
                .filter(Column::MergedInto.is_null())
                .into_query()
        },
    }
}

fn declared() -> KindDecl {
    let mut kind = rows::kind("customer")
        .with_fact("name", FactType::Text, "what they are called")
        .with_fact(
            "kind",
            FactType::choice(&["company", "person"]),
            "a company or a person",
        )
        .with_fact("industry", FactType::Text, "their industry, if known")
        .with_fact("region", FactType::Text, "where they are, if known")
        .with_fact("source", FactType::Text, "how they came to us, if known")
        .with_fact("budget", FactType::Money, "what they can spend, if known")
        .with_fact("needs", FactType::Text, "what they need, if known")
        .with_fact("preferences", FactType::Text, "what they prefer, if known")
        .with_fact("purchase_behaviour", FactType::Text, "how they buy, if known")
        .with_fact("address", FactType::Text, "where they sit, if known")
        .with_fact("website", FactType::Text, "their website, if known")
        .with_fact(
            "credit_code",
            FactType::Text,
            "unified social credit code, if known",
        )
        .with_states(&["complete"])
        .with_fact("complete", FactType::Flag, "all that the file must hold is there")
        .with_fact(
            "active",
            FactType::Flag,
            "something happened with them in the last 90 days",
        )
        .with_fact(
            "project_team",
            FactType::list(FactType::Member),
            "everybody in the team of a project of theirs",
        )
        .with_fact("contact_count", FactType::Integer, "contacts on file")
        .with_place(
            "?panel=edit",
            &[
                "name",
                "kind",
                "industry",
                "region",
                "source",
                "budget",
                "needs",
                "preferences",
                "purchase_behaviour",
                "address",
                "website",
                "credit_code",
            ],
        )
        .with_place_of_added("?panel=edit")
        .with_place("?tab=overview", &["complete"])
        .with_place("?tab=contacts", &["contact_count"])
        .with_beginning("customer.create", None)
        .with_actions(&[
            "customer.create",
            "customer.update",
            "customer.merge",
            "customer.archive",
            "customer.export",
            "customer.share",
            "customer.read",
            "customer.transfer",
        ]);
    kind.events = events::declared();
    kind
}

fn load<'a>(db: &'a Conn<'a>, id: Uuid) -> BoxFuture<'a, Result<Option<SubjectFacts>, Failure>> {
    Box::pin(async move {
        let Some(customer) = Entity::find_by_id(id).one(db).await? else {
            return Ok(None);
        };
        let roles = queries::roles(db, customer.id).await?;
        let mut known = of(&customer);
        let team: Vec<_> = roles
            .iter()
            .filter(|(role, _)| role == "project")
            .map(|(_, member)| member)
            .collect();
        known.facts.insert("project_team".into(), json!(team));
        Ok(Some(SubjectFacts { roles, ..known }))
    })
}

/// The facts of a customer that was just made: nobody is named on it yet.
pub(super) fn of_new(customer: &Customer) -> SubjectFacts {
    let mut known = of(customer);
    known.facts.insert("project_team".into(), json!([]));
    known
}

/// The facts of a customer that is at hand, without who is named on it.
pub fn of(customer: &Customer) -> SubjectFacts {
    let mut facts = rows::facts(customer.extra.clone());
    facts.extend(rows::common(
        &customer.number,
        customer.owner_id,
        customer.department_id,
        customer.created_at,
    ));
    facts.extend(rows::facts(json!({
        "name": customer.name,
        "kind": customer.kind,
        "industry": customer.industry,
        "region": customer.region,
        "source": customer.source,
        "budget": customer.budget_home,
        "needs": customer.needs,
        "preferences": customer.preferences,
        "purchase_behaviour": customer.purchase_behaviour,
        "address": customer.address,
        "website": customer.website,
        "credit_code": customer.credit_code,
        "complete": customer.complete,
        "active": customer.active,
        "contact_count": customer.contact_count,
    })));
    SubjectFacts {
        subject: customer.subject(),
        number: customer.number.clone(),
        title: customer.name.clone(),
        owner: customer.owner_id,
        department: customer.department_id,
        pack_version: customer.pack_version_id,
        version: customer.version,
        ended: customer.archived_at.is_some() || customer.merged_into.is_some(),
        suspended: false,
        roles: Vec::new(),
        belongs_to: Vec::new(),
        facts,
    }
}
