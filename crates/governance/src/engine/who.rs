//! Whom an expression means today, on this subject. Nobody there goes to the head above, and is shown to the administrator as a fault.

use futures_util::future::BoxFuture;
use serde_json::Value;
use xianji_platform::{DepartmentId, Failure, MemberId};
use xianji_policy::FactType;
use xianji_policy::model::{Given, Who};

use super::people::{
    above, above_department, delegates_of, department_of, head_of, holders, is_absent, is_active,
};
use super::{Case, Context, Roots};
use crate::grading;

/// How many of the people found have to act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// One of them: it leaves the others' lists when one takes it.
    One,
    /// Each of them.
    Each,
    /// More than half of them.
    Most,
}

/// The people that an expression means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct People {
    /// Each once, the nearest first.
    pub members: Vec<MemberId>,
    /// How many of them have to act.
    pub mode: Mode,
    /// Where nobody was there, and who stands in.
    pub faults: Vec<Nobody>,
    /// The customer is asked, and is never late.
    pub customer: bool,
}

/// Somebody was meant and nobody was there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nobody {
    /// The expression, or the absent member's id.
    pub meant: String,
    /// `vacant`, `absent` or `left`.
    pub why: &'static str,
    /// To whom it goes instead.
    pub instead: Option<MemberId>,
}

/// How many heads up an absence is followed.
const HEIGHT: usize = 5;

/// Resolves an expression on a subject, with stand-ins. A list of people that is empty (`project.monitors`) means nobody and is no
/// vacancy; a post that nobody holds is one.
pub async fn resolve(ctx: &Context<'_>, case: &Case, who: &Who, roots: &Roots) -> Result<People, Failure> {
    let (mode, parts) = match who {
        Who::Any(parts) => (Mode::One, parts.as_slice()),
        Who::All(parts) => (Mode::Each, parts.as_slice()),
        Who::Most(parts) => (Mode::Most, parts.as_slice()),
        one => (Mode::One, std::slice::from_ref(one)),
    };
    let mut people = People {
        members: Vec::new(),
        mode,
        faults: Vec::new(),
        customer: false,
    };
    for part in parts {
        if *part == Who::Customer {
            people.customer = true;
            continue;
        }
        add(ctx, case, part, roots, &mut people).await?;
    }
    if !parts.iter().all(|part| means_list(ctx, case, part, roots)) {
        fill_vacancy(ctx, case, who, &mut people).await?;
    }
    stand_in(ctx, &mut people).await?;
    Ok(people)
}

/// Whom an expression names, whether they are here or away: for what they may, not for what they have to do.
pub async fn named(
    ctx: &Context<'_>,
    case: &Case,
    who: &Who,
    roots: &Roots,
) -> Result<Vec<MemberId>, Failure> {
    let parts = match who {
        Who::Any(parts) | Who::All(parts) | Who::Most(parts) => parts.as_slice(),
        one => std::slice::from_ref(one),
    };
    let mut found = Vec::new();
    for part in parts {
        for target in targets(ctx, case, part, roots).await? {
            found.extend(members_of(ctx, target).await?);
        }
    }
    Ok(found)
}

/// The same where somebody has to answer: an empty list too goes to the head above. Nothing is decided by nobody.
pub async fn resolve_somebody(
    ctx: &Context<'_>,
    case: &Case,
    who: &Who,
    roots: &Roots,
) -> Result<People, Failure> {
    let mut people = resolve(ctx, case, who, roots).await?;
    if people.is_nobody() {
        fill_vacancy(ctx, case, who, &mut people).await?;
        stand_in(ctx, &mut people).await?;
    }
    Ok(people)
}

impl People {
    /// Nobody was meant: an empty list, and nobody stands in for it.
    pub fn is_nobody(&self) -> bool {
        self.members.is_empty() && self.faults.is_empty() && !self.customer
    }
}

/// Whether an expression names any number of people, none included: a fact that is a list.
fn means_list(ctx: &Context<'_>, case: &Case, part: &Who, roots: &Roots) -> bool {
    let Who::Path(path) = part else { return false };
    let Some((root, way)) = path.split_first() else {
        return false;
    };
    if let Some(value) = roots.0.get(root) {
        let end = way.iter().try_fold(value, |here, step| here.get(step));
        return end.is_some_and(Value::is_array);
    }
    let vocabulary = &ctx.app.registry().vocabulary;
    let kind = case.kind_named(root);
    matches!(
        kind.and_then(|kind| vocabulary.walk(kind, way)),
        Some(FactType::List(_))
    )
}

/// Under `any` one that is held is enough; under the others every part has to have somebody.
async fn add(
    ctx: &Context<'_>,
    case: &Case,
    part: &Who,
    roots: &Roots,
    people: &mut People,
) -> Result<(), Failure> {
    let mut found = Vec::new();
    for target in targets(ctx, case, part, roots).await? {
        found.extend(members_of(ctx, target).await?);
    }
    if found.is_empty() && people.mode != Mode::One && !means_list(ctx, case, part, roots) {
        let instead = head_above(ctx, case).await?;
        people.faults.push(Nobody {
            meant: part.to_string(),
            why: "vacant",
            instead,
        });
        found.extend(instead);
    }
    for member in found {
        if !people.members.contains(&member) {
            people.members.push(member);
        }
    }
    Ok(())
}

async fn fill_vacancy(ctx: &Context<'_>, case: &Case, who: &Who, people: &mut People) -> Result<(), Failure> {
    if !people.members.is_empty() || people.customer || !people.faults.is_empty() {
        return Ok(());
    }
    let instead = head_above(ctx, case).await?;
    people.faults.push(Nobody {
        meant: who.to_string(),
        why: "vacant",
        instead,
    });
    people.members.extend(instead);
    Ok(())
}

/// The people who act for these today: whoever is away or gone is replaced by the delegate, else by the head above.
pub async fn standing_in(ctx: &Context<'_>, members: &[MemberId]) -> Result<People, Failure> {
    let mut people = People {
        members: members.to_vec(),
        mode: Mode::One,
        faults: Vec::new(),
        customer: false,
    };
    stand_in(ctx, &mut people).await?;
    Ok(people)
}

/// Whoever is away or gone is replaced by the delegate, else by the head above.
async fn stand_in(ctx: &Context<'_>, people: &mut People) -> Result<(), Failure> {
    let mut present: Vec<MemberId> = Vec::new();
    for member in std::mem::take(&mut people.members) {
        let (acting, fault) = acting_for(ctx, member).await?;
        if let Some(why) = fault {
            people.faults.push(Nobody {
                meant: member.to_string(),
                why,
                instead: Some(acting).filter(|acting| *acting != member),
            });
        }
        if !present.contains(&acting) {
            present.push(acting);
        }
    }
    people.members = present;
    Ok(())
}

/// Who acts for a member now, and why that is a fault: the member has left, or is away and named nobody.
async fn acting_for(
    ctx: &Context<'_>,
    member: MemberId,
) -> Result<(MemberId, Option<&'static str>), Failure> {
    let (mut here, mut fault) = (member, None);
    for _ in 0..HEIGHT {
        let active = is_active(&ctx.db, here).await?;
        if active && !is_absent(&ctx.db, here, ctx.now).await? {
            return Ok((here, fault));
        }
        // Whoever has left stands in for nobody and is stood in for by nobody.
        if active && let Some(delegate) = delegates_of(&ctx.db, here, ctx.now).await?.into_iter().next() {
            here = delegate;
            continue;
        }
        fault = fault.or(Some(if active { "absent" } else { "left" }));
        match above(&ctx.db, here, ctx.today()).await? {
            Some(head) if head != here => here = head,
            _ => break,
        }
    }
    Ok((here, fault))
}

async fn head_above(ctx: &Context<'_>, case: &Case) -> Result<Option<MemberId>, Failure> {
    match case.department().or_else(|| ctx.book.tree().root()) {
        Some(department) => head_of(&ctx.db, department, ctx.today()).await,
        None => Ok(None),
    }
}

/// What an expression leads to before people are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Target {
    Member(MemberId),
    Department(DepartmentId),
}

async fn members_of(ctx: &Context<'_>, target: Target) -> Result<Vec<MemberId>, Failure> {
    match target {
        Target::Member(member) => Ok(vec![member]),
        Target::Department(department) => Ok(head_of(&ctx.db, department, ctx.today())
            .await?
            .into_iter()
            .collect()),
    }
}

fn targets<'a>(
    ctx: &'a Context<'_>,
    case: &'a Case,
    who: &'a Who,
    roots: &'a Roots,
) -> BoxFuture<'a, Result<Vec<Target>, Failure>> {
    Box::pin(async move {
        let held = |members: Vec<MemberId>| members.into_iter().map(Target::Member).collect();
        Ok(match who {
            Who::Position(id) => held(holders(&ctx.db, id, case.department(), ctx.today()).await?),
            Who::Group(id) => {
                held(holders(&ctx.db, &format!("group:{id}"), case.department(), ctx.today()).await?)
            }
            Who::Body(id) => {
                held(holders(&ctx.db, &format!("body:{id}"), case.department(), ctx.today()).await?)
            }
            Who::Role(role) => held(role_holders(case, role)),
            Who::Path(path) => path_targets(ctx, case, path, roots),
            Who::Head(of) => heads(ctx, targets(ctx, case, of, roots).await?).await?,
            Who::Above(of) => superiors(ctx, targets(ctx, case, of, roots).await?).await?,
            Who::Given(key) => given_targets(ctx, case, key, roots).await?,
            Who::Customer => Vec::new(),
            Who::Any(parts) | Who::All(parts) | Who::Most(parts) => {
                let mut found = Vec::new();
                for part in parts {
                    found.extend(targets(ctx, case, part, roots).await?);
                }
                found
            }
        })
    })
}

/// A role is sought in the subject's team, then in those of what it belongs to.
fn role_holders(case: &Case, role: &str) -> Vec<MemberId> {
    let teams = std::iter::once(&case.facts).chain(&case.chain);
    teams
        .map(|one| one.holders(role))
        .find(|holders| !holders.is_empty())
        .unwrap_or_default()
}

fn path_targets(ctx: &Context<'_>, case: &Case, path: &[String], roots: &Roots) -> Vec<Target> {
    let Some((root, way)) = path.split_first() else {
        return Vec::new();
    };
    if let Some(value) = roots.0.get(root) {
        return ids(value, way)
            .into_iter()
            .map(|id| Target::Member(MemberId(id)))
            .collect();
    }
    let Some(one) = case.find(root) else {
        return Vec::new();
    };
    let vocabulary = &ctx.app.registry().vocabulary;
    let found: Vec<Target> = match vocabulary.walk(&one.subject.kind, way) {
        Some(FactType::Department) => case
            .ids_at(ctx, root, way)
            .into_iter()
            .map(|id| Target::Department(DepartmentId(id)))
            .collect(),
        Some(_) => case
            .ids_at(ctx, root, way)
            .into_iter()
            .map(|id| Target::Member(MemberId(id)))
            .collect(),
        None => Vec::new(),
    };
    match way {
        [role] if found.is_empty() => one
            .holders(&role.replace('_', "-"))
            .into_iter()
            .map(Target::Member)
            .collect(),
        _ => found,
    }
}

/// Every id at the end of a path, through lists.
pub(super) fn ids(value: &Value, way: &[String]) -> Vec<uuid::Uuid> {
    match (value, way.split_first()) {
        (Value::Array(list), _) => list.iter().flat_map(|item| ids(item, way)).collect(),
        (Value::String(text), None) => text.parse().into_iter().collect(),
        (Value::Object(fields), Some((step, rest))) => {
            fields.get(step).map(|next| ids(next, rest)).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

/// Whether an expression hangs on something that only the opening event knew.
pub fn names_event(case: &Case, who: &Who) -> bool {
    who.parts().iter().any(
        |part| matches!(part, Who::Path(path) if path.first().is_none_or(|root| case.find(root).is_none())),
    )
}

async fn heads(ctx: &Context<'_>, of: Vec<Target>) -> Result<Vec<Target>, Failure> {
    let mut found = Vec::new();
    for target in of {
        let department = match target {
            Target::Department(department) => Some(department),
            Target::Member(member) => department_of(&ctx.db, member, ctx.today()).await?,
        };
        if let Some(department) = department {
            found.extend(
                head_of(&ctx.db, department, ctx.today())
                    .await?
                    .map(Target::Member),
            );
        }
    }
    Ok(found)
}

async fn superiors(ctx: &Context<'_>, of: Vec<Target>) -> Result<Vec<Target>, Failure> {
    let mut found = Vec::new();
    for target in of {
        let head = match target {
            Target::Member(member) => above(&ctx.db, member, ctx.today()).await?,
            Target::Department(department) => above_department(&ctx.db, department, ctx.today()).await?,
        };
        found.extend(head.map(Target::Member));
    }
    Ok(found)
}

async fn given_targets(
    ctx: &Context<'_>,
    case: &Case,
    key: &str,
    roots: &Roots,
) -> Result<Vec<Target>, Failure> {
    for one in std::iter::once(&case.facts).chain(&case.chain) {
        if let Some(Given::Who(who)) = grading::given(ctx, case, &one.subject.kind, key).await? {
            return targets(ctx, case, &who, roots).await;
        }
    }
    Ok(Vec::new())
}
