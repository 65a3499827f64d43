//! Who works on a project: appointed after approval with what each answers for, changed later one by one.

use sea_orm::ExprTrait;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use xianji_governance::{Case, Context, Roots, engine, grading};
use xianji_platform::failure::Forbidden;
use xianji_platform::{Failure, MemberId, Owned, Work};
use xianji_policy::model::{Pack, Who};

use super::super::entity::team_member::{Column, Entity};
use super::super::events::{ProjectAppointed, ProjectMemberChanged};
use super::super::model::{Project, ProjectError, duty_of, roles};
use super::super::queries;
use super::create::put_in_team;
use super::{open, pack_of, save};
use crate::gates;
use crate::id::{ProjectId, TeamMemberId};
use crate::plan::actions::works_here;

/// What a grade calls those who appoint.
const AUTHORITY: &str = "appoints";

/// One line of an appointment.
#[derive(Clone, Debug)]
pub struct Appointment {
    pub member: MemberId,
    pub role: String,
    pub duty: Option<String>,
}

/// Appoints the whole team: who is not named any more leaves it.
pub async fn appoint(work: &mut Work, id: ProjectId, lines: Vec<Appointment>) -> Result<Project, Failure> {
    let mut project = open(work, id, "project.appoint").await?;
    must_be_the_authority(work, &project).await?;
    let pack = pack_of(work, &project)?;
    for (place, line) in lines.iter().enumerate() {
        known_role(&pack, &line.role)?;
        works_here(work, &format!("/team/{place}/member"), line.member).await?;
    }
    if gates::pass(work, &project, &["project.appoint"]).await?.waits() {
        return super::as_it_is(work, id).await;
    }
    let now = queries::team(&work.db(), id).await?;
    for old in now.iter().filter(|old| {
        !lines
            .iter()
            .any(|line| line.member == old.member_id && line.role == old.role)
    }) {
        end(work, old.id).await?;
    }
    for line in lines.iter() {
        let duty = duty_of(&pack, &line.role, line.duty.as_deref(), work.actor().language);
        let there = now
            .iter()
            .find(|old| line.member == old.member_id && line.role == old.role);
        match there {
            Some(old) if old.duty == duty => {}
            Some(old) => answer_for(work, old.id, duty).await?,
            None => put_in_team(work, &project, line.member, &line.role, duty).await?,
        }
    }
    project.appointed_at = Some(work.now);
    save(work, &mut project).await?;
    let roles = i64::try_from(lines.len()).unwrap_or(i64::MAX);
    let by = work.actor().member();
    work.record(ProjectAppointed {
        project: id,
        by,
        roles,
    })
    .await?;
    Ok(project)
}

/// Where the project's grade gives an authority that appoints, nobody else does (CTL-PRJ-07).
async fn must_be_the_authority(work: &Work, project: &Project) -> Result<(), Failure> {
    let context = Context::of(work);
    let Some(case) = Case::load(&context, &project.subject()).await? else {
        return Err(Failure::not_found("project"));
    };
    if grading::given(&context, &case, "project", AUTHORITY)
        .await?
        .is_none()
    {
        return Ok(());
    }
    let who = Who::Given(AUTHORITY.to_owned());
    let people = engine::resolve(&context, &case, &who, &Roots::none()).await?;
    let acting = [work.actor().member(), work.actor().on_behalf_of()];
    if acting
        .into_iter()
        .flatten()
        .any(|member| people.members.contains(&member))
    {
        return Ok(());
    }
    Err(Forbidden {
        permission: format!("project.appoint ({who})"),
        subject: Some(project.subject()),
    }
    .into())
}

/// Somebody joins the team.
pub async fn join(work: &mut Work, id: ProjectId, line: Appointment) -> Result<Project, Failure> {
    let mut project = open(work, id, "project.change_member").await?;
    known_role(&*pack_of(work, &project)?, &line.role)?;
    works_here(work, "/member", line.member).await?;
    let now = queries::team(&work.db(), id).await?;
    if now
        .iter()
        .any(|old| old.member_id == line.member && old.role == line.role)
    {
        return Err(ProjectError::InTeamAlready.into());
    }
    if gates::pass(work, &project, &["project.change_member"])
        .await?
        .waits()
    {
        return super::as_it_is(work, id).await;
    }
    let duty = duty_of(
        &*pack_of(work, &project)?,
        &line.role,
        line.duty.as_deref(),
        work.actor().language,
    );
    put_in_team(work, &project, line.member, &line.role, duty).await?;
    save(work, &mut project).await?;
    work.record(ProjectMemberChanged {
        project: id,
        role: line.role,
        member: line.member,
        left: false,
    })
    .await?;
    Ok(project)
}

/// Somebody leaves the team; the line stays in its history.
pub async fn leave(work: &mut Work, id: ProjectId, place: TeamMemberId) -> Result<Project, Failure> {
    let mut project = open(work, id, "project.change_member").await?;
    let now = queries::team(&work.db(), id).await?;
    let old = now
        .into_iter()
        .find(|old| old.id == place)
        .ok_or_else(|| Failure::not_found("team_member"))?;
    if gates::pass(work, &project, &["project.change_member"])
        .await?
        .waits()
    {
        return super::as_it_is(work, id).await;
    }
    end(work, place).await?;
    save(work, &mut project).await?;
    work.record(ProjectMemberChanged {
        project: id,
        role: old.role,
        member: old.member_id,
        left: true,
    })
    .await?;
    Ok(project)
}

fn known_role(pack: &Pack, role: &str) -> Result<(), ProjectError> {
    if roles(pack).contains(&role) {
        return Ok(());
    }
    Err(ProjectError::NoSuchRole(role.to_owned()))
}

/// Changes what somebody in the team answers for.
async fn answer_for(work: &Work, place: TeamMemberId, duty: Option<String>) -> Result<(), Failure> {
    Entity::update_many()
        .col_expr(Column::Duty, Expr::value(duty))
        .col_expr(Column::UpdatedAt, Expr::value(work.now))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(place))
        .exec(&work.db())
        .await?;
    Ok(())
}

pub(super) async fn end(work: &Work, place: TeamMemberId) -> Result<(), Failure> {
    Entity::update_many()
        .col_expr(Column::UntilAt, Expr::value(work.now))
        .col_expr(Column::UpdatedAt, Expr::value(work.now))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(place))
        .exec(&work.db())
        .await?;
    Ok(())
}
