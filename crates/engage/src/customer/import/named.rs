//! Customers as files name them.

use sea_orm::Condition;
use sea_orm::entity::prelude::*;
use xianji_platform::{Conn, Failure, Scope};

use super::super::entity::{Column, Model as Customer};
use super::super::keys::{match_key, name_key};
use super::super::queries;
use crate::id::CustomerId;

/// The customers that rows name, as far as a scope shows them: by number, whole name, name without its suffix, short name.
pub async fn named(
    db: &Conn<'_>,
    scope: &Scope,
    names: &[&str],
) -> Result<Vec<Result<CustomerId, &'static str>>, Failure> {
    if names.is_empty() {
        return Ok(Vec::new());
    }
    let numbers = names.iter().map(|name| name.trim().to_uppercase());
    let whole = names.iter().map(|name| name_key(name));
    let short = || names.iter().map(|name| match_key(name));
    let like = Condition::any()
        .add(Column::Number.is_in(numbers))
        .add(Column::NameKey.is_in(whole))
        .add(Column::MatchKey.is_in(short()))
        .add(Column::ShortNameKey.is_in(short()));
    let rows = queries::visible(scope)
        .filter(Column::ArchivedAt.is_null())
        .filter(Column::MergedInto.is_null())
        .filter(like)
        .all(db)
        .await?;
    let find = |name: &&str| {
        let (number, whole, short) = (name.trim().to_uppercase(), name_key(name), match_key(name));
        let by: [&dyn Fn(&Customer) -> bool; 4] = [
            &|one| one.number == number,
            &|one| one.name_key == whole,
            &|one| one.match_key == short,
            &|one| one.short_name_key.as_ref() == Some(&short),
        ];
        for fits in by {
            let mut found = rows.iter().filter(|row| fits(row));
            match (found.next(), found.next()) {
                (Some(one), None) => return Ok(one.id),
                (Some(_), Some(_)) => return Err("several-customers"),
                (None, _) => {}
            }
        }
        Err("no-such-customer")
    };
    Ok(names.iter().map(find).collect())
}
