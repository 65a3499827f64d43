use crate::text::Text;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What a public table says of a day that the week alone does not know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// A day off, with the festival's name.
    Holiday(Text),
    /// A day worked in exchange for a day off, with the name of the festival it makes up for.
    MakeUp(Text),
}

/// Public holidays and make-up working days. China's of 2024 to 2026 come with the program; the
/// next year is read from a file of the same form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holidays {
    days: BTreeMap<NaiveDate, DayKind>,
    years: BTreeSet<i32>,
}

/// A line of a holiday table that cannot be read; lines count from 1, the heading included.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HolidayError {
    #[error("line {line}: the heading must be date,kind,name_en,name_zh")]
    Heading { line: usize },
    #[error("line {line}: four columns were expected")]
    Columns { line: usize },
    #[error("line {line}: `{text}` is no date such as 2026-02-17")]
    Date { line: usize, text: String },
    #[error("line {line}: `{text}` is neither `holiday` nor `make-up working day`")]
    Kind { line: usize, text: String },
    #[error("line {line}: {date} stands in an earlier line already")]
    Repeated { line: usize, date: NaiveDate },
}

impl From<&Holidays> for Arc<Holidays> {
    fn from(table: &Holidays) -> Arc<Holidays> {
        Arc::new(table.clone())
    }
}

/// First line of a holiday table.
pub const HEADING: &str = "date,kind,name_en,name_zh";

impl Holidays {
    /// China's statutory holidays and make-up days, as the State Council announced them.
    pub fn cn() -> Holidays {
        let table = Self::parse(include_str!("../../data/cn-holidays.csv"));
        debug_assert!(table.is_ok(), "the embedded table is tested");
        table.unwrap_or_default()
    }

    /// Reads a table with the columns `date,kind,name_en,name_zh`. Names hold no commas.
    pub fn parse(csv: &str) -> Result<Holidays, HolidayError> {
        let mut table = Holidays::default();
        let mut lines = csv
            .trim_start_matches('\u{feff}')
            .lines()
            .enumerate()
            .map(|(index, line)| (index + 1, line.trim()));
        if lines.next().is_none_or(|(_, heading)| heading != HEADING) {
            return Err(HolidayError::Heading { line: 1 });
        }
        for (line, text) in lines.filter(|(_, text)| !text.is_empty()) {
            let (date, kind) = parse_line(line, text)?;
            if table.days.insert(date, kind).is_some() {
                return Err(HolidayError::Repeated { line, date });
            }
            table.years.insert(date.year());
        }
        Ok(table)
    }

    /// Adds another table. Of a year that both hold, the other's days replace all of ours, so
    /// that a corrected announcement can be loaded.
    pub fn extend(&mut self, other: Holidays) {
        self.days.retain(|date, _| !other.years.contains(&date.year()));
        self.days.extend(other.days);
        self.years.extend(other.years);
    }

    /// Whether the table knows the year; without it only the working week counts.
    pub fn covers(&self, year: i32) -> bool {
        self.years.contains(&year)
    }

    /// The years of which somebody should see to it that the table learns: this one, and from November on, when it has usually been
    /// announced, the next. Until then a day of such a year counts as its weekday.
    pub fn missing(&self, today: NaiveDate) -> Vec<i32> {
        let next = (today.month() >= 11).then_some(today.year() + 1);
        let wanted = std::iter::once(today.year()).chain(next);
        wanted.filter(|year| !self.covers(*year)).collect()
    }

    pub fn get(&self, date: NaiveDate) -> Option<&DayKind> {
        self.days.get(&date)
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (NaiveDate, &DayKind)> {
        self.days.iter().map(|(date, kind)| (*date, kind))
    }
}

fn parse_line(line: usize, text: &str) -> Result<(NaiveDate, DayKind), HolidayError> {
    let columns: Vec<&str> = text.split(',').map(str::trim).collect();
    let [date, kind, en, zh] = columns[..] else {
        return Err(HolidayError::Columns { line });
    };
    let short = |text: &str| text.chars().take(40).collect();
    let date = NaiveDate::parse_from_str(date, "%Y-%m-%d").map_err(|_| HolidayError::Date {
        line,
        text: short(date),
    })?;
    if !super::zone::is_in_range(date) {
        return Err(HolidayError::Date {
            line,
            text: date.to_string(),
        });
    }
    match kind {
        "holiday" => Ok((date, DayKind::Holiday(Text::new(zh, en)))),
        "make-up working day" => Ok((date, DayKind::MakeUp(Text::new(zh, en)))),
        other => Err(HolidayError::Kind {
            line,
            text: short(other),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[test]
    fn a_year_is_missed_from_the_november_before_it() {
        let table = Holidays::cn();
        let missing = |day: &str| table.missing(day.parse().unwrap());
        assert_eq!(missing("2026-10-31"), Vec::<i32>::new());
        assert_eq!(missing("2026-11-01"), [2027]);
        assert_eq!(missing("2027-01-01"), [2027]);
        assert_eq!(missing("2027-12-01"), [2027, 2028]);
    }

    #[test]
    fn the_shipped_table_covers_three_years() {
        let table = Holidays::cn();
        assert!([2024, 2025, 2026].into_iter().all(|year| table.covers(year)));
        assert!(!table.covers(2027));
        assert_eq!(table.iter().count(), 108);
    }

    #[rstest]
    #[case("date,kind\n", "line 1: the heading must be date,kind,name_en,name_zh")]
    #[case(
        "date,kind,name_en,name_zh\n2027-01-01,holiday\n",
        "line 2: four columns were expected"
    )]
    #[case(
        "date,kind,name_en,name_zh\n\n2027-02-30,holiday,A,B\n",
        "line 3: `2027-02-30` is no date such as 2026-02-17"
    )]
    #[case(
        "date,kind,name_en,name_zh\n2027-01-01,off,A,B\n",
        "line 2: `off` is neither `holiday` nor `make-up working day`"
    )]
    #[case(
        "date,kind,name_en,name_zh\n2027-01-01,holiday,A,B\n2027-01-01,holiday,A,B\n",
        "line 3: 2027-01-01 stands in an earlier line already"
    )]
    fn a_bad_table_names_its_line(#[case] csv: &str, #[case] message: &str) {
        assert_eq!(Holidays::parse(csv).unwrap_err().to_string(), message);
    }

    #[test]
    fn another_year_is_loaded_and_replaces_its_own_days() {
        let mut table = Holidays::cn();
        let csv = "date,kind,name_en,name_zh\r\n2026-01-02,make-up working day,New Year's Day,元旦\r\n2027-01-01,holiday,New Year's Day,元旦\r\n";
        table.extend(Holidays::parse(csv).unwrap());
        assert!(table.covers(2027));
        assert_eq!(table.get(NaiveDate::from_ymd_opt(2026, 10, 1).unwrap()), None);
        assert!(table.get(NaiveDate::from_ymd_opt(2025, 10, 1).unwrap()).is_some());
    }
}
