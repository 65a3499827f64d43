//! Writes, one file a use case: opening, closing, handing on, looking again at what is open.

mod close;
mod open;
mod owe;
mod people;
mod refuse;
mod revise;
mod rule;

pub use close::{Evidence, complete, fulfil, void, waive};
pub(crate) use close::{close, count};
pub use open::{Opening, open, open_action_item};
pub(crate) use owe::again;
pub(crate) use people::add_escalated;
pub use people::{assign, hand_over, take};
pub use refuse::refuse;
pub(crate) use refuse::say_no;
pub(crate) use revise::{pause, revise};
pub(crate) use rule::{Occasion, open_rule};

use std::sync::Arc;

use sea_orm::{ColumnTrait, ExprTrait};
use sea_orm::{EntityTrait, QueryFilter, sea_query::Expr};
use serde_json::{Value, json};
use xianji_platform::failure::Stale;
use xianji_platform::ledger::instant;
use xianji_platform::policy_book::PolicyBook;
use xianji_platform::{EventId, Failure, Subject, Work};
use xianji_policy::model::{Obligation as Rule, Pack};

use super::Obligation;
use super::entity::{Column, Entity};
use super::model::Source;
use xianji_platform::record::rows;

impl Obligation {
    /// The record that it is about.
    pub fn subject(&self) -> Subject {
        Subject::new(&self.subject_kind, self.subject_id)
    }

    /// The version that it was opened under, compiled.
    pub fn pack(&self, book: &PolicyBook) -> Option<Arc<Pack>> {
        self.pack_version_id.and_then(|id| book.version(id)).cloned()
    }

    /// Its rule, if a pack's rule opened it and the version still stands.
    pub fn rule_in<'p>(&self, pack: Option<&'p Arc<Pack>>) -> Option<&'p Rule> {
        if self.source == Source::Rule.word() {
            pack?.obligations.get(&self.rule)
        } else {
            None
        }
    }
}

/// Saves over the version that was read.
pub(crate) async fn save(
    work: &Work,
    row: Obligation,
    change: impl FnOnce(&mut Obligation),
) -> Result<Obligation, Failure> {
    let read = row.version;
    let mut changed = row;
    change(&mut changed);
    changed.version = read + 1;
    changed.updated_at = work.now;
    let model = rows::all_but_key(changed.clone());
    let done = Entity::update_many()
        .set(model)
        .filter(Column::Id.eq(changed.id))
        .filter(Expr::col(Column::Version).eq(read))
        .exec(&work.db())
        .await?;
    if done.rows_affected == 1 {
        Ok(changed)
    } else {
        Err(Stale.into())
    }
}

/// Evidence of what became of it: `obligation:weekly-report.opened` for a pack's rule, `obligation.opened` for the engine's own.
pub(crate) async fn evidence(
    work: &mut Work,
    row: &Obligation,
    verb: &str,
    more: Value,
) -> Result<EventId, Failure> {
    let name = match row.source == Source::Rule.word() {
        true => format!("obligation:{}.{verb}", row.rule),
        false => format!("obligation.{verb}"),
    };
    let mut facts = json!({
        "obligation": row.id,
        "rule": row.rule,
        "source": row.source,
        "occurrence": row.occurrence,
        "due_at": row.due_at.map(instant),
        "department": row.department_id,
    });
    if let (Some(facts), Value::Object(more)) = (facts.as_object_mut(), more) {
        if !row.person.is_empty() {
            facts.insert("person".into(), json!(row.person));
        }
        facts.extend(more);
    }
    work.record_named(&name, row.subject(), facts).await
}
