//! What a member wants by mail, and the jobs that follow from being told.

use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
use serde_json::json;
use xianji_kernel::calendar::WorkCalendar;
use xianji_platform::{Failure, MemberId, Subject, Work};

use super::entity::{Column, Entity, Setting, state};
use super::model::Wish;
use super::{jobs, queries};
use crate::engine::{Context, company_calendar};
use crate::notification::NotificationId;

/// Sets what the actor wants by mail.
pub(super) async fn want(work: &mut Work, wish: &Wish) -> Result<Setting, Failure> {
    let me = work
        .actor()
        .member()
        .ok_or_else(|| Failure::not_found("member"))?;
    let mut setting = queries::of(&work.db(), me).await?;
    work.expect_version(setting.version)?;
    setting.want(wish, work.now);
    let replaced = OnConflict::column(Column::MemberId)
        .update_columns([
            Column::Notice,
            Column::Warning,
            Column::Overdue,
            Column::DigestHour,
            Column::QuietFrom,
            Column::QuietUntil,
            Column::WorkingTime,
            Column::Version,
            Column::UpdatedAt,
        ])
        .to_owned();
    Entity::insert(setting.clone().into_active_model().reset_all())
        .on_conflict(replaced)
        .exec_without_returning(&work.db())
        .await?;
    let facts = serde_json::to_value(wish)?;
    work.record_named("member.mail_wanted", Subject::new("member", me), facts)
        .await?;
    Ok(setting)
}

/// Writes the mails of what members were just told, each for the moment at which it may leave.
pub(crate) async fn queue(
    work: &mut Work,
    kind: &str,
    told: &[(MemberId, NotificationId)],
) -> Result<(), Failure> {
    if work.app().mailer().is_none() {
        return Ok(());
    }
    let settings = queries::of_members(&work.db(), told.iter().map(|(member, _)| *member)).await?;
    let calendar = calendar(work)?;
    for (member, notification) in told {
        let usual = || Setting::usual(*member);
        let setting = settings.get(member).cloned().unwrap_or_else(usual);
        if let Some(at) = setting.leaves_at(kind, work.now, &calendar) {
            let input = json!({ "notification": notification });
            work.later_at(jobs::ONE, input, at).await?;
        }
    }
    Ok(())
}

/// The calendar of the company's pack.
pub(super) fn calendar(work: &Work) -> Result<WorkCalendar, Failure> {
    company_calendar(&Context::of(work))
}

/// Notes that a day's summary was seen to.
pub(super) async fn mark_digest(work: &mut Work, member: MemberId) -> Result<(), Failure> {
    let today = work.policies().today(work.now);
    let row = state::ActiveModel {
        member_id: Set(member),
        digest_on: Set(Some(today)),
        sent_at: Set(None),
        failed_at: Set(None),
        failed_why: Set(None),
    };
    keep(work, row, &[state::Column::DigestOn]).await
}

/// Notes how a mail went; one that left makes the trouble before it forgotten.
pub(super) async fn note(work: &mut Work, member: MemberId, trouble: Option<String>) -> Result<(), Failure> {
    let failed = trouble.is_some();
    let row = state::ActiveModel {
        member_id: Set(member),
        digest_on: Set(None),
        sent_at: Set((!failed).then_some(work.now)),
        failed_at: Set(failed.then_some(work.now)),
        failed_why: Set(trouble),
    };
    let mut columns = vec![state::Column::FailedAt, state::Column::FailedWhy];
    if !failed {
        columns.push(state::Column::SentAt);
    }
    keep(work, row, &columns).await
}

async fn keep(work: &mut Work, row: state::ActiveModel, columns: &[state::Column]) -> Result<(), Failure> {
    let again = OnConflict::column(state::Column::MemberId)
        .update_columns(columns.iter().copied())
        .to_owned();
    state::Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(&work.db())
        .await?;
    Ok(())
}
