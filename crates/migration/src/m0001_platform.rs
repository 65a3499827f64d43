//! Company, departments, members, positions, log-in, packs, ledger, jobs, files, keys, leases.

use sea_orm_migration::prelude::*;

use crate::table::table;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0001_platform"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        company(m).await?;
        people(m).await?;
        rates(m).await?;
        packs(m).await?;
        ledger(m).await?;
        engine_room(m).await
    }
}

async fn company(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    table("company")
        .column_id_small()
        .text("name")
        .text("zone")
        .text("currency")
        .text("url")
        .integer("generation")
        .integer("version")
        .instant("updated_at")
        .create(m)
        .await?;
    let row = Query::insert()
        .into_table(Alias::new("company"))
        .columns(
            [
                "id",
                "name",
                "zone",
                "currency",
                "url",
                "generation",
                "version",
                "updated_at",
            ]
            .map(Alias::new),
        )
        .values_panic([
            1.into(),
            "".into(),
            "Asia/Shanghai".into(),
            "CNY".into(),
            "".into(),
            1_i64.into(),
            1_i64.into(),
            Expr::cust("'2026-01-01T00:00:00+00:00'"),
        ])
        .to_owned();
    m.execute(row).await?;
    table("holiday_year")
        .small("year")
        .primary(&["year"])
        .text("text")
        .create(m)
        .await
}

async fn rates(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    table("exchange_rate")
        .text("currency")
        .date("from_on")
        .primary(&["currency", "from_on"])
        .integer("rate_ppm")
        .maybe_reference("entered_by", "member")
        .instant("entered_at")
        .create(m)
        .await
}

async fn people(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    table("department")
        .id()
        .maybe_reference("parent_id", "department")
        .text("name")
        .integer("version")
        .maybe_instant("archived_at")
        .times()
        .create(m)
        .await?;
    table("member")
        .id()
        .text("name")
        .key_text("name_key")
        .text("login")
        .key_text("login_key")
        .maybe_text("email")
        .maybe_text("phone")
        .text("language")
        .maybe_text("password_hash")
        .maybe_instant("password_changed_at")
        .integer("version")
        .maybe_instant("deactivated_at")
        .times()
        .unique(&["login_key"])
        .index(&["name_key", "id"])
        .create(m)
        .await?;
    table("membership")
        .id()
        .reference("member_id", "member")
        .reference("department_id", "department")
        .flag("head")
        .date("from_date")
        .maybe_date("until_date")
        .integer("version")
        .times()
        .index(&["member_id", "from_date"])
        .index(&["department_id", "from_date"])
        .create(m)
        .await?;
    table("position_holding")
        .id()
        .reference("member_id", "member")
        .text("position")
        .maybe_reference("department_id", "department")
        .date("from_date")
        .maybe_date("until_date")
        .integer("version")
        .times()
        .index(&["member_id", "from_date"])
        .index(&["position", "from_date"])
        .create(m)
        .await?;
    table("skill_holding")
        .id()
        .reference("member_id", "member")
        .text("skill")
        .small("level")
        .date("from_date")
        .maybe_date("until_date")
        .integer("version")
        .times()
        .index(&["member_id", "skill"])
        .index(&["skill", "level"])
        .create(m)
        .await?;
    table("absence")
        .id()
        .reference("member_id", "member")
        .instant("from_at")
        .instant("until_at")
        .text("reason")
        .integer("version")
        .times()
        .index(&["member_id", "until_at"])
        .create(m)
        .await?;
    table("delegation")
        .id()
        .reference("member_id", "member")
        .reference("delegate_id", "member")
        .instant("from_at")
        .instant("until_at")
        .text("reason")
        .maybe_instant("ended_at")
        .integer("version")
        .times()
        .index(&["delegate_id", "until_at"])
        .index(&["member_id", "until_at"])
        .create(m)
        .await?;
    table("session")
        .text("id_hash")
        .primary(&["id_hash"])
        .maybe_reference("member_id", "member")
        .text("data")
        .flag("stay")
        .instant("created_at")
        .instant("used_at")
        .instant("expires_at")
        .index(&["member_id"])
        .index(&["expires_at"])
        .create(m)
        .await?;
    table("login_attempt")
        .id()
        .text("key")
        .instant("at")
        .index(&["key", "at"])
        .create(m)
        .await?;
    table("customer_link")
        .id()
        .text("token_hash")
        .text("purpose")
        .text("subject_kind")
        .uuid("subject_id")
        .instant("created_at")
        .instant("expires_at")
        .maybe_instant("used_at")
        .unique(&["token_hash"])
        .index(&["subject_kind", "subject_id"])
        .create(m)
        .await
}

async fn packs(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    table("pack_version")
        .id()
        .text("pack")
        .text("version")
        .text("hash")
        .text("text")
        .instant("published_at")
        .maybe_reference("published_by", "member")
        .unique(&["hash"])
        .index(&["pack", "published_at"])
        .create(m)
        .await?;
    table("pack_adoption")
        .id()
        .reference("department_id", "department")
        .reference("pack_version_id", "pack_version")
        .date("from_date")
        .maybe_reference("adopted_by", "member")
        .instant("created_at")
        .index(&["department_id", "from_date"])
        .create(m)
        .await
}

async fn ledger(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    table("event")
        .id()
        .text("name")
        .text("subject_kind")
        .uuid("subject_id")
        .maybe_uuid("member_id")
        .maybe_uuid("on_behalf_of")
        .instant("happened_at")
        .instant("recorded_at")
        .text("body")
        .text("hash")
        .index(&["subject_kind", "subject_id", "id"])
        .index(&["name", "happened_at"])
        .create(m)
        .await?;
    table("event_unsealed")
        .uuid("event_id")
        .instant("recorded_at")
        .primary(&["event_id"])
        .index(&["recorded_at", "event_id"])
        .create(m)
        .await?;
    table("event_personal")
        .uuid("event_id")
        .text("field")
        .text("salt")
        .text("value")
        .primary(&["event_id", "field"])
        .create(m)
        .await?;
    table("event_sealed")
        .integer("seal_number")
        .small("place")
        .uuid("event_id")
        .primary(&["seal_number", "place"])
        .unique(&["event_id"])
        .create(m)
        .await?;
    table("seal")
        .integer("number")
        .small("count")
        .text("previous")
        .text("hash")
        .instant("sealed_at")
        .primary(&["number"])
        .create(m)
        .await
}

async fn engine_room(m: &SchemaManager<'_>) -> Result<(), DbErr> {
    table("number_series")
        .text("kind")
        .small("year")
        .integer("last")
        .primary(&["kind", "year"])
        .create(m)
        .await?;
    table("lease")
        .text("name")
        .uuid("holder")
        .instant("until")
        .primary(&["name"])
        .create(m)
        .await?;
    table("idempotency_key")
        .text("key")
        .text("request_hash")
        .small("status")
        .maybe_text("body")
        .instant("created_at")
        .primary(&["key"])
        .index(&["created_at"])
        .create(m)
        .await?;
    table("job")
        .id()
        .text("kind")
        .json("input")
        .state("state", &["waiting", "done", "failed"])
        .small("attempts")
        .instant("run_at")
        .maybe_json("result")
        .maybe_text("error")
        .times()
        .index(&["state", "run_at", "id"])
        .create(m)
        .await?;
    table("file")
        .id()
        .text("subject_kind")
        .uuid("subject_id")
        .text("name")
        .text("media_type")
        .text("class")
        .text("sha256")
        .integer("size")
        .maybe_reference("uploaded_by", "member")
        .instant("created_at")
        .maybe_instant("archived_at")
        .index(&["subject_kind", "subject_id", "id"])
        .index(&["sha256"])
        .create(m)
        .await
}
