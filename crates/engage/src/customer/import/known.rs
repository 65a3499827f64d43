//! Customers that are there, by the marks of many rows at once: one query a kind of mark.

use std::collections::HashMap;

use futures_util::future::BoxFuture;
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};
use xianji_platform::import_run::{Filled, Mark};
use xianji_platform::{Actor, Conn, Failure};

use super::super::entity::{Column, Entity};
use super::super::keys::match_key;
use crate::contact::{self, email_domain, email_key, is_free_host, phone_key};
use crate::id::CustomerId;

/// By what a row's customer is recognised, the surest first.
pub(super) fn marks(filled: &Filled) -> Vec<Mark> {
    let name = |field| filled.text(field).map(match_key);
    let phone = |field| filled.text(field).and_then(phone_key);
    let email = filled.text("contact_email").and_then(email_key);
    let domain = filled.text("mail_domain").map(str::to_lowercase);
    let domain = domain.filter(|domain| !is_free_host(domain));
    let of_mail = email.as_deref().and_then(email_domain).map(str::to_owned);
    let found = [
        ("credit_code", filled.text("credit_code").map(str::to_owned)),
        ("name", name("name")),
        ("short_name", name("short_name")),
        ("phone", phone("contact_mobile")),
        ("phone", phone("contact_phone")),
        ("email", email),
        ("mail_domain", domain.or(of_mail)),
    ];
    let marks = found.into_iter().filter_map(|(why, key)| {
        Some(Mark {
            why: why.to_owned(),
            key: key.filter(|key| !key.is_empty())?,
        })
    });
    marks.collect()
}

/// Which of them lead to a live customer, whoever may see it: a second file is worse than knowing that there is one.
pub(super) fn known<'a>(
    db: &'a Conn<'a>,
    _: &'a Actor,
    marks: &'a [Mark],
) -> BoxFuture<'a, Result<HashMap<Mark, Uuid>, Failure>> {
    Box::pin(async move {
        let mut known = HashMap::new();
        let keys = |why: &str| -> Vec<String> {
            let mut keys: Vec<String> = marks
                .iter()
                .filter(|mark| mark.why == why)
                .map(|mark| mark.key.clone())
                .collect();
            keys.sort_unstable();
            keys.dedup();
            keys
        };
        let mut note = |why: &str, found: Vec<(CustomerId, Option<String>)>| {
            for (id, key) in found {
                let Some(key) = key else { continue };
                let mark = Mark {
                    why: why.to_owned(),
                    key,
                };
                known.entry(mark).or_insert(Uuid::from(id));
            }
        };
        note(
            "credit_code",
            of_column(db, Column::CreditCode, keys("credit_code")).await?,
        );
        for why in ["name", "short_name"] {
            note(why, of_column(db, Column::MatchKey, keys(why)).await?);
            note(why, of_column(db, Column::ShortNameKey, keys(why)).await?);
        }
        note(
            "mail_domain",
            of_column(db, Column::MailDomain, keys("mail_domain")).await?,
        );
        use contact::entity::Column as ContactColumn;
        for (why, column) in [
            ("phone", ContactColumn::MobileKey),
            ("phone", ContactColumn::PhoneKey),
            ("email", ContactColumn::EmailKey),
            ("mail_domain", ContactColumn::EmailDomain),
        ] {
            note(why, contact::queries::customers_by(db, column, keys(why)).await?);
        }
        Ok(known)
    })
}

async fn of_column(
    db: &Conn<'_>,
    column: Column,
    keys: Vec<String>,
) -> Result<Vec<(CustomerId, Option<String>)>, Failure> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let rows = Entity::find()
        .select_only()
        .column(Column::Id)
        .column(column)
        .filter(column.is_in(keys))
        .filter(Column::ArchivedAt.is_null())
        .filter(Column::MergedInto.is_null())
        .order_by_asc(Column::Id);
    Ok(rows.into_tuple().all(db).await?)
}
