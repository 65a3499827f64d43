//! Members over HTTP.

use axum::http::StatusCode;
use axum::response::Response;
use chrono::NaiveDate;
use serde::{Deserialize, Deserializer};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use xianji_kernel::text::Language;

use super::lists::{DirectoryEntry, MemberRow, MemberView, Standing, directory, find, members};
use super::standing::{self, NewAbsence, NewDelegation, NewPosition, NewSkill};
use super::{Changes, Member, NewMember, actions};
use crate::app::App;
use crate::failure::Failure;
use crate::http::{Ask, At, Call, Input, Listed, Problem, answer};
use crate::id::{DepartmentId, MemberId};
use crate::identity::entity::{AbsenceId, DelegationId, HoldingId};
use crate::list::{Context, ListQuery};
use crate::work::Work;

/// Routes of members.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(read, change))
        .routes(routes!(look_up))
        .routes(routes!(deactivate))
        .routes(routes!(reactivate))
        .routes(routes!(reset_password))
        .routes(routes!(move_to))
        .routes(routes!(assign_position))
        .routes(routes!(end_position))
        .routes(routes!(record_skill))
        .routes(routes!(record_absence))
        .routes(routes!(end_absence))
        .routes(routes!(delegate))
        .routes(routes!(end_delegation))
}

async fn answered(work: Work, status: StatusCode, member: Member) -> Result<Response, Failure> {
    let view = MemberView::load(work.app(), &work.db(), work.actor(), member).await?;
    work.answer(status, &view).await
}

async fn answered_by_id(work: Work, status: StatusCode, id: MemberId) -> Result<Response, Failure> {
    let member = crate::identity::queries::member(&work.db(), id).await?;
    answered(work, status, member).await
}

fn context(call: &Call) -> Context {
    Context::of(call.actor(), &call.app().policies(), call.app().now())
}

/// Members that the reader may see.
#[utoipa::path(get, path = "/members", operation_id = "member.list", tag = "member", params(ListQuery),
    responses((status = 200, body = Listed<MemberRow>), (status = "4XX", body = Problem)))]
async fn list(call: Call, Ask(query): Ask<ListQuery>) -> Result<Response, Failure> {
    let db = call.db();
    let page = members(&db, &call.scope("member.read"), &query, &context(&call)).await?;
    let standing = Standing::read(call.app(), &db, call.actor(), &page.rows).await?;
    answer::ok(&page.map(|member| standing.row(member)))
}

/// Everybody who works here, to be picked by name.
#[utoipa::path(get, path = "/directory", operation_id = "member.look_up", tag = "member", params(ListQuery),
    responses((status = 200, body = Listed<DirectoryEntry>), (status = "4XX", body = Problem)))]
async fn look_up(call: Call, Ask(query): Ask<ListQuery>) -> Result<Response, Failure> {
    let db = call.db();
    let page = directory(&db, &query, &context(&call)).await?;
    let standing = Standing::read(call.app(), &db, call.actor(), &page.rows).await?;
    answer::ok(&page.map(|member| standing.entry(member)))
}

/// One member's page.
#[utoipa::path(get, path = "/members/{id}", operation_id = "member.read", tag = "member",
    params(("id" = MemberId, Path)), responses((status = 200, body = MemberView), (status = "4XX", body = Problem)))]
async fn read(call: Call, At(id): At<MemberId>) -> Result<Response, Failure> {
    let db = call.db();
    let member = find(&db, &call.scope("member.read"), id).await?;
    answer::ok(&MemberView::load(call.app(), &db, call.actor(), member).await?)
}

/// A member to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateMember {
    /// Name as others see it.
    #[schema(min_length = 1, max_length = 100)]
    name: String,
    /// Name to log in with.
    #[schema(min_length = 1, max_length = 100)]
    login: String,
    /// Mail address.
    #[schema(max_length = 254)]
    email: Option<String>,
    /// Phone number.
    #[schema(max_length = 50)]
    phone: Option<String>,
    /// Language of screen and mails; Chinese when absent.
    #[serde(default)]
    language: Language,
    /// First password; without one nobody can log in.
    #[schema(max_length = 200)]
    password: Option<String>,
    /// First department.
    department_id: DepartmentId,
    /// Heads it.
    #[serde(default)]
    head: bool,
}

/// Makes a member.
#[utoipa::path(post, path = "/members", operation_id = "member.create", tag = "member", request_body = CreateMember,
    responses((status = 201, body = MemberView), (status = "4XX", body = Problem)))]
async fn create(call: Call, Input(body): Input<CreateMember>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let new = NewMember {
        name: body.name,
        login: body.login,
        email: body.email,
        phone: body.phone,
        language: body.language,
        password: body.password,
        department: body.department_id,
        head: body.head,
    };
    let member = actions::create(&mut work, new).await?;
    answered(work, StatusCode::CREATED, member).await
}

/// What may be changed of a member.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MemberChanges {
    /// Name as others see it.
    #[schema(min_length = 1, max_length = 100)]
    name: Option<String>,
    /// Name to log in with.
    #[schema(min_length = 1, max_length = 100)]
    login: Option<String>,
    /// Mail address; null empties it.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 254)]
    email: Option<Option<String>>,
    /// Phone number; null empties it.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 50)]
    phone: Option<Option<String>>,
    /// Language of screen and mails.
    language: Option<Language>,
}

/// Tells null from absent.
fn given<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Option<String>>, D::Error> {
    Option::<String>::deserialize(from).map(Some)
}

/// Changes a member.
#[utoipa::path(patch, path = "/members/{id}", operation_id = "member.update", tag = "member", params(("id" = MemberId, Path)),
    request_body = MemberChanges, responses((status = 200, body = MemberView), (status = "4XX", body = Problem)))]
async fn change(
    call: Call,
    At(id): At<MemberId>,
    Input(body): Input<MemberChanges>,
) -> Result<Response, Failure> {
    let mut work = call.begin_change().await?;
    let MemberChanges {
        name,
        login,
        email,
        phone,
        language,
    } = body;
    let member = actions::change(
        &mut work,
        id,
        Changes {
            name,
            login,
            email,
            phone,
            language,
        },
    )
    .await?;
    answered(work, StatusCode::OK, member).await
}

/// Takes the way in.
#[utoipa::path(post, path = "/members/{id}/deactivate", operation_id = "member.deactivate", tag = "member",
    params(("id" = MemberId, Path)), responses((status = 200, body = MemberView), (status = "4XX", body = Problem)))]
async fn deactivate(call: Call, At(id): At<MemberId>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let member = actions::deactivate(&mut work, id).await?;
    answered(work, StatusCode::OK, member).await
}

/// Lets a member in again.
#[utoipa::path(post, path = "/members/{id}/reactivate", operation_id = "member.reactivate", tag = "member",
    params(("id" = MemberId, Path)), responses((status = 200, body = MemberView), (status = "4XX", body = Problem)))]
async fn reactivate(call: Call, At(id): At<MemberId>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let member = actions::reactivate(&mut work, id).await?;
    answered(work, StatusCode::OK, member).await
}

/// A new password.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPassword {
    /// At least ten characters.
    #[schema(max_length = 200)]
    password: String,
}

/// Gives a member a new password, which ends all of that member's sessions.
#[utoipa::path(post, path = "/members/{id}/password", operation_id = "member.reset_password", tag = "member",
    params(("id" = MemberId, Path)), request_body = NewPassword,
    responses((status = 200, body = MemberView), (status = "4XX", body = Problem)))]
async fn reset_password(
    call: Call,
    At(id): At<MemberId>,
    Input(body): Input<NewPassword>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let member = actions::reset_password(&mut work, id, &body.password).await?;
    answered(work, StatusCode::OK, member).await
}

/// Where a member goes.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MoveMember {
    /// The department.
    department_id: DepartmentId,
    /// Heads it.
    #[serde(default)]
    head: bool,
    /// First day there; today when absent.
    from: Option<NaiveDate>,
}

/// Moves a member to another department, or makes it head or no longer head of its own.
#[utoipa::path(post, path = "/members/{id}/move", operation_id = "member.move", tag = "member", params(("id" = MemberId, Path)),
    request_body = MoveMember, responses((status = 200, body = MemberView), (status = "4XX", body = Problem)))]
async fn move_to(
    call: Call,
    At(id): At<MemberId>,
    Input(body): Input<MoveMember>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let member = actions::move_to(&mut work, id, body.department_id, body.head, body.from).await?;
    answered(work, StatusCode::OK, member).await
}

/// Gives a position.
#[utoipa::path(post, path = "/members/{id}/positions", operation_id = "position.assign", tag = "member",
    params(("id" = MemberId, Path)), request_body = NewPosition,
    responses((status = 200, body = MemberView), (status = "4XX", body = Problem)))]
async fn assign_position(
    call: Call,
    At(id): At<MemberId>,
    Input(body): Input<NewPosition>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    standing::assign(&mut work, id, body).await?;
    answered_by_id(work, StatusCode::OK, id).await
}

/// Takes a position back.
#[utoipa::path(post, path = "/members/{id}/positions/{holding}/end", operation_id = "position.end", tag = "member",
    params(("id" = MemberId, Path), ("holding" = HoldingId, Path)),
    responses((status = 200, body = MemberView), (status = "4XX", body = Problem)))]
async fn end_position(call: Call, At((id, held)): At<(MemberId, HoldingId)>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    standing::end_position(&mut work, id, held).await?;
    answered_by_id(work, StatusCode::OK, id).await
}

/// Records a skill.
#[utoipa::path(post, path = "/members/{id}/skills", operation_id = "skill.record", tag = "member",
    params(("id" = MemberId, Path)), request_body = NewSkill,
    responses((status = 200, body = MemberView), (status = "4XX", body = Problem)))]
async fn record_skill(
    call: Call,
    At(id): At<MemberId>,
    Input(body): Input<NewSkill>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    standing::record_skill(&mut work, id, body).await?;
    answered_by_id(work, StatusCode::OK, id).await
}

/// Records a time away.
#[utoipa::path(post, path = "/members/{id}/absences", operation_id = "absence.record", tag = "member",
    params(("id" = MemberId, Path)), request_body = NewAbsence,
    responses((status = 200, body = MemberView), (status = "4XX", body = Problem)))]
async fn record_absence(
    call: Call,
    At(id): At<MemberId>,
    Input(body): Input<NewAbsence>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    standing::record_absence(&mut work, id, body).await?;
    answered_by_id(work, StatusCode::OK, id).await
}

/// Ends a time away.
#[utoipa::path(post, path = "/members/{id}/absences/{absence}/end", operation_id = "absence.end", tag = "member",
    params(("id" = MemberId, Path), ("absence" = AbsenceId, Path)),
    responses((status = 200, body = MemberView), (status = "4XX", body = Problem)))]
async fn end_absence(call: Call, At((id, absent)): At<(MemberId, AbsenceId)>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    standing::end_absence(&mut work, id, absent).await?;
    answered_by_id(work, StatusCode::OK, id).await
}

/// Lets another act for a member.
#[utoipa::path(post, path = "/members/{id}/delegations", operation_id = "delegation.give", tag = "member",
    params(("id" = MemberId, Path)), request_body = NewDelegation,
    responses((status = 200, body = MemberView), (status = "4XX", body = Problem)))]
async fn delegate(
    call: Call,
    At(id): At<MemberId>,
    Input(body): Input<NewDelegation>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    standing::delegate(&mut work, id, body).await?;
    answered_by_id(work, StatusCode::OK, id).await
}

/// Ends a delegation.
#[utoipa::path(post, path = "/members/{id}/delegations/{delegation}/end", operation_id = "delegation.end", tag = "member",
    params(("id" = MemberId, Path), ("delegation" = DelegationId, Path)),
    responses((status = 200, body = MemberView), (status = "4XX", body = Problem)))]
async fn end_delegation(
    call: Call,
    At((id, given)): At<(MemberId, DelegationId)>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    standing::end_delegation(&mut work, id, given).await?;
    answered_by_id(work, StatusCode::OK, id).await
}
