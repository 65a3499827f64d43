//! What packs may ask of customer data on its way out.

use futures_util::future::BoxFuture;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use serde_json::json;
use uuid::Uuid;
use xianji_platform::database::Conn;
use xianji_platform::record::rows;
use xianji_platform::{Failure, Kind, Owned, Subject, SubjectFacts};
use xianji_policy::{FactType, KindDecl};

use super::entity::{Column, Entity, ExportState};
use super::{events, queries};

/// The kind, as the house registers it.
pub fn kind() -> Kind {
    Kind {
        declared: declared(),
        address: "/exports/{id}",
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
            open.filter(Column::State.ne(ExportState::Ended)).into_query()
        },
    }
}

fn declared() -> KindDecl {
    let mut kind = rows::kind("export_run")
        .serving(&["approval:export", "approval:release"])
        .with_fact("shared", FactType::Flag, "it goes to somebody outside")
        .with_fact("recipient", FactType::Text, "who outside gets it")
        .with_fact(
            "confidential",
            FactType::Flag,
            "confidential fields come in clear",
        )
        .with_fact("count", FactType::Integer, "customers in it")
        .with_fact(
            "customer",
            FactType::kind("customer"),
            "the one customer, where it is about one",
        )
        .with_owner("customer", "customer")
        .with_states(&["asked", "approved", "refused", "made", "ended"])
        .with_actions(&["export_run.make", "export_run.end", "export_run.read"]);
    kind.events = events::declared();
    kind
}

fn load<'a>(db: &'a Conn<'a>, id: Uuid) -> BoxFuture<'a, Result<Option<SubjectFacts>, Failure>> {
    Box::pin(async move {
        let Some(run) = Entity::find_by_id(id).one(db).await? else {
            return Ok(None);
        };
        let mut facts = rows::common("", run.owner_id, run.department_id, run.created_at);
        facts.extend(rows::facts(json!({
            "shared": run.shared,
            "recipient": run.recipient,
            "confidential": run.confidential,
            "count": run.customer_count,
        })));
        Ok(Some(SubjectFacts {
            subject: run.subject(),
            number: String::new(),
            title: run.reason.chars().take(80).collect(),
            owner: run.owner_id,
            department: run.department_id,
            pack_version: run.pack_version_id,
            version: run.version,
            ended: run.state == ExportState::Ended,
            suspended: false,
            roles: Vec::new(),
            belongs_to: run
                .customer_id
                .map(|id| Subject::new("customer", id))
                .into_iter()
                .collect(),
            facts,
        }))
    })
}
