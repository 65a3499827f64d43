//! The ledger of all this: ten events a customer, a million a scale, each waiting for its seal.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use serde_json::{Value, json};
use xianji_engage::customer::entity::timeline;
use xianji_platform::ledger::entity::{event, unsealed};
use xianji_platform::ledger::{canonical, hash, instant};
use xianji_platform::{Database, Failure, Subject};

use super::bulk::write;
use super::customers::customer_id;
use super::people::People;
use super::projects::{began, entered, project_id};
use super::shape::{Of, STAGES, Shape, id, owner, stage};

/// Events a customer.
const EACH: usize = 10;

/// Writes events, their place before a seal and in the customer's timeline.
pub async fn make(database: &Database, shape: Shape, people: &People) -> Result<(), Failure> {
    let all = || {
        (0..shape.customers()).flat_map(move |n| {
            told(&shape, n)
                .into_iter()
                .enumerate()
                .map(move |(place, one)| (n, place, one))
        })
    };
    let mut failed = None;
    let rows = all().map_while(|(n, place, one)| match row(people, n, place, one) {
        Ok(row) => Some(row.into_active_model().reset_all()),
        Err(failure) => {
            failed = Some(failure);
            None
        }
    });
    write(database, "events", rows).await?;
    if let Some(failure) = failed {
        return Err(failure);
    }
    let open = all().map(|(n, place, one)| unsealed::Model {
        event_id: id(Of::Event, n * EACH as u64 + place as u64, one.at),
        recorded_at: one.at,
    });
    write(
        database,
        "events to be sealed",
        open.map(|row| row.into_active_model().reset_all()),
    )
    .await?;
    let noted = all().map(|(n, place, one)| timeline::Model {
        customer_id: customer_id(&shape, n),
        event_id: id(Of::Event, n * EACH as u64 + place as u64, one.at),
    });
    write(
        database,
        "entries of timelines",
        noted.map(|row| row.into_active_model().reset_all()),
    )
    .await?;
    Ok(())
}

struct Told {
    name: String,
    subject: Subject,
    at: DateTime<Utc>,
    facts: Value,
}

/// What happened with a customer and the project: opened, two contacts, the stages, then news until there are ten.
fn told(shape: &Shape, n: u64) -> Vec<Told> {
    let customer = Subject::new("customer", customer_id(shape, n));
    let project = Subject::new("project", project_id(shape, n));
    let mut all = Vec::with_capacity(EACH);
    let mut tell = |name: String, subject: &Subject, at: DateTime<Utc>, facts: Value| {
        if all.len() < EACH {
            all.push(Told {
                name,
                subject: subject.clone(),
                at,
                facts,
            });
        }
    };
    let opened = json!({ "source": "展会", "complete": !n.is_multiple_of(3), "duplicates_dismissed": 0, "reason": null });
    tell("customer.created".into(), &customer, shape.began(n), opened);
    for contact in 0..2 {
        let subject = Subject::new(
            "contact",
            id::<uuid::Uuid>(Of::Contact, n * 2 + contact, shape.began(n)),
        );
        tell("contact.created".into(), &subject, shape.began(n), json!({}));
    }
    tell(
        "project.created".into(),
        &project,
        began(shape, n),
        json!({ "source": "hand" }),
    );
    for place in 1..=stage(n) {
        let (from, to) = (STAGES[place - 1].0, STAGES[place].0);
        let name = if place + 1 == STAGES.len() {
            "project.won"
        } else {
            "project.advanced"
        };
        tell(
            name.into(),
            &project,
            entered(shape, n, place),
            json!({ "from": from, "to": to }),
        );
    }
    for more in 0..EACH as i32 {
        let at = Ord::min(
            entered(shape, n, stage(n)) + TimeDelta::minutes(10) * more,
            shape.now,
        );
        tell(
            "project.updated".into(),
            &project,
            at,
            json!({ "fields": ["notes"], "amount_changed": false }),
        );
    }
    all
}

fn row(people: &People, n: u64, place: usize, told: Told) -> Result<event::Model, Failure> {
    let member = people.owners[usize::try_from(owner(n)).unwrap_or(0)].id;
    let id: xianji_platform::EventId = id(Of::Event, n * EACH as u64 + place as u64, told.at);
    let body = canonical(&json!({
        "actor": "member",
        "facts": told.facts,
        "happened_at": instant(told.at),
        "id": id,
        "member": member,
        "name": told.name,
        "on_behalf_of": null,
        "recorded_at": instant(told.at),
        "schema": 1,
        "subject": told.subject,
    }))?;
    Ok(event::Model {
        id,
        name: told.name,
        subject_kind: told.subject.kind,
        subject_id: told.subject.id,
        member_id: Some(member),
        on_behalf_of: None,
        happened_at: told.at,
        recorded_at: told.at,
        hash: hash(body.as_bytes()),
        body,
    })
}
