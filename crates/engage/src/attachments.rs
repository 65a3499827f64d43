//! Files that came with messages, and those that go with answers.

use std::collections::HashMap;

use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;
use xianji_platform::database::Conn;
use xianji_platform::file::actions::keep_copy;
use xianji_platform::file::entity::{Column, Entity, File};
use xianji_platform::{Failure, FileId, Invalid, Subject, Work};

use crate::id::MessageId;
use crate::message::AttachmentView;

/// Live files of these messages.
pub(crate) async fn of_messages(
    db: &Conn<'_>,
    ids: &[MessageId],
) -> Result<HashMap<MessageId, Vec<AttachmentView>>, Failure> {
    let mut found: HashMap<MessageId, Vec<AttachmentView>> = HashMap::new();
    if ids.is_empty() {
        return Ok(found);
    }
    let rows = Entity::find()
        .filter(Column::SubjectKind.eq("message"))
        .filter(Column::SubjectId.is_in(ids.iter().map(|id| id.0)))
        .filter(Column::ArchivedAt.is_null())
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    for row in rows {
        let view = AttachmentView {
            id: row.id,
            name: row.name,
            media_type: row.media_type,
            size: row.size,
        };
        found.entry(row.subject_id.into()).or_default().push(view);
    }
    Ok(found)
}

/// The files themselves that go with one message.
pub(crate) async fn rows_of(db: &Conn<'_>, id: MessageId) -> Result<Vec<File>, Failure> {
    Ok(Entity::find()
        .filter(Column::SubjectKind.eq("message"))
        .filter(Column::SubjectId.eq(id.0))
        .filter(Column::ArchivedAt.is_null())
        .order_by_asc(Column::Id)
        .all(db)
        .await?)
}

/// The live files of a record that somebody chose to send; any other is a fault of the choice.
pub(crate) async fn chosen(db: &Conn<'_>, on: &Subject, ids: &[FileId]) -> Result<Vec<File>, Failure> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let there = xianji_platform::file::queries::of_subject(db, on).await?;
    let mut files = Vec::new();
    for (place, id) in ids.iter().enumerate() {
        match there.iter().find(|file| file.id == *id) {
            Some(file) => files.push(file.clone()),
            None => return Err(Invalid::one(format!("/files/{place}"), "unknown").into()),
        }
    }
    Ok(files)
}

/// Puts files beside a message that goes out: the same bytes, so that what was sent stays what it was.
pub(crate) async fn send(work: &mut Work, message: MessageId, files: Vec<File>) -> Result<(), Failure> {
    for file in files {
        keep_copy(work, Subject::new("message", message), &file).await?;
    }
    Ok(())
}
