//! What the list of approvals is filtered and sorted by.

use sea_orm::{ColumnTrait, Condition};
use xianji_platform::Failure;
use xianji_platform::http::Call;
use xianji_platform::list::{self, Context, Field, FieldKind, ListQuery, Paged, Shape};

use super::entity::decider::DeciderState;
use super::entity::{ApprovalRequest, Column, Entity};
use super::queries;

/// A page of what the caller may see, the newest first.
pub async fn page(call: &Call, query: &ListQuery) -> Result<Paged<ApprovalRequest>, Failure> {
    let app = call.app();
    let context = Context::of(call.actor(), &app.policies(), app.now());
    let select = queries::visible(&call.scope("approval.read"));
    list::page(&call.db(), select, &shape(), query, &context, "-asked_at").await
}

fn shape() -> Shape<Entity> {
    use FieldKind::{Choice, Department, Flag, Id, Instant, Member, Text};
    Shape {
        fields: vec![
            Field::column("approval", Text, Column::Approval),
            Field::column("part", Text, Column::Part),
            Field::column("state", Choice, Column::State),
            Field::column("subject_kind", Choice, Column::SubjectKind),
            Field::column("subject", Id, Column::SubjectId),
            Field::maybe("asked_by", Member, Column::AskedBy),
            Field::maybe("department", Department, Column::DepartmentId),
            Field::column("asked_at", Instant, Column::AskedAt),
            Field::maybe("decided_at", Instant, Column::DecidedAt),
            Field::custom("to_decide", Flag, to_decide),
            Field::custom("asked_by_me", Flag, asked_by_me),
            Field::custom("decided_by_me", Flag, decided_by_me),
        ],
        id: Column::Id,
        search: None,
    }
}

/// What waits for the reader.
fn to_decide(op: &str, value: &serde_json::Value, context: &Context) -> Option<Condition> {
    let wanted = value.as_bool().filter(|_| op == "eq")?;
    let waiting = queries::requests_with(context.me?, Some(DeciderState::Open));
    Some(Condition::all().add(if wanted {
        Column::Id.in_subquery(waiting)
    } else {
        Column::Id.not_in_subquery(waiting)
    }))
}

fn asked_by_me(op: &str, value: &serde_json::Value, context: &Context) -> Option<Condition> {
    let wanted = value.as_bool().filter(|_| op == "eq")?;
    let mine = Condition::any()
        .add(Column::AskedBy.eq(context.me?))
        .add(Column::OnBehalfOf.eq(context.me?));
    Some(if wanted { mine } else { mine.not() })
}

fn decided_by_me(op: &str, value: &serde_json::Value, context: &Context) -> Option<Condition> {
    let wanted = value.as_bool().filter(|_| op == "eq")?;
    let took_part = queries::requests_with(context.me?, None);
    let condition = if wanted {
        Column::Id.in_subquery(took_part)
    } else {
        Column::Id.not_in_subquery(took_part)
    };
    Some(Condition::all().add(condition))
}
