//! Whether a need is met: sought on the subject, then on what it belongs to.

use sea_orm::sea_query::SimpleExpr;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter};
use xianji_platform::identity::entity::skill;
use xianji_platform::ledger::entity::event;
use xianji_platform::{Failure, MemberId, SubjectFacts};
use xianji_policy::model::{Need, NeedItem, Who};

use crate::engine::{Case, Context, Roots, resolve};
use crate::obligation::{Source, entity as obligation};
use crate::{approval, form, objection};

/// Who asks, for needs that are about the person.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asking {
    /// The acting member.
    pub member: Option<MemberId>,
}

/// Whether the need is asked at all here.
pub async fn is_asked(
    ctx: &Context<'_>,
    case: &Case,
    item: &NeedItem,
    roots: &Roots,
) -> Result<bool, Failure> {
    case.holds(ctx, item.when.as_ref(), roots).await
}

/// Whether everything that is asked is there; for obligations fulfilled by needs, criteria of grades and ends of repetitions.
pub async fn all_met(
    ctx: &Context<'_>,
    case: &Case,
    items: &[NeedItem],
    roots: &Roots,
) -> Result<bool, Failure> {
    for item in items {
        if is_asked(ctx, case, item, roots).await?
            && !is_met(ctx, case, &item.need, Asking::default(), roots).await?
        {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether a need is met.
pub async fn is_met(
    ctx: &Context<'_>,
    case: &Case,
    need: &Need,
    asking: Asking,
    roots: &Roots,
) -> Result<bool, Failure> {
    match need {
        Need::Cel(condition) => return case.judge(ctx, condition, roots).await,
        Need::Skill { skill, level } => return has_skill(ctx, asking.member, skill, *level).await,
        Need::NoneOpen(what) => {
            // Something open on what it belongs to is open too.
            for one in std::iter::once(&case.facts).chain(&case.chain) {
                if is_open(ctx, one, what).await? {
                    return Ok(false);
                }
            }
            return Ok(true);
        }
        _ => {}
    }
    for one in std::iter::once(&case.facts).chain(&case.chain) {
        if is_met_on(ctx, case, one, need, roots).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

async fn is_met_on(
    ctx: &Context<'_>,
    case: &Case,
    one: &SubjectFacts,
    need: &Need,
    roots: &Roots,
) -> Result<bool, Failure> {
    match need {
        Need::Deliverable(id) => by_word(ctx, one, "deliverable", id).await,
        Need::AllDeliverables => by_word(ctx, one, "deliverable", "all").await,
        Need::Form(id) => form::queries::is_held(&ctx.db, &one.subject, id, ctx.now).await,
        Need::Approved(name) => approval::queries::is_approved(&ctx.db, &case.pack, &one.subject, name).await,
        Need::Done(rule) => was_done(ctx, one, rule).await,
        Need::Filled(role) => Ok(!one.holders(role).is_empty()),
        Need::Contributed(who) => contributed(ctx, case, one, who, roots).await,
        Need::Attended(who) => attended(ctx, case, one, who, roots).await,
        Need::Flag(name) => is_ticked(ctx, case, one, name).await,
        Need::Skill { .. } | Need::NoneOpen(_) | Need::Cel(_) => Ok(false),
    }
}

/// Words that other crates answer.
async fn by_word(ctx: &Context<'_>, one: &SubjectFacts, word: &str, what: &str) -> Result<bool, Failure> {
    match ctx.app.registry().needs.get(word) {
        Some(kind) => (kind.met)(&ctx.db, one, what).await,
        None => Ok(false),
    }
}

async fn was_done(ctx: &Context<'_>, one: &SubjectFacts, rule: &str) -> Result<bool, Failure> {
    let done = obligation::Entity::find()
        .filter(obligation::Column::SubjectKind.eq(&one.subject.kind))
        .filter(obligation::Column::SubjectId.eq(one.subject.id))
        .filter(obligation::Column::Rule.eq(rule))
        .filter(obligation::Column::State.is_in([obligation::State::Fulfilled, obligation::State::Late]))
        .count(&ctx.db)
        .await?;
    Ok(done > 0)
}

async fn is_open(ctx: &Context<'_>, one: &SubjectFacts, what: &str) -> Result<bool, Failure> {
    match what {
        "objection" => objection::queries::any_open(&ctx.db, &one.subject).await,
        "action" => {
            let given = obligation::Column::Source.eq(Source::ActionItem.word());
            count_open(ctx, one, given).await
        }
        // Leaving a stage in time is done by leaving it; a gate that waited for it would never open.
        "obligation" => {
            let asked = obligation::Column::Source
                .eq(Source::Rule.word())
                .and(obligation::Column::Rule.not_like("%.limit"));
            count_open(ctx, one, asked).await
        }
        rule => count_open(ctx, one, obligation::Column::Rule.eq(rule)).await,
    }
}

async fn count_open(ctx: &Context<'_>, one: &SubjectFacts, which: SimpleExpr) -> Result<bool, Failure> {
    let open = obligation::Entity::find()
        .filter(obligation::Column::SubjectKind.eq(&one.subject.kind))
        .filter(obligation::Column::SubjectId.eq(one.subject.id))
        .filter(obligation::Column::State.eq(obligation::State::Open))
        .filter(which)
        .count(&ctx.db)
        .await?;
    Ok(open > 0)
}

async fn has_skill(
    ctx: &Context<'_>,
    member: Option<MemberId>,
    wanted: &str,
    level: u8,
) -> Result<bool, Failure> {
    let Some(member) = member else { return Ok(false) };
    let today = ctx.today();
    let held = skill::Entity::find()
        .filter(skill::Column::MemberId.eq(member))
        .filter(skill::Column::Skill.eq(wanted))
        .filter(skill::Column::Level.gte(i32::from(level)))
        .filter(skill::Column::FromDate.lte(today))
        .filter(
            skill::Column::UntilDate
                .is_null()
                .or(skill::Column::UntilDate.gt(today)),
        )
        .count(&ctx.db)
        .await?;
    Ok(held > 0)
}

/// Members in a role of the team, else holders of the position.
async fn people(
    ctx: &Context<'_>,
    case: &Case,
    one: &SubjectFacts,
    who: &str,
    roots: &Roots,
) -> Result<Vec<MemberId>, Failure> {
    let (word, id) = who.split_once(':').unwrap_or(("role", who));
    let team = one.holders(id);
    if !team.is_empty() || word == "role" && !case.pack.positions.has(id) {
        return Ok(team);
    }
    Ok(resolve(ctx, case, &Who::Position(id.to_owned()), roots)
        .await?
        .members)
}

/// Somebody of them did something that the ledger holds on the subject.
async fn contributed(
    ctx: &Context<'_>,
    case: &Case,
    one: &SubjectFacts,
    who: &str,
    roots: &Roots,
) -> Result<bool, Failure> {
    let people = people(ctx, case, one, who, roots).await?;
    if people.is_empty() {
        return Ok(false);
    }
    let found = event::Entity::find()
        .filter(event::Column::SubjectKind.eq(&one.subject.kind))
        .filter(event::Column::SubjectId.eq(one.subject.id))
        .filter(event::Column::MemberId.is_in(people))
        .count(&ctx.db)
        .await?;
    Ok(found > 0)
}

/// Somebody of them was present at a meeting whose minutes are filed on the subject.
async fn attended(
    ctx: &Context<'_>,
    case: &Case,
    one: &SubjectFacts,
    who: &str,
    roots: &Roots,
) -> Result<bool, Failure> {
    let people = people(ctx, case, one, who, roots).await?;
    let minutes = form::queries::minutes(&ctx.db, &one.subject).await?;
    Ok(minutes
        .iter()
        .filter(|filing| filing.replaced_by.is_none())
        .any(|filing| filing.present_members().iter().any(|one| people.contains(one))))
}

/// A box ticked on the record or on the sheet of one of its gradings.
async fn is_ticked(ctx: &Context<'_>, case: &Case, one: &SubjectFacts, name: &str) -> Result<bool, Failure> {
    if one.facts.get(name).and_then(serde_json::Value::as_bool) == Some(true) {
        return Ok(true);
    }
    for grading in case.pack.gradings_of(&one.subject.kind) {
        let Some(sheet) = &grading.sheet else { continue };
        let filed = form::latest(ctx, &one.subject, sheet).await?;
        if filed.get(name).and_then(serde_json::Value::as_bool) == Some(true) {
            return Ok(true);
        }
    }
    Ok(false)
}
