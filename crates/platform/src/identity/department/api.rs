//! Departments over HTTP: always the whole tree, it is small.

use axum::http::StatusCode;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{Department, actions, lists};
use crate::app::App;
use crate::failure::Failure;
use crate::http::{At, Call, Input, Listed, Problem, Total, answer};
use crate::id::DepartmentId;
use crate::identity::Judged;

/// Routes of departments.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(read, change))
        .routes(routes!(archive))
}

/// A department.
#[derive(Debug, Serialize, ToSchema)]
pub struct DepartmentView {
    /// Its id.
    pub id: DepartmentId,
    /// The department above.
    pub parent_id: Option<DepartmentId>,
    /// Its name.
    pub name: String,
    /// Version of the row.
    pub version: i64,
    /// What the reader may do.
    pub can: DepartmentCan,
}

/// What the reader may do with a department.
#[derive(Debug, Serialize, ToSchema)]
pub struct DepartmentCan {
    /// Rename, move, close.
    pub update: bool,
    /// Make one below it.
    pub create_below: bool,
}

impl DepartmentView {
    fn of(row: Department, actor: &Judged) -> Self {
        let can = DepartmentCan {
            update: actor.may_on("department.update", &row),
            create_below: actor.may_on("department.create", &row),
        };
        Self {
            id: row.id,
            parent_id: row.parent_id,
            name: row.name,
            version: row.version,
            can,
        }
    }
}

/// All departments, the one at the top first. Everybody who is logged in knows them.
#[utoipa::path(get, path = "/departments", operation_id = "department.list", tag = "department",
    responses((status = 200, body = Listed<DepartmentView>), (status = "4XX", body = Problem)))]
async fn list(call: Call) -> Result<Response, Failure> {
    let rows = lists::all(&call.db()).await?;
    let total = Total {
        count: rows.len() as u64,
        exact: true,
    };
    let judged = call.judged(&rows).await?;
    let items = rows
        .into_iter()
        .map(|row| DepartmentView::of(row, &judged))
        .collect();
    answer::ok(&Listed {
        items,
        next: None,
        total,
    })
}

/// One department.
#[utoipa::path(get, path = "/departments/{id}", operation_id = "department.read", tag = "department",
    params(("id" = DepartmentId, Path)), responses((status = 200, body = DepartmentView), (status = "4XX", body = Problem)))]
async fn read(call: Call, At(id): At<DepartmentId>) -> Result<Response, Failure> {
    let row = actions::find(&call.db(), id).await?;
    let judged = call.judged([&row]).await?;
    answer::ok(&DepartmentView::of(row, &judged))
}

/// A department to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateDepartment {
    /// Its name.
    #[schema(min_length = 1, max_length = 100)]
    name: String,
    /// The department above.
    parent_id: DepartmentId,
}

/// Makes a department.
#[utoipa::path(post, path = "/departments", operation_id = "department.create", tag = "department",
    request_body = CreateDepartment, responses((status = 201, body = DepartmentView), (status = "4XX", body = Problem)))]
async fn create(call: Call, Input(body): Input<CreateDepartment>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let row = actions::create(&mut work, &body.name, body.parent_id).await?;
    let judged = work.judged([&row]).await?;
    let view = DepartmentView::of(row, &judged);
    work.answer(StatusCode::CREATED, &view).await
}

/// What may be changed of a department.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DepartmentChanges {
    /// Its name.
    #[schema(min_length = 1, max_length = 100)]
    name: Option<String>,
    /// The department above.
    parent_id: Option<DepartmentId>,
}

/// Renames a department or moves it in the tree.
#[utoipa::path(patch, path = "/departments/{id}", operation_id = "department.update", tag = "department",
    params(("id" = DepartmentId, Path)), request_body = DepartmentChanges,
    responses((status = 200, body = DepartmentView), (status = "4XX", body = Problem)))]
async fn change(
    call: Call,
    At(id): At<DepartmentId>,
    Input(body): Input<DepartmentChanges>,
) -> Result<Response, Failure> {
    let mut work = call.begin_change().await?;
    let row = actions::change(&mut work, id, body.name.as_deref(), body.parent_id).await?;
    let judged = work.judged([&row]).await?;
    let view = DepartmentView::of(row, &judged);
    work.answer(StatusCode::OK, &view).await
}

/// Closes an empty department.
#[utoipa::path(post, path = "/departments/{id}/archive", operation_id = "department.archive", tag = "department",
    params(("id" = DepartmentId, Path)), responses((status = 200, body = DepartmentView), (status = "4XX", body = Problem)))]
async fn archive(call: Call, At(id): At<DepartmentId>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let row = actions::archive(&mut work, id).await?;
    let judged = work.judged([&row]).await?;
    let view = DepartmentView::of(row, &judged);
    work.answer(StatusCode::OK, &view).await
}
