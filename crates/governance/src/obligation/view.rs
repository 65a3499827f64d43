//! How an obligation is shown: what it is about, whose it is, why it is due then, what the reader may do.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use xianji_kernel::text::{Language, Text};
use xianji_platform::{Actor, App, Conn, Failure, Judged, MemberId, identity, subject};

use super::entity::{Model, State, person};
use super::model::{DueRecord, Source};
use super::{ObligationId, queries};
use crate::notification::{self, NotificationId};
use crate::sight::{PersonView, SubjectView};

/// What closes it from where one stands.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Action {
    /// `file` a sheet, `complete` it, `read` the notice, or `open` its record.
    pub kind: &'static str,
    /// In words.
    pub label: String,
    /// Where.
    pub address: Option<String>,
    /// The notice that is to be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notification: Option<NotificationId>,
}

/// An obligation in a list or on the workbench.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ObligationView {
    pub id: ObligationId,
    pub rule: String,
    pub name: String,
    /// `rule`, `action-item`, `approval`, `confirm`, `notice`, `gate`.
    pub source: String,
    pub state: State,
    pub subject: SubjectView,
    pub opened_at: DateTime<Utc>,
    pub due_at: Option<DateTime<Utc>>,
    pub overdue: bool,
    pub paused: bool,
    pub closed_at: Option<DateTime<Utc>>,
    pub key_step: bool,
    /// Why it is due then, in a sentence.
    pub why: String,
    /// Whose it is now.
    pub people: Vec<PersonView>,
    pub taken_by: Option<MemberId>,
    pub action: Action,
    /// What the reader may do: `complete`, `take`, `hand_over`.
    pub can: Vec<&'static str>,
    /// On its own page: how it came about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub history: Option<History>,
    pub version: i64,
}

/// One person's share.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ObligationShare)]
pub(crate) struct ShareView {
    pub person: PersonView,
    /// `responsible` or `escalated`.
    pub role: String,
    /// `open`, `aside`, `moved`, `done`, `closed`.
    pub state: String,
    /// `rule`, `reassigned`, `handed-over`, `escalated`.
    pub why: String,
    pub from_at: DateTime<Utc>,
    pub until_at: Option<DateTime<Utc>>,
}

/// A due time that held once.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FormerView {
    pub due_at: Option<DateTime<Utc>>,
    /// Until when it held.
    pub until: DateTime<Utc>,
    pub why: String,
}

/// Somebody's word on whether it was done.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ConfirmationView {
    pub id: ObligationId,
    pub state: State,
    /// Whether it was a no; the words say why.
    pub refused: bool,
    pub by: Option<PersonView>,
    pub words: Option<String>,
    pub at: Option<DateTime<Utc>>,
}

/// How an obligation came about.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct History {
    /// What the account of the due time says, for programs.
    pub account: serde_json::Value,
    pub shares: Vec<ShareView>,
    /// Due times that held once, oldest first.
    pub before: Vec<FormerView>,
    pub note: Option<String>,
    /// What those who confirm it said, oldest first.
    pub confirmations: Vec<ConfirmationView>,
    pub happened_at: Option<DateTime<Utc>>,
    pub progress: i32,
    pub needed: i32,
}

/// Shows several, each subject and name read once.
pub(crate) async fn views(
    app: &App,
    db: &Conn<'_>,
    actor: &Actor,
    rows: Vec<Model>,
) -> Result<Vec<ObligationView>, Failure> {
    let called = subject::called(app, db, rows.iter().map(Model::subject)).await?;
    let mut shares = queries::responsible_of(db, rows.iter().map(|row| row.id)).await?;
    let members: Vec<MemberId> = shares.values().flatten().map(|one| one.member_id).collect();
    let names = identity::queries::member_names(db, &members).await?;
    let owed: Vec<_> = rows
        .iter()
        .map(|row| queries::owed(row, shares.get(&row.id).map_or(&[][..], Vec::as_slice)))
        .collect();
    let judged = Judged::of(app, db, app.now(), actor, &owed).await?;
    drop(owed);
    let told: Vec<ObligationId> = rows
        .iter()
        .filter(|row| row.state == State::Open && row.source == Source::Notice.word())
        .map(|row| row.id)
        .collect();
    let notices = notification::to_read(db, actor.member(), &told).await?;
    let mut shown = Vec::new();
    for row in rows {
        let people = shares.remove(&row.id).unwrap_or_default();
        let about = row.subject();
        let about = SubjectView::called(app, &about, called.get(&about));
        let notice = notices.get(&row.id).copied();
        let mut one = view(app, &judged, row, people, about, &names);
        if let Some(notice) = notice {
            one.action = to_read(app, actor.language, notice, one.action.address);
        }
        shown.push(one);
    }
    Ok(shown)
}

fn view(
    app: &App,
    actor: &Judged,
    row: Model,
    people: Vec<person::Model>,
    subject: SubjectView,
    names: &HashMap<MemberId, String>,
) -> ObligationView {
    let language = actor.language;
    let name: Text = serde_json::from_value(row.name.clone()).unwrap_or_default();
    let pack = row.pack(&app.policies());
    let by_hand = row.is_by_hand(row.rule_in(pack.as_ref()));
    let form = row.form.as_ref().and_then(|form| pack.as_ref()?.forms.get(form));
    let record = row.due_record();
    let can = can(actor, &row, &people, by_hand);
    let overdue = row.is_overdue(app.now());
    let open: Vec<PersonView> = people
        .iter()
        .filter(|one| one.state == "open")
        .map(|one| PersonView::of(names, one.member_id))
        .collect();
    ObligationView {
        action: action(
            app,
            language,
            &row,
            &subject,
            form.map(|form| (form.id.as_str(), &form.name)),
            by_hand,
        ),
        why: record
            .account
            .words(&app.registry().texts, language, app.policies().zone()),
        id: row.id,
        rule: row.rule,
        name: name.get(language).to_owned(),
        source: row.source,
        state: row.state,
        subject,
        opened_at: row.opened_at,
        due_at: row.due_at,
        overdue,
        paused: row.paused_since.is_some(),
        closed_at: row.closed_at,
        key_step: row.key_step,
        people: open,
        taken_by: row.taken_by,
        can,
        history: None,
        version: row.version,
    }
}

fn can(actor: &Judged, row: &Model, people: &[person::Model], by_hand: bool) -> Vec<&'static str> {
    if row.state != State::Open {
        return Vec::new();
    }
    let me = actor.on_behalf_of().or(actor.member());
    let mine = people
        .iter()
        .any(|one| Some(one.member_id) == me && one.state == "open");
    let owed = queries::owed(row, people);
    let mut can = Vec::new();
    if by_hand && (mine || actor.may_on("obligation.complete", &owed)) {
        can.push("complete");
    }
    if row.source == Source::Confirm.word() && (mine || actor.may_on("obligation.complete", &owed)) {
        can.push("refuse");
    }
    if mine && row.mode == "one" && row.taken_by.is_none() && people.len() > 1 {
        can.push("take");
    }
    if mine || actor.may_on("obligation.hand_over", &owed) {
        can.push("hand_over");
    }
    can
}

/// What must be read is closed by reading, never by hand.
fn to_read(app: &App, language: Language, notice: NotificationId, address: Option<String>) -> Action {
    Action {
        kind: "read",
        label: app.registry().texts.get(language, "action-read", &[]),
        address,
        notification: Some(notice),
    }
}

fn action(
    app: &App,
    language: Language,
    row: &Model,
    subject: &SubjectView,
    form: Option<(&str, &Text)>,
    by_hand: bool,
) -> Action {
    let texts = &app.registry().texts;
    match form {
        Some((id, name)) => Action {
            kind: "file",
            label: texts.get(
                language,
                "action-file",
                &[("form", name.get(language).to_owned())],
            ),
            address: subject
                .address
                .as_ref()
                .map(|address| format!("{address}?form={id}")),
            notification: None,
        },
        None if by_hand => Action {
            kind: "complete",
            label: texts.get(language, "action-complete", &[]),
            address: Some(format!("/obligations/{}", row.id)),
            notification: None,
        },
        None => Action {
            kind: "open",
            label: texts.get(language, "action-open", &[]),
            address: subject.address.clone(),
            notification: None,
        },
    }
}

/// One with its history.
pub(crate) async fn page(
    app: &App,
    db: &Conn<'_>,
    actor: &Actor,
    row: Model,
) -> Result<ObligationView, Failure> {
    let history = history(app, db, actor, &row).await?;
    let view = views(app, db, actor, vec![row])
        .await?
        .pop()
        .ok_or_else(|| Failure::not_found("obligation"))?;
    Ok(ObligationView {
        history: Some(history),
        ..view
    })
}

async fn history(app: &App, db: &Conn<'_>, actor: &Actor, row: &Model) -> Result<History, Failure> {
    let record: DueRecord = row.due_record();
    let shares = queries::shares(db, row.id).await?;
    let confirmations = queries::confirmations(db, row.id).await?;
    let members: Vec<MemberId> = shares
        .iter()
        .map(|one| one.member_id)
        .chain(confirmations.iter().filter_map(|one| one.closed_by))
        .collect();
    let names = identity::queries::member_names(db, &members).await?;
    let (texts, zone) = (&app.registry().texts, app.policies().zone());
    let share = |one: person::Model| ShareView {
        person: PersonView::of(&names, one.member_id),
        role: one.role,
        state: one.state,
        why: one.why,
        from_at: one.from_at,
        until_at: one.until_at,
    };
    let former = |former: &super::model::FormerDue| FormerView {
        due_at: former.at,
        until: former.until,
        why: former.account.words(texts, actor.language, zone),
    };
    Ok(History {
        account: serde_json::to_value(&record.account)?,
        shares: shares.into_iter().map(share).collect(),
        before: record.before.iter().map(former).collect(),
        note: row.note.clone(),
        confirmations: confirmations
            .into_iter()
            .map(|one| ConfirmationView {
                id: one.id,
                state: one.state,
                refused: one.refused_at.is_some(),
                by: one.closed_by.map(|by| PersonView::of(&names, by)),
                words: one.note,
                at: one.closed_at,
            })
            .collect(),
        happened_at: row.happened_at,
        progress: row.progress,
        needed: row.needed,
    })
}
