//! Telling members, and their having read it.

use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, ExprTrait, QueryFilter};
use serde_json::json;
use xianji_kernel::text::Text;
use xianji_platform::{Failure, MemberId, Subject, Work};

use super::entity::{ActiveModel, Column, Entity, Model};
use super::{NotificationId, notice, queries};
use crate::mailing;
use crate::obligation::ObligationId;

/// What is told.
#[derive(Clone, Debug)]
pub struct Tell {
    /// `notice`, `warning`, `overdue`, `escalation`.
    pub kind: &'static str,
    /// The notice or the obligation's rule.
    pub rule: String,
    /// About which record.
    pub subject: Subject,
    /// About which obligation.
    pub obligation: Option<ObligationId>,
    /// What is to be known; number and title of the record are added.
    pub words: Text,
}

/// Puts it into the members' notification centres.
pub async fn tell(work: &mut Work, members: &[MemberId], what: &Tell) -> Result<(), Failure> {
    if members.is_empty() {
        return Ok(());
    }
    let words = about(work, what).await?;
    let (mut rows, mut told) = (Vec::new(), Vec::new());
    for member in members {
        let id = work.next_id();
        told.push((*member, id));
        rows.push(ActiveModel {
            id: Set(id),
            member_id: Set(*member),
            kind: Set(what.kind.into()),
            rule: Set(what.rule.clone()),
            subject_kind: Set(Some(what.subject.kind.clone())),
            subject_id: Set(Some(what.subject.id)),
            obligation_id: Set(what.obligation),
            words: Set(serde_json::to_value(&words)?),
            created_at: Set(work.now),
            read_at: Set(None),
        });
    }
    Entity::insert_many(rows)
        .exec_without_returning(&work.db())
        .await?;
    mailing::queue(work, what.kind, &told).await
}

/// The words with the record that they are about, as both are now.
async fn about(work: &Work, what: &Tell) -> Result<Text, Failure> {
    let facts = match work.app().registry().kinds.get(what.subject.kind.as_str()) {
        Some(kind) => (kind.load)(&work.db(), what.subject.id).await?,
        None => None,
    };
    let about = facts.map_or_else(String::new, |facts| format!("{} {}", facts.number, facts.title));
    let add = |text: String| format!("{text} {}", about.trim()).trim().to_owned();
    let words = what.words.clone();
    Ok(Text {
        zh: add(words.zh),
        zh_hant: words.zh_hant.map(add),
        en: words.en.map(add),
    })
}

/// The member has seen the list. What must be read is read one by one, because having read it is evidence. Returns how many are left.
pub async fn read_all(work: &mut Work) -> Result<u64, Failure> {
    let me = work.actor().member();
    Entity::update_many()
        .col_expr(Column::ReadAt, Expr::value(work.now))
        .filter(Column::MemberId.eq(me.ok_or_else(|| Failure::not_found("notification"))?))
        .filter(Column::ReadAt.is_null())
        .filter(Column::Kind.ne("notice"))
        .exec(&work.db())
        .await?;
    loop {
        let rows = queries::free_to_read(&work.db(), me).await?;
        if rows.is_empty() {
            return queries::unread_of(&work.db(), me).await;
        }
        for row in rows {
            read(work, row.id).await?;
        }
    }
}

/// The member has read it. Reading a notice is evidence; that a warning was seen is book-keeping.
pub async fn read(work: &mut Work, id: NotificationId) -> Result<Model, Failure> {
    let me = work.actor().member();
    let found = Entity::find_by_id(id).one(&work.db()).await?;
    let row = found
        .filter(|row| Some(row.member_id) == me)
        .ok_or_else(|| Failure::not_found("notification"))?;
    if row.read_at.is_some() {
        return Ok(row);
    }
    Entity::update_many()
        .col_expr(Column::ReadAt, Expr::value(work.now))
        .filter(Expr::col(Column::Id).eq(id))
        .filter(Column::ReadAt.is_null())
        .exec(&work.db())
        .await?;
    if row.kind == "notice"
        && let (Some(kind), Some(subject)) = (&row.subject_kind, row.subject_id)
    {
        let subject = Subject::new(kind, subject);
        work.record_named(
            &format!("notice:{}.read", row.rule),
            subject,
            json!({ "notification": row.id }),
        )
        .await?;
        notice::was_read(work, &row).await?;
    }
    Ok(Model {
        read_at: Some(work.now),
        ..row
    })
}
