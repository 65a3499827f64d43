//! HTTP of contacts.

use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use xianji_platform::http::{At, Call, Input, Problem, answer};
use xianji_platform::{App, Failure, Judged};

use super::actions;
use super::entity::Model as Contact;
use super::erase::erase;
use super::model::{Confidential, ContactChanges};
use super::queries;
use crate::customer::{self, Customer};
use crate::id::{ContactId, CustomerId};

/// Routes of this module.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(of_customer, create))
        .routes(routes!(read, update))
        .routes(routes!(reveal))
        .routes(routes!(archive))
        .routes(routes!(unarchive))
        .routes(routes!(forget))
}

/// A contact; what is confidential comes masked.
#[derive(Debug, Serialize, ToSchema)]
pub struct ContactView {
    pub id: ContactId,
    pub customer_id: CustomerId,
    pub name: String,
    pub position: Option<String>,
    pub main: bool,
    /// Masked: `138****5678`.
    pub phone: Option<String>,
    /// Masked.
    pub mobile: Option<String>,
    /// Masked.
    pub email: Option<String>,
    /// Masked.
    pub wechat: Option<String>,
    pub notes: Option<String>,
    pub version: i64,
    pub archived_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub can: ContactCan,
}

/// What the reader may do with it now.
#[derive(Debug, Serialize, ToSchema)]
pub struct ContactCan {
    pub update: bool,
    pub reveal: bool,
    pub archive: bool,
    pub unarchive: bool,
}

impl ContactView {
    fn of(contact: Contact, customer: &Customer, actor: &Judged) -> Self {
        let live = contact.must_be_live().is_ok();
        let place = contact.at(customer);
        let may = |permission: &str| actor.may_on(permission, &place);
        Self {
            can: ContactCan {
                update: live && may("contact.update"),
                reveal: may("contact.reveal"),
                archive: live && may("contact.archive"),
                unarchive: !live && may("contact.archive"),
            },
            phone: contact.masked(Confidential::Phone),
            mobile: contact.masked(Confidential::Mobile),
            email: contact.masked(Confidential::Email),
            wechat: contact.masked(Confidential::Wechat),
            id: contact.id,
            customer_id: contact.customer_id,
            name: contact.name,
            position: contact.position,
            main: contact.main,
            notes: contact.notes,
            version: contact.version,
            archived_at: contact.archived_at,
            created_at: contact.created_at,
            updated_at: contact.updated_at,
        }
    }
}

/// Contacts of a customer.
#[derive(Debug, Serialize, ToSchema)]
pub struct Contacts {
    pub items: Vec<ContactView>,
    /// Whether the reader may enter one here.
    pub can_create: bool,
}

/// A customer's contacts, first those to ask first.
#[utoipa::path(get, path = "/customers/{id}/contacts", operation_id = "contact.list", tag = "contact",
    params(("id" = CustomerId, Path)), responses((status = 200, body = Contacts), (status = "4XX", body = Problem)))]
async fn of_customer(call: Call, At(id): At<CustomerId>) -> Result<Response, Failure> {
    let customer = customer::queries::find(&call.db(), &call.scope("contact.read"), id).await?;
    let contacts = queries::of_customer(&call.db(), id).await?;
    let judged = call
        .judged(contacts.iter().map(|contact| contact.at(&customer)))
        .await?;
    let items = contacts
        .into_iter()
        .map(|contact| ContactView::of(contact, &customer, &judged))
        .collect();
    let can_create = customer.must_be_live().is_ok()
        && call
            .judged([&customer])
            .await?
            .may_on("contact.create", &customer);
    answer::ok(&Contacts { items, can_create })
}

/// Enters a contact; `name` is required.
#[utoipa::path(post, path = "/customers/{id}/contacts", operation_id = "contact.create", tag = "contact",
    params(("id" = CustomerId, Path)), request_body = ContactChanges,
    responses((status = 201, body = ContactView), (status = "4XX", body = Problem)))]
async fn create(
    call: Call,
    At(id): At<CustomerId>,
    Input(body): Input<ContactChanges>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let (contact, customer) = actions::create(&mut work, id, body).await?;
    let judged = work.judged([contact.at(&customer)]).await?;
    let view = ContactView::of(contact, &customer, &judged);
    work.answer(StatusCode::CREATED, &view).await
}

/// One contact.
#[utoipa::path(get, path = "/contacts/{id}", operation_id = "contact.read", tag = "contact",
    params(("id" = ContactId, Path)), responses((status = 200, body = ContactView), (status = "4XX", body = Problem)))]
async fn read(call: Call, At(id): At<ContactId>) -> Result<Response, Failure> {
    let (contact, customer) = queries::find(&call.db(), &call.scope("contact.read"), id).await?;
    let judged = call.judged([contact.at(&customer)]).await?;
    answer::ok(&ContactView::of(contact, &customer, &judged))
}

/// Changes a contact; absent fields stay, `null` empties.
#[utoipa::path(patch, path = "/contacts/{id}", operation_id = "contact.update", tag = "contact",
    params(("id" = ContactId, Path)), request_body = ContactChanges,
    responses((status = 200, body = ContactView), (status = "4XX", body = Problem)))]
async fn update(
    call: Call,
    At(id): At<ContactId>,
    Input(body): Input<ContactChanges>,
) -> Result<Response, Failure> {
    let mut work = call.begin_change().await?;
    let (contact, customer) = actions::update(&mut work, id, body).await?;
    let judged = work.judged([contact.at(&customer)]).await?;
    let view = ContactView::of(contact, &customer, &judged);
    work.answer(StatusCode::OK, &view).await
}

/// Which field, and why.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RevealContact {
    pub field: Confidential,
    #[schema(max_length = 500)]
    pub reason: Option<String>,
}

/// A field in clear.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RevealedContact)]
pub struct Revealed {
    pub field: Confidential,
    pub value: Option<String>,
}

/// Shows a confidential field; that it was read is recorded.
#[utoipa::path(post, path = "/contacts/{id}/reveal", operation_id = "contact.reveal", tag = "contact",
    params(("id" = ContactId, Path)), request_body = RevealContact,
    responses((status = 200, body = Revealed), (status = "4XX", body = Problem)))]
async fn reveal(
    call: Call,
    At(id): At<ContactId>,
    Input(body): Input<RevealContact>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let value = actions::reveal(&mut work, id, body.field, body.reason).await?;
    work.answer(
        StatusCode::OK,
        &Revealed {
            field: body.field,
            value,
        },
    )
    .await
}

/// Hides a contact.
#[utoipa::path(post, path = "/contacts/{id}/archive", operation_id = "contact.archive", tag = "contact",
    params(("id" = ContactId, Path)), responses((status = 200, body = ContactView), (status = "4XX", body = Problem)))]
async fn archive(call: Call, At(id): At<ContactId>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let (contact, customer) = actions::archive(&mut work, id).await?;
    let judged = work.judged([contact.at(&customer)]).await?;
    let view = ContactView::of(contact, &customer, &judged);
    work.answer(StatusCode::OK, &view).await
}

/// Brings a contact back.
#[utoipa::path(post, path = "/contacts/{id}/unarchive", operation_id = "contact.unarchive", tag = "contact",
    params(("id" = ContactId, Path)), responses((status = 200, body = ContactView), (status = "4XX", body = Problem)))]
async fn unarchive(call: Call, At(id): At<ContactId>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let (contact, customer) = actions::unarchive(&mut work, id).await?;
    let judged = work.judged([contact.at(&customer)]).await?;
    let view = ContactView::of(contact, &customer, &judged);
    work.answer(StatusCode::OK, &view).await
}

/// Erases what is known of a contact as a person: the contact's own fields, and who wrote or was written to in its inquiries.
#[utoipa::path(post, path = "/contacts/{id}/erase", operation_id = "contact.erase", tag = "contact",
    params(("id" = ContactId, Path)), responses((status = 204), (status = "4XX", body = Problem)))]
async fn forget(call: Call, At(id): At<ContactId>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    erase(&mut work, id).await?;
    work.answer_empty().await
}
