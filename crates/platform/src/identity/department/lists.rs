//! All departments at once.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{Column, Department, Entity};
use crate::database::Conn;
use crate::failure::Failure;

/// Live departments, oldest first.
pub async fn all(db: &Conn<'_>) -> Result<Vec<Department>, Failure> {
    Ok(Entity::find()
        .filter(Column::ArchivedAt.is_null())
        .order_by_asc(Column::Id)
        .all(db)
        .await?)
}
