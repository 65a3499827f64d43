//! Reads of projects by HTTP.

use axum::response::Response;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use xianji_engage::inquiry;
use xianji_platform::http::{Ask, At, Call, Listed, Problem, answer};
use xianji_platform::list::ListQuery;
use xianji_platform::subject::{self, TimelineItem};
use xianji_platform::{App, Failure, Subject};

use super::super::entity::dynamic_item::DynamicItemKind;
use super::super::view::{ProjectRow, ProjectView, Reader, RoleView, TeamMemberView};
use super::super::{lists, queries};
use super::requests::{MOST, NewsQuery, PAGE, TimelineQuery};
use crate::id::{DynamicItemId, ProjectId};
use xianji_platform::record::people::{MemberName, Names};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(read))
        .routes(routes!(timeline))
        .routes(routes!(team))
        .routes(routes!(dynamic_items))
}

/// Projects that the caller may see.
#[utoipa::path(get, path = "/projects", operation_id = "project.list", tag = "project", params(ListQuery),
    responses((status = 200, body = Listed<ProjectRow>), (status = "4XX", body = Problem)))]
async fn list(call: Call, Ask(query): Ask<ListQuery>) -> Result<Response, Failure> {
    let page = lists::page(&call, &query).await?;
    let items = Reader::read(&call).rows(&page.rows).await?;
    answer::ok(&Listed {
        items,
        next: page.next,
        total: page.total,
    })
}

/// A project's page.
#[utoipa::path(get, path = "/projects/{id}", operation_id = "project.read", tag = "project",
    params(("id" = ProjectId, Path)), responses((status = 200, body = ProjectView), (status = "4XX", body = Problem)))]
async fn read(call: Call, At(id): At<ProjectId>) -> Result<Response, Failure> {
    answer::ok(&Reader::read(&call).page(id).await?)
}

/// What happened on a project.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProjectTimeline {
    /// Newest first.
    pub items: Vec<TimelineItem>,
}

/// What happened on a project, newest first.
#[utoipa::path(get, path = "/projects/{id}/timeline", operation_id = "project.timeline", tag = "project",
    params(("id" = ProjectId, Path), TimelineQuery),
    responses((status = 200, body = ProjectTimeline), (status = "4XX", body = Problem)))]
async fn timeline(
    call: Call,
    At(id): At<ProjectId>,
    Ask(query): Ask<TimelineQuery>,
) -> Result<Response, Failure> {
    let db = call.db();
    let project = queries::find(&db, &call.scope("project.read"), id).await?;
    let mut subjects = vec![Subject::new("project", id)];
    // What went before stands below it, for those who see that inquiry too.
    if let Some(origin) = project.inquiry_id {
        let seen = inquiry::queries::find(&db, &call.scope("inquiry.read"), origin).await;
        subjects.extend(seen.is_ok().then(|| Subject::new("inquiry", origin)));
    }
    let items = subject::timeline(&db, &subjects, query.before, query.limit.unwrap_or(50)).await?;
    answer::ok(&ProjectTimeline { items })
}

/// Who is or was in a team.
#[derive(Debug, Serialize, ToSchema)]
pub struct Team {
    /// In the order of joining.
    pub items: Vec<TeamMemberView>,
    /// Roles that somebody may be given in it.
    pub roles: Vec<RoleView>,
}

/// Who is or was in the team.
#[utoipa::path(get, path = "/projects/{id}/team", operation_id = "project.team", tag = "project",
    params(("id" = ProjectId, Path)), responses((status = 200, body = Team), (status = "4XX", body = Problem)))]
async fn team(call: Call, At(id): At<ProjectId>) -> Result<Response, Failure> {
    let (items, roles) = Reader::read(&call).team(&call.scope("project.read"), id).await?;
    answer::ok(&Team { items, roles })
}

/// News of a project.
#[derive(Debug, Serialize, ToSchema)]
pub struct DynamicItemView {
    pub id: DynamicItemId,
    pub kind: DynamicItemKind,
    pub content: String,
    pub happened_at: DateTime<Utc>,
    /// Who filed it.
    pub member: Option<MemberName>,
    pub created_at: DateTime<Utc>,
}

/// News of a project, newest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct DynamicItems {
    pub items: Vec<DynamicItemView>,
    /// Where the next page begins, if there is one.
    pub next: Option<DynamicItemId>,
}

/// News of a project, newest first.
#[utoipa::path(get, path = "/projects/{id}/dynamic-items", operation_id = "project.dynamic_items", tag = "project",
    params(("id" = ProjectId, Path), NewsQuery),
    responses((status = 200, body = DynamicItems), (status = "4XX", body = Problem)))]
async fn dynamic_items(
    call: Call,
    At(id): At<ProjectId>,
    Ask(query): Ask<NewsQuery>,
) -> Result<Response, Failure> {
    let db = call.db();
    queries::find(&db, &call.scope("project.read"), id).await?;
    let limit = query.limit.unwrap_or(PAGE).clamp(1, MOST);
    let mut rows = queries::dynamic_items(&db, id, query.before, limit + 1).await?;
    let next = cut(&mut rows, limit).map(|last| last.id);
    let names = Names::read(&db, rows.iter().filter_map(|row| row.member_id)).await?;
    let items = rows.into_iter().map(|row| DynamicItemView {
        id: row.id,
        kind: row.kind,
        content: row.content,
        happened_at: row.happened_at,
        member: row.member_id.map(|id| names.one(id)),
        created_at: row.created_at,
    });
    answer::ok(&DynamicItems {
        items: items.collect(),
        next,
    })
}

/// Cuts a page that was read with one row too many; the last row that stays, where there was one.
pub(super) fn cut<T>(rows: &mut Vec<T>, limit: u64) -> Option<&T> {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    if rows.len() <= limit {
        return None;
    }
    rows.truncate(limit);
    rows.last()
}
