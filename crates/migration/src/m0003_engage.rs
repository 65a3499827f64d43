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
        customers(m).await
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
