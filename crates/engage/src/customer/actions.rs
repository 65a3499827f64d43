//! What people do with a customer's file.

use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use serde_json::{Map, Value, json};
use xianji_governance::{Govern, extra};
use xianji_kernel::money::Money;
use xianji_platform::rate;
use xianji_platform::{Failure, Invalid, MemberId, Owned, Refusal, Work};

use super::entity::{Column, CustomerKind, Entity, Model as Customer, member};
use super::events::{
    CustomerArchived, CustomerCreated, CustomerTransferred, CustomerUnarchived, CustomerUpdated,
};
use super::model::{CustomerChanges, CustomerError};
use super::queries::{self, Likeness, Probe};
use crate::gates;
use crate::id::CustomerId;
use xianji_platform::record::patch::tidy;
use xianji_platform::record::rows;

/// A customer to be.
#[derive(Clone, Debug, Default)]
pub struct NewCustomer {
    pub changes: CustomerChanges,
    /// It was looked at: this is none of those that look like it.
    pub confirmed_not_duplicate: bool,
    pub not_duplicate_reason: Option<String>,
}

/// There are files that look the same.
#[derive(Debug, thiserror::Error)]
#[error("{} customer(s) look like this one", .0.len())]
pub struct PossibleDuplicate(pub Vec<Likeness>);

impl Refusal for PossibleDuplicate {
    fn code(&self) -> &'static str {
        "possible-duplicate"
    }
    fn fields(&self) -> Vec<(&'static str, String)> {
        vec![(
            "name",
            self.0
                .first()
                .map(|first| first.customer.name.clone())
                .unwrap_or_default(),
        )]
    }
    fn extra(&self) -> Map<String, Value> {
        let like = self.0.iter().map(|one| json!({ "id": one.customer.id, "number": one.customer.number, "name": one.customer.name, "why": one.why }));
        Map::from_iter([("candidates".to_owned(), like.collect())])
    }
}

/// Opens a file, unless one like it is there and nobody has looked at it (CTL-CUS-01).
pub async fn create(work: &mut Work, new: NewCustomer) -> Result<Customer, Failure> {
    work.permit_any("customer.create")?;
    let mut customer = blank(work);
    refuse_wrong_extra(work, &customer, &new.changes)?;
    let home = home_budget(work, new.changes.budget.flatten()).await?;
    if new.changes.name.is_none() {
        return Err(Invalid::one("/name", "required").into());
    }
    customer.edit(new.changes, home).map_err(Invalid)?;
    let probe = Probe {
        name: Some(customer.name.clone()),
        credit_code: customer.credit_code.clone(),
        ..Probe::default()
    };
    let alike = queries::alike(&work.db(), &probe).await?;
    if !alike.is_empty() && !new.confirmed_not_duplicate {
        return Err(PossibleDuplicate(alike).into());
    }
    if alike.iter().any(|one| one.why.contains(&"credit_code")) {
        return Err(Invalid::one("/credit_code", "taken").into());
    }
    let reason = tidy(new.not_duplicate_reason);
    if !alike.is_empty() && reason.is_none() {
        return Err(Invalid::one("/not_duplicate_reason", "required").into());
    }
    customer.number = work.number("customer").await?;
    settle(work, &mut customer);
    Entity::insert(customer.clone().into_active_model())
        .exec_without_returning(&work.db())
        .await?;
    gates::ask(
        work,
        &customer.subject(),
        customer.pack_version_id,
        "customer.create",
    )
    .await?;
    work.record(CustomerCreated {
        customer: customer.id,
        source: customer.source.clone(),
        complete: customer.complete,
        duplicates_dismissed: alike.len(),
        reason,
    })
    .await?;
    Ok(customer)
}

pub(super) fn refuse_wrong_extra(
    work: &Work,
    customer: &Customer,
    changes: &CustomerChanges,
) -> Result<(), Failure> {
    let faults = extra::faults(work, customer.pack_version_id, "customer", changes.extra.as_ref());
    if faults.is_empty() {
        Ok(())
    } else {
        Err(Invalid(faults).into())
    }
}

pub(super) fn blank(work: &mut Work) -> Customer {
    let department = work
        .actor()
        .department()
        .or_else(|| work.policies().tree().root());
    let today = work.policies().today(work.now);
    let pack = department
        .and_then(|department| work.policies().in_force(department, today))
        .map(|(id, _)| id);
    Customer {
        id: work.next_id(),
        number: String::new(),
        name: String::new(),
        short_name: None,
        kind: CustomerKind::Company,
        credit_code: None,
        industry: None,
        region: None,
        source: None,
        budget_amount: None,
        budget_currency: None,
        budget_home: None,
        needs: None,
        preferences: None,
        purchase_behaviour: None,
        address: None,
        website: None,
        mail_domain: None,
        complete: false,
        active: true,
        last_active_at: work.now,
        contact_count: 0,
        name_key: String::new(),
        match_key: String::new(),
        short_name_key: None,
        sort_key: String::new(),
        merged_into: None,
        owner_id: work.actor().member(),
        department_id: department,
        pack_version_id: pack,
        version: 1,
        archived_at: None,
        extra: json!({}),
        created_at: work.now,
        updated_at: work.now,
        named: Vec::new(),
    }
}

/// Home amount of a budget, at the rate of today.
pub(super) async fn home_budget(work: &Work, budget: Option<Money>) -> Result<Option<i64>, Failure> {
    match budget {
        None => Ok(None),
        Some(money) => rate::home(work, "/budget", money).await.map(Some),
    }
}

/// Changes the file.
pub async fn update(work: &mut Work, id: CustomerId, changes: CustomerChanges) -> Result<Customer, Failure> {
    let mut customer = open(work, id, "customer.update").await?;
    customer.must_be_live()?;
    refuse_wrong_extra(work, &customer, &changes)?;
    let home = home_budget(work, changes.budget.flatten()).await?;
    let code = customer.credit_code.clone();
    let fields = customer.edit(changes, home).map_err(Invalid)?;
    if fields.is_empty() {
        return Ok(customer);
    }
    if customer.credit_code != code {
        refuse_taken_code(work, &customer).await?;
    }
    settle(work, &mut customer);
    save(work, &mut customer).await?;
    work.record(CustomerUpdated { customer: id, fields }).await?;
    Ok(customer)
}

async fn refuse_taken_code(work: &Work, customer: &Customer) -> Result<(), Failure> {
    let probe = Probe {
        credit_code: customer.credit_code.clone(),
        ..Probe::default()
    };
    let taken = queries::alike(&work.db(), &probe)
        .await?
        .iter()
        .any(|one| one.customer.id != customer.id);
    if taken {
        Err(Invalid::one("/credit_code", "taken").into())
    } else {
        Ok(())
    }
}

/// Hides the file from lists and pickers.
pub async fn archive(work: &mut Work, id: CustomerId) -> Result<Customer, Failure> {
    let mut customer = open(work, id, "customer.archive").await?;
    customer.must_be_live()?;
    customer.archived_at = Some(work.now);
    save(work, &mut customer).await?;
    work.record(CustomerArchived { customer: id }).await?;
    Ok(customer)
}

/// Brings it back.
pub async fn unarchive(work: &mut Work, id: CustomerId) -> Result<Customer, Failure> {
    let mut customer = open(work, id, "customer.archive").await?;
    if customer.merged_into.is_some() {
        return Err(CustomerError::Merged.into());
    }
    if customer.archived_at.take().is_none() {
        return Err(CustomerError::NotArchived.into());
    }
    save(work, &mut customer).await?;
    work.record(CustomerUnarchived { customer: id }).await?;
    Ok(customer)
}

/// Gives it to another owner, with the reason; its department becomes the new owner's.
pub async fn transfer(
    work: &mut Work,
    id: CustomerId,
    to: MemberId,
    reason: String,
) -> Result<Customer, Failure> {
    let mut customer = open(work, id, "customer.transfer").await?;
    customer.must_be_live()?;
    let reason = tidy(Some(reason)).ok_or_else(|| Invalid::one("/reason", "required"))?;
    if customer.owner_id == Some(to) {
        return Err(CustomerError::SameOwner.into());
    }
    let department = xianji_platform::record::people::department_of(work, to)
        .await?
        .ok_or_else(|| Invalid::one("/to", "no-such-member"))?;
    let from = customer.owner_id.replace(to);
    customer.department_id = Some(department);
    save(work, &mut customer).await?;
    work.record(CustomerTransferred {
        customer: id,
        from,
        to,
        reason: Some(reason),
    })
    .await?;
    Ok(customer)
}

/// Names a member on a customer, so that they see its file: whoever handles its inquiry or works on its project.
pub async fn name_on(
    work: &mut Work,
    customer: CustomerId,
    member: MemberId,
    role: &str,
) -> Result<(), Failure> {
    let row = member::ActiveModel {
        customer_id: Set(customer),
        member_id: Set(member),
        role: Set(role.to_owned()),
        created_at: Set(work.now),
    };
    let known = OnConflict::columns([
        member::Column::CustomerId,
        member::Column::MemberId,
        member::Column::Role,
    ])
    .do_nothing()
    .to_owned();
    member::Entity::insert(row)
        .on_conflict(known)
        .exec_without_returning(&work.db())
        .await?;
    Ok(())
}

/// Counts the file's contacts anew and sees whether that makes it complete; called by whatever changes contacts.
pub(crate) async fn recount(work: &mut Work, id: CustomerId) -> Result<(), Failure> {
    let count = crate::contact::queries::count_of(&work.db(), id).await?;
    let found = Entity::find_by_id(id).one(&work.db()).await?;
    let mut customer = found.ok_or_else(|| Failure::not_found("customer"))?;
    customer.contact_count = i32::try_from(count).unwrap_or(i32::MAX);
    settle(work, &mut customer);
    Entity::update_many()
        .col_expr(Column::ContactCount, Expr::value(customer.contact_count))
        .col_expr(Column::Complete, Expr::value(customer.complete))
        .filter(Column::Id.eq(id))
        .exec(&work.db())
        .await?;
    Ok(())
}

/// Whether the file is complete follows from what the pack asks.
pub(super) fn settle(work: &Work, customer: &mut Customer) {
    let language = work.actor().language;
    customer.complete = queries::missing(work.app(), work.policies(), customer, language).is_empty();
}

async fn open(work: &mut Work, id: CustomerId, permission: &str) -> Result<Customer, Failure> {
    let customer = queries::find(&work.db(), &work.scope("customer.read"), id).await?;
    work.permit(permission, &customer).await?;
    work.expect_version(customer.version)?;
    work.gate(&customer.subject(), permission).await?;
    Ok(customer)
}

/// Saves over the version that was read.
pub(crate) async fn save(work: &Work, customer: &mut Customer) -> Result<(), Failure> {
    let read = customer.version;
    customer.version += 1;
    customer.updated_at = work.now;
    let row = rows::all_but_key(customer.clone());
    rows::over(
        work,
        Entity::update_many()
            .set(row)
            .filter(Column::Id.eq(customer.id))
            .filter(Column::Version.eq(read)),
    )
    .await
}
