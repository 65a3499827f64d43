//! Each step is an obligation of its deciders.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use xianji_kernel::text::Text;
use xianji_platform::{Failure, MemberId, Work};
use xianji_policy::model::Approval;

use crate::approval::entity::ApprovalRequest;
use crate::approval::entity::decider::DeciderState;
use crate::approval::entity::step::ApprovalStepRow;
use crate::approval::queries;
use crate::engine::{Account, Case, DueTime, Mode, People, fixed_moment};
use crate::obligation::entity::{self as table, State};
use crate::obligation::{self, Evidence, Obligation, Opening, Source};

/// The rule's name under which the obligations of an approval stand.
fn rule(approval: &str) -> String {
    format!("approval:{approval}")
}

/// Opens it for those who are still to decide: one that all share, or one each.
pub async fn open(
    work: &mut Work,
    case: &Case,
    statement: &Approval,
    row: &ApprovalStepRow,
    people: &People,
    due: Option<DueTime>,
) -> Result<(), Failure> {
    let waiting = queries::deciders(&work.db(), row.id).await?;
    let members = waiting
        .iter()
        .filter(|one| one.state == DeciderState::Open)
        .map(|one| one.member_id)
        .collect::<Vec<_>>();
    if members.is_empty() && !people.members.is_empty() {
        return Ok(());
    }
    let mode = if row.is_shared() { Mode::One } else { Mode::Each };
    let people = People {
        members,
        mode,
        faults: people.faults.clone(),
        customer: people.customer,
    };
    open_for(work, case, statement, row, people, due.unwrap_or(nothing())).await
}

fn nothing() -> DueTime {
    DueTime {
        at: None,
        fixed: true,
        account: Account::Nothing,
    }
}

async fn open_for(
    work: &mut Work,
    case: &Case,
    statement: &Approval,
    row: &ApprovalStepRow,
    people: People,
    due: DueTime,
) -> Result<(), Failure> {
    let name = statement.name.clone().unwrap_or_else(|| {
        Text::new(
            format!("审批：{}", statement.id),
            format!("Approval: {}", statement.id),
        )
    });
    let opening = Opening::on(
        case,
        Source::Approval,
        &rule(&statement.id),
        &row.id.to_string(),
        name,
        people,
        due,
    );
    obligation::open(
        work,
        Opening {
            start: work.now,
            ..opening
        },
    )
    .await?;
    Ok(())
}

async fn open_rows(
    work: &Work,
    request: &ApprovalRequest,
    row: &ApprovalStepRow,
) -> Result<Vec<Obligation>, Failure> {
    Ok(table::Entity::find()
        .filter(table::Column::SubjectKind.eq(&request.subject_kind))
        .filter(table::Column::SubjectId.eq(request.subject_id))
        .filter(table::Column::Rule.eq(rule(&request.approval)))
        .filter(table::Column::Occurrence.eq(row.id.to_string()))
        .filter(table::Column::State.eq(State::Open))
        .all(&work.db())
        .await?)
}

/// A decider has decided: that obligation is done, in time or late.
pub async fn done(
    work: &mut Work,
    request: &ApprovalRequest,
    row: &ApprovalStepRow,
    member: MemberId,
) -> Result<(), Failure> {
    let all = queries::deciders(&work.db(), row.id).await?;
    let added = all.iter().any(|one| one.member_id == member && one.added);
    for one in open_rows(work, request, row).await? {
        if one.person.is_empty() && !added || one.person == member.to_string() {
            let by = Evidence {
                by: Some(member),
                ..Evidence::now(work, None)
            };
            obligation::fulfil(work, one.id, by).await?;
        }
    }
    Ok(())
}

/// The step is closed: whoever has not decided need not.
pub async fn close(work: &mut Work, request: &ApprovalRequest, row: &ApprovalStepRow) -> Result<(), Failure> {
    for one in open_rows(work, request, row).await? {
        obligation::void(work, one.id).await?;
    }
    Ok(())
}

/// Other people decide now: what is shared moves to them, what each owes ends for those who left and opens for those who came. The due
/// time stays.
pub async fn move_to(
    work: &mut Work,
    case: &Case,
    statement: &Approval,
    request: &ApprovalRequest,
    row: &ApprovalStepRow,
) -> Result<(), Failure> {
    let all = queries::deciders(&work.db(), row.id).await?;
    let open = |shared: bool| -> Vec<MemberId> {
        let waiting = all.iter().filter(|one| one.state == DeciderState::Open);
        waiting
            .filter(|one| shared == (row.is_shared() && !one.added))
            .map(|one| one.member_id)
            .collect()
    };
    let people = |members: Vec<MemberId>, mode| People {
        members,
        mode,
        faults: Vec::new(),
        customer: false,
    };
    let due = || row.due_at.map_or_else(nothing, fixed_moment);
    let (together, alone) = (open(true), open(false));
    let rows = open_rows(work, request, row).await?;
    for one in &rows {
        if one.person.is_empty() {
            obligation::assign(work, one, &people(together.clone(), Mode::One)).await?;
        } else if !alone.iter().any(|member| one.person == member.to_string()) {
            obligation::void(work, one.id).await?;
        }
    }
    if !together.is_empty() && !rows.iter().any(|one| one.person.is_empty()) {
        open_for(work, case, statement, row, people(together, Mode::One), due()).await?;
    }
    if !alone.is_empty() {
        open_for(work, case, statement, row, people(alone, Mode::Each), due()).await?;
    }
    Ok(())
}
