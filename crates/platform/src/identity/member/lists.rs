//! Members as lists and pages show them.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, LikeExpr};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};
use serde::Serialize;
use utoipa::ToSchema;

use super::facts::visible;
use super::{At, Member};
use crate::app::App;
use crate::database::Conn;
use crate::failure::Failure;
use crate::id::{DepartmentId, MemberId};
use crate::identity::entity::{AbsenceId, DelegationId, HoldingId, absence, delegation, member, skill};
use crate::identity::{Actor, Judged, Scope, grants, queries};
use crate::list::{Context, Field, FieldKind, ListQuery, Paged, Shape, page};

/// A department named.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct DepartmentRef {
    /// Its id.
    pub id: DepartmentId,
    /// Its name.
    pub name: String,
}

/// A position held.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PositionView {
    /// Of the holding, to end it.
    pub id: HoldingId,
    /// Id in the pack.
    pub position: String,
    /// Its name in the reader's language, or the id when no pack in force has it.
    pub name: String,
    /// Where it is held, if not in the member's own department.
    pub department_id: Option<DepartmentId>,
    /// First day.
    pub from: NaiveDate,
    /// First day on which it is held no longer.
    pub until: Option<NaiveDate>,
}

/// A skill held.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SkillView {
    /// Id in the pack.
    pub skill: String,
    /// From 1.
    pub level: i32,
    /// First day.
    pub from: NaiveDate,
    /// First day on which it holds no longer.
    pub until: Option<NaiveDate>,
}

/// A time away that has not ended.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct AbsenceView {
    /// To end it.
    pub id: AbsenceId,
    /// From when.
    pub from_at: DateTime<Utc>,
    /// Until when.
    pub until_at: DateTime<Utc>,
    /// Why.
    pub reason: String,
}

/// A stand-in that has not ended.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct DelegationView {
    /// To end it.
    pub id: DelegationId,
    /// Who acts.
    pub delegate_id: MemberId,
    /// That member's name.
    pub delegate_name: String,
    /// From when.
    pub from_at: DateTime<Utc>,
    /// Until when.
    pub until_at: DateTime<Utc>,
    /// Why.
    pub reason: String,
}

/// What the reader may do with a member.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub struct MemberCan {
    /// Change, move.
    pub update: bool,
    /// Deactivate.
    pub deactivate: bool,
    /// Let in again.
    pub reactivate: bool,
    /// Give a new password.
    pub reset_password: bool,
    /// Give and take positions.
    pub assign_position: bool,
    /// Record skills.
    pub record_skill: bool,
    /// Record times away and stand-ins.
    pub delegate: bool,
}

/// A member in a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct MemberRow {
    /// Who.
    pub id: MemberId,
    /// Name.
    pub name: String,
    /// Name to log in with.
    pub login: String,
    /// Mail address.
    pub email: Option<String>,
    /// Phone number.
    pub phone: Option<String>,
    /// Language of screen and mails.
    pub language: String,
    /// Works here.
    pub active: bool,
    /// Today's department.
    pub department: Option<DepartmentRef>,
    /// Heads it.
    pub head: bool,
    /// Positions held today.
    pub positions: Vec<PositionView>,
    /// When made.
    pub created_at: DateTime<Utc>,
    /// Version of the row.
    pub version: i64,
    /// What the reader may do.
    pub can: MemberCan,
}

/// A member's page.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct MemberView {
    /// What lists show too.
    #[serde(flatten)]
    pub row: MemberRow,
    /// Skills held today.
    pub skills: Vec<SkillView>,
    /// Times away, running and coming.
    pub absences: Vec<AbsenceView>,
    /// Stand-ins, running and coming.
    pub delegations: Vec<DelegationView>,
}

/// Somebody to be picked.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct DirectoryEntry {
    /// Who.
    pub id: MemberId,
    /// Name.
    pub name: String,
    /// Today's department.
    pub department: Option<DepartmentRef>,
    /// Ids of the positions held today.
    pub positions: Vec<String>,
}

/// What members are filtered and sorted by.
pub fn shape() -> Shape<member::Entity> {
    use member::Column;
    Shape {
        fields: vec![
            Field::column("name", FieldKind::Text, Column::NameKey),
            Field::column("login", FieldKind::Text, Column::LoginKey),
            Field::maybe("deactivated_at", FieldKind::Instant, Column::DeactivatedAt),
            Field::column("created_at", FieldKind::Instant, Column::CreatedAt),
        ],
        id: Column::Id,
        search: Some(search),
    }
}

fn search(words: &str) -> Condition {
    let like = |column: member::Column, words: &str| {
        let pattern = format!("%{}%", crate::list::escape(words));
        Expr::col((member::Entity, column)).like(LikeExpr::new(pattern).escape('\\'))
    };
    Condition::any()
        .add(like(member::Column::Name, words.trim()))
        .add(like(member::Column::NameKey, &super::name_key(words.trim())))
        .add(like(member::Column::LoginKey, &super::login_key(words)))
}

/// A page of members that the scope may see.
pub async fn members(
    db: &Conn<'_>,
    scope: &Scope,
    query: &ListQuery,
    context: &Context,
) -> Result<Paged<Member>, Failure> {
    page(db, visible(scope), &shape(), query, context, "name").await
}

/// A page of everybody who works here, for pickers: colleagues' names are no secret among colleagues.
pub async fn directory(
    db: &Conn<'_>,
    query: &ListQuery,
    context: &Context,
) -> Result<Paged<Member>, Failure> {
    let all = member::Entity::find().filter(member::Column::DeactivatedAt.is_null());
    page(db, all, &shape(), query, context, "name").await
}

/// A member that the scope may see.
pub async fn find(db: &Conn<'_>, scope: &Scope, id: MemberId) -> Result<Member, Failure> {
    let found = visible(scope).filter(member::Column::Id.eq(id)).one(db).await?;
    found.ok_or_else(|| Failure::not_found("member"))
}

/// Departments and positions of several members at once, as the reader sees them.
pub struct Standing<'a> {
    app: &'a App,
    judged: Judged,
    homes: HashMap<MemberId, (DepartmentId, bool)>,
    held: HashMap<MemberId, Vec<PositionView>>,
}

impl<'a> Standing<'a> {
    /// Reads them for today.
    pub async fn read(
        app: &'a App,
        db: &Conn<'_>,
        actor: &Actor,
        members: &[Member],
    ) -> Result<Self, Failure> {
        let book = app.policies();
        let today = book.today(app.now());
        let ids: Vec<MemberId> = members.iter().map(|member| member.id).collect();
        let homes = queries::homes(db, ids.clone(), today).await?;
        let packs = book.all_in_force(today);
        let name = |id: &str| {
            let position = packs.iter().find_map(|(_, pack, _)| pack.positions.get(id));
            let body = id
                .strip_prefix("body:")
                .and_then(|id| packs.iter().find_map(|(_, pack, _)| pack.bodies.get(id)));
            position
                .map(|one| &one.name)
                .or(body.map(|one| &one.name))
                .map_or(id, |name| name.get(actor.language))
                .to_owned()
        };
        let held = queries::positions(db, ids, today)
            .await?
            .into_iter()
            .map(|(member, rows)| {
                let views = rows.into_iter().map(|row| PositionView {
                    id: row.id,
                    name: name(&row.position),
                    position: row.position,
                    department_id: row.department_id,
                    from: row.from_date,
                    until: row.until_date,
                });
                (member, views.collect())
            });
        let places: Vec<At> = members
            .iter()
            .map(|member| At {
                member: member.id,
                department: homes.get(&member.id).map(|home| home.0),
            })
            .collect();
        Ok(Self {
            judged: Judged::of(app, db, app.now(), actor, &places).await?,
            app,
            homes,
            held: held.collect(),
        })
    }

    fn department(&self, member: MemberId) -> Option<DepartmentRef> {
        let id = self.homes.get(&member)?.0;
        let name = self.app.policies().tree().name(id).unwrap_or_default().to_owned();
        Some(DepartmentRef { id, name })
    }

    /// A member as a list shows it.
    pub fn row(&self, member: Member) -> MemberRow {
        let place = At {
            member: member.id,
            department: self.homes.get(&member.id).map(|home| home.0),
        };
        let may = |permission: &str| self.judged.may_on(permission, &place);
        let (update, active) = (may("member.update"), member.is_active());
        MemberRow {
            id: member.id,
            active,
            department: self.department(member.id),
            head: self.homes.get(&member.id).is_some_and(|home| home.1),
            positions: self.held.get(&member.id).cloned().unwrap_or_default(),
            can: MemberCan {
                update,
                deactivate: update && active,
                reactivate: update && !active,
                reset_password: active && may("member.reset_password"),
                assign_position: active && may("position.assign"),
                record_skill: active && may("skill.record"),
                delegate: active && (update || self.judged.member() == Some(member.id)),
            },
            name: member.name,
            login: member.login,
            email: member.email,
            phone: member.phone,
            language: member.language,
            created_at: member.created_at,
            version: member.version,
        }
    }

    /// A member as a picker shows it.
    pub fn entry(&self, member: Member) -> DirectoryEntry {
        let held = self.held.get(&member.id).into_iter().flatten();
        DirectoryEntry {
            id: member.id,
            department: self.department(member.id),
            positions: held.map(|one| one.position.clone()).collect(),
            name: member.name,
        }
    }
}

impl MemberView {
    /// A member's page as the reader sees it.
    pub async fn load(app: &App, db: &Conn<'_>, actor: &Actor, member: Member) -> Result<Self, Failure> {
        let now = app.now();
        let today = app.policies().today(now);
        let id = member.id;
        let skills = skill::Entity::find()
            .filter(skill::Column::MemberId.eq(id))
            .filter(grants::on(
                skill::Column::FromDate,
                skill::Column::UntilDate,
                today,
            ))
            .order_by_asc(skill::Column::Skill)
            .all(db)
            .await?;
        let absences = absence::Entity::find()
            .filter(absence::Column::MemberId.eq(id))
            .filter(absence::Column::UntilAt.gt(now))
            .order_by_asc(absence::Column::FromAt)
            .all(db)
            .await?;
        let delegations = delegation::Entity::find()
            .filter(delegation::Column::MemberId.eq(id))
            .filter(delegation::Column::UntilAt.gt(now))
            .filter(delegation::Column::EndedAt.is_null())
            .order_by_asc(delegation::Column::FromAt)
            .all(db)
            .await?;
        let delegates: Vec<MemberId> = delegations.iter().map(|row| row.delegate_id).collect();
        let names = queries::member_names(db, &delegates).await?;
        let standing = Standing::read(app, db, actor, std::slice::from_ref(&member)).await?;
        Ok(Self {
            row: standing.row(member),
            skills: skills.into_iter().map(SkillView::of).collect(),
            absences: absences.into_iter().map(AbsenceView::of).collect(),
            delegations: delegations
                .into_iter()
                .map(|row| DelegationView::of(row, &names))
                .collect(),
        })
    }
}

impl SkillView {
    fn of(row: skill::Model) -> Self {
        Self {
            skill: row.skill,
            level: row.level,
            from: row.from_date,
            until: row.until_date,
        }
    }
}

impl AbsenceView {
    fn of(row: absence::Model) -> Self {
        Self {
            id: row.id,
            from_at: row.from_at,
            until_at: row.until_at,
            reason: row.reason,
        }
    }
}

impl DelegationView {
    fn of(row: delegation::Model, names: &HashMap<MemberId, String>) -> Self {
        Self {
            id: row.id,
            delegate_id: row.delegate_id,
            delegate_name: names.get(&row.delegate_id).cloned().unwrap_or_default(),
            from_at: row.from_at,
            until_at: row.until_at,
            reason: row.reason,
        }
    }
}
