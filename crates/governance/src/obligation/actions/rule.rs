//! Opening what a pack's rule asks for on a subject: whom, by when, how often.

use chrono::{DateTime, Utc};
use xianji_platform::{EventId, Failure, Work};
use xianji_policy::model::{Fulfilment, Obligation as Rule};

use super::{Opening, open};
use crate::engine::{
    Account, Case, Context, DueTime, Limit, Roots, calendar, due, entries, fixed_moment, resolve,
};
use crate::obligation::ObligationId;
use crate::obligation::model::{Source, Step, plan};

/// What opens a rule on a subject.
#[derive(Clone, Debug)]
pub(crate) struct Occasion {
    /// The event's id, the beat's day or period, since when it is silent, how often the condition has turned true.
    pub key: String,
    /// From when the time runs.
    pub start: DateTime<Utc>,
    /// When a beat without a limit of its own is due.
    pub due_at: Option<DateTime<Utc>>,
    /// The event, if one opens it.
    pub event: Option<EventId>,
}

/// Opens a rule on a subject, one occurrence for each of its times. The caller has judged `when`.
pub(crate) async fn open_rule(
    work: &mut Work,
    case: &Case,
    rule: &Rule,
    occasion: &Occasion,
    roots: &Roots,
) -> Result<Vec<ObligationId>, Failure> {
    let times: Vec<_> = rule.due.as_ref().map(entries).unwrap_or_default();
    let several = times.len() > 1;
    let mut opened = Vec::new();
    for place in 0..times.len().max(1) {
        let opening = {
            let ctx = Context::of(work);
            let limit = Limit {
                calendar: rule.calendar.as_deref(),
                roots: Some(roots),
                ..Limit::from(occasion.start)
            };
            let when = match (times.get(place), occasion.due_at) {
                (Some(time), _) => due(&ctx, case, time, limit).await?,
                (None, Some(at)) => fixed_moment(at),
                (None, None) => DueTime {
                    at: None,
                    fixed: true,
                    account: Account::Nothing,
                },
            };
            let people = resolve(&ctx, case, &rule.responsible, roots).await?;
            let steps = warn_and_escalate(&ctx, case, rule, &when, occasion.start)?;
            let key = if several {
                format!("{}#{place}", occasion.key)
            } else {
                occasion.key.clone()
            };
            Opening {
                start: occasion.start,
                steps,
                needed: needed(&rule.fulfilment),
                form: rule.form.clone(),
                key_step: rule.key_step,
                event: occasion.event,
                ..Opening::on(
                    case,
                    Source::Rule,
                    &rule.id,
                    &key,
                    rule.name.clone(),
                    people,
                    when,
                )
            }
        };
        opened.extend(open(work, opening).await?);
    }
    Ok(opened)
}

/// What the sweep does in its course.
fn warn_and_escalate(
    ctx: &Context<'_>,
    case: &Case,
    rule: &Rule,
    due: &DueTime,
    start: DateTime<Utc>,
) -> Result<Vec<Step>, Failure> {
    let calendar = calendar(ctx, &case.pack, rule.calendar.as_deref())?;
    plan(&calendar, due, start, rule.warn.as_ref(), &rule.escalate)
        .map_err(|error| Failure::broken(format!("{}: {error}", rule.id)))
}

fn needed(fulfilment: &Fulfilment) -> u32 {
    match fulfilment {
        Fulfilment::Events { at_least, .. } => *at_least,
        Fulfilment::Needs(_) | Fulfilment::ByHand => 1,
    }
}
