//! HTTP of applications.

use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use xianji_kernel::money::Money;
use xianji_platform::http::{At, Call, Input, Problem, answer};
use xianji_platform::{App, Conn, Failure, Judged};

use super::entity::State;
use super::model::Initiation;
use super::{actions, queries};
use crate::id::{InitiationId, ProjectId};
use crate::project;
use xianji_platform::record::patch::given;
use xianji_platform::record::people::{MemberName, Names};

/// Routes of this module.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, draft))
        .routes(routes!(read, update))
        .routes(routes!(submit))
        .routes(routes!(withdraw))
}

/// A version of an application.
#[derive(Debug, Serialize, ToSchema)]
pub struct InitiationView {
    pub id: InitiationId,
    pub number: String,
    pub version: i64,
    pub project_id: ProjectId,
    pub revision: i32,
    pub state: State,
    pub budget: Option<Money>,
    pub note: Option<String>,
    pub owner: Option<MemberName>,
    /// The request for approval.
    pub approval_id: Option<Uuid>,
    pub submitted_at: Option<DateTime<Utc>>,
    pub decided_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// Permitted actions that its state allows.
    pub can: Vec<String>,
}

impl InitiationView {
    async fn load(db: &Conn<'_>, actor: &Judged, initiation: Initiation) -> Result<Self, Failure> {
        let names = Names::read(db, initiation.owner_id).await?;
        Ok(Self::of(actor, &names, initiation, false))
    }

    /// With its project closed for good nothing may be done with it either.
    fn of(actor: &Judged, names: &Names, initiation: Initiation, closed: bool) -> Self {
        let open = if closed {
            Vec::new()
        } else {
            initiation.open_actions()
        };
        let can = open
            .into_iter()
            .filter(|action| actor.may_on(action, &initiation));
        Self {
            can: can.map(str::to_owned).collect(),
            id: initiation.id,
            version: initiation.version,
            project_id: initiation.project_id,
            revision: initiation.revision,
            state: initiation.state,
            budget: initiation.budget(),
            owner: initiation.owner_id.map(|id| names.one(id)),
            approval_id: initiation.approval_id,
            submitted_at: initiation.submitted_at,
            decided_at: initiation.decided_at,
            created_at: initiation.created_at,
            updated_at: initiation.updated_at,
            number: initiation.number,
            note: initiation.note,
        }
    }
}

/// All versions.
#[derive(Debug, Serialize, ToSchema)]
pub struct Initiations {
    /// Newest first.
    pub items: Vec<InitiationView>,
    /// `initiation.draft`, where the reader may begin one now: the first, or the next revision.
    pub can: Vec<String>,
}

/// What an application asks for.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftInitiation {
    pub budget: Option<Money>,
    /// What is different from the revision before.
    #[schema(max_length = 2000)]
    pub note: Option<String>,
}

/// What changes; absent is unchanged, null is emptied.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateInitiation {
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<Money>)]
    pub budget: Option<Option<Money>>,
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 2000)]
    pub note: Option<Option<String>>,
}

/// A word to those who decide.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SubmitInitiation {
    #[schema(max_length = 2000)]
    pub note: Option<String>,
}

/// All versions of a project's application.
#[utoipa::path(get, path = "/projects/{id}/initiations", operation_id = "initiation.list", tag = "initiation",
    params(("id" = ProjectId, Path)), responses((status = 200, body = Initiations), (status = "4XX", body = Problem)))]
async fn list(call: Call, At(id): At<ProjectId>) -> Result<Response, Failure> {
    let db = call.db();
    let project = project::queries::find(&db, &call.scope("project.read"), id).await?;
    let mut rows = queries::of_project(&db, id).await?;
    rows.iter_mut()
        .for_each(|row| row.named = project.named.iter().copied().chain(project.owner_id).collect());
    let names = Names::read(&db, rows.iter().filter_map(|row| row.owner_id)).await?;
    let begins = project.takes_application(rows.first());
    let begins = begins
        && call
            .judged([&project])
            .await?
            .may_on("initiation.draft", &project);
    let judged = call.judged(&rows).await?;
    let items = rows
        .into_iter()
        .map(|row| InitiationView::of(&judged, &names, row, project.is_closed()))
        .collect();
    let can = begins.then(|| "initiation.draft".to_owned());
    answer::ok(&Initiations {
        items,
        can: can.into_iter().collect(),
    })
}

/// Begins an application, or the next revision of one that was decided.
#[utoipa::path(post, path = "/projects/{id}/initiations", operation_id = "initiation.draft", tag = "initiation",
    params(("id" = ProjectId, Path)), request_body = DraftInitiation,
    responses((status = 201, body = InitiationView), (status = "4XX", body = Problem)))]
async fn draft(
    call: Call,
    At(id): At<ProjectId>,
    Input(body): Input<DraftInitiation>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let initiation = actions::draft(&mut work, id, body.budget, body.note).await?;
    let view = InitiationView::load(&work.db(), &work.judged([&initiation]).await?, initiation).await?;
    work.answer(StatusCode::CREATED, &view).await
}

/// A version of an application.
#[utoipa::path(get, path = "/initiations/{id}", operation_id = "initiation.read", tag = "initiation",
    params(("id" = InitiationId, Path)), responses((status = 200, body = InitiationView), (status = "4XX", body = Problem)))]
async fn read(call: Call, At(id): At<InitiationId>) -> Result<Response, Failure> {
    let db = call.db();
    let scope = call.scope("project.read");
    let initiation = queries::find(&db, &scope, id).await?;
    let project = project::queries::find(&db, &scope, initiation.project_id).await?;
    let names = Names::read(&db, initiation.owner_id).await?;
    let judged = call.judged([&initiation]).await?;
    answer::ok(&InitiationView::of(
        &judged,
        &names,
        initiation,
        project.is_closed(),
    ))
}

/// Changes what a draft asks for.
#[utoipa::path(patch, path = "/initiations/{id}", operation_id = "initiation.update", tag = "initiation",
    params(("id" = InitiationId, Path)), request_body = UpdateInitiation,
    responses((status = 200, body = InitiationView), (status = "4XX", body = Problem)))]
async fn update(
    call: Call,
    At(id): At<InitiationId>,
    Input(body): Input<UpdateInitiation>,
) -> Result<Response, Failure> {
    let mut work = call.begin_change().await?;
    let initiation = actions::update(&mut work, id, body.budget, body.note).await?;
    let view = InitiationView::load(&work.db(), &work.judged([&initiation]).await?, initiation).await?;
    work.answer(StatusCode::OK, &view).await
}

/// Hands an application in.
#[utoipa::path(post, path = "/initiations/{id}/submit", operation_id = "initiation.submit", tag = "initiation",
    params(("id" = InitiationId, Path)), request_body = SubmitInitiation,
    responses((status = 200, body = InitiationView), (status = "4XX", body = Problem)))]
async fn submit(
    call: Call,
    At(id): At<InitiationId>,
    Input(body): Input<SubmitInitiation>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let initiation = actions::submit(&mut work, id, body.note).await?;
    let view = InitiationView::load(&work.db(), &work.judged([&initiation]).await?, initiation).await?;
    work.answer(StatusCode::OK, &view).await
}

/// Takes an application back before it is decided.
#[utoipa::path(post, path = "/initiations/{id}/withdraw", operation_id = "initiation.withdraw", tag = "initiation",
    params(("id" = InitiationId, Path)), responses((status = 200, body = InitiationView), (status = "4XX", body = Problem)))]
async fn withdraw(call: Call, At(id): At<InitiationId>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let initiation = actions::withdraw(&mut work, id).await?;
    let view = InitiationView::load(&work.db(), &work.judged([&initiation]).await?, initiation).await?;
    work.answer(StatusCode::OK, &view).await
}
