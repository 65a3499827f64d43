//! When a notice leaves by mail.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Timelike, Utc};
use serde::Serialize;
use xianji_kernel::calendar::WorkCalendar;
use xianji_platform::MemberId;

use super::entity::{Setting, When};

/// What a member wants; all of it replaces what was wanted before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Wish {
    pub notice: When,
    pub warning: When,
    pub overdue: When,
    pub digest_hour: Option<i32>,
    pub quiet_from: Option<i32>,
    pub quiet_until: Option<i32>,
    pub working_time: bool,
}

/// The hour of the day's summary until somebody says otherwise.
pub const USUAL_HOUR: i32 = 8;

impl Setting {
    /// What holds for a member who never said anything.
    pub fn usual(member: MemberId) -> Self {
        Self {
            member_id: member,
            notice: When::Digest,
            warning: When::Digest,
            overdue: When::Now,
            digest_hour: Some(USUAL_HOUR),
            quiet_from: None,
            quiet_until: None,
            working_time: true,
            version: 0,
            created_at: DateTime::UNIX_EPOCH,
            updated_at: DateTime::UNIX_EPOCH,
        }
    }

    /// Takes a wish.
    pub fn want(&mut self, wish: &Wish, now: DateTime<Utc>) {
        self.notice = wish.notice;
        self.warning = wish.warning;
        self.overdue = wish.overdue;
        self.digest_hour = wish.digest_hour;
        self.quiet_from = wish.quiet_from;
        self.quiet_until = wish.quiet_until;
        self.working_time = wish.working_time;
        if self.version == 0 {
            self.created_at = now;
        }
        self.version += 1;
        self.updated_at = now;
    }

    /// How a kind of notice comes. What was taken to somebody above always comes at once.
    pub fn when(&self, kind: &str) -> When {
        match kind {
            "escalation" => When::Now,
            "overdue" => self.overdue,
            "warning" => self.warning,
            _ => self.notice,
        }
    }

    /// When a notice of this kind leaves as a mail of its own, if it does; what was taken to somebody above waits for nothing.
    pub fn leaves_at(
        &self,
        kind: &str,
        now: DateTime<Utc>,
        calendar: &WorkCalendar,
    ) -> Option<DateTime<Utc>> {
        if kind == "escalation" {
            return Some(now);
        }
        (self.when(kind) == When::Now).then(|| self.next_open(now, calendar))
    }

    /// The next moment that is neither rest of one's own nor outside working time. Where the two leave nothing of a day, one's own rest
    /// counts: after a fortnight it leaves anyway.
    fn next_open(&self, now: DateTime<Utc>, calendar: &WorkCalendar) -> DateTime<Utc> {
        let mut at = now;
        while at < now + TimeDelta::days(14) {
            let rested = self.end_of_rest(at, calendar);
            let worked = match self.working_time {
                true => calendar.next_working_moment(rested).unwrap_or(rested),
                false => rested,
            };
            if worked == at {
                return at;
            }
            at = worked;
        }
        self.end_of_rest(now, calendar)
    }

    fn end_of_rest(&self, at: DateTime<Utc>, calendar: &WorkCalendar) -> DateTime<Utc> {
        let (Some(from), Some(until)) = (self.quiet_from, self.quiet_until) else {
            return at;
        };
        let local = at.with_timezone(&calendar.zone());
        let hour = i32::try_from(local.hour()).unwrap_or_default();
        let over_midnight = until <= from;
        let rests = match over_midnight {
            true => hour >= from || hour < until,
            false => (from..until).contains(&hour),
        };
        if from == until || !rests {
            return at;
        }
        let tomorrow = over_midnight && hour >= from;
        let day = local.date_naive() + TimeDelta::days(i64::from(tomorrow));
        let end = NaiveTime::from_hms_opt(u32::try_from(until).unwrap_or_default() % 24, 0, 0);
        calendar.at(day, end.unwrap_or_default())
    }

    /// Whether the day's summary comes on this day at all.
    pub fn has_digest_on(&self, day: NaiveDate, calendar: &WorkCalendar) -> bool {
        self.digest_hour.is_some() && (!self.working_time || calendar.is_working_day(day))
    }
}
