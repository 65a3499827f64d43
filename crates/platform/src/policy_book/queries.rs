//! Reads of published packs.

use sea_orm::{EntityTrait, QueryOrder};

use super::entity::version::{Column, Entity, Model};
use crate::database::Conn;
use crate::failure::Failure;

/// All published versions, newest first.
pub async fn published(db: &Conn<'_>) -> Result<Vec<Model>, Failure> {
    Ok(Entity::find()
        .order_by_desc(Column::PublishedAt)
        .order_by_desc(Column::Id)
        .all(db)
        .await?)
}
