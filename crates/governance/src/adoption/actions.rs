//! Moving records from one version of a pack to another, portion by portion.

use std::collections::BTreeSet;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::json;
use xianji_platform::{Failure, Invalid, MemberId, PackVersionId, Subject, Work, policy_book};
use xianji_policy::model::Pack;

use super::model::{MovedSubject, Place, Portion, compare};
use crate::engine::{Case, Context};
use crate::grading;
use crate::obligation::actions::{Evidence, close, revise, save};
use crate::obligation::entity::{Column, Entity};
use crate::obligation::reaction::look;
use crate::obligation::ticks::{self, portion};
use crate::obligation::{Obligation, ObligationId, State, queries};

/// From which version to which.
#[derive(Clone, Debug)]
pub struct Moving {
    /// The version that they keep.
    pub from: PackVersionId,
    /// The version that they shall keep.
    pub to: PackVersionId,
    /// Records of this kind alone; every kind, without.
    pub kind: Option<String>,
    /// Why, in the words of whoever orders it.
    pub reason: String,
}

/// Moves the next portion of the running records that keep a version. Dropping the unit of work instead of committing it is the dry run.
pub async fn move_portion(
    work: &mut Work,
    moving: &Moving,
    after: Option<&Place>,
) -> Result<Portion, Failure> {
    work.permit_any("policy.migrate")?;
    if moving.from == moving.to {
        return Err(Invalid::one("/to", "not-allowed").into());
    }
    for id in [moving.from, moving.to] {
        if work.policies().version(id).is_none() {
            return Err(Failure::not_found("pack"));
        }
    }
    // Obligations, and what has no version of its own, follow their record.
    let mut kinds: Vec<String> = work
        .app()
        .registry()
        .kinds
        .values()
        .filter(|kind| kind.declared.name != "obligation" && !kind.declared.follows)
        .map(|kind| kind.declared.name.clone())
        .filter(|kind| moving.kind.as_ref().is_none_or(|only| only == kind))
        .collect();
    kinds.sort();
    let mut found = Portion::default();
    for kind in kinds {
        if after.is_some_and(|place| kind < place.kind) {
            continue;
        }
        let cursor = after
            .filter(|place| place.kind == kind)
            .and_then(|place| place.after);
        let ids = portion::running(work, &kind, cursor).await?;
        let full = ids.len() as u64 == portion::ROWS;
        let last = ids.last().copied();
        for id in ids {
            found
                .subjects
                .extend(move_subject(work, &Subject::new(&kind, id), moving).await?);
        }
        if full {
            found.next = Some(Place { kind, after: last }.word());
            return Ok(found);
        }
    }
    Ok(found)
}

/// Moves one record, if it is running and keeps that version itself.
async fn move_subject(
    work: &mut Work,
    subject: &Subject,
    moving: &Moving,
) -> Result<Option<MovedSubject>, Failure> {
    let Some(case) = Case::load(&Context::of(work), subject).await? else {
        return Ok(None);
    };
    if case.facts.ended || case.facts.pack_version != Some(moving.from) {
        return Ok(None);
    }
    let mut moved = MovedSubject {
        subject: subject.clone(),
        number: case.facts.number.clone(),
        title: case.facts.title.clone(),
        refused: None,
        kept: 0,
        changed: Vec::new(),
    };
    let Some(to) = work.policies().version(moving.to).cloned() else {
        return Err(Failure::not_found("pack"));
    };
    if !knows_stage(&case, &to) {
        moved.refused = Some("stage-missing");
        return Ok(Some(moved));
    }
    let before = queries::open_on(&work.db(), std::slice::from_ref(subject)).await?;
    let owners = owners_of(work, &before).await?;
    policy_book::actions::keep(work, &case.facts, moving.to).await?;
    let facts = json!({ "from": moving.from, "to": moving.to, "reason": moving.reason });
    work.record_named("policy.migrated", subject.clone(), facts)
        .await?;
    let Some(case) = Case::load(&Context::of(work), subject).await? else {
        return Ok(None);
    };
    grading::actions::judge_all(work, &case, None).await?;
    follow(work, &case, &before, moving).await?;
    ticks::conditions(work, &case).await?;
    ticks::quieted(work, &case, "", work.now).await?;
    look(work, &case).await?;
    let after = touched(work, subject, &before).await?;
    let people = changed_owners(work, owners).await?;
    (moved.kept, moved.changed) = compare(&before, &after, &people);
    Ok(Some(moved))
}

/// A record cannot stand in a stage that its pack does not know.
fn knows_stage(case: &Case, to: &Pack) -> bool {
    let kind = &case.subject().kind;
    let stage = case.facts.facts.get("stage").and_then(|stage| stage.as_str());
    let Some(stage) = stage.filter(|stage| !stage.is_empty()) else {
        return true;
    };
    let known = |pack: &Pack| {
        pack.lifecycles
            .iter()
            .any(|life| life.of == *kind && life.all().any(|one| one == stage))
    };
    !known(&case.pack) || known(to)
}

/// Open obligations of the pack's rules go on under the other version, or end with the rule that it does not know.
async fn follow(work: &mut Work, case: &Case, open: &[Obligation], moving: &Moving) -> Result<(), Failure> {
    let pack = case.pack.clone();
    for row in open {
        let row = queries::lock(work, row.id).await?;
        if !row.is_open() || row.source != "rule" || row.pack_version_id != Some(moving.from) {
            continue;
        }
        let Some(rule) = pack
            .obligations
            .get(&row.rule)
            .filter(|rule| rule.of == row.subject_kind)
        else {
            let by = Evidence {
                event: None,
                happened_at: work.now,
                by: None,
                note: Some(moving.reason.clone()),
            };
            close(work, row, State::Void, by).await?;
            continue;
        };
        let name = serde_json::to_value(&rule.name)?;
        let row = save(work, row, |row| {
            row.pack_version_id = Some(moving.to);
            row.name = name;
            row.form = rule.form.clone();
            row.key_step = rule.key_step;
        })
        .await?;
        revise(work, case, row, rule).await?;
    }
    Ok(())
}

/// What was open before and what is open now, as both are now.
async fn touched(work: &Work, subject: &Subject, before: &[Obligation]) -> Result<Vec<Obligation>, Failure> {
    let ids: BTreeSet<ObligationId> = before.iter().map(|row| row.id).collect();
    let mut rows = Entity::find()
        .filter(Column::Id.is_in(ids.iter().copied()))
        .order_by_asc(Column::Id)
        .all(&work.db())
        .await?;
    let open = queries::open_on(&work.db(), std::slice::from_ref(subject)).await?;
    rows.extend(open.into_iter().filter(|row| !ids.contains(&row.id)));
    Ok(rows)
}

type Owners = Vec<(ObligationId, Vec<MemberId>)>;

async fn owners_of(work: &Work, rows: &[Obligation]) -> Result<Owners, Failure> {
    let mut found = Vec::new();
    for row in rows {
        let people = queries::responsible(&work.db(), row.id).await?;
        let mut members: Vec<MemberId> = people.iter().map(|one| one.member_id).collect();
        members.sort();
        found.push((row.id, members));
    }
    Ok(found)
}

async fn changed_owners(work: &Work, before: Owners) -> Result<Vec<ObligationId>, Failure> {
    let mut changed = Vec::new();
    for (id, members) in before {
        let people = queries::responsible(&work.db(), id).await?;
        let mut now: Vec<MemberId> = people.iter().map(|one| one.member_id).collect();
        now.sort();
        if now != members {
            changed.push(id);
        }
    }
    Ok(changed)
}
