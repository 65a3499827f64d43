//! Reads of objections.

use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use xianji_platform::{Conn, Failure, Subject};

use super::entity::{Column, Entity, Objection, ObjectionId, State};

/// Whether an objection to a record waits for an answer.
pub async fn any_open(db: &Conn<'_>, subject: &Subject) -> Result<bool, Failure> {
    let open = Entity::find()
        .filter(Column::SubjectKind.eq(&subject.kind))
        .filter(Column::SubjectId.eq(subject.id))
        .filter(Column::State.eq(State::Open))
        .count(db)
        .await?;
    Ok(open > 0)
}

/// Objections to a record, newest first, at most 200.
pub async fn of_subject(db: &Conn<'_>, subject: &Subject) -> Result<Vec<Objection>, Failure> {
    let select = Entity::find()
        .filter(Column::SubjectKind.eq(&subject.kind))
        .filter(Column::SubjectId.eq(subject.id));
    Ok(select.order_by_desc(Column::Id).limit(200).all(db).await?)
}

/// One by id.
pub async fn find(db: &Conn<'_>, id: ObjectionId) -> Result<Objection, Failure> {
    Entity::find_by_id(id)
        .one(db)
        .await?
        .ok_or_else(|| Failure::not_found("objection"))
}
