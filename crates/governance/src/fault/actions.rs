//! Noting a fault, and reading what is to be mended.

use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect};
use xianji_platform::{Conn, Failure, Subject, Work};

use super::entity::{ActiveModel, Column, Entity, Model};
use crate::engine::Nobody;

/// Notes that nobody was there; the same again is counted on the same row.
pub async fn note(work: &mut Work, rule: &str, subject: &Subject, nobody: &Nobody) -> Result<(), Failure> {
    let row = ActiveModel {
        id: Set(work.next_id()),
        code: Set(nobody.why.into()),
        key: Set(format!("{}:{}", nobody.why, nobody.meant)),
        rule: Set(rule.into()),
        subject_kind: Set(Some(subject.kind.clone())),
        subject_id: Set(Some(subject.id)),
        meant: Set(nobody.meant.clone()),
        instead_id: Set(nobody.instead),
        count: Set(1),
        first_at: Set(work.now),
        last_at: Set(work.now),
        resolved_at: Set(None),
    };
    let again = OnConflict::column(Column::Key)
        .update_columns([
            Column::Rule,
            Column::SubjectKind,
            Column::SubjectId,
            Column::InsteadId,
            Column::LastAt,
            Column::ResolvedAt,
        ])
        .value(Column::Count, Expr::col((Entity, Column::Count)).add(1))
        .to_owned();
    Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(&work.db())
        .await?;
    Ok(())
}

/// What is to be mended, the latest first.
pub async fn all(db: &Conn<'_>) -> Result<Vec<Model>, Failure> {
    Ok(Entity::find()
        .filter(Column::ResolvedAt.is_null())
        .order_by_desc(Column::LastAt)
        .limit(200)
        .all(db)
        .await?)
}
