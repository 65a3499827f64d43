//! Who may read what a pack holds secret. A permission alone does not open it: the reader must also be among those whom the pack in force
//! for the reader today names.

use xianji_governance::{Case, Context, Roots, engine};
use xianji_platform::failure::Forbidden;
use xianji_platform::{Failure, Owned, Work};
use xianji_policy::model::Who;

use crate::customer::{self, Customer};

/// Refuses a secret field of something at this customer's to those whom the pack does not name. What it does not hold secret is open.
pub(crate) async fn permit(work: &Work, customer: &Customer, kind: &str, field: &str) -> Result<(), Failure> {
    let Some(member) = work.actor().member() else {
        return Ok(());
    };
    let today = work.policies().today(work.now);
    let pack = work
        .actor()
        .department()
        .and_then(|department| work.policies().in_force(department, today));
    let Some(secrecy) = pack.and_then(|(_, pack)| pack.secrecy_of(kind, field)) else {
        return Ok(());
    };
    let ctx = Context::of(work);
    let Some(case) = Case::load(&ctx, &customer.subject()).await? else {
        return Err(Failure::not_found("customer"));
    };
    let named = customer::queries::roles_of(&work.db(), customer.id, member).await?;
    for readers in &secrecy.readers {
        // Records of higher floors are not to be seen from here: they name their people on the customer.
        if let Who::Path(path) = readers
            && let Some(root) = path.first().filter(|root| case.find(root).is_none())
        {
            if named.contains(root) {
                return Ok(());
            }
            continue;
        }
        if engine::resolve(&ctx, &case, readers, &Roots::none())
            .await?
            .members
            .contains(&member)
        {
            return Ok(());
        }
    }
    Err(Forbidden {
        permission: format!("secrecy:{}", secrecy.id),
        subject: Some(customer.subject()),
    }
    .into())
}
