//! Asking gates: judged in the writing transaction over what it reads there.

use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
use serde_json::json;
use xianji_kernel::text::Language;
use xianji_platform::{Actor, Failure, Subject, Work};
use xianji_policy::model::{Effect, Gate};

use super::entity::{self, GateCheck};
use super::hold;
use super::items::{Judged, judge_all};
use super::model::{GateItem, GateNotMet, GatePassage, word};
use super::need::Asking;
use crate::approval::{self, ApprovalRequest};
use crate::engine::{Case, Context};

/// Asks every gate before a point, in the writing transaction. What blocks is refused with all items; what is passed leaves evidence.
pub async fn pass(work: &mut Work, subject: &Subject, point: &str) -> Result<GatePassage, Failure> {
    let judged = {
        let ctx = Context::of(work);
        let Some(case) = Case::load(&ctx, subject).await? else {
            return Err(Failure::not_found("record"));
        };
        let asking = Asking {
            member: work.actor().member(),
        };
        let judged = judge_all(&ctx, &case, point, asking, work.actor().language).await?;
        (case, judged)
    };
    let (case, judged) = judged;
    let mut exemptions = Vec::new();
    for one in &judged {
        exemptions.push(exemption_for(work, subject, one, point).await?);
    }
    let blocked = judged
        .iter()
        .zip(&exemptions)
        .any(|(one, exemption)| one.blocks() && exemption.is_none());
    if blocked {
        let items = judged.into_iter().flat_map(|one| one.items).collect();
        return Err(GateNotMet {
            subject: subject.clone(),
            point: point.to_owned(),
            items,
        }
        .into());
    }
    let mut passage = GatePassage::default();
    for (one, exemption) in judged.into_iter().zip(exemptions) {
        note(work, &case, point, one, exemption, &mut passage).await?;
    }
    Ok(passage)
}

/// What every gate before a point asks for, met or missing; asks nothing and leaves no evidence.
pub async fn items(
    ctx: &Context<'_>,
    actor: &Actor,
    subject: &Subject,
    point: &str,
) -> Result<Vec<GateItem>, Failure> {
    let Some(case) = Case::load(ctx, subject).await? else {
        return Err(Failure::not_found("record"));
    };
    items_of(
        ctx,
        &case,
        point,
        Asking {
            member: actor.member(),
        },
        actor.language,
    )
    .await
}

/// The same for a case at hand.
pub async fn items_of(
    ctx: &Context<'_>,
    case: &Case,
    point: &str,
    asking: Asking,
    language: Language,
) -> Result<Vec<GateItem>, Failure> {
    let judged = judge_all(ctx, case, point, asking, language).await?;
    Ok(judged.into_iter().flat_map(|one| one.items).collect())
}

/// Unmet gates at a point that may be exempted, by the approval that exempts.
pub async fn unmet_with_exemption(
    ctx: &Context<'_>,
    actor: &Actor,
    subject: &Subject,
    point: &str,
) -> Result<Vec<(String, Vec<String>)>, Failure> {
    let Some(case) = Case::load(ctx, subject).await? else {
        return Err(Failure::not_found("record"));
    };
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    for one in judge_all(
        ctx,
        &case,
        point,
        Asking {
            member: actor.member(),
        },
        actor.language,
    )
    .await?
    {
        let Some(approval) = one.gate.exempt.clone().filter(|_| one.blocks()) else {
            continue;
        };
        match found.iter_mut().find(|(known, _)| *known == approval) {
            Some((_, gates)) => gates.push(one.gate.id.clone()),
            None => found.push((approval, vec![one.gate.id.clone()])),
        }
    }
    Ok(found)
}

async fn exemption_for(
    work: &Work,
    subject: &Subject,
    one: &Judged,
    point: &str,
) -> Result<Option<ApprovalRequest>, Failure> {
    if one.is_met() || one.gate.exempt.is_none() || one.gate.effect == Effect::Warn {
        return Ok(None);
    }
    approval::queries::exemption(&work.db(), subject, &one.gate.id, point).await
}

/// Evidence that a gate was passed: with everything there, with something missing that it only warns of, or by an exemption.
async fn note(
    work: &mut Work,
    case: &Case,
    point: &str,
    one: Judged,
    exemption: Option<ApprovalRequest>,
    passage: &mut GatePassage,
) -> Result<(), Failure> {
    let (met, gate) = (one.is_met(), one.gate);
    passage.gates.push(gate.id.clone());
    if !met && exemption.is_none() {
        if let Effect::Hold { within } = &gate.effect {
            hold::open(work, case, &gate, within.as_ref(), &one.items).await?;
            passage
                .held
                .extend(one.items.into_iter().filter(|item| !item.met));
            return Ok(());
        }
        passage
            .warnings
            .extend(one.items.iter().filter(|item| !item.met).cloned());
    }
    if matches!(gate.effect, Effect::Hold { .. }) {
        hold::close(work, case, &gate).await?;
    }
    let check = GateCheck {
        id: work.next_id(),
        gate: gate.id.clone(),
        point: point.to_owned(),
        subject_kind: case.subject().kind.clone(),
        subject_id: case.subject().id,
        pack_version_id: case.pack_id,
        member_id: work.actor().member(),
        department_id: case.department(),
        effect: word(&gate.effect).into(),
        met,
        exempted: exemption.is_some(),
        exemption_id: exemption.as_ref().map(|row| row.id.0),
        items: one
            .items
            .iter()
            .map(|item| json!({ "need": item.need, "met": item.met }))
            .collect(),
        checked_at: work.now,
    };
    entity::Entity::insert(check.clone().into_active_model().reset_all())
        .exec_without_returning(&work.db())
        .await?;
    record(work, &gate, &check).await?;
    if let Some(exemption) = exemption {
        passage.exempted.push(gate.id.clone());
        approval::use_exemption(work, exemption).await?;
    }
    Ok(())
}

async fn record(work: &mut Work, gate: &Gate, check: &GateCheck) -> Result<(), Failure> {
    let subject = Subject::new(&check.subject_kind, check.subject_id);
    let facts = json!({
        "check": check.id, "gate": gate.id, "point": check.point, "met": check.met, "exempted": check.exempted,
        "exemption": check.exemption_id, "effect": check.effect, "items": check.items, "department": check.department_id,
    });
    work.record_named(
        &format!("gate:{}.passed", gate.id),
        subject.clone(),
        facts.clone(),
    )
    .await?;
    if check.exempted {
        work.record_named(&format!("gate:{}.exempted", gate.id), subject, facts)
            .await?;
    }
    Ok(())
}
