//! The company is set up.

use sea_orm::{
    ActiveModelTrait, ActiveValue::NotSet, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter,
};
use xianji_kernel::money::Currency;

use super::{Column, Company, Entity, read};
use crate::failure::{Failure, FieldFault, Invalid, Stale};
use crate::id::Subject;
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
    let mut change = row.clone().into_active_model().reset_all();
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
