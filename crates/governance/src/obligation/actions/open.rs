//! Opening: once for rule, subject and occurrence (and person, where each owes it), however often it is asked.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, DbErr, EntityTrait, IntoActiveModel};
use serde_json::json;
use xianji_kernel::text::Text;
use xianji_platform::{Conn, DepartmentId, EventId, Failure, MemberId, PackVersionId, Subject, Work};

use super::evidence;
use crate::engine::{Account, Case, Context, DueTime, Mode, People, calendar, fixed_moment};
use crate::fault;
use crate::obligation::entity::{ActiveModel, Column, Entity, person};
use crate::obligation::model::{DueRecord, Source, Step, What};
use crate::obligation::{Obligation, ObligationId, State};

/// What is to be opened.
#[derive(Clone, Debug)]
pub struct Opening {
    /// The record that it is about.
    pub subject: Subject,
    /// The rule's id in the pack, or a word of the engine's.
    pub rule: String,
    /// Which time of the rule on this subject; opening the same again changes nothing.
    pub occurrence: String,
    /// Where it comes from.
    pub source: Source,
    /// What people call it.
    pub name: Text,
    /// The version that decides.
    pub pack: Option<PackVersionId>,
    /// In whose name it counts.
    pub department: Option<DepartmentId>,
    /// Who owes it.
    pub people: People,
    /// From when its time runs.
    pub start: DateTime<Utc>,
    /// When it is due.
    pub due: DueTime,
    /// Warning, due time, escalations, from [`plan`](crate::obligation::model::plan).
    pub steps: Vec<Step>,
    /// How many events it takes.
    pub needed: u32,
    /// What this one confirms.
    pub parent: Option<ObligationId>,
    /// The sheet that fulfils it.
    pub form: Option<String>,
    /// Shown among the subject's key steps.
    pub key_step: bool,
    /// The event that opened it.
    pub event: Option<EventId>,
}

impl Opening {
    /// Something that the engine asks of these people on a subject, due at a time; the rest as usual.
    pub fn on(
        case: &Case,
        source: Source,
        rule: &str,
        occurrence: &str,
        name: Text,
        people: People,
        due: DueTime,
    ) -> Self {
        let start = case_start(&due);
        let steps = due
            .at
            .map(|at| Step {
                at: at + chrono::TimeDelta::microseconds(1),
                what: What::Overdue,
            })
            .into_iter()
            .collect();
        Self {
            subject: case.subject().clone(),
            rule: rule.to_owned(),
            occurrence: occurrence.to_owned(),
            source,
            name,
            pack: case.pack_id,
            department: case.department(),
            people,
            start,
            due,
            steps,
            needed: 1,
            parent: None,
            form: None,
            key_step: false,
            event: None,
        }
    }
}

fn case_start(due: &DueTime) -> DateTime<Utc> {
    match &due.account {
        Account::Span { due, .. } => due.start,
        _ => due.at.unwrap_or_default(),
    }
}

/// Opens it: one row that all share, or one a person; a rule opens nothing for an empty list of people. Answers those that are new.
pub async fn open(work: &mut Work, opening: Opening) -> Result<Vec<ObligationId>, Failure> {
    if opening.source == Source::Rule && opening.people.is_nobody() {
        return Ok(Vec::new());
    }
    let shared = opening.people.mode == Mode::One || opening.people.members.is_empty();
    let groups: Vec<Vec<MemberId>> = match shared {
        true => vec![opening.people.members.clone()],
        false => opening
            .people
            .members
            .iter()
            .map(|member| vec![*member])
            .collect(),
    };
    for nobody in &opening.people.faults {
        fault::note(work, &opening.rule, &opening.subject, nobody).await?;
    }
    let mut opened = Vec::new();
    for members in groups {
        let person = if shared {
            String::new()
        } else {
            members[0].to_string()
        };
        let row = row_of(work, &opening, person)?;
        if insert(&work.db(), &row).await? {
            add_people(work, &row, &members, "rule").await?;
            evidence(work, &row, "opened", json!({ "mode": row.mode })).await?;
            opened.push(row.id);
        }
    }
    Ok(opened)
}

/// A row of a sheet or a condition of an approval: what, who, until the end of which day. Its owner marks it as done.
pub async fn open_action_item(
    work: &mut Work,
    subject: &Subject,
    owner: MemberId,
    due_on: NaiveDate,
    words: &str,
    source: &str,
) -> Result<Option<ObligationId>, Failure> {
    let opening = {
        let ctx = Context::of(work);
        let case = Case::load(&ctx, subject)
            .await?
            .ok_or_else(|| Failure::not_found("subject"))?;
        let end = calendar(&ctx, &case.pack, None)?.end_of_day(due_on);
        let people = People {
            members: vec![owner],
            mode: Mode::One,
            faults: Vec::new(),
            customer: false,
        };
        let due = fixed_moment(end);
        let opening = Opening::on(
            &case,
            Source::ActionItem,
            "action-item",
            source,
            Text::zh(words),
            people,
            due,
        );
        Opening {
            start: work.now,
            ..opening
        }
    };
    Ok(open(work, opening).await?.into_iter().next())
}

fn row_of(work: &mut Work, opening: &Opening, person: String) -> Result<Obligation, Failure> {
    let record = DueRecord {
        account: opening.due.account.clone(),
        before: Vec::new(),
    };
    let never_late = opening.people.customer && opening.people.members.is_empty();
    let steps: Vec<Step> = if never_late {
        Vec::new()
    } else {
        opening.steps.clone()
    };
    Ok(Obligation {
        id: work.next_id(),
        subject_kind: opening.subject.kind.clone(),
        subject_id: opening.subject.id,
        rule: opening.rule.clone(),
        occurrence: opening.occurrence.clone(),
        person,
        source: opening.source.word().into(),
        name: serde_json::to_value(&opening.name)?,
        pack_version_id: opening.pack,
        department_id: opening.department,
        parent_id: opening.parent,
        refused_at: None,
        form: opening.form.clone(),
        key_step: opening.key_step,
        customer: never_late,
        mode: opening.people.mode.word().into(),
        state: State::Open,
        progress: 0,
        needed: i32::try_from(opening.needed.max(1)).unwrap_or(i32::MAX),
        opened_at: work.now,
        opened_event: opening.event.map(Into::into),
        start_at: opening.start,
        due_at: opening.due.at,
        due: serde_json::to_value(&record)?,
        pauses: json!([]),
        paused_since: None,
        taken_by: None,
        next_step_at: steps.first().map(|step| step.at),
        steps: serde_json::to_value(&steps)?,
        step: 0,
        overdue_at: None,
        happened_at: None,
        closed_at: None,
        closed_event: None,
        closed_by: None,
        note: None,
        version: 1,
        created_at: work.now,
        updated_at: work.now,
    })
}

/// False when it is there already: another node, another event or the same tick after a restart was first.
async fn insert(db: &Conn<'_>, row: &Obligation) -> Result<bool, Failure> {
    let key = [
        Column::SubjectKind,
        Column::SubjectId,
        Column::Rule,
        Column::Occurrence,
        Column::Person,
    ];
    let model: ActiveModel = row.clone().into_active_model().reset_all();
    let done = Entity::insert(model)
        .on_conflict(OnConflict::columns(key).do_nothing().to_owned())
        .exec_without_returning(db)
        .await;
    match done {
        Ok(rows) => Ok(rows > 0),
        Err(DbErr::RecordNotInserted) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Puts people on it from now on.
pub(super) async fn add_people(
    work: &mut Work,
    row: &Obligation,
    members: &[MemberId],
    why: &str,
) -> Result<(), Failure> {
    let mut rows = Vec::new();
    for member in members {
        rows.push(person::ActiveModel {
            id: Set(work.next_id()),
            obligation_id: Set(row.id),
            member_id: Set(*member),
            role: Set(if why == "escalated" {
                "escalated"
            } else {
                "responsible"
            }
            .into()),
            state: Set("open".into()),
            due_at: Set(row.due_at),
            from_at: Set(work.now),
            until_at: Set(None),
            why: Set(why.into()),
        });
    }
    if !rows.is_empty() {
        person::Entity::insert_many(rows)
            .exec_without_returning(&work.db())
            .await?;
    }
    Ok(())
}
