//! What packs may ask of a member, and whom a scope may see.

use futures_util::future::BoxFuture;
use sea_orm::sea_query::{Expr, Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, QuerySelect, QueryTrait, Select};
use serde_json::json;
use uuid::Uuid;
use xianji_policy::{FactType, KindDecl};

use super::events::{
    MemberChanged, MemberCreated, MemberDeactivated, MemberMoved, MemberPasswordChanged, MemberReactivated,
};
use crate::database::Conn;
use crate::failure::Failure;
use crate::id::{DepartmentId, MemberId, Subject};
use crate::identity::entity::{holding, member, membership};
use crate::identity::{Reach, Scope};
use crate::module::{Kind, SubjectFacts};
use crate::work::Event;

/// The kind `member`.
pub fn kind() -> Kind {
    let declared = KindDecl::new("member")
        .with_fact("number", FactType::Text, "always empty")
        .with_fact("owner", FactType::Member, "the member")
        .with_fact("department", FactType::Department, "today's department")
        .with_fact("created_at", FactType::Instant, "when the member was made")
        .with_fact("name", FactType::Text, "name")
        .with_fact(
            "positions",
            FactType::list(FactType::Text),
            "ids of the positions held",
        )
        .with_actions(&[
            "member.read",
            "member.create",
            "member.update",
            "member.reset_password",
        ])
        .with_beginning("member.create", None);
    let events = [
        MemberCreated::declared(),
        MemberChanged::declared(),
        MemberDeactivated::declared(),
        MemberReactivated::declared(),
        MemberMoved::declared(),
        MemberPasswordChanged::declared(),
    ];
    let declared = events
        .into_iter()
        .fold(declared, |kind, event| kind.with_event(&event.name, event.facts));
    Kind {
        declared,
        address: "/members/{id}",
        titled: None,
        load,
        visible: |scope| ids(visible(scope)),
        running,
    }
}

/// Members that a scope may see: oneself, those of the department or the tree by their present or coming membership, or all.
pub fn visible(scope: &Scope) -> Select<member::Entity> {
    let all = member::Entity::find();
    let oneself = member::Column::Id.eq(scope.member);
    match scope.reach {
        None => all.filter(Expr::val(1).eq(0)),
        Some(Reach::Own | Reach::Team) => all.filter(oneself),
        Some(Reach::Department) => all.filter(
            Condition::any()
                .add(oneself)
                .add(within(scope.department.into_iter().collect())),
        ),
        Some(Reach::Tree) => all.filter(Condition::any().add(oneself).add(within(scope.tree.clone()))),
        Some(Reach::Company) => all,
    }
}

fn within(departments: Vec<DepartmentId>) -> Expr {
    let members = Query::select()
        .column(membership::Column::MemberId)
        .from(membership::Entity)
        .and_where(membership::Column::UntilDate.is_null())
        .and_where(membership::Column::DepartmentId.is_in(departments))
        .to_owned();
    member::Column::Id.in_subquery(members)
}

fn ids(select: Select<member::Entity>) -> SelectStatement {
    select.select_only().column(member::Column::Id).into_query()
}

fn running() -> SelectStatement {
    ids(member::Entity::find().filter(member::Column::DeactivatedAt.is_null()))
}

fn load<'a>(db: &'a Conn<'a>, id: Uuid) -> BoxFuture<'a, Result<Option<SubjectFacts>, Failure>> {
    Box::pin(async move {
        let Some(row) = member::Entity::find_by_id(MemberId(id)).one(db).await? else {
            return Ok(None);
        };
        let home = membership::Entity::find()
            .filter(membership::Column::MemberId.eq(row.id))
            .filter(membership::Column::UntilDate.is_null())
            .one(db)
            .await?;
        let held: Vec<String> = holding::Entity::find()
            .select_only()
            .column(holding::Column::Position)
            .filter(holding::Column::MemberId.eq(row.id))
            .filter(holding::Column::UntilDate.is_null())
            .into_tuple()
            .all(db)
            .await?;
        Ok(Some(facts(row, home.map(|home| home.department_id), held)))
    })
}

fn facts(row: member::Model, department: Option<DepartmentId>, positions: Vec<String>) -> SubjectFacts {
    let facts = json!({
        "number": "", "owner": row.id, "department": department, "name": row.name, "positions": positions,
        "created_at": crate::ledger::instant(row.created_at),
    });
    SubjectFacts {
        subject: Subject::new("member", row.id),
        number: String::new(),
        title: row.name,
        owner: Some(row.id),
        department,
        pack_version: None,
        version: row.version,
        ended: row.deactivated_at.is_some(),
        suspended: false,
        roles: Vec::new(),
        belongs_to: Vec::new(),
        facts: facts.as_object().cloned().unwrap_or_default(),
    }
}
