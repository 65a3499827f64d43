//! Projects out of files: each begins like one that is entered by hand.

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use futures_util::future::BoxFuture;
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;
use xianji_engage::customer::{self, match_key, name_key};
use xianji_engage::id::CustomerId;
use xianji_platform::import_run::{Filled, Import, ImportField, Mark, Shape};
use xianji_platform::{Actor, App, Conn, Failure, FieldFault, Invalid, Work};

use super::entity::Column;
use super::model::Changes;
use super::{NewProject, actions, queries};

/// What can be taken in of projects. One that has begun has a life: it is dropped with a reason, not taken back.
pub fn import() -> Import {
    Import {
        kind: "project",
        fields,
        marks,
        known,
        check,
        make,
        fill,
        take_back: None,
    }
}

fn fields(_: &App, _: &Actor) -> Vec<ImportField> {
    let text = |name, most, called: &[&str]| ImportField::new(name, Shape::Text(most), called);
    let kind = |word: &str, names: &[&str]| {
        (
            word.to_owned(),
            names.iter().map(|one| (*one).to_owned()).collect(),
        )
    };
    let kinds = Shape::Choice(vec![
        kind("product", &["产品", "產品", "设备", "goods"]),
        kind("service", &["服务", "服務"]),
        kind("integration", &["集成", "系统集成", "整合"]),
        kind("other", &["其他", "其它"]),
    ]);
    let date = |name, called: &[&str]| ImportField::new(name, Shape::Date, called);
    vec![
        text(
            "name",
            200,
            &[
                "项目名称",
                "项目",
                "商机名称",
                "商机",
                "專案名稱",
                "專案",
                "project",
                "project name",
                "opportunity",
            ],
        )
        .required(),
        text(
            "customer",
            200,
            &[
                "客户名称",
                "客户",
                "公司",
                "客戶名稱",
                "客戶",
                "customer name",
                "company",
                "account",
            ],
        ),
        ImportField::new(
            "kind",
            kinds,
            &["项目类型", "專案類型", "类型", "type", "project type"],
        ),
        ImportField::new(
            "amount",
            Shape::Money,
            &[
                "金额",
                "项目金额",
                "预计金额",
                "金額",
                "專案金額",
                "value",
                "expected amount",
            ],
        ),
        date(
            "first_lead_on",
            &["首次线索日期", "线索日期", "首次接触", "first lead", "lead date"],
        ),
        date(
            "expected_sign_on",
            &[
                "预计签约日期",
                "预计签约",
                "预计成交",
                "預計簽約日期",
                "預計簽約",
                "close date",
                "expected signing",
                "expected close",
            ],
        ),
        ImportField::new(
            "public_sector",
            Shape::Flag,
            &["公共部门", "政府项目", "公共部門", "government"],
        ),
        text("goal", 10_000, &["目标", "项目目标", "目標", "專案目標"]),
        text(
            "notes",
            10_000,
            &["备注", "说明", "備註", "說明", "note", "remark"],
        ),
    ]
}

/// A project of this name for that customer.
fn key(customer: &str, name: &str) -> Mark {
    Mark {
        why: "name".to_owned(),
        key: format!("{customer}\n{name}"),
    }
}

fn marks(filled: &Filled) -> Vec<Mark> {
    let customer = filled.text("customer").map(match_key).unwrap_or_default();
    let name = filled.text("name").map(name_key).filter(|name| !name.is_empty());
    name.map(|name| key(&customer, &name)).into_iter().collect()
}

/// Projects that whoever imports may see: others are nobody's business, and a name is no sure mark.
fn known<'a>(
    db: &'a Conn<'a>,
    actor: &'a Actor,
    marks: &'a [Mark],
) -> BoxFuture<'a, Result<HashMap<Mark, Uuid>, Failure>> {
    Box::pin(async move {
        let names: Vec<&str> = marks
            .iter()
            .filter_map(|mark| Some(mark.key.split_once('\n')?.1))
            .collect();
        if names.is_empty() {
            return Ok(HashMap::new());
        }
        let projects = queries::visible(&actor.scope("project.read"))
            .filter(Column::NameKey.is_in(names))
            .filter(Column::ArchivedAt.is_null())
            .order_by_asc(Column::Id)
            .all(db)
            .await?;
        let customers =
            customer::queries::names(db, projects.iter().filter_map(|one| one.customer_id)).await?;
        let mut known = HashMap::new();
        for project in projects {
            let customer = project.customer_id.and_then(|id| customers.get(&id));
            let customer = customer.map(|name| match_key(name)).unwrap_or_default();
            known
                .entry(key(&customer, &project.name_key))
                .or_insert(project.id.into());
        }
        Ok(known)
    })
}

async fn places(
    db: &Conn<'_>,
    actor: &Actor,
    rows: &[Filled],
) -> Result<Vec<Result<Option<CustomerId>, &'static str>>, Failure> {
    let named: Vec<&str> = rows.iter().filter_map(|row| row.text("customer")).collect();
    let found = customer::import::named(db, &actor.scope("customer.read"), &named).await?;
    let mut found = found.into_iter();
    let mut places = Vec::with_capacity(rows.len());
    for row in rows {
        places.push(match row.text("customer") {
            None => Ok(None),
            Some(_) => found.next().unwrap_or(Err("no-such-customer")).map(Some),
        });
    }
    Ok(places)
}

fn check<'a>(
    _: &'a App,
    db: &'a Conn<'a>,
    actor: &'a Actor,
    rows: &'a [Filled],
) -> BoxFuture<'a, Result<Vec<Vec<FieldFault>>, Failure>> {
    Box::pin(async move {
        let places = places(db, actor, rows).await?;
        let fault = |place: Result<_, &str>| place.err().map(|code| FieldFault::at("/customer", code));
        Ok(places
            .into_iter()
            .map(|place| fault(place).into_iter().collect())
            .collect())
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
                // A project may be refused after it was written: then its portion is undone and its rows are taken one by one.
                Ok(customer) => Ok(actions::create(work, new(row, customer)).await?.id.into()),
            });
        }
        Ok(made)
    })
}

fn new(row: &Filled, customer: Option<CustomerId>) -> NewProject {
    NewProject {
        name: row.get("name"),
        kind: row.get("kind"),
        customer,
        amount: row.get("amount"),
        public_sector: row.get("public_sector").unwrap_or(false),
        first_lead_on: row.get("first_lead_on"),
        expected_sign_on: row.get("expected_sign_on"),
        goal: row.get("goal"),
        notes: row.get("notes"),
        ..NewProject::default()
    }
}

/// Fills what is empty of a project; what stands there stays.
fn fill<'a>(work: &'a mut Work, id: Uuid, filled: &'a Filled) -> BoxFuture<'a, Result<bool, Failure>> {
    Box::pin(async move {
        let project = queries::find(&work.db(), &work.scope("project.read"), id.into()).await?;
        fn keep<T, V>(there: &Option<T>, given: Option<V>) -> Option<Option<V>> {
            given.filter(|_| there.is_none()).map(Some)
        }
        let changes = Changes {
            amount: keep(&project.amount_amount, filled.get("amount")),
            expected_sign_on: keep(&project.expected_sign_on, filled.get("expected_sign_on")),
            goal: keep(&project.goal, filled.get("goal")),
            notes: keep(&project.notes, filled.get("notes")),
            ..Changes::default()
        };
        let after = actions::update(work, project.id, changes).await?;
        Ok(after.version != project.version)
    })
}
