//! Each gate at a point with its items judged and worded for the reader.

use xianji_kernel::text::Language;
use xianji_platform::{Failure, MemberId, subject};
use xianji_policy::model::{Effect, Gate, GatePoint, Need, NeedItem, Who};

use super::model::{GateItem, word};
use super::need::{Asking, is_asked, is_met};
use super::place;
use crate::engine::{Case, Context, Roots, resolve_somebody};
use crate::{form, sight};

/// A gate with its items judged.
pub struct Judged {
    /// The gate.
    pub gate: Gate,
    /// What it asks for here.
    pub items: Vec<GateItem>,
}

impl Judged {
    /// Whether everything is there.
    pub fn is_met(&self) -> bool {
        self.items.iter().all(|item| item.met)
    }

    /// Whether it keeps the record from passing unless exempted.
    pub fn blocks(&self) -> bool {
        self.gate.effect == Effect::Block && !self.is_met()
    }
}

/// Judges every gate before a point whose condition holds.
pub async fn judge_all(
    ctx: &Context<'_>,
    case: &Case,
    point: &str,
    asking: Asking,
    language: Language,
) -> Result<Vec<Judged>, Failure> {
    let mut judged = Vec::new();
    for gate in case.pack.gates_before(point) {
        if !case.holds(ctx, gate.when.as_ref(), &Roots::none()).await? {
            continue;
        }
        // A gate may be written for the record that this one belongs to.
        let seen = case.rise(ctx, &gate.of);
        let seen = seen.as_ref().unwrap_or(case);
        let mut items = Vec::new();
        for need in &gate.needs {
            if is_asked(ctx, seen, need, &Roots::none()).await? {
                items.push(item(ctx, seen, gate, need, asking, language).await?);
            }
        }
        judged.push(Judged {
            gate: gate.clone(),
            items,
        });
    }
    judged.extend(fields_asked(ctx, case, point, language).await?);
    Ok(judged)
}

/// Fields of sheets that must be filled before this stage is entered.
async fn fields_asked(
    ctx: &Context<'_>,
    case: &Case,
    point: &str,
    language: Language,
) -> Result<Option<Judged>, Failure> {
    let Some(stage) = point.strip_prefix("stage:") else {
        return Ok(None);
    };
    let kind = case.subject().kind.as_str();
    let mut items = Vec::new();
    for form in case.pack.forms_on(kind) {
        for field in form
            .fields
            .iter()
            .filter(|field| field.required_at.as_deref() == Some(stage))
        {
            let filed = form::latest(ctx, case.subject(), &form.id).await?;
            let asked = case
                .holds(
                    ctx,
                    field.when.as_ref(),
                    &Roots::none().with("form", filed.clone()),
                )
                .await?;
            if !asked {
                continue;
            }
            let met = filed.get(&field.id).is_some_and(|value| !value.is_null());
            let owner = case.facts.owner.filter(|_| !met);
            let names = sight::names(&ctx.db, owner).await?;
            items.push(GateItem {
                gate: format!("{stage}.fields"),
                need: format!("field:{}.{}", form.id, field.id),
                name: format!("{} · {}", form.name.get(language), field.name.get(language)),
                met,
                effect: word(&Effect::Block).into(),
                from: owner.and_then(|owner| names.get(&owner).cloned()),
                suppliers: owner.into_iter().collect(),
                address: subject::address(ctx.app, case.subject())
                    .filter(|_| !met)
                    .map(|page| format!("{page}?form={}", form.id)),
                exemptible: false,
            });
        }
    }
    let gate = Gate {
        id: format!("{stage}.fields"),
        name: None,
        before: vec![GatePoint::Enter(stage.to_owned())],
        of: kind.to_owned(),
        when: None,
        needs: Vec::new(),
        effect: Effect::Block,
        exempt: None,
    };
    Ok((!items.is_empty()).then_some(Judged { gate, items }))
}

async fn item(
    ctx: &Context<'_>,
    case: &Case,
    gate: &Gate,
    need: &NeedItem,
    asking: Asking,
    language: Language,
) -> Result<GateItem, Failure> {
    let met = is_met(ctx, case, &need.need, asking, &Roots::none()).await?;
    let suppliers = if met {
        Vec::new()
    } else {
        suppliers(ctx, case, need).await?
    };
    let names = sight::names(&ctx.db, suppliers.iter().copied()).await?;
    let from: Vec<String> = suppliers
        .iter()
        .filter_map(|member| names.get(member).cloned())
        .collect();
    Ok(GateItem {
        gate: gate.id.clone(),
        need: need.code.clone(),
        name: words(ctx, case, need, language),
        met,
        effect: word(&gate.effect).into(),
        from: (!from.is_empty()).then(|| from.join("、")),
        suppliers,
        address: if met { None } else { address(ctx, case, &need.need) },
        exemptible: gate.exempt.is_some(),
    })
}

/// Who supplies it: whom the pack names, else whoever fills in the form or keeps the document, else whose record it is.
async fn suppliers(ctx: &Context<'_>, case: &Case, item: &NeedItem) -> Result<Vec<MemberId>, Failure> {
    let named = item.from.clone().or_else(|| by_nature(case, &item.need));
    match named {
        Some(who) => Ok(resolve_somebody(ctx, case, &who, &Roots::none()).await?.members),
        None => Ok(std::iter::once(&case.facts)
            .chain(&case.chain)
            .find_map(|one| one.owner)
            .into_iter()
            .collect()),
    }
}

fn by_nature(case: &Case, need: &Need) -> Option<Who> {
    match need {
        Need::Form(id) => case.pack.forms.get(id)?.filled_by.clone(),
        Need::Done(rule) => case
            .pack
            .obligations
            .get(rule)
            .map(|rule| rule.responsible.clone()),
        Need::Deliverable(_)
        | Need::AllDeliverables
        | Need::Approved(_)
        | Need::Filled(_)
        | Need::Skill { .. }
        | Need::Contributed(_)
        | Need::Attended(_)
        | Need::NoneOpen(_)
        | Need::Flag(_)
        | Need::Cel(_) => None,
    }
}

/// In the pack's own words, else the name of what is meant.
pub(super) fn words(ctx: &Context<'_>, case: &Case, item: &NeedItem, language: Language) -> String {
    if let Some(say) = &item.say {
        return say.get(language).to_owned();
    }
    let pack = &case.pack;
    let name = |text: &xianji_kernel::text::Text| text.get(language).to_owned();
    let (key, what) = match &item.need {
        Need::Deliverable(id) => (
            "need-deliverable",
            pack.deliverables.get(id).map(|one| name(&one.name)),
        ),
        Need::AllDeliverables => ("need-all-deliverables", None),
        Need::Form(id) => ("need-form", pack.forms.get(id).map(|one| name(&one.name))),
        Need::Approved(id) => (
            "need-approved",
            pack.approvals_named(id)
                .find_map(|one| one.name.as_ref().map(name)),
        ),
        Need::Done(id) => ("need-done", pack.obligations.get(id).map(|one| name(&one.name))),
        Need::Filled(role) => ("need-filled", pack.positions.get(role).map(|one| name(&one.name))),
        Need::Skill { skill, level } => (
            "need-skill",
            pack.skills
                .get(skill)
                .map(|one| format!("{} ≥ {level}", one.name.get(language))),
        ),
        Need::Contributed(role) => (
            "need-contributed",
            pack.positions.get(role).map(|one| name(&one.name)),
        ),
        Need::Attended(role) => (
            "need-attended",
            pack.positions.get(role).map(|one| name(&one.name)),
        ),
        Need::NoneOpen(what) if what == "objection" => ("need-no-objection", None),
        Need::NoneOpen(what) if what == "action" => ("need-no-action", None),
        Need::NoneOpen(what) if what == "obligation" => ("need-no-obligation", None),
        Need::NoneOpen(what) => (
            "need-none-open",
            pack.obligations.get(what).map(|one| name(&one.name)),
        ),
        Need::Flag(flag) => ("need-flag", Some(flag.clone())),
        Need::Cel(condition) => ("need-cel", Some(condition.text().to_owned())),
    };
    let what = what.unwrap_or_else(|| {
        item.code
            .split_once(':')
            .map_or(item.code.as_str(), |(_, id)| id)
            .to_owned()
    });
    ctx.app.registry().texts.get(language, key, &[("what", what)])
}

/// Where it is supplied: a place on the page of the record.
pub(super) fn address(ctx: &Context<'_>, case: &Case, need: &Need) -> Option<String> {
    let page = |case: &Case| subject::address(ctx.app, case.subject());
    let here = page(case)?;
    Some(match need {
        Need::Form(id) => {
            let kind = match case.pack.forms.get(id).map(|form| &form.on) {
                Some(xianji_policy::model::FormSubject::Record(kind)) => kind.as_str(),
                _ => case.subject().kind.as_str(),
            };
            let place = case
                .rise(ctx, kind)
                .and_then(|above| page(&above))
                .unwrap_or(here);
            format!("{place}?form={id}")
        }
        Need::Deliverable(id) => format!("{here}?tab=archive&deliverable={id}"),
        Need::AllDeliverables => format!("{here}?tab=archive"),
        Need::Approved(id) => format!("{here}?tab=approval&approval={id}"),
        Need::Filled(role) | Need::Contributed(role) => {
            format!("{here}?tab=team&role={role}")
        }
        Need::Done(_) | Need::Attended(_) | Need::NoneOpen(_) => format!("{here}?tab=obligations"),
        Need::Cel(condition) => place::of_condition(ctx, case, condition).unwrap_or(here),
        Need::Skill { .. } | Need::Flag(_) => here,
    })
}
