//! Measures: daily sums, the entries that they are summed from, and the standing counts of each night.

use sea_orm_migration::prelude::*;

use crate::table::table;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0002_governance_measures"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        sums(m, "measure_daily").await?;
        sums(m, "measure_standing").await?;
        spells(m).await?;
        entries(m).await
    }
}

/// Nobody's and no department's sums stand under the nil id, because a key holds no nulls.
async fn sums(m: &SchemaManager<'_>, name: &'static str) -> Result<(), DbErr> {
    table(name)
        .text("metric")
        .date("day")
        .uuid("department_id")
        .uuid("member_id")
        .text("slice")
        .text("pack")
        .integer("numerator_e4")
        .integer("denominator_e4")
        .primary(&["metric", "day", "department_id", "member_id", "slice", "pack"])
        .create(m)
        .await
}

/// What a record adds to a standing count, as long as it stays the same.
async fn spells(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    table("measure_spell")
        .id()
        .text("metric")
        .text("subject_kind")
        .uuid("subject_id")
        .uuid("department_id")
        .uuid("member_id")
        .text("slice")
        .text("pack")
        .integer("numerator_e4")
        .integer("denominator_e4")
        .date("from_day")
        .maybe_date("until_day")
        .index(&["subject_kind", "subject_id", "until_day"])
        .index(&["metric", "until_day", "id"])
        .create(m)
        .await
}

async fn entries(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    table("measure_entry")
        .uuid("source_id")
        .text("metric")
        .small("part")
        .text("pack")
        .text("slice")
        .uuid("member_id")
        .uuid("department_id")
        .date("day")
        .instant("at")
        .integer("numerator_e4")
        .integer("denominator_e4")
        .text("subject_kind")
        .uuid("subject_id")
        .uuid("event_id")
        .primary(&["source_id", "metric", "part"])
        .index(&["metric", "day", "at", "source_id"])
        .index(&["event_id"])
        .create(m)
        .await
}
