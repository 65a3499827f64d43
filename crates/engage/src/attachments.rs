//! Files that came with messages.

use std::collections::HashMap;

use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;
use xianji_platform::Failure;
use xianji_platform::database::Conn;
use xianji_platform::file::entity::{Column, Entity, Model as File};

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
