//! Samples: from a list some are drawn, and only for those the rule is opened. The draw, its seed and the list drawn from are evidence, so
//! that anybody can repeat it: ids are ordered by `SHA-256(seed ":" id)` and the first are taken.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};
use uuid::Uuid;
use xianji_platform::ledger::hash;
use xianji_platform::{DepartmentId, Failure, PackVersionId, Subject, Work};
use xianji_policy::model::{Obligation as Rule, Sample, SampleSize};

use super::actions::{Occasion, open_rule};
use super::entity::candidate::{ActiveModel, Column, Entity, Model};
use crate::engine::{Case, Context, Roots};

/// How many of a list are drawn. At least `least`, so that a shorter list is taken whole.
fn number(sample: &Sample, of: usize) -> usize {
    let asked = match sample.take {
        SampleSize::Number(number) => usize::try_from(number).unwrap_or(usize::MAX),
        SampleSize::Percent(percent) => (of * usize::try_from(percent).unwrap_or(100)).div_ceil(100),
    };
    let least = usize::try_from(sample.least).unwrap_or(usize::MAX);
    asked.max(least).min(of)
}

/// The first of a list in the order that a seed gives.
pub(super) fn drawn(seed: &str, list: &[Uuid], number: usize) -> Vec<Uuid> {
    let mut order: Vec<(String, Uuid)> = list
        .iter()
        .map(|id| (hash(format!("{seed}:{id}").as_bytes()), *id))
        .collect();
    order.sort();
    let mut taken: Vec<Uuid> = order.into_iter().take(number).map(|(_, id)| id).collect();
    taken.sort();
    taken
}

/// Draws from a list, and leaves the draw as evidence on a subject.
async fn draw(
    work: &mut Work,
    on: Subject,
    rule: &Rule,
    occurrence: &str,
    group: &str,
    mut list: Vec<Uuid>,
) -> Result<Vec<Uuid>, Failure> {
    let Some(sample) = &rule.trigger.sample else {
        return Ok(list);
    };
    list.sort();
    let (one, other): (Uuid, Uuid) = (work.next_id(), work.next_id());
    let seed = hash(format!("{one}{other}").as_bytes());
    let taken = drawn(&seed, &list, number(sample, list.len()));
    let take = match sample.take {
        SampleSize::Number(number) => json!(number),
        SampleSize::Percent(percent) => json!(format!("{percent}%")),
    };
    let facts = json!({
        "rule": rule.id, "occurrence": occurrence, "kind": rule.of, "per": sample.per.as_ref().map(|path| path.join(".")),
        "group": group, "take": take, "least": sample.least, "seed": seed, "list": list, "taken": taken,
    });
    work.record_named("sample.drawn", on, facts).await?;
    Ok(taken)
}

/// For which of the groups of `per` a record counts.
fn group_of(work: &Work, case: &Case, sample: &Sample) -> String {
    let found = sample.per.as_ref().and_then(|path| {
        let (root, way) = path.split_first()?;
        Some(case.value_at(&Context::of(work), root, way))
    });
    match found {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text,
        Some(other) => other.to_string(),
    }
}

/// Draws among the parts of one record, and opens the rule for those drawn.
pub(super) async fn among_parts(
    work: &mut Work,
    whole: &Case,
    rule: &Rule,
    parts: Vec<Case>,
    occasion: &Occasion,
    roots: &Roots,
) -> Result<(), Failure> {
    let Some(sample) = &rule.trigger.sample else {
        return Ok(());
    };
    let mut groups: BTreeMap<String, Vec<Case>> = BTreeMap::new();
    for part in parts {
        groups
            .entry(group_of(work, &part, sample))
            .or_default()
            .push(part);
    }
    for (group, parts) in groups {
        let list = parts.iter().map(|part| part.subject().id).collect();
        let taken = draw(work, whole.subject().clone(), rule, &occasion.key, &group, list).await?;
        for part in parts.iter().filter(|part| taken.contains(&part.subject().id)) {
            open_rule(work, part, rule, occasion, roots).await?;
        }
    }
    Ok(())
}

/// Puts a record on the list of an occurrence; the draw comes when the walk has seen all.
pub(crate) async fn enter(
    work: &mut Work,
    case: &Case,
    rule: &Rule,
    occasion: &Occasion,
) -> Result<(), Failure> {
    let Some(sample) = &rule.trigger.sample else {
        return Ok(());
    };
    let row = ActiveModel {
        id: Set(work.next_id()),
        rule: Set(rule.id.clone()),
        occurrence: Set(occasion.key.clone()),
        pack_version_id: Set(case.pack_id),
        department_id: Set(case.department()),
        subject_kind: Set(case.subject().kind.clone()),
        subject_id: Set(case.subject().id),
        group_key: Set(group_of(work, case, sample)),
        start_at: Set(occasion.start),
        due_at: Set(occasion.due_at),
    };
    Entity::insert(row).exec_without_returning(&work.db()).await?;
    Ok(())
}

/// What is drawn together.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct List {
    rule: String,
    occurrence: String,
    pack: Option<PackVersionId>,
    group: String,
    start: DateTime<Utc>,
    due: Option<DateTime<Utc>>,
}

/// Draws from every list of a kind whose walk has ended, and opens what was drawn.
pub(crate) async fn among_records(work: &mut Work, kind: &str) -> Result<u64, Failure> {
    let of_kind = Column::SubjectKind.eq(kind);
    let rows: Vec<Model> = Entity::find()
        .filter(of_kind.clone())
        .order_by_asc(Column::Id)
        .all(&work.db())
        .await?;
    if rows.is_empty() {
        return Ok(0);
    }
    Entity::delete_many().filter(of_kind).exec(&work.db()).await?;
    let mut lists: BTreeMap<List, Vec<Model>> = BTreeMap::new();
    for row in rows {
        let list = List {
            rule: row.rule.clone(),
            occurrence: row.occurrence.clone(),
            pack: row.pack_version_id,
            group: row.group_key.clone(),
            start: row.start_at,
            due: row.due_at,
        };
        lists.entry(list).or_default().push(row);
    }
    let mut opened = 0;
    for (list, rows) in lists {
        opened += open_drawn(work, &list, &rows).await?;
    }
    Ok(opened)
}

async fn open_drawn(work: &mut Work, list: &List, rows: &[Model]) -> Result<u64, Failure> {
    let pack = list.pack.and_then(|id| work.policies().version(id)).cloned();
    let Some(rule) = pack.as_ref().and_then(|pack| pack.obligations.get(&list.rule)) else {
        return Ok(0);
    };
    let on = {
        let ctx = Context::of(work);
        let department = rows.iter().find_map(|row| row.department_id);
        let department = department.or_else(|| ctx.book.tree().root());
        Case::company_subject(&ctx, department.unwrap_or(DepartmentId(Uuid::nil())))
    };
    let ids = rows.iter().map(|row| row.subject_id).collect();
    let taken = draw(work, on, rule, &list.occurrence, &list.group, ids).await?;
    let occasion = Occasion {
        key: list.occurrence.clone(),
        start: list.start,
        due_at: list.due,
        event: None,
    };
    let mut opened = 0;
    for id in taken {
        let subject = Subject::new(&rule.of, id);
        if let Some(case) = Case::load(&Context::of(work), &subject).await? {
            let case = case.of_version(list.pack, pack.clone());
            opened += open_rule(work, &case, rule, &occasion, &Roots::none())
                .await?
                .len() as u64;
        }
    }
    Ok(opened)
}
