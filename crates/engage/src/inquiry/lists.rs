//! What the list of inquiries is filtered and sorted by.

use sea_orm::Condition;
use sea_orm::entity::prelude::*;
use xianji_platform::Failure;
use xianji_platform::http::Call;
use xianji_platform::list::{self, Field, FieldKind, ListQuery, Paged, Shape};

use super::entity::{Column, Entity, Model as Inquiry};
use super::queries;

/// A page of what the caller may see, newest first.
pub async fn page(call: &Call, query: &ListQuery) -> Result<Paged<Inquiry>, Failure> {
    let select = queries::visible(&call.scope("inquiry.read")).filter(Column::ArchivedAt.is_null());
    list::page(
        &call.db(),
        select,
        &shape(),
        query,
        &xianji_platform::record::rows::context(call),
        "-received_at",
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
            Field::column("channel", Choice, Column::Channel),
            Field::maybe("class", Choice, Column::Class),
            Field::maybe("priority", Choice, Column::Priority),
            Field::column("state", Choice, Column::State),
            Field::maybe("outcome", Choice, Column::Outcome),
            Field::column("assessed", Flag, Column::Assessed),
            Field::column("overdue", Flag, Column::Overdue),
            Field::column("waits_for_customer", Flag, Column::WaitsForCustomer),
            Field::column("reply_count", Integer, Column::ReplyCount),
            Field::maybe("assignee", Member, Column::AssigneeId),
            Field::maybe("receiver", Member, Column::ReceiverId),
            Field::maybe("owner", Member, Column::OwnerId),
            Field::maybe("department", Department, Column::DepartmentId),
            Field::maybe("project", Id, Column::ProjectId),
            Field::column("received_at", Instant, Column::ReceivedAt),
            Field::maybe("closed_at", Instant, Column::ClosedAt),
            Field::column("created_at", Instant, Column::CreatedAt),
        ],
        id: Column::Id,
        search: Some(search),
    }
}

fn search(words: &str) -> Condition {
    Condition::any()
        .add(Column::Title.contains(words))
        .add(Column::Question.contains(words))
        .add(Column::SenderCompany.contains(words))
        .add(Column::Number.eq(words.trim().to_uppercase()))
}
