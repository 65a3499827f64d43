//! A filed sheet. It is never edited; a new filing takes its place.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use xianji_platform::{MemberId, PackVersionId, Subject, typed_id};

typed_id!(
    /// A filed sheet.
    FilingId
);

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "form_filing")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FilingId,
    /// Where the form is a register.
    pub number: Option<String>,
    /// The form's id in the pack.
    pub form: String,
    pub subject_kind: String,
    pub subject_id: Uuid,
    /// By which version it was checked and scored.
    pub pack_version_id: Option<PackVersionId>,
    /// Values by field id, as they were sent.
    pub fields: Json,
    /// Why a value differs from what was pre-filled, by field id.
    pub reasons: Json,
    /// Members who were present.
    pub present: Json,
    /// 0 to 100.
    pub score: Option<i32>,
    pub passed: bool,
    pub valid_until: Option<DateTime<Utc>>,
    /// `member`, `customer` or `anonymous`.
    pub filed_as: String,
    pub filed_by: Option<MemberId>,
    pub on_behalf_of: Option<MemberId>,
    /// The filing whose place it took.
    pub replaces: Option<FilingId>,
    /// The filing that took its place.
    pub replaced_by: Option<FilingId>,
    /// Records that it, or the one whose place it took, has made.
    pub made: Option<Json>,
    pub filed_at: DateTime<Utc>,
}

pub use Model as Filing;

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// What it was filed on.
    pub fn subject(&self) -> Subject {
        Subject::new(&self.subject_kind, self.subject_id)
    }

    /// Who was present.
    pub fn present_members(&self) -> Vec<MemberId> {
        serde_json::from_value(self.present.clone()).unwrap_or_default()
    }

    /// Whether gates may rest on it.
    pub fn holds(&self, now: DateTime<Utc>) -> bool {
        self.passed && self.replaced_by.is_none() && self.valid_until.is_none_or(|until| now <= until)
    }
}
