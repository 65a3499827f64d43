//! What all records here share: whom a scope lets see them, how a row is saved over the version that was read, facts that each declares.

use crate::http::Call;
use crate::ledger::instant;
use crate::list::Context;
use crate::{DepartmentId, Failure, MemberId, Reach, Scope, Subject, SubjectFacts, Work, subject};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::SelectStatement;
use sea_orm::{Condition, IntoActiveModel, Iterable, PrimaryKeyToColumn, UpdateMany};
use serde_json::{Map, Value, json};
use xianji_policy::{FactType, KindDecl};

/// Whether a row lies within a scope: owned, named on (a subquery of ids), of the department, of the tree, anything.
pub fn within<C: ColumnTrait>(
    scope: &Scope,
    id: C,
    owner: C,
    department: C,
    named: Option<SelectStatement>,
) -> Condition {
    let none = Condition::all().add(Expr::value(false));
    let Some(reach) = scope.reach else { return none };
    if reach == Reach::Company {
        return Condition::all();
    }
    let mut any = Condition::any();
    if let Some(member) = scope.member {
        any = any.add(owner.eq(member));
    }
    if reach >= Reach::Team
        && let Some(named) = named
    {
        any = any.add(id.in_subquery(named));
    }
    match reach {
        Reach::Department => any = any.add_option(scope.department.map(|mine| department.eq(mine))),
        Reach::Tree if !scope.tree.is_empty() => any = any.add(department.is_in(scope.tree.iter().copied())),
        Reach::Tree | Reach::Own | Reach::Team | Reach::Company => {}
    }
    if any.is_empty() { none } else { any }
}

/// All columns of a row but its key, to be saved over itself. A key in the list of what is set would have SQLite look for the row in every
/// table that refers to it.
pub fn all_but_key<M>(row: M) -> <M::Entity as EntityTrait>::ActiveModel
where
    M: ModelTrait + IntoActiveModel<<M::Entity as EntityTrait>::ActiveModel>,
{
    let mut row = row.into_active_model().reset_all();
    for key in <<M::Entity as EntityTrait>::PrimaryKey as Iterable>::iter() {
        row.not_set(key.into_column());
    }
    row
}

/// Saves over the version that was read, or refuses as stale.
pub async fn over<E: EntityTrait>(work: &Work, update: UpdateMany<E>) -> Result<(), Failure> {
    let saved = update.exec(&work.db()).await?;
    if saved.rows_affected == 0 {
        Err(crate::failure::Stale.into())
    } else {
        Ok(())
    }
}

/// Declares what every kind says of itself.
pub fn kind(name: &str) -> KindDecl {
    KindDecl::new(name)
        .with_fact("number", FactType::Text, "its human number")
        .with_fact("owner", FactType::Member, "whose it is")
        .with_fact(
            "department",
            FactType::Department,
            "the owner's department on the day it became theirs",
        )
        .with_fact("created_at", FactType::Instant, "when it was entered")
}

/// The values of these facts.
pub fn common(
    number: &str,
    owner: Option<MemberId>,
    department: Option<DepartmentId>,
    created_at: DateTimeUtc,
) -> Map<String, Value> {
    facts(
        json!({ "number": number, "owner": owner, "department": department, "created_at": instant(created_at) }),
    )
}

/// A JSON object as facts.
pub fn facts(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

/// What `@me` and `@today` mean in the filters of this call.
pub fn context(call: &Call) -> Context {
    Context::of(call.actor(), &call.app().policies(), call.app().now())
}

/// Refuses with 404 what the scope does not show: a record of another floor is named only by those who may see it.
pub async fn seen(work: &Work, kind: &'static str, id: Uuid) -> Result<SubjectFacts, Failure> {
    let subject = Subject::new(kind, id);
    let scope = work.scope(&format!("{kind}.read"));
    if !subject::is_visible(work.app(), &work.db(), &scope, &subject).await? {
        return Err(Failure::not_found(kind));
    }
    subject::load(work.app(), &work.db(), &subject).await
}
