use super::holidays::DayKind;
use super::span::Span;
use super::work::{CalendarError, WorkCalendar};
use super::zone;
use crate::clock::to_micros;
use crate::text::Text;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// A time in which a limit's clock stands still: until `to`, or still.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    pub from: DateTime<Utc>,
    pub to: Option<DateTime<Utc>>,
}

/// When something is due, and why then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    pub at: DateTime<Utc>,
    /// False while a pause is open: `at` then is what would hold if it ended now.
    pub fixed: bool,
    pub start: DateTime<Utc>,
    pub span: Span,
    pub zone: Tz,
    /// The pauses that counted, in order and apart from each other.
    pub pauses: Vec<Pause>,
    pub why: Vec<DueStep>,
}

/// One reason in the account of a due time. Days are the company's, both ends included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum DueStep {
    Started {
        at: DateTime<Utc>,
    },
    /// It began outside working time; the count begins at `to`.
    Waited {
        from: DateTime<Utc>,
        to: DateTime<Utc>,
    },
    /// Time off within a working day.
    Break {
        from: DateTime<Utc>,
        to: DateTime<Utc>,
    },
    /// Between the working time of one day and that of the next.
    Night {
        from: DateTime<Utc>,
        to: DateTime<Utc>,
    },
    Weekend {
        from: NaiveDate,
        to: NaiveDate,
    },
    Holiday {
        from: NaiveDate,
        to: NaiveDate,
        name: Text,
    },
    MakeUp {
        date: NaiveDate,
        name: Text,
    },
    Paused {
        from: DateTime<Utc>,
        to: Option<DateTime<Utc>>,
    },
    Due {
        at: DateTime<Utc>,
    },
}

/// More reasons than these nobody reads; the rest is left out, the due time never.
const MAX_STEPS: usize = 100;
/// Breaks and nights are told only for limits that end within so many days.
const TOLD_HOUR_BY_HOUR: i64 = 3;

/// A pause of a hundred years is a mistake, and walking through it would take seconds.
const LONGEST_PAUSE_DAYS: i64 = 36_525;

type Stretch = (DateTime<Utc>, DateTime<Utc>);

impl WorkCalendar {
    /// When a limit that began at `start` ends. Pauses stop its clock, in working time for limits
    /// in working time; an end of a day that a pause has moved is again an end of a day. An open
    /// pause is reckoned as ending at `now`.
    pub fn due(
        &self,
        start: DateTime<Utc>,
        span: &Span,
        pauses: &[Pause],
        now: DateTime<Utc>,
    ) -> Result<Due, CalendarError> {
        let start = to_micros(start);
        let base = self.after(start, span)?;
        let closed = merged(start, pauses, now);
        if closed
            .iter()
            .any(|(from, to)| *to - *from > TimeDelta::days(LONGEST_PAUSE_DAYS))
        {
            return Err(CalendarError::OutOfRange);
        }
        let (at, counted) = self.pushed_by(&closed, base, span)?;
        let at = if counted > 0 {
            self.rounded(base, at, span)?
        } else {
            at
        };
        let open_since = pauses
            .iter()
            .filter(|pause| pause.to.is_none() && pause.from <= now && pause.from < at)
            .map(|pause| pause.from)
            .min();
        let pauses: Vec<Pause> = closed[..counted]
            .iter()
            .map(|(from, to)| Pause {
                from: *from,
                to: Some(*to).filter(|_| open_since.is_none_or(|since| *to < since.max(now))),
            })
            .collect();
        let mut due = Due {
            at,
            fixed: open_since.is_none(),
            start,
            span: *span,
            zone: self.zone(),
            pauses,
            why: Vec::new(),
        };
        due.why = self.account(&due);
        Ok(due)
    }

    /// When so many per cent of a limit have run, in its own kind of time and minding its pauses.
    pub fn warn_at(&self, due: &Due, percent: u8) -> Result<DateTime<Utc>, CalendarError> {
        let closed: Vec<Stretch> = due
            .pauses
            .iter()
            .map(|pause| (pause.from, pause.to.unwrap_or(due.at)))
            .collect();
        let paused: TimeDelta = closed
            .iter()
            .map(|(from, to)| self.elapsed(*from, (*to).min(due.at), &due.span))
            .sum();
        let whole = (self.elapsed(due.start, due.at, &due.span) - paused).max(TimeDelta::zero());
        let part = TimeDelta::microseconds(
            whole.num_microseconds().unwrap_or(0) / 100 * i64::from(percent.min(100)),
        );
        let warned = self.moved(due.start, part, &due.span)?;
        Ok(to_micros(
            self.pushed_by(&closed, warned, &due.span)?.0.min(due.at),
        ))
    }

    /// Moves an end by each pause that begins before it; also says how many did.
    fn pushed_by(
        &self,
        pauses: &[Stretch],
        end: DateTime<Utc>,
        span: &Span,
    ) -> Result<(DateTime<Utc>, usize), CalendarError> {
        let (mut end, mut counted) = (end, 0);
        for (from, to) in pauses {
            if *from >= end {
                break;
            }
            end = self.moved(end, self.elapsed(*from, *to, span), span)?;
            counted += 1;
        }
        Ok((end, counted))
    }

    /// What a moved end comes to: again the end of a day, and for whole working days again a
    /// working moment, so that a day's pause makes Wednesday 9:00 Thursday 9:00 and not Wednesday 18:00.
    fn rounded(
        &self,
        base: DateTime<Utc>,
        at: DateTime<Utc>,
        span: &Span,
    ) -> Result<DateTime<Utc>, CalendarError> {
        match span {
            Span::WorkingDays(_) if self.is_working(base) => self.next_working_moment(at),
            Span::EndOfDay => Ok(self.end_of_day(self.today(at))),
            Span::EndOfWorkingDays(_) => {
                let just_before = at - TimeDelta::microseconds(1);
                let day = self.next_interval(just_before)?.day;
                self.end_of_work(day).ok_or(CalendarError::NoWorkingTime)
            }
            _ => Ok(at),
        }
    }

    fn elapsed(&self, from: DateTime<Utc>, to: DateTime<Utc>, span: &Span) -> TimeDelta {
        let to = to.max(from);
        if span.is_working() {
            self.working_between(from, to)
        } else {
            to - from
        }
    }

    fn moved(&self, at: DateTime<Utc>, by: TimeDelta, span: &Span) -> Result<DateTime<Utc>, CalendarError> {
        if span.is_working() {
            return self.add_working(at, by);
        }
        let moved = at.checked_add_signed(by).ok_or(CalendarError::OutOfRange)?;
        if zone::bounded(moved) == moved {
            Ok(moved)
        } else {
            Err(CalendarError::OutOfRange)
        }
    }

    fn account(&self, due: &Due) -> Vec<DueStep> {
        let mut steps = Vec::new();
        if due.span.is_working() {
            self.account_days(due, &mut steps);
            self.account_hours(due, &mut steps);
        }
        steps.extend(due.pauses.iter().map(|pause| DueStep::Paused {
            from: pause.from,
            to: pause.to,
        }));
        steps.sort_by_key(|step| self.begins(step));
        steps.truncate(MAX_STEPS);
        steps.insert(0, DueStep::Started { at: due.start });
        steps.push(DueStep::Due { at: due.at });
        steps
    }

    fn begins(&self, step: &DueStep) -> DateTime<Utc> {
        match step {
            DueStep::Started { at } | DueStep::Due { at } => *at,
            DueStep::Waited { from, .. } | DueStep::Break { from, .. } | DueStep::Night { from, .. } => *from,
            DueStep::Paused { from, .. } => *from,
            DueStep::Weekend { from, .. } | DueStep::Holiday { from, .. } => self.start_of_day(*from),
            DueStep::MakeUp { date, .. } => self.start_of_day(*date),
        }
    }

    /// Days off and make-up days between the first day and the last.
    fn account_days(&self, due: &Due, steps: &mut Vec<DueStep>) {
        let last = self.today(due.at);
        for day in self.today(due.start).iter_days().take_while(|day| *day <= last) {
            if steps.len() >= MAX_STEPS {
                return;
            }
            match self.holidays().get(day) {
                Some(DayKind::MakeUp(name)) if self.is_working_day(day) => {
                    steps.push(DueStep::MakeUp {
                        date: day,
                        name: name.clone(),
                    });
                }
                Some(DayKind::Holiday(name)) if !self.is_working_day(day) => lengthen(steps, day, Some(name)),
                _ if !self.is_working_day(day) => lengthen(steps, day, None),
                _ => {}
            }
        }
    }

    /// Waiting before the first working moment, breaks, nights.
    fn account_hours(&self, due: &Due, steps: &mut Vec<DueStep>) {
        let Ok(first) = self.next_working_moment(due.start) else {
            return;
        };
        if first > due.start && due.at > due.start {
            steps.push(DueStep::Waited {
                from: due.start,
                to: first,
            });
        }
        let short = matches!(due.span, Span::WorkingMinutes(_))
            && due.at - due.start <= TimeDelta::days(TOLD_HOUR_BY_HOUR);
        let (mut at, mut known) = (first, short);
        while known {
            let (Ok(current), Ok(next)) = (self.next_interval(at), self.interval_after(at)) else {
                return;
            };
            known = next.start < due.at;
            let gap = next.start > current.end && (next.day - current.day).num_days() <= 1;
            if known && gap {
                let (from, to) = (current.end, next.start);
                steps.push(if next.day == current.day {
                    DueStep::Break { from, to }
                } else {
                    DueStep::Night { from, to }
                });
            }
            at = next.start;
        }
    }

    fn interval_after(&self, at: DateTime<Utc>) -> Result<super::work::Interval, CalendarError> {
        self.next_interval(self.next_interval(at)?.end)
    }
}

/// Adds a day off to the stretch of the same kind that ended the day before, or begins one.
fn lengthen(steps: &mut Vec<DueStep>, day: NaiveDate, festival: Option<&Text>) {
    match (steps.last_mut(), festival) {
        (Some(DueStep::Holiday { to, name, .. }), Some(festival))
            if to.succ_opt() == Some(day) && name == festival =>
        {
            *to = day
        }
        (Some(DueStep::Weekend { to, .. }), None) if to.succ_opt() == Some(day) => *to = day,
        (_, Some(festival)) => steps.push(DueStep::Holiday {
            from: day,
            to: day,
            name: festival.clone(),
        }),
        (_, None) => steps.push(DueStep::Weekend { from: day, to: day }),
    }
}

/// The pauses after `start`, in order, overlapping ones as one, open ones until `now`.
fn merged(start: DateTime<Utc>, pauses: &[Pause], now: DateTime<Utc>) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = pauses
        .iter()
        .map(|pause| {
            (
                zone::bounded(pause.from).max(start),
                zone::bounded(pause.to.unwrap_or(now)),
            )
        })
        .filter(|(from, to)| from < to)
        .collect();
    stretches.sort_unstable();
    let mut apart: Vec<Stretch> = Vec::new();
    for (from, to) in stretches {
        match apart.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => apart.push((from, to)),
        }
    }
    apart
}
