//! HTTP of interactions.

use std::collections::HashMap;

use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use xianji_platform::database::Conn;
use xianji_platform::http::{Ask, At, Call, Input, Listed, Problem, answer};
use xianji_platform::list::ListQuery;
use xianji_platform::{App, Failure, Judged, MemberId};

use super::actions::{self, NewInteraction};
use super::entity::{InteractionKind, InteractionState, Model as Interaction};
use super::model::Promise;
use super::{lists, queries};
use crate::contact;
use crate::id::{ContactId, CustomerId, InquiryId, InteractionId};
use xianji_platform::record::people::{MemberName, Names};

/// Routes of this module.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, record))
        .routes(routes!(plan))
        .routes(routes!(read))
        .routes(routes!(cancel))
        .routes(routes!(register))
}

/// An interaction.
#[derive(Debug, Serialize, ToSchema)]
pub struct InteractionView {
    pub id: InteractionId,
    pub customer_id: CustomerId,
    pub project_id: Option<Uuid>,
    pub kind: InteractionKind,
    pub state: InteractionState,
    pub planned_at: Option<DateTime<Utc>>,
    pub happened_at: Option<DateTime<Utc>>,
    /// Working minutes between happening and entry.
    pub lag_minutes: Option<i64>,
    /// Contacts who took part.
    pub contacts: Vec<ContactName>,
    /// Our own people who took part.
    pub members: Vec<MemberName>,
    pub content: Option<String>,
    pub needs: Option<String>,
    pub feedback: Option<String>,
    pub promises: Vec<Promise>,
    pub next_action: Option<String>,
    /// The customer came to us.
    pub inbound: bool,
    /// The inquiry in which it is registered.
    pub inquiry_id: Option<InquiryId>,
    pub owner: Option<MemberName>,
    pub version: i64,
    pub created_at: DateTime<Utc>,
    pub can: InteractionCan,
}

/// A contact as records name one.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ContactName {
    pub id: ContactId,
    /// What they are called; empty once it was erased.
    pub name: String,
}

/// What the reader may do with it now.
#[derive(Debug, Serialize, ToSchema)]
pub struct InteractionCan {
    pub record: bool,
    /// Put it into an inquiry.
    pub register: bool,
    pub cancel: bool,
}

/// Names that interactions are shown with.
struct Known {
    members: Names,
    contacts: HashMap<ContactId, String>,
}

impl Known {
    async fn read(db: &Conn<'_>, rows: &[Interaction]) -> Result<Self, Failure> {
        let members = rows
            .iter()
            .flat_map(|row| row.members().into_iter().chain(row.owner_id));
        let contacts: Vec<ContactId> = rows.iter().flat_map(Interaction::contacts).collect();
        let contacts = contact::queries::of_ids(db, &contacts).await?;
        Ok(Self {
            members: Names::read(db, members).await?,
            contacts: contacts.into_iter().map(|one| (one.id, one.name)).collect(),
        })
    }

    fn contacts_of(&self, row: &Interaction) -> Vec<ContactName> {
        let name = |id| ContactName {
            id,
            name: self.contacts.get(&id).cloned().unwrap_or_default(),
        };
        row.contacts().into_iter().map(name).collect()
    }
}

impl InteractionView {
    fn of(row: Interaction, actor: &Judged, known: &Known) -> Self {
        let planned = row.state == InteractionState::Planned;
        Self {
            can: InteractionCan {
                record: planned && actor.may_on("interaction.record", &row),
                register: row.state == InteractionState::Recorded
                    && row.inquiry_id.is_none()
                    && actor.may_on("interaction.register", &row),
                cancel: planned && actor.may_on("interaction.cancel", &row),
            },
            owner: known.members.of(row.owner_id),
            contacts: known.contacts_of(&row),
            members: row
                .members()
                .into_iter()
                .map(|id| known.members.one(id))
                .collect(),
            id: row.id,
            customer_id: row.customer_id,
            project_id: row.project_id,
            kind: row.kind,
            state: row.state,
            planned_at: row.planned_at,
            happened_at: row.happened_at,
            lag_minutes: row.lag_minutes,
            content: row.content,
            needs: row.needs,
            feedback: row.feedback,
            promises: serde_json::from_value(row.promises).unwrap_or_default(),
            next_action: row.next_action,
            inbound: row.inbound,
            inquiry_id: row.inquiry_id,
            version: row.version,
            created_at: row.created_at,
        }
    }

    async fn load(db: &Conn<'_>, actor: &Judged, row: Interaction) -> Result<Self, Failure> {
        let known = Known::read(db, std::slice::from_ref(&row)).await?;
        Ok(Self::of(row, actor, &known))
    }
}

/// Interactions that the reader may see, newest first.
#[utoipa::path(get, path = "/interactions", operation_id = "interaction.list", tag = "interaction", params(ListQuery),
    responses((status = 200, body = Listed<InteractionView>), (status = "4XX", body = Problem)))]
async fn list(call: Call, Ask(query): Ask<ListQuery>) -> Result<Response, Failure> {
    let page = lists::page(&call, &query).await?;
    let known = Known::read(&call.db(), &page.rows).await?;
    let judged = call.judged(&page.rows).await?;
    answer::ok(&page.map(|row| InteractionView::of(row, &judged, &known)))
}

/// One interaction.
#[utoipa::path(get, path = "/interactions/{id}", operation_id = "interaction.read", tag = "interaction",
    params(("id" = InteractionId, Path)), responses((status = 200, body = InteractionView), (status = "4XX", body = Problem)))]
async fn read(call: Call, At(id): At<InteractionId>) -> Result<Response, Failure> {
    let row = queries::find(&call.db(), &call.scope("interaction.read"), id).await?;
    answer::ok(&InteractionView::load(&call.db(), &call.judged([&row]).await?, row).await?)
}

/// What was held.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordInteraction {
    pub customer_id: CustomerId,
    /// The plan that it keeps, if it was planned.
    pub planned: Option<InteractionId>,
    pub kind: InteractionKind,
    pub happened_at: DateTime<Utc>,
    pub project_id: Option<Uuid>,
    #[schema(max_items = 50)]
    #[serde(default)]
    pub contacts: Vec<ContactId>,
    #[schema(max_items = 50)]
    #[serde(default)]
    pub members: Vec<MemberId>,
    #[schema(min_length = 1, max_length = 20000)]
    pub content: String,
    #[schema(max_length = 10000)]
    pub needs: Option<String>,
    #[schema(max_length = 10000)]
    pub feedback: Option<String>,
    #[schema(max_items = 20)]
    #[serde(default)]
    pub promises: Vec<Promise>,
    #[schema(max_length = 2000)]
    pub next_action: Option<String>,
    /// The customer came to us; without an inquiry it counts as not registered.
    #[serde(default)]
    pub inbound: bool,
    /// The inquiry in which it is registered.
    pub inquiry_id: Option<InquiryId>,
}

/// Writes an interaction down.
#[utoipa::path(post, path = "/interactions", operation_id = "interaction.record", tag = "interaction",
    request_body = RecordInteraction, responses((status = 201, body = InteractionView), (status = "4XX", body = Problem)))]
async fn record(call: Call, Input(body): Input<RecordInteraction>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let new = NewInteraction {
        kind: Some(body.kind),
        project: body.project_id,
        contacts: body.contacts,
        members: body.members,
        content: Some(body.content),
        needs: body.needs,
        feedback: body.feedback,
        promises: body.promises,
        next_action: body.next_action,
        inbound: body.inbound,
        inquiry: body.inquiry_id,
    };
    let row = actions::record(&mut work, body.customer_id, body.planned, body.happened_at, new).await?;
    let view = InteractionView::load(&work.db(), &work.judged([&row]).await?, row).await?;
    work.answer(StatusCode::CREATED, &view).await
}

/// What is going to be held.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanInteraction {
    pub customer_id: CustomerId,
    pub kind: InteractionKind,
    pub planned_at: DateTime<Utc>,
    pub project_id: Option<Uuid>,
    #[schema(max_items = 50)]
    #[serde(default)]
    pub contacts: Vec<ContactId>,
    #[schema(max_items = 50)]
    #[serde(default)]
    pub members: Vec<MemberId>,
    /// Aim and outline of questions.
    #[schema(max_length = 20000)]
    pub content: Option<String>,
}

/// Plans an interaction.
#[utoipa::path(post, path = "/interactions/plan", operation_id = "interaction.plan", tag = "interaction",
    request_body = PlanInteraction, responses((status = 201, body = InteractionView), (status = "4XX", body = Problem)))]
async fn plan(call: Call, Input(body): Input<PlanInteraction>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let new = NewInteraction {
        kind: Some(body.kind),
        project: body.project_id,
        contacts: body.contacts,
        members: body.members,
        content: body.content,
        ..NewInteraction::default()
    };
    let row = actions::plan(&mut work, body.customer_id, body.planned_at, new).await?;
    let view = InteractionView::load(&work.db(), &work.judged([&row]).await?, row).await?;
    work.answer(StatusCode::CREATED, &view).await
}

/// Why it does not take place.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CancelInteraction {
    #[schema(max_length = 500)]
    pub reason: Option<String>,
}

/// A planned interaction will not take place.
#[utoipa::path(post, path = "/interactions/{id}/cancel", operation_id = "interaction.cancel", tag = "interaction",
    params(("id" = InteractionId, Path)), request_body = CancelInteraction,
    responses((status = 200, body = InteractionView), (status = "4XX", body = Problem)))]
async fn cancel(
    call: Call,
    At(id): At<InteractionId>,
    Input(body): Input<CancelInteraction>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let row = actions::cancel(&mut work, id, body.reason).await?;
    let view = InteractionView::load(&work.db(), &work.judged([&row]).await?, row).await?;
    work.answer(StatusCode::OK, &view).await
}

/// Which inquiry.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RegisterInteraction {
    /// Of the same customer, or of nobody known yet.
    pub inquiry_id: InquiryId,
}

/// Puts one that was written down before into an inquiry.
#[utoipa::path(post, path = "/interactions/{id}/register", operation_id = "interaction.register", tag = "interaction",
    params(("id" = InteractionId, Path)), request_body = RegisterInteraction,
    responses((status = 200, body = InteractionView), (status = "4XX", body = Problem)))]
async fn register(
    call: Call,
    At(id): At<InteractionId>,
    Input(body): Input<RegisterInteraction>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let row = actions::register(&mut work, id, body.inquiry_id).await?;
    let view = InteractionView::load(&work.db(), &work.judged([&row]).await?, row).await?;
    work.answer(StatusCode::OK, &view).await
}
