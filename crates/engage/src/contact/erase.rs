//! Erasing what is known of a contact as a person, when the law asks for it. That there was one stays on record, and so does what was done.

use xianji_platform::{Failure, Work, ledger};

use super::actions::save;
use super::entity::Model as Contact;
use super::events::ContactErased;
use super::queries;
use super::words::Traces;
use crate::id::ContactId;
use crate::{customer, inquiry, message};

/// Erases a contact, whoever sees it: the law does not ask whose customer it is.
pub async fn erase(work: &mut Work, id: ContactId) -> Result<(), Failure> {
    let (mut contact, customer) = permitted(work, id).await?;
    work.expect_version(contact.version)?;
    let traces = Traces::of(&contact);
    contact.forget();
    contact.archived_at = contact.archived_at.or(Some(work.now));
    save(work, &mut contact).await?;
    customer::recount(work, customer.id).await?;
    let inquiries = inquiry::forget_sender(work, id, &traces).await?;
    let messages = message::forget_people(work, &inquiries, &traces).await?;
    ledger::erase(work, &xianji_platform::Subject::new("contact", id)).await?;
    let records = messages + inquiries.len() as u64;
    work.record(ContactErased { contact: id, records }).await?;
    Ok(())
}

/// Whoever may not erase it and does not see it either learns nothing.
async fn permitted(work: &Work, id: ContactId) -> Result<(Contact, customer::Customer), Failure> {
    let found = queries::find(&work.db(), &xianji_platform::Scope::whole(), id).await?;
    let place = found.0.at(&found.1);
    if !work.may_on("person.erase", &place).await? {
        queries::find(&work.db(), &work.scope("contact.read"), id).await?;
        work.permit("person.erase", &place).await?;
    }
    Ok(found)
}
