//! What a crate brings to the house: `module()` of each crate answers with one of these, `server` mounts them in the order of the floors,
//! and nothing else registers anything.

use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use sea_orm::sea_query::SelectStatement;
use uuid::Uuid;
use xianji_policy::{EventDecl, KindDecl};

use crate::app::App;
use crate::database::Conn;
use crate::failure::Failure;
use crate::id::{DepartmentId, MemberId, PackVersionId, Subject};
use crate::identity::{Actor, Owned, Scope};
use crate::work::{Recorded, Work};

/// A crate's plug.
#[derive(Default)]
pub struct Module {
    /// The crate's name, also that of its locale files.
    pub name: &'static str,
    /// Routes below `/api/v1`, with their part of the OpenAPI document.
    pub routes: utoipa_axum::router::OpenApiRouter<App>,
    /// Record kinds that packs, obligations and the search know.
    pub kinds: Vec<Kind>,
    /// Events about no registered kind of this crate (all others stand with their kind).
    pub events: Vec<EventDecl>,
    /// What follows from events, in the order in which they are called.
    pub reactions: Vec<Reaction>,
    /// Called once before a unit of work commits, e.g. to write gathered sums.
    pub before_commit: Vec<BeforeCommit>,
    /// What time brings: sweeps and recurring work.
    pub ticks: Vec<Tick>,
    /// Work done after and outside a write.
    pub jobs: Vec<JobKind>,
    /// Answers to needs of gates that lower floors cannot look up themselves, by their word (`deliverable`).
    pub needs: Vec<NeedKind>,
    /// How the parts of a record are found, where a kind declares some.
    pub parts: Vec<Parts>,
    /// How a filed sheet makes a record, where a kind declares that.
    pub makers: Vec<Maker>,
    /// Kinds whose records are closed for good one day.
    pub seals: Vec<Seal>,
    /// What the workbench shows beside obligations, e.g. my open inquiries.
    pub desks: Vec<Desk>,
    /// Figures of a member that every page shows, e.g. unread notices.
    pub figures: Vec<Figure>,
    /// Who looks at the circumstances on which a permission hangs; one crate brings it.
    pub judge: Option<crate::identity::Judge>,
    /// What can be taken in from files.
    pub imports: Vec<crate::import_run::Import>,
    /// Long work that keeps its own pace, so that it holds up nothing that is due.
    pub labours: Vec<Tick>,
    /// Tables of book-keeping.
    pub quiet: Vec<Quiet>,
    /// Tables whose rows are made from others: a backup leaves them out, and they are made anew after it was taken back.
    pub derived: Vec<&'static str>,
    /// Permissions beyond the `actions` of the kinds, e.g. `member.read`.
    pub permissions: Vec<&'static str>,
    /// Number series: kind and prefix, e.g. `("project", "XM")`.
    pub series: Vec<(&'static str, &'static str)>,
    /// Shipped packs: offered, in force nowhere before somebody publishes one.
    pub packs: Vec<xianji_policy::PackSource>,
    /// Texts of refusals, mails and due times: `zh`, `zh-Hant`, `en`.
    pub texts: Option<[&'static str; 3]>,
}

/// A table of book-keeping: writing it changes no fact of any record, so that what a unit of work has read of records stays true.
#[derive(Clone, Copy, Debug)]
pub struct Quiet {
    /// The table.
    pub table: &'static str,
    /// The one kind whose facts are told of it, if any.
    pub kind: Option<&'static str>,
}

impl Quiet {
    /// Tables of which no fact is told.
    pub fn all<const N: usize>(tables: [&'static str; N]) -> Vec<Self> {
        tables.map(|table| Self { table, kind: None }).to_vec()
    }
}

/// A record kind.
pub struct Kind {
    /// What packs may say of it.
    pub declared: KindDecl,
    /// Where its page is, e.g. `/projects/{id}`.
    pub address: &'static str,
    /// Column of its table that names a record beside `number`; lists then name many by one query. Nothing where loading tells it.
    pub titled: Option<&'static str>,
    /// Loads what is known of one record, without regard to who asks.
    pub load: LoadFacts,
    /// Selects the ids that a scope may see; combined with `id = …` it answers whether one is visible.
    pub visible: fn(&Scope) -> SelectStatement,
    /// Selects the ids of all that `for_each` and `each` walk over: those not ended and not archived.
    pub running: fn() -> SelectStatement,
}

/// Loads a record's facts.
pub type LoadFacts = for<'a> fn(&'a Conn<'a>, Uuid) -> BoxFuture<'a, Result<Option<SubjectFacts>, Failure>>;

/// All that the engine knows of a record.
#[derive(Clone, Debug, serde::Serialize)]
pub struct SubjectFacts {
    /// Which record.
    pub subject: Subject,
    /// Its human number, or an empty text.
    pub number: String,
    /// What people call it.
    pub title: String,
    /// Whose it is.
    pub owner: Option<MemberId>,
    /// Department of the owner on the day it became theirs.
    pub department: Option<DepartmentId>,
    /// The pack version that it keeps.
    pub pack_version: Option<PackVersionId>,
    /// Version of the row.
    pub version: i64,
    /// Its life is over: open obligations become void.
    pub ended: bool,
    /// Its life stands still: silence does not count.
    pub suspended: bool,
    /// Who is named on it, by role (`manager`, `monitor`, `assignee`).
    pub roles: Vec<(String, MemberId)>,
    /// What it belongs to, nearest first.
    pub belongs_to: Vec<Subject>,
    /// The declared facts.
    pub facts: serde_json::Map<String, serde_json::Value>,
}

impl SubjectFacts {
    /// Who holds a role on it.
    pub fn holders(&self, role: &str) -> Vec<MemberId> {
        self.roles
            .iter()
            .filter(|(name, _)| name == role)
            .map(|(_, member)| *member)
            .collect()
    }
}

/// A record of any kind as rights see it: whoever has a role on it is named on it.
pub struct OnRecord<'a> {
    facts: &'a SubjectFacts,
    named: Vec<MemberId>,
}

impl<'a> OnRecord<'a> {
    /// Of loaded facts.
    pub fn of(facts: &'a SubjectFacts) -> Self {
        Self {
            facts,
            named: facts.roles.iter().map(|(_, member)| *member).collect(),
        }
    }
}

impl Owned for OnRecord<'_> {
    fn subject(&self) -> Subject {
        self.facts.subject.clone()
    }
    fn owner(&self) -> Option<MemberId> {
        self.facts.owner
    }
    fn department(&self) -> Option<DepartmentId> {
        self.facts.department
    }
    fn named(&self) -> &[MemberId] {
        &self.named
    }
}

/// What follows from an event; runs in the transaction that recorded it and may record in turn.
pub struct Reaction {
    /// For messages: `governance.obligations`.
    pub name: &'static str,
    /// Events that it answers; empty means all.
    pub on: &'static [&'static str],
    /// What it does.
    pub run: React,
}

/// A reaction's function.
pub type React = for<'a> fn(&'a mut Work, &'a Recorded) -> BoxFuture<'a, Result<(), Failure>>;

/// Called once before a unit of work commits.
pub type BeforeCommit = for<'a> fn(&'a mut Work) -> BoxFuture<'a, Result<(), Failure>>;

/// What time brings.
pub struct Tick {
    /// For messages and the administrator's page.
    pub name: &'static str,
    /// Does what has fallen due by `now`, in portions of its own units of work; answers how much it did.
    pub run: RunTick,
}

/// A kind of job.
pub struct JobKind {
    /// Named in the job's row.
    pub name: &'static str,
    /// Does it; safe to run twice. What it answers is kept as its result.
    pub run: RunJob,
}

/// Answers needs of one word.
pub struct NeedKind {
    /// The word before the colon, e.g. `deliverable`.
    pub word: &'static str,
    /// Whether the named thing is there on the subject.
    pub met: JudgeNeed,
}

/// Parts of a record: records of a kind of their own that belong to it.
pub struct Parts {
    /// The kind that they are parts of.
    pub of: &'static str,
    /// As `for_each` names them: `tasks`.
    pub name: &'static str,
    /// Selects the ids of all that a record has, ended ones left out.
    pub of_record: fn(Uuid) -> SelectStatement,
}

/// Makes a record out of a filed sheet.
pub struct Maker {
    /// The kind that it makes: `task`.
    pub record: &'static str,
    /// Makes one on a record, from the sheet's fields of the same name. The pack asks for it, so no permission of the filer's is; gates
    /// are asked. A fault names the field.
    pub make: Make,
}

/// A maker's function.
pub type Make = for<'a> fn(
    &'a mut Work,
    &'a Subject,
    &'a serde_json::Map<String, serde_json::Value>,
) -> BoxFuture<'a, Result<Subject, Failure>>;

/// Says of a kind when one of its records is closed for good: sheets, objections and exemptions are then refused on it and on its parts.
pub struct Seal {
    /// The kind.
    pub of: &'static str,
    /// Refuses when nothing is written on this record any more.
    pub still_written: fn(&SubjectFacts) -> Result<(), Failure>,
}

/// A part of the workbench: the member's own records of a kind.
pub struct Desk {
    /// Its name in the answer: `inquiries` or `projects`.
    pub name: &'static str,
    /// What the member has to look after; short, the most urgent first.
    pub run: ShowDesk,
}

/// A figure of a member that every page shows; open screens are told when it changes, so it must cost next to nothing.
pub struct Figure {
    /// Its name: `unread`.
    pub name: &'static str,
    /// Counts it, as far as anybody asks.
    pub run: CountFigure,
}

/// A figure's function.
pub type CountFigure = for<'a> fn(&'a App, &'a Actor) -> BoxFuture<'a, Result<u64, Failure>>;

/// What lies on a desk.
#[derive(Clone, Debug, Default)]
pub struct OnDesk {
    /// The first of them, as JSON.
    pub records: Vec<serde_json::Value>,
    /// How many there are, shown or not.
    pub total: u64,
}

impl OnDesk {
    /// The first of so many.
    pub fn of<R: serde::Serialize>(records: &[R], total: u64) -> Result<Self, Failure> {
        let records = records
            .iter()
            .map(serde_json::to_value)
            .collect::<Result<_, _>>()?;
        Ok(Self { records, total })
    }
}

/// A tick's function.
pub type RunTick = for<'a> fn(&'a App, DateTime<Utc>) -> BoxFuture<'a, Result<u64, Failure>>;

/// A job's function.
pub type RunJob =
    for<'a> fn(&'a App, &'a crate::job::Job) -> BoxFuture<'a, Result<serde_json::Value, Failure>>;

/// A need's function.
pub type JudgeNeed =
    for<'a> fn(&'a Conn<'a>, &'a SubjectFacts, &'a str) -> BoxFuture<'a, Result<bool, Failure>>;

/// A desk's function.
pub type ShowDesk = for<'a> fn(&'a App, &'a Actor) -> BoxFuture<'a, Result<OnDesk, Failure>>;
