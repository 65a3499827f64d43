//! Reads of file rows; whoever asks has seen the record.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::entity::{Column, Entity, File};
use crate::database::Conn;
use crate::failure::Failure;
use crate::id::{FileId, Subject};

/// Live files of a record, oldest first.
pub async fn of_subject(db: &Conn<'_>, subject: &Subject) -> Result<Vec<File>, Failure> {
    let select = Entity::find()
        .filter(Column::SubjectKind.eq(&subject.kind))
        .filter(Column::SubjectId.eq(subject.id));
    Ok(select
        .filter(Column::ArchivedAt.is_null())
        .order_by_asc(Column::Id)
        .all(db)
        .await?)
}

/// A live file.
pub async fn find(db: &Conn<'_>, id: FileId) -> Result<File, Failure> {
    let found = Entity::find_by_id(id)
        .filter(Column::ArchivedAt.is_null())
        .one(db)
        .await?;
    found.ok_or_else(|| Failure::not_found("file"))
}
