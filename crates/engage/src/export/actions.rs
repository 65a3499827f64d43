//! What people do with customer data on its way out.

use chrono::{NaiveDate, TimeDelta};
use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;
use xianji_governance::Govern;
use xianji_governance::approval::actions::{Asking, ask_about, call_off};
use xianji_governance::approval::{Matter, State};
use xianji_platform::record::patch::tidy;
use xianji_platform::record::rows;
use xianji_platform::{Failure, FieldFault, Invalid, Owned, Work, ledger};
use xianji_policy::model::SettingValue;

use super::entity::{Column, Entity, ExportState, Model as ExportRun};
use super::events::{ExportAsked, ExportEnded, ExportMade, ExportOpened};
use super::queries;
use super::sheet::{MOST_CONFIDENTIAL, Sheet};
use crate::contact::events::ContactRevealed;
use crate::customer;
use crate::customer::events::{CustomerExported, CustomerShared};
use crate::id::{CustomerId, ExportRunId};

/// Days for which a file can be read, where the pack has no setting for it.
const DAYS: i64 = 7;
/// Customers up to which each one's timeline says that it went out.
const TOLD: usize = 200;

/// Which customers, and what of them.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    pub filter: Option<String>,
    pub words: Option<String>,
    pub confidential: bool,
}

/// Asks for a file of the customers that a filter finds; `count` is how many the asker sees now.
pub async fn ask_export(
    work: &mut Work,
    wanted: Wanted,
    count: u64,
    reason: String,
) -> Result<ExportRun, Failure> {
    work.permit_any("customer.export")?;
    let mut faults = Vec::new();
    if count == 0 {
        faults.push(FieldFault::at("/filter", "finds-nothing"));
    }
    if wanted.confidential && count > MOST_CONFIDENTIAL {
        faults.push(FieldFault::at("/confidential", "too-many").with("limit", MOST_CONFIDENTIAL));
    }
    let reason = said(&mut faults, "/reason", reason);
    if !faults.is_empty() {
        return Err(Invalid(faults).into());
    }
    let run = ExportRun {
        filter: wanted.filter,
        words: tidy(wanted.words),
        confidential: wanted.confidential,
        customer_count: i32::try_from(count).unwrap_or(i32::MAX),
        ..blank(work, reason)
    };
    ask(work, run, Matter::Export).await
}

/// Asks to give a customer's data to somebody outside, until a day.
pub async fn ask_share(
    work: &mut Work,
    id: CustomerId,
    recipient: String,
    reason: String,
    confidential: bool,
    ends_on: NaiveDate,
) -> Result<ExportRun, Failure> {
    let customer = customer::queries::find(&work.db(), &work.scope("customer.read"), id).await?;
    work.permit("customer.share", &customer).await?;
    customer.must_be_live()?;
    let mut faults = Vec::new();
    let reason = said(&mut faults, "/reason", reason);
    let recipient = said(&mut faults, "/recipient", recipient);
    let run = ExportRun {
        shared: true,
        recipient: Some(recipient),
        customer_id: Some(id),
        confidential,
        customer_count: 1,
        ..blank(work, reason)
    };
    let ends_at = work
        .policies()
        .standard_calendar()
        .start_of_day(ends_on + TimeDelta::days(1));
    let latest = work.now + TimeDelta::days(days(work, &run, "share-days", 30) + 1);
    if ends_at <= work.now {
        faults.push(FieldFault::at("/ends_on", "in-the-past"));
    } else if ends_at > latest {
        let last = work.policies().today(latest) - TimeDelta::days(1);
        faults.push(FieldFault::at("/ends_on", "too-late").with("limit", last));
    }
    if !faults.is_empty() {
        return Err(Invalid(faults).into());
    }
    let run = ExportRun {
        ends_at: Some(ends_at),
        ..run
    };
    let what = customer.number.clone();
    ask(work, run, Matter::Release { what }).await
}

fn said(faults: &mut Vec<FieldFault>, at: &str, text: String) -> String {
    let text = tidy(Some(text));
    if text.is_none() {
        faults.push(FieldFault::at(at, "required"));
    }
    text.unwrap_or_default()
}

fn blank(work: &mut Work, reason: String) -> ExportRun {
    let department = work
        .actor()
        .department()
        .or_else(|| work.policies().tree().root());
    let today = work.policies().today(work.now);
    let pack = department
        .and_then(|department| work.policies().in_force(department, today))
        .map(|(id, _)| id);
    ExportRun {
        id: work.next_id(),
        owner_id: work.actor().principal(),
        department_id: department,
        pack_version_id: pack,
        shared: false,
        recipient: None,
        reason,
        customer_id: None,
        filter: None,
        words: None,
        confidential: false,
        state: ExportState::Asked,
        customer_count: 0,
        approval_id: None,
        made_at: None,
        ends_at: None,
        sha256: None,
        size: None,
        token_hash: None,
        readings: 0,
        version: 1,
        created_at: work.now,
        updated_at: work.now,
    }
}

async fn ask(work: &mut Work, run: ExportRun, matter: Matter) -> Result<ExportRun, Failure> {
    Entity::insert(run.clone().into_active_model())
        .exec_without_returning(&work.db())
        .await?;
    work.record(ExportAsked {
        run: run.id,
        shared: run.shared,
        confidential: run.confidential,
        count: run.customer_count.into(),
        reason_hash: ledger::hash(run.reason.as_bytes()),
    })
    .await?;
    let note = Some(run.reason.clone());
    let asked = ask_about(work, Asking::of(&run.subject(), matter, note)).await?;
    let mut run = locked(work, run.id).await?;
    run.approval_id = asked.request;
    if asked.state == State::Approved {
        run.decide(true);
    }
    save(work, &mut run).await?;
    Ok(run)
}

/// Keeps the file, once the pack's gate is met. For somebody outside a token is made, answered this once and kept nowhere.
pub async fn make(
    work: &mut Work,
    id: ExportRunId,
    sheet: Sheet,
) -> Result<(ExportRun, Option<String>), Failure> {
    let mut run = opened(work, id, "export_run.make").await?;
    run.must_be_unmade()?;
    work.gate(&run.subject(), "export_run.make").await?;
    let approved = run.is_approved();
    let size = i64::try_from(sheet.bytes.len()).unwrap_or(i64::MAX);
    let sha256 = work.app().files().keep(sheet.bytes.into()).await?;
    run.make(sha256.clone(), size, work.now)?;
    run.customer_count = i32::try_from(sheet.customers.len()).unwrap_or(i32::MAX);
    let token = run
        .shared
        .then(|| format!("{}{}", Uuid::new_v4().simple(), Uuid::new_v4().simple()));
    run.token_hash = token.as_ref().map(|token| ledger::hash(token.as_bytes()));
    if run.ends_at.is_none() {
        run.ends_at = Some(work.now + TimeDelta::days(days(work, &run, "export-days", DAYS)));
    }
    save(work, &mut run).await?;
    for contact in &sheet.revealed {
        work.record(ContactRevealed {
            contact: *contact,
            field: "export",
            reason: Some(run.reason.clone()),
        })
        .await?;
    }
    tell_customers(work, &run, &sheet.customers, approved).await?;
    work.record(ExportMade {
        run: id,
        shared: run.shared,
        approved,
        count: run.customer_count.into(),
        revealed: i64::try_from(sheet.revealed.len()).unwrap_or(i64::MAX),
        sha256,
    })
    .await?;
    Ok((run, token))
}

/// Each customer's timeline says that its data went out; a large file is told on its own record alone.
async fn tell_customers(
    work: &mut Work,
    run: &ExportRun,
    customers: &[CustomerId],
    approved: bool,
) -> Result<(), Failure> {
    if customers.len() > TOLD {
        return Ok(());
    }
    let count = i64::try_from(customers.len()).unwrap_or(i64::MAX);
    for customer in customers.iter().copied() {
        if run.shared {
            work.record(CustomerShared { customer, approved }).await?;
        } else {
            work.record(CustomerExported {
                customer,
                count,
                approved,
            })
            .await?;
        }
    }
    Ok(())
}

/// Reads the file oneself; answers the hash of its bytes.
pub async fn download(work: &mut Work, id: ExportRunId) -> Result<String, Failure> {
    let mut run = opened(work, id, "export_run.make").await?;
    let hash = run.open(work.now)?;
    save(work, &mut run).await?;
    work.record(ExportOpened {
        run: id,
        outside: false,
    })
    .await?;
    Ok(hash)
}

/// Somebody outside reads it with the link.
pub async fn open(work: &mut Work, token: &str) -> Result<(ExportRun, String), Failure> {
    let mut run = queries::of_token(&work.db(), token).await?;
    let hash = run.open(work.now)?;
    save(work, &mut run).await?;
    work.record(ExportOpened {
        run: run.id,
        outside: true,
    })
    .await?;
    Ok((run, hash))
}

/// Nobody reads it any more; what is still being decided is called off.
pub async fn end(work: &mut Work, id: ExportRunId) -> Result<ExportRun, Failure> {
    let mut run = opened(work, id, "export_run.end").await?;
    let pending = run.approval_id.filter(|_| run.state == ExportState::Asked);
    run.end(work.now)?;
    save(work, &mut run).await?;
    if let Some(request) = pending {
        call_off(work, request.into()).await?;
    }
    work.record(ExportEnded { run: id }).await?;
    locked(work, id).await
}

async fn opened(work: &Work, id: ExportRunId, permission: &str) -> Result<ExportRun, Failure> {
    let run = queries::find(&work.db(), &work.scope("export_run.read"), id).await?;
    work.permit(permission, &run).await?;
    work.expect_version(run.version)?;
    Ok(run)
}

async fn locked(work: &Work, id: ExportRunId) -> Result<ExportRun, Failure> {
    queries::any(&work.db(), id)
        .await?
        .ok_or_else(|| Failure::not_found("export_run"))
}

fn days(work: &Work, run: &ExportRun, setting: &str, usual: i64) -> i64 {
    let pack = run.pack_version_id.and_then(|id| work.policies().version(id));
    match pack.and_then(|pack| pack.setting(setting)) {
        Some(SettingValue::Number(days)) if (1.0..=3650.0).contains(days) => days.floor() as i64,
        _ => usual,
    }
}

pub(super) async fn save(work: &Work, run: &mut ExportRun) -> Result<(), Failure> {
    let read = run.version;
    run.version += 1;
    run.updated_at = work.now;
    let row = rows::all_but_key(run.clone());
    let update = Entity::update_many().set(row).filter(Column::Id.eq(run.id));
    rows::over(work, update.filter(Column::Version.eq(read))).await
}
