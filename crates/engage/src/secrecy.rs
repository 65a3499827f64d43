//! Who may read what a pack holds secret. A permission alone does not open it: the reader must also be among those whom the pack in force
//! for the reader today names, and must have done what it asks of them (`needs`).
//!
//! What leaves the company is no matter of reading: whatever sends it out asks for an approval of its own and lets nothing go before that.

use xianji_governance::gate::{self, GateItem, GateNotMet};
use xianji_governance::{Case, Context, Roots, engine};
use xianji_platform::failure::Forbidden;
use xianji_platform::{Actor, Failure, MemberId, Owned, Subject, Work};
use xianji_policy::model::{Secrecy, Who};

use crate::customer::{self, Customer};

/// Refuses a secret field of something at this customer's to those whom the pack does not name. What it does not hold secret is open.
pub(crate) async fn permit(
    work: &Work,
    customer: &Customer,
    record: &Subject,
    field: &str,
) -> Result<(), Failure> {
    let ctx = Context::of(work);
    let Some(door) = Door::before(&ctx, work.actor(), &record.kind, field) else {
        return Ok(());
    };
    let Some(case) = Case::load(&ctx, record).await? else {
        return Err(Failure::not_found("record"));
    };
    if !door.names_reader(&ctx, &case, customer).await? {
        return Err(Forbidden {
            permission: format!("secrecy:{}", door.secrecy.id),
            subject: Some(customer.subject()),
        }
        .into());
    }
    let items = door.asked(&ctx, &case, work.actor()).await?;
    if items.iter().all(|item| item.met) {
        return Ok(());
    }
    Err(GateNotMet {
        subject: case.subject().clone(),
        point: format!("secrecy:{}", door.secrecy.id),
        items,
    }
    .into())
}

/// The secrecy that keeps a field of something at this customer's from this actor, if one does.
pub(crate) async fn closed_to(
    ctx: &Context<'_>,
    actor: &Actor,
    customer: &Customer,
    kind: &str,
    field: &str,
) -> Result<Option<String>, Failure> {
    let Some(door) = Door::before(ctx, actor, kind, field) else {
        return Ok(None);
    };
    let Some(case) = Case::load(ctx, &customer.subject()).await? else {
        return Err(Failure::not_found("customer"));
    };
    let open = door.names_reader(ctx, &case, customer).await?
        && door.asked(ctx, &case, actor).await?.iter().all(|item| item.met);
    Ok((!open).then(|| door.secrecy.id.clone()))
}

/// What stands between a member and a field.
struct Door<'a> {
    secrecy: &'a Secrecy,
    member: MemberId,
}

impl<'a> Door<'a> {
    /// None where the pack in force for the reader holds nothing secret; the house itself reads everything.
    fn before(ctx: &'a Context<'_>, actor: &Actor, kind: &str, field: &str) -> Option<Self> {
        let member = actor.member()?;
        let (_, pack) = ctx.book.in_force(actor.department()?, ctx.today())?;
        let secrecy = pack.secrecy_of(kind, field)?;
        Some(Self { secrecy, member })
    }

    async fn names_reader(
        &self,
        ctx: &Context<'_>,
        case: &Case,
        customer: &Customer,
    ) -> Result<bool, Failure> {
        let named = customer::queries::roles_of(&ctx.db, customer.id, self.member).await?;
        for readers in &self.secrecy.readers {
            // Records of higher floors are not to be seen from here: they name their people on the customer.
            if let Who::Path(path) = readers
                && let Some(root) = path.first().filter(|root| case.find(root).is_none())
            {
                if named.contains(root) {
                    return Ok(true);
                }
                continue;
            }
            // Whoever stands in for a reader reads, and the reader still does: being away takes nothing from them.
            let found = engine::resolve(ctx, case, readers, &Roots::none()).await?;
            if found.members.contains(&self.member)
                || engine::named(ctx, case, readers, &Roots::none())
                    .await?
                    .contains(&self.member)
            {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// What the pack asks of readers, met and missing.
    async fn asked(&self, ctx: &Context<'_>, case: &Case, actor: &Actor) -> Result<Vec<GateItem>, Failure> {
        gate::asked_of_reader(ctx, case, self.member, self.secrecy, actor.language).await
    }
}
