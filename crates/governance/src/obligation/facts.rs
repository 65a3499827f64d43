//! What packs, gates of a waiver and the screen may ask of an obligation.

use futures_util::future::BoxFuture;
use sea_orm::sea_query::SelectStatement;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use serde_json::json;
use uuid::Uuid;
use xianji_kernel::text::Text;
use xianji_platform::ledger::instant;
use xianji_platform::{Conn, Failure, Kind, Scope, Subject, SubjectFacts};
use xianji_policy::{FactType, KindDecl};

use super::entity::{Column, Entity};
use super::{ObligationId, State, queries};

/// The kind `obligation`.
pub(crate) fn kind() -> Kind {
    let declared = KindDecl::new("obligation")
        .with_fact("number", FactType::Text, "Always empty")
        .with_fact("owner", FactType::Member, "Who owes it")
        .with_fact("department", FactType::Department, "In whose name it counts")
        .with_fact("created_at", FactType::Instant, "When it was opened")
        .with_fact("rule", FactType::Text, "The rule's id in the pack")
        .with_fact("source", FactType::Text, "What asked for it")
        .with_fact("due_at", FactType::Instant, "When it is due")
        .with_fact("overdue", FactType::Flag, "Whether it is past its time")
        .with_states(&["open", "fulfilled", "late", "waived", "void"])
        .with_actions(&[
            "obligation.read",
            "obligation.complete",
            "obligation.take",
            "obligation.hand_over",
            "obligation.waive",
        ]);
    Kind {
        declared,
        address: "/obligations/{id}",
        titled: None,
        load,
        visible,
        running,
    }
}

fn load<'a>(db: &'a Conn<'a>, id: Uuid) -> BoxFuture<'a, Result<Option<SubjectFacts>, Failure>> {
    Box::pin(async move {
        let Some(row) = Entity::find_by_id(ObligationId(id)).one(db).await? else {
            return Ok(None);
        };
        let people = queries::responsible(db, row.id).await?;
        let name: Text = serde_json::from_value(row.name.clone()).unwrap_or_default();
        let facts = json!({
            "rule": row.rule,
            "source": row.source,
            "due_at": row.due_at.map(instant),
            "overdue": row.overdue_at.is_some(),
            "created_at": instant(row.created_at),
        });
        Ok(Some(SubjectFacts {
            subject: Subject::new("obligation", row.id),
            number: String::new(),
            title: name.zh,
            owner: people.first().map(|one| one.member_id),
            department: row.department_id,
            pack_version: row.pack_version_id,
            version: row.version,
            ended: !row.is_open(),
            suspended: false,
            roles: people
                .iter()
                .map(|one| ("responsible".to_owned(), one.member_id))
                .collect(),
            belongs_to: vec![row.subject()],
            facts: facts.as_object().cloned().unwrap_or_default(),
        }))
    })
}

fn visible(scope: &Scope) -> SelectStatement {
    queries::visible(scope)
        .select_only()
        .column(Column::Id)
        .into_query()
}

fn running() -> SelectStatement {
    Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::State.eq(State::Open))
        .into_query()
}
