//! What packs may ask of imports.

use futures_util::future::BoxFuture;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use serde_json::json;
use uuid::Uuid;
use xianji_policy::{FactType, KindDecl};

use super::entity::{Column, Entity, ImportState, Model as ImportRun};
use super::{events, queries};
use crate::database::Conn;
use crate::failure::Failure;
use crate::identity::Owned;
use crate::module::{Kind, SubjectFacts};
use crate::record::rows;

/// The kind, as the house registers it.
pub fn kind() -> Kind {
    Kind {
        declared: declared(),
        address: "/imports/{id}",
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
            open.filter(Column::State.is_in(ImportState::OPEN)).into_query()
        },
    }
}

fn declared() -> KindDecl {
    let mut kind = rows::kind("import_run")
        .with_fact("kind", FactType::Text, "kind of the records")
        .with_fact("made", FactType::Integer, "records made")
        .with_fact(
            "failed_rows",
            FactType::Integer,
            "rows that could not be taken in",
        )
        .with_states(&[
            "uploaded",
            "checking",
            "checked",
            "running",
            "finished",
            "cancelled",
            "failed",
            "undoing",
            "undone",
        ])
        .with_actions(&["import_run.read", "import_run.cancel", "import_run.undo"]);
    kind.events = events::declared();
    kind
}

fn load<'a>(db: &'a Conn<'a>, id: Uuid) -> BoxFuture<'a, Result<Option<SubjectFacts>, Failure>> {
    Box::pin(async move {
        let found = Entity::find_by_id(id).one(db).await?;
        Ok(found.map(|run| of(&run)))
    })
}

fn of(run: &ImportRun) -> SubjectFacts {
    let mut facts = rows::common("", run.owner_id, run.department_id, run.created_at);
    facts.extend(rows::facts(
        json!({ "kind": run.kind, "made": run.made, "failed_rows": run.failed }),
    ));
    SubjectFacts {
        subject: run.subject(),
        number: String::new(),
        title: run.file_name.clone(),
        owner: run.owner_id,
        department: run.department_id,
        pack_version: None,
        version: run.version,
        ended: !ImportState::OPEN.contains(&run.state),
        suspended: false,
        roles: Vec::new(),
        belongs_to: Vec::new(),
        facts,
    }
}
