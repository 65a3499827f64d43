//! What people do with leads.

use chrono::NaiveDate;
use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;
use serde_json::json;
use xianji_governance::Govern;
use xianji_platform::{DepartmentId, Failure, Invalid, MemberId, Owned, Work};

use super::entity::{Column, Entity, LeadState, Model as Lead};
use super::events::{LeadContacted, LeadConverted, LeadCreated, LeadDiscarded, LeadQualified, LeadUpdated};
use super::model::{LeadChanges, fault_of_first_day};
use super::queries;
use crate::handover::{self, Handover};
use crate::id::{CustomerId, LeadId};
use crate::{customer, inquiry};
use xianji_platform::record::patch::tidy;
use xianji_platform::record::rows;

/// A lead to be.
#[derive(Clone, Debug)]
pub struct NewLead {
    pub title: String,
    pub customer: Option<CustomerId>,
    pub source: Option<String>,
    pub needs: Option<String>,
    /// The day on which it was first heard of; today, when not said.
    pub first_on: Option<NaiveDate>,
}

/// Enters a lead of the actor's own.
pub async fn create(work: &mut Work, new: NewLead) -> Result<Lead, Failure> {
    work.permit_any("lead.create")?;
    let title = tidy(Some(new.title)).ok_or_else(|| Invalid::one("/title", "required"))?;
    if let Some(id) = new.customer {
        customer::queries::find(&work.db(), &work.scope("customer.read"), id)
            .await?
            .must_be_live()?;
    }
    let today = work.policies().today(work.now);
    let first_on = new.first_on.unwrap_or(today);
    if let Some(fault) = fault_of_first_day(first_on, today) {
        return Err(Invalid(vec![fault]).into());
    }
    let (owner, department) = (work.actor().member(), work.actor().department());
    let mut lead = blank(work, title, first_on, owner, department);
    lead.customer_id = new.customer;
    lead.source = tidy(new.source);
    lead.needs = tidy(new.needs);
    insert(work, lead).await
}

/// The lead that goes on from an accepted handover: the property of whoever accepted.
pub(crate) async fn of_handover(work: &mut Work, handover: &Handover) -> Result<Lead, Failure> {
    let found = inquiry::queries::any(&work.db(), handover.inquiry_id).await?;
    let inquiry = found.ok_or_else(|| Failure::not_found("inquiry"))?;
    let first_on = work.policies().today(inquiry.received_at);
    let mut lead = blank(
        work,
        inquiry.title.clone(),
        first_on,
        Some(handover.to_id),
        handover.department_id,
    );
    lead.customer_id = inquiry.customer_id;
    lead.inquiry_id = Some(inquiry.id);
    lead.handover_id = Some(handover.id);
    lead.source = Some("inquiry".into());
    lead.needs = Some(handover.summary.clone());
    insert(work, lead).await
}

async fn insert(work: &mut Work, mut lead: Lead) -> Result<Lead, Failure> {
    lead.number = work.number("lead").await?;
    Entity::insert(lead.clone().into_active_model())
        .exec_without_returning(&work.db())
        .await?;
    work.record(LeadCreated {
        lead: lead.id,
        source: lead.source.clone(),
    })
    .await?;
    Ok(lead)
}

fn blank(
    work: &mut Work,
    title: String,
    first_on: NaiveDate,
    owner: Option<MemberId>,
    department: Option<DepartmentId>,
) -> Lead {
    let department = department.or_else(|| work.policies().tree().root());
    let today = work.policies().today(work.now);
    let pack = department
        .and_then(|department| work.policies().in_force(department, today))
        .map(|(id, _)| id);
    Lead {
        id: work.next_id(),
        number: String::new(),
        customer_id: None,
        inquiry_id: None,
        handover_id: None,
        title,
        source: None,
        needs: None,
        state: LeadState::New,
        first_on,
        contacted_at: None,
        reason: None,
        project_id: None,
        owner_id: owner,
        department_id: department,
        pack_version_id: pack,
        version: 1,
        archived_at: None,
        extra: json!({}),
        created_at: work.now,
        updated_at: work.now,
    }
}

/// Changes a lead that is still worked on; one of no known customer gets its customer here.
pub async fn update(work: &mut Work, id: LeadId, changes: LeadChanges) -> Result<Lead, Failure> {
    let mut lead = open(work, id, "lead.update").await?;
    lead.must_be_open()?;
    let before = lead.customer_id;
    let today = work.policies().today(work.now);
    let fields = lead.edit(changes, today).map_err(Invalid)?;
    if fields.is_empty() {
        return Ok(lead);
    }
    if let Some(customer) = lead.customer_id.filter(|_| lead.customer_id != before) {
        customer::queries::find(&work.db(), &work.scope("customer.read"), customer)
            .await?
            .must_be_live()?;
    }
    save(work, &mut lead).await?;
    customer::timeline::forget(work, &lead.subject());
    work.record(LeadUpdated { lead: id, fields }).await?;
    Ok(lead)
}

/// The customer was contacted about it.
pub async fn contact(work: &mut Work, id: LeadId) -> Result<Lead, Failure> {
    let mut lead = open(work, id, "lead.contact").await?;
    lead.advance(LeadState::Contacted)?;
    lead.contacted_at = Some(work.now);
    save(work, &mut lead).await?;
    work.record(LeadContacted { lead: id }).await?;
    Ok(lead)
}

/// It is worth working on.
pub async fn qualify(work: &mut Work, id: LeadId) -> Result<Lead, Failure> {
    let mut lead = open(work, id, "lead.qualify").await?;
    lead.advance(LeadState::Qualified)?;
    save(work, &mut lead).await?;
    work.record(LeadQualified { lead: id }).await?;
    Ok(lead)
}

/// It leads nowhere, for this reason; whoever handed it over is told.
pub async fn discard(work: &mut Work, id: LeadId, reason: String) -> Result<Lead, Failure> {
    let mut lead = open(work, id, "lead.discard").await?;
    let reason = tidy(Some(reason)).ok_or_else(|| Invalid::one("/reason", "required"))?;
    lead.advance(LeadState::Discarded)?;
    lead.reason = Some(reason.clone());
    save(work, &mut lead).await?;
    work.record(LeadDiscarded { lead: id, reason }).await?;
    report(work, &lead, "discarded").await?;
    Ok(lead)
}

/// It became a project: called by whoever makes the project, in the same unit of work.
pub async fn mark_converted(work: &mut Work, id: LeadId, project: Uuid) -> Result<Lead, Failure> {
    let mut lead = open(work, id, "lead.convert").await?;
    lead.advance(LeadState::Converted)?;
    lead.project_id = Some(project);
    save(work, &mut lead).await?;
    work.record(LeadConverted {
        lead: id,
        project: project.to_string(),
    })
    .await?;
    report(work, &lead, "converted").await?;
    Ok(lead)
}

async fn report(work: &mut Work, lead: &Lead, result: &str) -> Result<(), Failure> {
    match lead.handover_id {
        Some(handover) => handover::report(work, handover, result).await,
        None => Ok(()),
    }
}

async fn open(work: &mut Work, id: LeadId, permission: &str) -> Result<Lead, Failure> {
    let lead = queries::find(&work.db(), &work.scope("lead.read"), id).await?;
    work.permit(permission, &lead).await?;
    work.expect_version(lead.version)?;
    work.gate(&lead.subject(), permission).await?;
    Ok(lead)
}

async fn save(work: &Work, lead: &mut Lead) -> Result<(), Failure> {
    let read = lead.version;
    lead.version += 1;
    lead.updated_at = work.now;
    let row = rows::all_but_key(lead.clone());
    rows::over(
        work,
        Entity::update_many()
            .set(row)
            .filter(Column::Id.eq(lead.id))
            .filter(Column::Version.eq(read)),
    )
    .await
}
