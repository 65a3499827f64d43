//! Positions, skills, absences and stand-ins of a member.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, ExprTrait, QueryFilter, sea_query::Expr};
use serde::Deserialize;
use utoipa::ToSchema;

use super::actions::{find, find_own};
use super::events::{
    AbsenceEnded, AbsenceRecorded, DelegationEnded, DelegationGiven, PositionAssigned, PositionEnded,
    SkillRecorded,
};
use super::model::MemberError;
use crate::failure::{Failure, FieldFault, Invalid};
use crate::id::{DepartmentId, MemberId};
use crate::identity::entity::{AbsenceId, DelegationId, HoldingId, absence, delegation, holding, skill};
use crate::identity::grants::ADMINISTRATOR;
use crate::identity::queries;
use crate::work::Work;

/// A position to be held.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPosition {
    /// Its id in the pack; a professional group is `group:x`, a body `body:x`.
    #[schema(min_length = 1, max_length = 100)]
    pub position: String,
    /// Where it is held, if not in the member's own department.
    pub department_id: Option<DepartmentId>,
    /// First day; today when absent.
    pub from: Option<NaiveDate>,
    /// First day on which it is held no longer.
    pub until: Option<NaiveDate>,
}

/// Gives a member a position.
pub async fn assign(work: &mut Work, id: MemberId, new: NewPosition) -> Result<HoldingId, Failure> {
    let member = find(work, id, "position.assign").await?;
    member.expect_active()?;
    let today = work.policies().today(work.now);
    let from = new.from.unwrap_or(today);
    let mut wrong = Vec::new();
    if from < today {
        wrong.push(FieldFault::at("/from", "in-the-past"));
    }
    if new.until.is_some_and(|until| until <= from) {
        wrong.push(FieldFault::at("/until", "not-after-start"));
    }
    if !is_position(work, &new.position) {
        wrong.push(FieldFault::at("/position", "unknown"));
    }
    if new
        .department_id
        .is_some_and(|department| work.policies().tree().name(department).is_none())
    {
        wrong.push(FieldFault::at("/department_id", "unknown"));
    }
    if !wrong.is_empty() {
        return Err(Invalid(wrong).into());
    }
    let held = hold(work, id, &new.position, new.department_id, from, new.until).await?;
    work.raise_generation().await?;
    Ok(held)
}

fn is_position(work: &Work, id: &str) -> bool {
    let packs = work.policies().all_in_force(work.policies().today(work.now));
    let known = packs.iter().any(|(_, pack, _)| match id.split_once(':') {
        Some(("group", group)) => pack.groups.contains(group),
        Some(("body", body)) => pack.bodies.has(body),
        Some(_) => false,
        None => pack
            .positions
            .get(id)
            .is_some_and(|position| position.of.is_none()),
    });
    known || id == ADMINISTRATOR
}

pub(super) async fn hold(
    work: &mut Work,
    member: MemberId,
    position: &str,
    department: Option<DepartmentId>,
    from: NaiveDate,
    until: Option<NaiveDate>,
) -> Result<HoldingId, Failure> {
    let id: HoldingId = work.next_id();
    let row = holding::ActiveModel {
        id: Set(id),
        member_id: Set(member),
        position: Set(position.to_owned()),
        department_id: Set(department),
        from_date: Set(from),
        until_date: Set(until),
        version: Set(1),
        created_at: Set(work.now),
        updated_at: Set(work.now),
    };
    holding::Entity::insert(row)
        .exec_without_returning(&work.db())
        .await?;
    let position = position.to_owned();
    work.record(PositionAssigned {
        member,
        position,
        department,
        from_date: from,
        until_date: until,
    })
    .await?;
    Ok(id)
}

/// Takes a position back, from today on.
pub async fn end_position(work: &mut Work, id: MemberId, held: HoldingId) -> Result<(), Failure> {
    find(work, id, "position.assign").await?;
    let row = holding::Entity::find_by_id(held)
        .filter(holding::Column::MemberId.eq(id))
        .one(&work.db())
        .await?;
    let row = row.ok_or_else(|| Failure::not_found("position"))?;
    let today = work.policies().today(work.now);
    if row.until_date.is_some_and(|until| until <= today) {
        return Err(MemberError::Ended.into());
    }
    if row.position == ADMINISTRATOR
        && queries::holders(&work.db(), ADMINISTRATOR, None, today).await? == [id]
    {
        return Err(MemberError::LastAdministrator.into());
    }
    let until = Ord::max(today, row.from_date);
    holding::Entity::update_many()
        .col_expr(holding::Column::UntilDate, Expr::value(until))
        .col_expr(holding::Column::UpdatedAt, Expr::value(work.now))
        .col_expr(
            holding::Column::Version,
            Expr::col(holding::Column::Version).add(1),
        )
        .filter(holding::Column::Id.eq(held))
        .exec(&work.db())
        .await?;
    work.raise_generation().await?;
    work.record(PositionEnded {
        member: id,
        position: row.position,
        until_date: until,
    })
    .await?;
    Ok(())
}

/// A skill to be recorded.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSkill {
    /// Its id in the pack.
    #[schema(min_length = 1, max_length = 100)]
    pub skill: String,
    /// From 1 to the highest level that the pack names.
    #[schema(minimum = 1, maximum = 100)]
    pub level: i32,
    /// First day on which it holds no longer; as long as the pack says, when not given.
    pub until: Option<NaiveDate>,
}

/// Records a skill from today on; it replaces the one held before.
pub async fn record_skill(work: &mut Work, id: MemberId, new: NewSkill) -> Result<(), Failure> {
    let member = find(work, id, "skill.record").await?;
    member.expect_active()?;
    let today = work.policies().today(work.now);
    let packs = work.policies().all_in_force(today);
    let known = || {
        packs
            .iter()
            .filter_map(|(_, pack, _)| pack.skills.get(&new.skill))
    };
    let levels = known().map(|skill| i32::from(skill.levels)).max();
    let valid = known().find_map(|skill| skill.valid.as_ref());
    let until = new
        .until
        .or_else(|| valid.and_then(|valid| work.policies().day_after(today, valid)));
    let mut wrong = Vec::new();
    match levels {
        None => wrong.push(FieldFault::at("/skill", "unknown")),
        Some(most) if new.level > most => {
            wrong.push(FieldFault::at("/level", "too-large").with("limit", most))
        }
        Some(_) => {}
    }
    if new.until.is_some_and(|until| until <= today) {
        wrong.push(FieldFault::at("/until", "not-after-start"));
    }
    if !wrong.is_empty() {
        return Err(Invalid(wrong).into());
    }
    skill::Entity::update_many()
        .col_expr(skill::Column::UntilDate, Expr::value(today))
        .col_expr(skill::Column::UpdatedAt, Expr::value(work.now))
        .col_expr(skill::Column::Version, Expr::col(skill::Column::Version).add(1))
        .filter(skill::Column::MemberId.eq(id))
        .filter(skill::Column::Skill.eq(&new.skill))
        .filter(
            skill::Column::UntilDate
                .is_null()
                .or(skill::Column::UntilDate.gt(today)),
        )
        .exec(&work.db())
        .await?;
    let row = skill::ActiveModel {
        id: Set(work.next_id()),
        member_id: Set(id),
        skill: Set(new.skill.clone()),
        level: Set(new.level),
        from_date: Set(today),
        until_date: Set(until),
        version: Set(1),
        created_at: Set(work.now),
        updated_at: Set(work.now),
    };
    skill::Entity::insert(row)
        .exec_without_returning(&work.db())
        .await?;
    work.record(SkillRecorded {
        member: id,
        skill: new.skill,
        level: new.level,
        until_date: until,
    })
    .await?;
    Ok(())
}

/// A time away.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAbsence {
    /// From when.
    pub from_at: DateTime<Utc>,
    /// Until when.
    pub until_at: DateTime<Utc>,
    /// Why, in words.
    #[serde(default)]
    #[schema(max_length = 500)]
    pub reason: String,
}

/// Records a time away; one's own needs no permission.
pub async fn record_absence(work: &mut Work, id: MemberId, new: NewAbsence) -> Result<AbsenceId, Failure> {
    find_own(work, id, "member.update").await?.expect_active()?;
    expect_period(work, new.from_at, new.until_at)?;
    let absent: AbsenceId = work.next_id();
    let row = absence::ActiveModel {
        id: Set(absent),
        member_id: Set(id),
        from_at: Set(xianji_kernel::clock::to_micros(new.from_at)),
        until_at: Set(xianji_kernel::clock::to_micros(new.until_at)),
        reason: Set(new.reason),
        version: Set(1),
        created_at: Set(work.now),
        updated_at: Set(work.now),
    };
    absence::Entity::insert(row)
        .exec_without_returning(&work.db())
        .await?;
    work.record(AbsenceRecorded {
        member: id,
        from_at: new.from_at,
        until_at: new.until_at,
    })
    .await?;
    Ok(absent)
}

/// Ends a time away now, or takes back one that has not begun.
pub async fn end_absence(work: &mut Work, id: MemberId, absent: AbsenceId) -> Result<(), Failure> {
    find_own(work, id, "member.update").await?;
    let row = absence::Entity::find_by_id(absent)
        .filter(absence::Column::MemberId.eq(id))
        .one(&work.db())
        .await?;
    let row = row.ok_or_else(|| Failure::not_found("absence"))?;
    if row.until_at <= work.now {
        return Err(MemberError::Ended.into());
    }
    let until = Ord::max(work.now, row.from_at);
    absence::Entity::update_many()
        .col_expr(absence::Column::UntilAt, Expr::value(until))
        .col_expr(absence::Column::UpdatedAt, Expr::value(work.now))
        .col_expr(
            absence::Column::Version,
            Expr::col(absence::Column::Version).add(1),
        )
        .filter(absence::Column::Id.eq(absent))
        .exec(&work.db())
        .await?;
    work.record(AbsenceEnded {
        member: id,
        until_at: until,
    })
    .await?;
    Ok(())
}

fn expect_period(work: &Work, from: DateTime<Utc>, until: DateTime<Utc>) -> Result<(), Failure> {
    if until <= from {
        return Err(Invalid::one("/until_at", "not-after-start").into());
    }
    if until <= work.now {
        return Err(Invalid::one("/until_at", "in-the-past").into());
    }
    Ok(())
}

/// Who acts for a member for a time.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewDelegation {
    /// Who acts.
    pub delegate_id: MemberId,
    /// From when.
    pub from_at: DateTime<Utc>,
    /// Until when.
    pub until_at: DateTime<Utc>,
    /// Why, in words.
    #[serde(default)]
    #[schema(max_length = 500)]
    pub reason: String,
}

/// Lets another act for a member; one's own stand-in needs no permission, and nobody hands on what was handed to them.
pub async fn delegate(work: &mut Work, id: MemberId, new: NewDelegation) -> Result<DelegationId, Failure> {
    let member = match work.actor().on_behalf_of() {
        Some(_) => find(work, id, "member.update").await?,
        None => find_own(work, id, "member.update").await?,
    };
    member.expect_active()?;
    expect_period(work, new.from_at, new.until_at)?;
    if new.delegate_id == id {
        return Err(Invalid::one("/delegate_id", "not-allowed").into());
    }
    let delegate = queries::member(&work.db(), new.delegate_id).await;
    if !delegate.is_ok_and(|delegate| delegate.is_active()) {
        return Err(Invalid::one("/delegate_id", "unknown").into());
    }
    let given: DelegationId = work.next_id();
    let row = delegation::ActiveModel {
        id: Set(given),
        member_id: Set(id),
        delegate_id: Set(new.delegate_id),
        from_at: Set(xianji_kernel::clock::to_micros(new.from_at)),
        until_at: Set(xianji_kernel::clock::to_micros(new.until_at)),
        reason: Set(new.reason),
        ended_at: Set(None),
        version: Set(1),
        created_at: Set(work.now),
        updated_at: Set(work.now),
    };
    delegation::Entity::insert(row)
        .exec_without_returning(&work.db())
        .await?;
    let (delegate, from_at, until_at) = (new.delegate_id, new.from_at, new.until_at);
    work.record(DelegationGiven {
        member: id,
        delegate,
        from_at,
        until_at,
    })
    .await?;
    Ok(given)
}

/// Ends a delegation now.
pub async fn end_delegation(work: &mut Work, id: MemberId, given: DelegationId) -> Result<(), Failure> {
    find_own(work, id, "member.update").await?;
    let row = delegation::Entity::find_by_id(given)
        .filter(delegation::Column::MemberId.eq(id))
        .one(&work.db())
        .await?;
    let row = row.ok_or_else(|| Failure::not_found("delegation"))?;
    if row.ended_at.is_some() || row.until_at <= work.now {
        return Err(MemberError::Ended.into());
    }
    delegation::Entity::update_many()
        .col_expr(delegation::Column::EndedAt, Expr::value(Some(work.now)))
        .col_expr(delegation::Column::UpdatedAt, Expr::value(work.now))
        .col_expr(
            delegation::Column::Version,
            Expr::col(delegation::Column::Version).add(1),
        )
        .filter(delegation::Column::Id.eq(given))
        .exec(&work.db())
        .await?;
    work.record(DelegationEnded {
        member: id,
        delegate: row.delegate_id,
    })
    .await?;
    Ok(())
}
