//! What is known of a project changes.

use xianji_platform::{Failure, FieldFault, Invalid, Owned, Work};

use super::super::model::{Changes, Project};
use super::{open, save};
use crate::gates;
use crate::id::ProjectId;
use xianji_platform::record::{patch, rows};

/// Changes what is known of a project. A gate may stand before a single field (`project.update:amount`).
pub async fn update(work: &mut Work, id: ProjectId, mut changes: Changes) -> Result<Project, Failure> {
    let mut project = open(work, id, "project.update").await?;
    if let Some(name) = changes.name.take() {
        let name =
            patch::tidy(Some(name)).ok_or_else(|| Invalid(vec![FieldFault::at("/name", "required")]))?;
        project.name_key = xianji_engage::customer::name_key(&name);
        changes.name = Some(name);
    }
    if let Some(Some(customer)) = changes.customer {
        rows::seen(work, "customer", customer.into()).await?;
    }
    super::refuse_wrong_extra(work, project.pack_version_id, changes.extra.as_ref())?;
    let home = crate::money::home(work, "/amount", changes.amount.flatten()).await?;
    let before = project.clone();
    let updated = project.update(changes, home)?;
    if updated.fields.is_empty() {
        return Ok(project);
    }
    super::must_stay_filled(work, &before, &project).await?;
    let points: Vec<String> = updated
        .fields
        .iter()
        .map(|field| format!("project.update:{field}"))
        .collect();
    let mut all: Vec<&str> = points.iter().map(String::as_str).collect();
    all.push("project.update");
    if gates::pass(work, &project, &all).await?.waits() {
        return super::as_it_is(work, id).await;
    }
    save(work, &mut project).await?;
    if updated.fields.iter().any(|field| field == "customer") {
        xianji_engage::customer::timeline::forget(work, &project.subject());
        show_customer(work, &project).await?;
    }
    work.record(updated).await?;
    Ok(project)
}

/// Whoever works on the project sees its customer's file.
pub(super) async fn show_customer(work: &mut Work, project: &Project) -> Result<(), Failure> {
    let Some(customer) = project.customer_id else {
        return Ok(());
    };
    for member in project.named.iter().copied().chain(project.owner_id) {
        xianji_engage::customer::name_on(work, customer, member, "project").await?;
    }
    Ok(())
}
