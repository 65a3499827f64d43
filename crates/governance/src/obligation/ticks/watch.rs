//! What the engine remembers of a subject between two looks: whether it had ended, since when it is silent, whether a condition held,
//! when something is to be asked for again.

use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
};
use serde_json::json;
use xianji_kernel::calendar::Pause;
use xianji_platform::ledger::instant;
use xianji_platform::{App, Failure, Subject, Work};
use xianji_policy::model::{Obligation as Rule, Opening as Begins, Time};

use super::portion::{Portion, ROWS, turn};
use crate::engine::{Case, Context, Limit, Roots, due, ledger_last};
use crate::obligation::Obligation;
use crate::obligation::actions::{Occasion, open_rule};
use crate::obligation::entity::watch::{ActiveModel, Column, Entity, Model};

/// Opens what has been silent for too long, and what is asked for again.
pub(super) fn tick(app: &App, now: DateTime<Utc>) -> BoxFuture<'_, Result<u64, Failure>> {
    Box::pin(async move {
        let mut done = 0;
        loop {
            let portion = Portion::begin();
            let rows = ripe(&app.reader(), now).await?;
            if rows.is_empty() {
                return Ok(done);
            }
            let Some(mut work) = turn(app, "governance.watches").await? else {
                return Ok(done);
            };
            for row in rows {
                ripen(&mut work, row).await?;
                done += 1;
                if portion.is_spent() {
                    break;
                }
            }
            work.commit().await?;
        }
    })
}

async fn ripe(db: &xianji_platform::Conn<'_>, now: DateTime<Utc>) -> Result<Vec<Model>, Failure> {
    Ok(Entity::find()
        .filter(Column::Kind.is_in(["silence", "repeat"]))
        .filter(Column::NextAt.lte(now))
        .order_by_asc(Column::NextAt)
        .order_by_asc(Column::Id)
        .limit(ROWS)
        .all(db)
        .await?)
}

async fn ripen(work: &mut Work, row: Model) -> Result<(), Failure> {
    let subject = Subject::new(&row.subject_kind, row.subject_id);
    let case = Case::load(&Context::of(work), &subject).await?;
    let start = row.next_at.unwrap_or(work.now);
    let key = match row.kind.as_str() {
        "silence" => instant(row.since),
        _ => format!("again-{}", row.count),
    };
    let opens = match &case {
        Some(case) if !case.facts.ended && !case.facts.suspended => {
            match case.pack.obligations.get(&row.rule) {
                Some(rule) => {
                    case.holds(&Context::of(work), rule.when.as_ref(), &Roots::none())
                        .await?
                }
                None => false,
            }
        }
        _ => false,
    };
    let rule = row.rule.clone();
    // A silence that opened nothing, because the rule did not apply, still lasts: it is looked at again with the record.
    put(
        work,
        Model {
            next_at: None,
            held: opens,
            ..row
        },
    )
    .await?;
    let Some(case) = case.filter(|_| opens) else {
        return Ok(());
    };
    let pack = case.pack.clone();
    if let Some(rule) = pack.obligations.get(&rule) {
        let occasion = Occasion {
            key,
            start,
            due_at: None,
            event: None,
        };
        open_rule(work, &case, rule, &occasion, &Roots::none()).await?;
    }
    Ok(())
}

/// Notices that a subject has ended, or lives again. Answers whether it has just ended.
pub(crate) async fn life(work: &mut Work, case: &Case) -> Result<bool, Failure> {
    let known = find(work, case.subject(), "life", "").await?;
    let had_ended = known.as_ref().is_some_and(|row| row.held);
    if known.is_none() || had_ended != case.facts.ended {
        let row = match known {
            Some(row) => Model {
                held: case.facts.ended,
                since: work.now,
                ..row
            },
            None => fresh(work, case.subject(), "life", "", case.facts.ended),
        };
        put(work, row).await?;
    }
    Ok(case.facts.ended && !had_ended)
}

/// Silence: the beginning starts the count, each of its events starts it anew, a suspended subject stops it.
pub(crate) async fn quieted(
    work: &mut Work,
    case: &Case,
    event: &str,
    happened_at: DateTime<Utc>,
) -> Result<(), Failure> {
    let pack = case.pack.clone();
    for rule in pack
        .obligations_by_silence()
        .filter(|rule| rule.of == case.subject().kind)
    {
        let Begins::Silent { events, lasts } = &rule.trigger.opening else {
            continue;
        };
        let speaks = events.iter().any(|pattern| pattern.matches(event));
        let known = find(work, case.subject(), "silence", &rule.id).await?;
        let row = match known {
            Some(row) if speaks && happened_at > row.since => Model {
                since: happened_at,
                pauses: json!([]),
                held: false,
                paused_since: None,
                ..row
            },
            Some(row) => row,
            None => {
                let since = if speaks {
                    happened_at
                } else {
                    first_heard(work, case, events).await?
                };
                Model {
                    since,
                    ..fresh(work, case.subject(), "silence", &rule.id, false)
                }
            }
        };
        let row = stand_still(work.now, row, case.facts.suspended);
        let row = when_ripe(work, case, rule, lasts, row).await?;
        put(work, row).await?;
    }
    Ok(())
}

/// The last that was heard of it before anybody listened, else its beginning.
async fn first_heard(
    work: &Work,
    case: &Case,
    events: &[xianji_policy::model::EventPattern],
) -> Result<DateTime<Utc>, Failure> {
    let names: Vec<String> = events.iter().map(|event| event.as_str().to_owned()).collect();
    let ctx = Context::of(work);
    let last = ledger_last(&ctx, case.subject(), &names).await?.map(|(_, at)| at);
    Ok(last.or_else(|| case.began()).unwrap_or(work.now))
}

fn stand_still(now: DateTime<Utc>, row: Model, suspended: bool) -> Model {
    match (row.paused_since, suspended) {
        (None, true) => Model {
            paused_since: Some(now),
            ..row
        },
        (Some(from), false) => {
            let mut pauses: Vec<Pause> = serde_json::from_value(row.pauses.clone()).unwrap_or_default();
            pauses.push(Pause { from, to: Some(now) });
            Model {
                paused_since: None,
                pauses: json!(pauses),
                ..row
            }
        }
        _ => row,
    }
}

async fn when_ripe(
    work: &Work,
    case: &Case,
    rule: &Rule,
    lasts: &Time,
    row: Model,
) -> Result<Model, Failure> {
    // Once open there is no second one before something has happened.
    if row.held || row.paused_since.is_some() || case.facts.ended {
        return Ok(Model { next_at: None, ..row });
    }
    let pauses: Vec<Pause> = serde_json::from_value(row.pauses.clone()).unwrap_or_default();
    let limit = Limit {
        start: row.since,
        pauses: &pauses,
        calendar: rule.calendar.as_deref(),
        roots: None,
    };
    let next = due(&Context::of(work), case, lasts, limit).await?;
    Ok(Model {
        next_at: next.at,
        ..row
    })
}

/// Conditions: one that turns true, or is true when the rule comes into force, opens once; false again it closes nothing.
pub(crate) async fn conditions(work: &mut Work, case: &Case) -> Result<(), Failure> {
    let pack = case.pack.clone();
    let kind = case.subject().kind.clone();
    if case.facts.ended {
        return Ok(());
    }
    for rule in pack.obligations_by_condition(&kind) {
        let Begins::Becomes(condition) = &rule.trigger.opening else {
            continue;
        };
        let holds = {
            let ctx = Context::of(work);
            case.judge(&ctx, condition, &Roots::none()).await?
                && case.holds(&ctx, rule.when.as_ref(), &Roots::none()).await?
        };
        let known = find(work, case.subject(), "condition", &rule.id).await?;
        let held = known.as_ref().is_some_and(|row| row.held);
        if held == holds {
            continue;
        }
        let row = known.unwrap_or_else(|| fresh(work, case.subject(), "condition", &rule.id, false));
        let count = row.count + i32::from(holds);
        put(
            work,
            Model {
                held: holds,
                since: work.now,
                count,
                ..row
            },
        )
        .await?;
        if holds {
            let occasion = Occasion {
                key: format!("turn-{count}"),
                start: work.now,
                due_at: None,
                event: None,
            };
            open_rule(work, case, rule, &occasion, &Roots::none()).await?;
        }
    }
    Ok(())
}

/// The next repetition, counted from the closing.
pub(crate) async fn remember_repeat(work: &mut Work, row: &Obligation, rule: &Rule) -> Result<(), Failure> {
    let Some(repeat) = &rule.trigger.repeat else {
        return Ok(());
    };
    let Some(case) = Case::load(&Context::of(work), &row.subject()).await? else {
        return Ok(());
    };
    let limit = Limit {
        calendar: rule.calendar.as_deref(),
        ..Limit::from(row.closed_at.unwrap_or(work.now))
    };
    let next = due(&Context::of(work), &case, repeat, limit).await?;
    let known = find(work, case.subject(), "repeat", &rule.id).await?;
    let watch = known.unwrap_or_else(|| fresh(work, case.subject(), "repeat", &rule.id, false));
    put(
        work,
        Model {
            next_at: next.at,
            held: false,
            since: work.now,
            count: watch.count + 1,
            ..watch
        },
    )
    .await
}

/// Remembers what opened a rule on a record's parts, for those that come later.
pub(crate) async fn remember_parts(
    work: &mut Work,
    whole: &Subject,
    rule: &Rule,
    occasion: &Occasion,
) -> Result<(), Failure> {
    let known = find(work, whole, "parts", &rule.id).await?;
    let row = known.unwrap_or_else(|| fresh(work, whole, "parts", &rule.id, true));
    let row = Model {
        since: occasion.start,
        occasion: Some(occasion.key.clone()),
        ..row
    };
    put(work, row).await
}

/// What opened a rule on a record's parts last, and when.
pub(crate) async fn parts_since(
    work: &Work,
    whole: &Subject,
    rule: &str,
) -> Result<Option<(String, DateTime<Utc>)>, Failure> {
    let known = find(work, whole, "parts", rule).await?;
    Ok(known.and_then(|row| Some((row.occasion?, row.since))))
}

/// `until` has come: nothing is asked for again.
pub(crate) async fn end_watch(work: &Work, subject: &Subject, rule: &str) -> Result<(), Failure> {
    Entity::delete_many()
        .filter(Column::SubjectKind.eq(&subject.kind))
        .filter(Column::SubjectId.eq(subject.id))
        .filter(Column::Kind.is_in(["repeat", "parts"]))
        .filter(Column::Rule.eq(rule))
        .exec(&work.db())
        .await?;
    Ok(())
}

async fn find(work: &Work, subject: &Subject, kind: &str, rule: &str) -> Result<Option<Model>, Failure> {
    Ok(Entity::find()
        .filter(Column::SubjectKind.eq(&subject.kind))
        .filter(Column::SubjectId.eq(subject.id))
        .filter(Column::Kind.eq(kind))
        .filter(Column::Rule.eq(rule))
        .one(&work.db())
        .await?)
}

fn fresh(work: &mut Work, subject: &Subject, kind: &str, rule: &str, held: bool) -> Model {
    Model {
        id: work.next_id(),
        subject_kind: subject.kind.clone(),
        subject_id: subject.id,
        kind: kind.to_owned(),
        rule: rule.to_owned(),
        held,
        count: 0,
        since: work.now,
        pauses: json!([]),
        paused_since: None,
        next_at: None,
        occasion: None,
    }
}

async fn put(work: &Work, row: Model) -> Result<(), Failure> {
    use sea_orm::sea_query::OnConflict;
    let model: ActiveModel = row.into_active_model().reset_all();
    let key = [Column::SubjectKind, Column::SubjectId, Column::Kind, Column::Rule];
    let again = OnConflict::columns(key)
        .update_columns([
            Column::Held,
            Column::Count,
            Column::Since,
            Column::Pauses,
            Column::PausedSince,
            Column::NextAt,
            Column::Occasion,
        ])
        .to_owned();
    Entity::insert(model)
        .on_conflict(again)
        .exec_without_returning(&work.db())
        .await?;
    Ok(())
}
