//! HTTP of milestones and of the baseline.

use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use xianji_platform::http::{At, Call, Input, Problem, answer};
use xianji_platform::{App, Failure, Judged, MemberId, Work};

use super::super::entity::MilestoneState;
use super::super::model::{Milestone, MilestoneChanges};
use super::super::{NewMilestone, actions, queries};
use crate::id::{MilestoneId, ProjectId};
use crate::project;
use xianji_platform::record::patch::given;
use xianji_platform::record::people::{MemberName, Names};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, plan))
        .routes(routes!(read, update))
        .routes(routes!(reach))
        .routes(routes!(cancel))
        .routes(routes!(baseline_plan))
}

/// A milestone.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct MilestoneView {
    pub id: MilestoneId,
    pub number: String,
    pub version: i64,
    pub project_id: ProjectId,
    pub title: String,
    pub notes: Option<String>,
    /// Who answers for it.
    pub owner: Option<MemberName>,
    /// When it was promised first.
    pub baseline_on: Option<NaiveDate>,
    /// When it is expected now.
    pub due_on: Option<NaiveDate>,
    pub reached_on: Option<NaiveDate>,
    /// Days after the baseline; fewer than none when it comes early.
    pub slip_days: Option<i64>,
    pub state: MilestoneState,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// Permitted actions that its state allows.
    pub can: Vec<String>,
}

impl MilestoneView {
    fn of(actor: &Judged, names: &Names, milestone: Milestone) -> Self {
        let open = milestone.state == MilestoneState::Open;
        let all = ["milestone.update", "milestone.reach"];
        let can = all
            .iter()
            .filter(|action| open && actor.may_on(action, &milestone));
        Self {
            can: can.map(|action| (*action).to_owned()).collect(),
            id: milestone.id,
            version: milestone.version,
            project_id: milestone.project_id,
            owner: milestone.owner_id.map(|id| names.one(id)),
            baseline_on: milestone.baseline_on,
            due_on: milestone.due_on,
            reached_on: milestone.reached_on,
            slip_days: milestone.slip(),
            state: milestone.state,
            created_at: milestone.created_at,
            updated_at: milestone.updated_at,
            number: milestone.number,
            title: milestone.title,
            notes: milestone.notes,
        }
    }
}

/// Milestones of a project.
#[derive(Debug, Serialize, ToSchema)]
pub struct Milestones {
    /// In the order in which they are due.
    pub items: Vec<MilestoneView>,
}

/// A new milestone.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanMilestone {
    #[schema(min_length = 1, max_length = 200)]
    pub title: String,
    /// Who answers for it; the project's owner, if left out.
    pub owner: Option<MemberId>,
    pub due_on: Option<NaiveDate>,
    #[schema(max_length = 10000)]
    pub notes: Option<String>,
}

/// What changes; absent is unchanged, null is emptied.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateMilestone {
    #[schema(min_length = 1, max_length = 200)]
    pub title: Option<String>,
    pub owner: Option<MemberId>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<NaiveDate>)]
    pub due_on: Option<Option<NaiveDate>>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 10000)]
    pub notes: Option<Option<String>>,
}

/// When it was reached.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReachMilestone {
    /// Today, if left out.
    pub on: Option<NaiveDate>,
}

async fn written(work: Work, status: StatusCode, milestone: Milestone) -> Result<Response, Failure> {
    let names = Names::read(&work.db(), milestone.owner_id).await?;
    let judged = work.judged([&milestone]).await?;
    let view = MilestoneView::of(&judged, &names, milestone);
    work.answer(status, &view).await
}

/// A project's milestones.
#[utoipa::path(get, path = "/projects/{id}/milestones", operation_id = "milestone.list", tag = "milestone",
    params(("id" = ProjectId, Path)), responses((status = 200, body = Milestones), (status = "4XX", body = Problem)))]
async fn list(call: Call, At(id): At<ProjectId>) -> Result<Response, Failure> {
    let db = call.db();
    let project = project::queries::find(&db, &call.scope("project.read"), id).await?;
    let mut rows = queries::milestones(&db, id).await?;
    rows.iter_mut()
        .for_each(|row| row.named = project.named.iter().copied().chain(project.owner_id).collect());
    let names = Names::read(&db, rows.iter().filter_map(|row| row.owner_id)).await?;
    let judged = call.judged(&rows).await?;
    answer::ok(&Milestones {
        items: rows
            .into_iter()
            .map(|row| MilestoneView::of(&judged, &names, row))
            .collect(),
    })
}

/// A milestone is planned.
#[utoipa::path(post, path = "/projects/{id}/milestones", operation_id = "milestone.plan", tag = "milestone",
    params(("id" = ProjectId, Path)), request_body = PlanMilestone,
    responses((status = 201, body = MilestoneView), (status = "4XX", body = Problem)))]
async fn plan(
    call: Call,
    At(id): At<ProjectId>,
    Input(body): Input<PlanMilestone>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let new = NewMilestone {
        title: body.title,
        owner: body.owner,
        due_on: body.due_on,
        notes: body.notes,
    };
    let milestone = actions::plan_milestone(&mut work, id, new).await?;
    written(work, StatusCode::CREATED, milestone).await
}

/// A milestone.
#[utoipa::path(get, path = "/milestones/{id}", operation_id = "milestone.read", tag = "milestone",
    params(("id" = MilestoneId, Path)), responses((status = 200, body = MilestoneView), (status = "4XX", body = Problem)))]
async fn read(call: Call, At(id): At<MilestoneId>) -> Result<Response, Failure> {
    let db = call.db();
    let milestone = queries::find_milestone(&db, &call.scope("project.read"), id).await?;
    let names = Names::read(&db, milestone.owner_id).await?;
    let judged = call.judged([&milestone]).await?;
    answer::ok(&MilestoneView::of(&judged, &names, milestone))
}

/// Changes what is promised.
#[utoipa::path(patch, path = "/milestones/{id}", operation_id = "milestone.update", tag = "milestone",
    params(("id" = MilestoneId, Path)), request_body = UpdateMilestone,
    responses((status = 200, body = MilestoneView), (status = "4XX", body = Problem)))]
async fn update(
    call: Call,
    At(id): At<MilestoneId>,
    Input(body): Input<UpdateMilestone>,
) -> Result<Response, Failure> {
    let mut work = call.begin_change().await?;
    let changes = MilestoneChanges {
        title: body.title,
        notes: body.notes,
        due_on: body.due_on,
        owner: body.owner,
    };
    let milestone = actions::update_milestone(&mut work, id, changes).await?;
    written(work, StatusCode::OK, milestone).await
}

/// It was reached.
#[utoipa::path(post, path = "/milestones/{id}/reach", operation_id = "milestone.reach", tag = "milestone",
    params(("id" = MilestoneId, Path)), request_body = ReachMilestone,
    responses((status = 200, body = MilestoneView), (status = "4XX", body = Problem)))]
async fn reach(
    call: Call,
    At(id): At<MilestoneId>,
    Input(body): Input<ReachMilestone>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let milestone = actions::reach(&mut work, id, body.on).await?;
    written(work, StatusCode::OK, milestone).await
}

/// It is not aimed at any more.
#[utoipa::path(post, path = "/milestones/{id}/cancel", operation_id = "milestone.cancel", tag = "milestone",
    params(("id" = MilestoneId, Path)), responses((status = 200, body = MilestoneView), (status = "4XX", body = Problem)))]
async fn cancel(call: Call, At(id): At<MilestoneId>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let milestone = actions::cancel_milestone(&mut work, id).await?;
    written(work, StatusCode::OK, milestone).await
}

/// Makes the dates of all open milestones the baseline.
#[utoipa::path(post, path = "/projects/{id}/baseline-plan", operation_id = "project.baseline_plan", tag = "milestone",
    params(("id" = ProjectId, Path)), responses((status = 200, body = Milestones), (status = "4XX", body = Problem)))]
async fn baseline_plan(call: Call, At(id): At<ProjectId>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    actions::baseline_plan(&mut work, id).await?;
    let rows = queries::milestones(&work.db(), id).await?;
    let names = Names::read(&work.db(), rows.iter().filter_map(|row| row.owner_id)).await?;
    let judged = work.judged(&rows).await?;
    let items = rows
        .into_iter()
        .map(|row| MilestoneView::of(&judged, &names, row))
        .collect();
    work.answer(StatusCode::OK, &Milestones { items }).await
}
