//! Table of contacts.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;

use crate::id::{ContactId, CustomerId};

/// A contact. What is confidential stands here in clear and leaves masked.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "contact")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ContactId,
    pub customer_id: CustomerId,
    pub name: String,
    pub name_key: String,
    pub sort_key: String,
    pub position: Option<String>,
    /// Whom to ask first.
    pub main: bool,
    pub phone: Option<String>,
    pub phone_key: Option<String>,
    pub mobile: Option<String>,
    pub mobile_key: Option<String>,
    pub email: Option<String>,
    pub email_key: Option<String>,
    /// Domain of the address, unless anybody may have a mailbox there.
    pub email_domain: Option<String>,
    pub wechat: Option<String>,
    pub notes: Option<String>,
    pub extra: Json,
    pub version: i64,
    pub archived_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
