//! Deciding: agree, send back, refuse.

use chrono::NaiveDate;
use serde_json::{Map, Value, json};
use xianji_platform::identity::ActorKind;
use xianji_platform::{Failure, FieldFault, Invalid, MemberId, Work};

use super::ask::insert_step;
use super::steps::{self, case_of};
use super::{duty, refresh, save_decider};
use crate::approval::entity::decider::{Decider, DeciderState};
use crate::approval::entity::step::{ApprovalStepRow, StepState};
use crate::approval::entity::{ApprovalId, ApprovalRequest, State};
use crate::approval::{ApprovalError, queries};
use crate::engine::{Context, must_all_be_active};
use crate::form::{self, NewFiling, Sheet};
use crate::obligation;

/// What a decider says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Agrees.
    Approve,
    /// Sends it back: to whoever asked, or to an earlier step.
    Return {
        /// The step's place, from 0.
        to_step: Option<i32>,
    },
    /// Refuses.
    Reject,
}

/// A condition that an approver sets: somebody does something until a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// What is to be done.
    pub what: String,
    /// Who does it.
    pub owner: MemberId,
    /// Until the end of this day.
    pub due_on: NaiveDate,
}

/// A decision.
#[derive(Clone, Debug)]
pub struct Decision {
    /// What is said.
    pub verdict: Verdict,
    /// Why.
    pub words: Option<String>,
    /// The opinion sheet, where the step asks for one.
    pub opinion: Option<Map<String, Value>>,
    /// Conditions, where the step allows them.
    pub conditions: Vec<Condition>,
}

/// Decides the open step in the name of whoever acts.
pub async fn decide(work: &mut Work, id: ApprovalId, decision: Decision) -> Result<ApprovalRequest, Failure> {
    let request = queries::lock(work, id).await?;
    request.must_be_pending()?;
    let step = queries::open_step(&work.db(), id)
        .await?
        .ok_or_else(|| Failure::broken("a pending request has no open step"))?;
    let step = refresh(work, &request, step).await?;
    let mine = decider_of(work, &request, &step).await?;
    check(&step, &decision)?;
    let owners = decision.conditions.iter().enumerate();
    let owners: Vec<_> = owners
        .map(|(place, one)| (format!("/conditions/{place}/owner"), one.owner))
        .collect();
    must_all_be_active(&work.db(), &owners).await?;
    let steps = queries::steps(&work.db(), id).await?;
    if let Verdict::Return { to_step: Some(place) } = decision.verdict {
        let earlier = steps
            .iter()
            .any(|one| one.place == place && one.place < step.place && one.state == StepState::Passed);
        if !earlier {
            return Err(ApprovalError::NoSuchStep(place).into());
        }
    }
    let mine = write_down(work, &request, &step, mine, &decision).await?;
    duty::done(work, &request, &step, mine.member_id).await?;
    match decision.verdict {
        Verdict::Approve | Verdict::Reject => {
            let request = steps::settle(work, request, step).await?;
            steps::go_on(work, request).await
        }
        Verdict::Return { to_step: None } => {
            steps::end_step(work, &request, step, StepState::Returned).await?;
            steps::finish(work, request, State::Returned).await
        }
        Verdict::Return { to_step: Some(place) } => {
            steps::end_step(work, &request, step, StepState::Returned).await?;
            again_from(work, request, &steps, place).await
        }
    }
}

/// As whom the actor decides here. Nobody approves what they ask for, not even standing in for another.
async fn decider_of(
    work: &Work,
    request: &ApprovalRequest,
    step: &ApprovalStepRow,
) -> Result<Decider, Failure> {
    let ActorKind::Member { id, on_behalf_of } = work.actor().who() else {
        return Err(ApprovalError::NotYours.into());
    };
    let all = queries::deciders(&work.db(), step.id).await?;
    let theirs = |member: MemberId, state: fn(DeciderState) -> bool| {
        all.iter().find(|one| one.member_id == member && state(one.state))
    };
    let open = |state| state == DeciderState::Open;
    let decided = |state| {
        matches!(
            state,
            DeciderState::Approved | DeciderState::Rejected | DeciderState::Returned
        )
    };
    let mine = on_behalf_of
        .and_then(|member| theirs(member, open))
        .or_else(|| theirs(*id, open));
    let Some(mine) = mine else {
        let before = theirs(*id, decided).or_else(|| on_behalf_of.and_then(|member| theirs(member, decided)));
        return Err(if before.is_some() {
            ApprovalError::DecidedByYou
        } else {
            ApprovalError::NotYours
        }
        .into());
    };
    if mine.member_id != *id && request.is_asked_by(*id) {
        return Err(ApprovalError::Own.into());
    }
    Ok(mine.clone())
}

fn check(step: &ApprovalStepRow, decision: &Decision) -> Result<(), Failure> {
    let mut faults = Vec::new();
    let silent = decision
        .words
        .as_deref()
        .is_none_or(|words| words.trim().is_empty());
    let must_speak = step.answered && step.form.is_none() || decision.verdict != Verdict::Approve;
    if silent && must_speak {
        faults.push(FieldFault::at("/words", "required"));
    }
    let agrees = decision.verdict == Verdict::Approve;
    if agrees && step.form.is_some() && decision.opinion.is_none() {
        faults.push(FieldFault::at("/opinion", "required"));
    }
    if step.form.is_none() && decision.opinion.is_some() {
        faults.push(FieldFault::at("/opinion", "not-asked"));
    }
    let conditions_asked = step.conditions && agrees;
    if !decision.conditions.is_empty() && !conditions_asked {
        faults.push(FieldFault::at("/conditions", "not-asked"));
    }
    if faults.is_empty() {
        Ok(())
    } else {
        Err(Invalid(faults).into())
    }
}

async fn write_down(
    work: &mut Work,
    request: &ApprovalRequest,
    step: &ApprovalStepRow,
    mine: Decider,
    decision: &Decision,
) -> Result<Decider, Failure> {
    let filing = file_opinion(work, request, step, decision).await?;
    let (state, verdict) = match decision.verdict {
        Verdict::Approve => (DeciderState::Approved, "approved"),
        Verdict::Return { .. } => (DeciderState::Returned, "returned"),
        Verdict::Reject => (DeciderState::Rejected, "rejected"),
    };
    let (now, by) = (work.now, work.actor().member());
    let conditions: Vec<Value> = decision
        .conditions
        .iter()
        .map(|one| json!({ "what": one.what, "owner": one.owner, "due_on": one.due_on }))
        .collect();
    let mine = save_decider(work, mine, |row| {
        row.state = state;
        row.decided_by = by;
        row.decided_at = Some(now);
        row.words = decision.words.clone();
        row.filing_id = filing;
        row.conditions = Value::Array(conditions);
    })
    .await?;
    for (place, one) in decision.conditions.iter().enumerate() {
        let source = format!("approval:{}:{}:{place}", request.approval, mine.id);
        obligation::open_action_item(
            work,
            &request.subject(),
            one.owner,
            one.due_on,
            &one.what,
            &source,
        )
        .await?;
    }
    steps::record_decision(work, request, step, &mine, verdict).await?;
    Ok(mine)
}

/// The opinion is a sheet of its own; another decider's does not replace it.
async fn file_opinion(
    work: &mut Work,
    request: &ApprovalRequest,
    step: &ApprovalStepRow,
    decision: &Decision,
) -> Result<Option<uuid::Uuid>, Failure> {
    let (Some(form), Some(fields)) = (&step.form, &decision.opinion) else {
        return Ok(None);
    };
    let (case, _) = case_of(&Context::of(work), request).await?;
    let form = form::actions::form_of(&case, form)?.clone();
    let sheet = Sheet {
        fields: fields.clone(),
        reasons: Map::new(),
    };
    let new = NewFiling {
        form: form.id.clone(),
        subject: request.subject(),
        sheet,
        present: Vec::new(),
        replaces: None,
    };
    let filing = form::actions::file_beside(work, &case, &form, new)
        .await
        .map_err(below_opinion)?;
    Ok(Some(filing.id.0))
}

/// Faults of the sheet stand below `/opinion` in what was sent.
fn below_opinion(failure: Failure) -> Failure {
    let Failure::Refused(mut refused) = failure else {
        return failure;
    };
    for fault in &mut refused.faults {
        if let Some(rest) = fault.pointer.strip_prefix("/fields") {
            fault.pointer = format!("/opinion{rest}");
        }
    }
    Failure::Refused(refused)
}

/// Every step from this one on is asked again, in a new round.
async fn again_from(
    work: &mut Work,
    request: ApprovalRequest,
    steps: &[ApprovalStepRow],
    place: i32,
) -> Result<ApprovalRequest, Failure> {
    let (_, statement) = case_of(&Context::of(work), &request).await?;
    let round = steps.iter().map(|step| step.round).max().unwrap_or(0) + 1;
    let waiting: Vec<i32> = steps
        .iter()
        .filter(|step| step.state == StepState::Waiting)
        .map(|step| step.place)
        .collect();
    let from = usize::try_from(place).unwrap_or(0);
    for (place, step) in statement.steps.iter().enumerate().skip(from) {
        if !waiting.contains(&i32::try_from(place).unwrap_or(i32::MAX)) {
            insert_step(work, &request, place, round, step).await?;
        }
    }
    let facts = json!({ "request": request.id, "approval": request.approval, "part": request.part, "to_step": place });
    work.record_named("approval.sent_back", request.subject(), facts)
        .await?;
    steps::go_on(work, request).await
}
