//! HTTP of inquiries.

mod requests;

use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use xianji_governance::extra::{self, MissingField};
use xianji_governance::form::view::FieldView;
use xianji_governance::{Context, GateItem};
use xianji_platform::http::{Ask, At, Call, Input, Listed, Problem, answer};
use xianji_platform::list::ListQuery;
use xianji_platform::subject::{self, TimelineItem};
use xianji_platform::{App, Failure, Owned, Work};

use self::requests::{
    AssessInquiry, AssignInquiry, ClassifyInquiry, CloseInquiry, FollowUpInquiry, HearMessage, MatchInquiry,
    ReassignInquiry, ReceiveInquiry, ReplyInquiry, RevealSender,
};
use super::assignment::{self, Proposal};
use super::entity::Model as Inquiry;
use super::model::{InquiryChanges, SenderField};
use super::view::{InquiryView, Known};
use super::{actions, lists, public, queries};
use crate::customer::api::TimelineQuery;
use crate::id::InquiryId;
use crate::message::{self, MessageView};

/// Routes of this module.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, receive))
        .routes(routes!(read, update))
        .routes(routes!(timeline))
        .routes(routes!(candidates))
        .routes(routes!(closing))
        .routes(routes!(messages, hear))
        .routes(routes!(match_customer))
        .routes(routes!(classify))
        .routes(routes!(assess))
        .routes(routes!(assign))
        .routes(routes!(reassign))
        .routes(routes!(take))
        .routes(routes!(reply))
        .routes(routes!(wait))
        .routes(routes!(resume))
        .routes(routes!(close))
        .routes(routes!(reopen))
        .routes(routes!(follow_up))
        .routes(routes!(reveal))
        .merge(public::routes())
}

async fn answer_with(work: Work, status: StatusCode, row: Inquiry) -> Result<Response, Failure> {
    let view = InquiryView::load(&work.db(), work.actor(), row).await?;
    work.answer(status, &view).await
}

/// Inquiries that the reader may see, newest first.
#[utoipa::path(get, path = "/inquiries", operation_id = "inquiry.list", tag = "inquiry", params(ListQuery),
    responses((status = 200, body = Listed<InquiryView>), (status = "4XX", body = Problem)))]
async fn list(call: Call, Ask(query): Ask<ListQuery>) -> Result<Response, Failure> {
    let page = lists::page(&call, &query).await?;
    let known = Known::read(&call.db(), &page.rows).await?;
    answer::ok(&page.map(|row| InquiryView::of(row, call.actor(), &known)))
}

/// One inquiry.
#[utoipa::path(get, path = "/inquiries/{id}", operation_id = "inquiry.read", tag = "inquiry",
    params(("id" = InquiryId, Path)), responses((status = 200, body = InquiryView), (status = "4XX", body = Problem)))]
async fn read(call: Call, At(id): At<InquiryId>) -> Result<Response, Failure> {
    let row = queries::find(&call.db(), &call.scope("inquiry.read"), id).await?;
    answer::ok(&InquiryView::load(&call.db(), call.actor(), row).await?)
}

/// Registers an inquiry that the caller took in.
#[utoipa::path(post, path = "/inquiries", operation_id = "inquiry.receive", tag = "inquiry", request_body = ReceiveInquiry,
    responses((status = 201, body = InquiryView), (status = "4XX", body = Problem)))]
async fn receive(call: Call, Input(body): Input<ReceiveInquiry>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let row = actions::receive(&mut work, body.into()).await?;
    answer_with(work, StatusCode::CREATED, row).await
}

/// Changes fields; absent ones stay, `null` empties. After closing every change is a correction.
#[utoipa::path(patch, path = "/inquiries/{id}", operation_id = "inquiry.update", tag = "inquiry",
    params(("id" = InquiryId, Path)), request_body = InquiryChanges,
    responses((status = 200, body = InquiryView), (status = "4XX", body = Problem)))]
async fn update(
    call: Call,
    At(id): At<InquiryId>,
    Input(body): Input<InquiryChanges>,
) -> Result<Response, Failure> {
    let mut work = call.begin_change().await?;
    let row = actions::update(&mut work, id, body).await?;
    answer_with(work, StatusCode::OK, row).await
}

/// What happened to an inquiry.
#[derive(Debug, Serialize, ToSchema)]
pub struct InquiryTimeline {
    /// Newest first.
    pub items: Vec<TimelineItem>,
}

/// What happened to an inquiry, newest first.
#[utoipa::path(get, path = "/inquiries/{id}/timeline", operation_id = "inquiry.timeline", tag = "inquiry",
    params(("id" = InquiryId, Path), TimelineQuery),
    responses((status = 200, body = InquiryTimeline), (status = "4XX", body = Problem)))]
async fn timeline(
    call: Call,
    At(id): At<InquiryId>,
    Ask(query): Ask<TimelineQuery>,
) -> Result<Response, Failure> {
    let db = call.db();
    let row = queries::find(&db, &call.scope("inquiry.read"), id).await?;
    let items = subject::timeline(&db, &[row.subject()], query.cursor, query.limit.unwrap_or(50)).await?;
    answer::ok(&InquiryTimeline { items })
}

/// Who could handle it, with skill and load, in the order in which they would be chosen.
#[utoipa::path(get, path = "/inquiries/{id}/candidates", operation_id = "inquiry.candidates", tag = "inquiry",
    params(("id" = InquiryId, Path)), responses((status = 200, body = Proposal), (status = "4XX", body = Problem)))]
async fn candidates(call: Call, At(id): At<InquiryId>) -> Result<Response, Failure> {
    let row = queries::find(&call.db(), &call.scope("inquiry.read"), id).await?;
    answer::ok(&assignment::look(&Context::read(call.app()), &row).await?)
}

/// What has to be there before it can be closed.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = InquiryClosing)]
pub struct Closing {
    /// Fields of the inquiry itself.
    pub missing: Vec<MissingField>,
    /// What the pack's gate asks.
    pub items: Vec<GateItem>,
    /// Fields that the pack adds to inquiries: their values are given with `changes.extra`.
    pub fields: Vec<FieldView>,
}

/// What has to be there before it can be closed, met or missing.
#[utoipa::path(get, path = "/inquiries/{id}/closing", operation_id = "inquiry.closing", tag = "inquiry",
    params(("id" = InquiryId, Path)), responses((status = 200, body = Closing), (status = "4XX", body = Problem)))]
async fn closing(call: Call, At(id): At<InquiryId>) -> Result<Response, Failure> {
    let row = queries::find(&call.db(), &call.scope("inquiry.read"), id).await?;
    let items = queries::closing_items(&Context::read(call.app()), call.actor(), &row).await?;
    let missing = queries::missing(call.app(), &call.db(), &row, call.actor().language).await?;
    let fields = extra::views(
        call.app(),
        &call.app().policies(),
        row.pack_version_id,
        "inquiry",
        call.actor().language,
    );
    answer::ok(&Closing {
        missing,
        items,
        fields,
    })
}

/// Messages of an inquiry.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = InquiryMessages)]
pub struct Messages {
    pub items: Vec<MessageView>,
}

/// What was said, oldest first.
#[utoipa::path(get, path = "/inquiries/{id}/messages", operation_id = "message.list", tag = "inquiry",
    params(("id" = InquiryId, Path)), responses((status = 200, body = Messages), (status = "4XX", body = Problem)))]
async fn messages(call: Call, At(id): At<InquiryId>) -> Result<Response, Failure> {
    queries::find(&call.db(), &call.scope("inquiry.read"), id).await?;
    let rows = message::queries::of_inquiry(&call.db(), id).await?;
    answer::ok(&Messages {
        items: message::views(&call.db(), rows).await?,
    })
}

/// Notes what the customer said again; a closed inquiry opens again.
#[utoipa::path(post, path = "/inquiries/{id}/messages", operation_id = "inquiry.hear", tag = "inquiry",
    params(("id" = InquiryId, Path)), request_body = HearMessage,
    responses((status = 201, body = InquiryView), (status = "4XX", body = Problem)))]
async fn hear(
    call: Call,
    At(id): At<InquiryId>,
    Input(body): Input<HearMessage>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let (row, _) = actions::hear(&mut work, id, body.channel, body.body).await?;
    answer_with(work, StatusCode::CREATED, row).await
}

/// Says which customer asks.
#[utoipa::path(post, path = "/inquiries/{id}/match", operation_id = "inquiry.match", tag = "inquiry",
    params(("id" = InquiryId, Path)), request_body = MatchInquiry,
    responses((status = 200, body = InquiryView), (status = "4XX", body = Problem)))]
async fn match_customer(
    call: Call,
    At(id): At<InquiryId>,
    Input(body): Input<MatchInquiry>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let row = actions::match_customer(&mut work, id, body.customer_id, body.contact_id).await?;
    answer_with(work, StatusCode::OK, row).await
}

/// Sets class and priority; the pack's route may give it to somebody at once.
#[utoipa::path(post, path = "/inquiries/{id}/classify", operation_id = "inquiry.classify", tag = "inquiry",
    params(("id" = InquiryId, Path)), request_body = ClassifyInquiry,
    responses((status = 200, body = InquiryView), (status = "4XX", body = Problem)))]
async fn classify(
    call: Call,
    At(id): At<InquiryId>,
    Input(body): Input<ClassifyInquiry>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let row = actions::classify(&mut work, id, body.class, body.priority).await?;
    answer_with(work, StatusCode::OK, row).await
}

/// Writes down background, aim and how clear the need is.
#[utoipa::path(post, path = "/inquiries/{id}/assess", operation_id = "inquiry.assess", tag = "inquiry",
    params(("id" = InquiryId, Path)), request_body = AssessInquiry,
    responses((status = 200, body = InquiryView), (status = "4XX", body = Problem)))]
async fn assess(
    call: Call,
    At(id): At<InquiryId>,
    Input(body): Input<AssessInquiry>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let row = actions::assess(&mut work, id, body.background, body.aim, body.clarity, body.needs).await?;
    answer_with(work, StatusCode::OK, row).await
}

/// Gives it to a member, or to whom skill and load point.
#[utoipa::path(post, path = "/inquiries/{id}/assign", operation_id = "inquiry.assign", tag = "inquiry",
    params(("id" = InquiryId, Path)), request_body = AssignInquiry,
    responses((status = 200, body = InquiryView), (status = "4XX", body = Problem)))]
async fn assign(
    call: Call,
    At(id): At<InquiryId>,
    Input(body): Input<AssignInquiry>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let row = actions::assign(&mut work, id, body.to).await?;
    answer_with(work, StatusCode::OK, row).await
}

/// Gives it to somebody else, with the reason.
#[utoipa::path(post, path = "/inquiries/{id}/reassign", operation_id = "inquiry.reassign", tag = "inquiry",
    params(("id" = InquiryId, Path)), request_body = ReassignInquiry,
    responses((status = 200, body = InquiryView), (status = "4XX", body = Problem)))]
async fn reassign(
    call: Call,
    At(id): At<InquiryId>,
    Input(body): Input<ReassignInquiry>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let row = actions::reassign(&mut work, id, body.to, body.reason).await?;
    answer_with(work, StatusCode::OK, row).await
}

/// The caller takes it.
#[utoipa::path(post, path = "/inquiries/{id}/take", operation_id = "inquiry.take", tag = "inquiry",
    params(("id" = InquiryId, Path)), responses((status = 200, body = InquiryView), (status = "4XX", body = Problem)))]
async fn take(call: Call, At(id): At<InquiryId>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let row = actions::take(&mut work, id).await?;
    answer_with(work, StatusCode::OK, row).await
}

/// Answers the customer.
#[utoipa::path(post, path = "/inquiries/{id}/reply", operation_id = "inquiry.reply", tag = "inquiry",
    params(("id" = InquiryId, Path)), request_body = ReplyInquiry,
    responses((status = 200, body = InquiryView), (status = "4XX", body = Problem)))]
async fn reply(
    call: Call,
    At(id): At<InquiryId>,
    Input(body): Input<ReplyInquiry>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let (row, _) = actions::reply(&mut work, id, body.into()).await?;
    answer_with(work, StatusCode::OK, row).await
}

/// The customer has to answer first: limits stand still.
#[utoipa::path(post, path = "/inquiries/{id}/wait", operation_id = "inquiry.wait", tag = "inquiry",
    params(("id" = InquiryId, Path)), responses((status = 200, body = InquiryView), (status = "4XX", body = Problem)))]
async fn wait(call: Call, At(id): At<InquiryId>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let row = actions::wait(&mut work, id).await?;
    answer_with(work, StatusCode::OK, row).await
}

/// The waiting is over.
#[utoipa::path(post, path = "/inquiries/{id}/resume", operation_id = "inquiry.resume", tag = "inquiry",
    params(("id" = InquiryId, Path)), responses((status = 200, body = InquiryView), (status = "4XX", body = Problem)))]
async fn resume(call: Call, At(id): At<InquiryId>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let row = actions::resume(&mut work, id).await?;
    answer_with(work, StatusCode::OK, row).await
}

/// Closes it, once it is complete; fields still missing may come along.
#[utoipa::path(post, path = "/inquiries/{id}/close", operation_id = "inquiry.close", tag = "inquiry",
    params(("id" = InquiryId, Path)), request_body = CloseInquiry,
    responses((status = 200, body = InquiryView), (status = "4XX", body = Problem)))]
async fn close(
    call: Call,
    At(id): At<InquiryId>,
    Input(body): Input<CloseInquiry>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let row = actions::close(&mut work, id, body.outcome, body.changes.unwrap_or_default()).await?;
    answer_with(work, StatusCode::OK, row).await
}

/// Opens a closed one again.
#[utoipa::path(post, path = "/inquiries/{id}/reopen", operation_id = "inquiry.reopen", tag = "inquiry",
    params(("id" = InquiryId, Path)), responses((status = 200, body = InquiryView), (status = "4XX", body = Problem)))]
async fn reopen(call: Call, At(id): At<InquiryId>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let row = actions::reopen(&mut work, id).await?;
    answer_with(work, StatusCode::OK, row).await
}

/// The customer was asked again after closing.
#[utoipa::path(post, path = "/inquiries/{id}/follow-up", operation_id = "inquiry.follow_up", tag = "inquiry",
    params(("id" = InquiryId, Path)), request_body = FollowUpInquiry,
    responses((status = 200, body = InquiryView), (status = "4XX", body = Problem)))]
async fn follow_up(
    call: Call,
    At(id): At<InquiryId>,
    Input(body): Input<FollowUpInquiry>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let row = actions::follow_up(&mut work, id, body.note, body.outcome).await?;
    answer_with(work, StatusCode::OK, row).await
}

/// A field in clear.
#[derive(Debug, Serialize, ToSchema)]
pub struct RevealedSender {
    pub field: SenderField,
    pub value: Option<String>,
}

/// Shows how whoever asked is reached; that it was read is recorded.
#[utoipa::path(post, path = "/inquiries/{id}/reveal", operation_id = "inquiry.reveal", tag = "inquiry",
    params(("id" = InquiryId, Path)), request_body = RevealSender,
    responses((status = 200, body = RevealedSender), (status = "4XX", body = Problem)))]
async fn reveal(
    call: Call,
    At(id): At<InquiryId>,
    Input(body): Input<RevealSender>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let value = actions::reveal(&mut work, id, body.field, body.reason).await?;
    work.answer(
        StatusCode::OK,
        &RevealedSender {
            field: body.field,
            value,
        },
    )
    .await
}
