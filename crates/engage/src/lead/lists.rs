//! What the list of leads is filtered and sorted by.

use sea_orm::Condition;
use sea_orm::entity::prelude::*;
use xianji_platform::Failure;
use xianji_platform::http::Call;
use xianji_platform::list::{self, Field, FieldKind, ListQuery, Paged, Shape};

use super::entity::{Column, Entity, Model as Lead};
use super::queries;

/// A page of what the caller may see, newest first.
pub async fn page(call: &Call, query: &ListQuery) -> Result<Paged<Lead>, Failure> {
    let select = queries::visible(&call.scope("lead.read")).filter(Column::ArchivedAt.is_null());
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
            Field::column("number", Text, Column::Number),
            Field::column("title", Text, Column::Title),
            Field::maybe("customer", Id, Column::CustomerId),
            Field::maybe("source", Text, Column::Source),
            Field::column("state", Choice, Column::State),
            Field::column("first_on", Date, Column::FirstOn),
            Field::maybe("owner", Member, Column::OwnerId),
            Field::maybe("department", Department, Column::DepartmentId),
            Field::column("created_at", Instant, Column::CreatedAt),
        ],
        id: Column::Id,
        search: Some(|words| {
            Condition::any()
                .add(Column::Title.contains(words))
                .add(Column::Number.eq(words.trim().to_uppercase()))
        }),
    }
}
