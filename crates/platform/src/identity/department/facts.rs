//! What packs may ask of a department, and which ones a scope may see.

use futures_util::future::BoxFuture;
use sea_orm::sea_query::{Expr, SelectStatement};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QuerySelect, QueryTrait, Select};
use serde_json::json;
use uuid::Uuid;
use xianji_policy::{FactType, KindDecl};

use super::actions::{DepartmentArchived, DepartmentChanged, DepartmentCreated};
use super::{Column, Entity};
use crate::database::Conn;
use crate::failure::Failure;
use crate::id::{DepartmentId, Subject};
use crate::identity::{Reach, Scope};
use crate::module::{Kind, SubjectFacts};
use crate::work::Event;

/// The kind `department`.
pub fn kind() -> Kind {
    let declared = KindDecl::new("department")
        .with_fact("number", FactType::Text, "always empty")
        .with_fact("owner", FactType::Member, "nobody")
        .with_fact("department", FactType::Department, "the department")
        .with_fact("created_at", FactType::Instant, "when it was made")
        .with_fact("name", FactType::Text, "name")
        .with_fact("parent", FactType::Department, "the department above")
        .with_actions(&["department.read", "department.create", "department.update"])
        .with_beginning("department.create", None);
    let events = [
        DepartmentCreated::declared(),
        DepartmentChanged::declared(),
        DepartmentArchived::declared(),
    ];
    let declared = events
        .into_iter()
        .fold(declared, |kind, event| kind.with_event(&event.name, event.facts));
    Kind {
        declared,
        address: "/departments/{id}",
        titled: None,
        load,
        visible: |scope| ids(visible(scope)),
        running,
    }
}

/// Departments that a scope may see.
pub fn visible(scope: &Scope) -> Select<Entity> {
    let all = Entity::find();
    match scope.reach {
        None => all.filter(Expr::val(1).eq(0)),
        Some(Reach::Own | Reach::Team | Reach::Department) => all.filter(Column::Id.eq(scope.department)),
        Some(Reach::Tree) => all.filter(Column::Id.is_in(scope.tree.clone())),
        Some(Reach::Company) => all,
    }
}

fn ids(select: Select<Entity>) -> SelectStatement {
    select.select_only().column(Column::Id).into_query()
}

fn running() -> SelectStatement {
    ids(Entity::find().filter(Column::ArchivedAt.is_null()))
}

fn load<'a>(db: &'a Conn<'a>, id: Uuid) -> BoxFuture<'a, Result<Option<SubjectFacts>, Failure>> {
    Box::pin(async move {
        let Some(row) = Entity::find_by_id(DepartmentId(id)).one(db).await? else {
            return Ok(None);
        };
        let facts = json!({
            "number": "", "owner": null, "department": row.id, "name": row.name, "parent": row.parent_id,
            "created_at": crate::ledger::instant(row.created_at),
        });
        Ok(Some(SubjectFacts {
            subject: Subject::new("department", row.id),
            number: String::new(),
            title: row.name,
            owner: None,
            department: Some(row.id),
            pack_version: None,
            version: row.version,
            ended: row.archived_at.is_some(),
            suspended: false,
            roles: Vec::new(),
            belongs_to: Vec::new(),
            facts: facts.as_object().cloned().unwrap_or_default(),
        }))
    })
}
