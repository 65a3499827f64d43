//! Who may read what a pack holds secret. A permission alone does not open it: the reader must also be among those whom the pack in force
//! for the reader today names, and must have done what it asks of them (`needs`).
//!
//! `leave`, the approval that lets such a thing out of the company, is not asked here: reading stays inside. Whatever sends it out asks
//! the pack for it (`Pack::secrecy_of`) and lets nothing go before that approval.

use xianji_governance::gate::{self, GateNotMet};
use xianji_governance::{Case, Context, Roots, engine};
use xianji_platform::failure::Forbidden;
use xianji_platform::{Failure, Owned, Subject, Work};
use xianji_policy::model::{Secrecy, Who};

use crate::customer::{self, Customer};

/// Refuses a secret field of something at this customer's to those whom the pack does not name. What it does not hold secret is open.
pub(crate) async fn permit(
    work: &Work,
    customer: &Customer,
    record: &Subject,
    field: &str,
) -> Result<(), Failure> {
    let Some(member) = work.actor().member() else {
        return Ok(());
    };
    let today = work.policies().today(work.now);
    let pack = work
        .actor()
        .department()
        .and_then(|department| work.policies().in_force(department, today));
    let Some(secrecy) = pack.and_then(|(_, pack)| pack.secrecy_of(&record.kind, field)) else {
        return Ok(());
    };
    let ctx = Context::of(work);
    let Some(case) = Case::load(&ctx, record).await? else {
        return Err(Failure::not_found("record"));
    };
    let named = customer::queries::roles_of(&work.db(), customer.id, member).await?;
    for readers in &secrecy.readers {
        // Records of higher floors are not to be seen from here: they name their people on the customer.
        if let Who::Path(path) = readers
            && let Some(root) = path.first().filter(|root| case.find(root).is_none())
        {
            if named.contains(root) {
                return prepared(work, &ctx, &case, secrecy).await;
            }
            continue;
        }
        if engine::resolve(&ctx, &case, readers, &Roots::none())
            .await?
            .members
            .contains(&member)
        {
            return prepared(work, &ctx, &case, secrecy).await;
        }
    }
    Err(Forbidden {
        permission: format!("secrecy:{}", secrecy.id),
        subject: Some(customer.subject()),
    }
    .into())
}

/// Refuses a reader who has not done yet what the pack asks of readers, listing all of it, met and missing.
async fn prepared(work: &Work, ctx: &Context<'_>, case: &Case, secrecy: &Secrecy) -> Result<(), Failure> {
    let Some(reader) = work.actor().member() else {
        return Ok(());
    };
    let items = gate::asked_of_reader(ctx, case, reader, secrecy, work.actor().language).await?;
    if items.iter().all(|item| item.met) {
        return Ok(());
    }
    Err(GateNotMet {
        subject: case.subject().clone(),
        point: format!("secrecy:{}", secrecy.id),
        items,
    }
    .into())
}
