//! Customers, contacts, interactions, leads, inquiries, messages, handovers.

use sea_orm_migration::prelude::*;

use crate::table::table;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0003_engage"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        customers(m).await?;
        contacts(m).await?;
        inquiries(m).await?;
        interactions(m).await?;
        messages(m).await?;
        handovers(m).await?;
        exports(m).await?;
        merges(m).await?;
        leads(m).await
    }
}

async fn customers(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    table("customer")
        .record()
        .text("name")
        .maybe_text("short_name")
        .state("kind", &["company", "person"])
        .maybe_text("credit_code")
        .maybe_text("industry")
        .maybe_text("region")
        .maybe_text("source")
        .maybe_money("budget_amount", "budget_currency", "budget_home")
        .maybe_text("needs")
        .maybe_text("preferences")
        .maybe_text("purchase_behaviour")
        .maybe_text("address")
        .maybe_text("website")
        .maybe_text("mail_domain")
        .flag("complete")
        .flag("active")
        .instant("last_active_at")
        .small("contact_count")
        .key_text("name_key")
        .key_text("match_key")
        .maybe_text("short_name_key")
        .key_text("sort_key")
        .maybe_reference("merged_into", "customer")
        .unique_live(&["credit_code"])
        .index(&["match_key", "id"])
        .index(&["name_key"])
        .index(&["short_name_key"])
        .index(&["mail_domain"])
        .index(&["sort_key", "id"])
        .index(&["active", "last_active_at"])
        .create(m)
        .await?;
    table("customer_member")
        .reference("customer_id", "customer")
        .reference("member_id", "member")
        .text("role")
        .instant("created_at")
        .primary(&["customer_id", "member_id", "role"])
        .index(&["member_id", "customer_id"])
        .create(m)
        .await?;
    table("customer_timeline")
        .reference("customer_id", "customer")
        .uuid("event_id")
        .primary(&["customer_id", "event_id"])
        .create(m)
        .await
}

async fn contacts(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    table("contact")
        .id()
        .reference("customer_id", "customer")
        .text("name")
        .key_text("name_key")
        .key_text("sort_key")
        .maybe_text("position")
        .flag("main")
        .maybe_text("phone")
        .maybe_text("phone_key")
        .maybe_text("mobile")
        .maybe_text("mobile_key")
        .maybe_text("email")
        .maybe_text("email_key")
        .maybe_text("email_domain")
        .maybe_text("wechat")
        .maybe_text("notes")
        .json("extra")
        .integer("version")
        .maybe_instant("archived_at")
        .times()
        .index(&["customer_id", "sort_key"])
        .index(&["phone_key"])
        .index(&["mobile_key"])
        .index(&["email_key"])
        .index(&["email_domain"])
        .create(m)
        .await
}

async fn interactions(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    table("interaction")
        .id()
        .reference("customer_id", "customer")
        .maybe_uuid("project_id")
        .state(
            "kind",
            &["call", "mail", "meeting", "visit", "negotiation", "other"],
        )
        .state("state", &["planned", "recorded", "cancelled"])
        .maybe_instant("planned_at")
        .maybe_instant("happened_at")
        .maybe_integer("lag_minutes")
        .json("contacts")
        .json("members")
        .maybe_text("content")
        .maybe_text("needs")
        .maybe_text("feedback")
        .json("promises")
        .maybe_text("next_action")
        .flag("inbound")
        .maybe_reference("inquiry_id", "inquiry")
        .maybe_reference("owner_id", "member")
        .maybe_reference("department_id", "department")
        .json("extra")
        .integer("version")
        .times()
        .index(&["customer_id", "created_at desc"])
        .index(&["project_id", "created_at desc"])
        .index(&["owner_id", "created_at desc"])
        .index(&["department_id", "created_at desc"])
        .index(&["created_at", "id"])
        .create(m)
        .await
}

const CHANNELS: [&str; 8] = ["phone", "mail", "web", "chat", "fax", "im", "video", "walk_in"];

async fn inquiries(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    table("inquiry")
        .record()
        .maybe_reference("customer_id", "customer")
        .maybe_reference("contact_id", "contact")
        .state("channel", &CHANNELS)
        .maybe_text("class")
        .maybe_text("priority")
        .state(
            "state",
            &["received", "assigned", "replied", "following", "closed"],
        )
        .maybe_text("outcome")
        .text("title")
        .maybe_text("question")
        .maybe_text("background")
        .maybe_text("aim")
        .maybe_text("needs")
        .maybe_text("answer")
        .maybe_text("answer_source")
        .maybe_text("clarity")
        .flag("assessed")
        .maybe_reference("assignee_id", "member")
        .maybe_reference("receiver_id", "member")
        .maybe_instant("assigned_at")
        .json("assigned_why")
        .instant("received_at")
        .maybe_instant("first_replied_at")
        .maybe_instant("closed_at")
        .flag("waits_for_customer")
        .small("reply_count")
        .flag("overdue")
        .flag("corrected")
        .maybe_uuid("project_id")
        .maybe_text("sender_name")
        .maybe_text("sender_company")
        .maybe_text("sender_email")
        .maybe_text("sender_phone")
        .index(&["customer_id", "id"])
        .index(&["received_at", "id"])
        .index(&["state", "received_at desc"])
        .index(&["assignee_id", "state", "received_at desc"])
        .index(&["assignee_id", "assigned_at"])
        .index(&["receiver_id", "id"])
        .index(&["project_id"])
        .create(m)
        .await
}

async fn messages(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    table("message")
        .id()
        .maybe_reference("inquiry_id", "inquiry")
        .state("direction", &["in", "out"])
        .state("channel", &CHANNELS)
        .state("state", &["received", "queued", "sent", "failed"])
        .maybe_text("subject")
        .text("body")
        .maybe_text("from_name")
        .maybe_text("from_address")
        .maybe_text("to_address")
        .maybe_text("mail_id")
        .maybe_text("in_reply_to")
        .maybe_text("thread_key")
        .maybe_text("sha256")
        .flag("broken")
        .maybe_text("broken_why")
        .maybe_text("source")
        .maybe_reference("author_id", "member")
        .instant("said_at")
        .integer("version")
        .times()
        .index(&["inquiry_id", "id"])
        .index(&["thread_key", "id"])
        .index(&["state", "id"])
        .unique(&["mail_id"])
        .unique(&["sha256"])
        .create(m)
        .await
}

async fn handovers(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    table("handover")
        .id()
        .reference("inquiry_id", "inquiry")
        .reference("from_id", "member")
        .reference("to_id", "member")
        .maybe_reference("department_id", "department")
        .state("intent", &["high", "medium", "low"])
        .text("summary")
        .state("state", &["offered", "accepted", "refused"])
        .maybe_text("reason")
        .maybe_instant("decided_at")
        .maybe_uuid("lead_id")
        .maybe_text("result")
        .integer("version")
        .times()
        .index(&["inquiry_id", "id"])
        .index(&["to_id", "state", "id"])
        .index(&["from_id", "id"])
        .index(&["department_id", "id"])
        .create(m)
        .await
}

async fn merges(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    table("customer_merge")
        .id()
        .reference("from_id", "customer")
        .reference("into_id", "customer")
        .text("reason")
        .json("filled")
        .maybe_reference("merged_by", "member")
        .instant("merged_at")
        .maybe_instant("undone_at")
        .index(&["from_id", "id"])
        .index(&["into_id", "id"])
        .create(m)
        .await?;
    table("customer_merge_part")
        .reference("merge_id", "customer_merge")
        .text("kind")
        .uuid("record_id")
        .primary(&["merge_id", "kind", "record_id"])
        .create(m)
        .await
}

async fn exports(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    table("export_run")
        .id()
        .maybe_reference("owner_id", "member")
        .maybe_reference("department_id", "department")
        .maybe_reference("pack_version_id", "pack_version")
        .flag("shared")
        .maybe_text("recipient")
        .text("reason")
        .maybe_reference("customer_id", "customer")
        .maybe_text("filter")
        .maybe_text("words")
        .flag("confidential")
        .state("state", &["asked", "approved", "refused", "made", "ended"])
        .small("customer_count")
        .maybe_uuid("approval_id")
        .maybe_instant("made_at")
        .maybe_instant("ends_at")
        .maybe_text("sha256")
        .maybe_integer("size")
        .maybe_text("token_hash")
        .small("readings")
        .integer("version")
        .times()
        .index(&["owner_id", "id"])
        .index(&["department_id", "id"])
        .index(&["customer_id", "id"])
        .unique(&["token_hash"])
        .create(m)
        .await
}

async fn leads(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    table("lead")
        .record()
        .maybe_reference("customer_id", "customer")
        .maybe_reference("inquiry_id", "inquiry")
        .maybe_reference("handover_id", "handover")
        .text("title")
        .maybe_text("source")
        .maybe_text("needs")
        .state(
            "state",
            &["new", "contacted", "qualified", "converted", "discarded"],
        )
        .date("first_on")
        .maybe_instant("contacted_at")
        .maybe_text("reason")
        .maybe_uuid("project_id")
        .index(&["customer_id", "id"])
        .index(&["state", "id"])
        .index(&["handover_id"])
        .index(&["created_at", "id"])
        .create(m)
        .await
}
