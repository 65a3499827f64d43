//! Reads of filed sheets.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use serde_json::{Map, Value, json};
use xianji_platform::work::Recorded;
use xianji_platform::{Conn, Failure, Subject};

use super::entity::{Column, Entity, Filing, FilingId};
use super::value;
use crate::engine::Context;

fn on(subject: &Subject, form: &str) -> Select<Entity> {
    Entity::find()
        .filter(Column::SubjectKind.eq(&subject.kind))
        .filter(Column::SubjectId.eq(subject.id))
        .filter(Column::Form.eq(form))
        .filter(Column::ReplacedBy.is_null())
        .order_by_desc(Column::Id)
}

/// The newest sheet of a form on a subject.
pub async fn newest(db: &Conn<'_>, subject: &Subject, form: &str) -> Result<Option<Filing>, Failure> {
    Ok(on(subject, form).limit(1).one(db).await?)
}

/// Whether a sheet is filed that gates may rest on: passed, not replaced, not expired.
pub async fn is_held(
    db: &Conn<'_>,
    subject: &Subject,
    form: &str,
    now: DateTime<Utc>,
) -> Result<bool, Failure> {
    let rows = on(subject, form)
        .filter(Column::Passed.eq(true))
        .limit(50)
        .all(db)
        .await?;
    Ok(rows.iter().any(|filing| filing.holds(now)))
}

/// A sheet by id.
pub async fn find(db: &Conn<'_>, id: FilingId) -> Result<Filing, Failure> {
    Entity::find_by_id(id)
        .one(db)
        .await?
        .ok_or_else(|| Failure::not_found("filing"))
}

/// Sheets on a subject, newest first: of one form, or of all; those before one of them.
pub async fn of_subject(
    db: &Conn<'_>,
    subject: &Subject,
    form: Option<&str>,
    before: Option<FilingId>,
    limit: u64,
) -> Result<Vec<Filing>, Failure> {
    let mut select = Entity::find()
        .filter(Column::SubjectKind.eq(&subject.kind))
        .filter(Column::SubjectId.eq(subject.id))
        .order_by_desc(Column::Id)
        .limit(limit);
    if let Some(form) = form {
        select = select.filter(Column::Form.eq(form));
    }
    if let Some(before) = before {
        select = select.filter(Column::Id.lt(before));
    }
    Ok(select.all(db).await?)
}

/// Sheets on a subject that name who was present and that count now; the newest two hundred are looked at.
pub async fn minutes(db: &Conn<'_>, subject: &Subject) -> Result<Vec<Filing>, Failure> {
    let all = Entity::find()
        .filter(Column::SubjectKind.eq(&subject.kind))
        .filter(Column::SubjectId.eq(subject.id))
        .filter(Column::ReplacedBy.is_null())
        .order_by_desc(Column::Id)
        .limit(200)
        .all(db)
        .await?;
    Ok(all
        .into_iter()
        .filter(|filing| !filing.present_members().is_empty())
        .collect())
}

/// What conditions read of a sheet: its fields with `score` and `passed`.
pub fn root(filing: &Filing) -> Value {
    let mut facts: Map<String, Value> = filing.fields.as_object().map(value::facts).unwrap_or_default();
    facts.insert("score".into(), json!(filing.score));
    facts.insert("passed".into(), json!(filing.passed));
    Value::Object(facts)
}

/// The fields of the sheet that counts now, with `score` and `passed`; null when none is filed or the one that was has expired. Answers
/// `form(project, 'x')`.
pub async fn latest(ctx: &Context<'_>, subject: &Subject, form: &str) -> Result<Value, Failure> {
    Ok(newest(&ctx.db, subject, form)
        .await?
        .filter(|filing| filing.valid_until.is_none_or(|until| ctx.now <= until))
        .map_or(Value::Null, |filing| root(&filing)))
}

/// The sheet that an event `form:x.filed` speaks of: the root `form` of conditions beside it.
pub async fn of_event(ctx: &Context<'_>, event: &Recorded) -> Result<Value, Failure> {
    let Some(id) = event.text("filing").and_then(|id| id.parse().ok()) else {
        return Ok(Value::Null);
    };
    Ok(Entity::find_by_id(FilingId(id))
        .one(&ctx.db)
        .await?
        .map_or(Value::Null, |filing| root(&filing)))
}
