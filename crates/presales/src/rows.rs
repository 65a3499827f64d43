//! What all records here share: whom a scope lets see them, how a row is saved over the version that was read, what each declares of itself.

use chrono::{DateTime, Utc};
use sea_orm::ExprTrait;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::SelectStatement;
use sea_orm::{Condition, UpdateMany};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value, json};
use xianji_kernel::money::Money;
use xianji_platform::ledger::instant;
use xianji_platform::{
    DepartmentId, Failure, FieldFault, Invalid, MemberId, Reach, Scope, Subject, SubjectFacts, Work, subject,
};
use xianji_policy::{FactType, KindDecl};

/// Whether a row lies within a scope: owned, named on (a subquery of ids), of the department, of the tree, anything.
pub(crate) fn within<C: ColumnTrait>(
    scope: &Scope,
    id: C,
    owner: C,
    department: C,
    named: SelectStatement,
) -> Condition {
    let none = Condition::all().add(Expr::value(1).eq(0));
    let Some(reach) = scope.reach else { return none };
    if reach == Reach::Company {
        return Condition::all();
    }
    let Some(member) = scope.member else { return none };
    let mut any = Condition::any().add(owner.eq(member));
    if reach >= Reach::Team {
        any = any.add(id.in_subquery(named));
    }
    match reach {
        Reach::Department => any.add_option(scope.department.map(|mine| department.eq(mine))),
        Reach::Tree => any.add(department.is_in(scope.tree.iter().copied())),
        Reach::Own | Reach::Team | Reach::Company => any,
    }
}

/// Saves over the version that was read, or refuses as stale.
pub(crate) async fn over<E: EntityTrait>(work: &Work, update: UpdateMany<E>) -> Result<(), Failure> {
    let saved = update.exec(&work.db()).await?;
    if saved.rows_affected == 0 {
        Err(xianji_platform::failure::Stale.into())
    } else {
        Ok(())
    }
}

/// Declares what every kind says of itself.
pub(crate) fn kind(name: &str) -> KindDecl {
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
pub(crate) fn common(
    number: &str,
    owner: Option<MemberId>,
    department: Option<DepartmentId>,
    created_at: DateTime<Utc>,
) -> Map<String, Value> {
    facts(
        json!({ "number": number, "owner": owner, "department": department, "created_at": instant(created_at) }),
    )
}

/// A JSON object as facts.
pub(crate) fn facts(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

/// Refuses with 404 what the scope does not show: a record of another floor is named only by those who may see it.
pub(crate) async fn seen(work: &Work, kind: &'static str, id: Uuid) -> Result<SubjectFacts, Failure> {
    let subject = Subject::new(kind, id);
    let scope = work.scope(&format!("{kind}.read"));
    if !subject::is_visible(work.app(), &work.db(), &scope, &subject).await? {
        return Err(Failure::not_found(kind));
    }
    subject::load(work.app(), &work.db(), &subject).await
}

/// The same money in minor units of the home currency. Other currencies wait for the table of rates.
pub(crate) fn home(work: &Work, pointer: &str, money: Option<Money>) -> Result<i64, Failure> {
    let Some(money) = money else { return Ok(0) };
    if money.amount() < 0 {
        return Err(Invalid(vec![
            FieldFault::at(format!("{pointer}/amount"), "too-small").with("limit", 0),
        ])
        .into());
    }
    if money.currency().code() == work.policies().company().currency {
        return Ok(money.amount());
    }
    Err(Invalid::one(format!("{pointer}/currency"), "currency-without-rate").into())
}

/// Tells `null` from absent: use with `#[serde(default, deserialize_with = "given")]` on an `Option<Option<T>>`.
pub(crate) fn given<'de, D, T>(from: D) -> Result<Option<Option<T>>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    Option::<T>::deserialize(from).map(Some)
}

/// A text without spaces around it; an empty one is none.
pub(crate) fn tidy(text: Option<String>) -> Option<String> {
    text.map(|text| text.trim().to_owned())
        .filter(|text| !text.is_empty())
}
