//! Looking again: at who decides when positions have changed, and at what was decided when its facts have.

use sea_orm::{ColumnTrait, QueryFilter};
use serde_json::json;
use xianji_platform::work::Recorded;
use xianji_platform::{Actor, App, Failure, MemberId, Work};

use super::ask::{Asking, ask_about};
use super::steps::{self, case_of, insert_decider, written};
use super::{duty, save, save_decider, save_step};
use crate::approval::entity::decider::DeciderState;
use crate::approval::entity::step::{ApprovalStepRow, StepState};
use crate::approval::entity::{ApprovalRequest, Column, State};
use crate::approval::queries;
use crate::engine::{Case, Context, Roots};

/// Finds the deciders of an open step anew if rights have changed since they were found: whoever lost the position is replaced, whoever
/// decided before stays.
pub async fn refresh(
    work: &mut Work,
    request: &ApprovalRequest,
    step: ApprovalStepRow,
) -> Result<ApprovalStepRow, Failure> {
    let generation = work.policies().company().generation;
    if step.generation >= generation {
        return Ok(step);
    }
    let (case, statement, meant) = {
        let ctx = Context::of(work);
        let (case, statement) = case_of(&ctx, request).await?;
        let (people, _) = steps::deciders(&ctx, &case, request, written(&statement, &step)?).await?;
        (case, statement, people.members)
    };
    let all = queries::deciders(&work.db(), step.id).await?;
    let by_rule = |reason: &str| matches!(reason, "rule" | "above" | "replaced");
    let gone: Vec<_> = all
        .iter()
        .filter(|one| {
            one.state == DeciderState::Open && by_rule(&one.reason) && !meant.contains(&one.member_id)
        })
        .cloned()
        .collect();
    let given = all
        .iter()
        .filter(|one| one.state == DeciderState::HandedOver)
        .map(|one| one.member_id)
        .collect::<Vec<_>>();
    let takes_part = |member: &MemberId| {
        given.contains(member)
            || all
                .iter()
                .any(|one| one.member_id == *member && one.state != DeciderState::Replaced)
    };
    let come: Vec<MemberId> = meant
        .iter()
        .filter(|member| !takes_part(member))
        .copied()
        .collect();
    let step = save_step(work, step, |row| row.generation = generation).await?;
    if gone.is_empty() && come.is_empty() {
        return Ok(step);
    }
    let left: Vec<MemberId> = gone.iter().map(|one| one.member_id).collect();
    for one in gone {
        save_decider(work, one, |row| row.state = DeciderState::Replaced).await?;
    }
    for member in &come {
        insert_decider(work, &step, *member, "replaced", false, None).await?;
    }
    duty::move_to(work, &case, &statement, request, &step).await?;
    let facts = json!({ "request": request.id, "approval": request.approval, "step": step.place, "from": left, "to": come });
    work.record_named("approval.replaced", request.subject(), facts)
        .await?;
    Ok(step)
}

/// Looks at every open step after positions, departments or packs have changed.
pub async fn sweep(app: &App) -> Result<u64, Failure> {
    let generation = app.policies().company().generation;
    let mut done = 0;
    loop {
        let rows = queries::steps_to_look_at(&app.reader(), generation, 200).await?;
        let count = rows.len();
        for row in rows {
            let mut work = app.begin(Actor::system()).await?;
            let request = queries::lock(&work, row.request_id).await?;
            let open = queries::open_step(&work.db(), request.id)
                .await?
                .filter(|step| step.id == row.id && step.state == StepState::Open);
            if let Some(step) = open {
                refresh(&mut work, &request, step).await?;
            }
            work.commit().await?;
            done += 1;
        }
        if count < 200 {
            return Ok(done);
        }
    }
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
