//! What people do with contacts.

use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;
use serde_json::json;
use xianji_governance::Govern;
use xianji_platform::{Failure, Invalid, Subject, Work};

use super::entity::{Column, Entity, Model as Contact};
use super::events::{ContactArchived, ContactCreated, ContactRevealed, ContactUnarchived, ContactUpdated};
use super::model::{Confidential, ContactChanges, ContactError};
use super::queries;
use crate::customer::{self, Customer};
use crate::gates;
use crate::id::{ContactId, CustomerId};
use xianji_platform::record::rows;

/// Enters a person at a customer's.
pub async fn create(
    work: &mut Work,
    customer: CustomerId,
    changes: ContactChanges,
) -> Result<(Contact, Customer), Failure> {
    let customer = customer::queries::find(&work.db(), &work.scope("customer.read"), customer).await?;
    work.permit("contact.create", &customer).await?;
    customer.must_be_live()?;
    if changes.name.is_none() {
        return Err(Invalid::one("/name", "required").into());
    }
    let mut contact = blank(work, customer.id);
    contact.edit(changes).map_err(Invalid)?;
    Entity::insert(contact.clone().into_active_model())
        .exec_without_returning(&work.db())
        .await?;
    customer::recount(work, customer.id).await?;
    gates::ask(
        work,
        &Subject::new("contact", contact.id),
        customer.pack_version_id,
        "contact.create",
    )
    .await?;
    work.record(ContactCreated { contact: contact.id }).await?;
    Ok((contact, customer))
}

fn blank(work: &mut Work, customer: CustomerId) -> Contact {
    Contact {
        id: work.next_id(),
        customer_id: customer,
        name: String::new(),
        name_key: String::new(),
        sort_key: String::new(),
        position: None,
        main: false,
        phone: None,
        phone_key: None,
        mobile: None,
        mobile_key: None,
        email: None,
        email_key: None,
        email_domain: None,
        wechat: None,
        notes: None,
        extra: json!({}),
        version: 1,
        archived_at: None,
        created_at: work.now,
        updated_at: work.now,
    }
}

/// Changes a contact.
pub async fn update(
    work: &mut Work,
    id: ContactId,
    changes: ContactChanges,
) -> Result<(Contact, Customer), Failure> {
    let (mut contact, customer) = open(work, id, "contact.update").await?;
    contact.must_be_live()?;
    let fields = contact.edit(changes).map_err(Invalid)?;
    if !fields.is_empty() {
        save(work, &mut contact).await?;
        work.record(ContactUpdated { contact: id, fields }).await?;
    }
    Ok((contact, customer))
}

/// Shows a confidential field in clear; that it was read is evidence (CTL-CUS-13). `None` when the field is empty.
pub async fn reveal(
    work: &mut Work,
    id: ContactId,
    field: Confidential,
    reason: Option<String>,
) -> Result<Option<String>, Failure> {
    let (contact, customer) = open(work, id, "contact.reveal").await?;
    crate::secrecy::permit(work, &customer, &Subject::new("contact", id), field.name()).await?;
    let value = contact.clear(field).map(str::to_owned);
    work.record(ContactRevealed {
        contact: id,
        field: field.name(),
        reason: xianji_platform::record::patch::tidy(reason),
    })
    .await?;
    Ok(value)
}

/// Hides a contact.
pub async fn archive(work: &mut Work, id: ContactId) -> Result<(Contact, Customer), Failure> {
    let (mut contact, customer) = open(work, id, "contact.archive").await?;
    contact.must_be_live()?;
    contact.archived_at = Some(work.now);
    save(work, &mut contact).await?;
    customer::recount(work, customer.id).await?;
    work.record(ContactArchived { contact: id }).await?;
    Ok((contact, customer))
}

/// Brings a contact back.
pub async fn unarchive(work: &mut Work, id: ContactId) -> Result<(Contact, Customer), Failure> {
    let (mut contact, customer) = open(work, id, "contact.archive").await?;
    if contact.archived_at.take().is_none() {
        return Err(ContactError::NotArchived.into());
    }
    save(work, &mut contact).await?;
    customer::recount(work, customer.id).await?;
    work.record(ContactUnarchived { contact: id }).await?;
    Ok((contact, customer))
}

/// A contact is read, locked and permitted through its customer.
async fn open(work: &mut Work, id: ContactId, permission: &str) -> Result<(Contact, Customer), Failure> {
    let (contact, customer) = queries::find(&work.db(), &work.scope("contact.read"), id).await?;
    work.permit(permission, &contact.at(&customer)).await?;
    work.expect_version(contact.version)?;
    work.gate(&Subject::new("contact", id), permission).await?;
    Ok((contact, customer))
}

pub(super) async fn save(work: &Work, contact: &mut Contact) -> Result<(), Failure> {
    let read = contact.version;
    contact.version += 1;
    contact.updated_at = work.now;
    let row = rows::all_but_key(contact.clone());
    rows::over(
        work,
        Entity::update_many()
            .set(row)
            .filter(Column::Id.eq(contact.id))
            .filter(Column::Version.eq(read)),
    )
    .await
}
