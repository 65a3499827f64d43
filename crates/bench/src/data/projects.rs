//! Projects with their stays in stages, their team and the document that opens the second stage.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use serde_json::json;
use xianji_engage::customer::name_key;
use xianji_platform::{Database, Failure};
use xianji_presales::archive::entity::item;
use xianji_presales::id::ProjectId;
use xianji_presales::project::entity::stage_record::Entered;
use xianji_presales::project::entity::{self, stage_record, team_member};
use xianji_presales::project::{Kind, State};

use super::bulk::write;
use super::customers::customer_id;
use super::people::{Owner, People};
use super::shape::{Of, STAGES, Shape, amount, id, owner, project_name, stage};

/// The n-th project's id; it belongs to the n-th customer.
pub fn project_id(shape: &Shape, n: u64) -> ProjectId {
    id(Of::Project, n, began(shape, n))
}

/// A project begins some hours after its customer.
pub fn began(shape: &Shape, n: u64) -> DateTime<Utc> {
    shape.began(n) + TimeDelta::hours(5)
}

/// When it came into a stage: every two days another.
pub fn entered(shape: &Shape, n: u64, place: usize) -> DateTime<Utc> {
    let step = TimeDelta::hours(2) * i32::try_from(place).unwrap_or(0);
    Ord::min(began(shape, n) + step, shape.now)
}

/// Whether a project has the document that its second stage asks for.
pub fn has_report(n: u64) -> bool {
    stage(n) > 0 || n % 8 != 7
}

/// Writes projects and their parts.
pub async fn make(database: &Database, shape: Shape, people: &People) -> Result<(), Failure> {
    let all = 0..shape.customers();
    let projects = all
        .clone()
        .map(|n| project(&shape, people, n).into_active_model().reset_all());
    write(database, "projects", projects).await?;
    let stays = all.clone().flat_map(|n| stays(&shape, people, n));
    write(
        database,
        "stays in stages",
        stays.map(|row| row.into_active_model().reset_all()),
    )
    .await?;
    let team = all
        .clone()
        .filter(|n| stage(*n) >= 2)
        .flat_map(|n| team(&shape, people, n));
    write(
        database,
        "places in teams",
        team.map(|row| row.into_active_model().reset_all()),
    )
    .await?;
    let reports = all.filter(|n| has_report(*n)).map(|n| report(&shape, people, n));
    write(
        database,
        "documents",
        reports.map(|row| row.into_active_model().reset_all()),
    )
    .await?;
    Ok(())
}

fn owner_of(people: &People, n: u64) -> Owner {
    people.owners[usize::try_from(owner(n)).unwrap_or(0)]
}

fn project(shape: &Shape, people: &People, n: u64) -> entity::Model {
    let (owner, at, place) = (owner_of(people, n), began(shape, n), stage(n));
    let won = place + 1 == STAGES.len();
    let name = project_name(n);
    let since = entered(shape, n, place);
    let day = at.date_naive();
    entity::Model {
        id: project_id(shape, n),
        number: format!("XM-{}-{:06}", at.format("%Y"), n + 1),
        owner_id: Some(owner.id),
        department_id: Some(owner.department),
        pack_version_id: Some(people.pack),
        version: 1,
        archived_at: None,
        extra: json!({}),
        created_at: at,
        updated_at: since,
        name_key: name_key(&name),
        name,
        customer_id: Some(customer_id(shape, n)),
        inquiry_id: None,
        lead_id: None,
        previous_id: None,
        source: "hand".into(),
        kind: Kind::Service,
        state: if won { State::Won } else { State::Active },
        lifecycle: "standard-deal".into(),
        stage: STAGES[place].0.into(),
        stage_since: since,
        amount_amount: Some(amount(n)),
        amount_currency: Some("CNY".into()),
        amount_home: Some(amount(n)),
        margin_percent: Some(20),
        public_sector: false,
        first_lead_on: day,
        expected_sign_on: Some(day + chrono::Days::new(60)),
        goal: Some("三个月内上线，替换现有系统".into()),
        notes: None,
        outcome: won.then(|| "won".into()),
        reason: None,
        reason_words: None,
        won_on: won.then_some(since.date_naive()),
        won_amount: won.then(|| amount(n)),
        won_currency: won.then(|| "CNY".into()),
        won_home: won.then(|| amount(n)),
        ended_at: won.then_some(since),
        suspended_at: None,
        initiated_at: (place >= 1 && !n.is_multiple_of(50)).then(|| entered(shape, n, 1)),
        appointed_at: (place >= 2).then(|| entered(shape, n, 2)),
        baselined_at: None,
        archive_missing: 5,
        named: Vec::new(),
        counted: None,
    }
}

fn stays(shape: &Shape, people: &People, n: u64) -> Vec<stage_record::Model> {
    let (owner, last) = (owner_of(people, n), stage(n));
    let stay = |place: usize| stage_record::Model {
        id: id(Of::Stay, n * 8 + place as u64, entered(shape, n, place)),
        project_id: project_id(shape, n),
        stage: STAGES[place].0.into(),
        entered_by: match place {
            0 => Entered::Created,
            place if place + 1 == STAGES.len() => Entered::Won,
            _ => Entered::Advanced,
        },
        entered_at: entered(shape, n, place),
        entered_member_id: Some(owner.id),
        left_at: (place < last).then(|| entered(shape, n, place + 1)),
        left_member_id: (place < last).then_some(owner.id),
        due_at: Some(entered(shape, n, place) + TimeDelta::days(14)),
        skipped_at: None,
        exempted: None,
    };
    (0..=last).map(stay).collect()
}

fn team(shape: &Shape, people: &People, n: u64) -> Vec<team_member::Model> {
    let at = entered(shape, n, 2);
    let roles = ["manager", "technical"];
    let named = |place: usize| team_member::Model {
        id: id(Of::Place, n * 2 + place as u64, at),
        project_id: project_id(shape, n),
        member_id: owner_of(people, n + place as u64 * 7).id,
        role: roles[place].into(),
        duty: None,
        from_at: at,
        until_at: None,
        version: 1,
        created_at: at,
        updated_at: at,
    };
    (0..roles.len()).map(named).collect()
}

fn report(shape: &Shape, people: &People, n: u64) -> item::Model {
    let at = began(shape, n);
    item::Model {
        id: id(Of::Document, n, at),
        project_id: project_id(shape, n),
        deliverable: "investigation-report".into(),
        stage: Some("research".into()),
        revision: 1,
        title: "市场调研报告".into(),
        file_id: None,
        record_kind: None,
        record_id: None,
        sha256: None,
        electronic: false,
        paper: true,
        place: Some(format!("A{}-{}", n % 40, n % 200)),
        keeper_id: Some(owner_of(people, n).id),
        filed_by: Some(owner_of(people, n).id),
        replaced_at: None,
        version: 1,
        created_at: at,
        updated_at: at,
    }
}
