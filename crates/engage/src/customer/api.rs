//! HTTP of customers.

use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use xianji_governance::extra::MissingField;
use xianji_kernel::money::Money;
use xianji_platform::database::Conn;
use xianji_platform::http::{Ask, At, Call, Input, Listed, Problem, answer};
use xianji_platform::list::ListQuery;
use xianji_platform::subject::TimelineItem;
use xianji_platform::{App, DepartmentId, EventId, Failure, Judged, MemberId};

use super::actions::{self, NewCustomer};
use super::entity::{CustomerKind, Model as Customer};
use super::model::CustomerChanges;
use super::queries::{self, Likeness, Probe};
use super::{lists, timeline};
use crate::id::CustomerId;
use xianji_platform::record::people::{MemberName, Names};

/// Routes of this module.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(duplicates))
        .routes(routes!(read, update))
        .routes(routes!(archive))
        .routes(routes!(unarchive))
        .routes(routes!(transfer))
        .routes(routes!(events))
}

/// A customer as lists and pages show it.
#[derive(Debug, Serialize, ToSchema)]
pub struct CustomerView {
    pub id: CustomerId,
    pub number: String,
    pub name: String,
    pub short_name: Option<String>,
    pub kind: CustomerKind,
    pub credit_code: Option<String>,
    pub industry: Option<String>,
    pub region: Option<String>,
    pub source: Option<String>,
    pub budget: Option<Money>,
    pub needs: Option<String>,
    pub preferences: Option<String>,
    pub purchase_behaviour: Option<String>,
    pub address: Option<String>,
    pub website: Option<String>,
    pub mail_domain: Option<String>,
    pub complete: bool,
    /// What the file still lacks.
    pub missing: Vec<MissingField>,
    pub active: bool,
    pub contact_count: i32,
    pub owner: Option<MemberName>,
    pub department_id: Option<DepartmentId>,
    pub merged_into: Option<CustomerId>,
    pub archived_at: Option<DateTime<Utc>>,
    #[schema(value_type = Object)]
    pub extra: serde_json::Value,
    pub version: i64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub can: CustomerCan,
}

/// What the reader may do with it now.
#[derive(Debug, Serialize, ToSchema)]
pub struct CustomerCan {
    pub update: bool,
    pub archive: bool,
    pub unarchive: bool,
    pub transfer: bool,
    pub share: bool,
    pub merge: bool,
    pub unmerge: bool,
}

impl CustomerView {
    fn of(customer: Customer, app: &App, actor: &Judged, names: &Names) -> Self {
        let live = customer.must_be_live().is_ok();
        let may = |permission: &str| actor.may_on(permission, &customer);
        Self {
            can: CustomerCan {
                update: live && may("customer.update"),
                archive: live && may("customer.archive"),
                unarchive: customer.archived_at.is_some()
                    && customer.merged_into.is_none()
                    && may("customer.archive"),
                transfer: live && may("customer.transfer"),
                share: live && may("customer.share"),
                merge: live && may("customer.merge"),
                unmerge: customer.merged_into.is_some() && may("customer.merge"),
            },
            budget: customer.budget(),
            missing: queries::missing(app, &app.policies(), &customer, actor.language),
            owner: names.of(customer.owner_id),
            id: customer.id,
            number: customer.number,
            name: customer.name,
            short_name: customer.short_name,
            kind: customer.kind,
            credit_code: customer.credit_code,
            industry: customer.industry,
            region: customer.region,
            source: customer.source,
            needs: customer.needs,
            preferences: customer.preferences,
            purchase_behaviour: customer.purchase_behaviour,
            address: customer.address,
            website: customer.website,
            mail_domain: customer.mail_domain,
            complete: customer.complete,
            active: customer.active,
            contact_count: customer.contact_count,
            department_id: customer.department_id,
            merged_into: customer.merged_into,
            archived_at: customer.archived_at,
            extra: customer.extra,
            version: customer.version,
            created_at: customer.created_at,
            updated_at: customer.updated_at,
        }
    }

    /// One with its names.
    pub(crate) async fn load(
        db: &Conn<'_>,
        app: &App,
        actor: &Judged,
        customer: Customer,
    ) -> Result<Self, Failure> {
        let names = Names::read(db, [customer.owner_id]).await?;
        Ok(Self::of(customer, app, actor, &names))
    }
}

/// Customers that the reader may see, archived ones only when the filter asks for them.
#[utoipa::path(get, path = "/customers", operation_id = "customer.list", tag = "customer", params(ListQuery),
    responses((status = 200, body = Listed<CustomerView>), (status = "4XX", body = Problem)))]
async fn list(call: Call, Ask(query): Ask<ListQuery>) -> Result<Response, Failure> {
    let db = call.db();
    let page = lists::page(&call, &query).await?;
    let names = Names::read(&db, page.rows.iter().map(|row| row.owner_id)).await?;
    let judged = call.judged(&page.rows).await?;
    answer::ok(&page.map(|customer| CustomerView::of(customer, call.app(), &judged, &names)))
}

/// One customer's file.
#[utoipa::path(get, path = "/customers/{id}", operation_id = "customer.read", tag = "customer",
    params(("id" = CustomerId, Path)), responses((status = 200, body = CustomerView), (status = "4XX", body = Problem)))]
async fn read(call: Call, At(id): At<CustomerId>) -> Result<Response, Failure> {
    let customer = queries::find(&call.db(), &call.scope("customer.read"), id).await?;
    answer::ok(&CustomerView::load(&call.db(), call.app(), &call.judged([&customer]).await?, customer).await?)
}

/// A customer to be entered.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateCustomer {
    #[schema(min_length = 1, max_length = 200)]
    pub name: String,
    pub kind: Option<CustomerKind>,
    #[schema(max_length = 100)]
    pub short_name: Option<String>,
    #[schema(max_length = 30)]
    pub credit_code: Option<String>,
    #[schema(max_length = 100)]
    pub industry: Option<String>,
    #[schema(max_length = 100)]
    pub region: Option<String>,
    #[schema(max_length = 100)]
    pub source: Option<String>,
    pub budget: Option<Money>,
    #[schema(max_length = 10000)]
    pub needs: Option<String>,
    #[schema(max_length = 10000)]
    pub preferences: Option<String>,
    #[schema(max_length = 10000)]
    pub purchase_behaviour: Option<String>,
    #[schema(max_length = 500)]
    pub address: Option<String>,
    #[schema(max_length = 500)]
    pub website: Option<String>,
    #[schema(max_length = 253)]
    pub mail_domain: Option<String>,
    /// Fields that packs add, by their id.
    #[schema(value_type = Option<Object>)]
    pub extra: Option<serde_json::Map<String, serde_json::Value>>,
    /// The customers that look the same were looked at: this is another one.
    pub confirmed_not_duplicate: Option<bool>,
    /// Why it is another one.
    #[schema(max_length = 500)]
    pub not_duplicate_reason: Option<String>,
}

impl From<CreateCustomer> for NewCustomer {
    fn from(body: CreateCustomer) -> Self {
        Self {
            changes: CustomerChanges {
                name: Some(body.name),
                kind: body.kind,
                short_name: Some(body.short_name),
                credit_code: Some(body.credit_code),
                industry: Some(body.industry),
                region: Some(body.region),
                source: Some(body.source),
                budget: Some(body.budget),
                needs: Some(body.needs),
                preferences: Some(body.preferences),
                purchase_behaviour: Some(body.purchase_behaviour),
                address: Some(body.address),
                website: Some(body.website),
                mail_domain: Some(body.mail_domain),
                extra: body.extra,
            },
            confirmed_not_duplicate: body.confirmed_not_duplicate.unwrap_or(false),
            not_duplicate_reason: body.not_duplicate_reason,
        }
    }
}

/// Opens a customer's file.
#[utoipa::path(post, path = "/customers", operation_id = "customer.create", tag = "customer", request_body = CreateCustomer,
    responses((status = 201, body = CustomerView), (status = "4XX", body = Problem)))]
async fn create(call: Call, Input(body): Input<CreateCustomer>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let customer = actions::create(&mut work, body.into()).await?;
    let view = CustomerView::load(&work.db(), work.app(), &work.judged([&customer]).await?, customer).await?;
    work.answer(StatusCode::CREATED, &view).await
}

/// Changes the file; absent fields stay, `null` empties.
#[utoipa::path(patch, path = "/customers/{id}", operation_id = "customer.update", tag = "customer",
    params(("id" = CustomerId, Path)), request_body = CustomerChanges,
    responses((status = 200, body = CustomerView), (status = "4XX", body = Problem)))]
async fn update(
    call: Call,
    At(id): At<CustomerId>,
    Input(body): Input<CustomerChanges>,
) -> Result<Response, Failure> {
    let mut work = call.begin_change().await?;
    let customer = actions::update(&mut work, id, body).await?;
    let view = CustomerView::load(&work.db(), work.app(), &work.judged([&customer]).await?, customer).await?;
    work.answer(StatusCode::OK, &view).await
}

/// Hides the file from lists and pickers.
#[utoipa::path(post, path = "/customers/{id}/archive", operation_id = "customer.archive", tag = "customer",
    params(("id" = CustomerId, Path)), responses((status = 200, body = CustomerView), (status = "4XX", body = Problem)))]
async fn archive(call: Call, At(id): At<CustomerId>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let customer = actions::archive(&mut work, id).await?;
    let view = CustomerView::load(&work.db(), work.app(), &work.judged([&customer]).await?, customer).await?;
    work.answer(StatusCode::OK, &view).await
}

/// Brings an archived file back.
#[utoipa::path(post, path = "/customers/{id}/unarchive", operation_id = "customer.unarchive", tag = "customer",
    params(("id" = CustomerId, Path)), responses((status = 200, body = CustomerView), (status = "4XX", body = Problem)))]
async fn unarchive(call: Call, At(id): At<CustomerId>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let customer = actions::unarchive(&mut work, id).await?;
    let view = CustomerView::load(&work.db(), work.app(), &work.judged([&customer]).await?, customer).await?;
    work.answer(StatusCode::OK, &view).await
}

/// To whom a customer goes.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TransferCustomer {
    pub to: MemberId,
    #[schema(min_length = 1, max_length = 500)]
    pub reason: String,
}

/// Gives the customer to another owner.
#[utoipa::path(post, path = "/customers/{id}/transfer", operation_id = "customer.transfer", tag = "customer",
    params(("id" = CustomerId, Path)), request_body = TransferCustomer,
    responses((status = 200, body = CustomerView), (status = "4XX", body = Problem)))]
async fn transfer(
    call: Call,
    At(id): At<CustomerId>,
    Input(body): Input<TransferCustomer>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let customer = actions::transfer(&mut work, id, body.to, body.reason).await?;
    let view = CustomerView::load(&work.db(), work.app(), &work.judged([&customer]).await?, customer).await?;
    work.answer(StatusCode::OK, &view).await
}

/// What is known of somebody while it is being typed.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct DuplicateQuery {
    pub name: Option<String>,
    pub credit_code: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
}

/// A customer that may be the same.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CustomerDuplicate)]
pub struct DuplicateView {
    pub id: CustomerId,
    pub number: String,
    pub name: String,
    pub owner: Option<MemberName>,
    /// By what it was recognised.
    pub why: Vec<&'static str>,
}

/// All that may be the same.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CustomerDuplicates)]
pub struct Duplicates {
    pub items: Vec<DuplicateView>,
}

/// Customers that look like the one being typed, whoever may see them.
#[utoipa::path(get, path = "/customers/duplicates", operation_id = "customer.duplicates", tag = "customer", params(DuplicateQuery),
    responses((status = 200, body = Duplicates), (status = "4XX", body = Problem)))]
async fn duplicates(call: Call, Ask(query): Ask<DuplicateQuery>) -> Result<Response, Failure> {
    call.actor()
        .may("customer.create")
        .then_some(())
        .ok_or_else(|| Failure::not_found("page"))?;
    let probe = Probe {
        name: query.name,
        credit_code: query.credit_code,
        phone: query.phone,
        email: query.email,
        typing: true,
    };
    let alike = queries::alike(&call.db(), &probe).await?;
    let names = Names::read(&call.db(), alike.iter().map(|one| one.customer.owner_id)).await?;
    let view = |Likeness { customer, why }| DuplicateView {
        id: customer.id,
        owner: names.of(customer.owner_id),
        number: customer.number,
        name: customer.name,
        why,
    };
    answer::ok(&Duplicates {
        items: alike.into_iter().map(view).collect(),
    })
}

/// Which part of the timeline.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct TimelineQuery {
    /// Where the page before ended.
    pub cursor: Option<EventId>,
    /// Events on the page, at most 200.
    pub limit: Option<u64>,
}

/// All that happened with the customer, newest first, as far as the reader may see the records it happened to.
#[utoipa::path(get, path = "/customers/{id}/timeline", operation_id = "customer.timeline", tag = "customer",
    params(("id" = CustomerId, Path), TimelineQuery),
    responses((status = 200, body = Listed<TimelineItem>), (status = "4XX", body = Problem)))]
async fn events(
    call: Call,
    At(id): At<CustomerId>,
    Ask(query): Ask<TimelineQuery>,
) -> Result<Response, Failure> {
    let db = call.db();
    queries::find(&db, &call.scope("customer.read"), id).await?;
    let limit = query.limit.unwrap_or(50).clamp(1, 200);
    let (items, next) = timeline::page(call.app(), &db, call.actor(), id, query.cursor, limit).await?;
    let total = timeline::total(&db, id).await?;
    answer::ok(&Listed {
        items,
        next: next.map(|id| id.to_string()),
        total,
    })
}
