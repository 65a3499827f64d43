//! What the list of obligations is filtered and sorted by.

use sea_orm::sea_query::{Expr, Query};
use sea_orm::{ColumnTrait, Condition, ExprTrait};
use xianji_platform::http::Call;
use xianji_platform::list::{self, Context, Field, FieldKind, ListQuery, Paged, Shape};
use xianji_platform::{Failure, MemberId};

use super::entity::{Column, Entity, Model, person};
use super::queries;

/// A page of what the caller may see, the earliest due first.
pub(super) async fn page(call: &Call, query: &ListQuery) -> Result<Paged<Model>, Failure> {
    let app = call.app();
    let context = Context::of(call.actor(), &app.policies(), app.now());
    let select = queries::visible(&call.scope("obligation.read"));
    list::page(&call.db(), select, &shape(), query, &context, "due_at").await
}

fn shape() -> Shape<Entity> {
    use FieldKind::{Choice, Department, Flag, Id, Instant, Member, Text};
    Shape {
        fields: vec![
            Field::column("rule", Text, Column::Rule),
            Field::column("source", Choice, Column::Source),
            Field::column("state", Choice, Column::State),
            Field::column("subject_kind", Choice, Column::SubjectKind),
            Field::column("subject", Id, Column::SubjectId),
            Field::maybe("due_at", Instant, Column::DueAt),
            Field::maybe("overdue_at", Instant, Column::OverdueAt),
            Field::column("opened_at", Instant, Column::OpenedAt),
            Field::maybe("closed_at", Instant, Column::ClosedAt),
            Field::column("key_step", Flag, Column::KeyStep),
            Field::maybe("department", Department, Column::DepartmentId),
            Field::custom("responsible", Member, by_responsible),
            Field::custom("mine", Flag, mine),
        ],
        id: Column::Id,
        search: None,
    }
}

/// Who owes it now.
fn by_responsible(op: &str, value: &serde_json::Value, context: &Context) -> Option<Condition> {
    let member = match value.as_str()? {
        "@me" => context.me,
        text => text.parse().ok(),
    };
    (op == "eq").then(|| Condition::all().add(Column::Id.in_subquery(owed_by(member))))
}

fn mine(op: &str, value: &serde_json::Value, context: &Context) -> Option<Condition> {
    let wanted = value.as_bool().filter(|_| op == "eq")?;
    let owed = owed_by(context.me);
    Some(Condition::all().add(if wanted {
        Column::Id.in_subquery(owed)
    } else {
        Column::Id.not_in_subquery(owed)
    }))
}

fn owed_by(member: Option<MemberId>) -> sea_orm::sea_query::SelectStatement {
    Query::select()
        .column(person::Column::ObligationId)
        .from(person::Entity)
        .and_where(Expr::col(person::Column::MemberId).eq(member.unwrap_or(MemberId(uuid::Uuid::nil()))))
        .and_where(Expr::col(person::Column::Role).eq("responsible"))
        .and_where(Expr::col(person::Column::State).is_in(["open", "done", "closed"]))
        .to_owned()
}
