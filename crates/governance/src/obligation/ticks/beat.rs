//! What comes round: opened from the first whole period on, each occurrence with its own due time, also those that an outage missed.

use chrono::{DateTime, TimeDelta, Utc};
use futures_util::future::BoxFuture;
use xianji_kernel::beat::{Beat, IfClosed, Occurrence};
use xianji_platform::{App, Failure, Subject, Work};
use xianji_policy::model::{Every, Given, Obligation as Rule, Opening as Begins, Pack};

use super::portion::{Portion, ROWS, is_behind, remember, round, running, turn};
use crate::engine::{COMPANY, Case, Context, Roots, calendar};
use crate::grading;
use crate::obligation::actions::{Occasion, open_rule};
use crate::obligation::draw;

/// Occurrences of one rule on one subject that one visit opens at most; the next visit goes on.
const MOST: usize = 400;

pub(super) fn tick(app: &App, now: DateTime<Utc>) -> BoxFuture<'_, Result<u64, Failure>> {
    Box::pin(async move {
        let mut kinds: Vec<String> = Vec::new();
        for (_, pack) in app.policies().versions() {
            kinds.extend(pack.obligations_by_beat().map(|rule| rule.of.clone()));
        }
        kinds.sort();
        kinds.dedup();
        let mut done = 0;
        for kind in kinds {
            done += match kind == COMPANY {
                true => company(app, now).await?,
                false => records(app, &kind, now).await?,
            };
        }
        Ok(done)
    })
}

/// The stretch that a visit looks at: everything that opened after `from` and not after `to`.
#[derive(Clone, Copy)]
struct Window {
    from: DateTime<Utc>,
    to: DateTime<Utc>,
}

/// Rules without a record follow today's pack of each department that has one.
async fn company(app: &App, now: DateTime<Utc>) -> Result<u64, Failure> {
    let Some(mut work) = turn(app, "governance.beats").await? else {
        return Ok(0);
    };
    let mut round = round(&work.db(), "beats:company").await?;
    let Some(from) = round.until_at else {
        round.until_at = Some(now);
        remember(&work, &round).await?;
        work.commit().await?;
        return Ok(0);
    };
    let book = work.policies().clone();
    let mut done = 0;
    for (_, _, departments) in book.all_in_force(book.today(now)) {
        for department in departments {
            let case = Case::company(&Context::of(&work), department);
            done += visit(&mut work, &case, Window { from, to: now }).await?;
        }
    }
    round.until_at = Some(now);
    remember(&work, &round).await?;
    work.commit().await?;
    Ok(done)
}

/// Walks the running records of a kind once for everything that has come round since the last walk.
async fn records(app: &App, kind: &str, now: DateTime<Utc>) -> Result<u64, Failure> {
    let name = format!("beats:{kind}");
    let mut done = 0;
    loop {
        let portion = Portion::begin();
        let mut round = round(&app.reader(), &name).await?;
        if !is_behind(&round, now) {
            return Ok(done);
        }
        let Some(mut work) = turn(app, "governance.beats").await? else {
            return Ok(done);
        };
        let Some(from) = round.until_at else {
            round.until_at = Some(now);
            remember(&work, &round).await?;
            work.commit().await?;
            return Ok(done);
        };
        let to = round.target_at.unwrap_or(now);
        if round.target_at.is_none() && !comes_round(&work, kind, Window { from, to })? {
            round.until_at = Some(to);
            remember(&work, &round).await?;
            work.commit().await?;
            return Ok(done);
        }
        round.target_at = Some(to);
        let ids = running(&work, kind, round.cursor).await?;
        let mut ended = ids.len() < ROWS as usize;
        for id in ids {
            round.cursor = Some(id);
            let case = Case::load(&Context::of(&work), &Subject::new(kind, id)).await?;
            if let Some(case) = case.filter(|case| !case.facts.ended && !case.facts.suspended) {
                done += visit(&mut work, &case, Window { from, to }).await?;
            }
            if portion.is_spent() {
                ended = false;
                break;
            }
        }
        if ended {
            done += draw::among_records(&mut work, kind).await?;
            (round.until_at, round.target_at, round.cursor) = (Some(to), None, None);
        }
        remember(&work, &round).await?;
        work.commit().await?;
    }
}

/// Whether anything of a kind comes round in the window at all: most ticks find nothing and walk nowhere.
fn comes_round(work: &Work, kind: &str, window: Window) -> Result<bool, Failure> {
    let ctx = Context::of(work);
    for (_, pack) in ctx.book.versions() {
        for rule in pack.obligations_by_beat().filter(|rule| rule.of == kind) {
            for beat in beats(pack, rule) {
                if !occurrences(&ctx, pack, rule, &beat, window)?.is_empty() {
                    return Ok(true);
                }
            }
        }
    }
    Ok(false)
}

/// The beat written out, or every one that a grade may give.
fn beats(pack: &Pack, rule: &Rule) -> Vec<Beat> {
    let Begins::Every(every) = &rule.trigger.opening else {
        return Vec::new();
    };
    match every {
        Every::Beat(beat) => vec![beat.clone()],
        Every::Given(key) => {
            let grades = pack.gradings.iter().flat_map(|grading| grading.grades.iter());
            grades
                .filter_map(|grade| grade.gives.get(key))
                .filter_map(Given::beat)
                .collect()
        }
    }
}

/// Occurrences with the time at which each opens: its own, or, where the rule has a limit, the beat's time of day.
fn occurrences(
    ctx: &Context<'_>,
    pack: &Pack,
    rule: &Rule,
    beat: &Beat,
    window: Window,
) -> Result<Vec<(DateTime<Utc>, Occurrence)>, Failure> {
    let calendar = calendar(ctx, pack, rule.calendar.as_deref())?;
    let opens_late = rule.due.is_some();
    let back = if opens_late {
        length(beat)
    } else {
        TimeDelta::zero()
    };
    let if_closed: IfClosed = rule.if_closed;
    let found = beat
        .occurrences(&calendar, rule.at, if_closed, window.from - back, window.to, MOST)
        .map_err(|error| Failure::broken(format!("{}: {error}", rule.id)))?;
    let timed = found
        .into_iter()
        .map(|one| (if opens_late { one.due_at } else { one.opens_at }, one));
    Ok(timed
        .filter(|(opens, _)| window.from < *opens && *opens <= window.to)
        .collect())
}

/// How long before its time of day an occurrence begins at most.
fn length(beat: &Beat) -> TimeDelta {
    match beat {
        Beat::WorkingDay => TimeDelta::days(12),
        Beat::Week => TimeDelta::days(14),
        Beat::Rrule(_) | Beat::Festivals | Beat::Month => TimeDelta::days(45),
        Beat::Quarter => TimeDelta::days(110),
        Beat::Year => TimeDelta::days(400),
    }
}

async fn visit(work: &mut Work, case: &Case, window: Window) -> Result<u64, Failure> {
    let pack = case.pack.clone();
    let mut done = 0;
    for rule in pack
        .obligations_by_beat()
        .filter(|rule| rule.of == case.subject().kind && whole_runs(case, rule))
    {
        let coming = coming(work, case, rule, window).await?;
        for occasion in coming {
            if rule.trigger.sample.is_some() {
                draw::enter(work, case, rule, &occasion).await?;
                continue;
            }
            done += open_rule(work, case, rule, &occasion, &Roots::none())
                .await?
                .len() as u64;
        }
    }
    Ok(done)
}

/// Parts rest while their record does.
fn whole_runs(case: &Case, rule: &Rule) -> bool {
    let Some((kind, _)) = rule.trigger.parts() else {
        return true;
    };
    case.find(kind)
        .is_none_or(|whole| !whole.ended && !whole.suspended)
}

async fn coming(work: &Work, case: &Case, rule: &Rule, window: Window) -> Result<Vec<Occasion>, Failure> {
    let ctx = Context::of(work);
    let beat = match &rule.trigger.opening {
        Begins::Every(Every::Beat(beat)) => Some(beat.clone()),
        Begins::Every(Every::Given(key)) => grading::given(&ctx, case, &case.subject().kind, key)
            .await?
            .as_ref()
            .and_then(Given::beat),
        Begins::Events(_) | Begins::Becomes(_) | Begins::Silent { .. } => None,
    };
    let Some(beat) = beat else { return Ok(Vec::new()) };
    let found = occurrences(&ctx, &case.pack, rule, &beat, window)?;
    let began = case.began();
    // A period in whose course the record began is not a whole one.
    let whole: Vec<_> = found
        .into_iter()
        .filter(|(_, one)| began.is_none_or(|began| began <= one.opens_at))
        .collect();
    if whole.is_empty() || !case.holds(&ctx, rule.when.as_ref(), &Roots::none()).await? {
        return Ok(Vec::new());
    }
    Ok(whole
        .into_iter()
        .map(|(opens, one)| Occasion {
            key: one.key,
            start: opens,
            due_at: Some(one.due_at),
            event: None,
        })
        .collect())
}
