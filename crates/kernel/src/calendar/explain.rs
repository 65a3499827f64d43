//! Words for limits and due times. The few sentences stand here because every floor shows them.

use super::due::{Due, DueStep};
use super::span::Span;
use super::zone;
use crate::text::Language;
use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};

/// More stretches of days off than these are told as one sum.
const MAX_WEEKENDS: usize = 3;

impl Span {
    /// The limit in the reader's language: "30 个工作分钟".
    pub fn words(&self, language: Language) -> String {
        let (number, zh, hant) = match *self {
            _ if language == Language::En => return self.to_string(),
            Self::WorkingMinutes(minutes) if minutes > 0 && minutes % 60 == 0 => {
                (minutes / 60, "{} 个工作小时", "{} 個工作小時")
            }
            Self::WorkingMinutes(minutes) => (minutes, "{} 个工作分钟", "{} 個工作分鐘"),
            Self::WorkingDays(days) => (days, "{} 个工作日", "{} 個工作日"),
            Self::Minutes(minutes) if minutes > 0 && minutes % 60 == 0 => {
                (minutes / 60, "{} 小时", "{} 小時")
            }
            Self::Minutes(minutes) => (minutes, "{} 分钟", "{} 分鐘"),
            Self::Days(days) => (days, "{} 天", "{} 天"),
            Self::Weeks(weeks) => (weeks, "{} 周", "{} 週"),
            Self::Months(months) => (months, "{} 个月", "{} 個月"),
            Self::Years(years) => (years, "{} 年", "{} 年"),
            Self::EndOfDay => (0, "当天结束前", "當天結束前"),
            Self::EndOfWorkingDays(0) => (0, "当个工作日下班前", "當個工作日下班前"),
            Self::EndOfWorkingDays(1) => (1, "下一个工作日下班前", "下一個工作日下班前"),
            Self::EndOfWorkingDays(days) => (days, "第 {} 个工作日下班前", "第 {} 個工作日下班前"),
        };
        let template = if language == Language::Zh { zh } else { hant };
        template.replace("{}", &number.to_string())
    }
}

impl Due {
    /// Why it is due then, in a sentence: "9:40 受理，限 30 个工作分钟；午休 12:00–13:30 不计；…".
    pub fn explain(&self, language: Language) -> String {
        Teller { due: self, language }.tell()
    }
}

struct Teller<'a> {
    due: &'a Due,
    language: Language,
}

impl Teller<'_> {
    fn tell(&self) -> String {
        let weekends = self
            .due
            .why
            .iter()
            .filter(|step| matches!(step, DueStep::Weekend { .. }))
            .count();
        let mut parts: Vec<String> = Vec::new();
        for step in &self.due.why {
            match step {
                DueStep::Weekend { .. } if weekends > MAX_WEEKENDS => {}
                DueStep::Due { .. } => {
                    parts.extend((weekends > MAX_WEEKENDS).then(|| self.all_weekends()));
                    parts.push(self.step(step));
                }
                _ => parts.push(self.step(step)),
            }
        }
        parts.join(self.say("；", "；", "; "))
    }

    fn step(&self, step: &DueStep) -> String {
        match step {
            DueStep::Started { at } => {
                let limit = self.due.span.words(self.language);
                self.fill(
                    self.say("{a} 受理，限 {b}", "{a} 受理，限 {b}", "received {a}, limit: {b}"),
                    &self.time(*at),
                    &limit,
                )
            }
            DueStep::Waited { to, .. } => self.fill(
                self.say(
                    "非工作时间，{a} 起算",
                    "非工作時間，{a} 起算",
                    "outside working time, counted from {a}",
                ),
                &self.time(*to),
                "",
            ),
            DueStep::Break { from, to } if self.is_lunch(*from, *to) => self.stretch(
                self.say(
                    "午休 {a}–{b} 不计",
                    "午休 {a}–{b} 不計",
                    "lunch break {a}–{b} not counted",
                ),
                *from,
                *to,
            ),
            DueStep::Break { from, to } => self.stretch(
                self.say(
                    "休息 {a}–{b} 不计",
                    "休息 {a}–{b} 不計",
                    "break {a}–{b} not counted",
                ),
                *from,
                *to,
            ),
            DueStep::Night { from, to } => self.stretch(
                self.say(
                    "下班 {a}–{b} 不计",
                    "下班 {a}–{b} 不計",
                    "after hours {a}–{b} not counted",
                ),
                *from,
                *to,
            ),
            DueStep::Weekend { from, to } => self.fill(
                self.say("休息日 {a} 不计", "休息日 {a} 不計", "days off {a} not counted"),
                &self.days(*from, *to),
                "",
            ),
            DueStep::Holiday { from, to, name } => self.fill(
                self.say("{b} {a} 放假不计", "{b} {a} 放假不計", "{b} {a} not counted"),
                &self.days(*from, *to),
                name.get(self.language),
            ),
            DueStep::MakeUp { date, name } => {
                let template = self.say(
                    "{a} 为{b}调休上班日",
                    "{a} 為{b}調休上班日",
                    "{a} is a make-up working day ({b})",
                );
                self.fill(template, &self.date(*date), name.get(self.language))
            }
            DueStep::Paused { from, to: Some(to) } => self.stretch(
                self.say(
                    "暂停 {a}–{b} 不计",
                    "暫停 {a}–{b} 不計",
                    "paused {a}–{b}, not counted",
                ),
                *from,
                *to,
            ),
            DueStep::Paused { from, to: None } => self.fill(
                self.say("{a} 起暂停计时", "{a} 起暫停計時", "paused since {a}"),
                &self.time(*from),
                "",
            ),
            DueStep::Due { at } if self.due.fixed => self.fill(
                self.say("应于 {a} 前完成", "應於 {a} 前完成", "due {a}"),
                &self.time(*at),
                "",
            ),
            DueStep::Due { at } => {
                let template = self.say(
                    "若此刻恢复计时，应于 {a} 前完成",
                    "若此刻恢復計時，應於 {a} 前完成",
                    "due {a} if it went on now",
                );
                self.fill(template, &self.time(*at), "")
            }
        }
    }

    fn all_weekends(&self) -> String {
        let days: i64 = self
            .due
            .why
            .iter()
            .map(|step| {
                if let DueStep::Weekend { from, to } = step {
                    (*to - *from).num_days() + 1
                } else {
                    0
                }
            })
            .sum();
        self.fill(
            self.say(
                "休息日共 {a} 天不计",
                "休息日共 {a} 天不計",
                "{a} days off not counted",
            ),
            &days.to_string(),
            "",
        )
    }

    fn say<'t>(&self, zh: &'t str, hant: &'t str, en: &'t str) -> &'t str {
        match self.language {
            Language::Zh => zh,
            Language::ZhHant => hant,
            Language::En => en,
        }
    }

    fn fill(&self, template: &str, a: &str, b: &str) -> String {
        template.replace("{a}", a).replace("{b}", b)
    }

    fn stretch(&self, template: &str, from: DateTime<Utc>, to: DateTime<Utc>) -> String {
        let same_day = self.local_date(from) == self.local_date(to);
        let end = if same_day { self.hour(to) } else { self.time(to) };
        self.fill(template, &self.time(from), &end)
    }

    fn is_lunch(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> bool {
        let (from, to) = (zone::local(self.due.zone, from), zone::local(self.due.zone, to));
        from.date() == to.date() && from.hour() >= 11 && to.hour() < 15
    }

    fn local_date(&self, at: DateTime<Utc>) -> NaiveDate {
        zone::local(self.due.zone, at).date()
    }

    /// The hour alone while everything is on one day, else with its date.
    fn time(&self, at: DateTime<Utc>) -> String {
        if self.local_date(self.due.start) == self.local_date(self.due.at) {
            return self.hour(at);
        }
        format!("{} {}", self.date(self.local_date(at)), self.hour(at))
    }

    fn hour(&self, at: DateTime<Utc>) -> String {
        let wall = zone::local(self.due.zone, at);
        format!("{}:{:02}", wall.hour(), wall.minute())
    }

    /// With the year where it is not the one in which the limit began.
    fn date(&self, date: NaiveDate) -> String {
        let other_year = date.year() != self.local_date(self.due.start).year();
        match (self.language, other_year) {
            (Language::En, false) => date.format("%-d %b").to_string(),
            (Language::En, true) => date.format("%-d %b %Y").to_string(),
            (_, false) => date.format("%-m月%-d日").to_string(),
            (_, true) => date.format("%Y年%-m月%-d日").to_string(),
        }
    }

    fn days(&self, from: NaiveDate, to: NaiveDate) -> String {
        if from == to {
            self.date(from)
        } else {
            format!("{}–{}", self.date(from), self.date(to))
        }
    }
}
