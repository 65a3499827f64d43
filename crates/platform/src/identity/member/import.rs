//! Members out of files: each stands in a department, by its name or by the way down to it.

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use futures_util::future::BoxFuture;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;
use xianji_kernel::text::Language;

use super::model::faults;
use super::{Changes, Member, NewMember, actions, login_key};
use crate::app::App;
use crate::database::Conn;
use crate::failure::{Failure, FieldFault, Invalid};
use crate::id::DepartmentId;
use crate::identity::department::Tree;
use crate::identity::entity::member;
use crate::identity::{Actor, queries};
use crate::import_run::{Filled, Import, ImportField, Mark, Shape};
use crate::work::Work;

/// What can be taken in of members.
pub fn import() -> Import {
    Import {
        kind: "member",
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
            "name",
            100,
            &["姓名", "员工姓名", "名字", "員工姓名", "full name", "employee"],
        )
        .required(),
        text(
            "login",
            100,
            &[
                "登录名",
                "账号",
                "用户名",
                "工号",
                "登入名",
                "帳號",
                "user name",
                "username",
                "account",
            ],
        )
        .required(),
        text(
            "department",
            200,
            &["部门", "所属部门", "部門", "所屬部門", "team", "unit"],
        )
        .required(),
        ImportField::new(
            "head",
            Shape::Flag,
            &["部门负责人", "负责人", "部門負責人", "heads"],
        ),
        ImportField::new(
            "email",
            Shape::Email,
            &["邮箱", "电子邮箱", "邮件", "郵箱", "電子郵件", "mail", "e-mail"],
        ),
        ImportField::new(
            "phone",
            Shape::Phone,
            &["电话", "手机", "手机号", "電話", "手機", "mobile", "telephone"],
        ),
    ]
}

fn marks(filled: &Filled) -> Vec<Mark> {
    let mark = |why: &str, key: String| Mark {
        why: why.to_owned(),
        key,
    };
    let login = filled.text("login").map(|login| mark("login", login_key(login)));
    let email = filled
        .text("email")
        .map(|email| mark("email", email.to_lowercase()));
    login.into_iter().chain(email).collect()
}

fn known<'a>(
    db: &'a Conn<'a>,
    _: &'a Actor,
    marks: &'a [Mark],
) -> BoxFuture<'a, Result<HashMap<Mark, Uuid>, Failure>> {
    Box::pin(async move {
        if marks.is_empty() {
            return Ok(HashMap::new());
        }
        // A company has few people; a mail address is matched without regard to case.
        let all = member::Entity::find()
            .filter(member::Column::DeactivatedAt.is_null())
            .all(db)
            .await?;
        let mut known = HashMap::new();
        for one in all {
            let email = one.email.map(|email| email.to_lowercase());
            for (why, key) in [("login", Some(one.login_key)), ("email", email)] {
                let mark = key.map(|key| Mark {
                    why: why.to_owned(),
                    key,
                });
                if let Some(mark) = mark.filter(|mark| marks.contains(mark)) {
                    known.entry(mark).or_insert(one.id.into());
                }
            }
        }
        Ok(known)
    })
}

/// A department by its name, or by names from above down to it where several are called so.
fn department(tree: &Tree, text: &str) -> Result<DepartmentId, &'static str> {
    let path: Vec<&str> = text
        .split(['/', '\\', '>', '＞', '／'])
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .collect();
    let fits = |id: &DepartmentId| {
        let mut here = Some(*id);
        path.iter().rev().all(|name| {
            let found = here.is_some_and(|id| tree.name(id) == Some(*name));
            here = here.and_then(|id| tree.parent(id));
            found
        })
    };
    let mut found = tree.all().filter(|id| !path.is_empty() && fits(id));
    match (found.next(), found.next()) {
        (Some(one), None) => Ok(one),
        (Some(_), Some(_)) => Err("several-departments"),
        (None, _) => Err("unknown"),
    }
}

fn wrong(app: &App, filled: &Filled) -> Vec<FieldFault> {
    let mut wrong = faults(filled.text("name"), filled.text("login"));
    let place = department(
        app.policies().tree(),
        filled.text("department").unwrap_or_default(),
    );
    wrong.extend(place.err().map(|code| FieldFault::at("/department", code)));
    wrong
}

fn check<'a>(
    app: &'a App,
    _: &'a Conn<'a>,
    _: &'a Actor,
    rows: &'a [Filled],
) -> BoxFuture<'a, Result<Vec<Vec<FieldFault>>, Failure>> {
    Box::pin(async move { Ok(rows.iter().map(|row| wrong(app, row)).collect()) })
}

fn make<'a>(
    work: &'a mut Work,
    rows: &'a [Filled],
) -> BoxFuture<'a, Result<Vec<Result<Uuid, Failure>>, Failure>> {
    Box::pin(async move {
        let mut made = Vec::with_capacity(rows.len());
        for row in rows {
            made.push(match one(work, row).await {
                // A member is refused before anything is written.
                Err(failure) if matches!(failure, Failure::Broken(_)) => return Err(failure),
                done => done.map(|member| member.id.into()),
            });
        }
        Ok(made)
    })
}

async fn one(work: &mut Work, row: &Filled) -> Result<Member, Failure> {
    let wrong = wrong(work.app(), row);
    if !wrong.is_empty() {
        return Err(Invalid(wrong).into());
    }
    let text = |name| row.text(name).unwrap_or_default();
    let place = department(work.policies().tree(), text("department"));
    let department = place.map_err(|code| Invalid::one("/department", code))?;
    let new = NewMember {
        name: text("name").to_owned(),
        login: text("login").to_owned(),
        email: row.text("email").map(str::to_owned),
        phone: row.text("phone").map(str::to_owned),
        language: Language::Zh,
        password: None,
        department,
        head: row.get("head").unwrap_or(false),
    };
    actions::create(work, new).await
}

fn fill<'a>(work: &'a mut Work, id: Uuid, filled: &'a Filled) -> BoxFuture<'a, Result<bool, Failure>> {
    Box::pin(async move {
        let member = queries::member(&work.db(), id.into()).await?;
        let empty = |there: &Option<String>, field: &str| {
            let given = filled.text(field).filter(|_| there.is_none());
            given.map(|text| Some(text.to_owned()))
        };
        let changes = Changes {
            email: empty(&member.email, "email"),
            phone: empty(&member.phone, "phone"),
            ..Changes::default()
        };
        let after = actions::change(work, member.id, changes).await?;
        Ok(after.version != member.version)
    })
}

/// Deactivates a member whom an import made and who has not been changed since.
fn take_back<'a>(work: &'a mut Work, id: Uuid) -> BoxFuture<'a, Result<bool, Failure>> {
    Box::pin(async move {
        let member = queries::member(&work.db(), id.into()).await?;
        if member.version != 1 || !member.is_active() {
            return Ok(false);
        }
        actions::deactivate(work, member.id).await?;
        Ok(true)
    })
}
