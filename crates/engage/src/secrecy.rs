//! Who may read what a pack holds secret. A permission alone does not open it: the reader must also be among those whom the pack in force
//! for the reader today names.

use xianji_governance::{Case, Context, Roots, engine};
use xianji_platform::failure::Forbidden;
use xianji_platform::{Actor, Failure, Owned, Work};
use xianji_policy::model::Who;

use crate::customer::{self, Customer};

/// Refuses a secret field of something at this customer's to those whom the pack does not name. What it does not hold secret is open.
pub(crate) async fn permit(work: &Work, customer: &Customer, kind: &str, field: &str) -> Result<(), Failure> {
    match closed_to(&Context::of(work), work.actor(), customer, kind, field).await? {
        None => Ok(()),
        Some(secrecy) => Err(Forbidden {
            permission: format!("secrecy:{secrecy}"),
            subject: Some(customer.subject()),
        }
        .into()),
    }
}

/// The secrecy that keeps a field from this actor, if one does.
pub(crate) async fn closed_to(
    ctx: &Context<'_>,
    actor: &Actor,
    customer: &Customer,
    kind: &str,
    field: &str,
) -> Result<Option<String>, Failure> {
    let Some(member) = actor.member() else {
        return Ok(None);
    };
    let pack = actor
        .department()
        .and_then(|department| ctx.book.in_force(department, ctx.today()));
    let Some(secrecy) = pack.and_then(|(_, pack)| pack.secrecy_of(kind, field)) else {
        return Ok(None);
    };
    let Some(case) = Case::load(ctx, &customer.subject()).await? else {
        return Err(Failure::not_found("customer"));
    };
    let named = customer::queries::roles_of(&ctx.db, customer.id, member).await?;
    for readers in &secrecy.readers {
        // Records of higher floors are not to be seen from here: they name their people on the customer.
        if let Who::Path(path) = readers
            && let Some(root) = path.first().filter(|root| case.find(root).is_none())
        {
            if named.contains(root) {
                return Ok(None);
            }
            continue;
        }
        let found = engine::resolve(ctx, &case, readers, &Roots::none()).await?;
        if found.members.contains(&member) {
            return Ok(None);
        }
    }
    Ok(Some(secrecy.id.clone()))
}
