//! HTTP of handovers.

use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use xianji_platform::database::Conn;
use xianji_platform::http::{Ask, At, Call, Input, Problem, answer};
use xianji_platform::{App, Failure, Judged, MemberId};

use super::actions;
use super::entity::{HandoverState, Intent, Model as Handover};
use super::model::GoesOnAs;
use super::queries;
use crate::id::{HandoverId, InquiryId, LeadId};
use crate::inquiry;
use xianji_platform::record::people::{MemberName, Names};

/// Routes of this module.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(of_inquiry, offer))
        .routes(routes!(list))
        .routes(routes!(read))
        .routes(routes!(accept))
        .routes(routes!(refuse))
}

/// A handover.
#[derive(Debug, Serialize, ToSchema)]
pub struct HandoverView {
    pub id: HandoverId,
    pub inquiry_id: InquiryId,
    pub from: Option<MemberName>,
    pub to: Option<MemberName>,
    pub intent: Intent,
    pub summary: String,
    pub state: HandoverState,
    pub reason: Option<String>,
    pub decided_at: Option<DateTime<Utc>>,
    pub lead_id: Option<LeadId>,
    pub result: Option<String>,
    pub version: i64,
    pub created_at: DateTime<Utc>,
    pub can: HandoverCan,
}

/// What the reader may do with it now.
#[derive(Debug, Serialize, ToSchema)]
pub struct HandoverCan {
    pub accept: bool,
    pub refuse: bool,
}

impl HandoverView {
    fn of(row: Handover, actor: &Judged, names: &Names) -> Self {
        let open = row.state == HandoverState::Offered;
        Self {
            can: HandoverCan {
                accept: open && actor.may_on("handover.accept", &row),
                refuse: open && actor.may_on("handover.refuse", &row),
            },
            from: names.of(Some(row.from_id)),
            to: names.of(Some(row.to_id)),
            id: row.id,
            inquiry_id: row.inquiry_id,
            intent: row.intent,
            summary: row.summary,
            state: row.state,
            reason: row.reason,
            decided_at: row.decided_at,
            lead_id: row.lead_id,
            result: row.result,
            version: row.version,
            created_at: row.created_at,
        }
    }

    async fn load(db: &Conn<'_>, actor: &Judged, row: Handover) -> Result<Self, Failure> {
        let names = Names::read(db, [Some(row.from_id), Some(row.to_id)]).await?;
        Ok(Self::of(row, actor, &names))
    }
}

/// Handovers.
#[derive(Debug, Serialize, ToSchema)]
pub struct Handovers {
    pub items: Vec<HandoverView>,
}

async fn views(call: &Call, rows: Vec<Handover>) -> Result<Response, Failure> {
    let names = Names::read(
        &call.db(),
        rows.iter().flat_map(|row| [Some(row.from_id), Some(row.to_id)]),
    )
    .await?;
    let judged = call.judged(&rows).await?;
    let items = rows
        .into_iter()
        .map(|row| HandoverView::of(row, &judged, &names))
        .collect();
    answer::ok(&Handovers { items })
}

/// Which handovers.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct HandoverQuery {
    pub state: Option<HandoverState>,
}

/// The newest handovers that the reader may see.
#[utoipa::path(get, path = "/handovers", operation_id = "handover.list", tag = "handover", params(HandoverQuery),
    responses((status = 200, body = Handovers), (status = "4XX", body = Problem)))]
async fn list(call: Call, Ask(query): Ask<HandoverQuery>) -> Result<Response, Failure> {
    let rows = queries::seen(&call.db(), &call.scope("handover.read"), query.state).await?;
    views(&call, rows).await
}

/// Handovers of an inquiry.
#[utoipa::path(get, path = "/inquiries/{id}/handovers", operation_id = "handover.of_inquiry", tag = "handover",
    params(("id" = InquiryId, Path)), responses((status = 200, body = Handovers), (status = "4XX", body = Problem)))]
async fn of_inquiry(call: Call, At(id): At<InquiryId>) -> Result<Response, Failure> {
    inquiry::queries::find(&call.db(), &call.scope("inquiry.read"), id).await?;
    let rows = queries::of_inquiry(&call.db(), id).await?;
    views(&call, rows).await
}

/// One handover.
#[utoipa::path(get, path = "/handovers/{id}", operation_id = "handover.read", tag = "handover",
    params(("id" = HandoverId, Path)), responses((status = 200, body = HandoverView), (status = "4XX", body = Problem)))]
async fn read(call: Call, At(id): At<HandoverId>) -> Result<Response, Failure> {
    let row = queries::find(&call.db(), &call.scope("handover.read"), id).await?;
    answer::ok(&HandoverView::load(&call.db(), &call.judged([&row]).await?, row).await?)
}

/// What is offered, and to whom.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OfferHandover {
    pub to: MemberId,
    pub intent: Intent,
    #[schema(min_length = 1, max_length = 10000)]
    pub summary: String,
}

/// Offers the needs found to a sales owner.
#[utoipa::path(post, path = "/inquiries/{id}/handovers", operation_id = "handover.offer", tag = "handover",
    params(("id" = InquiryId, Path)), request_body = OfferHandover,
    responses((status = 201, body = HandoverView), (status = "4XX", body = Problem)))]
async fn offer(
    call: Call,
    At(id): At<InquiryId>,
    Input(body): Input<OfferHandover>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let row = actions::offer(&mut work, id, body.to, body.intent, body.summary).await?;
    let view = HandoverView::load(&work.db(), &work.judged([&row]).await?, row).await?;
    work.answer(StatusCode::CREATED, &view).await
}

/// What it goes on as.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptHandover {
    /// A lead, if not said.
    #[serde(default)]
    pub goes_on_as: Option<GoesOnAs>,
}

/// Takes the needs on.
#[utoipa::path(post, path = "/handovers/{id}/accept", operation_id = "handover.accept", tag = "handover",
    params(("id" = HandoverId, Path)), request_body = AcceptHandover,
    responses((status = 200, body = HandoverView), (status = "4XX", body = Problem)))]
async fn accept(
    call: Call,
    At(id): At<HandoverId>,
    Input(body): Input<AcceptHandover>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let row = actions::accept(&mut work, id, body.goes_on_as.unwrap_or_default()).await?;
    let view = HandoverView::load(&work.db(), &work.judged([&row]).await?, row).await?;
    work.answer(StatusCode::OK, &view).await
}

/// Why not.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RefuseHandover {
    #[schema(min_length = 1, max_length = 2000)]
    pub reason: String,
}

/// Refuses the needs, with the reason.
#[utoipa::path(post, path = "/handovers/{id}/refuse", operation_id = "handover.refuse", tag = "handover",
    params(("id" = HandoverId, Path)), request_body = RefuseHandover,
    responses((status = 200, body = HandoverView), (status = "4XX", body = Problem)))]
async fn refuse(
    call: Call,
    At(id): At<HandoverId>,
    Input(body): Input<RefuseHandover>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let row = actions::refuse(&mut work, id, body.reason).await?;
    let view = HandoverView::load(&work.db(), &work.judged([&row]).await?, row).await?;
    work.answer(StatusCode::OK, &view).await
}
