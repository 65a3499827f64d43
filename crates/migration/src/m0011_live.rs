//! Notices by mail as each member wants them, and calendars that show what one owes.

use sea_orm_migration::prelude::*;

use crate::table::table;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0011_live"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        table("mail_setting")
            .reference("member_id", "member")
            .state("notice", &["now", "digest", "never"])
            .state("warning", &["now", "digest", "never"])
            .state("overdue", &["now", "digest", "never"])
            .maybe_small("digest_hour")
            .maybe_small("quiet_from")
            .maybe_small("quiet_until")
            .flag("working_time")
            .integer("version")
            .times()
            .primary(&["member_id"])
            .create(m)
            .await?;
        table("mail_state")
            .reference("member_id", "member")
            .maybe_date("digest_on")
            .maybe_instant("sent_at")
            .maybe_instant("failed_at")
            .maybe_text("failed_why")
            .primary(&["member_id"])
            .create(m)
            .await?;
        table("calendar_link")
            .id()
            .reference("member_id", "member")
            .text("token_hash")
            .instant("created_at")
            .maybe_instant("used_at")
            .maybe_instant("revoked_at")
            .unique(&["token_hash"])
            .index(&["member_id", "id"])
            .create(m)
            .await
    }
}
