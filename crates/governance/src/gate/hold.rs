//! A gate that holds: the record waits, and those who supply what is missing owe it until it is there.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use xianji_kernel::text::Text;
use xianji_platform::ledger::instant;
use xianji_platform::{Failure, Work};
use xianji_policy::model::{Gate, Time};

use super::model::GateItem;
use crate::engine::{Account, Case, Context, DueTime, Limit, Mode, People, due};
use crate::obligation::entity::{self as table, State};
use crate::obligation::{self, Evidence, Obligation, Opening, Source};

fn rule(gate: &Gate) -> String {
    format!("gate:{}", gate.id)
}

async fn waiting(work: &Work, case: &Case, gate: &Gate) -> Result<Vec<Obligation>, Failure> {
    Ok(table::Entity::find()
        .filter(table::Column::SubjectKind.eq(&case.subject().kind))
        .filter(table::Column::SubjectId.eq(case.subject().id))
        .filter(table::Column::Rule.eq(rule(gate)))
        .filter(table::Column::State.eq(State::Open))
        .all(&work.db())
        .await?)
}

/// Opens what is owed, once for each missing item while the record waits.
pub async fn open(
    work: &mut Work,
    case: &Case,
    gate: &Gate,
    within: Option<&Time>,
    items: &[GateItem],
) -> Result<(), Failure> {
    let waiting = waiting(work, case, gate).await?;
    let open = |need: &str| {
        waiting.iter().any(|row| {
            row.occurrence
                .rsplit_once('@')
                .is_some_and(|(known, _)| known == need)
        })
    };
    for item in items.iter().filter(|item| !item.met && !open(&item.need)) {
        let due = {
            let ctx = Context::of(work);
            match within {
                Some(time) => due(&ctx, case, time, Limit::from(ctx.now)).await?,
                None => DueTime {
                    at: None,
                    fixed: true,
                    account: Account::Nothing,
                },
            }
        };
        let people = People {
            members: item.suppliers.clone(),
            mode: Mode::One,
            faults: Vec::new(),
            customer: false,
        };
        let occurrence = format!("{}@{}", item.need, instant(work.now));
        let opening = Opening::on(
            case,
            Source::Gate,
            &rule(gate),
            &occurrence,
            Text::zh(&item.name),
            people,
            due,
        );
        obligation::open(
            work,
            Opening {
                start: work.now,
                ..opening
            },
        )
        .await?;
    }
    Ok(())
}

/// The record has passed: what was owed for it is done.
pub async fn close(work: &mut Work, case: &Case, gate: &Gate) -> Result<(), Failure> {
    for row in waiting(work, case, gate).await? {
        let by = Evidence::now(work, None);
        obligation::fulfil(work, row.id, by).await?;
    }
    Ok(())
}
