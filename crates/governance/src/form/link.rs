//! A sheet for the customer: a link with a token that only its holder knows; the house keeps its hash. It is used once and runs out.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, QuerySelect};
use xianji_platform::{Conn, Failure, Subject, Work, ledger, typed_id};

use super::actions::{NewFiling, file_unasked, form_of};
use super::entity::Filing;
use super::model::Sheet;
use super::refusal::FormError;
use crate::engine::{Case, Context};

typed_id!(
    /// A link sent to a customer.
    LinkId
);

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "customer_link")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: LinkId,
    pub token_hash: String,
    /// `form:<id>`.
    pub purpose: String,
    pub subject_kind: String,
    pub subject_id: Uuid,
    pub created_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    pub used_at: Option<DateTime<Utc>>,
}

pub use Model as CustomerLink;

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The form that it asks for.
    pub fn form(&self) -> &str {
        self.purpose.strip_prefix("form:").unwrap_or_default()
    }

    /// The record that it is about.
    pub fn subject(&self) -> Subject {
        Subject::new(&self.subject_kind, self.subject_id)
    }

    fn must_be_open(&self, now: DateTime<Utc>) -> Result<(), FormError> {
        if self.used_at.is_none() && now <= self.expires_at {
            Ok(())
        } else {
            Err(FormError::LinkClosed)
        }
    }
}

/// Makes a link for a form about a record. The token is answered once and kept nowhere.
pub async fn make(
    work: &mut Work,
    form: &str,
    subject: &Subject,
    expires_at: DateTime<Utc>,
) -> Result<String, Failure> {
    let token = format!("{}{}", Uuid::new_v4().simple(), Uuid::new_v4().simple());
    let row = ActiveModel {
        id: Set(work.next_id()),
        token_hash: Set(ledger::hash(token.as_bytes())),
        purpose: Set(format!("form:{form}")),
        subject_kind: Set(subject.kind.clone()),
        subject_id: Set(subject.id),
        created_at: Set(work.now),
        expires_at: Set(expires_at),
        used_at: Set(None),
    };
    Entity::insert(row).exec_without_returning(&work.db()).await?;
    Ok(token)
}

/// The open link behind a token.
pub async fn find(db: &Conn<'_>, token: &str, now: DateTime<Utc>) -> Result<CustomerLink, Failure> {
    let hash = ledger::hash(token.as_bytes());
    let row = Entity::find()
        .filter(Column::TokenHash.eq(hash))
        .filter(Column::Purpose.starts_with("form:"))
        .limit(1)
        .one(db)
        .await?;
    let link = row.ok_or_else(|| Failure::not_found("link"))?;
    link.must_be_open(now)?;
    Ok(link)
}

/// Files what the customer filled in, and closes the link.
pub async fn answer(work: &mut Work, token: &str, sheet: Sheet) -> Result<Filing, Failure> {
    let link = find(&work.db(), token, work.now).await?;
    let done = Entity::update_many()
        .col_expr(Column::UsedAt, Expr::value(work.now))
        .filter(Column::Id.eq(link.id))
        .filter(Column::UsedAt.is_null())
        .exec(&work.db())
        .await?;
    if done.rows_affected == 0 {
        return Err(FormError::LinkClosed.into());
    }
    let case = Case::load(&Context::of(work), &link.subject())
        .await?
        .ok_or_else(|| Failure::not_found("record"))?;
    let form = form_of(&case, link.form())?.clone();
    let new = NewFiling {
        form: form.id.clone(),
        subject: link.subject(),
        sheet,
        present: Vec::new(),
        replaces: None,
    };
    file_unasked(work, &case, &form, new).await
}
