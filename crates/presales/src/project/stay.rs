//! The stays of a project in its stages: who brought it there, when, by when it should be left.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, QueryFilter};
use xianji_governance::engine::{Limit, due};
use xianji_governance::{Case, Context};
use xianji_kernel::calendar::WorkCalendar;
use xianji_platform::{Failure, Owned, Work};
use xianji_policy::model::Pack;

use super::entity::stage_record::{ActiveModel, Column, Entered, Entity};
use super::model::Project;

/// Begins a stay in the stage that the project is in now.
pub async fn begin(
    work: &mut Work,
    pack: &Pack,
    project: &Project,
    by: Entered,
    exempted: Option<String>,
) -> Result<(), Failure> {
    let due_at = due_at(work, pack, project).await?;
    let row = ActiveModel {
        id: Set(work.next_id()),
        project_id: Set(project.id),
        stage: Set(project.stage.clone()),
        entered_by: Set(by),
        entered_at: Set(work.now),
        entered_member_id: Set(work.actor().member()),
        left_at: Set(None),
        left_member_id: Set(None),
        due_at: Set(due_at),
        skipped_at: Set(None),
        exempted: Set(exempted),
    };
    Entity::insert(row).exec_without_returning(&work.db()).await?;
    Ok(())
}

/// Ends the stay that runs.
pub async fn end(work: &Work, project: &Project) -> Result<(), Failure> {
    Entity::update_many()
        .col_expr(Column::LeftAt, Expr::value(work.now))
        .col_expr(Column::LeftMemberId, Expr::value(work.actor().member()))
        .filter(Column::ProjectId.eq(project.id))
        .filter(Column::LeftAt.is_null())
        .exec(&work.db())
        .await?;
    Ok(())
}

/// Notes that a stage was left out.
pub async fn leave_out(work: &mut Work, project: &Project, stage: &str) -> Result<(), Failure> {
    let row = ActiveModel {
        id: Set(work.next_id()),
        project_id: Set(project.id),
        stage: Set(stage.to_owned()),
        entered_by: Set(Entered::Advanced),
        entered_at: Set(work.now),
        entered_member_id: Set(work.actor().member()),
        left_at: Set(Some(work.now)),
        left_member_id: Set(work.actor().member()),
        due_at: Set(None),
        skipped_at: Set(Some(work.now)),
        exempted: Set(None),
    };
    Entity::insert(row).exec_without_returning(&work.db()).await?;
    Ok(())
}

/// Working days between two moments, by working time and rounded: what stands on the stage bar.
pub fn working_days(calendar: &WorkCalendar, from: DateTime<Utc>, to: DateTime<Utc>) -> i64 {
    let Ok(day) = calendar.next_working_day(calendar.today(from)) else {
        return 0;
    };
    let one = calendar
        .working_between(calendar.start_of_day(day), calendar.end_of_day(day))
        .num_minutes();
    let all = calendar.working_between(from, to).num_minutes();
    (all + one / 2).checked_div(one).unwrap_or_default()
}

/// By when a stage entered now should be left. The obligation of the same name is what is enforced; this is shown on the stage bar.
async fn due_at(work: &Work, pack: &Pack, project: &Project) -> Result<Option<DateTime<Utc>>, Failure> {
    let Some(limit) = pack.stage(&project.stage).and_then(|stage| stage.limit.as_ref()) else {
        return Ok(None);
    };
    let context = Context::of(work);
    let Some(case) = Case::load(&context, &project.subject()).await? else {
        return Ok(None);
    };
    Ok(due(&context, &case, limit, Limit::from(work.now)).await?.at)
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};
    use xianji_kernel::calendar::{Holidays, WorkCalendar};

    use super::working_days;

    #[test]
    fn a_limit_of_ten_working_days_shows_as_ten_whenever_it_began() {
        let calendar = WorkCalendar::standard("Asia/Shanghai".parse().unwrap(), Holidays::default());
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        for (from, to) in [
            ("2026-03-01T03:00:00Z", "2026-03-13T10:00:00Z"),
            ("2026-03-02T02:30:00Z", "2026-03-16T02:30:00Z"),
        ] {
            assert_eq!(working_days(&calendar, at(from), at(to)), 10, "from {from}");
        }
        assert_eq!(
            working_days(&calendar, at("2026-03-06T02:00:00Z"), at("2026-03-09T02:00:00Z")),
            1
        );
    }
}
