//! What the list of interactions is filtered and sorted by.

use xianji_platform::Failure;
use xianji_platform::http::Call;
use xianji_platform::list::{self, Field, FieldKind, ListQuery, Paged, Shape};

use super::entity::{Column, Entity, Model as Interaction};
use super::queries;

/// A page of what the caller may see.
pub async fn page(call: &Call, query: &ListQuery) -> Result<Paged<Interaction>, Failure> {
    let select = queries::visible(&call.scope("interaction.read"));
    list::page(
        &call.db(),
        select,
        &shape(),
        query,
        &xianji_platform::record::rows::context(call),
        "-created_at",
    )
    .await
}

fn shape() -> Shape<Entity> {
    use FieldKind::*;
    Shape {
        fields: vec![
            Field::column("customer", Id, Column::CustomerId),
            Field::maybe("project", Id, Column::ProjectId),
            Field::column("kind", Choice, Column::Kind),
            Field::column("state", Choice, Column::State),
            Field::maybe("planned_at", Instant, Column::PlannedAt),
            Field::maybe("happened_at", Instant, Column::HappenedAt),
            Field::maybe("lag_minutes", Integer, Column::LagMinutes),
            Field::maybe("owner", Member, Column::OwnerId),
            Field::maybe("department", Department, Column::DepartmentId),
            Field::column("created_at", Instant, Column::CreatedAt),
        ],
        id: Column::Id,
        search: None,
    }
}
