//! What people do with interactions.

use chrono::{DateTime, Utc};
use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;
use serde_json::json;
use xianji_governance::{Case, Context, engine};
use xianji_platform::{Failure, FieldFault, Invalid, MemberId, Owned, Subject, Work, subject};

use super::entity::{Column, Entity, InteractionKind, InteractionState, Model as Interaction};
use super::events::{
    InteractionCameIn, InteractionCancelled, InteractionPlanned, InteractionPromised, InteractionRecorded,
    InteractionRegistered,
};
use super::model::{Promise, fault_of_holding, faults_of_promises};
use super::queries;
use crate::customer::{self, Customer};
use crate::id::{ContactId, CustomerId, InquiryId, InteractionId};
use crate::{contact, gates, inquiry};
use xianji_platform::record::patch::tidy;
use xianji_platform::record::{people, rows};

/// What was said, or is going to be.
#[derive(Clone, Debug, Default)]
pub struct NewInteraction {
    pub kind: Option<InteractionKind>,
    pub project: Option<Uuid>,
    pub contacts: Vec<ContactId>,
    pub members: Vec<MemberId>,
    pub content: Option<String>,
    pub needs: Option<String>,
    pub feedback: Option<String>,
    pub promises: Vec<Promise>,
    pub next_action: Option<String>,
    /// The customer came to us.
    pub inbound: bool,
    /// The inquiry in which it is registered.
    pub inquiry: Option<InquiryId>,
}

/// Plans one.
pub async fn plan(
    work: &mut Work,
    customer: CustomerId,
    at: DateTime<Utc>,
    new: NewInteraction,
) -> Result<Interaction, Failure> {
    let customer = customer::queries::find(&work.db(), &work.scope("customer.read"), customer).await?;
    work.permit("interaction.plan", &customer).await?;
    customer.must_be_live()?;
    if at < work.now {
        return Err(Invalid::one("/planned_at", "in-the-past").into());
    }
    refuse_strangers(work, &customer, &new).await?;
    let mut row = blank(work, &customer);
    row.planned_at = Some(at);
    fill(&mut row, new)?;
    Entity::insert(row.clone().into_active_model())
        .exec_without_returning(&work.db())
        .await?;
    gates::ask(work, &row.subject(), customer.pack_version_id, "interaction.plan").await?;
    work.record(InteractionPlanned {
        interaction: row.id,
        at,
    })
    .await?;
    Ok(row)
}

/// Writes one down that was held; `planned` names the plan that it keeps.
pub async fn record(
    work: &mut Work,
    customer: CustomerId,
    planned: Option<InteractionId>,
    happened_at: DateTime<Utc>,
    new: NewInteraction,
) -> Result<Interaction, Failure> {
    let customer = customer::queries::find(&work.db(), &work.scope("customer.read"), customer).await?;
    work.permit("interaction.record", &customer).await?;
    customer.must_be_live()?;
    let promises = new.promises.clone();
    let mut faults = faults_of_promises(&promises, work.policies().today(work.now));
    faults.extend(fault_of_holding(happened_at, work.now));
    if !faults.is_empty() {
        return Err(Invalid(faults).into());
    }
    refuse_strangers(work, &customer, &new).await?;
    if let Some(id) = new.inquiry {
        registered_in(work, id, &customer).await?;
    }
    let lag = working_minutes(work, &customer, happened_at).await?;
    let mut row = match planned {
        Some(id) => open(work, id, customer.id).await?,
        None => blank(work, &customer),
    };
    row.hold(happened_at, lag)?;
    fill(&mut row, new)?;
    match planned {
        Some(_) => save(work, &mut row).await?,
        None => {
            Entity::insert(row.clone().into_active_model())
                .exec_without_returning(&work.db())
                .await?;
        }
    }
    gates::ask(
        work,
        &row.subject(),
        customer.pack_version_id,
        "interaction.record",
    )
    .await?;
    work.record(InteractionRecorded {
        interaction: row.id,
        held_at: happened_at,
        lag_minutes: lag,
    })
    .await?;
    if row.inbound {
        work.record(InteractionCameIn {
            interaction: row.id,
            channel: row.kind.word(),
            registered: row.inquiry_id.is_some(),
        })
        .await?;
    }
    promise(work, &row, promises).await?;
    Ok(row)
}

/// Whoever took part is known: contacts are the customer's, members work here, and the project is one of the customer's that the actor
/// sees.
async fn refuse_strangers(work: &Work, customer: &Customer, new: &NewInteraction) -> Result<(), Failure> {
    let mut faults = Vec::new();
    let known = contact::queries::of_ids(&work.db(), &new.contacts).await?;
    for (place, id) in new.contacts.iter().enumerate() {
        let code = match known.iter().find(|contact| contact.id == *id) {
            Some(contact) if contact.customer_id == customer.id => continue,
            Some(_) => "of-another-customer",
            None => "unknown",
        };
        faults.push(FieldFault::at(format!("/contacts/{place}"), code));
    }
    for (place, id) in new.members.iter().enumerate() {
        if people::department_of(work, *id).await?.is_none() {
            faults.push(FieldFault::at(format!("/members/{place}"), "no-such-member"));
        }
    }
    if let Some(project) = new.project {
        faults.extend(fault_of_project(work, customer, project).await?);
    }
    if faults.is_empty() {
        Ok(())
    } else {
        Err(Invalid(faults).into())
    }
}

async fn fault_of_project(
    work: &Work,
    customer: &Customer,
    project: Uuid,
) -> Result<Option<FieldFault>, Failure> {
    let subject = Subject::new("project", project);
    let found = match subject::find(work.app(), &work.db(), work.actor(), &subject).await {
        Ok(found) => found,
        Err(failure) if failure.code() == Some("not-found") => {
            return Ok(Some(FieldFault::at("/project_id", "unknown")));
        }
        Err(failure) => return Err(failure),
    };
    let of_another = found
        .belongs_to
        .iter()
        .any(|one| one.kind == "customer" && *one != customer.subject());
    Ok(of_another.then(|| FieldFault::at("/project_id", "of-another-customer")))
}

/// Puts one that was written down before into an inquiry of the same customer: a call that nobody had registered then.
pub async fn register(
    work: &mut Work,
    id: InteractionId,
    inquiry: InquiryId,
) -> Result<Interaction, Failure> {
    let mut row = queries::find(&work.db(), &work.scope("interaction.read"), id).await?;
    work.permit("interaction.register", &row).await?;
    work.expect_version(row.version)?;
    let customer = customer::entity::Entity::find_by_id(row.customer_id)
        .one(&work.db())
        .await?
        .ok_or_else(|| Failure::not_found("customer"))?;
    registered_in(work, inquiry, &customer).await?;
    row.register(inquiry)?;
    gates::ask(
        work,
        &row.subject(),
        customer.pack_version_id,
        "interaction.register",
    )
    .await?;
    save(work, &mut row).await?;
    work.record(InteractionRegistered {
        interaction: id,
        inquiry: inquiry.to_string(),
        registered: row.inbound,
    })
    .await?;
    Ok(row)
}

/// It is registered in an inquiry of the same customer that the actor sees, or in one whose customer is not known yet.
async fn registered_in(work: &Work, id: InquiryId, customer: &Customer) -> Result<(), Failure> {
    let inquiry = inquiry::queries::find(&work.db(), &work.scope("inquiry.read"), id).await?;
    if inquiry.customer_id.is_none_or(|of| of == customer.id) {
        Ok(())
    } else {
        Err(Invalid::one("/inquiry_id", "of-another-customer").into())
    }
}

/// Each promise becomes an obligation of whoever keeps it: the pack's rule on `interaction.promised` opens it.
async fn promise(work: &mut Work, row: &Interaction, promises: Vec<Promise>) -> Result<(), Failure> {
    for (place, promise) in promises.into_iter().enumerate() {
        let owner = promise
            .owner
            .or(work.actor().member())
            .ok_or_else(|| Failure::from(Invalid::one(format!("/promises/{place}/owner"), "required")))?;
        people::department_of(work, owner)
            .await?
            .ok_or_else(|| Invalid::one(format!("/promises/{place}/owner"), "no-such-member"))?;
        work.record(InteractionPromised {
            interaction: row.id,
            owner,
            due_on: promise.due_on,
            key: place.to_string(),
        })
        .await?;
    }
    Ok(())
}

/// A planned one will not take place.
pub async fn cancel(
    work: &mut Work,
    id: InteractionId,
    reason: Option<String>,
) -> Result<Interaction, Failure> {
    let mut row = queries::find(&work.db(), &work.scope("interaction.read"), id).await?;
    work.permit("interaction.cancel", &row).await?;
    work.expect_version(row.version)?;
    row.cancel()?;
    let customer = customer::queries::live_one(&work.db(), row.customer_id).await?;
    let pack = customer.and_then(|customer| customer.pack_version_id);
    gates::ask(work, &row.subject(), pack, "interaction.cancel").await?;
    save(work, &mut row).await?;
    work.record(InteractionCancelled {
        interaction: id,
        reason: tidy(reason),
    })
    .await?;
    Ok(row)
}

async fn open(work: &Work, id: InteractionId, customer: CustomerId) -> Result<Interaction, Failure> {
    let row = queries::find(&work.db(), &work.scope("interaction.read"), id).await?;
    if row.customer_id != customer {
        return Err(Failure::not_found("interaction"));
    }
    work.permit("interaction.record", &row).await?;
    work.expect_version(row.version)?;
    Ok(row)
}

/// By the calendar of the pack that the customer keeps.
async fn working_minutes(work: &Work, customer: &Customer, since: DateTime<Utc>) -> Result<i64, Failure> {
    let ctx = Context::of(work);
    let Some(case) = Case::load(&ctx, &customer.subject()).await? else {
        return Ok(0);
    };
    Ok(engine::calendar(&ctx, &case.pack, None)?
        .working_between(since, work.now)
        .num_minutes())
}

fn blank(work: &mut Work, customer: &Customer) -> Interaction {
    Interaction {
        id: work.next_id(),
        customer_id: customer.id,
        project_id: None,
        kind: InteractionKind::Other,
        state: InteractionState::Planned,
        planned_at: None,
        happened_at: None,
        lag_minutes: None,
        contacts: json!([]),
        members: json!([]),
        content: None,
        needs: None,
        feedback: None,
        promises: json!([]),
        next_action: None,
        inbound: false,
        inquiry_id: None,
        owner_id: work.actor().member().or(customer.owner_id),
        department_id: work.actor().department().or(customer.department_id),
        extra: json!({}),
        version: 1,
        created_at: work.now,
        updated_at: work.now,
    }
}

fn fill(row: &mut Interaction, new: NewInteraction) -> Result<(), Failure> {
    row.kind = new.kind.unwrap_or(row.kind);
    row.project_id = new.project.or(row.project_id);
    row.contacts = serde_json::to_value(new.contacts)?;
    row.members = serde_json::to_value(new.members)?;
    row.content = tidy(new.content);
    row.needs = tidy(new.needs);
    row.feedback = tidy(new.feedback);
    row.promises = serde_json::to_value(new.promises)?;
    row.next_action = tidy(new.next_action);
    row.inbound = new.inbound;
    row.inquiry_id = new.inquiry.or(row.inquiry_id);
    Ok(())
}

async fn save(work: &Work, row: &mut Interaction) -> Result<(), Failure> {
    let read = row.version;
    row.version += 1;
    row.updated_at = work.now;
    let update = rows::all_but_key(row.clone());
    rows::over(
        work,
        Entity::update_many()
            .set(update)
            .filter(Column::Id.eq(row.id))
            .filter(Column::Version.eq(read)),
    )
    .await
}
