//! Reads of what is due; each from what the reader may see.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    Select,
};
use uuid::Uuid;
use xianji_platform::database::dialect::lock_rows;
use xianji_platform::identity::ActorKind;
use xianji_platform::{Conn, DepartmentId, Failure, MemberId, Owned, Reach, Scope, Subject, Work};

use super::entity::{Column, Entity, person};
use super::{Obligation, ObligationId, State};

/// An obligation with the people who owe it, for the question who may do what to it.
pub struct Owed<'a> {
    row: &'a Obligation,
    people: Vec<MemberId>,
}

impl Owned for Owed<'_> {
    fn subject(&self) -> Subject {
        Subject::new("obligation", self.row.id)
    }
    fn owner(&self) -> Option<MemberId> {
        self.people.first().copied()
    }
    fn department(&self) -> Option<DepartmentId> {
        self.row.department_id
    }
    fn named(&self) -> &[MemberId] {
        &self.people
    }
}

/// Puts the two together.
pub fn owed<'a>(row: &'a Obligation, people: &[person::Model]) -> Owed<'a> {
    Owed {
        row,
        people: people.iter().map(|person| person.member_id).collect(),
    }
}

/// What a scope may see: what one owes or was told of, what is due in one's department.
pub fn visible(scope: &Scope) -> Select<Entity> {
    let all = Entity::find();
    let mine = || Column::Id.in_subquery(of_member(scope.member));
    match scope.reach {
        None => all.filter(mine()),
        Some(Reach::Own | Reach::Team) => all.filter(mine()),
        Some(Reach::Department) => all.filter(
            Condition::any()
                .add(mine())
                .add(Column::DepartmentId.eq(scope.department)),
        ),
        Some(Reach::Tree) => all.filter(
            Condition::any()
                .add(mine())
                .add(Column::DepartmentId.is_in(scope.tree.clone())),
        ),
        Some(Reach::Company) => all,
    }
}

fn of_member(member: Option<MemberId>) -> SelectStatement {
    Query::select()
        .column(person::Column::ObligationId)
        .from(person::Entity)
        .and_where(Expr::col(person::Column::MemberId).eq(member.unwrap_or(MemberId(Uuid::nil()))))
        .to_owned()
}

/// One that the reader may see.
pub async fn find(db: &Conn<'_>, scope: &Scope, id: ObligationId) -> Result<Obligation, Failure> {
    visible(scope)
        .filter(Column::Id.eq(id))
        .one(db)
        .await?
        .ok_or_else(|| Failure::not_found("obligation"))
}

/// One that is about to change, locked; the action asks who may.
pub async fn lock(work: &Work, id: ObligationId) -> Result<Obligation, Failure> {
    let db = work.db();
    let select = Entity::find_by_id(id);
    let select = if lock_rows(&db) {
        select.lock_exclusive()
    } else {
        select
    };
    select
        .one(&db)
        .await?
        .ok_or_else(|| Failure::not_found("obligation"))
}

/// Who owes it now: those who still share it first, then those whose share another has taken.
pub async fn responsible(db: &Conn<'_>, id: ObligationId) -> Result<Vec<person::Model>, Failure> {
    Ok(responsible_of(db, [id]).await?.remove(&id).unwrap_or_default())
}

/// The same for several, read at once.
pub async fn responsible_of(
    db: &Conn<'_>,
    ids: impl IntoIterator<Item = ObligationId>,
) -> Result<HashMap<ObligationId, Vec<person::Model>>, Failure> {
    let ids: Vec<ObligationId> = ids.into_iter().collect();
    let mut all: HashMap<ObligationId, Vec<person::Model>> = HashMap::new();
    if ids.is_empty() {
        return Ok(all);
    }
    let people = person::Entity::find()
        .filter(person::Column::ObligationId.is_in(ids))
        .filter(person::Column::Role.eq("responsible"))
        .filter(person::Column::State.is_in(["open", "aside"]))
        .order_by_asc(person::Column::Id);
    for person in people.all(db).await? {
        all.entry(person.obligation_id).or_default().push(person);
    }
    for people in all.values_mut() {
        people.sort_by_key(|person| person.state != "open");
    }
    Ok(all)
}

/// Everybody who ever had to do with it, oldest first.
pub async fn shares(db: &Conn<'_>, id: ObligationId) -> Result<Vec<person::Model>, Failure> {
    Ok(person::Entity::find()
        .filter(person::Column::ObligationId.eq(id))
        .order_by_asc(person::Column::Id)
        .all(db)
        .await?)
}

/// What others were asked about whether it was done, oldest first.
pub async fn confirmations(db: &Conn<'_>, id: ObligationId) -> Result<Vec<Obligation>, Failure> {
    Ok(Entity::find()
        .filter(Column::ParentId.eq(id))
        .order_by_asc(Column::Id)
        .all(db)
        .await?)
}

/// As whom of these people the actor acts, personally or standing in.
pub fn acting(work: &Work, people: &[person::Model]) -> Option<MemberId> {
    let ActorKind::Member { id, on_behalf_of } = work.actor().who() else {
        return None;
    };
    let theirs = |member: MemberId| people.iter().any(|person| person.member_id == member);
    on_behalf_of
        .filter(|member| theirs(*member))
        .or_else(|| Some(*id).filter(|member| theirs(*member)))
}

/// What is open on any of these subjects, the earliest due first.
pub async fn open_on(db: &Conn<'_>, subjects: &[Subject]) -> Result<Vec<Obligation>, Failure> {
    if subjects.is_empty() {
        return Ok(Vec::new());
    }
    let about = subjects.iter().fold(Condition::any(), |any, subject| {
        any.add(
            Column::SubjectKind
                .eq(&subject.kind)
                .and(Column::SubjectId.eq(subject.id)),
        )
    });
    let mut rows = Entity::find()
        .filter(about)
        .filter(Column::State.eq(State::Open))
        .all(db)
        .await?;
    rows.sort_by_key(|row| {
        (
            row.due_at.is_none(),
            row.due_at,
            row.opened_at,
            row.occurrence.clone(),
            row.id,
        )
    });
    Ok(rows)
}

/// What is open of these rules on the records of a kind that a select names by id.
pub async fn open_on_parts(
    db: &Conn<'_>,
    rules: Vec<String>,
    kind: &str,
    parts: SelectStatement,
) -> Result<Vec<Subject>, Failure> {
    let open = Entity::find()
        .filter(Column::State.eq(State::Open))
        .filter(Column::Rule.is_in(rules))
        .filter(Column::SubjectKind.eq(kind))
        .filter(Column::SubjectId.in_subquery(parts));
    let rows = open.order_by_asc(Column::Id).all(db).await?;
    Ok(rows.iter().map(Obligation::subject).collect())
}

/// What is open of these rules anywhere; for kinds whose records nobody finds from what they belong to.
pub async fn open_of_rules(db: &Conn<'_>, rules: Vec<String>) -> Result<Vec<Obligation>, Failure> {
    if rules.is_empty() {
        return Ok(Vec::new());
    }
    let open = Entity::find()
        .filter(Column::State.eq(State::Open))
        .filter(Column::Rule.is_in(rules));
    Ok(open.order_by_asc(Column::Id).limit(1_000).all(db).await?)
}

/// How many a member owes, counted as far as a figure on every page is read.
pub(crate) async fn count_owed(db: &Conn<'_>, member: MemberId) -> Result<u64, Failure> {
    Ok(owed_by(member).limit(1_000).count(db).await?)
}

/// How many a member owes that fall due after one moment (or ever) and up to another.
pub(crate) async fn count_due(
    db: &Conn<'_>,
    member: MemberId,
    after: Option<DateTime<Utc>>,
    until: DateTime<Utc>,
) -> Result<u64, Failure> {
    let mut due = owed_by(member).filter(person::Column::DueAt.lte(until));
    if let Some(after) = after {
        due = due.filter(person::Column::DueAt.gt(after));
    }
    Ok(due.count(db).await?)
}

/// One by its id, without regard to who asks.
pub(crate) async fn of_id(db: &Conn<'_>, id: ObligationId) -> Result<Option<Obligation>, Failure> {
    Ok(Entity::find_by_id(id).one(db).await?)
}

/// A member's open ones that have a due time, the earliest first: what a calendar shows.
pub(crate) async fn with_due_time(
    db: &Conn<'_>,
    member: MemberId,
    most: u64,
) -> Result<Vec<Obligation>, Failure> {
    let shares = owed_by(member)
        .filter(person::Column::DueAt.is_not_null())
        .order_by_asc(person::Column::DueAt)
        .order_by_asc(person::Column::ObligationId)
        .limit(most)
        .all(db)
        .await?;
    let ids: Vec<ObligationId> = shares.iter().map(|share| share.obligation_id).collect();
    let mut rows = Entity::find()
        .filter(Column::Id.is_in(ids.clone()))
        .filter(Column::State.eq(State::Open))
        .all(db)
        .await?;
    rows.sort_by_key(|row| ids.iter().position(|id| *id == row.id));
    Ok(rows)
}

fn owed_by(member: MemberId) -> Select<person::Entity> {
    person::Entity::find()
        .filter(person::Column::MemberId.eq(member))
        .filter(person::Column::State.eq("open"))
        .filter(person::Column::Role.eq("responsible"))
}

/// A member's open ones by due time, and how many there are: the workbench.
pub async fn of_workbench(
    db: &Conn<'_>,
    member: MemberId,
    most: u64,
) -> Result<(Vec<Obligation>, u64), Failure> {
    let owed = owed_by(member);
    let total = owed.clone().count(db).await?;
    let shares = owed
        .order_by_with_nulls(
            person::Column::DueAt,
            sea_orm::Order::Asc,
            sea_orm::sea_query::NullOrdering::Last,
        )
        .order_by_asc(person::Column::ObligationId)
        .limit(most)
        .all(db)
        .await?;
    let ids: Vec<ObligationId> = shares.iter().map(|share| share.obligation_id).collect();
    let mut rows = Entity::find()
        .filter(Column::Id.is_in(ids.clone()))
        .all(db)
        .await?;
    rows.sort_by_key(|row| ids.iter().position(|id| *id == row.id));
    Ok((rows, total))
}

/// How often a rule was done on a subject: answers `done:` needs.
pub async fn is_done(db: &Conn<'_>, subject: &Subject, rule: &str) -> Result<bool, Failure> {
    let done = Entity::find()
        .filter(Column::SubjectKind.eq(&subject.kind))
        .filter(Column::SubjectId.eq(subject.id))
        .filter(Column::Rule.eq(rule))
        .filter(Column::State.is_in([State::Fulfilled, State::Late]))
        .limit(1)
        .one(db)
        .await?;
    Ok(done.is_some())
}

/// Whether one of this rule is open on a subject: answers `none-open:` needs.
pub async fn is_open(db: &Conn<'_>, subject: &Subject, rule: &str) -> Result<bool, Failure> {
    let open = Entity::find()
        .filter(Column::SubjectKind.eq(&subject.kind))
        .filter(Column::SubjectId.eq(subject.id))
        .filter(Column::Rule.eq(rule))
        .filter(Column::State.eq(State::Open))
        .limit(1)
        .one(db)
        .await?;
    Ok(open.is_some())
}
