//! HTTP of what members want by mail.

use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use xianji_platform::http::{Call, Input, Problem, answer};
use xianji_platform::identity::queries::member;
use xianji_platform::{App, Conn, Failure, FieldFault, Invalid};

use super::entity::{Setting, When};
use super::model::Wish;
use super::{actions, queries};

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(read, want))
}

/// What the reader wants by mail, and whether it works.
#[derive(Debug, Serialize, ToSchema)]
struct MailSetting {
    notice: When,
    warning: When,
    overdue: When,
    /// Hour of the day's summary, 0 to 23 in the company's zone; null: none.
    digest_hour: Option<i32>,
    /// Rest of one's own, from this hour until the other.
    quiet_from: Option<i32>,
    quiet_until: Option<i32>,
    /// Mails come in working time alone.
    working_time: bool,
    version: i64,
    /// Where mails go; null: the member has no address, so none come.
    address: Option<String>,
    /// Whether the house has a mail server: without one no mails come.
    sends: bool,
    /// When a mail last left.
    sent_at: Option<DateTime<Utc>>,
    /// When one last did not, unless one has left since.
    failed_at: Option<DateTime<Utc>>,
    failed_why: Option<String>,
}

async fn view(app: &App, db: &Conn<'_>, setting: Setting) -> Result<MailSetting, Failure> {
    let state = queries::state_of(db, setting.member_id).await?;
    let address = member(db, setting.member_id).await?.email;
    let (sent_at, failed_at, failed_why) = state
        .map(|state| (state.sent_at, state.failed_at, state.failed_why))
        .unwrap_or_default();
    Ok(MailSetting {
        notice: setting.notice,
        warning: setting.warning,
        overdue: setting.overdue,
        digest_hour: setting.digest_hour,
        quiet_from: setting.quiet_from,
        quiet_until: setting.quiet_until,
        working_time: setting.working_time,
        version: setting.version,
        address: address.filter(|address| !address.is_empty()),
        sends: app.mailer().is_some(),
        sent_at,
        failed_at,
        failed_why,
    })
}

/// What I want by mail.
#[utoipa::path(get, path = "/mail-settings", operation_id = "mail.read", tag = "governance",
    responses((status = 200, body = MailSetting), (status = "4XX", body = Problem)))]
async fn read(call: Call) -> Result<Response, Failure> {
    let me = call
        .actor()
        .member()
        .ok_or_else(|| Failure::not_found("member"))?;
    let setting = queries::of(&call.db(), me).await?;
    answer::ok(&view(call.app(), &call.db(), setting).await?)
}

/// What a member wants by mail; all of it. Escalations always come at once.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct WantMail {
    notice: When,
    warning: When,
    overdue: When,
    /// Hour of the day's summary; null: none.
    #[schema(minimum = 0, maximum = 23)]
    digest_hour: Option<i32>,
    /// Rest of one's own; both or neither.
    #[schema(minimum = 0, maximum = 23)]
    quiet_from: Option<i32>,
    #[schema(minimum = 0, maximum = 23)]
    quiet_until: Option<i32>,
    /// Mails in working time alone.
    working_time: bool,
}

impl WantMail {
    fn wish(self) -> Result<Wish, Invalid> {
        let missing = |there: Option<i32>, other: Option<i32>| there.is_none() && other.is_some();
        let mut faults = Vec::new();
        let kinds = [self.notice, self.warning, self.overdue];
        if kinds.contains(&When::Digest) && self.digest_hour.is_none() {
            faults.push(FieldFault::at("/digest_hour", "required"));
        }
        if missing(self.quiet_from, self.quiet_until) {
            faults.push(FieldFault::at("/quiet_from", "required"));
        }
        if missing(self.quiet_until, self.quiet_from) {
            faults.push(FieldFault::at("/quiet_until", "required"));
        }
        if !faults.is_empty() {
            return Err(Invalid(faults));
        }
        Ok(Wish {
            notice: self.notice,
            warning: self.warning,
            overdue: self.overdue,
            digest_hour: self.digest_hour,
            quiet_from: self.quiet_from,
            quiet_until: self.quiet_until,
            working_time: self.working_time,
        })
    }
}

/// Say what I want by mail.
#[utoipa::path(put, path = "/mail-settings", operation_id = "mail.want", tag = "governance", request_body = WantMail,
    responses((status = 200, body = MailSetting), (status = "4XX", body = Problem)))]
async fn want(call: Call, Input(body): Input<WantMail>) -> Result<Response, Failure> {
    let wish = body.wish()?;
    let mut work = call.begin_change().await?;
    let setting = actions::want(&mut work, &wish).await?;
    let view = view(call.app(), &work.db(), setting).await?;
    work.answer(StatusCode::OK, &view).await
}
