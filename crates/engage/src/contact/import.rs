//! Contacts out of files and address cards: each belongs to a customer that is on file and that whoever imports may see.

use std::collections::HashMap;

use futures_util::future::BoxFuture;
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, QueryOrder};
use serde_json::{Map, Value};
use xianji_platform::import_run::{Filled, Import, ImportField, Mark, Shape};
use xianji_platform::{Actor, App, Conn, Failure, FieldFault, Invalid, Work};

use super::address::{email_key, phone_key};
use super::entity::{Column, Entity, Model as Contact};
use super::events::ContactArchived;
use super::model::ContactChanges;
use super::{actions, queries};
use crate::customer::entity::Column as CustomerColumn;
use crate::customer::{self, match_key, name_key};
use crate::id::CustomerId;

/// What can be taken in of contacts.
pub fn import() -> Import {
    Import {
        kind: "contact",
        fields,
        marks,
        known,
        check,
        make,
        fill,
        take_back: Some(take_back),
    }
}

fn fields(_: &App, _: &Actor) -> Vec<ImportField> {
    let text = |name, most, called: &[&str]| ImportField::new(name, Shape::Text(most), called);
    vec![
        text(
            "customer",
            200,
            &[
                "客户名称",
                "客户",
                "客户编号",
                "公司",
                "公司名称",
                "单位",
                "单位名称",
                "客戶名稱",
                "客戶",
                "公司名稱",
                "單位",
                "company",
                "company name",
                "account",
                "account name",
                "organization",
                "organisation",
                "org",
            ],
        )
        .required(),
        text(
            "name",
            100,
            &[
                "姓名",
                "联系人",
                "联系人姓名",
                "聯繫人",
                "聯絡人",
                "full name",
                "contact",
                "contact name",
                "fn",
            ],
        )
        .required(),
        text(
            "position",
            100,
            &["职务", "职位", "職務", "職位", "title", "job title"],
        ),
        ImportField::new(
            "mobile",
            Shape::Phone,
            &[
                "手机",
                "手机号",
                "手机号码",
                "移动电话",
                "手機",
                "手機號碼",
                "mobile phone",
                "cell",
            ],
        ),
        ImportField::new(
            "phone",
            Shape::Phone,
            &[
                "电话",
                "联系电话",
                "固定电话",
                "座机",
                "办公电话",
                "電話",
                "聯繫電話",
                "telephone",
                "tel",
            ],
        ),
        ImportField::new(
            "email",
            Shape::Email,
            &[
                "邮箱",
                "电子邮箱",
                "电子邮件",
                "邮件",
                "郵箱",
                "電子郵件",
                "e-mail",
                "mail",
            ],
        ),
        text("wechat", 100, &["微信", "微信号", "微信號", "weixin"]),
        text(
            "notes",
            10_000,
            &["备注", "说明", "備註", "說明", "note", "remark", "remarks"],
        ),
        ImportField::new(
            "main",
            Shape::Flag,
            &[
                "主要联系人",
                "首要联系人",
                "主要聯繫人",
                "main contact",
                "primary",
            ],
        ),
    ]
}

fn marks(filled: &Filled) -> Vec<Mark> {
    let mark = |why: &str, key: Option<String>| {
        Some(Mark {
            why: why.to_owned(),
            key: key?,
        })
    };
    let name = filled.text("customer").zip(filled.text("name"));
    let found = [
        mark("phone", filled.text("mobile").and_then(phone_key)),
        mark("email", filled.text("email").and_then(email_key)),
        mark(
            "name",
            name.map(|(customer, name)| place_key(&match_key(customer), &name_key(name))),
        ),
    ];
    found.into_iter().flatten().collect()
}

/// A person of this name at a customer of that one.
fn place_key(customer: &str, name: &str) -> String {
    format!("{customer}\n{name}")
}

fn known<'a>(
    db: &'a Conn<'a>,
    _: &'a Actor,
    marks: &'a [Mark],
) -> BoxFuture<'a, Result<HashMap<Mark, Uuid>, Failure>> {
    Box::pin(async move {
        let keys = |why: &str| -> Vec<&str> {
            let of = marks.iter().filter(|mark| mark.why == why);
            of.map(|mark| mark.key.as_str()).collect()
        };
        let mut known = HashMap::new();
        let mut note = |why: &str, key: Option<String>, id: Uuid| {
            if let Some(key) = key {
                let mark = Mark {
                    why: why.to_owned(),
                    key,
                };
                known.entry(mark).or_insert(id);
            }
        };
        let phones = Condition::any()
            .add(Column::MobileKey.is_in(keys("phone")))
            .add(Column::PhoneKey.is_in(keys("phone")));
        for contact in live(db, phones, keys("phone").is_empty()).await? {
            note("phone", contact.mobile_key, contact.id.into());
            note("phone", contact.phone_key, contact.id.into());
        }
        let emails = Condition::all().add(Column::EmailKey.is_in(keys("email")));
        for contact in live(db, emails, keys("email").is_empty()).await? {
            note("email", contact.email_key, contact.id.into());
        }
        let places: Vec<(&str, &str)> = keys("name")
            .into_iter()
            .filter_map(|key| key.split_once('\n'))
            .collect();
        let of_name = customer::entity::Entity::find()
            .filter(CustomerColumn::MatchKey.is_in(places.iter().map(|(customer, _)| *customer)))
            .filter(CustomerColumn::ArchivedAt.is_null());
        let customers: HashMap<CustomerId, String> = match places.is_empty() {
            true => HashMap::new(),
            false => {
                let rows = of_name.all(db).await?;
                rows.into_iter().map(|row| (row.id, row.match_key)).collect()
            }
        };
        let named = Condition::all()
            .add(Column::CustomerId.is_in(customers.keys().copied()))
            .add(Column::NameKey.is_in(places.iter().map(|(_, name)| *name)));
        for contact in live(db, named, customers.is_empty()).await? {
            let customer = customers.get(&contact.customer_id);
            let key = customer.map(|customer| place_key(customer, &contact.name_key));
            note("name", key, contact.id.into());
        }
        Ok(known)
    })
}

async fn live(db: &Conn<'_>, found_by: Condition, nothing: bool) -> Result<Vec<Contact>, Failure> {
    if nothing {
        return Ok(Vec::new());
    }
    let live = Entity::find()
        .filter(found_by)
        .filter(Column::ArchivedAt.is_null());
    Ok(live.order_by_asc(Column::Id).all(db).await?)
}

fn changes(filled: &Filled) -> Result<ContactChanges, Failure> {
    let own = filled.values.iter().filter(|(name, _)| *name != "customer");
    let own: Map<String, Value> = own.map(|(name, value)| (name.clone(), value.clone())).collect();
    Ok(serde_json::from_value(Value::Object(own))?)
}

async fn places(
    db: &Conn<'_>,
    actor: &Actor,
    rows: &[Filled],
) -> Result<Vec<Result<CustomerId, &'static str>>, Failure> {
    let names: Vec<&str> = rows
        .iter()
        .map(|row| row.text("customer").unwrap_or_default())
        .collect();
    customer::import::named(db, &actor.scope("customer.read"), &names).await
}

fn check<'a>(
    _: &'a App,
    db: &'a Conn<'a>,
    actor: &'a Actor,
    rows: &'a [Filled],
) -> BoxFuture<'a, Result<Vec<Vec<FieldFault>>, Failure>> {
    Box::pin(async move {
        let places = places(db, actor, rows).await?;
        let mut all = Vec::with_capacity(rows.len());
        for (row, place) in rows.iter().zip(places) {
            let mut faults = changes(row)?.faults();
            faults.extend(place.err().map(|code| FieldFault::at("/customer", code)));
            all.push(faults);
        }
        Ok(all)
    })
}

fn make<'a>(
    work: &'a mut Work,
    rows: &'a [Filled],
) -> BoxFuture<'a, Result<Vec<Result<Uuid, Failure>>, Failure>> {
    Box::pin(async move {
        let places = places(&work.db(), work.actor(), rows).await?;
        let mut made = Vec::with_capacity(rows.len());
        for (row, place) in rows.iter().zip(places) {
            made.push(match place {
                Err(code) => Err(Invalid::one("/customer", code).into()),
                Ok(customer) => match actions::create(work, customer, changes(row)?).await {
                    Ok((contact, _)) => Ok(contact.id.into()),
                    // Everything but a gate says no before anything is written.
                    Err(failure @ Failure::Refused(_)) if failure.code() != Some("gate-not-met") => {
                        Err(failure)
                    }
                    Err(failure) => return Err(failure),
                },
            });
        }
        Ok(made)
    })
}

fn fill<'a>(work: &'a mut Work, id: Uuid, filled: &'a Filled) -> BoxFuture<'a, Result<bool, Failure>> {
    Box::pin(async move {
        let (contact, _) = queries::find(&work.db(), &work.scope("contact.read"), id.into()).await?;
        let given = changes(filled)?;
        fn keep<T, V>(there: &Option<T>, given: Option<V>) -> Option<V> {
            given.filter(|_| there.is_none())
        }
        let changes = ContactChanges {
            name: None,
            main: None,
            position: keep(&contact.position, given.position),
            phone: keep(&contact.phone, given.phone),
            mobile: keep(&contact.mobile, given.mobile),
            email: keep(&contact.email, given.email),
            wechat: keep(&contact.wechat, given.wechat),
            notes: keep(&contact.notes, given.notes),
        };
        let before = contact.version;
        let (after, _) = actions::update(work, contact.id, changes).await?;
        Ok(after.version != before)
    })
}

/// Hides a contact that an import entered and that nobody has changed since.
fn take_back<'a>(work: &'a mut Work, id: Uuid) -> BoxFuture<'a, Result<bool, Failure>> {
    Box::pin(async move {
        let found = Entity::find_by_id(id).one(&work.db()).await?;
        let Some(mut contact) = found.filter(|one| one.must_be_live().is_ok() && one.version == 1) else {
            return Ok(false);
        };
        contact.archived_at = Some(work.now);
        actions::save(work, &mut contact).await?;
        customer::recount(work, contact.customer_id).await?;
        work.record(ContactArchived { contact: contact.id }).await?;
        Ok(true)
    })
}
