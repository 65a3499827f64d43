//! Obligations with their people, notifications, faults, and what the sweeps remember. One function a room.

use sea_orm_migration::prelude::*;

use crate::table::table;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0002_governance"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        obligation(m).await?;
        obligation_person(m).await?;
        watch(m).await?;
        notification(m).await?;
        fault(m).await
    }
}

async fn obligation(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    table("obligation")
        .id()
        .text("subject_kind")
        .uuid("subject_id")
        .text("rule")
        .text("occurrence")
        .text("person")
        .text("source")
        .json("name")
        .maybe_reference("pack_version_id", "pack_version")
        .maybe_reference("department_id", "department")
        .maybe_uuid("parent_id")
        .maybe_instant("refused_at")
        .maybe_text("form")
        .flag("key_step")
        .flag("customer")
        .text("mode")
        .state("state", &["open", "fulfilled", "late", "waived", "void"])
        .small("progress")
        .small("needed")
        .instant("opened_at")
        .maybe_uuid("opened_event")
        .instant("start_at")
        .maybe_instant("due_at")
        .json("due")
        .json("pauses")
        .maybe_instant("paused_since")
        .maybe_reference("taken_by", "member")
        .json("steps")
        .small("step")
        .maybe_instant("next_step_at")
        .maybe_instant("overdue_at")
        .maybe_instant("happened_at")
        .maybe_instant("closed_at")
        .maybe_uuid("closed_event")
        .maybe_reference("closed_by", "member")
        .maybe_text("note")
        .integer("version")
        .times()
        .unique(&["subject_kind", "subject_id", "rule", "occurrence", "person"])
        .index(&["subject_kind", "subject_id", "state"])
        .index(&["state", "next_step_at", "id"])
        .index(&["state", "due_at", "id"])
        .index(&["due_at", "id"])
        .index(&["department_id", "due_at", "id"])
        .index(&["rule", "due_at"])
        .index(&["parent_id"])
        .create(m)
        .await
}

async fn obligation_person(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    table("obligation_person")
        .id()
        .reference("obligation_id", "obligation")
        .reference("member_id", "member")
        .state("role", &["responsible", "escalated"])
        .state("state", &["open", "aside", "moved", "done", "closed"])
        .maybe_instant("due_at")
        .instant("from_at")
        .maybe_instant("until_at")
        .text("why")
        .index(&["member_id", "state", "due_at", "obligation_id"])
        .index(&["obligation_id", "from_at"])
        .create(m)
        .await
}

/// What the engine remembers of a subject between two looks: how long it is silent, whether a condition held, whether it had ended.
async fn watch(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    table("watch")
        .id()
        .text("subject_kind")
        .uuid("subject_id")
        .state("kind", &["life", "silence", "condition", "repeat", "parts"])
        .text("rule")
        .flag("held")
        .small("count")
        .instant("since")
        .json("pauses")
        .maybe_instant("paused_since")
        .maybe_instant("next_at")
        .maybe_text("occasion")
        .unique(&["subject_kind", "subject_id", "kind", "rule"])
        .index(&["kind", "next_at", "id"])
        .create(m)
        .await?;
    table("round")
        .text("name")
        .maybe_instant("until_at")
        .maybe_instant("target_at")
        .maybe_uuid("cursor")
        .integer("generation")
        .primary(&["name"])
        .create(m)
        .await?;
    // Records on the list of a sample whose walk has not ended.
    table("draw_candidate")
        .id()
        .text("rule")
        .text("occurrence")
        .maybe_reference("pack_version_id", "pack_version")
        .maybe_reference("department_id", "department")
        .text("subject_kind")
        .uuid("subject_id")
        .text("group_key")
        .instant("start_at")
        .maybe_instant("due_at")
        .index(&["subject_kind", "id"])
        .create(m)
        .await
}

async fn notification(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    table("notification")
        .id()
        .reference("member_id", "member")
        .text("kind")
        .text("rule")
        .maybe_text("subject_kind")
        .maybe_uuid("subject_id")
        .maybe_uuid("obligation_id")
        .json("words")
        .instant("created_at")
        .maybe_instant("read_at")
        .index(&["member_id", "read_at", "id"])
        .index(&["subject_kind", "subject_id"])
        .create(m)
        .await
}

async fn fault(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    table("fault")
        .id()
        .text("code")
        .text("key")
        .text("rule")
        .maybe_text("subject_kind")
        .maybe_uuid("subject_id")
        .text("meant")
        .maybe_reference("instead_id", "member")
        .small("count")
        .instant("first_at")
        .instant("last_at")
        .maybe_instant("resolved_at")
        .unique(&["key"])
        .index(&["resolved_at", "last_at"])
        .create(m)
        .await
}
