//! What is decided: sheets filed, gates passed, approvals with their steps and deciders, grades, objections.

use sea_orm_migration::prelude::*;

use crate::table::{Draft, table};

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0002_governance_decisions"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        filings(m).await?;
        gates(m).await?;
        approvals(m).await?;
        grades(m).await?;
        objections(m).await
    }
}

fn about(draft: Draft) -> Draft {
    draft.text("subject_kind").uuid("subject_id")
}

async fn filings(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    about(table("form_filing").id().maybe_text("number").text("form"))
        .maybe_reference("pack_version_id", "pack_version")
        .json("fields")
        .json("reasons")
        .json("present")
        .maybe_small("score")
        .flag("passed")
        .maybe_instant("valid_until")
        .text("filed_as")
        .maybe_reference("filed_by", "member")
        .maybe_reference("on_behalf_of", "member")
        .maybe_uuid("replaces")
        .maybe_uuid("replaced_by")
        .maybe_json("made")
        .instant("filed_at")
        .index(&["subject_kind", "subject_id", "form", "id"])
        .index(&["form", "id"])
        .unique(&["number"])
        .create(m)
        .await
}

async fn gates(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    about(table("gate_check").id().text("gate").text("point"))
        .maybe_reference("pack_version_id", "pack_version")
        .maybe_reference("member_id", "member")
        .maybe_reference("department_id", "department")
        .state("effect", &["block", "warn", "hold"])
        .flag("met")
        .flag("exempted")
        .maybe_uuid("exemption_id")
        .json("items")
        .instant("checked_at")
        .index(&["subject_kind", "subject_id", "id"])
        .index(&["gate", "checked_at"])
        .create(m)
        .await
}

async fn approvals(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    about(table("approval_request").id().text("approval").text("part"))
        .maybe_uuid("about_id")
        .json("about")
        .reference("pack_version_id", "pack_version")
        .maybe_reference("department_id", "department")
        .state(
            "state",
            &["pending", "approved", "returned", "rejected", "withdrawn"],
        )
        .maybe_reference("asked_by", "member")
        .maybe_reference("on_behalf_of", "member")
        .maybe_text("note")
        .json("asked_facts")
        .maybe_json("decided_facts")
        .instant("asked_at")
        .maybe_instant("decided_at")
        .maybe_instant("used_at")
        .maybe_instant("outdated_at")
        .maybe_uuid("follows")
        .integer("version")
        .times()
        .index(&["subject_kind", "subject_id", "id"])
        .index(&["state", "id"])
        .index(&["asked_by", "id"])
        .index(&["asked_at", "id"])
        .index(&["about_id"])
        .create(m)
        .await?;
    table("approval_step")
        .id()
        .reference("request_id", "approval_request")
        .small("place")
        .small("round")
        .state(
            "state",
            &[
                "waiting", "open", "passed", "skipped", "returned", "rejected", "void",
            ],
        )
        .state("mode", &["one", "each", "most"])
        .maybe_small("at_least")
        .maybe_text("form")
        .flag("answered")
        .flag("conditions")
        .maybe_instant("opened_at")
        .maybe_instant("due_at")
        .maybe_instant("closed_at")
        .integer("generation")
        .index(&["request_id", "place", "round"])
        .index(&["state", "generation"])
        .create(m)
        .await?;
    table("approval_decider")
        .id()
        .reference("request_id", "approval_request")
        .reference("step_id", "approval_step")
        .reference("member_id", "member")
        .state(
            "state",
            &[
                "open",
                "approved",
                "returned",
                "rejected",
                "handed_over",
                "replaced",
                "closed",
            ],
        )
        .text("reason")
        .flag("added")
        .maybe_reference("decided_by", "member")
        .maybe_text("words")
        .maybe_uuid("filing_id")
        .json("conditions")
        .maybe_instant("decided_at")
        .index(&["step_id", "id"])
        .index(&["request_id", "id"])
        .index(&["member_id", "state", "id"])
        .create(m)
        .await
}

async fn grades(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    about(table("grading_result").id())
        .text("grading")
        .text("grade")
        .small("rank")
        .maybe_text("from_grade")
        .state("state", &["proposed", "confirmed", "past", "refused"])
        .maybe_reference("pack_version_id", "pack_version")
        .maybe_uuid("filing_id")
        .maybe_uuid("request_id")
        .json("facts")
        .maybe_instant("confirmed_at")
        .integer("version")
        .times()
        .index(&["subject_kind", "subject_id", "grading", "id"])
        .index(&["grading", "grade", "state"])
        .create(m)
        .await
}

async fn objections(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    about(table("objection").id())
        .state("state", &["open", "answered", "withdrawn"])
        .reference("raised_by", "member")
        .text("words")
        .maybe_reference("answered_by", "member")
        .maybe_text("answer")
        .maybe_instant("answered_at")
        .integer("version")
        .times()
        .index(&["subject_kind", "subject_id", "state"])
        .create(m)
        .await
}
