//! How an inquiry ends, and what becomes of it afterwards.

use uuid::Uuid;
use xianji_governance::{Govern, extra};
use xianji_platform::{Failure, Invalid, Owned, Work};

use super::super::entity::{InquiryState, Model as Inquiry, Outcome};
use super::super::events::{
    InquiryClosed, InquiryConverted, InquiryCorrected, InquiryFollowedUp, InquiryOutcomeSet, InquiryReopened,
    InquiryUpdated,
};
use super::super::model::{InquiryChanges, InquiryError};
use super::super::queries;
use super::{open, permitted, save};
use crate::id::InquiryId;
use crate::{contact, message};
use xianji_platform::record::patch::tidy;

/// Changes fields. After closing each changed field is a correction, which counts against the completeness of the record (CTL-INQ-04).
pub async fn update(work: &mut Work, id: InquiryId, changes: InquiryChanges) -> Result<Inquiry, Failure> {
    let mut inquiry = open(work, id, "inquiry.update").await?;
    let closed = inquiry.state == InquiryState::Closed;
    refuse_wrong_extra(work, &inquiry, &changes)?;
    refuse_foreign_contact(work, &inquiry, &changes).await?;
    let fields = inquiry.edit(changes);
    if fields.is_empty() {
        return Ok(inquiry);
    }
    let first = closed && inquiry.correct();
    save(work, &mut inquiry).await?;
    if closed {
        for (place, field) in fields.iter().enumerate() {
            work.record(InquiryCorrected {
                inquiry: id,
                field: (*field).to_owned(),
                kept: if first && place == 0 { -1 } else { 0 },
            })
            .await?;
        }
    } else {
        work.record(InquiryUpdated { inquiry: id, fields }).await?;
    }
    Ok(inquiry)
}

/// Closes it, once it is complete and the pack's gate is met (CTL-INQ-04). The follow-ups that the closing opens outlive it (CTL-INQ-08).
pub async fn close(
    work: &mut Work,
    id: InquiryId,
    outcome: Option<Outcome>,
    changes: InquiryChanges,
) -> Result<Inquiry, Failure> {
    let mut inquiry = permitted(work, id, "inquiry.close").await?;
    inquiry.must_be_open()?;
    refuse_wrong_extra(work, &inquiry, &changes)?;
    refuse_foreign_contact(work, &inquiry, &changes).await?;
    let fields = inquiry.edit(changes);
    let converted = inquiry.project_id.map(|_| Outcome::Converted);
    let outcome = converted.or(outcome).unwrap_or(Outcome::Answered);
    if !fields.is_empty() {
        save(work, &mut inquiry).await?;
        work.record(InquiryUpdated { inquiry: id, fields }).await?;
    }
    work.gate(&inquiry.subject(), "inquiry.close").await?;
    let missing = queries::missing(work.app(), &work.db(), &inquiry, work.actor().language).await?;
    inquiry.close(outcome, missing, work.now)?;
    inquiry.overdue = false;
    save(work, &mut inquiry).await?;
    work.record(InquiryClosed {
        inquiry: id,
        outcome: outcome.word(),
        kept: 1,
    })
    .await?;
    if outcome != Outcome::Answered {
        work.record(InquiryOutcomeSet {
            inquiry: id,
            outcome: outcome.word(),
        })
        .await?;
    }
    Ok(inquiry)
}

fn refuse_wrong_extra(work: &Work, inquiry: &Inquiry, changes: &InquiryChanges) -> Result<(), Failure> {
    let faults = extra::faults(work, inquiry.pack_version_id, "inquiry", changes.extra.as_ref());
    if faults.is_empty() {
        Ok(())
    } else {
        Err(Invalid(faults).into())
    }
}

/// Whoever asks is a contact of the customer whose inquiry it is: answers and surveys go to them.
async fn refuse_foreign_contact(
    work: &Work,
    inquiry: &Inquiry,
    changes: &InquiryChanges,
) -> Result<(), Failure> {
    let Some(contact) = changes.contact_id.flatten() else {
        return Ok(());
    };
    let (contact, _) = contact::queries::find(&work.db(), &work.scope("contact.read"), contact).await?;
    if inquiry.customer_id == Some(contact.customer_id) {
        Ok(())
    } else {
        Err(Invalid::one("/contact_id", "of-another-customer").into())
    }
}

/// Opens it again.
pub async fn reopen(work: &mut Work, id: InquiryId) -> Result<Inquiry, Failure> {
    let mut inquiry = open(work, id, "inquiry.reopen").await?;
    inquiry.reopen()?;
    save(work, &mut inquiry).await?;
    work.record(InquiryReopened { inquiry: id }).await?;
    Ok(inquiry)
}

/// Asks the customer again after closing; an outcome found turns "answered" into it.
pub async fn follow_up(
    work: &mut Work,
    id: InquiryId,
    note: Option<String>,
    outcome: Option<Outcome>,
) -> Result<Inquiry, Failure> {
    let mut inquiry = open(work, id, "inquiry.follow_up").await?;
    if inquiry.state != InquiryState::Closed {
        return Err(InquiryError::NotClosed.into());
    }
    let found = outcome.filter(|outcome| *outcome != Outcome::Answered);
    if let Some(outcome) = found {
        inquiry.settle(outcome)?;
    }
    save(work, &mut inquiry).await?;
    if let Some(note) = tidy(note) {
        message::note(work, id, inquiry.channel, note).await?;
    }
    work.record(InquiryFollowedUp {
        inquiry: id,
        outcome: outcome.map(Outcome::word),
    })
    .await?;
    if let Some(outcome) = found {
        work.record(InquiryOutcomeSet {
            inquiry: id,
            outcome: outcome.word(),
        })
        .await?;
    }
    Ok(inquiry)
}

/// The inquiry became a project: called by whoever makes the project, in the same unit of work. The inquiry is still closed by its own
/// people, complete like any other.
pub async fn mark_converted(work: &mut Work, id: InquiryId, project: Uuid) -> Result<Inquiry, Failure> {
    let mut inquiry = queries::find(&work.db(), &work.scope("inquiry.read"), id).await?;
    work.permit("inquiry.convert", &inquiry).await?;
    work.gate(&inquiry.subject(), "inquiry.convert").await?;
    if inquiry.project_id.is_some() {
        return Err(InquiryError::Converted.into());
    }
    inquiry.project_id = Some(project);
    let closed = inquiry.state == InquiryState::Closed;
    if closed {
        inquiry.outcome = Some(Outcome::Converted);
    }
    save(work, &mut inquiry).await?;
    work.record(InquiryConverted {
        inquiry: id,
        project: project.to_string(),
    })
    .await?;
    if closed {
        work.record(InquiryOutcomeSet {
            inquiry: id,
            outcome: Outcome::Converted.word(),
        })
        .await?;
    }
    Ok(inquiry)
}
