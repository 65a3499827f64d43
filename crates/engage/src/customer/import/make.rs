//! A portion of rows becomes customers: the rules of each are asked first, then all are written by one statement, then each leaves its
//! evidence like any other.

use std::collections::{HashMap, HashSet};

use futures_util::future::BoxFuture;
use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;
use xianji_platform::import_run::{Filled, Mark};
use xianji_platform::{Failure, Invalid, Owned, Work};

use super::super::actions::{blank, home_budget, refuse_wrong_extra, settle};
use super::super::entity::{Entity, Model as Customer};
use super::super::events::CustomerCreated;
use super::super::{activity, facts, timeline};
use super::{changes, contact, faults, known};
use crate::contact as people;
use crate::gates;

/// Rows of one statement: each has some thirty values, and databases count them.
const STATEMENT: usize = 200;

/// A customer to be, with the row that it comes from.
struct Draft<'a> {
    customer: Customer,
    row: &'a Filled,
    place: usize,
}

pub(super) fn make<'a>(
    work: &'a mut Work,
    rows: &'a [Filled],
) -> BoxFuture<'a, Result<Vec<Result<Uuid, Failure>>, Failure>> {
    Box::pin(async move {
        work.permit_any("customer.create")?;
        let taken = taken_codes(work, rows).await?;
        let mut codes = HashSet::new();
        let mut made: Vec<Result<Uuid, Failure>> = Vec::with_capacity(rows.len());
        let mut drafts = Vec::new();
        for (place, row) in rows.iter().enumerate() {
            match draft(work, row).await {
                Ok(customer) => {
                    let code = customer.credit_code.clone();
                    if code.is_some_and(|code| taken.contains_key(&code) || !codes.insert(code)) {
                        made.push(Err(Invalid::one("/credit_code", "taken").into()));
                        continue;
                    }
                    made.push(Ok(customer.id.into()));
                    drafts.push(Draft { customer, row, place });
                }
                Err(failure @ Failure::Refused(_)) => made.push(Err(failure)),
                Err(failure) => return Err(failure),
            }
        }
        write(work, &mut drafts).await?;
        for draft in &drafts {
            made[draft.place] = Ok(draft.customer.id.into());
        }
        Ok(made)
    })
}

async fn taken_codes(work: &Work, rows: &[Filled]) -> Result<HashMap<String, Uuid>, Failure> {
    let marks: Vec<Mark> = rows
        .iter()
        .flat_map(known::marks)
        .filter(|mark| mark.why == "credit_code")
        .collect();
    let known = known::known(&work.db(), work.actor(), &marks).await?;
    Ok(known.into_iter().map(|(mark, id)| (mark.key, id)).collect())
}

async fn draft(work: &mut Work, row: &Filled) -> Result<Customer, Failure> {
    let wrong = faults(row)?;
    if !wrong.is_empty() {
        return Err(Invalid(wrong).into());
    }
    let changes = changes(row)?;
    let mut customer = blank(work);
    refuse_wrong_extra(work, &customer, &changes)?;
    let home = home_budget(work, changes.budget.flatten()).await?;
    customer.edit(changes, home).map_err(Invalid)?;
    settle(work, &mut customer);
    Ok(customer)
}

async fn write(work: &mut Work, drafts: &mut [Draft<'_>]) -> Result<(), Failure> {
    let numbers = work.numbers("customer", drafts.len()).await?;
    for (draft, number) in drafts.iter_mut().zip(numbers) {
        draft.customer.number = number;
    }
    for part in drafts.chunks(STATEMENT) {
        let rows = part
            .iter()
            .map(|draft| draft.customer.clone().into_active_model());
        Entity::insert_many(rows)
            .exec_without_returning(&work.db())
            .await?;
    }
    for draft in drafts.iter() {
        gates::ask(
            work,
            &draft.customer.subject(),
            draft.customer.pack_version_id,
            "customer.create",
        )
        .await?;
    }
    timeline::gather(work);
    for draft in drafts.iter() {
        let customer = &draft.customer;
        activity::made(work, customer.id);
        // What was just written need not be read again.
        work.seen()
            .keep(&customer.subject(), &Some(facts::of_new(customer)));
        work.record(CustomerCreated {
            customer: customer.id,
            source: customer.source.clone(),
            complete: customer.complete,
            duplicates_dismissed: usize::from(draft.row.anyway),
            reason: None,
        })
        .await?;
    }
    for draft in drafts.iter() {
        if let Some(changes) = contact(draft.row)? {
            people::create(work, draft.customer.id, changes).await?;
        }
    }
    Ok(())
}
