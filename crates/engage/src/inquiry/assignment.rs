//! Who is to handle an inquiry: those whom the route of the pack names, who hold the skills it asks, the least loaded first. Load is the
//! standard hours of what a member owes, by the hours that the member has this week. Why somebody was chosen is kept and shown.

use chrono::{DateTime, Datelike, Days, TimeDelta, Utc};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Alias, Func, Query};
use sea_orm::{Condition, ConnectionTrait, ExprTrait};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use xianji_governance::{Case, Context, Roots, engine};
use xianji_kernel::calendar::{Span, WorkCalendar};
use xianji_platform::identity::entity::{absence, skill};
use xianji_platform::{Failure, MemberId, Owned};
use xianji_policy::model::{Need, NeedItem, Pick, Route, SettingValue};

use super::entity::Model as Inquiry;
use super::queries;
use xianji_platform::record::people::Names;

/// Standard hours of one thing that is owed, where the pack has no setting `standard-hours`.
const STANDARD_MINUTES: i64 = 60;

/// Somebody who could handle it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = AssignmentCandidate)]
pub struct Candidate {
    pub member: MemberId,
    pub name: String,
    /// Skills that the route asks, as far as the member holds them: skill and level.
    pub skills: Vec<HeldSkill>,
    /// Skills that the route asks and the member lacks, `technical>=2`.
    pub lacks: Vec<String>,
    /// Things owed now.
    pub open: i64,
    /// Working minutes that the member has this week, absences taken off.
    pub available_minutes: i64,
    /// Standard time of what is owed by time available, in percent; nothing when the member has no time at all.
    pub load_percent: Option<i64>,
    pub last_assigned_at: Option<DateTime<Utc>>,
}

/// A skill with its level and the day on which it expires.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct HeldSkill {
    pub skill: String,
    pub level: i32,
    pub until: Option<chrono::NaiveDate>,
}

/// All who could, in the order in which they would be chosen, and who is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = AssignmentProposal)]
pub struct Proposal {
    /// The route of the pack, if one fits.
    pub route: Option<String>,
    /// `least_loaded`, `in_turn` or `wait`; `by_hand` when no route fits.
    pub pick: String,
    pub candidates: Vec<Candidate>,
    /// Nobody when the route waits for somebody to take it, or nobody has skill and time.
    pub chosen: Option<MemberId>,
}

/// Looks who is to handle an inquiry now.
pub async fn propose(ctx: &Context<'_>, case: &Case) -> Result<Proposal, Failure> {
    let Some(route) = route_of(ctx, case).await? else {
        return Ok(Proposal {
            pick: "by_hand".into(),
            ..Proposal::default()
        });
    };
    let people = engine::resolve(ctx, case, &route.to, &Roots::none()).await?;
    let needs = skills_asked(ctx, case, &route.needs).await?;
    let mut candidates = candidates(ctx, case, &people.members, &needs).await?;
    candidates.sort_by_key(|one| match route.pick {
        Pick::InTurn => (
            !one.fits(),
            one.last_assigned_at.map_or(i64::MIN, |at| at.timestamp_micros()),
            one.member,
        ),
        _ => (!one.fits(), one.load_percent.unwrap_or(i64::MAX), one.member),
    });
    let pick = match route.pick {
        Pick::LeastLoaded => "least_loaded",
        Pick::InTurn => "in_turn",
        _ => "wait",
    };
    let chosen = candidates
        .first()
        .filter(|one| pick != "wait" && one.fits())
        .map(|one| one.member);
    Ok(Proposal {
        route: Some(route.id.clone()),
        pick: pick.into(),
        candidates,
        chosen,
    })
}

/// The same for a screen.
pub async fn look(ctx: &Context<'_>, inquiry: &Inquiry) -> Result<Proposal, Failure> {
    let found = Case::load(ctx, &inquiry.subject()).await?;
    propose(ctx, &found.ok_or_else(|| Failure::not_found("inquiry"))?).await
}

/// The same view of a single member, for an assignment by hand: whether this one holds what the route asks.
pub async fn judge(
    ctx: &Context<'_>,
    case: &Case,
    member: MemberId,
) -> Result<(Option<String>, Candidate), Failure> {
    let route = route_of(ctx, case).await?;
    let needs = match &route {
        Some(route) => skills_asked(ctx, case, &route.needs).await?,
        None => Vec::new(),
    };
    let found = candidates(ctx, case, &[member], &needs).await?.into_iter().next();
    Ok((
        route.map(|route| route.id.clone()),
        found.ok_or_else(|| Failure::not_found("member"))?,
    ))
}

impl Candidate {
    /// Holds every skill and has time.
    pub fn fits(&self) -> bool {
        self.lacks.is_empty() && self.load_percent.is_some()
    }
}

async fn route_of<'c>(ctx: &Context<'_>, case: &'c Case) -> Result<Option<&'c Route>, Failure> {
    let conditions = case
        .pack
        .routes
        .iter()
        .filter(|route| route.of == "inquiry")
        .filter_map(|route| route.when.as_ref());
    let facts = case
        .facts_for(ctx, conditions.collect::<Vec<_>>(), &Roots::none())
        .await?;
    case.pack
        .route_for("inquiry", &facts)
        .map_err(|error| Failure::broken(format!("routes of {}: {error}", case.pack.id)))
}

async fn skills_asked(
    ctx: &Context<'_>,
    case: &Case,
    needs: &[NeedItem],
) -> Result<Vec<(String, u8)>, Failure> {
    let mut asked = Vec::new();
    for item in needs {
        if let Need::Skill { skill, level } = &item.need
            && case.holds(ctx, item.when.as_ref(), &Roots::none()).await?
        {
            asked.push((skill.clone(), *level));
        }
    }
    Ok(asked)
}

async fn candidates(
    ctx: &Context<'_>,
    case: &Case,
    members: &[MemberId],
    needs: &[(String, u8)],
) -> Result<Vec<Candidate>, Failure> {
    if members.is_empty() {
        return Ok(Vec::new());
    }
    let names = Names::read(&ctx.db, members.iter().copied().map(Some)).await?;
    let held = held_skills(ctx, members).await?;
    let owed = owed(ctx, members).await?;
    let last = queries::last_assigned(&ctx.db, members).await?;
    let calendar = engine::calendar(ctx, &case.pack, None)?;
    let away = absences(ctx, members, &calendar).await?;
    let minutes = standard_minutes(case);
    let week = week_of(&calendar, ctx.now);
    let whole = calendar.working_between(week.0, week.1).num_minutes();
    Ok(members
        .iter()
        .map(|member| {
            let mine: Vec<&HeldSkill> = held
                .iter()
                .filter(|(holder, _)| holder == member)
                .map(|(_, skill)| skill)
                .collect();
            let best = |skill: &str| {
                mine.iter()
                    .filter(|one| one.skill == skill)
                    .max_by_key(|one| one.level)
                    .copied()
            };
            let has = |(skill, level): &&(String, u8)| {
                best(skill).is_some_and(|one| one.level >= i32::from(*level))
            };
            let open = owed
                .iter()
                .find(|(holder, _)| holder == member)
                .map_or(0, |(_, count)| *count);
            let off: i64 = away
                .iter()
                .filter(|(holder, _)| holder == member)
                .map(|(_, minutes)| *minutes)
                .sum();
            let available = Ord::max(whole - off, 0);
            Candidate {
                member: *member,
                name: names.of(Some(*member)).map(|name| name.name).unwrap_or_default(),
                skills: needs
                    .iter()
                    .filter_map(|(skill, _)| best(skill).cloned())
                    .collect(),
                lacks: needs
                    .iter()
                    .filter(|need| !has(need))
                    .map(|(skill, level)| format!("{skill}>={level}"))
                    .collect(),
                open,
                available_minutes: available,
                load_percent: (available > 0).then(|| open * minutes * 100 / available),
                last_assigned_at: last
                    .iter()
                    .find(|(holder, _)| holder == member)
                    .map(|(_, at)| *at),
            }
        })
        .collect())
}

async fn held_skills(ctx: &Context<'_>, members: &[MemberId]) -> Result<Vec<(MemberId, HeldSkill)>, Failure> {
    let today = ctx.today();
    let until = Condition::any()
        .add(skill::Column::UntilDate.is_null())
        .add(skill::Column::UntilDate.gt(today));
    let rows = skill::Entity::find()
        .filter(skill::Column::MemberId.is_in(members.iter().copied()))
        .filter(skill::Column::FromDate.lte(today))
        .filter(until)
        .all(&ctx.db)
        .await?;
    let held = |row: skill::Model| {
        (
            row.member_id,
            HeldSkill {
                skill: row.skill,
                level: row.level,
                until: row.until_date,
            },
        )
    };
    Ok(rows.into_iter().map(held).collect())
}

/// Open obligations for which each is responsible now.
async fn owed(ctx: &Context<'_>, members: &[MemberId]) -> Result<Vec<(MemberId, i64)>, Failure> {
    let column = |name: &'static str| Expr::col(Alias::new(name));
    let select = Query::select()
        .column(Alias::new("member_id"))
        .expr_as(Func::count(column("id")), Alias::new("owed"))
        .from(Alias::new("obligation_person"))
        .and_where(column("member_id").is_in(members.iter().map(|id| id.0)))
        .and_where(column("role").eq("responsible"))
        .and_where(column("state").eq("open"))
        .group_by_col(Alias::new("member_id"))
        .to_owned();
    let rows = ctx.db.query_all(&select).await?;
    rows.iter()
        .map(|row| Ok((row.try_get("", "member_id")?, row.try_get("", "owed")?)))
        .collect()
}

/// Working minutes of this week in which each is away.
async fn absences(
    ctx: &Context<'_>,
    members: &[MemberId],
    calendar: &WorkCalendar,
) -> Result<Vec<(MemberId, i64)>, Failure> {
    let (from, to) = week_of(calendar, ctx.now);
    let rows = absence::Entity::find()
        .filter(absence::Column::MemberId.is_in(members.iter().copied()))
        .filter(absence::Column::FromAt.lt(to))
        .filter(absence::Column::UntilAt.gt(from))
        .all(&ctx.db)
        .await?;
    let away = |row: absence::Model| {
        let minutes = calendar
            .working_between(Ord::max(row.from_at, from), Ord::min(row.until_at, to))
            .num_minutes();
        (row.member_id, minutes)
    };
    Ok(rows.into_iter().map(away).collect())
}

/// The company's week around a moment, Monday to Sunday.
fn week_of(calendar: &WorkCalendar, now: DateTime<Utc>) -> (DateTime<Utc>, DateTime<Utc>) {
    let today = calendar.today(now);
    let monday = today - TimeDelta::days(i64::from(today.weekday().num_days_from_monday()));
    let next = monday.checked_add_days(Days::new(7)).unwrap_or(today);
    (calendar.start_of_day(monday), calendar.start_of_day(next))
}

fn standard_minutes(case: &Case) -> i64 {
    match case.pack.setting("standard-hours") {
        Some(SettingValue::Duration(Span::WorkingMinutes(minutes))) => i64::from(*minutes),
        Some(SettingValue::Number(hours)) if hours.is_finite() => (hours * 60.0) as i64,
        _ => STANDARD_MINUTES,
    }
}
