//! Changes of projects by HTTP.

use axum::http::StatusCode;
use axum::response::Response;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use xianji_platform::http::{At, Call, Input, Problem};
use xianji_platform::{App, Failure, Work};

use super::super::actions;
use super::super::view::{ProjectView, Reader};
use super::requests::*;
use crate::id::{ProjectId, TeamMemberId};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(create))
        .routes(routes!(update))
        .routes(routes!(suspend))
        .routes(routes!(resume))
        .routes(routes!(advance))
        .routes(routes!(return_))
        .routes(routes!(skip))
        .routes(routes!(win))
        .routes(routes!(lose))
        .routes(routes!(drop_))
        .routes(routes!(transfer))
        .routes(routes!(appoint))
        .routes(routes!(summarise))
        .routes(routes!(evaluate))
        .routes(routes!(archive))
        .routes(routes!(join))
        .routes(routes!(leave))
        .routes(routes!(file_dynamic_item))
}

/// The page as it is after the change, which its reactions may have changed further.
async fn answer(work: Work, status: StatusCode, id: ProjectId) -> Result<Response, Failure> {
    let view = Reader::of(&work).page(id).await?;
    work.answer(status, &view).await
}

/// Begins a project, by hand or out of an inquiry or a lead.
#[utoipa::path(post, path = "/projects", operation_id = "project.create", tag = "project", request_body = CreateProject,
    responses((status = 201, body = ProjectView), (status = "4XX", body = Problem)))]
async fn create(call: Call, Input(body): Input<CreateProject>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let project = actions::create(&mut work, body.into()).await?;
    answer(work, StatusCode::CREATED, project.id).await
}

/// Changes what is known of a project.
#[utoipa::path(patch, path = "/projects/{id}", operation_id = "project.update", tag = "project",
    params(("id" = ProjectId, Path)), request_body = UpdateProject,
    responses((status = 200, body = ProjectView), (status = "4XX", body = Problem)))]
async fn update(
    call: Call,
    At(id): At<ProjectId>,
    Input(body): Input<UpdateProject>,
) -> Result<Response, Failure> {
    let mut work = call.begin_change().await?;
    actions::update(&mut work, id, body.into()).await?;
    answer(work, StatusCode::OK, id).await
}

/// Lets a project stand still.
#[utoipa::path(post, path = "/projects/{id}/suspend", operation_id = "project.suspend", tag = "project",
    params(("id" = ProjectId, Path)),
    responses((status = 200, body = ProjectView), (status = "4XX", body = Problem)))]
async fn suspend(call: Call, At(id): At<ProjectId>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    actions::suspend(&mut work, id).await?;
    answer(work, StatusCode::OK, id).await
}

/// Goes on with a project that stood still.
#[utoipa::path(post, path = "/projects/{id}/resume", operation_id = "project.resume", tag = "project",
    params(("id" = ProjectId, Path)),
    responses((status = 200, body = ProjectView), (status = "4XX", body = Problem)))]
async fn resume(call: Call, At(id): At<ProjectId>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    actions::resume(&mut work, id).await?;
    answer(work, StatusCode::OK, id).await
}

/// Moves a project to its next stage, once everything that the pack asks for is there.
#[utoipa::path(post, path = "/projects/{id}/advance", operation_id = "project.advance", tag = "project",
    params(("id" = ProjectId, Path)), request_body = AdvanceProject,
    responses((status = 200, body = ProjectView), (status = "4XX", body = Problem)))]
async fn advance(
    call: Call,
    At(id): At<ProjectId>,
    Input(body): Input<AdvanceProject>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    actions::advance(&mut work, id, &body.to).await?;
    answer(work, StatusCode::OK, id).await
}

/// Sends a project back to an earlier stage.
#[utoipa::path(post, path = "/projects/{id}/return", operation_id = "project.return", tag = "project",
    params(("id" = ProjectId, Path)), request_body = ReturnProject,
    responses((status = 200, body = ProjectView), (status = "4XX", body = Problem)))]
async fn return_(
    call: Call,
    At(id): At<ProjectId>,
    Input(body): Input<ReturnProject>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    actions::return_to(&mut work, id, &body.to).await?;
    answer(work, StatusCode::OK, id).await
}

/// Goes past the next stage, where the pack lets it be left out.
#[utoipa::path(post, path = "/projects/{id}/skip", operation_id = "project.skip", tag = "project",
    params(("id" = ProjectId, Path)), request_body = SkipStage,
    responses((status = 200, body = ProjectView), (status = "4XX", body = Problem)))]
async fn skip(call: Call, At(id): At<ProjectId>, Input(body): Input<SkipStage>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    actions::skip(&mut work, id, &body.stage).await?;
    answer(work, StatusCode::OK, id).await
}

/// The customer has signed.
#[utoipa::path(post, path = "/projects/{id}/win", operation_id = "project.win", tag = "project",
    params(("id" = ProjectId, Path)), request_body = WinProject,
    responses((status = 200, body = ProjectView), (status = "4XX", body = Problem)))]
async fn win(call: Call, At(id): At<ProjectId>, Input(body): Input<WinProject>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let why = body.reason.map(|reason| (reason, body.words));
    actions::win(&mut work, id, body.amount, body.signed_on, why).await?;
    answer(work, StatusCode::OK, id).await
}

/// The customer decided otherwise.
#[utoipa::path(post, path = "/projects/{id}/lose", operation_id = "project.lose", tag = "project",
    params(("id" = ProjectId, Path)), request_body = EndProject,
    responses((status = 200, body = ProjectView), (status = "4XX", body = Problem)))]
async fn lose(
    call: Call,
    At(id): At<ProjectId>,
    Input(body): Input<EndProject>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    actions::lose(&mut work, id, &body.reason, &body.words).await?;
    answer(work, StatusCode::OK, id).await
}

/// The deal is given up.
#[utoipa::path(post, path = "/projects/{id}/drop", operation_id = "project.drop", tag = "project",
    params(("id" = ProjectId, Path)), request_body = EndProject,
    responses((status = 200, body = ProjectView), (status = "4XX", body = Problem)))]
async fn drop_(
    call: Call,
    At(id): At<ProjectId>,
    Input(body): Input<EndProject>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    actions::drop_(&mut work, id, &body.reason, &body.words).await?;
    answer(work, StatusCode::OK, id).await
}

/// Gives the project to another owner.
#[utoipa::path(post, path = "/projects/{id}/transfer", operation_id = "project.transfer", tag = "project",
    params(("id" = ProjectId, Path)), request_body = TransferProject,
    responses((status = 200, body = ProjectView), (status = "4XX", body = Problem)))]
async fn transfer(
    call: Call,
    At(id): At<ProjectId>,
    Input(body): Input<TransferProject>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let project = actions::transfer(&mut work, id, body.to, body.reason).await?;
    let view = Reader::of(&work).page_of(project).await?;
    work.answer(StatusCode::OK, &view).await
}

/// Appoints the whole team; who is not named any more leaves it.
#[utoipa::path(post, path = "/projects/{id}/appoint", operation_id = "project.appoint", tag = "project",
    params(("id" = ProjectId, Path)), request_body = AppointTeam,
    responses((status = 200, body = ProjectView), (status = "4XX", body = Problem)))]
async fn appoint(
    call: Call,
    At(id): At<ProjectId>,
    Input(body): Input<AppointTeam>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    actions::appoint(&mut work, id, body.team.into_iter().map(Into::into).collect()).await?;
    answer(work, StatusCode::OK, id).await
}

/// Closes the deal with its summary.
#[utoipa::path(post, path = "/projects/{id}/summarise", operation_id = "project.summarise", tag = "project",
    params(("id" = ProjectId, Path)),
    responses((status = 200, body = ProjectView), (status = "4XX", body = Problem)))]
async fn summarise(call: Call, At(id): At<ProjectId>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    actions::summarise(&mut work, id).await?;
    answer(work, StatusCode::OK, id).await
}

/// Takes the evaluation as given.
#[utoipa::path(post, path = "/projects/{id}/evaluate", operation_id = "project.evaluate", tag = "project",
    params(("id" = ProjectId, Path)),
    responses((status = 200, body = ProjectView), (status = "4XX", body = Problem)))]
async fn evaluate(call: Call, At(id): At<ProjectId>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    actions::evaluate(&mut work, id).await?;
    answer(work, StatusCode::OK, id).await
}

/// Closes the project and seals its archive.
#[utoipa::path(post, path = "/projects/{id}/archive", operation_id = "project.archive", tag = "project",
    params(("id" = ProjectId, Path)),
    responses((status = 200, body = ProjectView), (status = "4XX", body = Problem)))]
async fn archive(call: Call, At(id): At<ProjectId>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    actions::archive(&mut work, id).await?;
    answer(work, StatusCode::OK, id).await
}

/// Somebody joins the team.
#[utoipa::path(post, path = "/projects/{id}/team", operation_id = "project.change_member", tag = "project",
    params(("id" = ProjectId, Path)), request_body = TeamLine,
    responses((status = 200, body = ProjectView), (status = "4XX", body = Problem)))]
async fn join(call: Call, At(id): At<ProjectId>, Input(body): Input<TeamLine>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    actions::join(&mut work, id, body.into()).await?;
    answer(work, StatusCode::OK, id).await
}

/// Somebody leaves the team; `place` is the line in it.
#[utoipa::path(post, path = "/projects/{id}/team/{place}/end", operation_id = "project.end_member", tag = "project",
    params(("id" = ProjectId, Path), ("place" = TeamMemberId, Path)),
    responses((status = 200, body = ProjectView), (status = "4XX", body = Problem)))]
async fn leave(call: Call, At((id, place)): At<(ProjectId, TeamMemberId)>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    actions::leave(&mut work, id, place).await?;
    answer(work, StatusCode::OK, id).await
}

/// Files news for everybody in the project.
#[utoipa::path(post, path = "/projects/{id}/dynamic-items", operation_id = "project.file_dynamic_item", tag = "project",
    params(("id" = ProjectId, Path)), request_body = FileDynamicItem,
    responses((status = 200, body = ProjectView), (status = "4XX", body = Problem)))]
async fn file_dynamic_item(
    call: Call,
    At(id): At<ProjectId>,
    Input(body): Input<FileDynamicItem>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    actions::file_dynamic_item(&mut work, id, body.kind, body.content, body.happened_at).await?;
    answer(work, StatusCode::OK, id).await
}
