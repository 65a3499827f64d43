//! Closing: by evidence, by its owner's hand, by waiver, by the end of its subject. What is closed stays as it is.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use xianji_kernel::text::Text;
use xianji_platform::ledger::{hash, instant};
use xianji_platform::work::Recorded;
use xianji_platform::{EventId, Failure, MemberId, Work};
use xianji_policy::model::{Confirm, Fulfilment, Obligation as Rule, OnTimeBy};

use super::{Opening, evidence, open, save};
use crate::approval;
use crate::engine::{Account, Case, Context, DueTime, Limit, Roots, due, resolve_somebody};
use crate::gate::need::all_met;
use crate::obligation::entity::{Column, Entity, person};
use crate::obligation::model::Source;
use crate::obligation::ticks::remember_repeat;
use crate::obligation::{Obligation, ObligationError, ObligationId, State, queries};

/// What closes it.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// The event, if one does.
    pub event: Option<EventId>,
    /// When it happened; punctuality is judged by when it was recorded unless the rule says otherwise.
    pub happened_at: DateTime<Utc>,
    /// Who did it.
    pub by: Option<MemberId>,
    /// In the owner's words.
    pub note: Option<String>,
}

impl Evidence {
    /// An event of this unit of work.
    pub fn of(event: &Recorded) -> Self {
        Self {
            event: Some(event.id),
            happened_at: event.happened_at,
            by: event.member,
            note: None,
        }
    }

    /// Done now by whoever acts.
    pub fn now(work: &Work, note: Option<String>) -> Self {
        Self {
            event: None,
            happened_at: work.now,
            by: work.actor().member(),
            note,
        }
    }
}

/// Closes it as done; in time or late is judged here.
pub async fn fulfil(work: &mut Work, id: ObligationId, by: Evidence) -> Result<Obligation, Failure> {
    let row = queries::lock(work, id).await?;
    if !row.is_open() {
        return Err(ObligationError::NotOpen.into());
    }
    let pack = row.pack(work.policies());
    let on_time_by = row
        .rule_in(pack.as_ref())
        .map_or(OnTimeBy::Recorded, |rule| rule.on_time_by);
    let state = row.closes_as(on_time_by, by.happened_at, work.now);
    close(work, row, state, by).await
}

/// Its owner marks it as done.
pub async fn complete(
    work: &mut Work,
    id: ObligationId,
    note: Option<String>,
) -> Result<Obligation, Failure> {
    let row = queries::lock(work, id).await?;
    if !row.is_open() {
        return Err(ObligationError::NotOpen.into());
    }
    let people = queries::responsible(&work.db(), id).await?;
    if queries::acting(work, &people).is_none() {
        work.permit("obligation.complete", &queries::owed(&row, &people))
            .await?;
    }
    let pack = row.pack(work.policies());
    let rule = row.rule_in(pack.as_ref());
    if !row.is_by_hand(rule) || !needs_still_met(work, &row, rule).await? {
        return Err(ObligationError::ByEvidence.into());
    }
    let by = Evidence::now(work, note);
    fulfil(work, id, by).await
}

/// What needs fulfil is done again by hand once a confirmation was refused, and only while they are met.
async fn needs_still_met(work: &mut Work, row: &Obligation, rule: Option<&Rule>) -> Result<bool, Failure> {
    let Some(Fulfilment::Needs(needs)) = rule.map(|rule| &rule.fulfilment) else {
        return Ok(true);
    };
    work.flush().await?;
    let ctx = Context::of(work);
    match Case::load(&ctx, &row.subject()).await? {
        Some(case) => {
            let case = case.of_version(row.pack_version_id, row.pack(&ctx.book));
            all_met(&ctx, &case, needs, &Roots::none()).await
        }
        None => Ok(false),
    }
}

/// It is not asked for any more; called by the approval that says so.
pub async fn waive(work: &mut Work, id: ObligationId, reason: Option<String>) -> Result<Obligation, Failure> {
    let row = queries::lock(work, id).await?;
    if !row.is_open() {
        return Err(ObligationError::NotOpen.into());
    }
    let by = Evidence::now(work, reason);
    close(work, row, State::Waived, by).await
}

/// Its subject ended first, or what asked for it was taken back: it counts neither way.
pub async fn void(work: &mut Work, id: ObligationId) -> Result<Obligation, Failure> {
    let row = queries::lock(work, id).await?;
    let by = Evidence {
        event: None,
        happened_at: work.now,
        by: None,
        note: None,
    };
    close(work, row, State::Void, by).await
}

/// Counts one more event; closes it when they are enough.
pub(crate) async fn count(
    work: &mut Work,
    row: Obligation,
    on_time_by: OnTimeBy,
    by: Evidence,
) -> Result<(), Failure> {
    if row.progress + 1 < row.needed {
        save(work, row, |row| row.progress += 1).await?;
        return Ok(());
    }
    let state = row.closes_as(on_time_by, by.happened_at, work.now);
    close(work, row, state, by).await?;
    Ok(())
}

/// Closes it, and does what follows: confirmation, the next repetition, and the rest of a majority.
pub(crate) async fn close(
    work: &mut Work,
    row: Obligation,
    state: State,
    by: Evidence,
) -> Result<Obligation, Failure> {
    if !row.is_open() {
        return Ok(row);
    }
    let now = work.now;
    let row = save(work, row, |row| {
        row.state = state;
        row.progress = row.needed.min(row.progress + 1);
        row.happened_at = Some(by.happened_at);
        row.closed_at = Some(now);
        row.closed_event = by.event.map(Into::into);
        row.closed_by = by.by;
        row.note = by.note.clone();
        row.next_step_at = None;
        row.paused_since = None;
    })
    .await?;
    close_shares(work, &row, by.by).await?;
    record(work, &row, &by).await?;
    let pack = row.pack(work.policies());
    if let Some(rule) = row.rule_in(pack.as_ref()) {
        if row.state != State::Waived {
            // Deciding on it may close something in turn.
            Box::pin(approval::actions::call_off_waiver(work, row.id)).await?;
        }
        follow(work, &row, rule).await?;
    }
    Ok(row)
}

async fn record(work: &mut Work, row: &Obligation, by: &Evidence) -> Result<(), Failure> {
    let more = json!({
        "on_time": row.state == State::Fulfilled,
        "happened_at": instant(by.happened_at),
        "member": by.by,
        "evidence": by.event,
        "note_hash": by.note.as_ref().map(|note| hash(note.as_bytes())),
    });
    match row.state {
        State::Fulfilled => evidence(work, row, "fulfilled", more).await?,
        State::Late => {
            evidence(work, row, "fulfilled", more.clone()).await?;
            evidence(work, row, "late", more).await?
        }
        State::Waived => evidence(work, row, "waived", more).await?,
        State::Void | State::Open => evidence(work, row, "void", more).await?,
    };
    if row.source == Source::Confirm.word()
        && row.refused_at.is_none()
        && matches!(row.state, State::Fulfilled | State::Late)
        && let Some(parent) = row.parent_id
        && let Some(parent) = Entity::find_by_id(parent).one(&work.db()).await?
    {
        evidence(work, &parent, "confirmed", json!({ "by": by.by })).await?;
    }
    Ok(())
}

async fn follow(work: &mut Work, row: &Obligation, rule: &Rule) -> Result<(), Failure> {
    let done = matches!(row.state, State::Fulfilled | State::Late);
    if done && let Some(confirm) = &rule.confirm {
        ask_confirmation(work, row, rule, confirm).await?;
    }
    if row.state != State::Void && rule.trigger.repeat.is_some() {
        remember_repeat(work, row, rule).await?;
    }
    if done && row.mode == "most" {
        close_majority(work, row).await?;
    }
    Ok(())
}

/// The confirmation's own time counts from when it was done.
async fn ask_confirmation(
    work: &mut Work,
    row: &Obligation,
    rule: &Rule,
    confirm: &Confirm,
) -> Result<(), Failure> {
    let opening = {
        let ctx = Context::of(work);
        let Some(case) = Case::load(&ctx, &row.subject()).await? else {
            return Ok(());
        };
        let people = resolve_somebody(&ctx, &case, &confirm.by, &Roots::none()).await?;
        let start = row.happened_at.unwrap_or(ctx.now);
        let due = match &confirm.within {
            Some(time) => {
                due(
                    &ctx,
                    &case,
                    time,
                    Limit {
                        calendar: rule.calendar.as_deref(),
                        ..Limit::from(start)
                    },
                )
                .await?
            }
            None => DueTime {
                at: None,
                fixed: true,
                account: Account::Nothing,
            },
        };
        let name = Text::new(
            format!("确认：{}", rule.name.zh),
            format!("Confirm: {}", rule.name.en.as_deref().unwrap_or(&rule.name.zh)),
        );
        let opening = Opening::on(
            &case,
            Source::Confirm,
            &format!("{}.confirm", rule.id),
            // What was refused and done again is confirmed again.
            &format!("{}/{}", row.id, row.version),
            name,
            people,
            due,
        );
        Opening {
            parent: Some(row.id),
            form: confirm.form.clone(),
            start,
            ..opening
        }
    };
    open(work, opening).await?;
    Ok(())
}

/// More than half have done it: the others need not.
async fn close_majority(work: &mut Work, row: &Obligation) -> Result<(), Failure> {
    let all = Entity::find()
        .filter(Column::SubjectKind.eq(&row.subject_kind))
        .filter(Column::SubjectId.eq(row.subject_id))
        .filter(Column::Rule.eq(&row.rule))
        .filter(Column::Occurrence.eq(&row.occurrence))
        .all(&work.db())
        .await?;
    let done = all
        .iter()
        .filter(|one| matches!(one.state, State::Fulfilled | State::Late))
        .count();
    if done * 2 <= all.len() {
        return Ok(());
    }
    for rest in all.into_iter().filter(Obligation::is_open) {
        let by = Evidence {
            event: None,
            happened_at: work.now,
            by: None,
            note: None,
        };
        Box::pin(close(work, rest, State::Void, by)).await?;
    }
    Ok(())
}

async fn close_shares(work: &Work, row: &Obligation, by: Option<MemberId>) -> Result<(), Failure> {
    let update = |state: &'static str| {
        person::Entity::update_many()
            .col_expr(person::Column::State, Expr::value(state))
            .col_expr(person::Column::UntilAt, Expr::value(work.now))
            .filter(person::Column::ObligationId.eq(row.id))
            .filter(person::Column::State.is_in(["open", "aside"]))
    };
    if let Some(by) = by {
        update("done")
            .filter(person::Column::MemberId.eq(by))
            .exec(&work.db())
            .await?;
    }
    update("closed").exec(&work.db()).await?;
    Ok(())
}
