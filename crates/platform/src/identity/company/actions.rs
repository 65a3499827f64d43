//! The company is set up.

use std::collections::BTreeMap;

use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, QueryFilter,
};
use xianji_kernel::calendar::{HolidayError, Holidays};
use xianji_kernel::money::Currency;

use super::{Column, Company, Entity, holiday_year, read};
use crate::failure::{Failure, FieldFault, Invalid, Stale};
use crate::id::Subject;
use crate::record::rows;
use crate::work::Work;

/// Id that the ledger keeps for the one company.
pub const COMPANY: uuid::Uuid = uuid::Uuid::from_u128(1);

/// What is to be changed; absent is unchanged.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    pub name: Option<String>,
    pub zone: Option<String>,
    pub currency: Option<String>,
    pub url: Option<String>,
}

/// Changes name, time zone, home currency or address.
pub async fn change(work: &mut Work, changes: Changes) -> Result<Company, Failure> {
    let Changes {
        name,
        zone,
        currency,
        url,
    } = changes;
    work.permit_any("setting.update")?;
    let mut row = read(&work.db()).await?;
    work.expect_version(row.version)?;
    let mut wrong = Vec::new();
    if zone
        .as_ref()
        .is_some_and(|zone| zone.parse::<chrono_tz::Tz>().is_err())
    {
        wrong.push(FieldFault::at("/zone", "unknown"));
    }
    if currency
        .as_ref()
        .is_some_and(|code| code.parse::<Currency>().is_err())
    {
        wrong.push(FieldFault::at("/currency", "unknown"));
    }
    if url.as_ref().is_some_and(|url| !is_address(url)) {
        wrong.push(FieldFault::at("/url", "wrong-format").with("format", "https://…"));
    }
    if !wrong.is_empty() {
        return Err(Invalid(wrong).into());
    }
    row.name = name.map_or(row.name, |name| name.trim().to_owned());
    row.zone = zone.unwrap_or(row.zone);
    row.currency = currency.unwrap_or(row.currency);
    row.url = url.unwrap_or(row.url);
    save(work, &mut row).await?;
    let facts =
        serde_json::json!({ "name": row.name, "zone": row.zone, "currency": row.currency, "url": row.url });
    work.record_named("company.changed", Subject::new("company", COMPANY), facts)
        .await?;
    Ok(row)
}

/// Takes in the public holidays and make-up days of one or several years, in place of what was known of them. Everything open is due anew,
/// what is closed stays as it was. Faults name `/text` and the line. Answers the years.
pub async fn load_holidays(work: &mut Work, text: &str) -> Result<Vec<i32>, Failure> {
    work.permit_any("setting.update")?;
    let table = Holidays::parse(text).map_err(|error| Invalid(vec![unreadable(error)]))?;
    let mut years: BTreeMap<i32, Vec<&str>> = BTreeMap::new();
    for line in text
        .lines()
        .skip(1)
        .map(str::trim)
        .filter(|line| !line.is_empty())
    {
        let year = line.get(..4).and_then(|year| year.parse().ok());
        years.entry(year.unwrap_or_default()).or_default().push(line);
    }
    if table.iter().next().is_none() {
        return Err(Invalid::one("/text", "required").into());
    }
    for (year, lines) in &years {
        let row = holiday_year::ActiveModel {
            year: Set(*year),
            text: Set(format!(
                "{}\n{}\n",
                xianji_kernel::calendar::HOLIDAY_HEADING,
                lines.join("\n")
            )),
        };
        let replaced = OnConflict::column(holiday_year::Column::Year)
            .update_column(holiday_year::Column::Text)
            .to_owned();
        holiday_year::Entity::insert(row)
            .on_conflict(replaced)
            .exec_without_returning(&work.db())
            .await?;
    }
    work.raise_generation().await?;
    let years: Vec<i32> = years.into_keys().collect();
    let facts = serde_json::json!({ "years": years, "days": table.iter().count() });
    work.record_named("company.holidays_loaded", Subject::new("company", COMPANY), facts)
        .await?;
    Ok(years)
}

fn unreadable(error: HolidayError) -> FieldFault {
    let fault = |code, line: usize| FieldFault::at("/text", code).with("line", line);
    match error {
        HolidayError::Heading { line } => fault("holiday-heading", line),
        HolidayError::Columns { line } => fault("holiday-columns", line),
        HolidayError::Date { line, text } => fault("holiday-date", line).with("text", text),
        HolidayError::Kind { line, text } => fault("holiday-kind", line).with("text", text),
        HolidayError::Repeated { line, date } => fault("holiday-repeated", line).with("text", date),
    }
}

/// Empty, or `http(s)://host[:port]` and perhaps a path, without spaces.
fn is_address(url: &str) -> bool {
    let host = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    url.is_empty()
        || host.is_some_and(|host| {
            !host.is_empty() && !host.contains(char::is_whitespace) && !host.starts_with('/')
        })
}

async fn save(work: &mut Work, row: &mut Company) -> Result<(), Failure> {
    work.raise_generation().await?;
    let before = row.version;
    row.version += 1;
    row.updated_at = work.now;
    let mut change = rows::all_but_key(row.clone());
    change.generation = NotSet;
    let done = Entity::update_many()
        .set(change)
        .filter(Column::Version.eq(before))
        .exec(&work.db())
        .await?;
    if done.rows_affected == 0 {
        Err(Stale.into())
    } else {
        Ok(())
    }
}
