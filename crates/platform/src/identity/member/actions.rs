//! Members are made, changed, moved, deactivated and given passwords.

use chrono::NaiveDate;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter,
    sea_query::Expr,
};

use super::events::{MemberCreated, MemberMoved, MemberPasswordChanged};
use super::model::{At, Changes, MemberError, NewMember, faults};
use super::{Member, login_key, name_key};
use crate::failure::{Failure, FieldFault, Invalid, Stale};
use crate::id::{DepartmentId, MemberId};
use crate::identity::entity::{member, membership, session};
use crate::identity::grants::ADMINISTRATOR;
use crate::identity::login::password;
use crate::identity::queries;
use crate::record::rows;
use crate::work::Work;

/// Makes a member in a department, from today on.
pub async fn create(work: &mut Work, new: NewMember) -> Result<Member, Failure> {
    work.permit_any("member.create")?;
    let place = Place {
        department: Some(new.department),
    };
    work.permit("member.create", &place).await?;
    let mut wrong = faults(Some(&new.name), Some(&new.login));
    wrong.extend(login_taken(work, &new.login, None).await?);
    if work.policies().tree().name(new.department).is_none() {
        wrong.push(FieldFault::at("/department_id", "unknown"));
    }
    if let Some(password) = &new.password
        && let Err(Failure::Refused(refused)) = password::check("/password", &new.login, password)
    {
        wrong.extend(refused.faults);
    }
    if !wrong.is_empty() {
        return Err(Invalid(wrong).into());
    }
    let hash = match &new.password {
        Some(password) => Some(password::hash(password).await?),
        None => None,
    };
    let member = insert(work, &new, hash).await?;
    settle(
        work,
        member.id,
        new.department,
        new.head,
        work.policies().today(work.now),
    )
    .await?;
    work.raise_generation().await?;
    let personal = [
        ("name", Some(&new.name)),
        ("login", Some(&new.login)),
        ("email", new.email.as_ref()),
        ("phone", new.phone.as_ref()),
    ];
    let personal = personal
        .into_iter()
        .filter_map(|(field, value)| Some((field, value?.clone())))
        .collect();
    work.record(MemberCreated {
        member: member.id,
        department: new.department,
        head: new.head,
        personal,
    })
    .await?;
    Ok(member)
}

/// A department as the place where something is about to be made.
struct Place {
    department: Option<DepartmentId>,
}

impl crate::identity::Owned for Place {
    fn subject(&self) -> crate::id::Subject {
        crate::id::Subject::new(
            "department",
            self.department.map_or_else(uuid::Uuid::nil, |id| id.0),
        )
    }
    fn owner(&self) -> Option<MemberId> {
        None
    }
    fn department(&self) -> Option<DepartmentId> {
        self.department
    }
}

async fn insert(work: &mut Work, new: &NewMember, hash: Option<String>) -> Result<Member, Failure> {
    let member = Member {
        id: work.next_id(),
        name: new.name.trim().to_owned(),
        name_key: name_key(&new.name),
        login: new.login.trim().to_owned(),
        login_key: login_key(&new.login),
        email: new.email.clone(),
        phone: new.phone.clone(),
        language: new.language.tag().to_owned(),
        password_changed_at: hash.as_ref().map(|_| work.now),
        password_hash: hash,
        version: 1,
        deactivated_at: None,
        created_at: work.now,
        updated_at: work.now,
    };
    let row = member.clone().into_active_model().reset_all();
    member::Entity::insert(row)
        .exec_without_returning(&work.db())
        .await?;
    Ok(member)
}

async fn login_taken(work: &Work, login: &str, but: Option<MemberId>) -> Result<Option<FieldFault>, Failure> {
    let found = member::Entity::find()
        .filter(member::Column::LoginKey.eq(login_key(login)))
        .one(&work.db())
        .await?;
    Ok(found
        .filter(|found| Some(found.id) != but)
        .map(|_| FieldFault::at("/login", "taken")))
}

/// Finds a member and refuses what the actor may not do there.
pub(super) async fn find(work: &Work, id: MemberId, permission: &str) -> Result<Member, Failure> {
    let member = queries::member(&work.db(), id).await?;
    let place = at(work, id).await?;
    if !work.may_on("member.read", &place).await? && !work.may_on(permission, &place).await? {
        return Err(Failure::not_found("member"));
    }
    work.permit(permission, &place).await?;
    Ok(member)
}

/// The same, but what one does for oneself needs no permission.
pub(in crate::identity) async fn find_own(
    work: &Work,
    id: MemberId,
    permission: &str,
) -> Result<Member, Failure> {
    if work.actor().principal() == Some(id) {
        return queries::member(&work.db(), id).await;
    }
    find(work, id, permission).await
}

async fn at(work: &Work, member: MemberId) -> Result<At, Failure> {
    let today = work.policies().today(work.now);
    Ok(At {
        member,
        department: queries::department_of(&work.db(), member, today).await?,
    })
}

/// Saves over the version that was read.
pub(super) async fn save(work: &Work, member: &mut Member) -> Result<(), Failure> {
    let before = member.version;
    member.version += 1;
    member.updated_at = work.now;
    let row = rows::all_but_key(member.clone());
    let done = member::Entity::update_many()
        .set(row)
        .filter(member::Column::Id.eq(member.id))
        .filter(member::Column::Version.eq(before))
        .exec(&work.db())
        .await?;
    if done.rows_affected == 0 {
        Err(Stale.into())
    } else {
        Ok(())
    }
}

/// Changes name, log-in, mail address, phone number or language.
pub async fn change(work: &mut Work, id: MemberId, changes: Changes) -> Result<Member, Failure> {
    let mut member = find(work, id, "member.update").await?;
    work.expect_version(member.version)?;
    let mut wrong = faults(changes.name.as_deref(), changes.login.as_deref());
    if let Some(login) = &changes.login {
        wrong.extend(login_taken(work, login, Some(id)).await?);
    }
    if !wrong.is_empty() {
        return Err(Invalid(wrong).into());
    }
    if let Some(changed) = member.change(changes) {
        save(work, &mut member).await?;
        work.record(changed).await?;
    }
    Ok(member)
}

/// Takes the way in; what the member did and held stays on record.
pub async fn deactivate(work: &mut Work, id: MemberId) -> Result<Member, Failure> {
    let mut member = find(work, id, "member.update").await?;
    work.expect_version(member.version)?;
    let today = work.policies().today(work.now);
    let administrators = queries::holders(&work.db(), ADMINISTRATOR, None, today).await?;
    if administrators == [id] {
        return Err(MemberError::LastAdministrator.into());
    }
    let deactivated = member.deactivate(work.now)?;
    save(work, &mut member).await?;
    end_sessions(work, id).await?;
    work.raise_generation().await?;
    work.record(deactivated).await?;
    Ok(member)
}

/// Lets a member in again.
pub async fn reactivate(work: &mut Work, id: MemberId) -> Result<Member, Failure> {
    let mut member = find(work, id, "member.update").await?;
    work.expect_version(member.version)?;
    let reactivated = member.reactivate()?;
    save(work, &mut member).await?;
    work.raise_generation().await?;
    work.record(reactivated).await?;
    Ok(member)
}

/// Moves a member to another department, or makes it head or no longer head of its own, from a day on.
pub async fn move_to(
    work: &mut Work,
    id: MemberId,
    department: DepartmentId,
    head: bool,
    from: Option<NaiveDate>,
) -> Result<Member, Failure> {
    let mut member = find(work, id, "member.update").await?;
    work.expect_version(member.version)?;
    member.expect_active()?;
    let today = work.policies().today(work.now);
    let from = from.unwrap_or(today);
    let mut wrong = Vec::new();
    if from < today {
        wrong.push(FieldFault::at("/from", "in-the-past"));
    }
    if work.policies().tree().name(department).is_none() {
        wrong.push(FieldFault::at("/department_id", "unknown"));
    }
    if !wrong.is_empty() {
        return Err(Invalid(wrong).into());
    }
    let before = queries::department_of(&work.db(), id, today).await?;
    settle(work, id, department, head, from).await?;
    save(work, &mut member).await?;
    work.raise_generation().await?;
    work.record(MemberMoved {
        member: id,
        from: before,
        to: department,
        head,
        from_date: from,
    })
    .await?;
    Ok(member)
}

/// Ends what runs on a day and begins a membership there; one that was to begin later never does.
pub(super) async fn settle(
    work: &mut Work,
    member: MemberId,
    department: DepartmentId,
    head: bool,
    from: NaiveDate,
) -> Result<(), Failure> {
    let open = membership::Column::UntilDate
        .is_null()
        .or(membership::Column::UntilDate.gt(from));
    membership::Entity::update_many()
        .col_expr(membership::Column::UntilDate, Expr::value(from))
        .col_expr(membership::Column::UpdatedAt, Expr::value(work.now))
        .col_expr(
            membership::Column::Version,
            Expr::col(membership::Column::Version).add(1),
        )
        .filter(membership::Column::MemberId.eq(member))
        .filter(open)
        .exec(&work.db())
        .await?;
    let row = membership::ActiveModel {
        id: Set(work.next_id()),
        member_id: Set(member),
        department_id: Set(department),
        head: Set(head),
        from_date: Set(from),
        until_date: Set(None),
        version: Set(1),
        created_at: Set(work.now),
        updated_at: Set(work.now),
    };
    membership::Entity::insert(row)
        .exec_without_returning(&work.db())
        .await?;
    Ok(())
}

/// Gives another member a new password, which ends all of that member's sessions.
pub async fn reset_password(work: &mut Work, id: MemberId, password: &str) -> Result<Member, Failure> {
    let mut member = find(work, id, "member.reset_password").await?;
    member.expect_active()?;
    set_password(work, &mut member, password).await?;
    Ok(member)
}

/// Sets one's own password, once the old one fits.
pub async fn change_own_password(work: &mut Work, old: &str, new: &str) -> Result<Member, Failure> {
    let id = work.actor().member().ok_or(crate::failure::Unauthenticated)?;
    let mut member = queries::member(&work.db(), id).await?;
    if !password::fits(old, member.password_hash.as_deref()).await? {
        return Err(Invalid::one("/old", "wrong-password").into());
    }
    set_password(work, &mut member, new).await?;
    Ok(member)
}

/// One's own language, chosen on the screen; nothing happens when it is that already.
pub async fn choose_language(
    work: &mut Work,
    language: xianji_kernel::text::Language,
) -> Result<(), Failure> {
    let id = work.actor().member().ok_or(crate::failure::Unauthenticated)?;
    let mut member = queries::member(&work.db(), id).await?;
    let changes = Changes {
        language: Some(language),
        ..Changes::default()
    };
    if let Some(changed) = member.change(changes) {
        save(work, &mut member).await?;
        work.record(changed).await?;
    }
    Ok(())
}

async fn set_password(work: &mut Work, member: &mut Member, new: &str) -> Result<(), Failure> {
    password::check("/password", &member.login, new)?;
    member.password_hash = Some(password::hash(new).await?);
    member.password_changed_at = Some(work.now);
    save(work, member).await?;
    end_sessions(work, member.id).await?;
    work.record(MemberPasswordChanged { member: member.id }).await?;
    Ok(())
}

pub(super) async fn end_sessions(work: &Work, member: MemberId) -> Result<(), Failure> {
    session::Entity::delete_many()
        .filter(session::Column::MemberId.eq(member))
        .exec(&work.db())
        .await?;
    Ok(())
}

/// The first department, for a company that has none yet.
pub(in crate::identity) async fn first_department(work: &mut Work) -> Result<DepartmentId, Failure> {
    if let Some(root) = crate::identity::department::Tree::read(&work.db()).await?.root() {
        return Ok(root);
    }
    let name = if work.policies().company().name.is_empty() {
        "总公司".to_owned()
    } else {
        work.policies().company().name.clone()
    };
    Ok(crate::identity::department::actions::insert(work, name, None)
        .await?
        .id)
}

/// Makes a company's first administrator, and its first department when there is none; an existing member of that log-in becomes
/// administrator, is active again and has the new password. For the command line.
pub async fn make_administrator(
    work: &mut Work,
    login: &str,
    name: &str,
    password: &str,
) -> Result<Member, Failure> {
    password::check("/password", login, password)?;
    let known = member::Entity::find()
        .filter(member::Column::LoginKey.eq(login_key(login)))
        .one(&work.db())
        .await?;
    let member = match known {
        Some(mut member) => {
            member.deactivated_at = None;
            set_password(work, &mut member, password).await?;
            member
        }
        None => {
            let wrong = faults(Some(name), Some(login));
            if !wrong.is_empty() {
                return Err(Invalid(wrong).into());
            }
            let department = first_department(work).await?;
            let new = NewMember {
                name: name.to_owned(),
                login: login.to_owned(),
                email: None,
                phone: None,
                language: xianji_kernel::text::Language::Zh,
                password: None,
                department,
                head: false,
            };
            let hash = password::hash(password).await?;
            let member = insert(work, &new, Some(hash)).await?;
            settle(
                work,
                member.id,
                department,
                false,
                work.policies().today(work.now),
            )
            .await?;
            let personal = vec![("name", new.name.clone()), ("login", new.login.clone())];
            work.record(MemberCreated {
                member: member.id,
                department,
                head: false,
                personal,
            })
            .await?;
            member
        }
    };
    let today = work.policies().today(work.now);
    if !queries::holders(&work.db(), ADMINISTRATOR, None, today)
        .await?
        .contains(&member.id)
    {
        super::standing::hold(work, member.id, ADMINISTRATOR, None, today, None).await?;
    }
    work.raise_generation().await?;
    Ok(member)
}
