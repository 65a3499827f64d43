//! What the list of projects is filtered and sorted by.

use sea_orm::Condition;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Query;
use serde_json::Value;
use xianji_engage::customer::name_key;
use xianji_platform::http::Call;
use xianji_platform::list::{self, Context, Field, FieldKind, ListQuery, Paged, Shape};
use xianji_platform::{Failure, MemberId};

use super::entity::{Column, Entity, team_member};
use super::model::Project;
use super::queries;

/// A page of what the caller may see. Closed ones show when the filter speaks of `archived_at` or `state`.
pub async fn page(call: &Call, query: &ListQuery) -> Result<Paged<Project>, Failure> {
    let mut select = queries::visible(&call.scope("project.read"));
    let filter = query.filter.as_deref().unwrap_or_default();
    if !filter.contains("archived_at") && !filter.contains("\"state\"") {
        select = select.filter(Column::ArchivedAt.is_null());
    }
    list::page(&call.db(), select, &shape(), query, &context(call), "-updated_at").await
}

/// What a filter and words ask, as in the list; empty when they ask nothing.
pub fn wanted(call: &Call, filter: Option<&str>, words: Option<&str>) -> Result<Condition, Failure> {
    list::condition(&shape(), filter, words, &context(call))
}

/// What `@me` and `@today` mean for this caller.
pub fn context(call: &Call) -> Context {
    Context::of(call.actor(), &call.app().policies(), call.app().now())
}

/// The fields of the list, named as the facts are.
pub fn shape() -> Shape<Entity> {
    use FieldKind::*;
    Shape {
        fields: vec![
            Field::column("number", Text, Column::Number),
            Field {
                column: Some(Column::NameKey),
                sortable: true,
                empty: false,
                ..Field::custom("name", Text, by_name)
            },
            Field::column("kind", Choice, Column::Kind),
            Field::column("state", Choice, Column::State),
            Field::column("stage", Choice, Column::Stage),
            Field::column("stage_since", Instant, Column::StageSince),
            Field::maybe("amount", Money, Column::AmountHome),
            Field::maybe("won_amount", Money, Column::WonHome),
            Field::maybe("margin", Integer, Column::MarginPercent),
            Field::column("public_sector", Flag, Column::PublicSector),
            Field::column("first_lead_on", Date, Column::FirstLeadOn),
            Field::maybe("expected_sign_on", Date, Column::ExpectedSignOn),
            Field::maybe("won_on", Date, Column::WonOn),
            Field::maybe("outcome", Choice, Column::Outcome),
            Field::maybe("initiated_at", Instant, Column::InitiatedAt),
            Field::maybe("appointed_at", Instant, Column::AppointedAt),
            Field::column("archive_missing", Integer, Column::ArchiveMissing),
            Field::maybe("customer", Id, Column::CustomerId),
            Field::maybe("inquiry", Id, Column::InquiryId),
            Field::maybe("owner", Member, Column::OwnerId),
            Field::custom("team", Member, by_team),
            Field::maybe("department", Department, Column::DepartmentId),
            Field::maybe("archived_at", Instant, Column::ArchivedAt),
            Field::column("created_at", Instant, Column::CreatedAt),
            Field::column("updated_at", Instant, Column::UpdatedAt),
        ],
        id: Column::Id,
        search: Some(search),
    }
}

/// Names are filtered and sorted by their matching key.
fn by_name(op: &str, value: &Value, _: &Context) -> Option<Condition> {
    let key = name_key(value.as_str()?);
    let found = match op {
        "eq" => Column::NameKey.eq(key),
        "ne" => Column::NameKey.ne(key),
        "contains" => Column::NameKey.contains(&key),
        "starts" => Column::NameKey.starts_with(&key),
        _ => return None,
    };
    Some(Condition::all().add(found))
}

/// Who is in the team today, in whichever role.
fn by_team(op: &str, value: &Value, context: &Context) -> Option<Condition> {
    let member = match value.as_str()? {
        "@me" => context.me?,
        id => MemberId(id.parse().ok()?),
    };
    let named = Query::select()
        .column(team_member::Column::ProjectId)
        .from(team_member::Entity)
        .and_where(team_member::Column::MemberId.eq(member))
        .and_where(team_member::Column::UntilAt.is_null())
        .to_owned();
    let found = match op {
        "eq" => Column::Id.in_subquery(named),
        "ne" => Column::Id.not_in_subquery(named),
        _ => return None,
    };
    Some(Condition::all().add(found))
}

fn search(words: &str) -> Condition {
    Condition::any()
        .add(Column::NameKey.contains(name_key(words)))
        .add(Column::Number.eq(words.trim().to_uppercase()))
}
