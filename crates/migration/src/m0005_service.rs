//! Surveys.

use sea_orm_migration::prelude::*;

use crate::table::table;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0005_service"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        table("survey")
            .id()
            .text("subject_kind")
            .uuid("subject_id")
            .text("form")
            .uuid("obligation_id")
            .state("state", &["sent", "unaddressed", "answered"])
            .instant("expires_at")
            .maybe_instant("answered_at")
            .maybe_integer("score")
            .maybe_uuid("filing_id")
            .integer("version")
            .times()
            .index(&["subject_kind", "subject_id", "id"])
            .unique(&["obligation_id"])
            .create(m)
            .await
    }
}
