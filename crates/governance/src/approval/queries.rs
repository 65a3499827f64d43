//! Reads of approvals.

use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
use uuid::Uuid;
use xianji_platform::database::dialect::lock_rows;
use xianji_platform::{Conn, Failure, MemberId, Reach, Scope, Subject, Work};
use xianji_policy::model::Pack;

use super::entity::decider::{self, Decider, DeciderState};
use super::entity::step::{self, ApprovalStepRow, StepState};
use super::entity::{ApprovalId, ApprovalRequest, Column, Entity, State, StepId};

/// What `approved:name` asks for: a request for it on this subject was approved and still stands.
pub async fn is_approved(db: &Conn<'_>, pack: &Pack, subject: &Subject, name: &str) -> Result<bool, Failure> {
    let ids: Vec<String> = pack
        .approvals_named(name)
        .map(|approval| approval.id.clone())
        .collect();
    let found = about(subject)
        .filter(
            Condition::any()
                .add(Column::Approval.is_in(ids))
                .add(Column::Part.eq(name)),
        )
        .filter(Column::State.eq(State::Approved))
        .filter(Column::OutdatedAt.is_null())
        .count(db)
        .await?;
    Ok(found > 0)
}

/// Requests about a record.
pub fn about(subject: &Subject) -> Select<Entity> {
    Entity::find()
        .filter(Column::SubjectKind.eq(&subject.kind))
        .filter(Column::SubjectId.eq(subject.id))
}

/// Whether the same is being decided.
pub async fn is_pending(
    db: &Conn<'_>,
    subject: &Subject,
    part: &str,
    about_id: Option<Uuid>,
) -> Result<bool, Failure> {
    let mut select = about(subject)
        .filter(Column::Part.eq(part))
        .filter(Column::State.eq(State::Pending));
    if let Some(id) = about_id {
        select = select.filter(Column::AboutId.eq(id));
    }
    Ok(select.count(db).await? > 0)
}

/// An approved exemption from a gate at a point that has not been used.
pub async fn exemption(
    db: &Conn<'_>,
    subject: &Subject,
    gate: &str,
    point: &str,
) -> Result<Option<ApprovalRequest>, Failure> {
    let rows = about(subject)
        .filter(Column::Part.eq("exemption"))
        .filter(Column::State.eq(State::Approved))
        .filter(Column::UsedAt.is_null())
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().find(|row| row.exempts(gate, point)))
}

/// A request that is about to change, locked.
pub async fn lock(work: &Work, id: ApprovalId) -> Result<ApprovalRequest, Failure> {
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
        .ok_or_else(|| Failure::not_found("approval"))
}

/// The steps of a request in the order in which they are taken, former rounds included.
pub async fn steps(db: &Conn<'_>, id: ApprovalId) -> Result<Vec<ApprovalStepRow>, Failure> {
    let select = step::Entity::find().filter(step::Column::RequestId.eq(id));
    Ok(select
        .order_by_asc(step::Column::Place)
        .order_by_asc(step::Column::Round)
        .all(db)
        .await?)
}

/// The step whose deciders are asked now.
pub async fn open_step(db: &Conn<'_>, id: ApprovalId) -> Result<Option<ApprovalStepRow>, Failure> {
    let select = step::Entity::find()
        .filter(step::Column::RequestId.eq(id))
        .filter(step::Column::State.eq(StepState::Open));
    Ok(select.one(db).await?)
}

/// The people of a step, in the order in which they came to it.
pub async fn deciders(db: &Conn<'_>, id: StepId) -> Result<Vec<Decider>, Failure> {
    let select = decider::Entity::find().filter(decider::Column::StepId.eq(id));
    Ok(select.order_by_asc(decider::Column::Id).all(db).await?)
}

/// The people of all steps of a request.
pub async fn deciders_of(db: &Conn<'_>, id: ApprovalId) -> Result<Vec<Decider>, Failure> {
    let select = decider::Entity::find().filter(decider::Column::RequestId.eq(id));
    Ok(select.order_by_asc(decider::Column::Id).all(db).await?)
}

/// The open steps after a cursor, each with its request.
pub async fn open_steps(
    db: &Conn<'_>,
    after: Option<Uuid>,
    most: u64,
) -> Result<Vec<(StepId, ApprovalId)>, Failure> {
    let mut select = step::Entity::find()
        .select_only()
        .columns([step::Column::Id, step::Column::RequestId])
        .filter(step::Column::State.eq(StepState::Open));
    if let Some(after) = after {
        select = select.filter(step::Column::Id.gt(after));
    }
    Ok(select
        .order_by_asc(step::Column::Id)
        .limit(most)
        .into_tuple()
        .all(db)
        .await?)
}

/// What a reader may see: what one asked for or takes part in, and by reach what belongs to the department.
pub fn visible(scope: &Scope) -> Select<Entity> {
    let all = Entity::find();
    let mine = || {
        let me = scope.member.unwrap_or(MemberId(Uuid::nil()));
        Condition::any()
            .add(Column::AskedBy.eq(me))
            .add(Column::OnBehalfOf.eq(me))
            .add(Column::Id.in_subquery(requests_with(me, None)))
    };
    match scope.reach {
        None | Some(Reach::Own | Reach::Team) => all.filter(mine()),
        Some(Reach::Department) => all.filter(mine().add(Column::DepartmentId.eq(scope.department))),
        Some(Reach::Tree) => all.filter(mine().add(Column::DepartmentId.is_in(scope.tree.clone()))),
        Some(Reach::Company) => all,
    }
}

/// Requests that a member takes part in, or only those that wait for the member.
pub fn requests_with(member: MemberId, state: Option<DeciderState>) -> sea_orm::sea_query::SelectStatement {
    let mut select = Query::select();
    select
        .column(decider::Column::RequestId)
        .from(decider::Entity)
        .and_where(Expr::col(decider::Column::MemberId).eq(member));
    if let Some(state) = state {
        select.and_where(Expr::col(decider::Column::State).eq(state));
    }
    select
}

/// One that the reader may see.
pub async fn find(db: &Conn<'_>, scope: &Scope, id: ApprovalId) -> Result<ApprovalRequest, Failure> {
    visible(scope)
        .filter(Column::Id.eq(id))
        .one(db)
        .await?
        .ok_or_else(|| Failure::not_found("approval"))
}

/// Pending requests that wait for a member, the earliest asked first.
pub async fn waiting_for(
    db: &Conn<'_>,
    member: MemberId,
    most: u64,
) -> Result<(Vec<ApprovalRequest>, u64), Failure> {
    let select = Entity::find()
        .filter(Column::State.eq(State::Pending))
        .filter(Column::Id.in_subquery(requests_with(member, Some(DeciderState::Open))));
    let total = select.clone().count(db).await?;
    Ok((select.order_by_asc(Column::Id).limit(most).all(db).await?, total))
}
