//! Projects with their team, stages and tallies; initiations; plans; archives.

use sea_orm_migration::prelude::*;

use crate::table::table;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0004_presales"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        project(m).await?;
        project_parts(m).await?;
        initiation(m).await?;
        plan(m).await?;
        archive(m).await
    }
}

async fn project(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    table("project")
        .record()
        .text("name")
        .key_text("name_key")
        .maybe_reference("customer_id", "customer")
        .maybe_reference("inquiry_id", "inquiry")
        .maybe_reference("lead_id", "lead")
        .maybe_reference("previous_id", "project")
        .text("source")
        .state("kind", &["product", "service", "integration", "other"])
        .state(
            "state",
            &[
                "active",
                "won",
                "lost",
                "dropped",
                "suspended",
                "summarised",
                "evaluated",
                "archived",
            ],
        )
        .text("lifecycle")
        .text("stage")
        .instant("stage_since")
        .maybe_money("amount_amount", "amount_currency", "amount_home")
        .maybe_small("margin_percent")
        .flag("public_sector")
        .date("first_lead_on")
        .maybe_date("expected_sign_on")
        .maybe_text("goal")
        .maybe_text("notes")
        .maybe_text("outcome")
        .maybe_text("reason")
        .maybe_text("reason_words")
        .maybe_date("won_on")
        .maybe_money("won_amount", "won_currency", "won_home")
        .maybe_instant("ended_at")
        .maybe_instant("suspended_at")
        .maybe_instant("initiated_at")
        .maybe_instant("appointed_at")
        .maybe_instant("baselined_at")
        .small("archive_missing")
        .index(&["customer_id", "id"])
        .index(&["inquiry_id"])
        .index(&["lead_id"])
        .index(&["state", "stage", "updated_at", "id"])
        .index(&["name_key", "id"])
        .index(&["amount_home", "id"])
        .index(&["updated_at", "id"])
        .create(m)
        .await?;
    crate::dialect::falling_with_empty_last(m, "project", "amount_home").await
}

async fn project_parts(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    table("team_member")
        .id()
        .reference("project_id", "project")
        .reference("member_id", "member")
        .text("role")
        .maybe_text("duty")
        .instant("from_at")
        .maybe_instant("until_at")
        .integer("version")
        .times()
        .index(&["project_id", "until_at"])
        .index(&["member_id", "until_at", "project_id"])
        .create(m)
        .await?;
    table("stage_record")
        .id()
        .reference("project_id", "project")
        .text("stage")
        .state("entered_by", &["created", "advanced", "returned", "won"])
        .instant("entered_at")
        .maybe_reference("entered_member_id", "member")
        .maybe_instant("left_at")
        .maybe_reference("left_member_id", "member")
        .maybe_instant("due_at")
        .maybe_instant("skipped_at")
        .maybe_text("exempted")
        .index(&["project_id", "entered_at"])
        .create(m)
        .await?;
    table("dynamic_item")
        .id()
        .reference("project_id", "project")
        .state("kind", &["mail", "call", "stand_up", "meeting", "visit", "other"])
        .text("content")
        .instant("happened_at")
        .maybe_reference("member_id", "member")
        .instant("created_at")
        .index(&["project_id", "happened_at"])
        .create(m)
        .await?;
    // Sums per owner, department, state and stage, moved in the writing transaction; the nil id stands for nobody.
    table("project_tally")
        .uuid("owner_id")
        .uuid("department_id")
        .text("state")
        .text("stage")
        .integer("count")
        .integer("amount_home")
        .primary(&["owner_id", "department_id", "state", "stage"])
        .index(&["department_id"])
        .create(m)
        .await
}

async fn initiation(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    table("initiation")
        .record()
        .reference("project_id", "project")
        .small("revision")
        .state(
            "state",
            &[
                "draft",
                "submitted",
                "in_review",
                "approved",
                "returned",
                "rejected",
            ],
        )
        .maybe_money("budget_amount", "budget_currency", "budget_home")
        .maybe_text("note")
        .maybe_uuid("filing_id")
        .maybe_uuid("approval_id")
        .maybe_instant("submitted_at")
        .maybe_instant("decided_at")
        .unique(&["project_id", "revision"])
        .create(m)
        .await
}

async fn plan(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    table("milestone")
        .record()
        .reference("project_id", "project")
        .text("title")
        .maybe_text("notes")
        .maybe_date("baseline_on")
        .maybe_date("due_on")
        .maybe_date("reached_on")
        .state("state", &["open", "reached", "cancelled"])
        .index(&["project_id", "due_on"])
        .index(&["state", "due_on"])
        .create(m)
        .await?;
    table("task")
        .record()
        .reference("project_id", "project")
        .maybe_reference("milestone_id", "milestone")
        .text("title")
        .maybe_text("notes")
        .maybe_text("resources")
        .maybe_date("due_on")
        .maybe_instant("done_at")
        .state("state", &["open", "done", "cancelled"])
        .index(&["project_id", "due_on"])
        .index(&["owner_id", "state", "due_on"])
        .create(m)
        .await
}

async fn archive(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    table("archive_item")
        .id()
        .reference("project_id", "project")
        .text("deliverable")
        .maybe_text("stage")
        .small("revision")
        .text("title")
        .maybe_reference("file_id", "file")
        .maybe_text("record_kind")
        .maybe_uuid("record_id")
        .maybe_text("sha256")
        .flag("electronic")
        .flag("paper")
        .maybe_text("place")
        .maybe_reference("keeper_id", "member")
        .maybe_reference("filed_by", "member")
        .maybe_instant("replaced_at")
        .integer("version")
        .times()
        .index(&["project_id", "deliverable", "revision"])
        .create(m)
        .await?;
    table("archive_seal")
        .id()
        .reference("project_id", "project")
        .text("manifest")
        .text("hash")
        .flag("complete")
        .maybe_reference("sealed_by", "member")
        .instant("sealed_at")
        .unique(&["project_id"])
        .create(m)
        .await
}
