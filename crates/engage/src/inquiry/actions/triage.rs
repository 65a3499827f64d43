//! What an inquiry is about, how clear it is, and who handles it.

use serde_json::json;
use xianji_governance::Context;
use xianji_platform::{Failure, Invalid, MemberId, Work};

use super::super::assignment::{self, Proposal};
use super::super::entity::{Clarity, InquiryClass, Model as Inquiry, Priority};
use super::super::events::{
    InquiryAssessed, InquiryAssigned, InquiryClassified, InquiryReassigned, InquiryTaken,
};
use super::super::model::InquiryError;
use super::{case_of, let_see_customer, open, save};
use crate::id::InquiryId;
use xianji_platform::record::patch::tidy;
use xianji_platform::record::people;

/// Sets class and priority; gives it to somebody if nobody has it and the pack's route knows whom.
pub async fn classify(
    work: &mut Work,
    id: InquiryId,
    class: InquiryClass,
    priority: Priority,
) -> Result<Inquiry, Failure> {
    let mut inquiry = open(work, id, "inquiry.classify").await?;
    inquiry.must_be_open()?;
    inquiry.class = Some(class);
    inquiry.priority = Some(priority);
    save(work, &mut inquiry).await?;
    note_class(work, &inquiry).await?;
    if inquiry.assignee_id.is_none() {
        route(work, &mut inquiry).await?;
    }
    Ok(inquiry)
}

/// Records class and priority as they stand.
pub(super) async fn note_class(work: &mut Work, inquiry: &Inquiry) -> Result<(), Failure> {
    let class = inquiry.class.map(InquiryClass::word).unwrap_or_default();
    let priority = inquiry.priority.unwrap_or(Priority::Normal).word();
    work.record(InquiryClassified {
        inquiry: inquiry.id,
        class,
        priority,
    })
    .await?;
    Ok(())
}

/// Gives it to whom the pack's route chooses; leaves it where it is when the route chooses nobody.
pub(super) async fn route(work: &mut Work, inquiry: &mut Inquiry) -> Result<bool, Failure> {
    let proposal = propose(work, inquiry).await?;
    match proposal.chosen {
        Some(member) => give(work, inquiry, member, true, &proposal).await.map(|()| true),
        None => Ok(false),
    }
}

async fn propose(work: &Work, inquiry: &Inquiry) -> Result<Proposal, Failure> {
    let ctx = Context::of(work);
    let case = case_of(&ctx, inquiry).await?;
    assignment::propose(&ctx, &case).await
}

async fn give(
    work: &mut Work,
    inquiry: &mut Inquiry,
    member: MemberId,
    qualified: bool,
    why: &Proposal,
) -> Result<(), Failure> {
    let department = people::department_of(work, member)
        .await?
        .ok_or_else(|| Invalid::one("/to", "no-such-member"))?;
    inquiry.assign(member, department, work.now)?;
    inquiry.assigned_why = serde_json::to_value(why)?;
    inquiry.named.push(member);
    save(work, inquiry).await?;
    let_see_customer(work, inquiry, Some(member)).await?;
    work.record(InquiryAssigned {
        inquiry: inquiry.id,
        assignee: member,
        qualified,
    })
    .await?;
    Ok(())
}

/// Gives it to a member, or, when none is named, to whom the pack's route chooses by skill and load (CTL-INQ-02).
pub async fn assign(work: &mut Work, id: InquiryId, to: Option<MemberId>) -> Result<Inquiry, Failure> {
    let mut inquiry = open(work, id, "inquiry.assign").await?;
    inquiry.must_be_open()?;
    if inquiry.assignee_id.is_some() {
        return Err(InquiryError::Assigned.into());
    }
    match to {
        Some(member) => {
            let (qualified, why) = by_hand(work, &inquiry, member).await?;
            give(work, &mut inquiry, member, qualified, &why).await?;
        }
        None if route(work, &mut inquiry).await? => {}
        None => return Err(InquiryError::NobodyFits.into()),
    }
    Ok(inquiry)
}

/// Whether a member chosen by hand holds what the route asks, and the picture of the moment.
async fn by_hand(work: &Work, inquiry: &Inquiry, member: MemberId) -> Result<(bool, Proposal), Failure> {
    people::department_of(work, member)
        .await?
        .ok_or_else(|| Invalid::one("/to", "no-such-member"))?;
    let ctx = Context::of(work);
    let case = case_of(&ctx, inquiry).await?;
    let (route, candidate) = assignment::judge(&ctx, &case, member).await?;
    let qualified = candidate.lacks.is_empty();
    Ok((
        qualified,
        Proposal {
            route,
            pick: "by_hand".into(),
            candidates: vec![candidate],
            chosen: Some(member),
        },
    ))
}

/// The actor takes it, if nobody has it.
pub async fn take(work: &mut Work, id: InquiryId) -> Result<Inquiry, Failure> {
    let mut inquiry = open(work, id, "inquiry.take").await?;
    let member = work
        .actor()
        .member()
        .ok_or_else(|| Failure::not_found("member"))?;
    inquiry.must_be_open()?;
    let (qualified, why) = by_hand(work, &inquiry, member).await?;
    give(
        work,
        &mut inquiry,
        member,
        qualified,
        &Proposal {
            pick: "taken".into(),
            ..why
        },
    )
    .await?;
    work.record(InquiryTaken { inquiry: id }).await?;
    Ok(inquiry)
}

/// Gives it to somebody else, with the reason (CTL-INQ-02).
pub async fn reassign(
    work: &mut Work,
    id: InquiryId,
    to: MemberId,
    reason: String,
) -> Result<Inquiry, Failure> {
    let mut inquiry = open(work, id, "inquiry.reassign").await?;
    let reason = tidy(Some(reason)).ok_or_else(|| Invalid::one("/reason", "required"))?;
    let (_, why) = by_hand(work, &inquiry, to).await?;
    let department = people::department_of(work, to)
        .await?
        .ok_or_else(|| Invalid::one("/to", "no-such-member"))?;
    let from = inquiry.reassign(to, department, work.now)?;
    inquiry.assigned_why = json!({ "reason": reason, "pick": "by_hand", "route": why.route, "candidates": why.candidates, "chosen": to });
    inquiry.named.push(to);
    save(work, &mut inquiry).await?;
    let_see_customer(work, &inquiry, Some(to)).await?;
    work.record(InquiryReassigned {
        inquiry: id,
        from,
        to,
        has_reason: true,
        reason,
    })
    .await?;
    Ok(inquiry)
}

/// Writes down background, aim and how clear the need is.
pub async fn assess(
    work: &mut Work,
    id: InquiryId,
    background: String,
    aim: String,
    clarity: Clarity,
    needs: Option<String>,
) -> Result<Inquiry, Failure> {
    let mut inquiry = open(work, id, "inquiry.assess").await?;
    inquiry.must_be_open()?;
    let (background, aim) = (tidy(Some(background)), tidy(Some(aim)));
    let missing = [("/background", background.is_none()), ("/aim", aim.is_none())];
    let faults: Vec<_> = missing
        .into_iter()
        .filter(|(_, missing)| *missing)
        .map(|(at, _)| xianji_platform::FieldFault::at(at, "required"))
        .collect();
    if !faults.is_empty() {
        return Err(Invalid(faults).into());
    }
    inquiry.background = background;
    inquiry.aim = aim;
    inquiry.clarity = Some(clarity);
    inquiry.needs = tidy(needs).or(inquiry.needs);
    inquiry.assessed = true;
    save(work, &mut inquiry).await?;
    work.record(InquiryAssessed { inquiry: id }).await?;
    Ok(inquiry)
}
