//! From step to step: the next one is opened for its deciders until one has to wait, or all are through.

use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
use serde_json::{Value, json};
use xianji_platform::ledger::{hash, instant};
use xianji_platform::{Failure, MemberId, Work};
use xianji_policy::model::{Approval, ApprovalStep};

use super::ask::snapshot;
use super::{close_open, duty, save, save_step};
use crate::approval::entity::decider::{self, Decider, DeciderState};
use crate::approval::entity::step::{ApprovalStepRow, StepMode, StepState};
use crate::approval::entity::{ApprovalRequest, State};
use crate::approval::model::Outcome;
use crate::approval::{Matter, queries};
use crate::engine::{Case, Context, DueTime, Limit, Mode, People, Roots, above, due, resolve_somebody};
use crate::{grading, obligation};

/// Opens the next step, and the one after it where that one is through at once; the last being through, the request is approved.
pub async fn go_on(work: &mut Work, mut request: ApprovalRequest) -> Result<ApprovalRequest, Failure> {
    loop {
        if request.state != State::Pending {
            return Ok(request);
        }
        let steps = queries::steps(&work.db(), request.id).await?;
        if steps.iter().any(|step| step.state == StepState::Open) {
            return Ok(request);
        }
        let Some(next) = steps
            .iter()
            .find(|step| step.state == StepState::Waiting)
            .cloned()
        else {
            return finish(work, request, State::Approved).await;
        };
        request = open_step(work, request, &steps, next).await?;
    }
}

/// The case and the statement that a request was asked under.
pub async fn case_of(ctx: &Context<'_>, request: &ApprovalRequest) -> Result<(Case, Approval), Failure> {
    let case = Case::load(ctx, &request.subject())
        .await?
        .ok_or_else(|| Failure::not_found("record"))?;
    let pack = ctx
        .book
        .version(request.pack_version_id)
        .cloned()
        .unwrap_or_else(|| case.pack.clone());
    let statement = request.statement(&pack).cloned();
    let statement = statement
        .ok_or_else(|| Failure::broken(format!("approval {} is not in its pack", request.approval)))?;
    Ok((case, statement))
}

/// The step as the pack writes it.
pub fn written<'s>(statement: &'s Approval, row: &ApprovalStepRow) -> Result<&'s ApprovalStep, Failure> {
    let place = usize::try_from(row.place).unwrap_or(usize::MAX);
    statement
        .steps
        .get(place)
        .ok_or_else(|| Failure::broken(format!("approval {} has no step {place}", statement.id)))
}

async fn open_step(
    work: &mut Work,
    request: ApprovalRequest,
    steps: &[ApprovalStepRow],
    row: ApprovalStepRow,
) -> Result<ApprovalRequest, Failure> {
    let now = work.now;
    let opened = {
        let ctx = Context::of(work);
        let (case, statement) = case_of(&ctx, &request).await?;
        let step = written(&statement, &row)?.clone();
        if case.holds(&ctx, step.when.as_ref(), &Roots::none()).await? {
            let (people, moved) = deciders(&ctx, &case, &request, &step).await?;
            let due = due_of(&ctx, &case, &step).await?;
            Some((case, statement, step, people, moved, due))
        } else {
            None
        }
    };
    let Some((case, statement, step, people, moved, due)) = opened else {
        save_step(work, row, |row| {
            row.state = StepState::Skipped;
            row.closed_at = Some(now);
        })
        .await?;
        return Ok(request);
    };
    let generation = work.policies().company().generation;
    let row = save_step(work, row, |row| {
        row.state = StepState::Open;
        row.mode = mode_of(people.mode);
        row.opened_at = Some(now);
        row.due_at = due.as_ref().and_then(|due| due.at);
        row.generation = generation;
    })
    .await?;
    let before = decided_just_before(work, steps, &row, &step).await?;
    for member in &people.members {
        let reason = if moved.contains(member) { "above" } else { "rule" };
        insert_decider(
            work,
            &row,
            *member,
            reason,
            false,
            before.iter().find(|one| one.member_id == *member),
        )
        .await?;
    }
    for decider in queries::deciders(&work.db(), row.id)
        .await?
        .iter()
        .filter(|one| one.state == DeciderState::Approved)
    {
        record_decision(work, &request, &row, decider, "approved").await?;
    }
    duty::open(work, &case, &statement, &row, &people, due).await?;
    settle(work, request, row).await
}

/// Whoever the step means; whoever asked is replaced by the one above, because nobody approves what they ask for.
pub async fn deciders(
    ctx: &Context<'_>,
    case: &Case,
    request: &ApprovalRequest,
    step: &ApprovalStep,
) -> Result<(People, Vec<MemberId>), Failure> {
    let mut people = resolve_somebody(ctx, case, &step.by, &Roots::none()).await?;
    let (mut members, mut moved) = (Vec::new(), Vec::new());
    for member in std::mem::take(&mut people.members) {
        let acting = level_up(ctx, request, member).await?;
        if acting != member {
            moved.push(acting);
        }
        if !members.contains(&acting) {
            members.push(acting);
        }
    }
    // Under `any`, somebody else who is meant anyway needs no superior of the asker beside them.
    if people.mode == Mode::One
        && step.at_least.is_none()
        && members.iter().any(|member| !moved.contains(member))
    {
        members.retain(|member| !moved.contains(member));
    }
    people.members = members;
    Ok((people, moved))
}

pub async fn level_up(
    ctx: &Context<'_>,
    request: &ApprovalRequest,
    member: MemberId,
) -> Result<MemberId, Failure> {
    let mut here = member;
    for _ in 0..8 {
        if !request.is_asked_by(here) {
            return Ok(here);
        }
        match above(&ctx.db, here, ctx.today()).await? {
            Some(head) if head != here => here = head,
            _ => return Ok(member),
        }
    }
    Ok(member)
}

async fn due_of(ctx: &Context<'_>, case: &Case, step: &ApprovalStep) -> Result<Option<DueTime>, Failure> {
    match &step.within {
        Some(within) => due(ctx, case, within, Limit::from(ctx.now)).await.map(Some),
        None => Ok(None),
    }
}

fn mode_of(mode: Mode) -> StepMode {
    match mode {
        Mode::One => StepMode::One,
        Mode::Each => StepMode::Each,
        Mode::Most => StepMode::Most,
    }
}

/// Those who agreed in the step just before: they decide once, and both are recorded. One opinion serves both steps where both ask for it
/// on the same sheet; a sheet that they have not filed is still asked for.
async fn decided_just_before(
    work: &Work,
    steps: &[ApprovalStepRow],
    row: &ApprovalStepRow,
    step: &ApprovalStep,
) -> Result<Vec<Decider>, Failure> {
    let before = steps
        .iter()
        .filter(|one| one.place < row.place && one.state == StepState::Passed);
    let Some(last) = before.max_by_key(|one| (one.place, one.round)) else {
        return Ok(Vec::new());
    };
    if step.form.is_some() && step.form != last.form {
        return Ok(Vec::new());
    }
    let all = queries::deciders(&work.db(), last.id).await?;
    Ok(all
        .into_iter()
        .filter(|one| one.state == DeciderState::Approved)
        .collect())
}

/// Puts a person on a step, as decided already where a decision carries over.
pub async fn insert_decider(
    work: &mut Work,
    row: &ApprovalStepRow,
    member: MemberId,
    reason: &str,
    added: bool,
    carried: Option<&Decider>,
) -> Result<Decider, Failure> {
    let decider = Decider {
        id: work.next_id(),
        request_id: row.request_id,
        step_id: row.id,
        member_id: member,
        state: if carried.is_some() {
            DeciderState::Approved
        } else {
            DeciderState::Open
        },
        reason: if carried.is_some() {
            "decided-before"
        } else {
            reason
        }
        .into(),
        added,
        decided_by: carried.and_then(|one| one.decided_by),
        words: carried.and_then(|one| one.words.clone()),
        filing_id: carried
            .and_then(|one| one.filing_id)
            .filter(|_| row.form.is_some()),
        conditions: json!([]),
        decided_at: carried.map(|_| work.now),
    };
    decider::Entity::insert(decider.clone().into_active_model().reset_all())
        .exec_without_returning(&work.db())
        .await?;
    Ok(decider)
}

/// Closes the step if its decisions are enough, one way or the other.
pub async fn settle(
    work: &mut Work,
    request: ApprovalRequest,
    row: ApprovalStepRow,
) -> Result<ApprovalRequest, Failure> {
    let deciders = queries::deciders(&work.db(), row.id).await?;
    let (state, ends) = match row.outcome(&deciders) {
        Outcome::Open => return Ok(request),
        Outcome::Passed => (StepState::Passed, None),
        Outcome::Rejected => (StepState::Rejected, Some(State::Rejected)),
    };
    end_step(work, &request, row, state).await?;
    match ends {
        Some(state) => finish(work, request, state).await,
        None => Ok(request),
    }
}

/// Closes a step with whatever of it is still open.
pub async fn end_step(
    work: &mut Work,
    request: &ApprovalRequest,
    row: ApprovalStepRow,
    state: StepState,
) -> Result<(), Failure> {
    let now = work.now;
    close_open(work, &row).await?;
    let row = save_step(work, row, |row| {
        row.state = state;
        row.closed_at = Some(now);
    })
    .await?;
    duty::close(work, request, &row).await
}

/// Ends the request and does what follows from it.
pub async fn finish(
    work: &mut Work,
    request: ApprovalRequest,
    state: State,
) -> Result<ApprovalRequest, Failure> {
    let steps = queries::steps(&work.db(), request.id).await?;
    for step in steps
        .into_iter()
        .filter(|step| matches!(step.state, StepState::Waiting | StepState::Open))
    {
        end_step(work, &request, step, StepState::Void).await?;
    }
    let facts = {
        let ctx = Context::of(work);
        match Case::load(&ctx, &request.subject()).await? {
            Some(case) => Some(snapshot(&ctx, &case).await?),
            None => None,
        }
    };
    let now = work.now;
    let request = save(work, request, |row| {
        row.state = state;
        row.decided_at = Some(now);
        row.decided_facts = facts;
    })
    .await?;
    follow(work, &request).await?;
    let verb = match state {
        State::Approved => "approved",
        State::Returned => "returned",
        State::Rejected => "rejected",
        State::Withdrawn => "withdrawn",
        State::Pending => return Ok(request),
    };
    if !request.approval.is_empty() {
        record(work, &request, verb, json!({})).await?;
    }
    Ok(request)
}

/// What a decision brings about by itself; parts of records follow by their own reactions.
async fn follow(work: &mut Work, request: &ApprovalRequest) -> Result<(), Failure> {
    let approved = request.state == State::Approved;
    match request.matter() {
        Matter::Waiver { obligation, .. } if approved => {
            obligation::waive(work, obligation, request.note.clone()).await?;
        }
        Matter::Grade { result, .. } if approved => grading::confirm(work, result).await?,
        Matter::Grade { result, .. } => grading::refuse(work, result).await?,
        Matter::Record
        | Matter::Part(_)
        | Matter::Form { .. }
        | Matter::Exemption { .. }
        | Matter::Waiver { .. }
        | Matter::Skip { .. }
        | Matter::Export
        | Matter::Release { .. } => {}
    }
    Ok(())
}

/// Evidence under the approval's own name: `approval:initiation-company.approved`.
pub async fn record(
    work: &mut Work,
    request: &ApprovalRequest,
    verb: &str,
    more: Value,
) -> Result<(), Failure> {
    let mut facts = json!({
        "request": request.id,
        "approval": request.approval,
        "part": request.part,
        "about": request.about_id,
        "asked_by": request.asked_by,
        "asked_at": instant(request.asked_at),
        "department": request.department_id,
    });
    if let (Some(facts), Value::Object(more)) = (facts.as_object_mut(), more) {
        facts.extend(more);
    }
    work.record_named(
        &format!("approval:{}.{verb}", request.approval),
        request.subject(),
        facts,
    )
    .await?;
    Ok(())
}

/// Evidence of one person's decision.
pub async fn record_decision(
    work: &mut Work,
    request: &ApprovalRequest,
    step: &ApprovalStepRow,
    decider: &Decider,
    verdict: &str,
) -> Result<(), Failure> {
    let facts = json!({
        "request": request.id,
        "approval": request.approval,
        "part": request.part,
        "step": step.place,
        "round": step.round,
        "verdict": verdict,
        "decider": decider.member_id,
        "decided_by": decider.decided_by,
        "reason": decider.reason,
        "words_hash": decider.words.as_ref().map(|words| hash(words.as_bytes())),
        "filing": decider.filing_id,
        "due_at": step.due_at.map(instant),
        "on_time": step.due_at.is_none_or(|due| work.now <= due),
    });
    work.record_named("approval.decided", request.subject(), facts)
        .await?;
    Ok(())
}
