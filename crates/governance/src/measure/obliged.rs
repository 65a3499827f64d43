//! What an obligation adds to its rule's measure: one entry on the day it falls due, for whoever owed it then, in the department where
//! that person was then. The entry follows the obligation until its fate is settled; what is void counts neither way.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;
use xianji_platform::id::EventId;
use xianji_platform::{Failure, MemberId, Work};

use super::counting;
use super::entity::entry;
use super::model::{NOBODY, Outcome, SCALE};
use crate::engine::Context;
use crate::obligation::entity::{Column, Entity, Model as Obligation, State, person};
use crate::obligation::model::Source;

/// How many are looked up in one statement.
const PORTION: usize = 500;

/// The entries of these obligations as they stand now; an empty list for what counts no more.
pub async fn look(
    work: &Work,
    touched: BTreeSet<Uuid>,
) -> Result<BTreeMap<Uuid, Vec<entry::Model>>, Failure> {
    entries(&Context::of(work), touched).await
}

/// The same for any view of the house.
pub async fn entries(
    ctx: &Context<'_>,
    touched: BTreeSet<Uuid>,
) -> Result<BTreeMap<Uuid, Vec<entry::Model>>, Failure> {
    let ids: Vec<Uuid> = touched.into_iter().collect();
    let mut found: BTreeMap<Uuid, Vec<entry::Model>> = ids.iter().map(|id| (*id, Vec::new())).collect();
    for part in ids.chunks(PORTION) {
        let obligations = Entity::find()
            .filter(Column::Id.is_in(part.iter().copied()))
            .all(&ctx.db)
            .await?;
        let people = person::Entity::find()
            .filter(person::Column::ObligationId.is_in(part.iter().copied()))
            .filter(person::Column::Role.eq("responsible"))
            .all(&ctx.db)
            .await?;
        for obligation in &obligations {
            let owed: Vec<&person::Model> = people
                .iter()
                .filter(|one| one.obligation_id == obligation.id)
                .collect();
            if let Some(entry) = entry_of(ctx, obligation, &owed).await? {
                found.insert(obligation.id.0, vec![entry]);
            }
        }
    }
    Ok(found)
}

async fn entry_of(
    ctx: &Context<'_>,
    owed: &Obligation,
    people: &[&person::Model],
) -> Result<Option<entry::Model>, Failure> {
    let (Some(due), Some(outcome)) = (owed.due_at, outcome(owed)) else {
        return Ok(None);
    };
    let settled = owed.closed_at.unwrap_or(ctx.now).min(due);
    let member = responsible(owed, people, settled);
    let day = ctx.book.today(due);
    let pack = owed
        .pack_version_id
        .and_then(|id| ctx.book.version(id))
        .map(|pack| pack.id.clone())
        .unwrap_or_default();
    Ok(Some(entry::Model {
        source_id: owed.id.0,
        metric: metric_of(owed),
        part: 0,
        pack,
        slice: outcome.word().to_owned(),
        member_id: member,
        department_id: counting::department(ctx, member, ctx.book.today(settled), owed.department_id).await?,
        day,
        at: due,
        numerator_e4: SCALE,
        denominator_e4: 0,
        subject_kind: owed.subject_kind.clone(),
        subject_id: owed.subject_id,
        event_id: EventId(owed.closed_event.or(owed.opened_event).unwrap_or(owed.id.0)),
    }))
}

/// The customer is asked and never late, so what the customer owes measures nobody.
fn outcome(owed: &Obligation) -> Option<Outcome> {
    match owed.state {
        _ if owed.customer => None,
        State::Open => Some(Outcome::Open),
        State::Fulfilled => Some(Outcome::OnTime),
        State::Late => Some(Outcome::Late),
        State::Waived => Some(Outcome::Waived),
        State::Void => None,
    }
}

/// Whoever owed it when it fell due or was closed: the one who took it, or the only one; of several who share it nobody alone.
fn responsible(owed: &Obligation, people: &[&person::Model], at: DateTime<Utc>) -> MemberId {
    if let Some(taken) = owed.taken_by {
        return taken;
    }
    let held = |one: &&&person::Model| one.from_at <= at && one.until_at.is_none_or(|until| until >= at);
    let mut then: Vec<MemberId> = people.iter().filter(held).map(|one| one.member_id).collect();
    then.dedup();
    match (then.as_slice(), owed.closed_by) {
        ([only], _) => *only,
        (several, Some(closer)) if several.contains(&closer) => closer,
        _ => NOBODY,
    }
}

/// The measure of a rule: `obligation:first-reply`, `approval:initiation` for its steps, `condition:initiation` for the conditions set in it,
/// `notice:dynamic-copy` for its readers. What a holding gate asks of those who supply is apart from the gate's own passings.
pub fn metric_of(owed: &Obligation) -> String {
    let (source, rule) = (owed.source.as_str(), owed.rule.as_str());
    if source == Source::ActionItem.word()
        && let Some(approval) = approval_of(&owed.occurrence)
    {
        return format!("condition:{approval}");
    }
    let id = rule.split_once(':').map_or(rule, |(_, id)| id);
    let id = if source == Source::Notice.word() {
        id.strip_suffix(".read").unwrap_or(id)
    } else {
        id
    };
    let sources = [
        (Source::Approval, "approval"),
        (Source::Notice, "notice"),
        (Source::Confirm, "confirm"),
        (Source::Gate, "supply"),
    ];
    let word = sources
        .into_iter()
        .find(|(known, _)| known.word() == source)
        .map_or("obligation", |(_, word)| word);
    format!("{word}:{id}")
}

/// The approval in which a condition was set: `approval:<approval>:<decider>:<place>`.
fn approval_of(occurrence: &str) -> Option<&str> {
    let mut parts = occurrence.strip_prefix("approval:")?.split(':');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(approval), Some(_), Some(_)) => Some(approval),
        _ => None,
    }
}
