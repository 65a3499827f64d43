//! A gate that holds: the record waits, and those who supply what is missing owe it.

use xianji_kernel::text::Text;
use xianji_platform::{Failure, Work};
use xianji_policy::model::{Gate, Time};

use super::model::GateItem;
use crate::engine::{Account, Case, Context, DueTime, Limit, Mode, People, due};
use crate::obligation::{self, Opening, Source};

/// Opens what is owed, once for each missing item while the record waits.
pub async fn open(work: &mut Work, case: &Case, gate: &Gate, within: Option<&Time>, items: &[GateItem]) -> Result<(), Failure> {
    for item in items.iter().filter(|item| !item.met) {
        let due = {
            let ctx = Context::of(work);
            match within {
                Some(time) => due(&ctx, case, time, Limit::from(ctx.now)).await?,
                None => DueTime { at: None, fixed: true, account: Account::Nothing },
            }
        };
        let people = People { members: item.suppliers.clone(), mode: Mode::One, faults: Vec::new(), customer: false };
        let rule = format!("gate:{}", gate.id);
        let opening = Opening::on(case, Source::Gate, &rule, &item.need, Text::zh(&item.name), people, due);
        obligation::open(work, Opening { start: work.now, ..opening }).await?;
    }
    Ok(())
}
