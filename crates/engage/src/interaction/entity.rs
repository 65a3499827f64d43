//! Table of interactions.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use xianji_platform::{DepartmentId, MemberId};

use crate::id::{CustomerId, InquiryId, InteractionId};

/// How the company and the customer met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum InteractionKind {
    Call,
    Mail,
    Meeting,
    Visit,
    Negotiation,
    Other,
}

impl InteractionKind {
    /// As events and packs write it.
    pub fn word(self) -> String {
        self.to_value()
    }
}

/// Where it is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum InteractionState {
    Planned,
    Recorded,
    Cancelled,
}

/// An interaction.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "interaction")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: InteractionId,
    pub customer_id: CustomerId,
    /// The project that it was about, named by its id alone: projects live above.
    pub project_id: Option<Uuid>,
    pub kind: InteractionKind,
    pub state: InteractionState,
    pub planned_at: Option<DateTime<Utc>>,
    pub happened_at: Option<DateTime<Utc>>,
    /// Working minutes between happening and entry.
    pub lag_minutes: Option<i64>,
    /// Contacts who took part.
    pub contacts: Json,
    /// Our own people who took part.
    pub members: Json,
    pub content: Option<String>,
    pub needs: Option<String>,
    pub feedback: Option<String>,
    /// What was promised: what, by whom, until when.
    pub promises: Json,
    pub next_action: Option<String>,
    /// The customer came to us, not we to them.
    pub inbound: bool,
    /// The inquiry in which it is registered, if it is.
    pub inquiry_id: Option<InquiryId>,
    pub owner_id: Option<MemberId>,
    pub department_id: Option<DepartmentId>,
    pub extra: Json,
    pub version: i64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
