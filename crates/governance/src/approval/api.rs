//! HTTP of approvals, exemptions and waivers.

use axum::http::StatusCode;
use axum::response::Response;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use xianji_platform::http::{Ask, At, Call, Input, Listed, Problem, answer};
use xianji_platform::list::ListQuery;
use xianji_platform::{App, Failure, MemberId, Subject, Work};

use super::actions::{self, Asked, Condition, Decision, Verdict};
use super::entity::{ApprovalId, ApprovalRequest, State};
use super::view::{ApprovalPage, ApprovalView, page, views};
use super::{lists, queries};
use crate::engine::Context;
use crate::obligation::ObligationId;

/// Routes of this module.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(read))
        .routes(routes!(approve))
        .routes(routes!(send_back))
        .routes(routes!(reject))
        .routes(routes!(withdraw))
        .routes(routes!(hand_over))
        .routes(routes!(add_signer))
        .routes(routes!(exempt))
        .routes(routes!(waive))
}

/// Requests: those that wait for me (`to_decide`), those that I asked for (`asked_by_me`), all that I may see.
#[utoipa::path(get, path = "/approvals", operation_id = "approval.list", tag = "approval", params(ListQuery),
    responses((status = 200, body = Listed<ApprovalView>), (status = "4XX", body = Problem)))]
async fn list(call: Call, Ask(query): Ask<ListQuery>) -> Result<Response, Failure> {
    let found = lists::page(&call, &query).await?;
    let items = views(&Context::read(call.app()), call.actor(), found.rows).await?;
    answer::ok(&Listed {
        items,
        next: found.next,
        total: found.total,
    })
}

/// A request with its steps and the facts then and now.
#[utoipa::path(get, path = "/approvals/{id}", operation_id = "approval.read", tag = "approval", params(("id" = ApprovalId, Path)),
    responses((status = 200, body = ApprovalPage), (status = "4XX", body = Problem)))]
async fn read(call: Call, At(id): At<ApprovalId>) -> Result<Response, Failure> {
    let row = queries::find(&call.db(), &call.scope("approval.read"), id).await?;
    answer::ok(&page(&Context::read(call.app()), call.actor(), row).await?)
}

async fn shown(work: Work, row: ApprovalRequest) -> Result<Response, Failure> {
    let view = page(&Context::of(&work), work.actor(), row).await?;
    work.answer(StatusCode::OK, &view).await
}

/// A request that one may see, about to be changed.
async fn begin(call: &Call, id: ApprovalId) -> Result<Work, Failure> {
    let work = call.begin().await?;
    let row = queries::find(&work.db(), &work.scope("approval.read"), id).await?;
    work.expect_version(row.version)?;
    Ok(work)
}

/// Agreeing.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Approve {
    #[schema(max_length = 4000)]
    pub words: Option<String>,
    /// The opinion sheet by field id, where the step asks for one.
    #[schema(value_type = Option<Object>)]
    pub opinion: Option<Map<String, Value>>,
    /// What somebody has to do, where the step lets conditions be set.
    #[serde(default)]
    #[schema(max_items = 50)]
    pub conditions: Vec<SetCondition>,
}

/// A condition: somebody does something until a day.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetCondition {
    #[schema(min_length = 1, max_length = 1000)]
    pub what: String,
    pub owner: MemberId,
    pub due_on: NaiveDate,
}

/// Agrees to the open step.
#[utoipa::path(post, path = "/approvals/{id}/approve", operation_id = "approval.approve", tag = "approval",
    params(("id" = ApprovalId, Path)), request_body = Approve,
    responses((status = 200, body = ApprovalPage), (status = "4XX", body = Problem)))]
async fn approve(
    call: Call,
    At(id): At<ApprovalId>,
    Input(body): Input<Approve>,
) -> Result<Response, Failure> {
    let mut work = begin(&call, id).await?;
    let conditions = body.conditions.into_iter().map(|one| Condition {
        what: one.what,
        owner: one.owner,
        due_on: one.due_on,
    });
    let decision = Decision {
        verdict: Verdict::Approve,
        words: body.words,
        opinion: body.opinion,
        conditions: conditions.collect(),
    };
    let row = actions::decide(&mut work, id, decision).await?;
    shown(work, row).await
}

/// Sending back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SendBack {
    #[schema(min_length = 1, max_length = 4000)]
    pub words: String,
    /// To which earlier step, from 0; without, to whoever asked.
    pub to_step: Option<i32>,
}

/// Sends it back to whoever asked, or to an earlier step.
#[utoipa::path(post, path = "/approvals/{id}/return", operation_id = "approval.return", tag = "approval",
    params(("id" = ApprovalId, Path)), request_body = SendBack,
    responses((status = 200, body = ApprovalPage), (status = "4XX", body = Problem)))]
async fn send_back(
    call: Call,
    At(id): At<ApprovalId>,
    Input(body): Input<SendBack>,
) -> Result<Response, Failure> {
    let mut work = begin(&call, id).await?;
    let verdict = Verdict::Return {
        to_step: body.to_step,
    };
    let row = actions::decide(
        &mut work,
        id,
        Decision {
            verdict,
            words: Some(body.words),
            opinion: None,
            conditions: Vec::new(),
        },
    )
    .await?;
    shown(work, row).await
}

/// A reason that must be given.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WithWords {
    #[schema(min_length = 1, max_length = 4000)]
    pub words: String,
}

/// Refuses it.
#[utoipa::path(post, path = "/approvals/{id}/reject", operation_id = "approval.reject", tag = "approval",
    params(("id" = ApprovalId, Path)), request_body = WithWords,
    responses((status = 200, body = ApprovalPage), (status = "4XX", body = Problem)))]
async fn reject(
    call: Call,
    At(id): At<ApprovalId>,
    Input(body): Input<WithWords>,
) -> Result<Response, Failure> {
    let mut work = begin(&call, id).await?;
    let decision = Decision {
        verdict: Verdict::Reject,
        words: Some(body.words),
        opinion: None,
        conditions: Vec::new(),
    };
    let row = actions::decide(&mut work, id, decision).await?;
    shown(work, row).await
}

/// A reason that may be given.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Withdraw {
    #[schema(max_length = 4000)]
    pub words: Option<String>,
}

/// Whoever asked takes it back.
#[utoipa::path(post, path = "/approvals/{id}/withdraw", operation_id = "approval.withdraw", tag = "approval",
    params(("id" = ApprovalId, Path)), request_body = Withdraw,
    responses((status = 200, body = ApprovalPage), (status = "4XX", body = Problem)))]
async fn withdraw(
    call: Call,
    At(id): At<ApprovalId>,
    Input(body): Input<Withdraw>,
) -> Result<Response, Failure> {
    let mut work = begin(&call, id).await?;
    let row = actions::withdraw(&mut work, id, body.words).await?;
    shown(work, row).await
}

/// To whom.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ToMember {
    pub member: MemberId,
    #[schema(max_length = 4000)]
    pub words: Option<String>,
}

/// Gives the decision to another person.
#[utoipa::path(post, path = "/approvals/{id}/hand-over", operation_id = "approval.hand_over", tag = "approval",
    params(("id" = ApprovalId, Path)), request_body = ToMember,
    responses((status = 200, body = ApprovalPage), (status = "4XX", body = Problem)))]
async fn hand_over(
    call: Call,
    At(id): At<ApprovalId>,
    Input(body): Input<ToMember>,
) -> Result<Response, Failure> {
    let mut work = begin(&call, id).await?;
    let row = actions::hand_over(&mut work, id, body.member, body.words).await?;
    shown(work, row).await
}

/// Lets another person sign too.
#[utoipa::path(post, path = "/approvals/{id}/add-signer", operation_id = "approval.add_signer", tag = "approval",
    params(("id" = ApprovalId, Path)), request_body = ToMember,
    responses((status = 200, body = ApprovalPage), (status = "4XX", body = Problem)))]
async fn add_signer(
    call: Call,
    At(id): At<ApprovalId>,
    Input(body): Input<ToMember>,
) -> Result<Response, Failure> {
    let mut work = begin(&call, id).await?;
    let row = actions::add_signer(&mut work, id, body.member).await?;
    shown(work, row).await
}

/// Passing a point once although something is missing there.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Exempt {
    pub subject: Subject,
    /// `stage:solution`, `leave:research`, `project.advance`.
    #[schema(min_length = 1, max_length = 200)]
    pub point: String,
    #[schema(min_length = 1, max_length = 4000)]
    pub reason: String,
}

/// What was asked for.
#[derive(Debug, Serialize, ToSchema)]
pub struct AskedView {
    /// The request.
    pub request: Option<ApprovalId>,
    pub state: State,
}

impl From<Asked> for AskedView {
    fn from(asked: Asked) -> Self {
        Self {
            request: asked.request.map(ApprovalId),
            state: asked.state,
        }
    }
}

/// The requests that an exemption takes: one for each approval that the unmet gates name.
#[derive(Debug, Serialize, ToSchema)]
pub struct AskedExemptions {
    pub items: Vec<AskedView>,
}

/// Asks for an exemption.
#[utoipa::path(post, path = "/exemptions", operation_id = "gate.exempt", tag = "approval", request_body = Exempt,
    responses((status = 201, body = AskedExemptions), (status = "4XX", body = Problem)))]
async fn exempt(call: Call, Input(body): Input<Exempt>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let asked = actions::ask_exemption(&mut work, &body.subject, &body.point, body.reason).await?;
    work.answer(
        StatusCode::CREATED,
        &AskedExemptions {
            items: asked.into_iter().map(AskedView::from).collect(),
        },
    )
    .await
}

/// Asks not to have to do an obligation any more.
#[utoipa::path(post, path = "/obligations/{id}/waive", operation_id = "obligation.waive", tag = "approval",
    params(("id" = ObligationId, Path)), request_body = WithWords,
    responses((status = 201, body = AskedView), (status = "4XX", body = Problem)))]
async fn waive(
    call: Call,
    At(id): At<ObligationId>,
    Input(body): Input<WithWords>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    crate::obligation::queries::find(&work.db(), &work.scope("obligation.read"), id).await?;
    let asked = actions::ask_waiver(&mut work, id, body.words).await?;
    work.answer(StatusCode::CREATED, &AskedView::from(asked)).await
}
