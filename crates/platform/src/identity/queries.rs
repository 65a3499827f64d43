//! Who holds what, heads whom, is away, is stood in for. The engine asks here, so nothing is narrowed by a scope; lists for people are
//! in [`visible`](super::facts::visible).

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect};

use super::department::Tree;
use super::entity::{absence, delegation, holding, member, membership, skill};
use super::grants::on;
use crate::database::Conn;
use crate::failure::Failure;
use crate::id::{DepartmentId, MemberId};

/// Whoever holds a position on a day, of the nearest circle that has somebody: the department itself, then each one above it, then the
/// whole company. A professional group or a body is held as `group:x` or `body:x` and always answers with all of its people.
pub async fn holders(
    db: &Conn<'_>,
    position: &str,
    near: Option<DepartmentId>,
    day: NaiveDate,
) -> Result<Vec<MemberId>, Failure> {
    let rows = holding::Entity::find()
        .filter(holding::Column::Position.eq(position))
        .filter(on(holding::Column::FromDate, holding::Column::UntilDate, day))
        .order_by_asc(holding::Column::FromDate)
        .order_by_asc(holding::Column::Id)
        .all(db)
        .await?;
    let active = active_of(db, rows.iter().map(|row| row.member_id).collect()).await?;
    let rows: Vec<_> = rows
        .into_iter()
        .filter(|row| active.contains(&row.member_id))
        .collect();
    let near = near.filter(|_| !position.contains(':'));
    let (Some(near), false) = (near, rows.is_empty()) else {
        return Ok(each(rows.iter().map(|row| row.member_id)));
    };
    let homes = homes(db, rows.iter().map(|row| row.member_id).collect(), day).await?;
    let tree = Tree::read(db).await?;
    let mut circle = Some(near);
    while let Some(here) = circle {
        let place = |row: &holding::Model| {
            row.department_id
                .or_else(|| homes.get(&row.member_id).map(|home| home.0))
        };
        let found = each(
            rows.iter()
                .filter(|row| place(row) == Some(here))
                .map(|row| row.member_id),
        );
        if !found.is_empty() {
            return Ok(found);
        }
        circle = tree.parent(here);
    }
    Ok(each(rows.iter().map(|row| row.member_id)))
}

/// The head of a department on a day, else the nearest head above.
pub async fn head_of(
    db: &Conn<'_>,
    department: DepartmentId,
    day: NaiveDate,
) -> Result<Option<MemberId>, Failure> {
    let tree = Tree::read(db).await?;
    head_from(db, &tree, Some(department), day, None).await
}

/// The superior of a member on a day: the head of the department, or, for a head, the next one above.
pub async fn above(db: &Conn<'_>, member: MemberId, day: NaiveDate) -> Result<Option<MemberId>, Failure> {
    let Some(home) = department_of(db, member, day).await? else {
        return Ok(None);
    };
    let tree = Tree::read(db).await?;
    head_from(db, &tree, Some(home), day, Some(member)).await
}

/// The head above a department's own on a day.
pub async fn above_department(
    db: &Conn<'_>,
    department: DepartmentId,
    day: NaiveDate,
) -> Result<Option<MemberId>, Failure> {
    let tree = Tree::read(db).await?;
    head_from(db, &tree, tree.parent(department), day, None).await
}

async fn head_from(
    db: &Conn<'_>,
    tree: &Tree,
    from: Option<DepartmentId>,
    day: NaiveDate,
    but: Option<MemberId>,
) -> Result<Option<MemberId>, Failure> {
    let rows = membership::Entity::find()
        .filter(membership::Column::Head.eq(true))
        .filter(on(
            membership::Column::FromDate,
            membership::Column::UntilDate,
            day,
        ))
        .order_by_desc(membership::Column::FromDate)
        .all(db)
        .await?;
    let active = active_of(db, rows.iter().map(|row| row.member_id).collect()).await?;
    let mut circle = from;
    while let Some(here) = circle {
        let fits = |row: &&membership::Model| {
            row.department_id == here && active.contains(&row.member_id) && Some(row.member_id) != but
        };
        if let Some(head) = rows.iter().find(fits) {
            return Ok(Some(head.member_id));
        }
        circle = tree.parent(here);
    }
    Ok(None)
}

/// The department that a member is in on a day.
pub async fn department_of(
    db: &Conn<'_>,
    member: MemberId,
    day: NaiveDate,
) -> Result<Option<DepartmentId>, Failure> {
    Ok(homes(db, vec![member], day)
        .await?
        .get(&member)
        .map(|home| home.0))
}

/// Department of each member on a day, and whether the member heads it.
pub async fn homes(
    db: &Conn<'_>,
    members: Vec<MemberId>,
    day: NaiveDate,
) -> Result<HashMap<MemberId, (DepartmentId, bool)>, Failure> {
    let rows = membership::Entity::find()
        .filter(membership::Column::MemberId.is_in(members))
        .filter(on(
            membership::Column::FromDate,
            membership::Column::UntilDate,
            day,
        ))
        .order_by_asc(membership::Column::FromDate)
        .order_by_asc(membership::Column::Id)
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.member_id, (row.department_id, row.head)))
        .collect())
}

/// Positions of each member on a day.
pub async fn positions(
    db: &Conn<'_>,
    members: Vec<MemberId>,
    day: NaiveDate,
) -> Result<HashMap<MemberId, Vec<holding::Model>>, Failure> {
    let rows = holding::Entity::find()
        .filter(holding::Column::MemberId.is_in(members))
        .filter(on(holding::Column::FromDate, holding::Column::UntilDate, day))
        .order_by_asc(holding::Column::FromDate)
        .order_by_asc(holding::Column::Id)
        .all(db)
        .await?;
    let mut found: HashMap<MemberId, Vec<holding::Model>> = HashMap::new();
    for row in rows {
        found.entry(row.member_id).or_default().push(row);
    }
    Ok(found)
}

/// Whether a member is away at a moment.
pub async fn is_absent(db: &Conn<'_>, member: MemberId, at: DateTime<Utc>) -> Result<bool, Failure> {
    let found = absence::Entity::find()
        .filter(absence::Column::MemberId.eq(member))
        .filter(absence::Column::FromAt.lte(at))
        .filter(absence::Column::UntilAt.gt(at))
        .one(db)
        .await?;
    Ok(found.is_some())
}

/// Whether anybody's absence or delegation began or ended after one moment and not after another.
pub async fn presence_changed(
    db: &Conn<'_>,
    after: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<bool, Failure> {
    let within = |column: absence::Column| column.gt(after).and(column.lte(until));
    let away = absence::Entity::find()
        .filter(within(absence::Column::FromAt).or(within(absence::Column::UntilAt)))
        .one(db)
        .await?;
    if away.is_some() {
        return Ok(true);
    }
    let within = |column: delegation::Column| column.gt(after).and(column.lte(until));
    let acting = delegation::Entity::find()
        .filter(within(delegation::Column::FromAt).or(within(delegation::Column::UntilAt)))
        .one(db)
        .await?;
    Ok(acting.is_some())
}

/// Whether anybody's position or department begins or ends on a day after one and not after another.
pub async fn standing_changed(db: &Conn<'_>, after: NaiveDate, until: NaiveDate) -> Result<bool, Failure> {
    let within = |column: holding::Column| column.gt(after).and(column.lte(until));
    let held = holding::Entity::find()
        .filter(within(holding::Column::FromDate).or(within(holding::Column::UntilDate)))
        .limit(1)
        .one(db)
        .await?;
    if held.is_some() {
        return Ok(true);
    }
    let within = |column: membership::Column| column.gt(after).and(column.lte(until));
    let moved = membership::Entity::find()
        .filter(within(membership::Column::FromDate).or(within(membership::Column::UntilDate)))
        .limit(1)
        .one(db)
        .await?;
    Ok(moved.is_some())
}

/// Who may act for a member at a moment, the one named last first.
pub async fn delegates_of(
    db: &Conn<'_>,
    member: MemberId,
    at: DateTime<Utc>,
) -> Result<Vec<MemberId>, Failure> {
    let rows = running(at)
        .filter(delegation::Column::MemberId.eq(member))
        .order_by_desc(delegation::Column::CreatedAt)
        .order_by_desc(delegation::Column::Id)
        .all(db)
        .await?;
    let active = active_of(db, rows.iter().map(|row| row.delegate_id).collect()).await?;
    Ok(each(
        rows.iter()
            .map(|row| row.delegate_id)
            .filter(|id| active.contains(id)),
    ))
}

/// For whom a member may act at a moment.
pub async fn principals_of(
    db: &Conn<'_>,
    delegate: MemberId,
    at: DateTime<Utc>,
) -> Result<Vec<MemberId>, Failure> {
    let rows = running(at)
        .filter(delegation::Column::DelegateId.eq(delegate))
        .all(db)
        .await?;
    let active = active_of(db, rows.iter().map(|row| row.member_id).collect()).await?;
    Ok(each(
        rows.iter()
            .map(|row| row.member_id)
            .filter(|id| active.contains(id)),
    ))
}

fn running(at: DateTime<Utc>) -> sea_orm::Select<delegation::Entity> {
    delegation::Entity::find()
        .filter(delegation::Column::FromAt.lte(at))
        .filter(delegation::Column::UntilAt.gt(at))
        .filter(
            delegation::Column::EndedAt
                .is_null()
                .or(delegation::Column::EndedAt.gt(at)),
        )
}

/// The level at which a member holds a skill on a day; nothing when it is not held.
pub async fn skill_level(
    db: &Conn<'_>,
    member: MemberId,
    name: &str,
    day: NaiveDate,
) -> Result<Option<i32>, Failure> {
    let rows = skill::Entity::find()
        .filter(skill::Column::MemberId.eq(member))
        .filter(skill::Column::Skill.eq(name))
        .filter(on(skill::Column::FromDate, skill::Column::UntilDate, day))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| row.level).max())
}

/// Active members who hold a skill at a level or above, the most skilled first.
pub async fn with_skill(
    db: &Conn<'_>,
    name: &str,
    level: i32,
    day: NaiveDate,
) -> Result<Vec<MemberId>, Failure> {
    let rows = skill::Entity::find()
        .filter(skill::Column::Skill.eq(name))
        .filter(skill::Column::Level.gte(level))
        .filter(on(skill::Column::FromDate, skill::Column::UntilDate, day))
        .order_by_desc(skill::Column::Level)
        .order_by_asc(skill::Column::MemberId)
        .all(db)
        .await?;
    let active = active_of(db, rows.iter().map(|row| row.member_id).collect()).await?;
    Ok(each(
        rows.iter()
            .map(|row| row.member_id)
            .filter(|id| active.contains(id)),
    ))
}

/// Everybody who works here.
pub async fn active_members(db: &Conn<'_>) -> Result<Vec<MemberId>, Failure> {
    Ok(member::Entity::find()
        .select_only()
        .column(member::Column::Id)
        .filter(member::Column::DeactivatedAt.is_null())
        .order_by_asc(member::Column::Id)
        .into_tuple()
        .all(db)
        .await?)
}

/// Everybody who is in one of these departments on a day.
pub async fn members_in(
    db: &Conn<'_>,
    departments: &[DepartmentId],
    day: NaiveDate,
) -> Result<Vec<MemberId>, Failure> {
    let rows = membership::Entity::find()
        .filter(membership::Column::DepartmentId.is_in(departments.to_vec()))
        .filter(on(
            membership::Column::FromDate,
            membership::Column::UntilDate,
            day,
        ))
        .order_by_asc(membership::Column::MemberId)
        .all(db)
        .await?;
    let active = active_of(db, rows.iter().map(|row| row.member_id).collect()).await?;
    Ok(each(
        rows.iter()
            .map(|row| row.member_id)
            .filter(|id| active.contains(id)),
    ))
}

/// Names by id.
pub async fn member_names(db: &Conn<'_>, members: &[MemberId]) -> Result<HashMap<MemberId, String>, Failure> {
    if members.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(MemberId, String)> = member::Entity::find()
        .select_only()
        .columns([member::Column::Id, member::Column::Name])
        .filter(member::Column::Id.is_in(members.to_vec()))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// A member by the name to log in with.
pub async fn by_login(db: &Conn<'_>, login: &str) -> Result<member::Model, Failure> {
    let found = member::Entity::find()
        .filter(member::Column::LoginKey.eq(super::member::login_key(login)))
        .one(db)
        .await?;
    found.ok_or_else(|| Failure::not_found("member"))
}

/// A member by id.
pub async fn member(db: &Conn<'_>, id: MemberId) -> Result<member::Model, Failure> {
    member::Entity::find_by_id(id)
        .one(db)
        .await?
        .ok_or_else(|| Failure::not_found("member"))
}

/// Whether a member works here still.
pub async fn is_active(db: &Conn<'_>, member: MemberId) -> Result<bool, Failure> {
    Ok(!active_of(db, vec![member]).await?.is_empty())
}

/// Of these those who work here.
pub async fn active_of(db: &Conn<'_>, members: Vec<MemberId>) -> Result<Vec<MemberId>, Failure> {
    if members.is_empty() {
        return Ok(members);
    }
    Ok(member::Entity::find()
        .select_only()
        .column(member::Column::Id)
        .filter(member::Column::Id.is_in(members))
        .filter(member::Column::DeactivatedAt.is_null())
        .into_tuple()
        .all(db)
        .await?)
}

/// Each one once, in the order in which they come.
fn each(members: impl Iterator<Item = MemberId>) -> Vec<MemberId> {
    let mut found = Vec::new();
    for member in members {
        if !found.contains(&member) {
            found.push(member);
        }
    }
    found
}
