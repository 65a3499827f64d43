//! Looking again: at who decides when positions have changed, and at what was decided when its facts have.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, QueryFilter};
use serde_json::json;
use xianji_platform::work::Recorded;
use xianji_platform::{App, Failure, MemberId, Work};

use super::ask::{Asking, ask_about};
use super::steps::{self, case_of, insert_decider, written};
use super::{duty, save, save_decider, save_step};
use crate::approval::entity::decider::{Decider, DeciderState};
use crate::approval::entity::step::ApprovalStepRow;
use crate::approval::entity::{ApprovalId, ApprovalRequest, Column, State, StepId};
use crate::approval::queries;
use crate::engine::{Case, Context, Roots, standing_in};
use crate::fault;
use crate::obligation::ticks::portion::{Portion, ROWS, remember, round, turn};
use crate::obligation::ticks::review::somebody_moved;

/// Finds the deciders of an open step anew: whoever lost the position, left or is away is replaced, whoever decided before stays.
pub async fn refresh(
    work: &mut Work,
    request: &ApprovalRequest,
    step: ApprovalStepRow,
) -> Result<ApprovalStepRow, Failure> {
    let (case, statement, meant) = {
        let ctx = Context::of(work);
        let (case, statement) = case_of(&ctx, request).await?;
        let (people, _) = steps::deciders(&ctx, &case, request, written(&statement, &step)?).await?;
        (case, statement, people)
    };
    let all = queries::deciders(&work.db(), step.id).await?;
    let by_rule = |reason: &str| matches!(reason, "rule" | "above" | "replaced");
    let mut gone: Vec<Decider> = Vec::new();
    let mut standing: Vec<(MemberId, &Decider)> = Vec::new();
    for one in all.iter().filter(|one| one.state == DeciderState::Open) {
        if by_rule(&one.reason) {
            gone.extend((!meant.members.contains(&one.member_id)).then(|| one.clone()));
            continue;
        }
        // Whom a person named, no rule names again: whoever stands in for them does.
        let ctx = Context::of(work);
        let people = standing_in(&ctx, &[one.member_id]).await?;
        for nobody in &people.faults {
            fault::note(work, &request.approval, &request.subject(), nobody).await?;
        }
        let acting = people.members.first().copied().unwrap_or(one.member_id);
        if acting != one.member_id && !people.faults.is_empty() {
            let ctx = Context::of(work);
            standing.push((steps::level_up(&ctx, request, acting).await?, one));
            gone.push(one.clone());
        }
    }
    let left: Vec<MemberId> = gone.iter().map(|one| one.member_id).collect();
    let given = all
        .iter()
        .filter(|one| one.state == DeciderState::HandedOver)
        .map(|one| one.member_id)
        .collect::<Vec<_>>();
    let stays = |member: &MemberId| {
        all.iter().any(|one| {
            one.member_id == *member && one.state != DeciderState::Replaced && !left.contains(member)
        })
    };
    let mut come: Vec<(MemberId, &str, bool)> = Vec::new();
    let by_rule = meant.members.iter().map(|member| (*member, "replaced", false));
    let by_rule = by_rule.filter(|(member, ..)| !given.contains(member));
    let standing = standing
        .iter()
        .map(|(member, one)| (*member, one.reason.as_str(), one.added));
    for next in by_rule.chain(standing) {
        if !stays(&next.0) && !come.iter().any(|one| one.0 == next.0) {
            come.push(next);
        }
    }
    let generation = work.policies().company().generation;
    let step = match step.generation < generation {
        true => save_step(work, step, |row| row.generation = generation).await?,
        false => step,
    };
    if gone.is_empty() && come.is_empty() {
        return Ok(step);
    }
    for nobody in &meant.faults {
        fault::note(work, &request.approval, case.subject(), nobody).await?;
    }
    for one in gone {
        save_decider(work, one, |row| row.state = DeciderState::Replaced).await?;
    }
    for (member, reason, added) in &come {
        insert_decider(work, &step, *member, reason, *added, None).await?;
    }
    duty::move_to(work, &case, &statement, request, &step).await?;
    let come: Vec<MemberId> = come.iter().map(|one| one.0).collect();
    let facts = json!({ "request": request.id, "approval": request.approval, "step": step.place, "from": left, "to": come });
    work.record_named("approval.replaced", request.subject(), facts)
        .await?;
    Ok(step)
}

/// Looks at every open step when positions, departments or packs have changed, a day has come on which somebody begins or ends, or
/// somebody has gone away or come back.
pub async fn sweep(app: &App, now: DateTime<Utc>) -> Result<u64, Failure> {
    let generation = app.policies().company().generation;
    let mut done = 0;
    loop {
        let portion = Portion::begin();
        let mut round = round(&app.reader(), "approvals").await?;
        if round.generation == generation
            && round.target_at.is_none()
            && !somebody_moved(app, round.until_at, now).await?
        {
            return Ok(done);
        }
        let Some(mut work) = turn(app, "governance.approvals").await? else {
            return Ok(done);
        };
        round.target_at = Some(round.target_at.unwrap_or(now));
        let ids = queries::open_steps(&work.db(), round.cursor, ROWS).await?;
        let mut ended = u64::try_from(ids.len()).unwrap_or(ROWS) < ROWS;
        for (id, request) in ids {
            round.cursor = Some(id.0);
            done += 1;
            look_at(&mut work, id, request).await?;
            if portion.is_spent() {
                ended = false;
                break;
            }
        }
        if ended {
            (round.until_at, round.target_at, round.cursor, round.generation) =
                (round.target_at, None, None, generation);
        }
        remember(&work, &round).await?;
        work.commit().await?;
    }
}

/// One open step; what is left of its deciders may be enough.
async fn look_at(work: &mut Work, id: StepId, request: ApprovalId) -> Result<(), Failure> {
    let request = queries::lock(work, request).await?;
    let step = queries::open_step(&work.db(), request.id)
        .await?
        .filter(|step| step.id == id);
    let Some(step) = step else { return Ok(()) };
    let step = refresh(work, &request, step).await?;
    let request = steps::settle(work, request, step).await?;
    steps::go_on(work, request).await?;
    Ok(())
}

/// A change of a record: where the pack says so, what was approved on other facts is asked again, in the name of whoever asked.
pub async fn look_again(work: &mut Work, event: &Recorded) -> Result<(), Failure> {
    let wanted = |pack: &xianji_policy::model::Pack| {
        pack.approvals.iter().any(|approval| approval.ask_again.is_some())
    };
    if event.name.contains(':') || !work.policies().versions().any(|(_, pack)| wanted(pack)) {
        return Ok(());
    }
    let standing = queries::about(&event.subject)
        .filter(Column::State.eq(State::Approved))
        .filter(Column::OutdatedAt.is_null())
        .filter(Column::Approval.ne(""))
        .all(&work.db())
        .await?;
    for request in standing {
        if !is_outdated(&Context::of(work), &request).await? {
            continue;
        }
        let now = work.now;
        let request = save(work, request, |row| row.outdated_at = Some(now)).await?;
        let facts = json!({ "request": request.id, "approval": request.approval, "part": request.part, "event": event.id });
        work.record_named("approval.outdated", request.subject(), facts)
            .await?;
        let asking = Asking {
            asker: request.asked_by,
            follows: Some(request.id),
            ..Asking::of(&request.subject(), request.matter(), request.note)
        };
        if !queries::is_pending(&work.db(), &asking.subject, &request.part, request.about_id).await? {
            ask_about(work, asking).await?;
        }
    }
    Ok(())
}

async fn is_outdated(ctx: &Context<'_>, request: &ApprovalRequest) -> Result<bool, Failure> {
    let Some(case) = Case::load(ctx, &request.subject()).await? else {
        return Ok(false);
    };
    let pack = ctx.book.version(request.pack_version_id).unwrap_or(&case.pack);
    let Some(condition) = request
        .statement(pack)
        .and_then(|statement| statement.ask_again.as_ref())
    else {
        return Ok(false);
    };
    let decided = request
        .decided_facts
        .as_ref()
        .and_then(|facts| facts.get(&request.subject_kind))
        .cloned()
        .unwrap_or_default();
    case.judge(ctx, condition, &Roots::none().with("decided", decided))
        .await
}
