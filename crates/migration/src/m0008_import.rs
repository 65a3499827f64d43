//! Rows taken in from files: the runs, what became of each row, what columns were taken for.

use sea_orm_migration::prelude::*;

use crate::table::table;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0008_import"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        table("import_run")
            .id()
            .maybe_reference("owner_id", "member")
            .maybe_reference("member_id", "member")
            .maybe_reference("department_id", "department")
            .text("kind")
            .text("file_name")
            .text("sha256")
            .integer("size")
            .json("format")
            .small("header_row")
            .json("columns")
            .state("on_duplicate", &["skip", "fill", "make"])
            .text("language")
            .state(
                "state",
                &[
                    "uploaded",
                    "checking",
                    "checked",
                    "running",
                    "finished",
                    "cancelled",
                    "failed",
                    "undoing",
                    "undone",
                ],
            )
            .maybe_json("checked")
            .maybe_json("problem")
            .small("total")
            .small("position")
            .small("seen")
            .small("made")
            .small("updated")
            .small("skipped")
            .small("failed")
            .small("taken_back")
            .small("kept")
            .small("attempts")
            .maybe_instant("started_at")
            .maybe_instant("finished_at")
            .integer("version")
            .times()
            .index(&["owner_id", "id"])
            .index(&["department_id", "id"])
            .index(&["state", "id"])
            .create(m)
            .await?;
        table("import_row")
            .reference("run_id", "import_run")
            .small("number")
            .state(
                "outcome",
                &["made", "updated", "skipped", "failed", "taken_back", "kept"],
            )
            .maybe_text("record_kind")
            .maybe_uuid("record_id")
            .maybe_json("reasons")
            .primary(&["run_id", "number"])
            .index(&["run_id", "outcome", "number"])
            .create(m)
            .await?;
        table("import_mapping")
            .reference("member_id", "member")
            .text("kind")
            .text("headings")
            .json("columns")
            .instant("updated_at")
            .primary(&["member_id", "kind", "headings"])
            .create(m)
            .await
    }
}
