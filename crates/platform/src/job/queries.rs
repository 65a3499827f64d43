//! The administrator's list of jobs.

use sea_orm::EntityTrait;

use super::{Column, Entity, Job};
use crate::database::Conn;
use crate::failure::Failure;
use crate::list::{self, Context, Field, FieldKind, ListQuery, Paged, Shape};

fn shape() -> Shape<Entity> {
    Shape {
        fields: vec![
            Field::column("kind", FieldKind::Text, Column::Kind),
            Field::column("state", FieldKind::Choice, Column::State),
            Field::column("created_at", FieldKind::Instant, Column::CreatedAt),
            Field::column("run_at", FieldKind::Instant, Column::RunAt),
        ],
        id: Column::Id,
        search: None,
    }
}

/// A page of jobs, newest first.
pub async fn page(db: &Conn<'_>, query: &ListQuery, context: &Context) -> Result<Paged<Job>, Failure> {
    list::page(db, Entity::find(), &shape(), query, context, "-created_at").await
}
