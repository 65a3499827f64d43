//! HTTP of leads.

use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use xianji_platform::database::Conn;
use xianji_platform::http::{Ask, At, Call, Input, Listed, Problem, answer};
use xianji_platform::list::ListQuery;
use xianji_platform::{App, Failure, Judged, Work};

use super::actions::{self, NewLead};
use super::entity::{LeadState, Model as Lead};
use super::model::LeadChanges;
use super::{lists, queries};
use crate::id::{CustomerId, HandoverId, InquiryId, LeadId};
use xianji_platform::record::people::{MemberName, Names};

/// Routes of this module.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(read, update))
        .routes(routes!(contact))
        .routes(routes!(qualify))
        .routes(routes!(discard))
}

/// A lead.
#[derive(Debug, Serialize, ToSchema)]
pub struct LeadView {
    pub id: LeadId,
    pub number: String,
    pub title: String,
    pub customer_id: Option<CustomerId>,
    pub inquiry_id: Option<InquiryId>,
    pub handover_id: Option<HandoverId>,
    pub project_id: Option<Uuid>,
    pub source: Option<String>,
    pub needs: Option<String>,
    pub state: LeadState,
    pub first_on: NaiveDate,
    pub contacted_at: Option<DateTime<Utc>>,
    pub reason: Option<String>,
    pub owner: Option<MemberName>,
    pub version: i64,
    pub created_at: DateTime<Utc>,
    pub can: LeadCan,
}

/// What the reader may do with it now.
#[derive(Debug, Serialize, ToSchema)]
pub struct LeadCan {
    pub update: bool,
    pub contact: bool,
    pub qualify: bool,
    pub convert: bool,
    pub discard: bool,
}

impl LeadView {
    fn of(row: Lead, actor: &Judged, names: &Names) -> Self {
        let can = |to: LeadState, permission: &str| {
            row.state.next().contains(&to) && actor.may_on(permission, &row)
        };
        Self {
            can: LeadCan {
                update: row.must_be_open().is_ok() && actor.may_on("lead.update", &row),
                contact: can(LeadState::Contacted, "lead.contact"),
                qualify: can(LeadState::Qualified, "lead.qualify"),
                convert: can(LeadState::Converted, "lead.convert"),
                discard: can(LeadState::Discarded, "lead.discard"),
            },
            owner: names.of(row.owner_id),
            id: row.id,
            number: row.number,
            title: row.title,
            customer_id: row.customer_id,
            inquiry_id: row.inquiry_id,
            handover_id: row.handover_id,
            project_id: row.project_id,
            source: row.source,
            needs: row.needs,
            state: row.state,
            first_on: row.first_on,
            contacted_at: row.contacted_at,
            reason: row.reason,
            version: row.version,
            created_at: row.created_at,
        }
    }

    async fn load(db: &Conn<'_>, actor: &Judged, row: Lead) -> Result<Self, Failure> {
        let names = Names::read(db, [row.owner_id]).await?;
        Ok(Self::of(row, actor, &names))
    }
}

async fn answer_with(work: Work, status: StatusCode, row: Lead) -> Result<Response, Failure> {
    let view = LeadView::load(&work.db(), &work.judged([&row]).await?, row).await?;
    work.answer(status, &view).await
}

/// Leads that the reader may see, newest first.
#[utoipa::path(get, path = "/leads", operation_id = "lead.list", tag = "lead", params(ListQuery),
    responses((status = 200, body = Listed<LeadView>), (status = "4XX", body = Problem)))]
async fn list(call: Call, Ask(query): Ask<ListQuery>) -> Result<Response, Failure> {
    let page = lists::page(&call, &query).await?;
    let names = Names::read(&call.db(), page.rows.iter().map(|row| row.owner_id)).await?;
    let judged = call.judged(&page.rows).await?;
    answer::ok(&page.map(|row| LeadView::of(row, &judged, &names)))
}

/// One lead.
#[utoipa::path(get, path = "/leads/{id}", operation_id = "lead.read", tag = "lead",
    params(("id" = LeadId, Path)), responses((status = 200, body = LeadView), (status = "4XX", body = Problem)))]
async fn read(call: Call, At(id): At<LeadId>) -> Result<Response, Failure> {
    let row = queries::find(&call.db(), &call.scope("lead.read"), id).await?;
    answer::ok(&LeadView::load(&call.db(), &call.judged([&row]).await?, row).await?)
}

/// A lead to be entered.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateLead {
    #[schema(min_length = 1, max_length = 200)]
    pub title: String,
    pub customer_id: Option<CustomerId>,
    #[schema(max_length = 100)]
    pub source: Option<String>,
    #[schema(max_length = 10000)]
    pub needs: Option<String>,
    pub first_on: Option<NaiveDate>,
}

/// Enters a lead.
#[utoipa::path(post, path = "/leads", operation_id = "lead.create", tag = "lead", request_body = CreateLead,
    responses((status = 201, body = LeadView), (status = "4XX", body = Problem)))]
async fn create(call: Call, Input(body): Input<CreateLead>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let new = NewLead {
        title: body.title,
        customer: body.customer_id,
        source: body.source,
        needs: body.needs,
        first_on: body.first_on,
    };
    let row = actions::create(&mut work, new).await?;
    answer_with(work, StatusCode::CREATED, row).await
}

/// Changes a lead; absent fields stay, `null` empties.
#[utoipa::path(patch, path = "/leads/{id}", operation_id = "lead.update", tag = "lead",
    params(("id" = LeadId, Path)), request_body = LeadChanges,
    responses((status = 200, body = LeadView), (status = "4XX", body = Problem)))]
async fn update(
    call: Call,
    At(id): At<LeadId>,
    Input(body): Input<LeadChanges>,
) -> Result<Response, Failure> {
    let mut work = call.begin_change().await?;
    let row = actions::update(&mut work, id, body).await?;
    answer_with(work, StatusCode::OK, row).await
}

/// The customer was contacted about it.
#[utoipa::path(post, path = "/leads/{id}/contact", operation_id = "lead.contact", tag = "lead",
    params(("id" = LeadId, Path)), responses((status = 200, body = LeadView), (status = "4XX", body = Problem)))]
async fn contact(call: Call, At(id): At<LeadId>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let row = actions::contact(&mut work, id).await?;
    answer_with(work, StatusCode::OK, row).await
}

/// It is worth working on.
#[utoipa::path(post, path = "/leads/{id}/qualify", operation_id = "lead.qualify", tag = "lead",
    params(("id" = LeadId, Path)), responses((status = 200, body = LeadView), (status = "4XX", body = Problem)))]
async fn qualify(call: Call, At(id): At<LeadId>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let row = actions::qualify(&mut work, id).await?;
    answer_with(work, StatusCode::OK, row).await
}

/// Why it leads nowhere.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DiscardLead {
    #[schema(min_length = 1, max_length = 2000)]
    pub reason: String,
}

/// It leads nowhere, for this reason.
#[utoipa::path(post, path = "/leads/{id}/discard", operation_id = "lead.discard", tag = "lead",
    params(("id" = LeadId, Path)), request_body = DiscardLead,
    responses((status = 200, body = LeadView), (status = "4XX", body = Problem)))]
async fn discard(
    call: Call,
    At(id): At<LeadId>,
    Input(body): Input<DiscardLead>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let row = actions::discard(&mut work, id, body.reason).await?;
    answer_with(work, StatusCode::OK, row).await
}
