//! HTTP of tasks.

use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use xianji_platform::http::{At, Call, Input, Problem, answer};
use xianji_platform::{App, Conn, Failure, Judged, MemberId, Work};

use super::super::entity::TaskState;
use super::super::model::{Task, TaskChanges};
use super::super::{NewTask, actions, queries};
use crate::id::{MilestoneId, ProjectId, TaskId};
use crate::project;
use xianji_platform::record::patch::given;
use xianji_platform::record::people::{MemberName, Names};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(read, update))
        .routes(routes!(assign))
        .routes(routes!(complete))
        .routes(routes!(cancel))
}

/// A task.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct TaskView {
    pub id: TaskId,
    pub number: String,
    pub version: i64,
    pub project_id: ProjectId,
    pub milestone_id: Option<MilestoneId>,
    pub title: String,
    pub notes: Option<String>,
    /// What it needs, in words.
    pub resources: Option<String>,
    /// Who does it.
    pub owner: Option<MemberName>,
    pub due_on: Option<NaiveDate>,
    pub done_at: Option<DateTime<Utc>>,
    pub state: TaskState,
    /// Open past its day.
    pub overdue: bool,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// Permitted actions that its state allows.
    pub can: Vec<String>,
}

impl TaskView {
    /// As the actor sees it.
    pub fn of(actor: &Judged, names: &Names, today: NaiveDate, task: Task) -> Self {
        let open = task.state == TaskState::Open;
        let may = |action: &&str| open && actor.may_on(action, &task);
        let all = ["task.update", "task.assign", "task.complete", "task.cancel"];
        Self {
            can: all
                .iter()
                .filter(|action| may(action))
                .map(|action| (*action).to_owned())
                .collect(),
            id: task.id,
            version: task.version,
            project_id: task.project_id,
            milestone_id: task.milestone_id,
            owner: task.owner_id.map(|id| names.one(id)),
            due_on: task.due_on,
            done_at: task.done_at,
            state: task.state,
            overdue: open && task.due_on.is_some_and(|due| due < today),
            created_at: task.created_at,
            updated_at: task.updated_at,
            number: task.number,
            title: task.title,
            notes: task.notes,
            resources: task.resources,
        }
    }
}

/// Tasks of a project.
#[derive(Debug, Serialize, ToSchema)]
pub struct Tasks {
    /// In the order in which they are due.
    pub items: Vec<TaskView>,
}

/// A new task.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateTask {
    #[schema(min_length = 1, max_length = 200)]
    pub title: String,
    /// Who does it; the caller, if left out.
    pub owner: Option<MemberId>,
    pub due_on: Option<NaiveDate>,
    pub milestone: Option<MilestoneId>,
    #[schema(max_length = 10000)]
    pub notes: Option<String>,
    #[schema(max_length = 2000)]
    pub resources: Option<String>,
}

/// What changes; absent is unchanged, null is emptied.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateTask {
    #[schema(min_length = 1, max_length = 200)]
    pub title: Option<String>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<NaiveDate>)]
    pub due_on: Option<Option<NaiveDate>>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<MilestoneId>)]
    pub milestone: Option<Option<MilestoneId>>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 10000)]
    pub notes: Option<Option<String>>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 2000)]
    pub resources: Option<Option<String>>,
}

/// Who is to do it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignTask {
    pub to: MemberId,
}

async fn view(db: &Conn<'_>, actor: &Judged, today: NaiveDate, task: Task) -> Result<TaskView, Failure> {
    let names = Names::read(db, task.owner_id).await?;
    Ok(TaskView::of(actor, &names, today, task))
}

async fn written(work: Work, status: StatusCode, task: Task) -> Result<Response, Failure> {
    let today = work.policies().today(work.now);
    let judged = work.judged([&task]).await?;
    let view = view(&work.db(), &judged, today, task).await?;
    work.answer(status, &view).await
}

/// A project's tasks.
#[utoipa::path(get, path = "/projects/{id}/tasks", operation_id = "task.list", tag = "task",
    params(("id" = ProjectId, Path)), responses((status = 200, body = Tasks), (status = "4XX", body = Problem)))]
async fn list(call: Call, At(id): At<ProjectId>) -> Result<Response, Failure> {
    let db = call.db();
    let project = project::queries::find(&db, &call.scope("project.read"), id).await?;
    let mut tasks = queries::tasks(&db, id).await?;
    tasks
        .iter_mut()
        .for_each(|task| task.named = project.named.iter().copied().chain(project.owner_id).collect());
    let names = Names::read(&db, tasks.iter().filter_map(|task| task.owner_id)).await?;
    let today = call.app().policies().today(call.app().now());
    let judged = call.judged(&tasks).await?;
    let items = tasks
        .into_iter()
        .map(|task| TaskView::of(&judged, &names, today, task))
        .collect();
    answer::ok(&Tasks { items })
}

/// A task comes up.
#[utoipa::path(post, path = "/projects/{id}/tasks", operation_id = "task.create", tag = "task",
    params(("id" = ProjectId, Path)), request_body = CreateTask,
    responses((status = 201, body = TaskView), (status = "4XX", body = Problem)))]
async fn create(
    call: Call,
    At(id): At<ProjectId>,
    Input(body): Input<CreateTask>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let new = NewTask {
        title: body.title,
        owner: body.owner,
        due_on: body.due_on,
        milestone: body.milestone,
        notes: body.notes,
        resources: body.resources,
    };
    let task = actions::create(&mut work, id, new).await?;
    written(work, StatusCode::CREATED, task).await
}

/// A task.
#[utoipa::path(get, path = "/tasks/{id}", operation_id = "task.read", tag = "task",
    params(("id" = TaskId, Path)), responses((status = 200, body = TaskView), (status = "4XX", body = Problem)))]
async fn read(call: Call, At(id): At<TaskId>) -> Result<Response, Failure> {
    let db = call.db();
    let task = queries::find_task(&db, &call.scope("project.read"), id).await?;
    let today = call.app().policies().today(call.app().now());
    let judged = call.judged([&task]).await?;
    answer::ok(&view(&db, &judged, today, task).await?)
}

/// Changes what is to be done.
#[utoipa::path(patch, path = "/tasks/{id}", operation_id = "task.update", tag = "task",
    params(("id" = TaskId, Path)), request_body = UpdateTask,
    responses((status = 200, body = TaskView), (status = "4XX", body = Problem)))]
async fn update(call: Call, At(id): At<TaskId>, Input(body): Input<UpdateTask>) -> Result<Response, Failure> {
    let mut work = call.begin_change().await?;
    let changes = TaskChanges {
        title: body.title,
        notes: body.notes,
        resources: body.resources,
        due_on: body.due_on,
        milestone: body.milestone,
    };
    let task = actions::update(&mut work, id, changes).await?;
    written(work, StatusCode::OK, task).await
}

/// Gives it to somebody.
#[utoipa::path(post, path = "/tasks/{id}/assign", operation_id = "task.assign", tag = "task",
    params(("id" = TaskId, Path)), request_body = AssignTask,
    responses((status = 200, body = TaskView), (status = "4XX", body = Problem)))]
async fn assign(call: Call, At(id): At<TaskId>, Input(body): Input<AssignTask>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let task = actions::assign(&mut work, id, body.to).await?;
    written(work, StatusCode::OK, task).await
}

/// It is done.
#[utoipa::path(post, path = "/tasks/{id}/complete", operation_id = "task.complete", tag = "task",
    params(("id" = TaskId, Path)), responses((status = 200, body = TaskView), (status = "4XX", body = Problem)))]
async fn complete(call: Call, At(id): At<TaskId>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let task = actions::complete(&mut work, id).await?;
    written(work, StatusCode::OK, task).await
}

/// It is not needed any more.
#[utoipa::path(post, path = "/tasks/{id}/cancel", operation_id = "task.cancel", tag = "task",
    params(("id" = TaskId, Path)), responses((status = 200, body = TaskView), (status = "4XX", body = Problem)))]
async fn cancel(call: Call, At(id): At<TaskId>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let task = actions::cancel(&mut work, id).await?;
    written(work, StatusCode::OK, task).await
}
