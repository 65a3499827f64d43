//! Table of surveys.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use xianji_platform::typed_id;

typed_id!(
    /// A question put to a customer.
    SurveyId
);

/// Where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum SurveyState {
    /// A mail with the link is on its way or has gone out.
    Sent,
    /// No address is known: somebody has to hand the link over.
    Unaddressed,
    /// The customer has answered.
    Answered,
}

/// A question put to a customer.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "survey")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SurveyId,
    pub subject_kind: String,
    pub subject_id: Uuid,
    pub form: String,
    /// The obligation of the customer's that it serves.
    pub obligation_id: Uuid,
    pub state: SurveyState,
    pub expires_at: DateTime<Utc>,
    pub answered_at: Option<DateTime<Utc>>,
    /// Of a hundred.
    pub score: Option<i64>,
    pub filing_id: Option<Uuid>,
    pub version: i64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

pub use Model as Survey;

impl Model {
    /// The record that it is about.
    pub fn subject(&self) -> xianji_platform::Subject {
        xianji_platform::Subject::new(&self.subject_kind, self.subject_id)
    }
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
